//! The gazetteer: names of entries found inside a sentence, word by word, misspellings included.
//!
//! The one idea: a name is the sequence of its stems, small words left out. A mention is the longest run of a
//! sentence's words that spells a name; a name is entered once however many entries bear it.

use std::collections::HashMap;

use super::entry_ref::EntryRef;
use super::vocabulary::{Stem, Variant, Vocabulary};
use crate::knowledge::{Kind, Knowledge};
use crate::text::{fold, plain_ordinal, stem, tokens};

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
    pub(crate) entries: Vec<EntryRef>,
}

/// A word of a sentence as the gazetteer sees it.
#[derive(Clone, Debug)]
pub(crate) struct NameWord<'a> {
    /// Its place among the sentence's tokens.
    pub(crate) token: usize,
    /// What it may mean.
    pub(crate) variants: &'a [Variant],
}

/// All names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    names: Vec<(Box<[Stem]>, Vec<EntryRef>)>,
    starting_with: HashMap<Stem, Vec<u32>>,
}

impl Names {
    /// Takes every name of every entry in; the vocabulary holds all their words already.
    pub(super) fn new(knowledge: &Knowledge, vocabulary: &Vocabulary) -> Self {
        let mut numbers: HashMap<Box<[Stem]>, usize> = HashMap::new();
        let mut names = Self::default();
        for entry in EntryRef::all(knowledge) {
            for name in names_of(knowledge, entry) {
                let stems: Box<[Stem]> = tokens(&name)
                    .iter()
                    .filter(|token| !is_small_word(&token.folded) && !is_year(&token.folded))
                    .filter_map(|token| vocabulary.stem(plain_ordinal(&token.folded)))
                    .collect();
                let Some(&first) = stems.first() else { continue };
                let at = *numbers.entry(stems.clone()).or_insert_with(|| {
                    names.names.push((stems, Vec::new()));
                    let at = names.names.len() - 1;
                    names.starting_with.entry(first).or_default().push(u32::try_from(at).unwrap_or(u32::MAX));
                    at
                });
                if let Some((_, entries)) = names.names.get_mut(at)
                    && !entries.contains(&entry)
                {
                    entries.push(entry);
                }
            }
        }
        names
    }

    /// The names in a sentence, longest first, none overlapping another.
    /// `says_something` drops runs of words that are no name where they stand.
    pub(crate) fn mentions(&self, words: &[NameWord<'_>], says_something: impl Fn(&Mention) -> bool) -> Vec<Mention> {
        let mut found = Vec::new();
        for at in 0..words.len() {
            self.mentions_from(words.get(at..).unwrap_or_default(), &mut found);
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

    fn mentions_from(&self, words: &[NameWord<'_>], found: &mut Vec<Mention>) {
        let Some(head) = words.first() else { return };
        for variant in head.variants {
            for &at in self.starting_with.get(&variant.stem).map_or(&[][..], Vec::as_slice) {
                let Some((stems, entries)) = self.names.get(at as usize) else { continue };
                let Some(run) = words.get(..stems.len()) else { continue };
                let of = |(word, stem): (&NameWord<'_>, &Stem)| {
                    word.variants.iter().find(|variant| variant.stem == *stem).map(|variant| variant.similarity)
                };
                let Some(alike) = run.iter().zip(stems).map(of).collect::<Option<Vec<f32>>>() else { continue };
                let similarity = alike.iter().sum::<f32>() / alike.iter().map(|_| 1.0).sum::<f32>();
                let last = run.last().map_or(head.token, |word| word.token);
                found.push(Mention {
                    first: head.token,
                    last,
                    words: stems.len(),
                    similarity,
                    weakest: alike.iter().copied().fold(1.0, f32::min),
                    entries: entries.clone(),
                });
            }
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
