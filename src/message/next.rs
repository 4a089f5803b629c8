//! The questions people ask next about an entry: each is understood, and has an answer.
//!
//! The one idea: a question is offered only where the entry holds its answer.

use super::next_words as words;
use super::shape::NextQuestion;
use crate::answer::Aspect;
use crate::knowledge::{Kind, Knowledge, Meeting};
use crate::search::{EntryRef, Library};
use crate::text::PartialDate;

/// About the meeting that the answer is about; what was just answered is not offered again.
pub(super) fn meeting(meeting: &Meeting, answered: &[Aspect]) -> Vec<NextQuestion> {
    open(meeting, answered).map(|aspect| words::of_subject(aspect, &meeting.title)).collect()
}

/// About any entry: the way to it.
pub(super) fn entry(knowledge: &Knowledge, kind: Kind, at: usize) -> Vec<NextQuestion> {
    knowledge.title(kind, at).map(|title| words::about(kind, title)).into_iter().collect()
}

/// Every question that any answer may offer next.
pub fn every_question(library: &Library) -> impl Iterator<Item = String> {
    let knowledge = &library.knowledge;
    let of_meetings = knowledge.meetings.iter().flat_map(|meeting| self::meeting(meeting, &[]));
    let of_entries = EntryRef::all(knowledge).flat_map(|entry| {
        let title = entry.title(knowledge);
        [words::about(entry.kind, title), words::meetings_with(title)]
    });
    let all = [words::latest(), words::all()].into_iter().chain(of_meetings).chain(of_entries);
    all.map(|next| next.question)
}

/// Questions that anybody can begin with, made from the newest meeting that has answers to them.
pub(super) fn examples(knowledge: &Knowledge) -> Vec<NextQuestion> {
    let full = |meeting: &&Meeting| !meeting.chairs.is_empty() && !meeting.attendees.is_empty();
    let newest =
        knowledge.meetings.iter().filter(full).max_by_key(|meeting| meeting.date.start.map(PartialDate::first_day));
    let of_newest = newest.into_iter().flat_map(|meeting| {
        open(meeting, &[Aspect::Organisers]).take(2).map(|aspect| words::of_another(aspect, &meeting.title))
    });
    [words::latest(), words::all()].into_iter().chain(of_newest).collect()
}

/// The sides of a meeting that are recorded and not answered yet.
fn open<'a>(meeting: &'a Meeting, answered: &'a [Aspect]) -> impl Iterator<Item = Aspect> + 'a {
    let sides = [
        (Aspect::Chairs, !meeting.chairs.is_empty()),
        (Aspect::Attendees, !meeting.attendees.is_empty()),
        (Aspect::Organisers, !meeting.organisers.is_empty()),
        (Aspect::Discussed, !meeting.summary.is_empty()),
    ];
    sides.into_iter().filter(|(aspect, has)| *has && !answered.contains(aspect)).map(|(aspect, _)| aspect)
}
