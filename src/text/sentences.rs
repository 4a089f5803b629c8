//! Running text, sentence by sentence, as it is printed and as it is typed.
//!
//! The one idea: a mark with a space behind it ends a sentence, unless the word before it is written with a point.

use super::word_list::is_among;

/// Words that are written with a point.
const WITH_POINT: &str = "dr mr mrs ms prof hon st lt col gen sgt capt vs eg ie e.g i.e u.s u.n";
/// The same, where a number follows.
const BEFORE_NUMBER: &str = "no nos art sec";

/// The sentences of a text, each with its mark and without the space around it. What holds no letter and no digit is none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, mark) in text.match_indices(['.', '!', '?', '\n']) {
        let end = at + mark.len();
        let (before, after) = (text.get(from..at).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let is_end = mark == "\n" || after.starts_with([' ', '\n']);
        if is_end && !(mark == "." && is_written_with_point(before, after)) {
            found.push(text.get(from..end).unwrap_or_default());
            from = end;
        }
    }
    found.push(text.get(from..).unwrap_or_default());
    found.into_iter().map(str::trim).filter(|sentence| sentence.contains(char::is_alphanumeric)).collect()
}

/// Whether the point between these belongs to the word before it: `Dr. Shah`, `A. Shah`, `No. 12`.
fn is_written_with_point(before: &str, after: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_initial = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    let last = last.to_lowercase();
    let is_number = after.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    is_initial || is_among(WITH_POINT, &last) || (is_number && is_among(BEFORE_NUMBER, &last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_the_ends_of_sentences() {
        for (text, cut) in [
            ("It is Law No. 12/2013. It holds.", vec!["It is Law No. 12/2013.", "It holds."]),
            ("Donor liaison here. How much?", vec!["Donor liaison here.", "How much?"]),
            ("I write on IOM. who founded it", vec!["I write on IOM.", "who founded it"]),
            ("Is it closed? no. who else", vec!["Is it closed?", "no.", "who else"]),
            ("Who is Dr. A. Shah?\n\nAnd when", vec!["Who is Dr. A. Shah?", "And when"]),
            ("the U.S. report of 8.6 million", vec!["the U.S. report of 8.6 million"]),
            ("One", vec!["One"]),
            (" ?! ", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(sentences(text), cut, "{text:?}");
        }
    }
}
