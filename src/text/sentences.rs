//! Running text, sentence by sentence.

/// The sentences of a text, each without the space behind it. `No. 12/2013` ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        let sentence = text.get(from..=at).unwrap_or_default();
        if !sentence.ends_with(" No.") {
            found.push(sentence);
            from = at + 2;
        }
    }
    found.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end_no_sentence() {
        assert_eq!(sentences("It is Law No. 12/2013. It holds."), ["It is Law No. 12/2013.", "It holds."]);
        assert_eq!(sentences("One"), ["One"]);
        assert!(sentences("").is_empty());
    }
}
