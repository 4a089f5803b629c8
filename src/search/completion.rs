//! Completion: entries that fit what is typed so far.
//!
//! The one idea: every word typed must be explained, the last as a beginning; names come before running text.

use super::entry_ref::EntryRef;
use super::index::QueryWord;
use super::names::names_of;
use super::vocabulary::{Surface, Variant};
use super::{Library, Scored};
use crate::knowledge::Knowledge;
use crate::text::{fold, plain_ordinal, stem, tokens};

/// An entry that fits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Completed {
    pub(crate) entry: EntryRef,
    /// Whether its names alone explain what was typed.
    pub(crate) by_name: bool,
}

/// So many of the best are looked at by name; more are never shown.
const LOOKED_AT: usize = 200;

impl Library {
    /// At most so many entries that explain every word typed, those that do so by name first. Running text is searched only
    /// where names are too few: it holds every word that begins with `co`.
    pub(crate) fn complete(&self, text: &str, most: usize, keep: &dyn Fn(EntryRef) -> bool) -> Vec<Completed> {
        let by_name = self.completed(text, true, keep);
        if by_name.iter().filter(|found| found.by_name).count() >= most {
            return by_name.into_iter().take(most).collect();
        }
        self.completed(text, false, keep).into_iter().take(most).collect()
    }

    fn completed(&self, text: &str, in_names: bool, keep: &dyn Fn(EntryRef) -> bool) -> Vec<Completed> {
        let typed = tokens(text);
        let last = typed.len().saturating_sub(1);
        let ends_open = text.chars().next_back().is_some_and(char::is_alphanumeric);
        let words: Vec<QueryWord> = typed
            .iter()
            .enumerate()
            .map(|(at, token)| {
                let folded = plain_ordinal(&token.folded);
                if at == last && ends_open {
                    self.index.word_being_typed(folded, in_names)
                } else {
                    self.index.word(folded)
                }
            })
            .collect();
        let explained = |hit: &Scored| words.iter().all(|word| self.index.likeness(hit.entry, word).is_some());
        let ranked = self.index.rank(&words, LOOKED_AT, keep);
        let folded: Vec<&str> = typed.iter().map(|token| token.folded.as_str()).collect();
        let mut found: Vec<(f32, Completed)> = ranked
            .into_iter()
            .filter(explained)
            .map(|hit| {
                let name = self.name_fit(hit.entry, &words, &folded);
                (name + hit.score, Completed { entry: hit.entry, by_name: name > 0.0 })
            })
            .collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found.into_iter().map(|(_, completed)| completed).collect()
    }

    /// From 0 where no name holds all words to 3 where a name begins with them, and 3.5 where the title does, which is shown.
    fn name_fit(&self, entry: EntryRef, words: &[QueryWord], folded: &[&str]) -> f32 {
        let vocabulary = &self.index.vocabulary;
        let fit = |(at, name): (usize, &[Surface])| {
            let holds = |word: &QueryWord| {
                let is_in =
                    |variant: &&Variant| name.iter().any(|&surface| vocabulary.stem_of(surface) == variant.stem);
                word.variants.iter().filter(is_in).map(|variant| variant.similarity).fold(0.0, f32::max)
            };
            let least = words.iter().map(holds).fold(1.0, f32::min);
            let starts = folded.len() <= name.len()
                && name
                    .iter()
                    .zip(folded)
                    .all(|(&surface, typed)| vocabulary.letters(surface).starts_with(plain_ordinal(typed)));
            let start = match (starts, at) {
                (true, 0) => 1.5,
                (true, _) => 1.0,
                (false, _) => 0.0,
            };
            if least <= 0.0 { 0.0 } else { 1.0 + least + start }
        };
        self.index.names_of(entry).enumerate().map(fit).fold(0.0, f32::max)
    }
}

impl EntryRef {
    /// The other name that begins like the text, where the title does not.
    pub(crate) fn alias_like(self, knowledge: &Knowledge, text: &str) -> Option<String> {
        let typed = fold(text);
        let typed = typed.trim();
        let stems: Vec<String> = tokens(text).iter().map(|token| stem(&token.folded).into_owned()).collect();
        let title = fold(self.title(knowledge));
        if title.contains(typed) || stems.iter().all(|stem| title.contains(stem.as_str())) {
            return None;
        }
        names_of(knowledge, self).into_iter().skip(1).find(|name| fold(name).contains(typed))
    }
}
