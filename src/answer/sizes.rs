//! Which of two meetings had more people.
//!
//! The one idea: as with what came first, the question is cut where it says `or`, and both sides must name a meeting.

use super::asked::Asked;
use super::found::{Answer, Body};
use super::lexicon::Cue;
use super::subject::{Hit, Subject, find};
use super::word::Word;
use crate::knowledge::Kind;
use crate::search::{EntryRef, Scored};

/// Words that compare numbers, of whatever is said with them.
const NUMBERS: &str = "more fewer most fewest less";
/// Words that compare meetings themselves.
const SIZES: &str = "bigger biggest larger largest smaller smallest busier";
/// Words for those who are counted, beside people as such.
const COUNTED: &str = "headcount turnout attendance judges officers officials";
/// Where the question is cut, the clearest first.
const CUTS: [&str; 5] = ["or", "vs", "versus", "than", "and"];

/// The answer, if the question compares how many people were at two meetings.
pub(super) fn sizes(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let counts = question.has_any(&[Cue::People, Cue::Attend]) || question.says_any(COUNTED);
    if !(question.says_any(SIZES) || question.says_any(NUMBERS) && counts) {
        return None;
    }
    let words = 0..question.words.len();
    let cuts = CUTS
        .iter()
        .flat_map(|cut| words.clone().filter(move |&at| question.word(at).is_some_and(|word| word.folded == *cut)));
    cuts.into_iter().find_map(|cut| {
        let (one, other) = (side(asked, 0..cut)?, side(asked, cut + 1..question.words.len())?);
        (one.entry != other.entry).then(|| {
            let entries = [one.clone(), other.clone()].map(|hit| Scored { entry: hit.entry, score: hit.score });
            let body = Body::Sizes { one: one.entry.at, other: other.entry.at };
            Answer::new(body, entries.into(), [one.matched, other.matched].concat())
        })
    })
}

/// The meeting that one side names; of several, the one whose people are counted.
fn side(asked: &Asked<'_>, words: std::ops::Range<usize>) -> Option<Hit> {
    let compares = |word: &Word| SIZES.split_ascii_whitespace().any(|known| known == word.folded);
    let tells = |at: &usize| asked.question.is_telling(*at) && !asked.question.word(*at).is_some_and(compares);
    let places: Vec<usize> = words.filter(tells).collect();
    if let (true, Some(entry)) = (places.is_empty(), asked.context.filter(|entry| entry.kind == Kind::Meeting)) {
        return Some(Hit { entry, score: 1.0, others: Vec::new(), matched: Vec::new() });
    }
    let is_counted = |entry: EntryRef| {
        asked.library.knowledge.meetings.get(entry.at).is_some_and(|meeting| meeting.attendee_count.is_some())
    };
    match find(asked.library, &asked.question, &places, &[Kind::Meeting]) {
        Subject::One(hit) => Some(hit),
        Subject::Several(several) => {
            let mut counted = several.iter().filter(|hit| is_counted(hit.entry));
            match (counted.next(), counted.next()) {
                (Some(one), None) => {
                    Some(Hit { entry: one.entry, score: one.score, others: Vec::new(), matched: Vec::new() })
                }
                _ => None,
            }
        }
        _ => None,
    }
}
