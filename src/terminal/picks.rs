//! What of an answer can be picked by a number, in the order of the numbers.
//!
//! The one idea: a list can be picked from when each of its lines names another of the answer's entries; the questions to
//! ask next are numbered on from there, and one that only opens an entry of the list is left out.

use crate::message::{Field, Message};

/// What numbers stand for, besides choices.
#[derive(Debug, Default)]
pub(super) struct Picks<'a> {
    /// The field that is a list.
    pub(super) list: Option<&'a Field>,
    /// The ids of the entries that its lines name.
    pub(super) entries: Vec<&'a str>,
    /// The questions to ask next.
    pub(super) next: Vec<&'a str>,
}

impl<'a> Picks<'a> {
    /// What can be picked from an answer.
    pub(super) fn of(message: &'a Message) -> Self {
        let list = message.fields.iter().find_map(|field| Some((field, entries_of(message, field)?)));
        let next = message.next.iter().map(String::as_str);
        let Some((field, entries)) = list.filter(|_| message.choices.is_empty()) else {
            return Self { next: next.collect(), ..Self::default() };
        };
        let opens = |question: &str| {
            let question = question.to_lowercase();
            message.entries.iter().any(|entry| question.ends_with(&entry.title.to_lowercase()))
        };
        Self { list: Some(field), entries, next: next.filter(|question| !opens(question)).collect() }
    }
}

/// The ids of the entries that the lines of a field name, each another one.
fn entries_of<'a>(message: &'a Message, field: &Field) -> Option<Vec<&'a str>> {
    if field.lines.len() < 2 {
        return None;
    }
    let mut ids: Vec<&str> = Vec::new();
    for line in &field.lines {
        // Of two names that both stand in the line, the longer one is meant.
        let fitting = message.entries.iter().filter(|entry| line.contains(&entry.title));
        let id = fitting.max_by_key(|entry| entry.title.len())?.id.as_str();
        if ids.contains(&id) {
            return None;
        }
        ids.push(id);
    }
    Some(ids)
}
