//! Everyday English words: what is a word of its own is rarely a misspelling of another.
//!
//! The one idea: `resort` is one letter away from `report`, and still means a resort. The list is SCOWL's, levels 10 to
//! 35, whose licence stands beside it; it is searched as it lies in the binary, so it costs no memory of its own.

use std::cmp::Ordering;

/// Lower-case words in the order of their bytes, a line each.
const WORDS: &str = include_str!("everyday_words.txt");

/// Whether a folded word is everyday English. Shorter words than four letters are not listed, since none is bent.
pub(super) fn is_everyday(word: &str) -> bool {
    let mut rest = WORDS;
    while !rest.is_empty() {
        let middle = rest.len() / 2;
        let start = rest.get(..middle).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let (before, from) = rest.split_at_checked(start).unwrap_or(("", rest));
        let (line, after) = from.split_once('\n').unwrap_or((from, ""));
        match word.cmp(line) {
            Ordering::Equal => return true,
            Ordering::Less => rest = before,
            Ordering::Greater => rest = after,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_knows_words_from_slips() {
        assert!(WORDS.lines().is_sorted());
        assert!(WORDS.lines().all(is_everyday));
        assert!(is_everyday("resort") && is_everyday("weather"));
        assert!(!is_everyday("colloqium") && !is_everyday("traficking"));
    }
}
