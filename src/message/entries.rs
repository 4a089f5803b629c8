//! Facts, organisations, people and terms in words.
//!
//! The one idea: every statement carries the date it held at.

use super::meeting::line;
use super::plain::{listed, sentence};
use super::shape::{Message, Outcome};
use super::sources::{conflicts, links, links_of_all};
use super::{dates, next, next_words, words};
use crate::answer::{Party, Piece, Role, chain, participants};
use crate::knowledge::{Fact, Kind, Knowledge, Meeting, Person, Status};
use crate::search::{EntryRef, Library};
use crate::text::{TimeSpan, sentences};

/// As many meetings as stand beside an organisation or person.
const MOST_MEETINGS: usize = 5;

/// A fact, with what it was at other dates.
pub(super) fn fact(knowledge: &Knowledge, at: usize, asked: Option<TimeSpan>, first: &[Piece]) -> Message {
    let Some(fact) = knowledge.facts.get(at) else { return nothing() };
    let mut message = Message::new(Outcome::Answered, fact.title.clone(), text_of(fact, first));
    let links_of_chain = chain(knowledge, at);
    let others = links_of_chain.iter().filter(|other| **other != at).filter_map(|other| knowledge.facts.get(*other));
    let dated = |at: &&usize| knowledge.facts.get(**at).and_then(|fact| fact.as_of);
    let touched = |span: TimeSpan| {
        links_of_chain
            .iter()
            .filter(|at| dated(at).is_some_and(|date| span.touches(date.first_day(), date.last_day())))
            .count()
    };
    if asked.is_none_or(|span| touched(span) > 1) {
        message.field(words::FIELD_OVER_TIME, others.clone().map(|other| sentence(&other.text)));
    }
    if let Some(as_of) = fact.as_of {
        let said = dates::said(as_of);
        let off = asked.filter(|span| links_of_chain.len() > 1 && !span.touches(as_of.first_day(), as_of.last_day()));
        message.notes.push(match off {
            Some(span) => words::nearest_date(&dates::span(span), &said),
            None => words::as_of(&said),
        });
    }
    if fact.status == Status::Unverified {
        message.notes.push(words::UNVERIFIED.to_owned());
    }
    if let Some(later) = fact.superseded_by.as_deref().and_then(|id| knowledge.fact(id)) {
        message.notes.push(words::replaced(&later.title, &later.as_of.map(dates::said).unwrap_or_default()));
    }
    let told = conflicts(&fact.conflicts).into_iter().enumerate();
    message.notes.extend(told.filter(|(at, _)| !first.contains(&Piece::Conflict(*at))).map(|(_, conflict)| conflict));
    message.sources = links_of_all(&fact.sources, &fact.conflicts, fact.as_of);
    message.next = others.rev().take(2).map(|other| next_words::about(Kind::Fact, &other.title)).collect();
    message
}

/// What the fact says, the parts first that tell most of what was asked.
fn text_of(fact: &Fact, first: &[Piece]) -> String {
    let told = sentences(&fact.text);
    let piece = |piece: &Piece| match piece {
        Piece::Sentence(at) => told.get(*at).map(|text| sentence(text)),
        Piece::Conflict(at) => conflicts(fact.conflicts.get(*at..=*at)?).pop(),
        _ => None,
    };
    let rest = told.iter().enumerate().filter(|(at, _)| !first.contains(&Piece::Sentence(*at)));
    let said: Vec<String> = first.iter().filter_map(piece).chain(rest.map(|(_, text)| sentence(text))).collect();
    said.join(" ")
}

/// An organisation, with the meetings it was in.
pub(super) fn organisation(library: &Library, at: usize) -> Message {
    let knowledge = &library.knowledge;
    let Some(body) = knowledge.organisations.get(at) else { return nothing() };
    let lead =
        body.text.as_deref().map_or_else(|| words::is_a(&body.name, words::organisation_kind(body.kind)), sentence);
    let mut message = Message::new(Outcome::Answered, body.name.clone(), lead);
    message.field(words::FIELD_SHORT_FORMS, [body.acronyms.join(", ")]);
    let parent = body.parent.as_deref().map(|parent| knowledge.name_of(parent).to_owned());
    message.field(words::FIELD_PART_OF, parent);
    let held = knowledge.people.iter().flat_map(|person| person.roles.iter().map(move |role| (person, role)));
    let ours = held.filter(|(_, role)| {
        role.organisation.as_deref().is_some_and(|id| knowledge.resolve(id) == Some((Kind::Organisation, at)))
    });
    message.field(
        words::FIELD_OFFICES,
        ours.map(|(person, role)| {
            words::held_office(&person.name, &words::office(&role.role, None, role.as_of.map(dates::said).as_deref()))
        }),
    );
    let entry = EntryRef { kind: Kind::Organisation, at };
    meetings_of(library, entry, &mut message);
    message.sources.extend(links(&body.sources, None));
    message
}

/// A person, with the offices held and when.
pub(super) fn person(library: &Library, at: usize) -> Message {
    let knowledge = &library.knowledge;
    let Some(person) = knowledge.people.get(at) else { return nothing() };
    let offices = said_offices(knowledge, person);
    let lead = person.text.as_deref().map_or_else(|| words::held_office(&person.name, &listed(&offices)), sentence);
    let mut message = Message::new(Outcome::Answered, person.name.clone(), lead);
    if person.text.is_some() || offices.len() > 1 {
        message.field(words::FIELD_OFFICES, offices);
    }
    meetings_of(library, EntryRef { kind: Kind::Person, at }, &mut message);
    message.notes.extend(conflicts(&person.conflicts));
    message.sources.extend(links_of_all(&person.sources, &person.conflicts, None));
    message
}

/// What a term means.
pub(super) fn term(knowledge: &Knowledge, at: usize) -> Message {
    let Some(term) = knowledge.glossary.get(at) else { return nothing() };
    let mut lead = Vec::new();
    lead.extend(term.stands_for.as_deref().map(|long| words::stands_for(&term.term, long)));
    lead.push(sentence(&term.text));
    let mut message = Message::new(Outcome::Answered, term.term.clone(), lead.join(" ").trim().to_owned());
    if !term.documented {
        message.notes.push(words::UNDOCUMENTED.to_owned());
    }
    message.sources = links(&term.sources, None);
    if let Some((kind, at)) = term.entry.as_deref().and_then(|id| knowledge.locate(id)) {
        if let Some(body) = knowledge.organisations.get(at).filter(|_| kind == Kind::Organisation) {
            message.notes.extend(body.text.as_deref().map(sentence));
            message.sources.extend(links(&body.sources, None));
        }
        message.next = next::entry(knowledge, kind, at);
    }
    message
}

/// What several names mean.
pub(super) fn beside(library: &Library, entries: &[EntryRef]) -> Message {
    let knowledge = &library.knowledge;
    let meant = |entry: &EntryRef| {
        let term = knowledge.glossary.get(entry.at).filter(|_| entry.kind == Kind::Glossary);
        term.and_then(|term| term.entry.as_deref()).unwrap_or_else(|| entry.id(knowledge)).to_owned()
    };
    let explained = entries.iter().map(|entry| match entry.kind {
        Kind::Glossary => term(knowledge, entry.at),
        Kind::Organisation => organisation(library, entry.at),
        Kind::Person => person(library, entry.at),
        Kind::Fact => fact(knowledge, entry.at, None, &[]),
        Kind::Meeting => nothing(),
    });
    let explained: Vec<Message> = explained.collect();
    let is_one = entries.iter().map(meant).all(|entry| entries.first().map(meant) == Some(entry));
    let same = is_one.then_some(words::MEAN_THE_SAME.to_owned());
    let leads = explained.iter().map(|message| words::explained(&message.title, &message.lead));
    let lead = same.into_iter().chain(leads).collect::<Vec<_>>().join(" ");
    let mut message = Message::new(Outcome::Answered, words::TITLE_BESIDE, lead);
    for other in explained {
        message.notes.extend(other.notes);
        message.sources.extend(other.sources);
        message.next.extend(other.next);
    }
    message
}

/// Who held an office.
pub(super) fn offices(library: &Library, holders: &[(usize, usize)]) -> Message {
    let knowledge = &library.knowledge;
    let held = holders.iter().filter_map(|(person, role)| {
        let person = knowledge.people.get(*person)?;
        let role = person.roles.get(*role)?;
        let body =
            role.organisation.as_deref().map(|id| knowledge.name_of(id)).filter(|body| !role.role.contains(body));
        Some((
            person,
            words::held_office(&person.name, &words::office(&role.role, body, role.as_of.map(dates::said).as_deref())),
        ))
    });
    let held: Vec<(&Person, String)> = held.collect();
    let lead = held.iter().map(|(_, said)| said.as_str()).collect::<Vec<_>>().join(" ");
    let mut message = Message::new(Outcome::Answered, words::TITLE_OFFICES, lead);
    message.notes = held.iter().flat_map(|(person, _)| conflicts(&person.conflicts)).collect();
    message.sources = held.iter().flat_map(|(person, _)| links(&person.sources, None)).collect();
    if message.sources.is_empty() {
        // Who has no source of his own was seen at a meeting.
        let at_meetings = holders
            .iter()
            .flat_map(|(at, _)| meetings_with(library, EntryRef { kind: Kind::Person, at: *at }).into_iter().take(1));
        message.sources =
            at_meetings.flat_map(|meeting| links(meeting.sources.iter().take(1), meeting.date.start)).collect();
    }
    message.next = held.iter().take(3).map(|(person, _)| next_words::about(Kind::Person, &person.name)).collect();
    message
}

/// The meetings somebody took part in, newest first.
fn meetings_with(library: &Library, entry: EntryRef) -> Vec<&Meeting> {
    let who = Party::Known(vec![entry]);
    let took_part = |meeting: &&Meeting| {
        participants(meeting, Role::Any)
            .flat_map(crate::knowledge::Participant::references)
            .any(|reference| crate::answer::means(library, reference, &who))
    };
    let newest_first = library.meetings_newest_first().filter_map(|at| library.knowledge.meetings.get(at));
    newest_first.filter(took_part).collect()
}

/// The same as a part of a card.
fn meetings_of(library: &Library, entry: EntryRef, message: &mut Message) {
    let meetings = meetings_with(library, entry);
    let more = meetings.len().saturating_sub(MOST_MEETINGS);
    let lines = meetings.iter().take(MOST_MEETINGS).map(|meeting| line(meeting));
    message.field(words::FIELD_MEETINGS, lines.chain((more > 0).then(|| words::and_more(more))));
    message.sources = meetings
        .iter()
        .take(MOST_MEETINGS)
        .flat_map(|meeting| links(meeting.sources.iter().take(1), meeting.date.start))
        .collect();
    if !meetings.is_empty() {
        message.next.push(next_words::meetings_with(entry.title(&library.knowledge)));
    }
}

fn said_offices(knowledge: &Knowledge, person: &Person) -> Vec<String> {
    let said = |role: &crate::knowledge::Role| {
        let body =
            role.organisation.as_deref().map(|id| knowledge.name_of(id)).filter(|body| !role.role.contains(body));
        words::office(&role.role, body, role.as_of.map(dates::said).as_deref())
    };
    person.roles.iter().map(said).collect()
}

pub(super) fn nothing() -> Message {
    Message::new(Outcome::Unknown, words::TITLE_UNKNOWN, words::LEAD_NOTHING)
}
