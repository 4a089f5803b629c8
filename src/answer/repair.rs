//! Words as they were meant, before anything is looked up.
//!
//! The one idea: spaces are typed wrongly like letters. A word that is known stays as it stands.

use super::lexicon::{cue, is_filler, meant_word};
use crate::search::{Library, QueryWord, is_small_word};
use crate::text::{Token, is_within, tokens};

/// The words of a text: split ones joined and joined ones split where only that makes them known, and the organisation's
/// name as its short form.
pub(super) fn repaired(library: &Library, text: &str) -> Vec<Token> {
    with_plain_words(with_short_name(&rejoined(library, text, tokens(text))))
}

/// The words with those that mean something only together as the one that means it.
fn with_plain_words(mut tokens: Vec<Token>) -> Vec<Token> {
    for at in 0..tokens.len() {
        let ahead = tokens.get(at..).unwrap_or_default().iter().map(|token| token.folded.as_str());
        let Some((length, plain)) = meant_word(&ahead) else { continue };
        let end = tokens.get(at + length - 1).map(|last| last.span.end);
        if let (Some(end), Some(first)) = (end, tokens.get_mut(at)) {
            *first = Token { folded: plain.to_owned(), span: first.span.start..end };
            tokens.drain(at + 1..at + length);
        }
    }
    tokens
}

fn rejoined(library: &Library, text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let knows = |word: &str| library.index.vocabulary.knows(word);
    let is_word = |word: &str| knows(word) || cue(word).is_some() || is_filler(word);
    let mut repaired: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let Some(previous) = repaired.last_mut()
            && !(is_word(&previous.folded) && is_word(&token.folded))
            && text.get(previous.span.end..token.span.start).is_some_and(|gap| gap == " " || gap == "-")
        {
            let joined = format!("{}{}", previous.folded, token.folded);
            if joined.chars().count() >= SHORTEST_JOINED && knows(&joined) {
                *previous = Token { folded: joined, span: previous.span.start..token.span.end };
                continue;
            }
        }
        let is_foreign = |word: &QueryWord| word.is_foreign() && !word.is_everyday;
        if !is_word(&token.folded)
            && !token.has_digit()
            && is_foreign(&library.index.word(&token.folded))
            && let Some(pieces) = pieces(&token.folded, &is_word, MOST_PIECES)
                .or_else(|| misspelt_pieces(&token.folded, &is_word, &|word| is_nearly_known(library, word)))
        {
            repaired.extend(pieces.into_iter().map(|folded| Token { folded, span: token.span.clone() }));
        } else {
            repaired.push(token);
        }
    }
    repaired
}

/// The organisation's name in full, however spelt, as its short form: the words of it stand in nearly every entry.
fn with_short_name(tokens: &[Token]) -> Vec<Token> {
    let is_like =
        |at: usize, known: &str| tokens.get(at).is_some_and(|token| is_within(LONG_NAME_SLIPS, &token.folded, known));
    let end_of_name = |at: usize| {
        let is_small = tokens.get(at + 2).is_some_and(|token| is_small_word(&token.folded));
        let last = at + 2 + usize::from(is_small);
        (is_like(at, "international") && is_like(at + 1, "organization") && is_like(last, "migration")).then_some(last)
    };
    let mut short: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((last, end)) = end_of_name(at).and_then(|last| Some((last, tokens.get(last)?.span.end))) {
            short.push(Token { folded: "iom".to_owned(), span: token.span.start..end });
            at = last + 1;
        } else {
            short.push(token.clone());
            at += 1;
        }
    }
    short
}

/// Slips in one of the long words of the organisation's name.
const LONG_NAME_SLIPS: usize = 2;

/// Known words that were typed as one.
fn pieces(word: &str, is_word: &impl Fn(&str) -> bool, most: usize) -> Option<Vec<String>> {
    if most < 2 || word.len() > LONGEST_JOINED {
        return None;
    }
    let cuts = word.char_indices().map(|(at, _)| at).skip(SHORTEST_PIECE);
    cuts.filter_map(|at| word.split_at_checked(at)).filter(|(first, _)| is_word(first)).find_map(|(first, rest)| {
        if rest.chars().count() < SHORTEST_PIECE {
            return None;
        }
        let rest = if is_word(rest) { vec![rest.to_owned()] } else { pieces(rest, is_word, most - 1)? };
        Some([vec![first.to_owned()], rest].concat())
    })
}

/// Two words typed as one, of which one is misspelt: `casemanagment`.
fn misspelt_pieces(
    word: &str,
    is_word: &impl Fn(&str) -> bool,
    is_nearly: &impl Fn(&str) -> bool,
) -> Option<Vec<String>> {
    if word.len() > LONGEST_JOINED {
        return None;
    }
    let cuts = word.char_indices().map(|(at, _)| at).skip(SHORTEST_PIECE);
    let both = cuts.filter_map(|at| word.split_at_checked(at)).find(|(first, rest)| {
        let lengths = (first.chars().count(), rest.chars().count());
        (lengths.0 >= SHORTEST_PIECE && lengths.1 >= SHORTEST_MISSPELT && is_word(first) && is_nearly(rest))
            || (lengths.0 >= SHORTEST_MISSPELT && lengths.1 >= SHORTEST_PIECE && is_word(rest) && is_nearly(first))
    });
    both.map(|(first, rest)| vec![first.to_owned(), rest.to_owned()])
}

/// Whether a word is one of the knowledge's with a slip in it.
fn is_nearly_known(library: &Library, word: &str) -> bool {
    let word = library.index.word(word);
    word.variants.first().is_some_and(|variant| variant.similarity >= NEARLY)
}

/// One slip in a word of seven letters.
const NEARLY: f32 = 0.85;
/// A misspelt piece of a joined word must be so long; shorter ones are found in too many words.
const SHORTEST_MISSPELT: usize = 7;
/// Bytes of a longer word are no words left together, and trying every cut takes time in the square of the length.
const LONGEST_JOINED: usize = 100;
/// As many words as people join by leaving the spaces out of a name.
const MOST_PIECES: usize = 4;
/// Shorter words are too often parts of others.
const SHORTEST_PIECE: usize = 4;
/// Shorter words are too often two.
const SHORTEST_JOINED: usize = 6;
