//! Ranking: the entries that explain most of a query, best first.
//!
//! The one idea: words are taken in the order of what they can still add (Turtle and Flood's `MaxScore`, "Query evaluation",
//! IPM 31(6), 1995, term at a time). As soon as the words left cannot lift an entry that holds none of the earlier ones
//! among the best, no further entry is taken in, and a long list of a common word is only looked up, not read.

use std::cell::RefCell;

use super::entry_ref::EntryRef;
use super::index::{Index, QueryWord, Scored};
use super::postings::Document;

/// Room for the sums of one query, kept by each thread: 50,000 entries take 400 KB, which is not asked for again.
#[derive(Default)]
struct Room {
    sums: Vec<f32>,
    best: Vec<f32>,
    touched: Vec<Document>,
    of_word: Vec<Document>,
}

thread_local! {
    static ROOM: RefCell<Room> = RefCell::default();
}

impl Index {
    /// At most so many entries that explain most of the words, best first; equal scores keep the order of the knowledge.
    pub(crate) fn rank(&self, words: &[QueryWord], most: usize, keep: impl Fn(EntryRef) -> bool) -> Vec<Scored> {
        self.rank_by(Worth::WhereItStands, words, most, keep)
    }

    /// The same by how alike the words are; where they stand decides only between entries that hold them alike.
    pub(crate) fn rank_by_likeness(
        &self,
        words: &[QueryWord],
        most: usize,
        keep: impl Fn(EntryRef) -> bool,
    ) -> Vec<Scored> {
        self.rank_by(Worth::ThatItStands, words, most, keep)
    }

    fn rank_by(&self, by: Worth, words: &[QueryWord], most: usize, keep: impl Fn(EntryRef) -> bool) -> Vec<Scored> {
        let total: f32 = words.iter().map(|word| word.weight).sum();
        if total <= 0.0 || most == 0 {
            return Vec::new();
        }
        let mut words: Vec<&QueryWord> = words.iter().collect();
        words.sort_by(|one, other| bound(other).total_cmp(&bound(one)));
        let mut left: f32 = words.iter().map(|word| bound(word)).sum();
        ROOM.with_borrow_mut(|room| {
            room.sums.resize(self.len(), 0.0);
            room.best.resize(self.len(), 0.0);
            let mut is_open = true;
            for word in words {
                if is_open || self.postings_of(word) < room.touched.len() * LOOK_UP_COST {
                    self.read(by, word, is_open, room, &keep);
                } else {
                    self.look_up(by, word, room);
                }
                left -= bound(word);
                is_open = is_open && !room.holds_better(most, left);
            }
            let found = self.best_of(room, most, total);
            room.clear();
            found
        })
    }

    /// What one entry would score among all.
    pub(crate) fn score(&self, entry: EntryRef, words: &[QueryWord]) -> Scored {
        let total: f32 = words.iter().map(|word| word.weight).sum();
        let sum: f32 = self
            .document(entry)
            .map_or(0.0, |document| words.iter().map(|word| self.gained(Worth::WhereItStands, word, document)).sum());
        Scored { entry, score: if total > 0.0 { (sum / total).min(1.0) } else { 0.0 } }
    }

    /// Adds a word's whole lists. Of the spellings it may mean, an entry is credited with its best alone.
    fn read(&self, by: Worth, word: &QueryWord, is_open: bool, room: &mut Room, keep: &impl Fn(EntryRef) -> bool) {
        let Room { sums, best, touched, of_word } = room;
        of_word.clear();
        for variant in &word.variants {
            let worth = word.weight * variant.similarity;
            for posting in self.list(variant.surface) {
                if let Some(best) = best.get_mut(posting.document() as usize) {
                    if *best <= 0.0 {
                        of_word.push(posting.document());
                    }
                    *best = best.max(worth * by.of(posting.contribution()));
                }
            }
        }
        for &document in of_word.iter() {
            let at = document as usize;
            let (Some(sum), Some(best)) = (sums.get_mut(at), best.get_mut(at)) else { continue };
            let gained = std::mem::take(best);
            if *sum > 0.0 {
                *sum += gained;
            } else if is_open && self.entry(document).is_some_and(keep) {
                *sum = gained;
                touched.push(document);
            }
        }
    }

    /// Adds what a word contributes to the entries taken in so far.
    fn look_up(&self, by: Worth, word: &QueryWord, room: &mut Room) {
        for &document in &room.touched {
            if let Some(sum) = room.sums.get_mut(document as usize) {
                *sum += self.gained(by, word, document);
            }
        }
    }

    fn gained(&self, by: Worth, word: &QueryWord, document: Document) -> f32 {
        let of = |variant: &super::vocabulary::Variant| {
            self.contribution(variant.surface, document).map_or(0.0, |share| variant.similarity * by.of(share))
        };
        word.weight * word.variants.iter().map(of).fold(0.0, f32::max)
    }

    fn postings_of(&self, word: &QueryWord) -> usize {
        word.variants.iter().map(|variant| self.list(variant.surface).len()).sum()
    }

    fn best_of(&self, room: &mut Room, most: usize, total: f32) -> Vec<Scored> {
        let Room { sums, touched, .. } = room;
        let sum = |document: &Document| sums.get(*document as usize).copied().unwrap_or_default();
        let order = |one: &Document, other: &Document| sum(other).total_cmp(&sum(one)).then(one.cmp(other));
        if touched.len() > most {
            touched.select_nth_unstable_by(most, order);
        }
        let mut found: Vec<Document> = touched.iter().copied().take(most).collect();
        found.sort_unstable_by(order);
        let scored = found.iter().filter_map(|document| {
            Some(Scored { entry: self.entry(*document)?, score: (sum(document) / total).min(1.0) })
        });
        scored.collect()
    }
}

impl Room {
    /// Whether so many entries have more already than an entry without any word so far can get.
    fn holds_better(&mut self, most: usize, left: f32) -> bool {
        let sums = &self.sums;
        let is_better = |document: &&Document| sums.get(**document as usize).is_some_and(|sum| *sum > left);
        self.touched.iter().filter(is_better).take(most).count() == most
    }

    fn clear(&mut self) {
        for document in self.touched.drain(..) {
            if let Some(sum) = self.sums.get_mut(document as usize) {
                *sum = 0.0;
            }
        }
    }
}

/// What a word is worth to an entry that holds it.
#[derive(Clone, Copy)]
enum Worth {
    /// What BM25F says.
    WhereItStands,
    /// All but the same wherever it stands.
    ThatItStands,
}

impl Worth {
    fn of(self, contribution: f32) -> f32 {
        match self {
            Self::WhereItStands => contribution,
            // A hundredth is less than what any difference in letters makes.
            Self::ThatItStands => 0.99 + 0.01 * contribution,
        }
    }
}

/// The most that a word can add to an entry.
fn bound(word: &QueryWord) -> f32 {
    word.weight * word.variants.iter().map(|variant| variant.similarity).fold(0.0, f32::max)
}

/// Looking an entry up in a list costs as much as reading so many postings: a binary search misses the cache every step.
const LOOK_UP_COST: usize = 16;
