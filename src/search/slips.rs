//! Slips that people make more often than others: how much likelier each is.
//!
//! The one idea: of two words equally many edits away, the one that the fingers or the ear confuse is the one meant. The
//! shares are weighed so lightly that they only order words that the distance leaves equal.

use crate::text::is_shuffled;

/// Two neighbours in the wrong order are the commonest slip of fast typists.
const SWAPPED: f32 = 0.3;
/// A letter doubled, or a double letter typed once.
const DOUBLED: f32 = 0.3;
/// A vowel for a vowel: what is not heard is guessed.
const VOWELS: f32 = 0.2;
/// A letter for one that sounds the same.
const SOUNDS: f32 = 0.2;
/// A letter for its neighbour on the keyboard.
const NEIGHBOURS: f32 = 0.15;
/// The last letter is right: ends of words are typed right more often than their middles.
const SAME_END: f32 = 0.1;

/// Letters that stand for one sound.
const ALIKE: [[char; 2]; 12] = [
    ['c', 'k'],
    ['c', 's'],
    ['s', 'z'],
    ['f', 'v'],
    ['g', 'j'],
    ['i', 'y'],
    ['d', 't'],
    ['b', 'p'],
    ['m', 'n'],
    ['q', 'k'],
    ['u', 'w'],
    ['v', 'w'],
];
/// The rows of the keyboard.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// Whether two edits are one slip: all letters are right and only their order is not, or a syllable was typed twice.
pub(super) fn is_one_slip(typed: &str, known: &str) -> bool {
    if is_shuffled(typed, known) {
        return true;
    }
    let typed: Vec<char> = typed.chars().collect();
    let known: Vec<char> = known.chars().collect();
    let is_repeated = |at: usize| {
        let (syllable, again) = (typed.get(at..at + 2), typed.get(at + 2..at + 4));
        syllable.is_some() && syllable == again && typed.iter().take(at).chain(typed.iter().skip(at + 2)).eq(&known)
    };
    typed.len() == known.len() + 2 && (0..typed.len()).any(is_repeated)
}

/// How much likelier the slip from one word to the other is than a letter for any other, 0 to 0.5.
pub(super) fn relieved(typed: &str, known: &str, edits: usize) -> f32 {
    let typed: Vec<char> = typed.chars().collect();
    let known: Vec<char> = known.chars().collect();
    let end = if typed.last() == known.last() { SAME_END } else { 0.0 };
    end + if edits == 1 { of_one_edit(&typed, &known) } else { 0.0 }
}

fn of_one_edit(typed: &[char], known: &[char]) -> f32 {
    let front = typed.iter().zip(known).take_while(|(one, other)| one == other).count();
    let (typed_rest, known_rest) = (typed.get(front..).unwrap_or_default(), known.get(front..).unwrap_or_default());
    let before = front.checked_sub(1).and_then(|at| typed.get(at));
    match (typed_rest, known_rest) {
        ([one, next, ..], [other, then, ..]) if one == then && next == other && typed.len() == known.len() => SWAPPED,
        ([extra, ..], _) if typed.len() > known.len() && before == Some(extra) => DOUBLED,
        (_, [missing, ..]) if typed.len() < known.len() && before == Some(missing) => DOUBLED,
        _ if typed.len() != known.len() => 0.0,
        ([one, ..], [other, ..]) => substituted(*one, *other),
        _ => 0.0,
    }
}

fn substituted(one: char, other: char) -> f32 {
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let is_pair = |pair: &[char; 2]| *pair == [one, other] || *pair == [other, one];
    let are_beside = |row: &&str| {
        let place = |wanted: char| row.chars().position(|letter| letter == wanted);
        place(one).zip(place(other)).is_some_and(|(one, other)| one.abs_diff(other) == 1)
    };
    match () {
        () if is_vowel(one) && is_vowel(other) => VOWELS,
        () if ALIKE.iter().any(is_pair) => SOUNDS,
        () if ROWS.iter().any(are_beside) => NEIGHBOURS,
        () => 0.0,
    }
}
