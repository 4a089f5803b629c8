//! How well a date is known, and whether sources agree: `is that date stated or worked out`, `do the sources differ on it`.
//!
//! The one idea: what is asked is not the thing but how it is known; the words that ask so say nothing of the subject.

use super::asked::Asked;
use super::card;
use super::found::{Answer, Aspect, Body};
use super::lexicon::Cue;
use super::question::Question;
use super::subject::{ANY, Subject, find};
use super::word::{Part, Word};
use crate::knowledge::{Conflict, Kind};
use crate::search::EntryRef;
use crate::text::is_among;

/// Words that ask how well something is known.
const SURENESS: &str = "certain certainty sure confirmed reliable definite definitive accurate accuracy inferred stated guess \
     guessed guesswork estimate estimated approximate precise exact known documented deduced worked";
/// Words of which one is enough, whatever else stands beside it.
const PLAINLY: &str = "certain certainty reliable inferred stated guess guessed guesswork estimate estimated deduced";
/// Words for the date.
const DATES: &str = "date dates dating dated day month year when";
/// Words for sources that differ.
const DIFFERING: &str = "disagree disagrees disagreed disagreement disagreements contradict contradicts contradicting \
     contradictory contradiction contradictions conflict conflicts conflicting discrepancy discrepancies inconsistent \
     inconsistency";
/// Words that ask so only of sources.
const AGREEING: &str = "agree agrees agreed differ differs differing different same consistent match";
/// Words for where it is written.
const SOURCES: &str =
    "source sources report reports reported reporting account accounts newspapers papers press media pages";
/// Words that ask whether two names are one person's.
const ONE: &str = "same identical one";
const PERSON: &str = "person persons people woman man individual";

/// The answer, if it is asked how well something is known.
pub(super) fn certainty(asked: &Asked<'_>) -> Option<Answer> {
    one_person(asked).or_else(|| differing(asked)).or_else(|| sureness(asked))
}

/// `how certain is the date of the workshop`
fn sureness(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let opens = question.has(Cue::Auxiliary) || question.words.iter().any(|word| word.folded == "how");
    let is_open = question.has_any(&[Cue::Who, Cue::Where, Cue::HowMany, Cue::Order]);
    let mut pairs = question.words.iter().zip(question.words.iter().skip(1));
    let is_sure = |word: &Word| is_among(SURENESS, &word.folded);
    // `and how sure is it`, whatever else was asked.
    let asks_plainly = question.says_any(PLAINLY) || pairs.any(|(how, sure)| how.folded == "how" && is_sure(sure));
    let asks = asks_plainly || (opens && question.says_any(SURENESS) && !question.has(Cue::What));
    if !asks || is_open || !question.says_any(DATES) {
        return None;
    }
    let places = places_without(asked, &[SURENESS, DATES]);
    match asked.subject(&places, &[Kind::Meeting]) {
        Subject::One(hit) => Some(card::of_hit(asked, &hit, &[Aspect::HowSure])),
        _ => None,
    }
}

/// Whether a question is about sources and their agreeing.
pub(super) fn is_of_sources(question: &Question) -> bool {
    question.says_any(DIFFERING) || (question.says_any(SOURCES) && question.says_any(AGREEING))
}

/// `do the sources disagree on the budget`
fn differing(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if !is_of_sources(question) || question.has(Cue::Who) {
        return None;
    }
    let is_disputed = |entry: EntryRef| !conflicts(asked, entry).is_empty();
    // What is left is a question of its own: `when the Maldives joined IOM`. A date in it is one of the readings.
    let is_listed = |word: &&Word| {
        let mut lists = [DIFFERING, AGREEING, SOURCES].into_iter().flat_map(str::split_ascii_whitespace);
        word.part == Part::Time || word.part == Part::Cue(Cue::Auxiliary) || lists.any(|known| known == word.folded)
    };
    let rest: Vec<&str> =
        question.words.iter().filter(|word| !is_listed(word)).map(|word| word.shown.as_str()).collect();
    let rest = Asked { question: Question::read(asked.library, &rest.join(" "), asked.today), ..*asked };
    let places = rest.question.telling();
    let found = match rest.subject(&places, &[Kind::Fact]) {
        Subject::One(hit) if is_disputed(hit.entry) => Subject::One(hit),
        _ => rest.subject(&places, &ANY),
    };
    let entry = match found {
        Subject::One(hit) => hit.entry,
        Subject::Several(several) => several.iter().map(|hit| hit.entry).find(|entry| is_disputed(*entry))?,
        _ => return None,
    };
    matches!(entry.kind, Kind::Fact | Kind::Meeting | Kind::Person)
        .then(|| Answer::about(Body::Disagreement(entry), entry, 1.0))
}

/// `is X the same person as Y`, where the sources leave that open.
fn one_person(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if !(question.says_any(ONE) && question.says_any(PERSON)) {
        return None;
    }
    let named = question.mentioned(|entry| entry.kind == Kind::Person && !conflicts(asked, entry).is_empty());
    let entry = match named.first().and_then(|(_, entries)| entries.first().copied()) {
        Some(entry) => entry,
        None => match find(asked.library, question, &question.telling(), &[Kind::Person]) {
            Subject::One(hit) if !conflicts(asked, hit.entry).is_empty() => hit.entry,
            _ => return None,
        },
    };
    Some(Answer::about(Body::Disagreement(entry), entry, 1.0))
}

/// The words that tell what is asked about, those lists left out.
fn places_without(asked: &Asked<'_>, lists: &[&str]) -> Vec<usize> {
    let question = &asked.question;
    let is_listed = |at: usize| {
        let word = question.word(at).map_or("", |word| word.folded.as_str());
        lists.iter().any(|list| is_among(list, word))
    };
    question.telling().into_iter().filter(|at| !is_listed(*at)).collect()
}

/// The points on which the sources of an entry differ.
fn conflicts<'a>(asked: &'a Asked<'_>, entry: EntryRef) -> &'a [Conflict] {
    let knowledge = &asked.library.knowledge;
    match entry.kind {
        Kind::Fact => knowledge.facts.get(entry.at).map(|fact| fact.conflicts.as_slice()),
        Kind::Meeting => knowledge.meetings.get(entry.at).map(|meeting| meeting.conflicts.as_ref()),
        Kind::Person => knowledge.people.get(entry.at).map(|person| person.conflicts.as_slice()),
        _ => None,
    }
    .unwrap_or_default()
}
