//! Finding entries: vocabulary, inverted index, names, ranking. No input or output, no clock; the same every time.

mod completion;
mod documents;
mod entry_ref;
mod everyday;
mod index;
mod names;
mod vocabulary;
mod weights;

pub(crate) use entry_ref::EntryRef;
pub(crate) use index::{Index, QueryWord, Scored};
pub(crate) use names::{Mention, NameWord, Names, is_small_word, same_name};
pub(crate) use vocabulary::{Stem, spelling_similarity};
pub(crate) use weights::SYNONYM_SIMILARITY;

use crate::knowledge::Knowledge;
use crate::text::{plain_ordinal, tokens};

/// The knowledge with everything that finds things in it. Built once, never changed.
#[derive(Debug)]
pub struct Library {
    /// The entries.
    pub knowledge: Knowledge,
    pub(crate) index: Index,
    pub(crate) names: Names,
}

impl Library {
    /// Indexes the knowledge.
    pub fn new(knowledge: Knowledge) -> Self {
        let index = Index::new(&knowledge);
        let names = Names::new(&knowledge, &index.vocabulary);
        Self { knowledge, index, names }
    }

    /// Whether an entry holds a word in running text alone, not in a name, topic, place or among people.
    pub(crate) fn says_in_passing(&self, entry: EntryRef, word: &QueryWord) -> bool {
        let holds = |text: &str| {
            let mut stems =
                tokens(text).into_iter().filter_map(|token| self.index.vocabulary.stem(plain_ordinal(&token.folded)));
            stems.any(|stem| word.variants.iter().any(|variant| variant.stem == stem))
        };
        !documents::fields_of(&self.knowledge, entry).iter().any(|(field, text)| !field.is_body() && holds(text))
    }

    /// The stems of every name of an entry.
    pub(crate) fn stems_of_names(&self, entry: EntryRef) -> Vec<Vec<Stem>> {
        let stems = |name: &String| {
            tokens(name).iter().filter_map(|token| self.index.vocabulary.stem(plain_ordinal(&token.folded))).collect()
        };
        names::names_of(&self.knowledge, entry).iter().map(stems).collect()
    }
}
