//! Whole names through slips, short words included: `Amy ope`, `Ministry f Home Affairs`.
//!
//! The one idea: of a name cut into five, two slips leave at least one piece as it is, even two swaps across cuts (the pigeonhole filter of Navarro, "A
//! guided tour to approximate string matching", ACM Computing Surveys 33(1), 2001, section 8). So a name is found by the
//! hash of each piece, and compared only where one is the same; inside a whole name even a slip in `of` is told from the rest.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::Library;
use super::entry_ref::EntryRef;
use super::names::names_of;
use super::spelt::Spelt;
use super::vocabulary::Vocabulary;
use crate::knowledge::Kind;
use crate::text::{Token, has_digit, plain_ordinal, tokens};

/// A shorter text is one slip from too many names.
const ONE_EDIT_FROM: usize = 6;
/// The same for two slips.
const TWO_EDITS_FROM: usize = 7;
/// A shorter name is never meant.
pub(super) const SHORTEST: usize = ONE_EDIT_FROM - 1;
/// No name is longer in characters; a question is.
const LONGEST: usize = 200;
/// Pieces that a name is cut into: a swap across a cut spoils two.
const PIECES: usize = 5;
/// In a person's name two slips in one word are forgiven from this length on, and only where the first letter is right, or
/// right behind a stray one: `Nasheed` is another person than `Waheed`.
const TWO_EDITS_IN_A_PERSONS_WORD: usize = 5;
/// So many other words of the name, typed right, bear out a word with two slips.
const BEARING_OUT: usize = 2;

/// A name that is nearly what was typed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NearName {
    /// As the knowledge has it.
    pub(crate) name: String,
    /// The words of the name, where they stand against the words typed one by one; else none.
    pub(crate) words: Vec<String>,
    /// How alike both are, from 0 to 1.
    pub(crate) similarity: f32,
}

/// The names of several words, by the hashes of their pieces.
#[derive(Debug, Default)]
pub(super) struct NearNames {
    /// Hash of a piece, number of the name; in order.
    pieces: Box<[(u32, u32)]>,
}

impl NearNames {
    /// Takes the names of meetings, organisations and people in. What facts and terms are called is often a question.
    pub(super) fn new(entries: &[EntryRef], spelt: &Spelt, vocabulary: &Vocabulary) -> Self {
        let mut numbers: Vec<u32> = (0_usize..)
            .zip(entries)
            .filter(|(_, entry)| matches!(entry.kind, Kind::Meeting | Kind::Organisation | Kind::Person))
            .flat_map(|(document, _)| spelt.numbers(document).iter().copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut pieces = Vec::new();
        for number in numbers {
            let letters = letters_of(spelt, vocabulary, number);
            if spelt.words(number).len() < 2 || !(SHORTEST..=LONGEST).contains(&letters.len()) {
                continue;
            }
            for piece in 0..PIECES {
                let (from, to) = cut(letters.len(), piece);
                pieces.push((hash(letters.len(), piece, letters.get(from..to).unwrap_or_default()), number));
            }
        }
        pieces.sort_unstable();
        Self { pieces: pieces.into() }
    }

    /// Calls with every name that may be within so many edits of what was typed, some of them more than once.
    fn each_candidate(&self, typed: &[char], edits: usize, call: &mut impl FnMut(u32)) {
        for length in typed.len().saturating_sub(edits).max(1)..=typed.len() + edits {
            for piece in 0..PIECES {
                let (from, to) = cut(length, piece);
                // Slips before a piece shift it.
                for shift in 0..=2 * edits {
                    let Some(start) = (from + shift).checked_sub(edits) else { continue };
                    let Some(letters) = typed.get(start..start + (to - from)) else { continue };
                    let wanted = hash(length, piece, letters);
                    let at = self.pieces.partition_point(|(known, _)| *known < wanted);
                    let same = self.pieces.get(at..).unwrap_or_default().iter();
                    same.take_while(|(known, _)| *known == wanted).for_each(|(_, number)| call(*number));
                }
            }
        }
    }
}

impl Library {
    /// The one name that the whole text is, but for a slip or two. None where it is a name as it stands, or where another
    /// name is as near. Digits are never bent.
    pub(crate) fn near_name(&self, text: &str) -> Option<NearName> {
        let (spelt, vocabulary) = (&self.index.spelt, &self.index.vocabulary);
        let typed_words = tokens(text);
        let typed = joined(typed_words.iter().map(|token| plain_ordinal(&token.folded)));
        let edits = edits_forgiven(typed.len());
        if edits == 0 || typed.len() > LONGEST {
            return None;
        }
        let mut candidates = Vec::new();
        self.near_names.each_candidate(&typed, edits, &mut |number| candidates.push(number));
        candidates.sort_unstable();
        candidates.dedup();
        let bag = Bag::of(typed.iter().copied());
        let letters = |number: u32| {
            let words = spelt.words(number).iter().map(|&surface| vocabulary.letters(surface));
            words.flat_map(|word| word.chars().chain([' ']))
        };
        let mut near: Vec<(usize, u32)> = candidates
            .into_iter()
            // A name has no space after its last word.
            .filter(|&number| bag.is_within(edits + 1, &Bag::of(letters(number))))
            .map(|number| (distance(&typed, &letters_of(spelt, vocabulary, number)), number))
            .filter(|(distance, _)| *distance <= edits)
            .collect();
        near.sort_unstable();
        let &(distance, number) = near.first()?;
        let letters = letters_of(spelt, vocabulary, number);
        let is_rival = |&(other, rival): &(usize, u32)| {
            other == distance
                && letters_of(spelt, vocabulary, rival) != letters
                && spelt.bearer(rival) != spelt.bearer(number)
        };
        if distance == 0 || near.iter().any(is_rival) {
            return None;
        }
        let entry = self.index.entries().get(spelt.bearer(number)?).copied()?;
        let words: Vec<String> =
            spelt.words(number).iter().map(|&surface| vocabulary.letters(surface).to_owned()).collect();
        let is_fit = has_same_digits(&typed_words, &words)
            && (entry.kind != Kind::Person || is_same_person(&typed_words, &words));
        let spells = |name: &String| joined(tokens(name).iter().map(|token| plain_ordinal(&token.folded))) == letters;
        let name = names_of(&self.knowledge, entry).into_iter().find(spells).filter(|_| is_fit)?;
        let words = if words.len() == typed_words.len() { words } else { Vec::new() };
        let similarity = super::spelling_similarity(distance, typed.len().max(letters.len()));
        Some(NearName { name, words, similarity })
    }
}

/// How many edits a text of so many letters is forgiven.
pub(super) fn edits_forgiven(length: usize) -> usize {
    match length {
        TWO_EDITS_FROM.. => 2,
        ONE_EDIT_FROM.. => 1,
        _ => 0,
    }
}

fn has_same_digits(typed: &[Token], known: &[String]) -> bool {
    let typed = typed.iter().map(|token| plain_ordinal(&token.folded)).filter(|word| has_digit(word));
    typed.eq(known.iter().map(String::as_str).filter(|word| has_digit(word)))
}

/// Whether each word of a person's name is near enough by itself, or borne out by the others.
fn is_same_person(typed: &[Token], known: &[String]) -> bool {
    let exact = typed.iter().zip(known).filter(|(typed, known)| typed.folded == **known).count();
    let is_near = |(typed, known): (&Token, &String)| {
        let first = known.chars().next();
        let same_first = typed.folded.chars().take(2).any(|letter| Some(letter) == first);
        let is_long = known.chars().count() >= TWO_EDITS_IN_A_PERSONS_WORD;
        match strsim::osa_distance(&typed.folded, known) {
            0 | 1 => true,
            2 => exact >= BEARING_OUT || (same_first && is_long),
            _ => false,
        }
    };
    typed.len() == known.len() && typed.iter().zip(known).all(is_near)
}

fn letters_of(spelt: &Spelt, vocabulary: &Vocabulary, number: u32) -> Vec<char> {
    joined(spelt.words(number).iter().map(|&surface| vocabulary.letters(surface)))
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> Vec<char> {
    let mut letters = Vec::new();
    for word in words {
        if !letters.is_empty() {
            letters.push(' ');
        }
        letters.extend(word.chars());
    }
    letters
}

/// The optimal string alignment distance; what both begin and end with costs nothing and is left out.
fn distance(one: &[char], other: &[char]) -> usize {
    let front = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(front..).unwrap_or_default(), other.get(front..).unwrap_or_default());
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let text = |letters: &[char]| letters.iter().take(letters.len() - back).collect::<String>();
    strsim::osa_distance(&text(one), &text(other))
}

/// How often each letter stands in a text, letters a multiple of 32 apart counted as one.
struct Bag([u8; 32]);

impl Bag {
    fn of(letters: impl Iterator<Item = char>) -> Self {
        let mut counts = [0_u8; 32];
        for letter in letters {
            if let Some(count) = counts.get_mut(letter as usize % 32) {
                *count = count.saturating_add(1);
            }
        }
        Self(counts)
    }

    /// Whether texts with these letters may be so many edits apart: an edit adds one letter at most, and takes one out (the
    /// bag distance of Bartolini, Ciaccia and Patella, "String matching with metric trees using an approximate distance",
    /// SPIRE 2002).
    fn is_within(&self, edits: usize, other: &Self) -> bool {
        let missing = |one: &Self, other: &Self| -> usize {
            one.0.iter().zip(&other.0).map(|(one, other)| usize::from(one.saturating_sub(*other))).sum()
        };
        missing(self, other) <= edits && missing(other, self) <= edits
    }
}

/// Where a piece of a name of so many letters begins and ends.
fn cut(length: usize, piece: usize) -> (usize, usize) {
    (length * piece / PIECES, length * (piece + 1) / PIECES)
}

/// `FxHasher` over the length, the piece and its letters: the same in every run.
fn hash(length: usize, piece: usize, letters: &[char]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write_usize(length * PIECES + piece);
    for letter in letters {
        hasher.write_u32(u32::from(*letter));
    }
    u32::try_from(hasher.finish() & u64::from(u32::MAX)).unwrap_or_default()
}
