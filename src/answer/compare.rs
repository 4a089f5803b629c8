//! Which of two came first, or had more participants.
//!
//! The one idea: the question is cut where it says `or`, `before` or `and`, and both sides must name something dated.

use super::asked::Asked;
use super::found::{Answer, Body};
use super::lexicon::Cue;
use super::subject::{Hit, Subject, find};
use crate::knowledge::Kind;
use crate::search::Scored;

/// Where a comparison is cut, the clearest first.
const CUTS: [&str; 9] = ["or", "vs", "versus", "before", "after", "than", "and", "with", "to"];

/// The answer, if the question compares two things that have dates.
pub(super) fn compare(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if let Some(answer) = more_participants(asked) {
        return Some(answer);
    }
    if question.has_any(&[Cue::Who, Cue::HowMany, Cue::Where])
        || !(question.has_any(&[Cue::Order, Cue::Compare]) || question.has(Cue::Earliest) && question.says_any("or"))
    {
        return None;
    }
    cuts(asked, &CUTS).find_map(|cut| match (side(asked, 0..cut), side(asked, cut + 1..question.words.len())) {
        (Subject::One(one), Subject::One(other)) if one.entry != other.entry => Some(compared(one, other)),
        // One side is clear, the other needs to be picked.
        (Subject::One(_), several @ Subject::Several(_)) | (several @ Subject::Several(_), Subject::One(_)) => {
            Some(asked.without_subject(several))
        }
        _ => None,
    })
}

/// Words that compare numbers, of whatever is said with them.
const NUMBERS: &str = "more fewer most fewest less many";
/// Words that compare meetings themselves.
const SIZES: &str = "bigger biggest larger largest smaller smallest busier busiest";
/// Words for those who are counted, beside people as such.
const COUNTED: &str = "headcount turnout attendance attended judges officers officials";
/// Where a comparison of numbers is cut, the clearest first.
const NUMBER_CUTS: [&str; 5] = ["or", "vs", "versus", "than", "and"];

/// `which had more participants, the colloquium or the workshop`
fn more_participants(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let counts = question.has_any(&[Cue::People, Cue::Attend]) || question.says_any(COUNTED);
    if !(question.says_any(SIZES) || (question.says_any(NUMBERS) && counts)) || question.has(Cue::Who) {
        return None;
    }
    cuts(asked, &NUMBER_CUTS).find_map(|cut| {
        let (one, other) = (counted_side(asked, 0..cut)?, counted_side(asked, cut + 1..question.words.len())?);
        let entries = [&one, &other].map(|hit| Scored { entry: hit.entry, score: 1.0 });
        let body = Body::MoreParticipants { one: one.entry.at, other: other.entry.at };
        (one.entry != other.entry).then(|| Answer::new(body, entries.into(), [one.matched, other.matched].concat()))
    })
}

/// The meeting that one side names, or that is replied to; of several, the one whose people are counted.
fn counted_side(asked: &Asked<'_>, words: std::ops::Range<usize>) -> Option<Hit> {
    if let (true, Some(entry)) =
        (says_nothing(asked, words.clone()), asked.context.filter(|entry| entry.kind == Kind::Meeting))
    {
        return Some(Hit::alone(entry, 1.0));
    }
    let is_counted = |hit: &&Scored| {
        let meeting = asked.library.knowledge.meetings.get(hit.entry.at);
        meeting.is_some_and(|meeting| meeting.attendee_count.is_some())
    };
    match find(asked.library, &asked.question, &places(asked, words), &[Kind::Meeting]) {
        Subject::One(hit) => Some(hit),
        Subject::Several(several) => {
            let mut counted = several.iter().filter(is_counted);
            counted.next().filter(|_| counted.next().is_none()).map(|hit| Hit::alone(hit.entry, hit.score))
        }
        _ => None,
    }
}

fn compared(one: Hit, other: Hit) -> Answer {
    let mut entries = [&one, &other].map(|hit| Scored { entry: hit.entry, score: hit.score });
    entries.sort_by(|one, other| other.score.total_cmp(&one.score));
    Answer::new(
        Body::Compare { one: one.entry, other: other.entry },
        entries.into(),
        [one.matched, other.matched].concat(),
    )
}

fn side(asked: &Asked<'_>, words: std::ops::Range<usize>) -> Subject {
    // `was it before the colloquium`: it is what the reply is about.
    if let (true, Some(entry)) =
        (says_nothing(asked, words.clone()) && asked.question.has(Cue::Anaphora), asked.context)
    {
        return Subject::One(Hit::alone(entry, 1.0));
    }
    find(asked.library, &asked.question, &places(asked, words), &[Kind::Meeting, Kind::Fact])
}

/// The places of a side, without the words that compare.
fn places(asked: &Asked<'_>, words: std::ops::Range<usize>) -> Vec<usize> {
    let compares = |at: &usize| {
        let word = asked.question.word(*at).map_or("", |word| word.folded.as_str());
        SIZES.split_ascii_whitespace().chain(NUMBERS.split_ascii_whitespace()).any(|known| known == word)
    };
    words.filter(|at| !compares(at)).collect()
}

fn says_nothing(asked: &Asked<'_>, words: std::ops::Range<usize>) -> bool {
    !places(asked, words).iter().any(|&at| asked.question.is_telling(at))
}

/// The places at which the question may be cut.
fn cuts<'a>(asked: &'a Asked<'_>, words: &'a [&'a str]) -> impl Iterator<Item = usize> + 'a {
    let is = |at: usize, cut: &str| asked.question.word(at).is_some_and(|word| word.folded == cut);
    words.iter().flat_map(move |cut| (0..asked.question.words.len()).filter(move |&at| is(at, cut)))
}
