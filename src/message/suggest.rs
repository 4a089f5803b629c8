//! Suggestions while typing.
//!
//! The one idea: the last word is a beginning, the others are words; an entry whose name explains them all comes before
//! one whose text does.

use std::collections::BTreeMap;

use super::shape::Suggestion;
use super::{dates, next, next_words, words};
use crate::knowledge::{Kind, Knowledge};
use crate::search::{EntryRef, Library};
use crate::text::{PartialDate, fold};

/// Discord shows no more.
const MOST: usize = 25;

/// What fits an option of a command, best first, at most 25. An option that does not exist has none.
pub fn suggest(library: &Library, command: &str, option: &str, text: &str) -> Vec<Suggestion> {
    let kinds: &[Kind] = match (command, option) {
        ("about", "topic") => &[Kind::Fact, Kind::Meeting, Kind::Organisation, Kind::Person, Kind::Glossary],
        ("meetings", "find") | ("attendees", "meeting") => &[Kind::Meeting],
        ("meetings", "organisation") | ("attendees", "who") => &[Kind::Organisation, Kind::Person],
        ("meetings", "topic") => return topics(&library.knowledge, text),
        ("meetings", "from" | "to") => return years(&library.knowledge, text),
        ("ask", "question") => return questions(library, text),
        _ => return Vec::new(),
    };
    let mut found = entries(library, kinds, text);
    found.truncate(MOST);
    found.into_iter().map(|(entry, why)| suggestion(&library.knowledge, entry, why)).collect()
}

/// Entries of some kinds that fit what was typed so far; on the empty box, the newest meetings first.
fn entries(library: &Library, kinds: &[Kind], text: &str) -> Vec<(EntryRef, String)> {
    let knowledge = &library.knowledge;
    let shown = |entry: EntryRef| kinds.contains(&entry.kind) && !is_withheld(knowledge, entry);
    if fold(text).trim().is_empty() {
        let mut all: Vec<EntryRef> = EntryRef::all(knowledge).filter(|entry| shown(*entry)).collect();
        let date = |entry: &EntryRef| match entry.kind {
            Kind::Meeting => knowledge.meetings.get(entry.at).and_then(|meeting| meeting.date.start),
            Kind::Fact => knowledge.facts.get(entry.at).and_then(|fact| fact.as_of),
            _ => None,
        };
        let newest = |entry: &EntryRef| (std::cmp::Reverse(date(entry).map(PartialDate::first_day)), entry.order());
        if all.len() > MOST {
            all.select_nth_unstable_by_key(MOST, newest);
            all.truncate(MOST);
        }
        all.sort_unstable_by_key(newest);
        return all.into_iter().take(MOST).map(|entry| (entry, words::kind(entry.kind).to_owned())).collect();
    }
    let completed = library.complete(text, MOST, &shown);
    let why = |entry: EntryRef, by_name: bool| match (by_name, entry.alias_like(knowledge, text)) {
        (true, None) => words::WHY_NAME.to_owned(),
        (_, Some(alias)) => words::why_alias(&alias),
        (false, None) => words::WHY_TEXT.to_owned(),
    };
    completed.into_iter().map(|hit| (hit.entry, why(hit.entry, hit.by_name))).collect()
}

fn suggestion(knowledge: &Knowledge, entry: EntryRef, why: String) -> Suggestion {
    let title = entry.title(knowledge);
    let name = match knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting) {
        Some(meeting) => format!("{title} ({})", dates::of_meeting(meeting)),
        None => title.to_owned(),
    };
    Suggestion { name, value: format!("id:{}", entry.id(knowledge)), why }
}

/// Topics of meetings, the commonest first.
fn topics(knowledge: &Knowledge, text: &str) -> Vec<Suggestion> {
    let typed = fold(text);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for topic in knowledge.meetings.iter().flat_map(|meeting| &meeting.topics) {
        *counts.entry(topic).or_default() += 1;
    }
    let mut fitting: Vec<(&str, usize)> =
        counts.into_iter().filter(|(topic, _)| fold(topic).contains(typed.trim())).collect();
    fitting.sort_by_key(|(topic, count)| (!fold(topic).starts_with(typed.trim()), std::cmp::Reverse(*count)));
    let plain = |(topic, _): (&str, usize)| Suggestion {
        name: topic.to_owned(),
        value: topic.to_owned(),
        why: words::WHY_TOPIC.to_owned(),
    };
    fitting.into_iter().take(MOST).map(plain).collect()
}

/// Years in which meetings are recorded, newest first.
fn years(knowledge: &Knowledge, text: &str) -> Vec<Suggestion> {
    let mut years: Vec<i16> = knowledge
        .meetings
        .iter()
        .filter_map(|meeting| meeting.date.start)
        .map(crate::text::PartialDate::year)
        .collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let fitting = years.into_iter().map(|year| year.to_string()).filter(|year| year.starts_with(text.trim()));
    fitting
        .take(MOST)
        .map(|year| Suggestion { name: year.clone(), value: year, why: words::WHY_DATE.to_owned() })
        .collect()
}

/// Whole questions about what was typed so far.
fn questions(library: &Library, text: &str) -> Vec<Suggestion> {
    let knowledge = &library.knowledge;
    let plain =
        |question: String| Suggestion { name: question.clone(), value: question, why: words::WHY_QUESTION.to_owned() };
    if fold(text).trim().is_empty() {
        return next::examples(knowledge).into_iter().map(|next| plain(next.question)).collect();
    }
    let asked = |(entry, why): (EntryRef, String)| {
        let question = next_words::about(entry.kind, entry.title(knowledge)).question;
        Suggestion { name: question.clone(), value: question, why }
    };
    entries(library, &Kind::ALL, text).into_iter().take(MOST).map(asked).collect()
}

fn is_withheld(knowledge: &Knowledge, entry: EntryRef) -> bool {
    entry.kind == Kind::Fact && knowledge.facts.get(entry.at).is_some_and(|fact| fact.withheld)
}
