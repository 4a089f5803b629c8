//! A text that is nothing but a name, with a slip or two in it.
//!
//! The one idea: it is answered as the name itself would be, and what was read differently is said.

use super::ask::answered;
use super::asked::Asked;
use super::found::{Answer, Body, Matched};
use super::question::Question;
use crate::search::NearName;
use crate::text::{read_times, tokens};

/// The answer to the name that the text is nearly, where there is one.
pub(super) fn near_name(asked: &Asked<'_>, text: &str) -> Option<Answer> {
    let near = asked.library.near_name(text)?;
    let numbers = |timing: &crate::text::Timing| timing.ordinals.iter().map(|one| one.number).collect::<Vec<_>>();
    let typed = numbers(&asked.question.timing);
    // A slip makes no third meeting of a second.
    if !typed.is_empty() && typed != numbers(&read_times(&tokens(&near.name), asked.today)) {
        return None;
    }
    let question = Question::read(asked.library, &near.name, asked.today);
    let mut answer = answered(&Asked { question, ..*asked });
    if matches!(answer.body, Body::Unknown(_) | Body::Help(_) | Body::Distress) {
        return None;
    }
    for hit in &mut answer.entries {
        hit.score *= near.similarity;
    }
    answer.matched = matched(text, &near);
    Some(answer)
}

/// Whether a word stands in the text that the knowledge does not hold: then the text is no question about what it holds.
pub(super) fn holds_unknown_word(asked: &Asked<'_>, text: &str) -> bool {
    tokens(text).iter().any(|token| !asked.library.index.vocabulary.knows(&token.folded))
}

/// The words as typed with those of the name that they were taken for.
fn matched(text: &str, near: &NearName) -> Vec<Matched> {
    let typed = tokens(text);
    let read = |(token, word): (&crate::text::Token, &String)| Matched {
        typed: text.get(token.span.clone()).unwrap_or_default().to_owned(),
        read_as: Some(word.clone()).filter(|word| *word != crate::text::plain_ordinal(&token.folded)),
    };
    if near.words.is_empty() {
        return vec![Matched { typed: text.trim().to_owned(), read_as: Some(near.name.clone()) }];
    }
    typed.iter().zip(&near.words).map(read).collect()
}
