//! Short names for entries and questions, to stand where Discord leaves little room.
//!
//! The one idea: an id or question that is short stands for itself; a longer one stands as `#` and the start of its hash,
//! which is looked for in the knowledge when it comes back. So the state is complete and survives a restart.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::knowledge::Kind;
use crate::message::every_question;
use crate::search::Library;

/// Before a hash.
const HASHED: char = '#';
/// Bytes of the hash: among a million entries, two that are alike are one chance in five hundred.
const BYTES: usize = 6;

/// What stands for a text where at most `room` UTF-16 units may stand; at least 13 are needed.
pub(super) fn key(text: &str, room: usize) -> String {
    if super::limits::units(text) <= room && !text.starts_with(HASHED) && text.trim() == text && !text.is_empty() {
        text.to_owned()
    } else {
        hashed(text)
    }
}

/// The id of the entry that a key stands for, if there still is one.
pub(super) fn entry_id<'a>(library: &'a Library, key: &str) -> Option<&'a str> {
    let ids = || ids(library);
    if key.starts_with(HASHED) {
        return ids().find(|id| hashed(id) == key);
    }
    let (kind, at) = library.knowledge.locate(key)?;
    ids().nth(offset(library, kind) + at)
}

/// The question that a key stands for, if it can still be asked.
pub(super) fn question(library: &Library, key: &str) -> Option<String> {
    if key.starts_with(HASHED) {
        every_question(library).find(|question| hashed(question) == key)
    } else {
        Some(key.to_owned())
    }
}

/// What an option holds: what was typed, or what the key that was suggested stands for.
pub(super) fn option(library: &Library, value: String) -> String {
    if !value.starts_with(HASHED) {
        return value;
    }
    let entry = entry_id(library, &value).map(|id| format!("id:{id}"));
    entry.or_else(|| question(library, &value)).unwrap_or(value)
}

/// What an option's suggestion is put in as.
pub(super) fn suggested(value: &str) -> String {
    if super::limits::units(value) <= super::limits::SUGGESTION {
        value.to_owned()
    } else {
        hashed(value.strip_prefix("id:").unwrap_or(value))
    }
}

fn hashed(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(BYTES).fold(HASHED.to_string(), |mut hash, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}

/// Every id, kind by kind.
fn ids(library: &Library) -> impl Iterator<Item = &str> {
    let knowledge = &library.knowledge;
    let facts = knowledge.facts.iter().map(|entry| entry.id.as_str());
    let meetings = knowledge.meetings.iter().map(|entry| entry.id.as_str());
    let organisations = knowledge.organisations.iter().map(|entry| entry.id.as_str());
    let people = knowledge.people.iter().map(|entry| entry.id.as_str());
    let glossary = knowledge.glossary.iter().map(|entry| entry.id.as_str());
    facts.chain(meetings).chain(organisations).chain(people).chain(glossary)
}

/// Where the ids of a kind begin.
fn offset(library: &Library, kind: Kind) -> usize {
    library.knowledge.counts().iter().take_while(|(counted, _)| *counted != kind).map(|(_, count)| count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn every_entry_and_question_comes_back() {
        let library = Library::new(Knowledge::built_in().expect("sound").knowledge);
        for id in ids(&library) {
            for room in [13, 60] {
                assert_eq!(entry_id(&library, &key(id, room)), Some(id));
            }
        }
        let all: Vec<String> = every_question(&library).collect();
        assert!(all.len() > 100);
        for asked in all.iter().step_by(17) {
            assert_eq!(question(&library, &key(asked, 13)).as_ref(), Some(asked));
        }
        assert_eq!(entry_id(&library, "no-such-entry"), None);
        assert_eq!(entry_id(&library, "#000000000000"), None);
    }
}
