//! Tokens: the words of a text, folded, each with its place in the original.
//!
//! The one idea: a token is a longest run of letters and digits; marks and invisible characters inside it do not end it.

use std::ops::Range;

use super::fold::{fold, is_dropped};

/// A word as typed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Token {
    /// Folded for matching.
    pub folded: String,
    /// The bytes it takes in the original text.
    pub span: Range<usize>,
}

impl Token {
    /// Whether it holds a digit: such tokens match exactly or not at all.
    pub fn has_digit(&self) -> bool {
        has_digit(&self.folded)
    }
}

/// Whether a folded word holds a digit.
pub fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    each_span(text, &mut |span| {
        let folded = text.get(span.clone()).map(fold).unwrap_or_default();
        if !folded.is_empty() {
            found.push(Token { folded, span });
        }
    });
    found
}

/// Calls with each token, folded into the room given: 50,000 meetings are read without asking for memory word by word.
pub fn each_token(text: &str, room: &mut String, call: &mut impl FnMut(&str)) {
    each_span(text, &mut |span| {
        let word = text.get(span).unwrap_or_default();
        room.clear();
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            room.push_str(word);
            room.make_ascii_lowercase();
        } else {
            room.push_str(&fold(word));
        }
        if !room.is_empty() {
            call(room);
        }
    });
}

/// The same, and `week` beside `weeks` for `week's`: people look for the word without its ending.
pub fn each_spelling(text: &str, room: &mut String, call: &mut impl FnMut(&str)) {
    each_token(text, room, call);
    for (at, mark) in text.char_indices().filter(|(_, letter)| matches!(letter, '\'' | '’')) {
        let before = text.get(..at).unwrap_or_default();
        let start = before.char_indices().rev().take_while(|(_, letter)| letter.is_alphanumeric()).last();
        let follows = text.get(at + mark.len_utf8()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if let Some(word) = start.and_then(|(start, _)| before.get(start..)).filter(|word| follows && word.len() > 2) {
            room.clear();
            room.push_str(&fold(word));
            call(room);
        }
    }
}

fn each_span(text: &str, call: &mut impl FnMut(Range<usize>)) {
    let mut start = None;
    for (at, letter) in text.char_indices() {
        let inside = letter.is_alphanumeric() || (start.is_some() && is_dropped(letter));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                call(from..at);
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        call(from..text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn splits_where_a_reader_would() {
        assert_eq!(words("J/TIP, 3rd (2016)"), ["j", "tip", "3rd", "2016"]);
        assert_eq!(words("the Prosecutor General’s Office"), ["the", "prosecutor", "generals", "office"]);
        assert_eq!(words(" \u{200b}\0\u{301} 👩‍👩‍👧 "), Vec::<String>::new());
        assert_eq!(words("ދިވެހި"), ["ދވހ"]);
    }

    #[test]
    fn keeps_the_place_in_the_original() {
        let text = "¿Malé?";
        let spans: Vec<_> = tokens(text).into_iter().map(|token| text.get(token.span)).collect();
        assert_eq!(spans, [Some("Malé")]);
    }
}
