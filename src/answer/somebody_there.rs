//! Somebody and a meeting without a verb: `Red Crescent on the Colombo trip?`
//!
//! The one idea: a known name, `at` or `on`, and what a meeting is called; then it is asked whether they were there.

use super::asked::Asked;
use super::found::{Answer, Role};
use super::lexicon::Cue;
use super::participation::{parties, verdict};
use super::subject::{Subject, find};
use super::word::{Part, Word};
use crate::knowledge::Kind;

/// Whether those named were at the meeting named, if nothing else is said.
pub(super) fn somebody_there(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let is_plain = |word: &Word| {
        matches!(word.part, Part::Content | Part::Soft | Part::Filler | Part::Time | Part::Cue(Cue::At | Cue::Meeting))
    };
    let cut = question.words.iter().position(|word| matches!(word.folded.as_str(), "at" | "on"))?;
    let is_content = |at: &usize| question.is(*at, Part::Content);
    let (who, there): (Vec<usize>, Vec<usize>) = question.content().into_iter().partition(|at| *at < cut);
    let named = question.mentioned(|entry| matches!(entry.kind, Kind::Organisation | Kind::Person));
    let is_named = |at: &usize| named.iter().any(|(mention, _)| mention.last < cut && mention.covers(*at));
    let is_somebody = (0..cut).any(|at| is_content(&at) || question.is(at, Part::Soft));
    if !question.words.iter().all(is_plain) || !is_somebody || there.is_empty() || !who.iter().all(is_named) {
        return None;
    }
    let parties = parties(asked, 0..cut);
    match find(asked.library, question, &there, &[Kind::Meeting]) {
        Subject::One(hit) if !parties.is_empty() && asked.is_called(hit.entry, &there) => {
            Some(verdict(asked, hit.entry, hit.score, parties, Role::Any))
        }
        _ => None,
    }
}
