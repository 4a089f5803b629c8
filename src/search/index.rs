//! The inverted index: which entries hold a word, and how much the word says about each.
//!
//! The one idea: everything that does not depend on the query is computed once. A posting holds the entry and what the
//! word contributes to it, 0 to 1, fields and lengths already weighed in, so that a query only adds.

use super::documents::each_field;
use super::entry_ref::EntryRef;
use super::everyday::is_everyday;
use super::postings::{Document, Held, Posting, Postings};
use super::spelt::Spelt;
use super::vocabulary::{Surface, Variant, Vocabulary};
use super::weights::{
    B, FREQUENCY_TILT, K1, MOST_COMPLETIONS, OUTNUMBERED, PRESENCE, SLIP_IN_KNOWLEDGE, STEM_SIMILARITY, UNSEEN_FORM,
};
use crate::knowledge::{Kind, Knowledge};
use crate::text::{each_spelling, has_digit, plain_ordinal, stem};

/// No word is taken for one that is further away.
const MOST_EDITS: usize = 2;

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

    /// Whether the knowledge holds it, in this or another form.
    pub(crate) fn is_known(&self) -> bool {
        self.variants.first().is_some_and(|variant| variant.similarity >= STEM_SIMILARITY)
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

/// The vocabulary and its posting lists.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) vocabulary: Vocabulary,
    documents: Box<[EntryRef]>,
    postings: Postings,
    pub(super) spelt: Spelt,
    /// Which document the first entry of each kind is; the others follow in the order of the knowledge.
    first_of: [Document; Kind::ALL.len()],
}

impl Index {
    /// Reads every entry once.
    pub(super) fn new(knowledge: &Knowledge) -> Self {
        let mut vocabulary = Vocabulary::default();
        let documents: Box<[EntryRef]> = EntryRef::all(knowledge).collect();
        let mut held = Held::default();
        let mut lengths = Vec::with_capacity(documents.len());
        let mut counting = Counting::default();
        for &entry in &documents {
            lengths.push(counting.count(&mut vocabulary, knowledge, entry, &mut held));
        }
        let average = lengths.iter().sum::<f32>() / ratio(lengths.len().max(1));
        let contribution = |document: usize, frequency: u8| {
            let length = lengths.get(document).copied().unwrap_or_default();
            let weighted = f32::from(frequency) / (1.0 - B + B * length / average.max(1.0));
            PRESENCE + (1.0 - PRESENCE) * weighted / (weighted + K1)
        };
        let words = vocabulary.len();
        // The lists and the look-ups by spelling are made at once; neither needs the other.
        let (postings, spelt) = std::thread::scope(|scope| {
            let sorted = || Postings::new(words, &held, contribution);
            let postings = scope.spawn(sorted);
            vocabulary.close();
            let spelt = Spelt::new(knowledge, &documents, &vocabulary);
            (postings.join().unwrap_or_else(|_| sorted()), spelt)
        });
        drop(held);
        let first = |kind: Kind| documents.iter().position(|entry| entry.kind == kind).map_or(Document::MAX, number);
        let first_of = Kind::ALL.map(first);
        Self { vocabulary, documents, postings, spelt, first_of }
    }

    /// Looks a folded word up, and weighs it by how few entries hold it.
    pub(crate) fn word(&self, folded: &str) -> QueryWord {
        let is_everyday = is_everyday(folded);
        let mut variants = self.vocabulary.variants(folded);
        match variants.first() {
            Some(exact) if exact.similarity >= STEM_SIMILARITY && (is_everyday || has_digit(folded)) => {}
            Some(exact) if exact.similarity >= STEM_SIMILARITY => self.add_likelier(folded, &mut variants),
            Some(_) => self.tilt(&mut variants),
            None => {}
        }
        QueryWord { is_everyday, ..self.weighed(variants) }
    }

    /// The entry's word that a typed word was taken for, where it is not the word itself or another form of it.
    /// A synonym is not a reading of the word, and is not told.
    pub(crate) fn read_as(&self, entry: EntryRef, word: &QueryWord, typed: &str) -> Option<&str> {
        let held = word.variants.iter().find(|variant| {
            let only = QueryWord { variants: vec![**variant], ..word.clone() };
            self.likeness(entry, &only).is_some()
        })?;
        let letters = self.vocabulary.letters(held.surface);
        let is_misspelt = stem(letters) != stem(typed) && strsim::osa_distance(letters, typed) <= MOST_EDITS;
        is_misspelt.then_some(letters)
    }

    /// A word with others that mean the same here: each counts as much less as `similarity` says.
    pub(crate) fn with_synonyms<'a>(
        &self,
        mut word: QueryWord,
        synonyms: impl Iterator<Item = &'a str>,
        similarity: f32,
    ) -> QueryWord {
        let was_sure = word.variants.first().is_some_and(|variant| variant.similarity >= STEM_SIMILARITY);
        let known = synonyms.flat_map(|synonym| self.vocabulary.variants(synonym));
        let forms = known.filter(|variant| variant.similarity >= UNSEEN_FORM);
        let known: Vec<Variant> = forms.map(|variant| Variant { similarity, ..variant }).collect();
        if known.is_empty() {
            return word;
        }
        // What has a synonym is a word of its own, never a misspelling of another.
        if !was_sure {
            word.variants.clear();
        }
        for variant in known {
            if word.variants.iter().all(|other| other.surface != variant.surface) {
                word.variants.push(variant);
            }
        }
        QueryWord { is_everyday: false, ..self.weighed(word.variants) }
    }

    /// A word that is not looked up.
    pub(crate) fn foreign_word(&self) -> QueryWord {
        self.weighed(Vec::new())
    }

    /// The same for a word that is still being typed; `in_names` follows it to the words of names alone.
    pub(crate) fn word_being_typed(&self, folded: &str, in_names: bool) -> QueryWord {
        let mut variants = self.vocabulary.completions(folded, |surface| !in_names || self.spelt.is_in_names(surface));
        if variants.len() > MOST_COMPLETIONS {
            let key =
                |variant: &Variant| std::cmp::Reverse((variant.similarity >= 1.0, self.list(variant.surface).len()));
            variants.select_nth_unstable_by_key(MOST_COMPLETIONS, key);
            variants.truncate(MOST_COMPLETIONS);
        }
        variants.sort_unstable_by_key(|variant| std::cmp::Reverse(self.list(variant.surface).len()));
        if variants.is_empty() {
            return QueryWord { is_everyday: false, ..self.word(folded) };
        }
        self.weighed(variants)
    }

    /// Of spellings equally near, the commoner is likelier meant.
    fn tilt(&self, variants: &mut [Variant]) {
        let all = ratio(self.documents.len() + 1).ln().max(1.0);
        for variant in &mut *variants {
            let share = ratio(self.list(variant.surface).len() + 1).ln() / all;
            variant.similarity += FREQUENCY_TILT * share.min(1.0);
        }
        variants.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
    }

    /// A word that no dictionary has and few entries hold may be a slip for one that many hold.
    fn add_likelier(&self, folded: &str, variants: &mut Vec<Variant>) {
        let holding = variants.first().map_or(0, |exact| self.list(exact.surface).len());
        if self.documents.len() < holding.max(1) * OUTNUMBERED {
            return;
        }
        let is_likelier = |variant: &Variant| {
            self.list(variant.surface).len() >= holding * OUTNUMBERED
                && is_everyday(self.vocabulary.letters(variant.surface))
        };
        let mut likelier: Vec<Variant> = self.vocabulary.misspellings(folded).into_iter().filter(is_likelier).collect();
        likelier.retain(|variant| variants.iter().all(|known| known.stem != variant.stem));
        for variant in &mut likelier {
            variant.similarity *= SLIP_IN_KNOWLEDGE;
        }
        variants.extend(likelier);
    }

    fn weighed(&self, variants: Vec<Variant>) -> QueryWord {
        // How many entries hold any form of it: one that holds two forms is counted twice, which matters to nobody.
        let stem = variants.first().map(|variant| variant.stem);
        let forms = variants.iter().filter(|variant| Some(variant.stem) == stem);
        let holding: usize = forms.map(|form| self.list(form.surface).len()).sum();
        QueryWord { variants, weight: self.weight(holding.min(self.documents.len())), is_everyday: false }
    }

    /// Inverse document frequency, scaled so that a word no entry holds weighs 1.
    fn weight(&self, holding: usize) -> f32 {
        let all = ratio(self.documents.len());
        let idf = |holding: f32| (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln();
        idf(ratio(holding)) / idf(0.0)
    }

    /// How alike the entry's word is to the one typed, if the entry holds one.
    pub(crate) fn likeness(&self, entry: EntryRef, word: &QueryWord) -> Option<f32> {
        let document = self.document(entry)?;
        let holds = |variant: &&Variant| self.postings.of(variant.surface, document).is_some();
        word.variants.iter().find(holds).map(|variant| variant.similarity)
    }

    /// The places of all entries of a kind that hold a word, in the order of the knowledge.
    pub(crate) fn holders(&self, word: &QueryWord, kind: Kind) -> Vec<usize> {
        let postings = word.variants.iter().flat_map(|variant| self.list(variant.surface));
        let entries = postings.filter_map(|posting| self.entry(posting.document()));
        let mut found: Vec<usize> = entries.filter(|entry| entry.kind == kind).map(|entry| entry.at).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// All entries, in the order of their numbers.
    pub(super) fn entries(&self) -> &[EntryRef] {
        &self.documents
    }

    /// The words of each name of an entry.
    pub(super) fn names_of(&self, entry: EntryRef) -> impl Iterator<Item = &[Surface]> {
        self.document(entry).into_iter().flat_map(|document| self.spelt.names(document as usize))
    }

    pub(super) fn len(&self) -> usize {
        self.documents.len()
    }

    pub(super) fn list(&self, surface: Surface) -> &[Posting] {
        self.postings.list(surface)
    }

    pub(super) fn contribution(&self, surface: Surface, document: Document) -> Option<f32> {
        self.postings.of(surface, document)
    }

    pub(super) fn entry(&self, document: Document) -> Option<EntryRef> {
        self.documents.get(document as usize).copied()
    }

    pub(super) fn document(&self, entry: EntryRef) -> Option<Document> {
        let kind = Kind::ALL.iter().position(|kind| *kind == entry.kind)?;
        let document = self.first_of.get(kind)?.checked_add(number(entry.at))?;
        self.entry(document).filter(|found| *found == entry).map(|_| document)
    }
}

/// Counts the words of one entry after the other, in the same room.
#[derive(Default)]
struct Counting {
    found: Vec<(Surface, f32)>,
    folded: String,
}

impl Counting {
    /// Appends the words of an entry with their weighted frequency; gives the entry's length in words.
    fn count(&mut self, vocabulary: &mut Vocabulary, knowledge: &Knowledge, entry: EntryRef, held: &mut Held) -> f32 {
        let Self { found, folded } = self;
        found.clear();
        each_field(knowledge, entry, &mut |field, text| {
            each_spelling(text, folded, &mut |token| {
                found.push((vocabulary.add(plain_ordinal(token)), field.weight()));
            });
        });
        let length = ratio(found.len());
        found.sort_unstable_by_key(|&(surface, _)| surface);
        found.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 += later.1;
            }
            same
        });
        held.close_entry(found);
        length
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and entries")]
fn ratio(count: usize) -> f32 {
    count as f32
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
