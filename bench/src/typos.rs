//! Misspellings: real ones from a list, and slips of one kind made by rule.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use fastrand::Rng;
use serde::Deserialize;

/// A misspelling that people made.
#[derive(Clone, Debug, Deserialize)]
struct Pair {
    wrong: String,
    right: String,
}

/// The misspellings of each right word.
///
/// # Errors
/// The file cannot be read, or a line is no pair.
pub fn read(path: &Path) -> io::Result<HashMap<String, Vec<String>>> {
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for line in fs::read_to_string(path)?.lines() {
        let pair: Pair = serde_json::from_str(line).map_err(io::Error::from)?;
        found.entry(pair.right).or_default().push(pair.wrong);
    }
    Ok(found)
}

/// A kind of slip.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Slip {
    /// Another letter.
    Substitute,
    /// A letter left out.
    Delete,
    /// A letter too many.
    Insert,
    /// Two neighbours in the wrong order.
    Swap,
    /// Another first letter.
    FirstLetter,
    /// Two of the first four, at different places.
    Two,
}

impl Slip {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; 6] = [Self::Substitute, Self::Delete, Self::Insert, Self::Swap, Self::FirstLetter, Self::Two];

    /// The text with such a slip among its letters; digits stay. `None` where it has no place for one.
    pub fn make(self, text: &str, rng: &mut Rng) -> Option<String> {
        let letters: Vec<char> = text.chars().collect();
        let places: Vec<usize> = (0..letters.len()).filter(|&at| letters[at].is_alphabetic()).collect();
        if places.len() < 5 {
            return None;
        }
        let at = places[rng.usize(1..places.len())];
        let mut slipped = letters.clone();
        let other = |than: char, rng: &mut Rng| loop {
            let letter = rng.lowercase();
            if !letter.eq_ignore_ascii_case(&than) {
                return letter;
            }
        };
        match self {
            Self::Substitute => slipped[at] = other(letters[at], rng),
            Self::Delete => {
                slipped.remove(at);
            }
            Self::Insert => slipped.insert(at, rng.lowercase()),
            Self::Swap => {
                let pairs: Vec<usize> = (1..letters.len().saturating_sub(1))
                    .filter(|&at| {
                        letters[at].is_alphabetic() && letters[at + 1].is_alphabetic() && letters[at] != letters[at + 1]
                    })
                    .collect();
                let &at = rng.choice(&pairs)?;
                slipped.swap(at, at + 1);
            }
            Self::FirstLetter => slipped[places[0]] = other(letters[places[0]], rng),
            Self::Two => {
                let kinds = [Self::Substitute, Self::Delete, Self::Insert, Self::Swap];
                let once = rng.choice(kinds)?.make(text, rng)?;
                return rng.choice(kinds)?.make(&once, rng);
            }
        }
        let slipped: String = slipped.into_iter().collect();
        (slipped != text).then_some(slipped)
    }
}
