//! The vocabulary: every word of the knowledge once, found through misspellings without looking at all of them.
//!
//! The one idea: a deletion neighbourhood (Garbe's `SymSpell`, after Mor and Fraenkel, "A hash code method for detecting
//! and correcting spelling errors", CACM 25(12), 1982). Two words within k edits share a form with at most k letters
//! deleted, so a look-up hashes the few deletions of the typed word and compares only what shares one. What is compared
//! is decided by strsim's optimal string alignment distance, in which a swap of neighbours is one edit.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use super::weights::{
    EDIT_COST, FIRST_LETTER_COST, LEAST_SIMILARITY, MOST_VARIANTS, ONE_EDIT_FROM, STEM_SIMILARITY, TWO_EDITS_FROM,
};
use crate::text::{has_digit, stem};

/// Only so many first letters take part in the deletions: it bounds the index, and later letters are compared anyway.
const PREFIX: usize = 8;

/// The number of a stem.
pub(crate) type Stem = u32;

/// A word of the knowledge that a typed word may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Variant {
    /// Its stem, which the postings are kept by.
    pub(crate) stem: Stem,
    /// From `LEAST_SIMILARITY` to 1.
    pub(crate) similarity: f32,
}

/// All words, their stems, and the deletions that lead to them.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    surfaces: Vec<Box<str>>,
    stem_of: Vec<Stem>,
    numbers: HashMap<Box<str>, u32>,
    stems: HashMap<Box<str>, Stem>,
    /// Pairs of a deletion's hash and a surface's number, sorted.
    deletions: Vec<(u32, u32)>,
    /// The numbers of the surfaces in the order of their letters.
    sorted: Vec<u32>,
}

impl Vocabulary {
    /// Takes a folded word in; gives the number of its stem.
    pub(super) fn add(&mut self, word: &str) -> Stem {
        if let Some(stem) = self.numbers.get(word).and_then(|&number| self.stem_of.get(number as usize)) {
            return *stem;
        }
        let stem_text = stem(word);
        let next = count(self.stems.len());
        let stem = *self.stems.entry(stem_text.as_ref().into()).or_insert(next);
        let number = count(self.surfaces.len());
        self.surfaces.push(word.into());
        self.stem_of.push(stem);
        self.numbers.insert(word.into(), number);
        stem
    }

    /// Builds the look-ups once all words are in.
    pub(super) fn close(&mut self) {
        let mut deletions = Vec::new();
        for (number, word) in self.surfaces.iter().enumerate() {
            if !has_digit(word) {
                let edits = edits_within_reach(word.chars().count());
                each_deletion(word, edits, &mut |hash| deletions.push((hash, count(number))));
            }
        }
        deletions.sort_unstable();
        deletions.dedup();
        self.deletions = deletions;
        let mut sorted: Vec<u32> = (0..count(self.surfaces.len())).collect();
        sorted.sort_unstable_by_key(|&number| self.surface(number));
        self.sorted = sorted;
    }

    /// How many stems there are.
    pub(super) fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// Whether the word stands in the knowledge, in this or another form.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.numbers.contains_key(word) || self.stems.contains_key(stem(word).as_ref())
    }

    /// The stem of a word that stands in the knowledge.
    pub(crate) fn stem(&self, word: &str) -> Option<Stem> {
        self.stems.get(stem(word).as_ref()).copied()
    }

    /// What a typed word may mean, the likeliest first. A word that is known is never taken for another.
    pub(crate) fn variants(&self, word: &str) -> Vec<Variant> {
        if let Some(&number) = self.numbers.get(word) {
            return self
                .stem_of
                .get(number as usize)
                .map(|&stem| Variant { stem, similarity: 1.0 })
                .into_iter()
                .collect();
        }
        if let Some(stem) = self.stem(word) {
            return vec![Variant { stem, similarity: STEM_SIMILARITY }];
        }
        if has_digit(word) { Vec::new() } else { self.misspellings(word) }
    }

    /// The stems of all words that begin so, with how near the whole word is.
    pub(crate) fn completions(&self, prefix: &str) -> Vec<Variant> {
        let from = self.sorted.partition_point(|&number| self.surface(number) < prefix);
        let ahead = self.sorted.get(from..).unwrap_or_default().iter();
        let mut found: Vec<Variant> = ahead
            .take_while(|&&number| self.surface(number).starts_with(prefix))
            .filter_map(|&number| {
                let whole = self.surface(number).len() == prefix.len();
                let similarity = if whole { 1.0 } else { STEM_SIMILARITY };
                self.stem_of.get(number as usize).map(|&stem| Variant { stem, similarity })
            })
            .collect();
        best_of_each(&mut found);
        found
    }

    /// Words within the edits that the typed word's length forgives.
    fn misspellings(&self, word: &str) -> Vec<Variant> {
        let length = word.chars().count();
        let edits = edits_forgiven(length);
        if edits == 0 {
            return Vec::new();
        }
        let mut candidates = Vec::new();
        each_deletion(word, edits, &mut |hash| {
            let from = self.deletions.partition_point(|&(known, _)| known < hash);
            let same = self.deletions.get(from..).unwrap_or_default().iter().take_while(|&&(known, _)| known == hash);
            candidates.extend(same.map(|&(_, number)| number));
        });
        candidates.sort_unstable();
        candidates.dedup();
        let mut found: Vec<Variant> = candidates
            .into_iter()
            .filter_map(|number| {
                let known = self.surface(number);
                let similarity = similarity(word, known, length, edits)?;
                self.stem_of.get(number as usize).map(|&stem| Variant { stem, similarity })
            })
            .collect();
        best_of_each(&mut found);
        found.truncate(MOST_VARIANTS);
        found
    }

    fn surface(&self, number: u32) -> &str {
        self.surfaces.get(number as usize).map_or("", AsRef::as_ref)
    }
}

/// How alike two words are, where the edits between them are forgiven.
fn similarity(typed: &str, known: &str, length: usize, edits: usize) -> Option<f32> {
    let known_length = known.chars().count();
    if known_length.abs_diff(length) > edits || known_length < 3 {
        return None;
    }
    let distance = strsim::osa_distance(typed, known);
    if distance > edits.min(edits_within_reach(known_length)) {
        return None;
    }
    let first = typed.chars().next() == known.chars().next();
    let slip = if first { 0.0 } else { FIRST_LETTER_COST };
    Some(spelling_similarity(distance, length.max(known_length)) - slip)
        .filter(|similarity| *similarity >= LEAST_SIMILARITY)
}

/// How many edits a typed word of so many letters is forgiven.
fn edits_forgiven(length: usize) -> usize {
    match length {
        TWO_EDITS_FROM.. => 2,
        ONE_EDIT_FROM.. => 1,
        _ => 0,
    }
}

/// How many edits a known word may be away: a typed word may have lost a letter of it.
fn edits_within_reach(length: usize) -> usize {
    match length {
        6.. => 2,
        3.. => 1,
        _ => 0,
    }
}

/// Keeps the best variant of each stem, best first.
fn best_of_each(found: &mut Vec<Variant>) {
    found.sort_unstable_by(|one, other| one.stem.cmp(&other.stem).then(other.similarity.total_cmp(&one.similarity)));
    found.dedup_by_key(|variant| variant.stem);
    found.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
}

/// Calls with the hash of every form of the word's first letters that has at most so many letters deleted.
fn each_deletion(word: &str, edits: usize, call: &mut impl FnMut(u32)) {
    let letters: Vec<char> = word.chars().take(PREFIX).collect();
    let mut form = String::with_capacity(word.len());
    let mut hash_without = |first: Option<usize>, second: Option<usize>| {
        form.clear();
        let kept = letters.iter().enumerate().filter(|(at, _)| Some(*at) != first && Some(*at) != second);
        form.extend(kept.map(|(_, letter)| letter));
        call(hash(&form));
    };
    hash_without(None, None);
    for first in 0..letters.len() {
        hash_without(Some(first), None);
        if edits > 1 {
            for second in first + 1..letters.len() {
                hash_without(Some(first), Some(second));
            }
        }
    }
}

/// A hash that is the same in every run, so that ranking is too.
fn hash(form: &str) -> u32 {
    let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(form);
    // Half of the bits suffice: what shares a hash by chance is compared and dropped.
    u32::try_from(hash >> 32).unwrap_or_default()
}

/// How alike two words are, the longer of so many letters, with so many edits between them.
#[expect(clippy::cast_precision_loss, reason = "lengths of words")]
pub(crate) fn spelling_similarity(edits: usize, length: usize) -> f32 {
    1.0 - EDIT_COST * edits as f32 / length.max(1) as f32
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.add(word);
        }
        vocabulary.close();
        vocabulary
    }

    #[test]
    fn finds_a_word_through_every_kind_of_slip() {
        let words = vocabulary(&["trafficking", "consular", "police", "policy", "2016", "judges"]);
        for (typed, meant) in [
            ("traficking", "trafficking"),
            ("trafikcing", "trafficking"),
            ("rtafficking", "trafficking"),
            ("xonsular", "consular"),
            ("onsular", "consular"),
            ("consulra", "consular"),
            ("jugdes", "judges"),
            ("polcy", "policy"),
            ("polcie", "police"),
        ] {
            let best = words.variants(typed).first().map(|variant| variant.stem);
            assert_eq!(best, words.stem(meant), "{typed}");
        }
    }

    #[test]
    fn never_bends_digits_or_short_words() {
        let words = vocabulary(&["2016", "iom", "third"]);
        for typed in ["2015", "20166", "ion", "pizza", "volcano"] {
            assert_eq!(words.variants(typed), [], "{typed}");
        }
    }
}
