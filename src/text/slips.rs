//! Whether two words are a few slips of the fingers apart.
//!
//! The one idea: comparing takes time in both lengths, so words whose lengths differ by more are never compared; a word of
//! 6,000 letters costs nothing.

/// Whether two words are at most so many edits apart, a swap of neighbours being one (optimal string alignment).
pub fn is_within(edits: usize, one: &str, other: &str) -> bool {
    edits_between(edits, one, other).is_some()
}

/// How many edits two words are apart, where that is at most so many.
pub fn edits_between(most: usize, one: &str, other: &str) -> Option<usize> {
    let ((length, letters), (other_length, other_letters)) = (letters(one), letters(other));
    // An edit takes one letter out of the set and puts another in, so sets that differ by more are not compared.
    let changed = (letters ^ other_letters).count_ones() as usize;
    if length.abs_diff(other_length) > most || changed > 2 * most {
        return None;
    }
    Some(strsim::osa_distance(one, other)).filter(|edits| *edits <= most)
}

/// How many letters a word has, and which, a bit for every 64th.
fn letters(word: &str) -> (usize, u64) {
    word.chars().fold((0, 0), |(count, set), letter| (count + 1, set | 1 << (u32::from(letter) % u64::BITS)))
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
