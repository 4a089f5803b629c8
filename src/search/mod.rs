//! Finding entries: vocabulary, inverted index, names, ranking. No input or output, no clock; the same every time.

mod calendar;
mod completion;
mod deletions;
mod documents;
mod entry_ref;
mod everyday;
mod index;
mod interned;
mod names;
mod near_names;
mod postings;
mod ranking;
#[cfg(test)]
mod reference_tests;
mod slips;
mod spelt;
mod vocabulary;
mod weights;

pub(crate) use entry_ref::EntryRef;
pub(crate) use index::{Index, QueryWord, Scored};
pub(crate) use names::{Mention, NameWord, Names, is_small_word, same_name};
pub(crate) use near_names::NearName;
pub(crate) use vocabulary::{Stem, spelling_similarity};
pub(crate) use weights::{MOST_TILT, STEM_SIMILARITY, SYNONYM_SIMILARITY};

use jiff::civil::Date;

use crate::knowledge::Knowledge;
use crate::text::{each_token, plain_ordinal};

/// The knowledge with everything that finds things in it. Built once, never changed.
#[derive(Debug)]
pub struct Library {
    /// The entries.
    pub knowledge: Knowledge,
    pub(crate) index: Index,
    pub(crate) names: Names,
    near_names: near_names::NearNames,
    calendar: calendar::Calendar,
}

impl Library {
    /// Indexes the knowledge.
    pub fn new(knowledge: Knowledge) -> Self {
        let index = Index::new(&knowledge);
        let names = Names::new(index.entries(), &index.spelt, &index.vocabulary);
        let near_names = near_names::NearNames::new(index.entries(), &index.spelt, &index.vocabulary);
        let calendar = calendar::Calendar::new(&knowledge);
        Self { knowledge, index, names, near_names, calendar }
    }

    /// The places of all meetings that may have been held from one day to another, and some that were not.
    pub(crate) fn held_about(&self, from: Date, to: Date) -> Vec<usize> {
        self.calendar.about(from, to)
    }

    /// The places of all meetings, newest first; those without a date last.
    pub(crate) fn meetings_newest_first(&self) -> impl Iterator<Item = usize> {
        self.calendar.newest_first()
    }

    /// Whether an entry holds a word in running text alone, not in a name, topic, place or among people.
    pub(crate) fn says_in_passing(&self, entry: EntryRef, word: &QueryWord) -> bool {
        let mut is_elsewhere = false;
        let mut room = String::new();
        documents::each_field(&self.knowledge, entry, &mut |field, text| {
            if !field.is_body() && !is_elsewhere {
                each_token(text, &mut room, &mut |token| {
                    let stem = self.index.vocabulary.stem(plain_ordinal(token));
                    is_elsewhere |= word.variants.iter().any(|variant| Some(variant.stem) == stem);
                });
            }
        });
        !is_elsewhere
    }

    /// The stems of every name of an entry.
    pub(crate) fn stems_of_names(&self, entry: EntryRef) -> Vec<Vec<Stem>> {
        let stems = |name: &[u32]| name.iter().map(|&surface| self.index.vocabulary.stem_of(surface)).collect();
        self.index.names_of(entry).map(stems).collect()
    }
}
