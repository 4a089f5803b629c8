//! Whether two words are a few slips of the fingers apart.
//!
//! The one idea: comparing takes time in both lengths, so words whose lengths differ by more are never compared; a word of
//! 6,000 letters costs nothing.

/// Whether two words are at most so many edits apart, a swap of neighbours being one (optimal string alignment).
pub fn is_within(edits: usize, one: &str, other: &str) -> bool {
    one.chars().count().abs_diff(other.chars().count()) <= edits && strsim::osa_distance(one, other) <= edits
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
