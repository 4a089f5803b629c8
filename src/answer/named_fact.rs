//! Nothing but the name of a fact: `head of IOM`, or what IOM was named before, however that is asked.

use super::asked::Asked;
use super::lexicon::Cue;
use super::subject::{Hit, Subject, find};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention};

/// The fact whose name, of several words, is all that the question says.
pub(super) fn named_fact(asked: &Asked<'_>) -> Option<Hit> {
    let question = &asked.question;
    let is_fact = |entry: EntryRef| entry.kind == Kind::Fact;
    let content = question.content();
    let covers = |mention: &Mention| mention.words > 1 && content.iter().all(|at| mention.covers(*at));
    let names_fact = question
        .mentioned(is_fact)
        .iter()
        .any(|(mention, entries)| covers(mention) && entries.len() == mention.entries.len());
    if !names_fact || content.is_empty() || question.has(Cue::Meeting) || question.has_detail() {
        return None;
    }
    match find(asked.library, question, &content, &[Kind::Fact]) {
        Subject::One(hit) => Some(hit),
        _ => None,
    }
}
