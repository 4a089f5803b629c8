//! A closed list of words that is looked through for slips.
//!
//! The one idea: what tells two words apart at once, their length and their set of letters, is worked out for the whole
//! list beforehand, so that a look-up compares the few words that may be near and no other.

use super::slips::{Shape, edits_between_shapes};

/// Words, each with what it means.
#[derive(Debug)]
pub struct WordList<T> {
    words: Vec<(Shape<'static>, T)>,
}

impl<T: Copy> WordList<T> {
    /// Keeps the words of at least so many letters; a slip in a shorter one makes another word.
    pub fn new(shortest: usize, words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let shaped = words.map(|(word, meaning)| (Shape::of(word), meaning));
        Self { words: shaped.filter(|(shape, _)| shape.length() >= shortest).collect() }
    }

    /// Every word that is at most so many edits away, with its meaning and the edits, in the order of the list.
    pub fn within(&self, edits: usize, typed: &str) -> impl Iterator<Item = (&'static str, T, usize)> {
        let typed = Shape::of(typed);
        self.words.iter().filter_map(move |&(known, meaning)| {
            Some((known.word(), meaning, edits_between_shapes(edits, known, typed)?))
        })
    }
}
