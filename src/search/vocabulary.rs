//! The vocabulary: every word of the knowledge once, found through misspellings without looking at all of them.
//!
//! The one idea: a deletion neighbourhood (Garbe's `SymSpell`, after Mor and Fraenkel, "A hash code method for detecting
//! and correcting spelling errors", CACM 25(12), 1982). Two words within k edits share a form with at most k letters
//! deleted, so a look-up hashes the few deletions of the typed word and compares only what shares one. What is compared
//! is decided by strsim's optimal string alignment distance, in which a swap of neighbours is one edit.

use super::deletions::Deletions;
use super::everyday::is_everyday;
use super::interned::Interned;
use super::slips::{is_one_slip, relieved};
use super::weights::{
    EDIT_COST, FIRST_LETTER_COST, LEAST_SIMILARITY, LOST_LETTER_FROM, MOST_VARIANTS, ONE_EDIT_FROM, SLIP_TILT,
    STEM_SIMILARITY, TWO_EDITS_FROM, UNSEEN_FORM,
};
use crate::text::{edits_between, has_digit, stem};

/// The number of a stem.
pub(crate) type Stem = u32;
/// The number of a word as it stands.
pub(crate) type Surface = u32;

/// A word of the knowledge that a typed word may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Variant {
    /// Its number, which the postings are kept by.
    pub(crate) surface: Surface,
    /// Its stem, which names are told by.
    pub(crate) stem: Stem,
    /// From `LEAST_SIMILARITY` to 1.
    pub(crate) similarity: f32,
}

/// All words, their stems, and the deletions that lead to them.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    surfaces: Interned,
    stem_of: Vec<Stem>,
    stems: Interned,
    /// The surfaces in the order of their stems, and where those of each stem end.
    forms: Vec<Surface>,
    forms_end: Vec<u32>,
    deletions: Deletions,
    /// The numbers of the surfaces in the order of their letters.
    sorted: Vec<u32>,
}

impl Vocabulary {
    /// Takes a folded word in; gives its number.
    pub(super) fn add(&mut self, word: &str) -> Surface {
        let (surface, is_new) = self.surfaces.intern(word);
        if is_new {
            let (stem, _) = self.stems.intern(&stem(word));
            self.stem_of.push(stem);
        }
        surface
    }

    /// Builds the look-ups once all words are in.
    pub(super) fn close(&mut self) {
        self.surfaces.shrink();
        self.stems.shrink();
        self.stem_of.shrink_to_fit();
        self.deletions = Deletions::new(&self.surfaces);
        self.forms = (0..self.surfaces.len()).collect();
        self.forms.sort_by_key(|&surface| self.stem_of.get(surface as usize));
        self.forms_end = vec![0; self.stem_count()];
        for &stem in &self.stem_of {
            if let Some(count) = self.forms_end.get_mut(stem as usize) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut self.forms_end {
            sum += *end;
            *end = sum;
        }
        let mut sorted: Vec<u32> = (0..self.surfaces.len()).collect();
        sorted.sort_unstable_by_key(|&number| self.surfaces.get(number));
        self.sorted = sorted;
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.surfaces.len() as usize
    }

    /// Every form of a stem that stands in the knowledge.
    fn forms(&self, stem: Stem) -> impl Iterator<Item = Variant> + '_ {
        let at = stem as usize;
        let from = at.checked_sub(1).and_then(|before| self.forms_end.get(before)).copied().unwrap_or_default();
        let forms = self.forms_end.get(at).and_then(|&to| self.forms.get(from as usize..to as usize));
        let variant = move |&surface: &Surface| Variant { surface, stem, similarity: STEM_SIMILARITY };
        forms.unwrap_or_default().iter().map(variant)
    }

    /// How many stems there are.
    pub(super) fn stem_count(&self) -> usize {
        self.stems.len() as usize
    }

    /// The stem of a word by its number.
    pub(super) fn stem_of(&self, surface: Surface) -> Stem {
        self.stem_of.get(surface as usize).copied().unwrap_or(Stem::MAX)
    }

    /// The number of a word that stands in the knowledge just so.
    pub(super) fn surface(&self, word: &str) -> Option<Surface> {
        self.surfaces.find(word)
    }

    /// The letters of a word.
    pub(crate) fn letters(&self, surface: Surface) -> &str {
        self.surfaces.get(surface)
    }

    /// Whether the word stands in the knowledge, in this or another form.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.surfaces.find(word).is_some() || self.stem(word).is_some()
    }

    /// The stem of a word that stands in the knowledge.
    pub(crate) fn stem(&self, word: &str) -> Option<Stem> {
        self.stems.find(&stem(word))
    }

    /// What a typed word may mean, the likeliest first. A word that is known is never taken for another here.
    pub(crate) fn variants(&self, word: &str) -> Vec<Variant> {
        if let Some(surface) = self.surfaces.find(word) {
            let stem = self.stem_of(surface);
            let exact = Variant { surface, stem, similarity: 1.0 };
            return [exact].into_iter().chain(self.forms(stem).filter(|form| form.surface != surface)).collect();
        }
        if let Some(stem) = self.stem(word) {
            let mut forms: Vec<Variant> = self.forms(stem).collect();
            // `makeing` is a form of `make` that nobody writes: it may be a slip for `making` as well.
            if !is_everyday(word) && !has_digit(word) {
                for form in &mut forms {
                    let known = self.surfaces.get(form.surface);
                    let longest = word.chars().count().max(known.chars().count());
                    let alike = spelling_similarity(strsim::osa_distance(word, known), longest);
                    form.similarity = alike.max(LEAST_SIMILARITY) + UNSEEN_FORM;
                }
                let others = self.misspellings(word).into_iter().filter(|variant| variant.stem != stem);
                forms.extend(others);
                forms.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
            }
            return forms;
        }
        if has_digit(word) { Vec::new() } else { self.misspellings(word) }
    }

    /// All words that begin so and are wanted, with how near the whole word is.
    pub(crate) fn completions(&self, prefix: &str, is_wanted: impl Fn(Surface) -> bool) -> Vec<Variant> {
        let from = self.sorted.partition_point(|&number| self.surfaces.get(number) < prefix);
        let ahead = self.sorted.get(from..).unwrap_or_default().iter();
        let found = ahead
            .map(|&surface| (surface, self.surfaces.get(surface)))
            .take_while(|(_, word)| word.starts_with(prefix))
            .filter(|(surface, _)| is_wanted(*surface))
            .map(|(surface, word)| {
                let similarity = if word.len() == prefix.len() { 1.0 } else { STEM_SIMILARITY };
                Variant { surface, stem: self.stem_of(surface), similarity }
            });
        found.collect()
    }

    /// Words within the edits that the typed word's length forgives.
    pub(super) fn misspellings(&self, word: &str) -> Vec<Variant> {
        let length = word.chars().count();
        let edits = edits_forgiven(length);
        if edits == 0 {
            return Vec::new();
        }
        let mut candidates = Vec::new();
        self.deletions.each_candidate(word, edits, &mut |number| candidates.push(number));
        candidates.sort_unstable();
        candidates.dedup();
        let alike = |surface: Surface| {
            let similarity = similarity(word, self.surfaces.get(surface), length, edits)?;
            Some(Variant { surface, stem: self.stem_of(surface), similarity })
        };
        let mut found: Vec<Variant> = candidates.into_iter().filter_map(alike).collect();
        found.sort_by(|one, other| other.similarity.total_cmp(&one.similarity).then(one.surface.cmp(&other.surface)));
        found.truncate(MOST_VARIANTS);
        self.add_forms(&mut found);
        found
    }

    /// Who misspelt a word may have meant any form of it: the others follow at a little less.
    fn add_forms(&self, found: &mut Vec<Variant>) {
        for at in 0..found.len() {
            let Some(near) = found.get(at).copied() else { break };
            for form in self.forms(near.stem) {
                if found.iter().all(|known| known.surface != form.surface) {
                    found.push(Variant { similarity: near.similarity * STEM_SIMILARITY, ..form });
                }
            }
        }
        found.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
    }
}

/// How alike two words are, where the edits between them are forgiven.
fn similarity(typed: &str, known: &str, length: usize, edits: usize) -> Option<f32> {
    let known_length = known.chars().count();
    if known_length.abs_diff(length) > edits || known_length < 3 {
        return None;
    }
    let first = typed.chars().next() == known.chars().next();
    if length < ONE_EDIT_FROM && !(first && known_length > length) {
        return None;
    }
    let distance = edits_between(edits.min(edits_within_reach(known_length)), typed, known)?;
    let slip = if first { 0.0 } else { FIRST_LETTER_COST };
    let longest = length.max(known_length);
    let relief = relieved(typed, known, distance);
    // All letters right in the wrong order is less than two slips: `vedio` is a video.
    let alike = if distance > 1 && is_one_slip(typed, known) {
        f32::midpoint(spelling_similarity(1, longest), spelling_similarity(2, longest))
    } else {
        spelling_similarity(distance, longest)
    };
    Some(alike + SLIP_TILT * relief - slip).filter(|similarity| *similarity >= LEAST_SIMILARITY)
}

/// The same for any two words; the tests compare it with what is found.
#[cfg(test)]
pub(super) fn forgiven(typed: &str, known: &str) -> Option<f32> {
    let length = typed.chars().count();
    similarity(typed, known, length, edits_forgiven(length)).filter(|_| edits_forgiven(length) > 0)
}

/// How many edits a typed word of so many letters is forgiven.
fn edits_forgiven(length: usize) -> usize {
    match length {
        TWO_EDITS_FROM.. => 2,
        LOST_LETTER_FROM.. => 1,
        _ => 0,
    }
}

/// How many edits a known word may be away: a typed word may have lost a letter of it.
pub(super) fn edits_within_reach(length: usize) -> usize {
    match length {
        5.. => 2,
        3.. => 1,
        _ => 0,
    }
}

/// How alike two words are, the longer of so many letters, with so many edits between them.
#[expect(clippy::cast_precision_loss, reason = "lengths of words")]
pub(crate) fn spelling_similarity(edits: usize, length: usize) -> f32 {
    1.0 - EDIT_COST * edits as f32 / length.max(1) as f32
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
