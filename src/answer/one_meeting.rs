//! Who, when, where and what of one meeting.
//!
//! The one idea: people are asked for of a meeting alone; a day or what was decided may also be that of a fact.

use super::asked::Asked;
use super::found::{Answer, Aspect};
use super::subject::{DATED, Subject};
use super::{aspects, card};
use crate::knowledge::Kind;
use crate::text::has_digit;

/// The sides asked for of one meeting, if any are.
pub(super) fn one_meeting(asked: &Asked<'_>) -> Option<Answer> {
    let aspects = aspects::asked_for(asked);
    let people = aspects
        .iter()
        .any(|aspect| !matches!(aspect, Aspect::When | Aspect::Where | Aspect::Discussed | Aspect::Decided));
    if aspects.is_empty() {
        return None;
    }
    let kinds: &[Kind] = if people { &[Kind::Meeting] } else { &DATED };
    let mut telling = asked.question.telling();
    if aspects::counts_people(asked) {
        telling.retain(|&at| asked.question.word(at).is_some_and(|word| !has_digit(&word.folded)));
    }
    match asked.subject(&telling, kinds) {
        Subject::One(hit) => Some(card::of_hit(asked, &hit, &aspects)),
        // What is no meeting may be a fact: `who leads the country team`.
        Subject::Partly(_) | Subject::Foreign { .. } | Subject::Nothing if people => None,
        other => Some(asked.without_subject(other)),
    }
}
