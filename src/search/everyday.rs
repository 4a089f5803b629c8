//! Everyday English words: what is a word of its own is rarely a misspelling of another.
//!
//! The one idea: `resort` is one letter away from `report`, and still means a resort. The list is SCOWL's, levels 10 to
//! 35, and common words of three letters; its licence stands beside it. It lies in the binary as an automaton (Daciuk and
//! others, "Incremental construction of minimal acyclic finite-state automata", Computational Linguistics 26(1), 2000), which
//! costs no memory of its own.

use std::sync::LazyLock;

use fst::Set;

/// What the build packed; none where that is damaged, which a test rules out.
static WORDS: LazyLock<Option<Set<&[u8]>>> =
    LazyLock::new(|| Set::new(include_bytes!(concat!(env!("OUT_DIR"), "/everyday_words.fst")).as_slice()).ok());

/// Whether a folded word is everyday English. Shorter words than three letters are not listed, since none is bent.
pub(super) fn is_everyday(word: &str) -> bool {
    WORDS.as_ref().is_some_and(|words| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_automaton_knows_the_list_and_no_slip() {
        let list = include_str!("everyday_words.txt");
        assert!(list.lines().count() > 1_000 && list.lines().all(is_everyday));
        assert!(is_everyday("resort") && is_everyday("weather"));
        assert!(!is_everyday("colloqium") && !is_everyday("traficking") && !is_everyday(""));
    }
}
