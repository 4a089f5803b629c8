//! Lists, comparisons and choices in words.
//!
//! The one idea: a list says what it is a list of, so that a filter that was misunderstood is seen at once.

use std::cmp::Ordering;

use super::meeting::{line, party_name};
use super::plain::{listed, one_line};
use super::shape::{Choice, MenuItem, Message, Outcome, Page};
use super::sources::links;
use super::{dates, meeting, next_words, words};
use crate::answer::{IomFilter, Listing, MeetingList, Party, Request, Role, is_iom, is_participant, participants};
use crate::knowledge::{Fact, Kind, Knowledge, Meeting};
use crate::search::{EntryRef, Library, Scored};
use crate::text::{PartialDate, fold};

/// As many lines as a page holds.
const PAGE: usize = 10;
/// As many lines as stand below the latest or the earliest, itself among them.
const BESIDE: usize = 3;

/// Meetings that passed the filters.
pub(super) fn meetings(library: &Library, list: &MeetingList) -> Message {
    let knowledge = &library.knowledge;
    let all: Vec<&Meeting> = list.hits.iter().filter_map(|&at| knowledge.meetings.get(at)).collect();
    if let (&[at], true) = (list.hits.as_slice(), list.asked != Listing::Count && list.with.is_none()) {
        return meeting::card(knowledge, at, &[], None, &[]);
    }
    let lead = match (list.asked, all.first()) {
        (Listing::Latest, Some(first)) => words::latest(&first.title, &dates::in_sentence(first).unwrap_or_default()),
        (Listing::Earliest, Some(first)) => {
            words::earliest(&first.title, &dates::in_sentence(first).unwrap_or_default())
        }
        _ => {
            let others =
                if list.iom == IomFilter::All { all.iter().filter(|meeting| !is_iom(meeting)).count() } else { 0 };
            words::meetings_found(all.len(), &described(knowledge, list), others)
        }
    };
    let mut message = Message::new(Outcome::Answered, words::TITLE_MEETINGS, lead);
    let pages = all.len().div_ceil(PAGE);
    let page = list.page.min(pages.saturating_sub(1));
    let is_one_wanted = matches!(list.asked, Listing::Latest | Listing::Earliest);
    let lines = if is_one_wanted { BESIDE } else { PAGE };
    let shown: Vec<&&Meeting> = all.iter().skip(page * PAGE).take(lines).collect();
    message.field(words::FIELD_MEETINGS, shown.iter().map(|meeting| line_with(library, meeting, list)));
    if let (Listing::Latest | Listing::Earliest, Some(first)) = (list.asked, all.first()) {
        message.fields.clear();
        message.field(words::FIELD_SUMMARY, [first.summary.clone()]);
        message.field(words::FIELD_MEETINGS, shown.iter().map(|meeting| line(meeting)));
        message.next = super::next::meeting(first, &[]);
    } else {
        message.next = shown.iter().take(3).map(|meeting| next_words::about(Kind::Meeting, &meeting.title)).collect();
    }
    if !is_one_wanted && pages > 1 {
        message.notes.push(words::page(page + 1, pages));
        message.page = Some(Page { number: page, of: pages });
    }
    message.notes.extend(perhaps(knowledge, list));
    message.menu = shown.iter().map(|meeting| item(meeting)).collect();
    let first_sources =
        shown.iter().flat_map(|meeting| meeting.sources.iter().take(1).map(|source| (source, meeting.date.start)));
    message.sources = first_sources.flat_map(|(source, date)| links([source], date)).collect();
    message
}

/// A meeting in a list, with the part that somebody had in it whose meetings are listed.
fn line_with(library: &Library, meeting: &Meeting, list: &MeetingList) -> String {
    let is_person =
        |who: &&Party| matches!(who, Party::Known(entries) if entries.iter().all(|entry| entry.kind == Kind::Person));
    let part = list.with.as_ref().filter(is_person).and_then(|who| {
        let parts = [Role::Chair, Role::Speaker, Role::Any];
        let found = |part: &Role| participants(meeting, *part).find(|one| is_participant(library, one, who));
        parts.iter().find_map(|part| Some((*part, found(part)?.role().unwrap_or_default())))
    });
    match part {
        Some((part, role)) => words::with_part(&line(meeting), part, role),
        None => line(meeting),
    }
}

/// Those whose date is known too roughly for the list.
pub(super) fn perhaps(knowledge: &Knowledge, list: &MeetingList) -> Option<String> {
    let lines: Vec<String> =
        list.perhaps.iter().filter_map(|&at| knowledge.meetings.get(at)).take(PAGE).map(meeting::named).collect();
    (!lines.is_empty()).then(|| words::perhaps(&listed(&lines)))
}

/// What a list is narrowed by: ` with X about Y in 2016`.
pub(super) fn described(knowledge: &Knowledge, list: &MeetingList) -> String {
    let mut which = String::new();
    match list.iom {
        IomFilter::Only => which.push_str(words::IOM_ONLY),
        IomFilter::None => which.push_str(words::NOT_IOM_ONLY),
        IomFilter::All => {}
    }
    if let Some(who) = &list.with {
        which.push_str(&words::with(&party_name(knowledge, who), list.part));
    }
    if let Some(topic) = &list.topic {
        which.push_str(&words::about(&one_line(topic)));
    }
    if let Some(date) = list.dates {
        which.push_str(&words::dated(&dates::asked(date), date.is_day()));
    }
    which
}

/// Which of two came first.
pub(super) fn compare(knowledge: &Knowledge, one: EntryRef, other: EntryRef) -> Message {
    let dates_of = |entry: EntryRef| match entry.kind {
        Kind::Meeting => {
            let meeting = knowledge.meetings.get(entry.at)?;
            let start = meeting.date.start?;
            Some((start.first_day(), meeting.date.end.unwrap_or(start).last_day(), dates::in_sentence(meeting)?))
        }
        _ => knowledge.facts.get(entry.at)?.as_of.map(|date| (date.first_day(), date.last_day(), dates::said(date))),
    };
    let [title_one, title_other] = [one, other].map(|entry| words::named(entry.kind, entry.title(knowledge)));
    let lead = match (dates_of(one), dates_of(other)) {
        (Some(first), Some(second)) => match (first.1 < second.0, second.1 < first.0, first.0.cmp(&second.0)) {
            (true, ..) => words::came_first(&title_one, &first.2, &title_other, &second.2),
            (_, true, _) => words::came_first(&title_other, &second.2, &title_one, &first.2),
            (_, _, Ordering::Equal) if first.1 == second.1 => words::same_time(&title_one, &title_other, &first.2),
            _ => words::cannot_order(&title_one, &title_other),
        },
        _ => words::cannot_order(&title_one, &title_other),
    };
    let mut message = Message::new(Outcome::Answered, words::TITLE_COMPARE, lead);
    let both = [one, other]
        .into_iter()
        .filter(|entry| entry.kind == Kind::Meeting)
        .filter_map(|entry| knowledge.meetings.get(entry.at));
    message.field(words::FIELD_MEETINGS, both.clone().map(line));
    message.notes = both.clone().filter_map(|meeting| meeting.date.note.clone()).collect();
    message.sources = both.flat_map(|meeting| links(&meeting.sources, meeting.date.start)).collect();
    message
}

/// The facts of a topic, newest first.
pub(super) fn topic(knowledge: &Knowledge, topic: &str) -> Message {
    let mut facts: Vec<&Fact> = knowledge.facts.iter().filter(|fact| fact.topic == topic && is_listed(fact)).collect();
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.as_of.map(PartialDate::first_day)));
    let name = words::topic_name(knowledge, topic);
    let mut message = Message::new(Outcome::Answered, name.clone(), words::facts_found(facts.len(), &name));
    message.field(words::FIELD_FACTS, facts.iter().map(|fact| words::dated_title(&fact.title, &said_date(fact))));
    message.menu = facts
        .iter()
        .map(|fact| MenuItem { label: fact.title.clone(), detail: said_date(fact), value: format!("id:{}", fact.id) })
        .collect();
    message
}

/// The same request with a topic that was typed as the overview shows it by its own name.
pub(super) fn as_topic(knowledge: &Knowledge, request: &Request) -> Option<Request> {
    let Request::About { topic: Some(typed) } = request else { return None };
    let typed = fold(typed.trim());
    let mut listed = knowledge.facts.iter().filter(|fact| is_listed(fact)).map(|fact| fact.topic.as_str());
    let meant = listed.find(|topic| fold(&words::topic_name(knowledge, topic)) == typed)?;
    Some(Request::About { topic: Some(format!("topic:{meant}")) })
}

/// Whether a fact stands under its topic: shown at all, and replaced by no later one.
pub(super) fn is_listed(fact: &Fact) -> bool {
    !fact.topic.is_empty() && !fact.withheld && fact.superseded_by.is_none()
}

fn said_date(fact: &Fact) -> String {
    fact.as_of.map(dates::said).unwrap_or_default()
}

fn item(meeting: &Meeting) -> MenuItem {
    MenuItem { label: meeting.title.clone(), detail: dates::of_meeting(meeting), value: format!("id:{}", meeting.id) }
}

/// Several entries that the words cannot tell apart.
pub(super) fn choices(knowledge: &Knowledge, entries: &[Scored]) -> Message {
    let mut message = Message::new(Outcome::Choices, words::TITLE_CHOICES, words::LEAD_CHOICES);
    message.choices = entries.iter().map(|hit| choice(knowledge, hit.entry)).collect();
    message
}

fn choice(knowledge: &Knowledge, entry: EntryRef) -> Choice {
    let label = match knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting) {
        Some(meeting) => format!("{} ({})", meeting.title, dates::of_meeting(meeting)),
        None => entry.title(knowledge).to_owned(),
    };
    Choice { label, kind: entry.kind.as_str(), id: entry.id(knowledge).to_owned() }
}
