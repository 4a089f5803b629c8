//! The deletion neighbourhood: which words share a form with a typed one after a letter or two are left out.
//!
//! The one idea: words lie in buckets by the hash of each of their forms, and only their numbers are kept. What shares a
//! bucket by chance is compared and dropped, which costs less than keeping the hashes would.

use super::interned::Interned;
use super::vocabulary::edits_within_reach;
use crate::text::has_digit;

/// Only so many first letters take part in the deletions: it bounds the index, and later letters are compared anyway.
const PREFIX: usize = 7;
/// About so many words share a bucket.
const LOAD: usize = 3;

/// The words by the hashes of their forms.
#[derive(Debug, Default)]
pub(super) struct Deletions {
    /// Where each bucket starts; one more at the end.
    starts: Vec<u32>,
    numbers: Box<[u32]>,
}

impl Deletions {
    /// Takes all words without digits in.
    pub(super) fn new(words: &Interned) -> Self {
        // The forms are made twice, once to count and once to place them: keeping them would double the peak.
        let each = |call: &mut dyn FnMut(u32, u32)| {
            for number in 0..words.len() {
                let word = words.get(number);
                if !has_digit(word) {
                    each_form(word, edits_within_reach(word.chars().count()), &mut |hash| call(hash, number));
                }
            }
        };
        let mut forms = 0_usize;
        each(&mut |_, _| forms += 1);
        let buckets = (forms / LOAD).max(1).next_power_of_two();
        let mut starts = vec![0_u32; buckets + 1];
        each(&mut |hash, _| {
            if let Some(next) = starts.get_mut(bucket(hash, buckets) + 1) {
                *next += 1;
            }
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut numbers = vec![0_u32; forms].into_boxed_slice();
        each(&mut |hash, number| {
            if let Some(place) = next.get_mut(bucket(hash, buckets)) {
                if let Some(slot) = numbers.get_mut(*place as usize) {
                    *slot = number;
                }
                *place += 1;
            }
        });
        Self { starts, numbers }
    }

    /// Calls with every word that may be within so many edits of the typed one, some of them more than once.
    pub(super) fn each_candidate(&self, typed: &str, edits: usize, call: &mut impl FnMut(u32)) {
        let Some(buckets) = self.starts.len().checked_sub(1).filter(|buckets| *buckets > 0) else { return };
        each_form(typed, edits, &mut |hash| {
            let at = bucket(hash, buckets);
            if let (Some(&from), Some(&to)) = (self.starts.get(at), self.starts.get(at + 1)) {
                self.numbers
                    .get(from as usize..to as usize)
                    .unwrap_or_default()
                    .iter()
                    .for_each(|&number| call(number));
            }
        });
    }
}

fn bucket(hash: u32, buckets: usize) -> usize {
    hash as usize & (buckets - 1)
}

/// Calls with the hash of every form of the word's first letters that has at most so many letters left out.
fn each_form(word: &str, edits: usize, call: &mut impl FnMut(u32)) {
    let mut letters = ['\0'; PREFIX];
    let mut length = 0;
    for (place, letter) in letters.iter_mut().zip(word.chars()) {
        *place = letter;
        length += 1;
    }
    let letters = letters.get(..length).unwrap_or_default();
    let hash_without = |first: usize, second: usize| {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != first && *at != second);
        // FNV-1a over the letters, its upper bits folded in: the same in every run.
        let hash = kept.fold(0xcbf2_9ce4_8422_2325_u64, |hash, (_, letter)| {
            (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x0000_0100_0000_01b3)
        });
        u32::try_from((hash ^ (hash >> 29)) & u64::from(u32::MAX)).unwrap_or_default()
    };
    call(hash_without(length, length));
    for first in 0..if edits > 0 { length } else { 0 } {
        call(hash_without(first, length));
        if edits > 1 {
            for second in first + 1..length {
                call(hash_without(first, second));
            }
        }
    }
}
