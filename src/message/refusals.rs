//! What is said where nothing is looked up: help, overview, a pointer in an emergency, and every refusal.
//!
//! The one idea: a refusal says what it cannot tell, and ends with a step that leads somewhere true.

use std::collections::BTreeMap;

use super::meeting::line;
use super::plain::{listed, one_line};
use super::shape::{MenuItem, Message, Outcome};
use super::{dates, entries, lists, next, next_words, premise_words, words};
use crate::answer::{Aspect, Greeting, Unknown};
use crate::knowledge::{Kind, Knowledge};
use crate::search::{EntryRef, Library};

/// What can be asked.
pub(super) fn help(knowledge: &Knowledge, greeting: Greeting) -> Message {
    let lead = match greeting {
        Greeting::Asked => words::LEAD_HELP,
        Greeting::Empty => words::LEAD_EMPTY,
        Greeting::Hello => words::LEAD_HELLO,
        Greeting::Thanks => words::LEAD_THANKS,
    };
    let outcome = if greeting == Greeting::Empty { Outcome::Unknown } else { Outcome::Answered };
    let mut message = Message::new(outcome, words::TITLE_HELP, lead);
    message.notes.push(words::NOTE_ALL.to_owned());
    message.next = next::examples(knowledge);
    message
}

/// Somebody is in danger: no look-up, no number.
pub(super) fn distress() -> Message {
    let mut message = Message::new(Outcome::Answered, words::TITLE_DISTRESS, words::LEAD_DISTRESS);
    message.notes.push(words::NOTE_DISTRESS.to_owned());
    message
}

/// What the knowledge holds, how fresh it is.
pub(super) fn overview(knowledge: &Knowledge) -> Message {
    let latest = knowledge.latest_date().map(dates::said);
    let lead = words::overview(&knowledge.version, latest.as_deref());
    let mut message = Message::new(Outcome::Answered, words::TITLE_OVERVIEW, lead);
    message.field(words::FIELD_CONTENT, knowledge.counts().map(|(kind, count)| words::counted(kind, count)));
    let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in knowledge.facts.iter().filter(|fact| lists::is_listed(fact)) {
        *topics.entry(&fact.topic).or_default() += 1;
    }
    message.menu = topics
        .iter()
        .map(|(topic, count)| MenuItem {
            label: words::topic_name(knowledge, topic),
            detail: words::counted(Kind::Fact, *count),
            value: format!("topic:{topic}"),
        })
        .collect();
    message.field(
        words::FIELD_TOPIC_LIST,
        topics.into_iter().map(|(topic, count)| words::topic(&words::topic_name(knowledge, topic), count)),
    );
    message.notes.push(words::bot_version());
    message.next = next::examples(knowledge);
    message
}

/// Why there is no answer, and what is near.
pub(super) fn unknown(library: &Library, why: &Unknown) -> Message {
    let knowledge = &library.knowledge;
    let title_of = |entry: EntryRef| entry.title(knowledge).to_owned();
    let mut message = Message::new(Outcome::Unknown, words::TITLE_UNKNOWN, words::LEAD_NOTHING);
    match why {
        Unknown::Foreign { word, nearest } => {
            message.lead = words::foreign(&one_line(word));
            offer(knowledge, *nearest, &mut message);
        }
        Unknown::Detail { nearest } => {
            message.lead = words::detail(&title_of(*nearest));
            super::meeting::beside_a_refusal(knowledge, *nearest, &mut message);
            message.next = next::entry(knowledge, nearest.kind, nearest.at);
        }
        Unknown::NotRecorded { meeting, aspect } => not_recorded(knowledge, *meeting, *aspect, &mut message),
        Unknown::Series { number, known } => {
            let known: Vec<_> = known.iter().filter_map(|at| knowledge.meetings.get(*at)).collect();
            message.lead =
                words::series(*number, &listed(&known.iter().map(|meeting| line(meeting)).collect::<Vec<_>>()));
            message.next =
                known.iter().map(|meeting| next_words::about(Kind::Meeting, &meeting.title)).take(3).collect();
        }
        Unknown::NothingElse { meeting } => {
            let held = knowledge.meetings.get(*meeting);
            message.lead = premise_words::nothing_else(&held.and_then(dates::in_sentence).unwrap_or_default());
            message.next = next::entry(knowledge, Kind::Meeting, *meeting);
        }
        Unknown::HolderNow(holders) => {
            let seen = entries::offices(library, holders);
            message.lead = format!("{} {}", premise_words::HOLDER_NOW, seen.lead);
            message.sources = seen.sources;
            message.next = seen.next;
        }
        Unknown::Withheld => {
            words::LEAD_WITHHELD.clone_into(&mut message.lead);
        }
        Unknown::NoMeetings(list) => {
            message.lead = words::none_found(&lists::described(knowledge, list));
            message.notes.extend(lists::perhaps(knowledge, list));
            message.next = next::examples(knowledge);
        }
        Unknown::Future => {
            words::LEAD_FUTURE.clone_into(&mut message.lead);
            message.next.push(next_words::latest());
        }
        Unknown::ImpossibleDate => words::LEAD_IMPOSSIBLE_DATE.clone_into(&mut message.lead),
        Unknown::Nothing { nearest } => {
            offer(knowledge, *nearest, &mut message);
        }
    }
    if message.next.is_empty() {
        message.next = next::examples(knowledge);
    }
    message
}

fn not_recorded(knowledge: &Knowledge, at: usize, aspect: Aspect, message: &mut Message) {
    let Some(meeting) = knowledge.meetings.get(at) else { return };
    message.lead = words::not_recorded(&meeting.title, aspect);
    if aspect == Aspect::AttendeeCount && !meeting.attendees.is_empty() {
        message.notes.push(words::named_instead(meeting.attendees.len()));
    }
    message.next = next::meeting(meeting, &[aspect]);
    message.next.extend(next::entry(knowledge, Kind::Meeting, at));
}

fn offer(knowledge: &Knowledge, nearest: Option<EntryRef>, message: &mut Message) {
    if let Some(nearest) = nearest {
        message.notes.push(words::nearest(nearest.title(knowledge)));
        message.next = next::entry(knowledge, nearest.kind, nearest.at);
    }
}
