//! The parts of an entry's text that tell what was asked, where its first sentence does not.
//!
//! The one idea: the words that the entry is not called by say what is wanted of it; the part that holds most of them leads.

use super::asked::Asked;
use super::found::Piece;
use super::lexicon::Cue;
use super::told;
use super::word::{Part, Word};
use crate::knowledge::{Conflict, Kind};
use crate::search::EntryRef;
use crate::text::{has_digit, sentences, tokens};

/// As many parts as may lead.
const MOST: usize = 2;

/// The parts that hold more of what was asked than the sentence that would lead otherwise.
pub(super) fn leading(asked: &Asked<'_>, entry: EntryRef) -> Vec<Piece> {
    let pieces = pieces(asked, entry);
    if asked.question.has(Cue::HowLong) {
        let tells = |(piece, text): &(Piece, String)| told::tells_duration(text).then_some(*piece);
        return pieces.iter().find_map(tells).filter(|piece| *piece != Piece::Sentence(0)).into_iter().collect();
    }
    // How many is told by a number.
    let counts = asked.question.has(Cue::HowMany);
    let held: Vec<(Piece, usize)> = pieces
        .iter()
        .filter(|(piece, text)| *piece == Piece::Sentence(0) || !counts || told::holds_a_number(text))
        .map(|(piece, text)| (*piece, words_held(asked, entry, text)))
        .collect();
    let first = held.iter().find(|(piece, _)| *piece == Piece::Sentence(0)).map_or(0, |(_, count)| *count);
    let most = held.iter().map(|(_, count)| *count).max().unwrap_or_default();
    if most <= first {
        return Vec::new();
    }
    let mut best: Vec<Piece> = held.iter().filter(|(_, count)| *count == most).map(|(piece, _)| *piece).collect();
    // A sentence that leans on the one before it cannot open an answer.
    if best.iter().any(|best| pieces.iter().any(|(piece, text)| piece == best && leans_on_another(*piece, text))) {
        return Vec::new();
    }
    // What came of it is the later word on it.
    best.sort_by_key(|piece| *piece != Piece::Outcome);
    best.truncate(MOST);
    best
}

/// Whether a sentence opens with a word that means somebody of the sentence before.
fn leans_on_another(piece: Piece, text: &str) -> bool {
    let first = tokens(text).into_iter().next();
    let leans = |word: &str| LEANING.split_ascii_whitespace().any(|known| known == word);
    matches!(piece, Piece::Sentence(_)) && first.is_some_and(|first| leans(&first.folded))
}

/// Words that mean somebody who was named before.
const LEANING: &str = "they their she her he his this these those about also";

/// The sentence that names somebody, by any of these names.
pub(super) fn naming(asked: &Asked<'_>, entry: EntryRef, names: &[Vec<u32>]) -> Option<Piece> {
    let vocabulary = &asked.library.index.vocabulary;
    let holds = |text: &str| {
        let stems: Vec<u32> = tokens(text).iter().filter_map(|token| vocabulary.stem(&token.folded)).collect();
        names.iter().any(|name| !name.is_empty() && stems.windows(name.len()).any(|run| run == name.as_slice()))
    };
    let sentence = |(piece, text): &(Piece, String)| matches!(piece, Piece::Sentence(_)) && holds(text);
    pieces(asked, entry).iter().find(|piece| sentence(piece)).map(|(piece, _)| *piece)
}

/// The sentences of the entry that name a year.
pub(super) fn with_a_year(asked: &Asked<'_>, entry: EntryRef) -> Vec<Piece> {
    let tells = |(piece, text): &(Piece, String)| {
        let is_told = matches!(piece, Piece::Sentence(_) | Piece::Outcome);
        (is_told && told::names_a_year(text)).then_some(*piece)
    };
    pieces(asked, entry).iter().filter_map(tells).take(MOST).collect()
}

/// The sentence that gives a number beside another: `55 people from 26 agencies`.
pub(super) fn with_more_numbers(asked: &Asked<'_>, entry: EntryRef, number: u32) -> Option<Piece> {
    let number = number.to_string();
    let is_it = |(piece, text): &(Piece, String)| {
        let told = tokens(text);
        let others = told.iter().filter(|token| token.has_digit() && token.folded != number).count();
        matches!(piece, Piece::Sentence(_)) && told.iter().any(|token| token.folded == number) && others > 0
    };
    pieces(asked, entry).iter().find(|piece| is_it(piece)).map(|(piece, _)| *piece)
}

/// How many of the words said, that the entry is not called by, stand in a text of it.
fn words_held(asked: &Asked<'_>, entry: EntryRef, text: &str) -> usize {
    let vocabulary = &asked.library.index.vocabulary;
    let names = asked.library.stems_of_names(entry).concat();
    let stems: Vec<u32> = tokens(text).iter().filter_map(|token| vocabulary.stem(&token.folded)).collect();
    let is_held = |word: &&Word| {
        let mut known = word.query.variants.iter().map(|variant| variant.stem);
        known.any(|stem| stems.contains(&stem) && !names.contains(&stem))
    };
    // The year of a meeting is what it is found by; that of a statement is what it tells.
    let tells_years = entry.kind == Kind::Fact;
    let is_year =
        |word: &Word| tells_years && word.part == Part::Time && word.folded.len() == 4 && has_digit(&word.folded);
    let tells = |word: &&Word| word.part == Part::Content || is_year(word);
    asked.question.words.iter().filter(tells).filter(is_held).count()
}

/// The texts of an entry, in the order in which they are shown.
fn pieces(asked: &Asked<'_>, entry: EntryRef) -> Vec<(Piece, String)> {
    let knowledge = &asked.library.knowledge;
    let sentences_of = |text: &str| -> Vec<(Piece, String)> {
        sentences(text).into_iter().enumerate().map(|(at, said)| (Piece::Sentence(at), said.to_owned())).collect()
    };
    let conflicts_of = |conflicts: &[Conflict]| -> Vec<(Piece, String)> {
        conflicts.iter().enumerate().map(|(at, conflict)| (Piece::Conflict(at), text_of(conflict))).collect()
    };
    match entry.kind {
        Kind::Meeting => knowledge.meetings.get(entry.at).map_or_else(Vec::new, |meeting| {
            let mut pieces = sentences_of(&meeting.summary);
            pieces.extend(meeting.outcome.iter().map(|text| (Piece::Outcome, text.clone())));
            pieces.extend(meeting.date.note.iter().map(|text| (Piece::DateNote, text.clone())));
            pieces.extend(meeting.iom_note.iter().map(|text| (Piece::IomNote, text.clone())));
            pieces.extend(conflicts_of(&meeting.conflicts));
            pieces
        }),
        Kind::Fact => knowledge.facts.get(entry.at).map_or_else(Vec::new, |fact| {
            let mut pieces = sentences_of(&fact.text);
            pieces.extend(conflicts_of(&fact.conflicts));
            pieces
        }),
        _ => Vec::new(),
    }
}

/// All that is written of a point on which sources differ.
fn text_of(conflict: &Conflict) -> String {
    let readings = conflict.readings.iter().map(|reading| reading.says.as_str());
    let note = conflict.note.as_deref().into_iter();
    [conflict.about.as_str()].into_iter().chain(readings).chain(note).collect::<Vec<_>>().join(". ")
}
