//! A closed list of words that is looked through for slips.
//!
//! The one idea: what tells two words apart at once, their lengths and their sets of letters, is worked out for the whole
//! list beforehand, so that a look-up compares the few words that may be near and no other.

use super::slips::{Shape, edits_between_shapes};

/// Words, each with what it means.
#[derive(Debug)]
pub struct WordList<T> {
    /// Shortest first.
    words: Vec<(Shape<'static>, T)>,
}

impl<T: Copy> WordList<T> {
    /// Keeps the words of at least so many letters; a slip in a shorter one makes another word.
    pub fn new(shortest: usize, words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let shaped = words.map(|(word, meaning)| (Shape::of(word), meaning));
        let mut words: Vec<_> = shaped.filter(|(shape, _)| shape.length() >= shortest).collect();
        words.sort_by_key(|(shape, _)| shape.length());
        Self { words }
    }

    /// Every word that is at most so many edits away, with its meaning and the edits, shorter ones first.
    pub fn within(&self, edits: usize, typed: &str) -> impl Iterator<Item = (&'static str, T, usize)> {
        let typed = Shape::of(typed);
        let from = self.words.partition_point(|(known, _)| known.length() + edits < typed.length());
        let as_long = move |known: &Shape<'_>| known.length() <= typed.length() + edits;
        self.words.iter().skip(from).take_while(move |(known, _)| as_long(known)).filter_map(
            move |&(known, meaning)| Some((known.word(), meaning, edits_between_shapes(edits, known, typed)?)),
        )
    }
}

/// Whether a word stands in a list of words with a space between.
pub fn is_among(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::edits_between;

    #[test]
    fn finds_what_a_plain_scan_finds() {
        let words = ["chair", "chairs", "chaired", "charity", "hair", "police", "policies", "ministry"];
        let list = WordList::new(5, words.iter().map(|word| (*word, ())));
        for typed in ["chiar", "chair", "hairs", "polcie", "minstry", "", "ministeries"] {
            for edits in 0..=2 {
                let found: Vec<_> = list.within(edits, typed).map(|(word, (), edits)| (word, edits)).collect();
                let long = words.iter().filter(|word| word.len() >= 5);
                let mut plain: Vec<_> =
                    long.filter_map(|word| Some((*word, edits_between(edits, word, typed)?))).collect();
                plain.sort_by_key(|(word, _)| word.len());
                assert_eq!(found, plain, "{typed} within {edits}");
            }
        }
    }
}
