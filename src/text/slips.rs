//! Whether two words are a few slips of the fingers apart.
//!
//! The one idea: comparing takes time in both lengths, so words whose lengths differ by more are never compared; a word of
//! 6,000 letters costs nothing.

/// Whether two words have the same letters, in whatever order.
pub fn is_shuffled(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    one.len() == other.len() && sorted(one) == sorted(other)
}

/// Whether two words are at most so many edits apart, a swap of neighbours being one (optimal string alignment).
pub fn is_within(edits: usize, one: &str, other: &str) -> bool {
    edits_between(edits, one, other).is_some()
}

/// How many edits two words are apart, where that is at most so many.
pub fn edits_between(most: usize, one: &str, other: &str) -> Option<usize> {
    // A letter takes one to four bytes, so words of such lengths cannot be near.
    if one.len() > 4 * (other.len() + most) || other.len() > 4 * (one.len() + most) {
        return None;
    }
    edits_between_shapes(most, Shape::of(one), Shape::of(other))
}

/// The same for words whose shapes are known.
pub(super) fn edits_between_shapes(most: usize, one: Shape<'_>, other: Shape<'_>) -> Option<usize> {
    // An edit takes one letter out of the set and puts another in, so sets that differ by more are not compared.
    let changed = (one.letters ^ other.letters).count_ones() as usize;
    if one.length.abs_diff(other.length) > most || changed > 2 * most {
        return None;
    }
    Some(strsim::osa_distance(one.word, other.word)).filter(|edits| *edits <= most)
}

/// A word with what tells it from most others at a glance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape<'a> {
    word: &'a str,
    length: usize,
    /// Which letters it has, a bit for every 64th.
    letters: u64,
}

impl<'a> Shape<'a> {
    pub(super) fn of(word: &'a str) -> Self {
        let (length, letters) = word
            .chars()
            .fold((0, 0), |(length, letters), letter| (length + 1, letters | 1 << (u32::from(letter) % u64::BITS)));
        Self { word, length, letters }
    }

    pub(super) fn word(self) -> &'a str {
        self.word
    }

    /// In characters.
    pub(super) fn length(self) -> usize {
        self.length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_slips() {
        assert!(is_within(1, "police", "polcie") && is_within(1, "police", "polce"));
        assert!(!is_within(1, "police", "policies") && !is_within(2, "a", &"a".repeat(10_000)));
    }
}
