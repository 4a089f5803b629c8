//! Light English stemming: plurals, past tenses, -ing forms and British spelling meet in one stem.
//!
//! The one idea: the S-stemmer (Harman, "How effective is suffixing?", JASIS 42(1), 1991, p. 10) and two suffixes more.
//! A stronger stemmer would put `police` and `policy` one letter apart, and a typo would cross between them.

use std::borrow::Cow;

use super::tokens::has_digit;

/// A stem shorter than this has lost what made the word distinct.
const SHORTEST_STEM: usize = 4;

/// The stem of a folded word.
pub fn stem(word: &str) -> Cow<'_, str> {
    if has_digit(word) || !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    // What was founded is not what somebody found.
    if matches!(word, "founded" | "founding" | "founder" | "founders") {
        return Cow::Borrowed("founded");
    }
    let singular = singular(word);
    match without_ending(&singular) {
        Some(stem) => Cow::Owned(stem),
        None => singular,
    }
}

/// The word without its plural ending.
fn singular(word: &str) -> Cow<'_, str> {
    if word.len() > SHORTEST_STEM {
        if let Some(start) = word.strip_suffix("ies") {
            return Cow::Owned(format!("{start}y"));
        }
        if let Some(start) = word.strip_suffix("es")
            && ["sh", "ch", "ss", "x", "z"].iter().any(|ending| start.ends_with(ending))
        {
            return Cow::Borrowed(start);
        }
    }
    match word.strip_suffix('s') {
        Some(start) if start.len() >= 3 && !start.ends_with(['s', 'u', 'i']) => Cow::Borrowed(start),
        _ => Cow::Borrowed(word),
    }
}

/// The stem of a verb form, or of a word that British and American spelling write apart.
fn without_ending(word: &str) -> Option<String> {
    for (british, american) in
        [("isation", "ization"), ("ising", "iz"), ("ised", "iz"), ("iser", "izer"), ("ise", "iz")]
    {
        if let Some(start) = word.strip_suffix(british)
            && start.len() >= SHORTEST_STEM
        {
            return Some(format!("{start}{american}"));
        }
    }
    if let Some(start) = word.strip_suffix("ize")
        && start.len() >= SHORTEST_STEM
    {
        return Some(format!("{start}iz"));
    }
    if word.ends_with("programme") {
        return Some("program".to_owned());
    }
    for ending in ["ing", "ed"] {
        if let Some(start) = word.strip_suffix(ending)
            && start.len() >= SHORTEST_STEM
        {
            let start = undoubled(start);
            return Some(without_e(start).unwrap_or(start).to_owned());
        }
        // `moved` and `moving` are forms of `move`, while `acted` ends as `act` does.
        if let Some(start) = word.strip_suffix(ending)
            && is_short_before_e(start)
        {
            return Some(format!("{start}e"));
        }
    }
    without_e(word).map(str::to_owned)
}

/// Whether a beginning of three letters has lost an `e`: a vowel between two consonants, as in `mov` and `nam`.
fn is_short_before_e(start: &str) -> bool {
    let is_vowel = |letter: &u8| b"aeiou".contains(letter);
    matches!(start.as_bytes(), [first, second, third] if !is_vowel(first) && is_vowel(second) && !is_vowel(third))
}

/// `charge` and `charged` meet without their last letter.
fn without_e(word: &str) -> Option<&str> {
    word.strip_suffix('e').filter(|start| start.len() >= SHORTEST_STEM)
}

/// `plann` is the stem of `planned`, and `plan` what people look for.
fn undoubled(start: &str) -> &str {
    let mut letters = start.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) if last == before && !matches!(last, 's' | 'l') => {
            start.strip_suffix(last).unwrap_or(start)
        }
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brings_forms_of_a_word_together_and_keeps_words_apart() {
        for (one, other) in [
            ("meetings", "meeting"),
            ("launches", "launched"),
            ("organisation", "organizations"),
            ("organised", "organizes"),
            ("programme", "programs"),
            ("policies", "policy"),
            ("planned", "plans"),
            ("charged", "charges"),
            ("shared", "share"),
            ("sharing", "shareing"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        for (one, other) in [("police", "policy"), ("2015", "2016"), ("second", "third"), ("status", "state")] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }
}
