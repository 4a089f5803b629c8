//! Running text cut into its sentences.
//!
//! The one idea: a full stop ends a sentence only before a capital, so `No. 12` stays whole.

/// The sentences of a text, each with its end.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text.trim();
    let is_end = |rest: &str, at: usize| rest.get(at + 2..).is_some_and(|next| next.starts_with(char::is_uppercase));
    while let Some((at, _)) = rest.match_indices(". ").find(|(at, _)| is_end(rest, *at)) {
        let (Some(sentence), Some(next)) = (rest.get(..=at), rest.get(at + 2..)) else { break };
        sentences.push(sentence);
        rest = next;
    }
    if !rest.is_empty() {
        sentences.push(rest);
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_ends_no_sentence() {
        assert_eq!(
            sentences("It is Law No. 12/2013. The Majlis passed it."),
            ["It is Law No. 12/2013.", "The Majlis passed it."]
        );
        assert!(sentences(" ").is_empty());
    }
}
