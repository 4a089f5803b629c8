//! The inverted index: which entries hold a word, and how much the word says about each.
//!
//! The one idea: everything that does not depend on the query is computed once. A posting holds the entry and what the
//! word contributes to it, 0 to 1, fields and lengths already weighed in, so that a query only adds.

use std::collections::HashMap;

use super::documents::{Field, fields_of};
use super::entry_ref::EntryRef;
use super::everyday::is_everyday;
use super::vocabulary::{Stem, Variant, Vocabulary};
use super::weights::{B, K1, PRESENCE, STEM_SIMILARITY};
use crate::knowledge::Knowledge;
use crate::text::{plain_ordinal, tokens};

/// A word of a query: what it may mean, and how much it says.
#[derive(Clone, Debug)]
pub(crate) struct QueryWord {
    /// The words of the knowledge it may mean, likeliest first; empty where it is foreign.
    pub(crate) variants: Vec<Variant>,
    /// From 0 for a word in every entry to 1 for a word in none.
    pub(crate) weight: f32,
    /// A word of everyday English: probably meant as typed, and no name.
    pub(crate) is_everyday: bool,
}

impl QueryWord {
    /// Whether it is a word of everyday English that the knowledge does not hold, only one like it.
    pub(crate) fn is_bent(&self) -> bool {
        self.is_everyday && self.variants.first().is_some_and(|variant| variant.similarity < STEM_SIMILARITY)
    }

    /// Whether the knowledge holds nothing like it.
    pub(crate) fn is_foreign(&self) -> bool {
        self.variants.is_empty()
    }
}

/// An entry with the share of the query that it explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scored {
    pub(crate) entry: EntryRef,
    /// From 0 to 1.
    pub(crate) score: f32,
}

/// The entry's number, and what the word contributes to it.
#[derive(Clone, Copy, Debug)]
struct Posting {
    document: u32,
    contribution: f32,
}

/// The vocabulary and its posting lists.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) vocabulary: Vocabulary,
    documents: Vec<EntryRef>,
    postings: Vec<Vec<Posting>>,
    numbers: HashMap<EntryRef, u32>,
}

impl Index {
    /// Reads every entry once.
    pub(super) fn new(knowledge: &Knowledge) -> Self {
        let mut vocabulary = Vocabulary::default();
        let documents: Vec<EntryRef> = EntryRef::all(knowledge).collect();
        let mut counted = Vec::with_capacity(documents.len());
        let mut lengths = Vec::with_capacity(documents.len());
        for &entry in &documents {
            let (words, length) = count_words(&mut vocabulary, &fields_of(knowledge, entry));
            counted.push(words);
            lengths.push(length);
        }
        vocabulary.close();
        let average = lengths.iter().sum::<f32>() / ratio(lengths.len().max(1));
        let mut postings = vec![Vec::new(); vocabulary.stem_count()];
        for (document, (words, length)) in counted.iter().zip(&lengths).enumerate() {
            let norm = 1.0 - B + B * length / average.max(1.0);
            for &(stem, frequency) in words {
                let weighted = frequency / norm;
                let contribution = PRESENCE + (1.0 - PRESENCE) * weighted / (weighted + K1);
                if let Some(list) = postings.get_mut(stem as usize) {
                    list.push(Posting { document: number(document), contribution });
                }
            }
        }
        let numbers = documents.iter().enumerate().map(|(at, &entry)| (entry, number(at))).collect();
        Self { vocabulary, documents, postings, numbers }
    }

    /// Looks a folded word up, and weighs it by how few entries hold it.
    pub(crate) fn word(&self, folded: &str) -> QueryWord {
        QueryWord { is_everyday: is_everyday(folded), ..self.weighed(self.vocabulary.variants(folded)) }
    }

    /// A word with others that mean the same here: each counts as much less as `similarity` says.
    pub(crate) fn with_synonyms<'a>(
        &self,
        mut word: QueryWord,
        synonyms: impl Iterator<Item = &'a str>,
        similarity: f32,
    ) -> QueryWord {
        let was_sure = word.variants.first().is_some_and(|variant| variant.similarity >= STEM_SIMILARITY);
        let known = synonyms.filter_map(|synonym| self.vocabulary.stem(synonym));
        let known: Vec<Variant> = known.map(|stem| Variant { stem, similarity }).collect();
        if known.is_empty() {
            return word;
        }
        // What has a synonym is a word of its own, never a misspelling of another.
        if !was_sure {
            word.variants.clear();
        }
        for variant in known {
            if word.variants.iter().all(|other| other.stem != variant.stem) {
                word.variants.push(variant);
            }
        }
        QueryWord { is_everyday: false, ..self.weighed(word.variants) }
    }

    /// A word that is not looked up.
    pub(crate) fn foreign_word(&self) -> QueryWord {
        self.weighed(Vec::new())
    }

    /// The same for a word that is still being typed.
    pub(crate) fn word_being_typed(&self, folded: &str) -> QueryWord {
        let mut variants = self.vocabulary.completions(folded);
        if variants.is_empty() {
            variants = self.vocabulary.variants(folded);
        }
        self.weighed(variants)
    }

    fn weighed(&self, variants: Vec<Variant>) -> QueryWord {
        let holding = variants.first().map_or(0, |variant| self.list(variant.stem).len());
        QueryWord { variants, weight: self.weight(holding), is_everyday: false }
    }

    /// Inverse document frequency, scaled so that a word no entry holds weighs 1.
    fn weight(&self, holding: usize) -> f32 {
        let all = ratio(self.documents.len());
        let idf = |holding: f32| (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln();
        idf(ratio(holding)) / idf(0.0)
    }

    /// The entries that explain most of the words, best first; equal scores keep the order of the knowledge.
    pub(crate) fn rank(&self, words: &[QueryWord], keep: impl Fn(EntryRef) -> bool) -> Vec<Scored> {
        let total: f32 = words.iter().map(|word| word.weight).sum();
        if total <= 0.0 {
            return Vec::new();
        }
        let mut sums = vec![0.0_f32; self.documents.len()];
        let mut best = vec![0.0_f32; self.documents.len()];
        for word in words {
            // Of the spellings that one typed word may mean, an entry is credited with its best alone.
            for variant in &word.variants {
                for posting in self.list(variant.stem) {
                    let gained = word.weight * variant.similarity * posting.contribution;
                    if let Some(best) = best.get_mut(posting.document as usize) {
                        *best = best.max(gained);
                    }
                }
            }
            for variant in &word.variants {
                for posting in self.list(variant.stem) {
                    let at = posting.document as usize;
                    if let (Some(sum), Some(best)) = (sums.get_mut(at), best.get_mut(at)) {
                        *sum += std::mem::take(best);
                    }
                }
            }
        }
        let scored = sums.iter().zip(&self.documents).filter(|(sum, _)| **sum > 0.0);
        let mut found: Vec<Scored> = scored
            .filter(|(_, entry)| keep(**entry))
            .map(|(sum, &entry)| Scored { entry, score: (sum / total).min(1.0) })
            .collect();
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found
    }

    /// How alike the entry's word is to the one typed, if the entry holds one.
    pub(crate) fn likeness(&self, entry: EntryRef, word: &QueryWord) -> Option<f32> {
        let document = *self.numbers.get(&entry)?;
        let holds = |variant: &&Variant| {
            self.list(variant.stem).binary_search_by_key(&document, |posting| posting.document).is_ok()
        };
        word.variants.iter().find(holds).map(|variant| variant.similarity)
    }

    fn list(&self, stem: Stem) -> &[Posting] {
        self.postings.get(stem as usize).map_or(&[], Vec::as_slice)
    }
}

/// The stems of an entry with their weighted frequency, and the entry's length in words.
fn count_words(vocabulary: &mut Vocabulary, fields: &[(Field, String)]) -> (Vec<(Stem, f32)>, f32) {
    let mut found: Vec<(Stem, f32)> = Vec::new();
    let mut length = 0;
    for (field, text) in fields {
        for token in tokens(text) {
            length += 1;
            found.push((vocabulary.add(plain_ordinal(&token.folded)), field.weight()));
        }
    }
    found.sort_unstable_by_key(|&(stem, _)| stem);
    found.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 += later.1;
        }
        same
    });
    (found, ratio(length))
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and entries")]
fn ratio(count: usize) -> f32 {
    count as f32
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
