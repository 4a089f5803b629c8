//! How the names of every entry are spelt: their words in order, by number.
//!
//! The one idea: names are taken apart once. What asks whether a name holds a word, or begins like what is typed, compares
//! numbers instead of reading the name again; a name that many entries bear is kept once.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::entry_ref::EntryRef;
use super::names::names_of;
use super::vocabulary::{Surface, Vocabulary};
use crate::knowledge::Knowledge;
use crate::text::{each_token, plain_ordinal};

/// The names of all entries.
#[derive(Debug, Default)]
pub(super) struct Spelt {
    words: Vec<Surface>,
    /// Where each name's words end.
    ends: Vec<u32>,
    /// The numbers of each entry's names, the entry's title first.
    names: Vec<u32>,
    /// Where each entry's names end.
    names_end: Vec<u32>,
    /// Whether a word stands in any name.
    in_names: Vec<bool>,
}

impl Spelt {
    /// Takes the names of the entries apart; the vocabulary holds all their words already.
    pub(super) fn new(knowledge: &Knowledge, entries: &[EntryRef], vocabulary: &Vocabulary) -> Self {
        let mut spelt = Self { in_names: vec![false; vocabulary.len()], ..Self::default() };
        let mut numbers: HashMap<String, u32, FxBuildHasher> = HashMap::default();
        let mut room = String::new();
        for &entry in entries {
            for name in names_of(knowledge, entry) {
                let number = numbers.get(&name).copied().unwrap_or_else(|| {
                    each_token(&name, &mut room, &mut |token| {
                        spelt.words.extend(vocabulary.surface(plain_ordinal(token)));
                    });
                    spelt.ends.push(count(spelt.words.len()));
                    let number = count(spelt.ends.len() - 1);
                    numbers.insert(name, number);
                    number
                });
                spelt.names.push(number);
            }
            spelt.names_end.push(count(spelt.names.len()));
        }
        for surface in &spelt.words {
            if let Some(is_in) = spelt.in_names.get_mut(*surface as usize) {
                *is_in = true;
            }
        }
        spelt
    }

    /// The words of each name of an entry.
    pub(super) fn names(&self, document: usize) -> impl Iterator<Item = &[Surface]> {
        self.numbers(document).iter().map(|&number| self.words(number))
    }

    /// The numbers of an entry's names.
    pub(super) fn numbers(&self, document: usize) -> &[u32] {
        part(&self.names, &self.names_end, document)
    }

    /// The words of a name by its number.
    pub(super) fn words(&self, number: u32) -> &[Surface] {
        part(&self.words, &self.ends, number as usize)
    }

    /// The first entry that bears a name.
    pub(super) fn bearer(&self, number: u32) -> Option<usize> {
        let at = self.names.iter().position(|known| *known == number)?;
        Some(self.names_end.partition_point(|end| *end as usize <= at))
    }

    /// Whether a word stands in any name.
    pub(super) fn is_in_names(&self, surface: Surface) -> bool {
        self.in_names.get(surface as usize).copied().unwrap_or_default()
    }
}

fn part<'a>(all: &'a [u32], ends: &[u32], at: usize) -> &'a [u32] {
    let from = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    ends.get(at).and_then(|&to| all.get(from as usize..to as usize)).unwrap_or_default()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
