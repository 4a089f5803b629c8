//! Which lines of an answer can be picked by a number.
//!
//! The one idea: a list can be picked from when each of its lines names one of the answer's entries, and nothing else in
//! the answer bears numbers.

use crate::message::{Field, Message};

/// The ids of the entries that the lines of the answer's list name, in their order; none where there is no such list.
pub(super) fn of_list(message: &Message) -> Vec<&str> {
    message.fields.iter().find_map(|field| of_field(message, field)).unwrap_or_default()
}

/// The ids of the entries that the lines of a field name.
pub(super) fn of_field<'a>(message: &'a Message, field: &Field) -> Option<Vec<&'a str>> {
    if field.lines.len() < 2 || !message.choices.is_empty() || !message.next.is_empty() {
        return None;
    }
    let named = |line: &String| {
        // Of two names that both stand in the line, the longer one is meant.
        let fitting = message.entries.iter().filter(|entry| line.contains(&entry.title));
        fitting.max_by_key(|entry| entry.title.len()).map(|entry| entry.id.as_str())
    };
    field.lines.iter().map(named).collect()
}
