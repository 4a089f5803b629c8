//! The parts of an entry's text that tell what was asked, where its first sentence does not.
//!
//! The one idea: the words that the entry is not called by say what is wanted of it; the part that holds most of them leads,
//! unless it leans on the sentence before.

use std::borrow::Cow;

use super::asked::Asked;
use super::aspects::{asks_for_moment, asks_whom_it_quotes};
use super::found::{Aspect, Piece};
use super::lexicon::{Cue, is_country_word};
use super::told;
use super::word::{Part, Word};
use crate::knowledge::{Conflict, Kind, Meeting};
use crate::search::{EntryRef, Stem};
use crate::text::{has_digit, is_among, sentences, stem, tokens};

/// As many parts as may lead.
const MOST: usize = 2;
/// Words that ask for all of a thing.
const ASKING_FOR_ALL: &str = "anything something everything info information details overview tell";
/// Words with which a sentence leans on the one before, wherever they stand in it.
const LEANING: &str = "it its they their them his her she he these those both";
/// The same, where they open it.
const LEANING_FIRST: &str = "each this that there another others also then about one no none such";
/// Words that ask what something is for.
const ASKING_FOR_AIMS: &str = "aim aims aimed goal goals purpose purposes objective objectives target targets supposed meant intended hoped \
     expected designed achieve";
/// Words with which a text tells it.
const TELLING_AIMS: &str = "aim aims aimed goal goals purpose objective objectives hopes";
/// Words that ask whether something is of one alone, and those with which a text tells that it is of several.
const ASKING_FOR_ONE: &str = "only just alone solely exclusively merely";
const TELLING_OF_SEVERAL: &str = "both together shared";
/// Words by which a disagreement is known to be about a time.
const OF_TIME: &str = "day days date month year when";

/// The parts of a meeting that lead, beside the sides of it that are told.
pub(super) fn of_meeting(asked: &Asked<'_>, entry: EntryRef, meeting: &Meeting, aspects: &[Aspect]) -> Vec<Piece> {
    match aspects {
        [] => leading(asked, entry),
        // When it began is told by the text, where the meeting itself has no date.
        [Aspect::When, Aspect::Discussed] if meeting.date.start.is_none() && asks_for_moment(asked) => {
            with_a_year(asked, entry)
        }
        // Who asks for one of two years is told what is said for each.
        [Aspect::When] if asked.question.years().count() > 1 => {
            conflicts_that(&meeting.conflicts, |conflict| is_about(conflict, OF_TIME))
        }
        // A day on which sources differ is no sure day.
        [Aspect::When] => conflicts_that(&meeting.conflicts, |conflict| is_about(conflict, "day")),
        [Aspect::HowSure] => conflicts_that(&meeting.conflicts, |conflict| is_about(conflict, OF_TIME)),
        [Aspect::AttendeeCount] => {
            let count = meeting.attendee_count.and_then(|count| with_more_numbers(asked, entry, count));
            count.into_iter().collect()
        }
        aspects if aspects.contains(&Aspect::Discussed) => {
            let mut told = leading(asked, entry);
            told.retain(|piece| matches!(piece, Piece::Sentence(_)));
            told
        }
        _ => Vec::new(),
    }
}

/// The parts of a fact that lead.
pub(super) fn of_fact(asked: &Asked<'_>, entry: EntryRef) -> Vec<Piece> {
    let conflicts = asked.library.knowledge.facts.get(entry.at).map_or(&[][..], |fact| &fact.conflicts);
    // A number that the text does not give is the one on which sources differ.
    if asked.question.has(Cue::HowMany) && !told::text_counts(asked, entry) {
        let counted = conflicts_that(conflicts, |conflict| counts(asked, conflict));
        if !counted.is_empty() {
            return counted;
        }
    }
    leading(asked, entry)
}

/// The parts that hold more of what was asked than the sentence that would lead otherwise.
fn leading(asked: &Asked<'_>, entry: EntryRef) -> Vec<Piece> {
    // `anything on the system` asks for all of it.
    if asked.question.says_any(ASKING_FOR_ALL) {
        return Vec::new();
    }
    let pieces = pieces(asked, entry);
    let telling = |tells: &dyn Fn(&str) -> bool| {
        let told = pieces.iter().find(|(piece, text)| matches!(piece, Piece::Sentence(_)) && tells(text));
        told.map(|(piece, _)| *piece).filter(|piece| *piece != Piece::Sentence(0))
    };
    if asks_for_aims(asked)
        && let Some(aims) = telling(&tells_aims)
    {
        return vec![aims];
    }
    if asks_for_one_country(asked)
        && let Some(several) = telling(&|text| holds_any(text, TELLING_OF_SEVERAL))
    {
        return vec![several];
    }
    if asked.question.has(Cue::HowLong) {
        let tells = |(piece, text): &(Piece, Cow<'_, str>)| told::tells_duration(text).then_some(*piece);
        return pieces.iter().find_map(tells).filter(|piece| *piece != Piece::Sentence(0)).into_iter().collect();
    }
    let wanted = Wanted::of(asked, entry);
    // How many is told by a number.
    let counts = asked.question.has(Cue::HowMany);
    let held: Vec<(Piece, usize)> = pieces
        .iter()
        .filter(|(piece, text)| *piece == Piece::Sentence(0) || !counts || told::holds_a_number(text))
        .map(|(piece, text)| (*piece, wanted.held_by(text)))
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

/// Whether it is asked what something is for: `what is the policy supposed to achieve`.
fn asks_for_aims(asked: &Asked<'_>) -> bool {
    asked.question.has(Cue::Discuss) && asked.question.says_any(ASKING_FOR_AIMS)
}

/// `is that sum only for the Maldives`
fn asks_for_one_country(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    question.has(Cue::Auxiliary)
        && question.says_any(ASKING_FOR_ONE)
        && question.words.iter().any(|word| is_country_word(&word.folded))
}

/// Whether a sentence tells what something is for: `It is to make prevention stronger`.
fn tells_aims(text: &str) -> bool {
    let words = tokens(text);
    let mut pairs = words.iter().zip(words.iter().skip(1));
    holds_any(text, TELLING_AIMS) || pairs.any(|(is, to)| is.folded == "is" && to.folded == "to")
}

/// Whether a text holds any of these words.
fn holds_any(text: &str, words: &str) -> bool {
    tokens(text).iter().any(|token| is_among(words, &token.folded))
}

/// Whether a sentence cannot be understood without the one before.
fn leans_on_another(piece: Piece, text: &str) -> bool {
    let words = tokens(text);
    matches!(piece, Piece::Sentence(_))
        && (words.first().is_some_and(|first| is_among(LEANING_FIRST, &first.folded))
            || words.iter().any(|word| is_among(LEANING, &word.folded)))
}

/// The disagreements of one kind.
fn conflicts_that(conflicts: &[Conflict], is_meant: impl Fn(&Conflict) -> bool) -> Vec<Piece> {
    let meant = conflicts.iter().enumerate().filter(|(_, conflict)| is_meant(conflict));
    meant.map(|(at, _)| Piece::Conflict(at)).collect()
}

/// Whether sources differ on what one of these words names.
fn is_about(conflict: &Conflict, words: &str) -> bool {
    holds_any(&conflict.about, words)
}

/// Whether what is counted is what a disagreement is about: `number of convictions`.
fn counts(asked: &Asked<'_>, conflict: &Conflict) -> bool {
    let about: Vec<String> = tokens(&conflict.about).iter().map(|token| stem(&token.folded).into_owned()).collect();
    let is_of_it = |word: &Word| about.iter().any(|known| *known == stem(&word.folded));
    let mut counted = told::counted(&asked.question).filter(|word| word.part == Part::Content).peekable();
    counted.peek().is_some() && counted.all(is_of_it)
}

/// The sentence that names somebody, by any of these names.
pub(super) fn naming(asked: &Asked<'_>, entry: EntryRef, names: &[Vec<Stem>]) -> Option<Piece> {
    let holds = |text: &str| {
        let stems = stems_of(asked, text);
        names.iter().any(|name| !name.is_empty() && stems.windows(name.len()).any(|run| run == name.as_slice()))
    };
    let sentence = |(piece, text): &(Piece, Cow<'_, str>)| matches!(piece, Piece::Sentence(_)) && holds(text);
    pieces(asked, entry).iter().find(|piece| sentence(piece)).map(|(piece, _)| *piece)
}

/// The sentences of the entry that name a year.
fn with_a_year(asked: &Asked<'_>, entry: EntryRef) -> Vec<Piece> {
    let tells = |(piece, text): &(Piece, Cow<'_, str>)| {
        let is_told = matches!(piece, Piece::Sentence(_) | Piece::Outcome);
        (is_told && told::names_a_year(text)).then_some(*piece)
    };
    pieces(asked, entry).iter().filter_map(tells).take(MOST).collect()
}

/// The sentence that gives a number beside another: `55 people from 26 agencies`.
fn with_more_numbers(asked: &Asked<'_>, entry: EntryRef, number: u32) -> Option<Piece> {
    let number = number.to_string();
    let is_it = |(piece, text): &(Piece, Cow<'_, str>)| {
        let told = tokens(text);
        let others = told.iter().filter(|token| token.has_digit() && token.folded != number).count();
        matches!(piece, Piece::Sentence(_)) && told.iter().any(|token| token.folded == number) && others > 0
    };
    pieces(asked, entry).iter().find(|piece| is_it(piece)).map(|(piece, _)| *piece)
}

/// What is wanted of an entry: the words of the question that it is not called by.
struct Wanted<'a> {
    asked: &'a Asked<'a>,
    /// The stems of all its names.
    names: Vec<Stem>,
    /// Each word that tells something, with the stems of the body that it names, if any.
    words: Vec<(&'a Word, Vec<Stem>)>,
}

impl<'a> Wanted<'a> {
    fn of(asked: &'a Asked<'a>, entry: EntryRef) -> Self {
        // The year of a meeting is what it is found by; that of a statement is what it tells.
        let tells_years = entry.kind == Kind::Fact;
        let is_year =
            |word: &Word| tells_years && word.part == Part::Time && word.folded.len() == 4 && has_digit(&word.folded);
        let telling =
            asked.question.words.iter().enumerate().filter(|(_, word)| word.part == Part::Content || is_year(word));
        let words = telling.map(|(at, word)| (word, stems_of(asked, name_of_body(asked, at)))).collect();
        Self { asked, names: asked.library.stems_of_names(entry).concat(), words }
    }

    /// How many of the words a text holds; a body that is named in full says more than any word beside it.
    fn held_by(&self, text: &str) -> usize {
        let said = stems_of(self.asked, text);
        let is_told = |stem: &Stem| said.contains(stem) && !self.names.contains(stem);
        let weight = |(word, body): &(&Word, Vec<Stem>)| {
            if !body.is_empty() && body.iter().all(is_told) {
                2
            } else {
                usize::from(word.query.variants.iter().any(|variant| is_told(&variant.stem)))
            }
        };
        let quotes = asks_whom_it_quotes(self.asked) && told::quotes(text);
        self.words.iter().map(weight).sum::<usize>() + usize::from(quotes)
    }
}

/// The stems of a text that the knowledge holds.
fn stems_of(asked: &Asked<'_>, text: &str) -> Vec<Stem> {
    let vocabulary = &asked.library.index.vocabulary;
    tokens(text).iter().filter_map(|token| vocabulary.stem(&token.folded)).collect()
}

/// The name in full of the body that a word stands for: `PGO`.
fn name_of_body<'a>(asked: &'a Asked<'_>, at: usize) -> &'a str {
    let bodies = asked.question.mentioned(|entry| entry.kind == Kind::Organisation);
    let named = bodies.iter().find(|(mention, _)| mention.covers(at));
    let body = named.and_then(|(_, entries)| entries.first().copied());
    body.map_or("", |body| body.title(&asked.library.knowledge))
}

/// The texts of an entry, in the order in which they are shown.
fn pieces<'a>(asked: &Asked<'a>, entry: EntryRef) -> Vec<(Piece, Cow<'a, str>)> {
    let library = asked.library;
    let knowledge = &library.knowledge;
    let sentences_of = |text: &'a str| -> Vec<(Piece, Cow<'a, str>)> {
        let told = sentences(text).into_iter().enumerate();
        told.map(|(at, said)| (Piece::Sentence(at), Cow::Borrowed(said))).collect()
    };
    let conflicts_of = |conflicts: &[Conflict]| -> Vec<(Piece, Cow<'a, str>)> {
        let told = conflicts.iter().enumerate();
        told.map(|(at, conflict)| (Piece::Conflict(at), Cow::Owned(text_of(conflict)))).collect()
    };
    match entry.kind {
        Kind::Meeting => knowledge.meetings.get(entry.at).map_or_else(Vec::new, |meeting| {
            let mut pieces = sentences_of(&meeting.summary);
            pieces.extend(meeting.outcome.iter().map(|text| (Piece::Outcome, Cow::Borrowed(text.as_str()))));
            pieces.extend(meeting.date.note.iter().map(|text| (Piece::DateNote, Cow::Borrowed(text.as_str()))));
            pieces.extend(meeting.iom_note.iter().map(|text| (Piece::IomNote, Cow::Borrowed(text.as_str()))));
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
