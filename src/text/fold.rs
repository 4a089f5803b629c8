//! Folding: two texts that a reader would call the same become equal.
//!
//! The one idea: compatibility decomposition, then everything that carries no meaning for matching is dropped: case,
//! accents, width, apostrophes, zero-width and bidirectional control characters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for matching. The result is for comparing only, never for showing.
pub fn fold(text: &str) -> String {
    // Plain lower-case ASCII is most of what is folded when 50,000 meetings load.
    if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return text.to_owned();
    }
    if text.is_ascii() {
        return text.chars().filter(|&letter| !is_dropped(letter)).map(|letter| letter.to_ascii_lowercase()).collect();
    }
    text.nfkd().filter(|&letter| !is_dropped(letter)).flat_map(char::to_lowercase).map(plain).collect()
}

/// Whether a character joins a word without standing for a letter of its own.
pub(super) fn is_dropped(letter: char) -> bool {
    if letter.is_ascii() {
        return matches!(letter, '\'' | '`');
    }
    is_combining_mark(letter) || is_apostrophe(letter) || is_invisible(letter)
}

/// The marks people type for an apostrophe, those on a phone's keyboard included.
fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | '′' | '＇')
}

/// Zero-width characters, bidirectional controls, variation selectors and soft hyphens.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that have no decomposition, yet are typed without their stroke.
fn plain(letter: char) -> char {
    match letter {
        'ø' => 'o',
        'đ' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_a_reader_calls_the_same() {
        for (typed, folded) in [
            ("Malé", "male"),
            ("MALE'", "male"),
            ("Male’", "male"),
            ("ＩＯＭ", "iom"),
            ("António", "antonio"),
            ("tra\u{200b}fficking", "trafficking"),
            ("\u{301}", ""),
            ("Prosecutor General’s", "prosecutor generals"),
        ] {
            assert_eq!(fold(typed), folded, "{typed:?}");
        }
    }
}
