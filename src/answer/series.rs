//! The numbers of a series: the third of its meetings, the one before it, one that is not recorded.
//!
//! The one idea: a number is looked up among the numbers, and a number that is missing is said to be.

use super::candidate::Candidate;
use super::meetings;
use super::neighbours::{AFTER, BEFORE};
use super::question::Question;
use super::subject::{Hit, Subject};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library, QueryWord};
use crate::text::Ordinal;

/// The subject where the number asked for is not that of the meeting that the reply is about.
pub(crate) fn other_number(library: &Library, question: &Question, entry: EntryRef) -> Option<Subject> {
    let series = meetings::series_of(library, entry)?;
    let own = || library.knowledge.meetings.get(entry.at)?.series.as_ref()?.number;
    let number = question.ordinal().or_else(|| {
        if question.says_any(BEFORE) {
            own()?.checked_sub(1)
        } else if question.says_any(AFTER) {
            own()?.checked_add(1)
        } else {
            None
        }
    })?;
    let known = meetings::of_series(library, series);
    let has_number = |at: &usize| {
        library.knowledge.meetings.get(*at).and_then(|meeting| meeting.series.as_ref()?.number) == Some(number)
    };
    match known.iter().copied().find(|at| has_number(at)) {
        Some(at) if at == entry.at => None,
        Some(at) => Some(Subject::One(Hit::alone(EntryRef { kind: Kind::Meeting, at }, 1.0))),
        None => Some(Subject::Missing { number, known }),
    }
}

/// A number of a series that is not recorded, while others are.
pub(super) fn missing_in_series(
    library: &Library,
    question: &Question,
    required: &[(usize, &QueryWord)],
    near: &[Candidate],
) -> Option<Subject> {
    let asked: Vec<&Ordinal> =
        question.timing.ordinals.iter().filter(|ordinal| required.iter().any(|(at, _)| *at == ordinal.token)).collect();
    let number = asked.first()?.number;
    let series_of = |candidate: &Candidate| meetings::series_of(library, candidate.entry);
    let (best, series) = near.iter().find_map(|candidate| Some((candidate, series_of(candidate)?)))?;
    // That a group met says nothing that would have to be explained.
    let meets = |at: usize| question.words.get(at).is_some_and(|word| matches!(word.folded.as_str(), "meet" | "met"));
    // The series is meant only if everything but the number is explained by one of its meetings.
    let explained = required
        .iter()
        .filter(|(at, _)| asked.iter().all(|ordinal| ordinal.token != *at))
        .all(|(at, word)| library.index.likeness(best.entry, word).is_some() || meets(*at));
    if !explained || required.len() <= asked.len() {
        return None;
    }
    let known = meetings::of_series(library, series);
    let is_known = known.iter().any(|&at| {
        library.knowledge.meetings.get(at).and_then(|meeting| meeting.series.as_ref()?.number) == Some(number)
    });
    (!is_known).then_some(Subject::Missing { number, known })
}
