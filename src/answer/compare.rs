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
        || !(question.has_any(&[Cue::Order, Cue::Compare]) || question.has(Cue::Earliest) && says(asked, "or"))
    {
        return None;
    }
    let words = 0..question.words.len();
    let cuts = CUTS
        .iter()
        .flat_map(|cut| words.clone().filter(move |&at| question.word(at).is_some_and(|word| word.folded == *cut)));
    cuts.into_iter().find_map(|cut| match (side(asked, 0..cut), side(asked, cut + 1..question.words.len())) {
        (Subject::One(one), Subject::One(other)) if one.entry != other.entry => Some(compared(one, other)),
        // One side is clear, the other needs to be picked.
        (Subject::One(_), several @ Subject::Several(_)) | (several @ Subject::Several(_), Subject::One(_)) => {
            Some(asked.without_subject(several))
        }
        _ => None,
    })
}

/// Words that ask for the greater or the smaller of two.
const MORE: &str = "more fewer less bigger larger smaller biggest largest smallest most many";

/// `which had more participants, the colloquium or the workshop`
fn more_participants(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let counts = question.has_any(&[Cue::People, Cue::Attend])
        || question.says_any("bigger larger smaller biggest largest smallest attended");
    if !(question.says_any(MORE) && counts) || question.has(Cue::Who) {
        return None;
    }
    let words = 0..question.words.len();
    let is = |at: usize, cut: &str| question.word(at).is_some_and(|word| word.folded == cut);
    let cuts =
        ["or", "than", "and", "vs", "versus"].into_iter().flat_map(|cut| words.clone().filter(move |&at| is(at, cut)));
    let meeting = |places: std::ops::Range<usize>| match side(asked, places) {
        Subject::One(hit) if hit.entry.kind == Kind::Meeting => Some(hit),
        _ => None,
    };
    cuts.into_iter().find_map(|cut| {
        let (one, other) = (meeting(0..cut)?, meeting(cut + 1..question.words.len())?);
        let entries = [&one, &other].map(|hit| Scored { entry: hit.entry, score: 1.0 });
        let body = Body::MoreParticipants { one: one.entry.at, other: other.entry.at };
        (one.entry != other.entry).then(|| Answer::new(body, entries.into(), [one.matched, other.matched].concat()))
    })
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
    let compares = |at: &usize| {
        let word = asked.question.word(*at).map_or("", |word| word.folded.as_str());
        MORE.split_ascii_whitespace().any(|known| known == word)
    };
    let places: Vec<usize> = words.filter(|at| !compares(at)).collect();
    // `was it before the colloquium`: it is what the reply is about.
    let says_nothing = !places.iter().any(|&at| asked.question.is_telling(at));
    if let (true, Some(entry)) = (says_nothing && asked.question.has(Cue::Anaphora), asked.context) {
        return Subject::One(Hit { entry, score: 1.0, others: Vec::new(), matched: Vec::new() });
    }
    find(asked.library, &asked.question, &places, &[Kind::Meeting, Kind::Fact])
}

fn says(asked: &Asked<'_>, word: &str) -> bool {
    asked.question.words.iter().any(|known| known.folded == word)
}
