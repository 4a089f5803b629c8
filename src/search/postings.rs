//! Posting lists: for every word the entries that hold it, and what it contributes to each.
//!
//! The one idea: a posting is one number, the entry above and the contribution in the lowest twelve bits, so 50,000 meetings
//! of 100 words take 15 MiB and a list is read at the speed of memory. All lists lie in one array, one after the other.

use super::vocabulary::Surface;

/// The number of an entry.
pub(super) type Document = u32;

/// Bits for the contribution: a step is 0.0002, far below the gap that tells two entries apart.
const CONTRIBUTION_BITS: u32 = 12;
/// The largest contribution.
const FULL: u32 = (1 << CONTRIBUTION_BITS) - 1;
/// The same as a number to scale by.
const FULL_SHARE: f32 = 4095.0;
/// As many entries can be searched as the other bits count, a million; further ones are found by their names alone.
const MOST_DOCUMENTS: u32 = 1 << (u32::BITS - CONTRIBUTION_BITS);

/// An entry and a contribution, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting(u32);

impl Posting {
    pub(super) fn new(document: Document, contribution: f32) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share, scaled to twelve bits")]
        let steps = (contribution.clamp(0.0, 1.0) * FULL_SHARE).round() as u32;
        Self(document << CONTRIBUTION_BITS | steps)
    }

    pub(super) fn document(self) -> Document {
        self.0 >> CONTRIBUTION_BITS
    }

    #[expect(clippy::cast_precision_loss, reason = "twelve bits")]
    pub(super) fn contribution(self) -> f32 {
        (self.0 & FULL) as f32 / FULL_SHARE
    }
}

/// What the entries hold, one after the other, before it is sorted into lists: two or three bytes for a word of an entry.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// For each word, in the order of their numbers, the step from the one before, seven bits a byte, the lowest first, the
    /// highest bit set where more follow; then the weighted frequency, in whole numbers as the fields' weights are. Beyond
    /// 255 saturation leaves nothing.
    steps: Vec<u8>,
    /// Where each entry's words end.
    ends: Vec<usize>,
    words: usize,
}

impl Held {
    /// Takes the words of the next entry in, sorted by their numbers.
    pub(super) fn close_entry(&mut self, found: &[(Surface, f32)]) {
        let mut last = 0;
        for &(word, frequency) in found {
            let mut step = word - last;
            last = word;
            while step > LOW_BITS {
                self.steps.push(low_byte(step) | MORE);
                step >>= 7;
            }
            self.steps.push(low_byte(step));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to eight bits")]
            self.steps.push(frequency.clamp(1.0, 255.0).round() as u8);
        }
        self.words += found.len();
        self.ends.push(self.steps.len());
    }

    /// Calls with every word of every entry: the entry's number, the word, its frequency.
    fn each(&self, call: &mut impl FnMut(usize, Surface, u8)) {
        let mut from = 0;
        for (document, &end) in self.ends.iter().enumerate() {
            let mut bytes = self.steps.get(from..end).unwrap_or_default().iter().copied();
            let mut word = 0;
            while let Some(step) = read_step(&mut bytes) {
                word += step;
                call(document, word, bytes.next().unwrap_or_default());
            }
            from = end;
        }
    }
}

const LOW_BITS: u32 = 0x7f;
const MORE: u8 = 0x80;

fn low_byte(step: u32) -> u8 {
    u8::try_from(step & LOW_BITS).unwrap_or_default()
}

fn read_step(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let (mut step, mut shift) = (0, 0);
    loop {
        let byte = bytes.next()?;
        step |= (u32::from(byte) & LOW_BITS) << shift;
        if byte & MORE == 0 {
            return Some(step);
        }
        shift += 7;
    }
}

/// All lists.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// Where each word's list starts; one more at the end.
    starts: Box<[u32]>,
    all: Box<[Posting]>,
}

impl Postings {
    /// Sorts what entries hold into the lists of so many words, by what each contributes.
    pub(super) fn new(words: usize, held: &Held, contribution: impl Fn(usize, u8) -> f32) -> Self {
        let mut starts = vec![0_u32; words + 1];
        let number = |document: usize| u32::try_from(document).ok().filter(|number| *number < MOST_DOCUMENTS);
        held.each(&mut |document, word, _| {
            if let Some(next) = starts.get_mut(word as usize + 1).filter(|_| number(document).is_some()) {
                *next += 1;
            }
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut all = vec![Posting(0); held.words].into_boxed_slice();
        held.each(&mut |document, word, frequency| {
            let Some(number) = number(document) else { return };
            let Some(place) = next.get_mut(word as usize) else { return };
            if let Some(posting) = all.get_mut(*place as usize) {
                *posting = Posting::new(number, contribution(document, frequency));
            }
            *place += 1;
        });
        Self { starts: starts.into(), all }
    }

    /// The entries that hold a word, in order.
    pub(super) fn list(&self, word: Surface) -> &[Posting] {
        let at = word as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&from), Some(&to)) => self.all.get(from as usize..to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// What a word contributes to an entry, if the entry holds it.
    pub(super) fn of(&self, word: Surface, document: Document) -> Option<f32> {
        let list = self.list(word);
        let at = list.partition_point(|posting| posting.document() < document);
        list.get(at).filter(|posting| posting.document() == document).map(|posting| posting.contribution())
    }
}
