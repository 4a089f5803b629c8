//! The gazetteer: names of entries found inside a sentence, word by word, misspellings included.
//!
//! The one idea: a name is the sequence of its stems, small words left out. A mention is the longest run of a
//! sentence's words that spells a name; a name is entered once however many entries bear it.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::entry_ref::EntryRef;
use super::spelt::Spelt;
use super::vocabulary::{Stem, Surface, Variant, Vocabulary};
use crate::knowledge::{Kind, Knowledge};
use crate::text::{fold, stem, tokens};

/// Words that names hold, but that people leave out or add.
const SMALL_WORDS: [&str; 27] = [
    "a", "an", "and", "are", "at", "by", "did", "do", "does", "dr", "for", "from", "had", "has", "have", "in", "into",
    "is", "of", "on", "or", "s", "the", "to", "was", "were", "with",
];
/// A person is found by one name alone from this length on; shorter ones are too often words.
const SHORTEST_SINGLE_NAME: usize = 4;

/// Names found in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mention {
    /// The first and the last token it takes.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// How many words of the name were matched.
    pub(crate) words: usize,
    /// From 0 to 1: how well the words match.
    pub(crate) similarity: f32,
    /// The same of the word that is least alike.
    pub(crate) weakest: f32,
    /// Whom it may mean.
    pub(crate) entries: Bearers,
}

impl Mention {
    /// Whether it takes the word at a place.
    pub(crate) fn covers(&self, at: usize) -> bool {
        (self.first..=self.last).contains(&at)
    }
}

/// The entries that bear one name, in the order of the knowledge; thousands where every weekly meeting is called the same.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bearers(Arc<[EntryRef]>);

impl Bearers {
    /// Those of the bearers that are meant.
    pub(crate) fn keeping(&self, is_meant: impl Fn(EntryRef) -> bool) -> Self {
        if self.0.iter().all(|entry| is_meant(*entry)) {
            return self.clone();
        }
        Self(self.0.iter().copied().filter(|entry| is_meant(*entry)).collect())
    }

    /// Whether the entry bears the name.
    pub(crate) fn contains(&self, entry: &EntryRef) -> bool {
        self.0.binary_search_by_key(&entry.order(), |known| known.order()).is_ok()
    }
}

impl Deref for Bearers {
    type Target = [EntryRef];

    fn deref(&self) -> &[EntryRef] {
        &self.0
    }
}

/// How alike the words so far are to those of a name.
#[derive(Clone, Copy, Debug)]
struct Alike {
    sum: f32,
    weakest: f32,
}

impl Alike {
    const WHOLLY: Self = Self { sum: 0.0, weakest: 1.0 };

    fn and(self, similarity: f32) -> Self {
        Self { sum: self.sum + similarity, weakest: self.weakest.min(similarity) }
    }
}

/// A word of a sentence as the gazetteer sees it.
#[derive(Clone, Debug)]
pub(crate) struct NameWord<'a> {
    /// Its place among the sentence's tokens.
    pub(crate) token: usize,
    /// What it may mean.
    pub(crate) variants: &'a [Variant],
}

/// All names, in the order of their stems, so that a name is found by narrowing a range word by word.
#[derive(Debug, Default)]
pub(crate) struct Names {
    names: Vec<(Box<[Stem]>, Bearers)>,
}

impl Names {
    /// Takes every name of every entry in; the vocabulary holds all their words already.
    pub(super) fn new(entries: &[EntryRef], spelt: &Spelt, vocabulary: &Vocabulary) -> Self {
        let mut bearing: HashMap<Box<[Stem]>, Vec<EntryRef>, FxBuildHasher> = HashMap::default();
        for (document, &entry) in entries.iter().enumerate() {
            for name in spelt.names(document) {
                let is_told = |surface: &&Surface| {
                    let word = vocabulary.letters(**surface);
                    !is_small_word(word) && !is_year(word)
                };
                let stems: Box<[Stem]> =
                    name.iter().filter(is_told).map(|surface| vocabulary.stem_of(*surface)).collect();
                if !stems.is_empty() {
                    let entries = bearing.entry(stems).or_default();
                    if entries.last() != Some(&entry) {
                        entries.push(entry);
                    }
                }
            }
        }
        let bearers = |entries: Vec<EntryRef>| Bearers(entries.into());
        let mut names: Vec<_> = bearing.into_iter().map(|(stems, entries)| (stems, bearers(entries))).collect();
        names.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Self { names }
    }

    /// The names in a sentence, longest first, none overlapping another.
    /// `says_something` drops runs of words that are no name where they stand.
    pub(crate) fn mentions(&self, words: &[NameWord<'_>], says_something: impl Fn(&Mention) -> bool) -> Vec<Mention> {
        let mut found = Vec::new();
        for at in 0..words.len() {
            mentions_from(words.get(at..).unwrap_or_default(), &self.names, 0, Alike::WHOLLY, &mut found);
        }
        found.retain(says_something);
        found.sort_by(|one: &Mention, other| {
            other
                .words
                .cmp(&one.words)
                .then(other.similarity.total_cmp(&one.similarity))
                .then(one.first.cmp(&other.first))
        });
        let mut kept: Vec<Mention> = Vec::new();
        for mention in found {
            if !kept.iter().any(|other| mention.first <= other.last && other.first <= mention.last) {
                kept.push(mention);
            }
        }
        kept
    }
}

/// Follows the words into the names whose first words are explained already.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn mentions_from(
    words: &[NameWord<'_>],
    names: &[(Box<[Stem]>, Bearers)],
    depth: usize,
    alike: Alike,
    found: &mut Vec<Mention>,
) {
    if let (Some((stems, entries)), Some(head), Some(last)) =
        (names.first(), words.first(), depth.checked_sub(1).and_then(|at| words.get(at)))
        && stems.len() == depth
    {
        found.push(Mention {
            first: head.token,
            last: last.token,
            words: depth,
            similarity: alike.sum / depth as f32,
            weakest: alike.weakest,
            entries: entries.clone(),
        });
    }
    let Some(word) = words.get(depth) else { return };
    for (at, variant) in word.variants.iter().enumerate() {
        // The forms of a word share a stem, and the likeliest form stands first.
        if word.variants.iter().take(at).any(|earlier| earlier.stem == variant.stem) {
            continue;
        }
        let from = names.partition_point(|(stems, _)| stems.get(depth) < Some(&variant.stem));
        let ahead = names.get(from..).unwrap_or_default();
        let to = ahead.partition_point(|(stems, _)| stems.get(depth) == Some(&variant.stem));
        if to > 0 {
            let narrowed = ahead.get(..to).unwrap_or_default();
            mentions_from(words, narrowed, depth + 1, alike.and(variant.similarity), found);
        }
    }
}

/// Whether a word may be left out of a name.
pub(crate) fn is_small_word(folded: &str) -> bool {
    SMALL_WORDS.contains(&folded)
}

/// A year tells entries of one name apart, and is compared as a date.
fn is_year(folded: &str) -> bool {
    folded.len() == 4
        && (folded.starts_with("19") || folded.starts_with("20"))
        && folded.bytes().all(|byte| byte.is_ascii_digit())
}

/// Every name of an entry.
pub(super) fn names_of(knowledge: &Knowledge, entry: EntryRef) -> Vec<String> {
    let mut names = vec![entry.title(knowledge).to_owned()];
    match entry.kind {
        Kind::Fact => names.extend(knowledge.facts.get(entry.at).into_iter().flat_map(|fact| fact.aliases.clone())),
        Kind::Meeting => {
            names.extend(knowledge.meetings.get(entry.at).into_iter().flat_map(|meeting| meeting.aliases.clone()));
        }
        Kind::Organisation => {
            if let Some(organisation) = knowledge.organisations.get(entry.at) {
                names.extend(organisation.acronyms.iter().chain(&organisation.aliases).cloned());
                names.extend(organisation.country.clone());
            }
        }
        Kind::Person => {
            if let Some(person) = knowledge.people.get(entry.at) {
                names.extend(person.aliases.iter().cloned());
                let single =
                    tokens(&person.name).into_iter().filter(|token| token.folded.len() >= SHORTEST_SINGLE_NAME);
                names.extend(single.map(|token| token.folded));
            }
        }
        Kind::Glossary => {
            if let Some(term) = knowledge.glossary.get(entry.at) {
                names.extend(term.aliases.iter().chain(&term.stands_for).cloned());
            }
        }
    }
    names
}

/// Whether two names are the same to a reader who ignores case, accents and endings.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    let form = |name: &str| tokens(name).iter().map(|token| stem(&token.folded).into_owned()).collect::<Vec<_>>();
    fold(one) == fold(other) || form(one) == form(other)
}
