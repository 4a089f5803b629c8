//! What a question takes for granted or weighs, in words: whether sources agree, what was so at the time, who belongs where,
//! which of two had more.
//!
//! The one idea: the verdict stands first, and only as far as it is recorded; what is recorded follows.

use super::entries::{fact, nothing, person};
use super::meeting::line;
use super::plain::sentence;
use super::shape::{Message, Outcome};
use super::sources::{conflicts, links};
use super::{dates, meeting, next_words, premise_words, words};
use crate::answer::chain;
use crate::knowledge::{Kind, Knowledge};
use crate::search::{EntryRef, Library};
use crate::text::TimeSpan;

/// What was so when a meeting was held.
pub(super) fn at_the_time(knowledge: &Knowledge, at: usize, meeting: usize) -> Message {
    let (Some(known), Some(meeting)) = (knowledge.facts.get(at), knowledge.meetings.get(meeting)) else {
        return nothing();
    };
    let title = words::named(Kind::Meeting, &meeting.title);
    let when = dates::in_sentence(meeting).unwrap_or_default();
    let days = meeting
        .date
        .start
        .map(|start| TimeSpan { from: start.first_day(), to: meeting.date.end.unwrap_or(start).last_day() });
    let has_chain = chain(knowledge, at).len() > 1;
    let mut message = fact(knowledge, at, days.filter(|_| has_chain), &[]);
    message.lead = match (known.as_of, days) {
        (Some(dated), Some(days)) if !has_chain => {
            let is_later = dated.first_day() > days.to;
            format!("{} {}", premise_words::at_the_time(&title, &when, &dates::said(dated), is_later), message.lead)
        }
        _ => format!("{} {}", message.lead, premise_words::meeting_held(&title, &when)),
    };
    if has_chain {
        let others = chain(knowledge, at).into_iter().filter(|other| *other != at);
        message.fields.clear();
        message.field(
            words::FIELD_OVER_TIME,
            others.filter_map(|other| knowledge.facts.get(other)).map(|other| sentence(&other.text)),
        );
    }
    message.sources.extend(links(&meeting.sources, meeting.date.start));
    message
}

/// On what the sources of an entry differ.
pub(super) fn disagreement(library: &Library, entry: EntryRef) -> Message {
    let knowledge = &library.knowledge;
    let (told, conflicts_told) = match entry.kind {
        Kind::Meeting => (
            meeting::card(knowledge, entry.at, &[], None, &[]),
            knowledge.meetings.get(entry.at).map(|meeting| meeting.conflicts.as_ref()),
        ),
        Kind::Person => {
            (person(library, entry.at), knowledge.people.get(entry.at).map(|person| person.conflicts.as_slice()))
        }
        _ => {
            (fact(knowledge, entry.at, None, &[]), knowledge.facts.get(entry.at).map(|fact| fact.conflicts.as_slice()))
        }
    };
    let disputed = conflicts_told.unwrap_or_default();
    let said = conflicts(disputed);
    let mut message = told;
    message.notes.retain(|note| !said.contains(note));
    let before = std::mem::take(&mut message.lead);
    // Whether two names are one person's is said before what each source has.
    let notes = disputed.iter().filter(|_| entry.kind == Kind::Person).filter_map(|conflict| conflict.note.as_deref());
    let notes: Vec<String> = notes.map(sentence).collect();
    let readings = said.iter().map(|said| notes.iter().fold(said.clone(), |said, note| said.replace(note, "")));
    let lead =
        notes.iter().cloned().chain(readings.map(|said| said.trim_end().to_owned())).collect::<Vec<_>>().join(" ");
    message.lead = if lead.is_empty() { format!("{} {before}", premise_words::NO_DISAGREEMENT) } else { lead };
    message
}

/// A person, with whether they belong to a body.
pub(super) fn affiliation(library: &Library, at: usize, body: EntryRef, belongs: bool) -> Message {
    let mut message = person(library, at);
    let said = premise_words::belongs(&message.title, body.title(&library.knowledge), belongs);
    message.lead = format!("{said} {}", message.lead);
    message
}

/// Which of two meetings had more participants.
pub(super) fn more_participants(knowledge: &Knowledge, one: usize, other: usize) -> Message {
    let (Some(first), Some(second)) = (knowledge.meetings.get(one), knowledge.meetings.get(other)) else {
        return nothing();
    };
    let [one, other] = [first, second].map(|meeting| words::named(Kind::Meeting, &meeting.title));
    let lead = match (first.attendee_count, second.attendee_count) {
        (Some(count), Some(fewer)) if count > fewer => premise_words::had_more(&one, count, &other, fewer),
        (Some(fewer), Some(count)) if count > fewer => premise_words::had_more(&other, count, &one, fewer),
        (Some(count), Some(_)) => premise_words::had_as_many(&one, &other, count),
        (Some(count), None) => premise_words::not_both_counted(Some((&one, count)), &other),
        (None, Some(count)) => premise_words::not_both_counted(Some((&other, count)), &one),
        (None, None) => premise_words::not_both_counted(None, &other),
    };
    let mut message = Message::new(Outcome::Answered, premise_words::TITLE_MORE, lead);
    message.field(words::FIELD_MEETINGS, [line(first), line(second)]);
    message.next = [first, second].iter().map(|meeting| next_words::about(Kind::Meeting, &meeting.title)).collect();
    message.sources = [first, second].iter().flat_map(|meeting| links(&meeting.sources, meeting.date.start)).collect();
    message
}
