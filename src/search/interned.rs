//! Texts that are kept once each, known by number.
//!
//! The one idea: all texts lie in one string, and the table holds numbers alone, so a word costs its letters and ten bytes.

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

/// The texts, numbered from 0 in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Interned {
    letters: String,
    /// Where each text ends.
    ends: Vec<u32>,
    numbers: HashTable<u32>,
}

impl Interned {
    /// The number of a text, and whether it is new.
    pub(super) fn intern(&mut self, text: &str) -> (u32, bool) {
        let hash = hash(text);
        if let Some(&number) = self.numbers.find(hash, |&number| part(&self.letters, &self.ends, number) == text) {
            return (number, false);
        }
        let number = self.len();
        self.letters.push_str(text);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        let (letters, ends) = (&self.letters, &self.ends);
        self.numbers.insert_unique(hash, number, |&number| self::hash(part(letters, ends, number)));
        (number, true)
    }

    /// The number of a text that is known.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.numbers.find(hash(text), |&number| self.get(number) == text).copied()
    }

    /// The text of a number; empty for one that was never given.
    pub(super) fn get(&self, number: u32) -> &str {
        part(&self.letters, &self.ends, number)
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// Gives back the room that no text took.
    pub(super) fn shrink(&mut self) {
        self.letters.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

fn part<'a>(letters: &'a str, ends: &[u32], number: u32) -> &'a str {
    let at = number as usize;
    let from = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    ends.get(at).and_then(|&to| letters.get(from as usize..to as usize)).unwrap_or_default()
}

/// The same in every run, so that everything built on it is too.
fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
