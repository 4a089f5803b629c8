//! Everyday English words: what is a word of its own is rarely a misspelling of another.
//!
//! The one idea: `resort` is one letter away from `report`, and still means a resort. The list is SCOWL's, levels 10 and
//! 20, whose licence stands beside it.

use std::sync::LazyLock;

/// Whether a folded word is everyday English. Shorter words than four letters are in no list, since none is bent.
pub(super) fn is_everyday(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| include_str!("everyday_words.txt").lines().collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_knows_words_from_slips() {
        assert!(WORDS.is_sorted());
        assert!(is_everyday("resort") && is_everyday("weather"));
        assert!(!is_everyday("colloqium") && !is_everyday("traficking"));
    }
}
