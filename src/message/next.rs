//! The questions people ask next about an entry: each is understood, and has an answer.
//!
//! The one idea: a question is offered only where the entry holds its answer.

use super::words;
use crate::answer::Aspect;
use crate::knowledge::{Kind, Knowledge, Meeting};
use crate::search::{EntryRef, Library};
use crate::text::PartialDate;

/// As many as fit beside an answer.
const MOST: usize = 4;

/// About a meeting; what was just answered is not offered again.
pub(super) fn meeting(meeting: &Meeting, answered: &[Aspect]) -> Vec<String> {
    let title = &meeting.title;
    let offers = [
        (Aspect::Chairs, !meeting.chairs.is_empty(), words::ask_chairs(title)),
        (Aspect::Attendees, !meeting.attendees.is_empty(), words::ask_attendees(title)),
        (Aspect::Organisers, !meeting.organisers.is_empty(), words::ask_organisers(title)),
        (Aspect::Discussed, !meeting.summary.is_empty(), words::ask_discussed(title)),
    ];
    let open = offers.into_iter().filter(|(aspect, has, _)| *has && !answered.contains(aspect));
    open.map(|(_, _, question)| question).take(MOST).collect()
}

/// About any entry: the way to it.
pub(super) fn entry(knowledge: &Knowledge, kind: Kind, at: usize) -> Vec<String> {
    knowledge.title(kind, at).map(words::ask_about).into_iter().collect()
}

/// Every question that any answer may offer next.
pub fn every_question(library: &Library) -> impl Iterator<Item = String> {
    let knowledge = &library.knowledge;
    let of_meetings = knowledge.meetings.iter().flat_map(|meeting| self::meeting(meeting, &[]));
    let of_entries = EntryRef::all(knowledge).flat_map(|entry| {
        let title = entry.title(knowledge);
        [words::ask_about(title), words::ask_meetings(title)]
    });
    [words::ASK_LATEST, words::ASK_ALL].map(str::to_owned).into_iter().chain(of_meetings).chain(of_entries)
}

/// Questions that anybody can begin with, made from the newest meeting that has answers to them.
pub(super) fn examples(knowledge: &Knowledge) -> Vec<String> {
    let full = |meeting: &&Meeting| !meeting.chairs.is_empty() && !meeting.attendees.is_empty();
    let newest =
        knowledge.meetings.iter().filter(full).max_by_key(|meeting| meeting.date.start.map(PartialDate::first_day));
    let mut questions: Vec<String> =
        newest.map(|meeting| self::meeting(meeting, &[Aspect::Organisers])).unwrap_or_default();
    questions.truncate(2);
    questions.extend([words::ASK_LATEST, words::ASK_ALL].map(str::to_owned));
    questions
}
