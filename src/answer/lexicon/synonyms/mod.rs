//! What people type for words that the knowledge uses.
//!
//! The one idea: a line holds the words somebody may type, then those of the knowledge that they may mean. Every form of a
//! typed word is known by its stem. Only words that mean the same stand here: one that is merely about the same would
//! answer a question that was not asked.

/// The lists: a line holds typed words, a colon, and the words that they may mean, all folded; `#` opens a heading.
const LISTS: [&str; 3] =
    [include_str!("deeds_and_things.txt"), include_str!("people_and_places.txt"), include_str!("short_forms.txt")];

/// Every typed word with the words that it may mean, with a space between.
pub(super) fn typed_and_meant() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = LISTS.into_iter().flat_map(str::lines).filter_map(|line| line.split_once(": "));
    lines.flat_map(|(typed, meant)| typed.split_ascii_whitespace().map(move |word| (word, meant)))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::knowledge::Knowledge;
    use crate::search::Library;
    use crate::text::{has_digit, stem};

    #[test]
    fn every_line_is_a_heading_or_a_meaning() {
        let lines = LISTS.into_iter().flat_map(str::lines);
        let wrong = |line: &&str| !line.is_empty() && !line.starts_with("# ") && line.split(": ").count() != 2;
        assert_eq!(lines.filter(wrong).collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn a_word_stands_once() {
        let mut known = HashMap::new();
        for (word, meant) in typed_and_meant() {
            let other = known.insert(stem(word), meant).filter(|other| *other != meant);
            assert_eq!(other, None, "{word}: {meant}");
        }
    }

    #[test]
    fn a_line_means_something_that_the_knowledge_holds() {
        let library = Library::new(Knowledge::built_in().expect("the built-in knowledge is sound").knowledge);
        let holds = |word: &str| library.index.vocabulary.stem(word).is_some();
        let dead = typed_and_meant().filter(|(_, meant)| !meant.split_ascii_whitespace().any(holds));
        // Numbers stand there for what may come to be known.
        let dead: Vec<&str> = dead.map(|(typed, _)| typed).filter(|typed| !has_digit(typed)).collect();
        assert_eq!(dead, [""; 0]);
    }
}
