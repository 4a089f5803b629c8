//! Everyday English words: what is a word of its own is rarely a misspelling of another.
//!
//! The one idea: `resort` is one letter away from `report`, and still means a resort. The list is SCOWL's, levels 10 to
//! 35, whose licence stands beside it; it is searched as it lies in the binary, and only where every eighth line starts is
//! kept beside it.

use std::cmp::Ordering;
use std::sync::LazyLock;

/// Lower-case words in the order of their bytes, a line each.
const WORDS: &str = include_str!("everyday_words.txt");

/// Lines between two that are marked.
const STEP: usize = 8;

/// Where every eighth line starts.
static MARKS: LazyLock<Box<[u32]>> = LazyLock::new(|| {
    let ends = WORDS.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
    let starts = std::iter::once(0).chain(ends).filter(|start| *start < WORDS.len()).step_by(STEP);
    starts.filter_map(|start| u32::try_from(start).ok()).collect()
});

/// Whether a folded word is everyday English. Shorter words than four letters are not listed, since none is bent.
pub(super) fn is_everyday(word: &str) -> bool {
    let from = |start: u32| WORDS.get(start as usize..).unwrap_or_default();
    let after = MARKS.partition_point(|&start| line_against(from(start), word) != Ordering::Greater);
    let mark = after.checked_sub(1).and_then(|at| MARKS.get(at));
    let mut lines = mark.into_iter().flat_map(|&start| from(start).lines().take(STEP));
    lines.find(|line| *line >= word) == Some(word)
}

/// How the line that the text begins with compares with a word: a line's end comes before every letter.
fn line_against(text: &str, word: &str) -> Ordering {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let beginning = text.get(..word.len()).unwrap_or(text);
    beginning.cmp(word).then_with(|| text.get(word.len()).map_or(Ordering::Equal, |next| next.cmp(&b'\n')))
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
