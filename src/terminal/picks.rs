//! What of an answer can be picked by a number, in the order of the numbers.
//!
//! The one idea: a list can be picked from when each of its lines names another of the answer's entries, or of the topics
//! of its menu; the questions to ask next are numbered on from there, and one that only opens an entry of the list is left
//! out.

use crate::message::{Field, MenuItem, Message, NextQuestion};

/// What numbers stand for, besides choices.
#[derive(Debug, Default)]
pub(super) struct Picks<'a> {
    /// The field that is a list.
    pub(super) list: Option<&'a Field>,
    /// What its lines name: as the topic of `about`, each opens.
    pub(super) entries: Vec<String>,
    /// The questions to ask next.
    pub(super) next: Vec<&'a str>,
}

impl<'a> Picks<'a> {
    /// What can be picked from an answer.
    pub(super) fn of(message: &'a Message) -> Self {
        let values = |field| entries_of(message, field).or_else(|| topics_of(message, field));
        let list = message.fields.iter().find_map(|field| Some((field, values(field)?)));
        let question = |next: &'a NextQuestion| next.question.as_str();
        let Some((field, entries)) = list.filter(|_| message.choices.is_empty()) else {
            return Self { next: message.next.iter().map(question).collect(), ..Self::default() };
        };
        let opens = |next: &&NextQuestion| message.entries.iter().any(|entry| next.opens(&entry.title));
        let next = message.next.iter().filter(|next| !opens(next)).map(question).collect();
        Self { list: Some(field), entries, next }
    }
}

/// The topics that the lines of a field name, each as the menu has it at the same place.
fn topics_of(message: &Message, field: &Field) -> Option<Vec<String>> {
    let is_named =
        |(line, item): (&String, &MenuItem)| line.starts_with(&item.label) && item.value.starts_with("topic:");
    let is_list = field.lines.len() == message.menu.len() && field.lines.len() > 1;
    let are_named = field.lines.iter().zip(&message.menu).all(is_named);
    (is_list && are_named).then(|| message.menu.iter().map(|item| item.value.clone()).collect())
}

/// The entries that the lines of a field name, each another one.
fn entries_of(message: &Message, field: &Field) -> Option<Vec<String>> {
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
    Some(ids.into_iter().map(|id| format!("id:{id}")).collect())
}
