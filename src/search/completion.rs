//! Completion: entries that fit what is typed so far.
//!
//! The one idea: every word typed must be explained, the last as a beginning; names come before running text.

use super::entry_ref::EntryRef;
use super::index::QueryWord;
use super::names::names_of;
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
    /// Entries that explain every word typed, those that do so by name first.
    pub(crate) fn complete(&self, text: &str, keep: &dyn Fn(EntryRef) -> bool) -> Vec<Completed> {
        let typed = tokens(text);
        let last = typed.len().saturating_sub(1);
        let ends_open = text.chars().next_back().is_some_and(char::is_alphanumeric);
        let words: Vec<QueryWord> = typed
            .iter()
            .enumerate()
            .map(|(at, token)| {
                let folded = plain_ordinal(&token.folded);
                if at == last && ends_open { self.index.word_being_typed(folded) } else { self.index.word(folded) }
            })
            .collect();
        let explained = |hit: &Scored| words.iter().all(|word| self.index.likeness(hit.entry, word).is_some());
        let ranked = self.index.rank(&words, keep);
        let looked_at = ranked.into_iter().filter(explained).take(LOOKED_AT);
        let folded: Vec<&str> = typed.iter().map(|token| token.folded.as_str()).collect();
        let mut found: Vec<(f32, Completed)> = looked_at
            .map(|hit| {
                let name = self.name_fit(hit.entry, &words, &folded);
                (name + hit.score, Completed { entry: hit.entry, by_name: name > 0.0 })
            })
            .collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found.into_iter().map(|(_, completed)| completed).collect()
    }

    /// From 0 where no name holds all words to 3 where a name begins with them.
    fn name_fit(&self, entry: EntryRef, words: &[QueryWord], folded: &[&str]) -> f32 {
        let vocabulary = &self.index.vocabulary;
        let fit = |name: &String| {
            let tokens = tokens(name);
            let stems: Vec<_> =
                tokens.iter().filter_map(|token| vocabulary.stem(plain_ordinal(&token.folded))).collect();
            let holds = |word: &QueryWord| {
                word.variants
                    .iter()
                    .filter(|variant| stems.contains(&variant.stem))
                    .map(|variant| variant.similarity)
                    .fold(0.0, f32::max)
            };
            let least = words.iter().map(holds).fold(1.0, f32::min);
            let starts = tokens.iter().zip(folded).all(|(token, typed)| token.folded.starts_with(typed))
                && folded.len() <= tokens.len();
            if least <= 0.0 { 0.0 } else { 1.0 + least + if starts { 1.0 } else { 0.0 } }
        };
        names_of(&self.knowledge, entry).iter().map(fit).fold(0.0, f32::max)
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
