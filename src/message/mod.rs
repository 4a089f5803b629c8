//! An answer put into words: the same message goes to every front.
//!
//! The one idea: this is the only place where words shown to people stand.

mod check;
pub mod command_words;
mod dates;
pub mod discord_words;
mod entries;
mod lists;
mod meeting;
mod names;
mod next;
mod next_words;
pub mod operator_words;
mod plain;
mod premise_words;
mod premises;
mod refusals;
mod shape;
mod sources;
mod suggest;
pub mod terminal_words;
mod words;

use jiff::civil::Date;

pub use check::{CheckFailure, CheckReport, CheckRow, check};
pub use next::every_question;
pub use shape::{Choice, Field, Link, MenuItem, Message, NextQuestion, Outcome, Page, RankedEntry, Suggestion};
pub use suggest::suggest;

use crate::answer::{Body, Remark, Request, answer};
use crate::search::{Library, Scored};

/// Answers a request in words. `today` gives `last year` its meaning.
pub fn reply(library: &Library, request: &Request, today: Date) -> Message {
    reply_while(library, request, today, false)
}

/// The same while newer knowledge cannot be read, if it is so: the overview says it.
pub fn reply_while(library: &Library, request: &Request, today: Date, is_behind: bool) -> Message {
    let knowledge = &library.knowledge;
    let as_topic = lists::as_topic(knowledge, request);
    let answer = answer(library, as_topic.as_ref().unwrap_or(request), today);
    let mut message = match &answer.body {
        Body::Help(greeting) => refusals::help(knowledge, *greeting),
        Body::Distress => refusals::distress(),
        Body::Overview => refusals::overview(knowledge),
        Body::Topic(topic) => lists::topic(knowledge, topic),
        Body::Meeting { at, aspects, correction } => meeting::card(knowledge, *at, aspects, *correction, &answer.first),
        Body::Participation { meeting, who, part } => meeting::participation(library, *meeting, who, *part),
        Body::Meetings(list) => lists::meetings(library, list),
        Body::Compare { one, other } => lists::compare(knowledge, *one, *other),
        Body::MoreParticipants { one, other } => premises::more_participants(knowledge, *one, *other),
        Body::AtTheTime { fact, meeting } => premises::at_the_time(knowledge, *fact, *meeting),
        Body::Affiliation { person, body, belongs } => premises::affiliation(library, *person, *body, *belongs),
        Body::Disagreement(entry) => premises::disagreement(library, *entry),
        Body::Beside(names) => entries::beside(library, names),
        Body::Fact { at, asked } => entries::fact(knowledge, *at, *asked, &answer.first),
        Body::Organisation { at } => entries::organisation(library, *at),
        Body::Person { at } => entries::person(library, *at),
        Body::Term { at } => entries::term(knowledge, *at),
        Body::Offices(holders) => entries::offices(library, holders),
        Body::Choices => lists::choices(knowledge, &answer.entries),
        Body::Unknown(why) => refusals::unknown(library, why),
    };
    if is_behind && matches!(answer.body, Body::Overview) {
        message.notes.push(words::NOTE_BEHIND.to_owned());
    }
    if message.outcome != Outcome::Unknown {
        message.entries = answer.entries.iter().take(MOST_ENTRIES).map(|hit| ranked(library, *hit)).collect();
    }
    message.matched = answer.matched.iter().map(words::matched).collect();
    match &answer.remark {
        Some(Remark::AllBut(part)) => message.notes.push(words::answers_only(part)),
        Some(Remark::Premise(said)) => {
            message.lead = format!("{} {}", premise_words::not_said(&plain::one_line(said)), message.lead);
        }
        Some(Remark::NotNamed(who)) => {
            message.lead =
                format!("{} {}", premise_words::not_named(&meeting::party_name(knowledge, who)), message.lead);
        }
        Some(Remark::SentBy(body)) => {
            let at = answer.entries.first().map_or(usize::MAX, |hit| hit.entry.at);
            message.lead = format!("{} {}", meeting::sent_by(library, at, body), message.lead);
        }
        Some(Remark::Agreed(is_so)) => {
            message.lead = format!("{} {}", premise_words::is_so(*is_so), message.lead);
        }
        Some(Remark::Reason) => message.lead = format!("{} {}", words::NO_REASON, message.lead),
        Some(Remark::Side(side)) => {
            let title = message.title.clone();
            message.lead = format!("{} {}", words::not_recorded(&title, *side), message.lead);
        }
        None => {}
    }
    message.next = next_words::distinct(message.next);
    message.with_text()
}

/// As many entries as an answer names.
const MOST_ENTRIES: usize = 10;

fn ranked(library: &Library, hit: Scored) -> RankedEntry {
    RankedEntry {
        kind: hit.entry.kind.as_str(),
        id: hit.entry.id(&library.knowledge).to_owned(),
        title: hit.entry.title(&library.knowledge).to_owned(),
        score: hit.score.clamp(0.0, 1.0),
    }
}
