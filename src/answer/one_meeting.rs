//! Who, when, where and what of one meeting.
//!
//! The one idea: people are asked for of a meeting alone; a day or what was decided may also be that of a fact.

use super::asked::Asked;
use super::found::{Answer, Aspect, Body, Unknown};
use super::lexicon::Cue;
use super::subject::{DATED, Subject, find};
use super::{aspects, card};
use crate::knowledge::Kind;
use crate::text::has_digit;

/// The sides asked for of one meeting, if any are.
pub(super) fn one_meeting(asked: &Asked<'_>) -> Option<Answer> {
    let aspects = aspects::asked_for(asked);
    let people = aspects
        .iter()
        .any(|aspect| !matches!(aspect, Aspect::When | Aspect::Where | Aspect::Discussed | Aspect::Decided));
    let names_term = !asked.question.mentioned(|entry| entry.kind == Kind::Glossary).is_empty();
    if aspects.is_empty() || (asked.question.has(Cue::StandsFor) && names_term) {
        return None;
    }
    let kinds: &[Kind] = if people { &[Kind::Meeting] } else { &DATED };
    let mut telling = asked.question.telling();
    if aspects::counts_people(asked) {
        telling.retain(|&at| asked.question.word(at).is_some_and(|word| !has_digit(&word.folded)));
    }
    match asked.subject(&telling, kinds) {
        // `how many people were convicted` counts nobody's presence.
        Subject::One(hit)
            if aspects == [Aspect::AttendeeCount]
                && !asked.question.has_any(&[Cue::Attend, Cue::At, Cue::Anaphora, Cue::Meeting])
                && !asked.is_called(hit.entry, &asked.question.content()) =>
        {
            None
        }
        Subject::One(hit) => {
            let answer = card::of_hit(asked, &hit, &aspects);
            // What the meeting does not tell may be told by a fact that the words name.
            match matches!(answer.body, Body::Unknown(Unknown::NotRecorded { .. }))
                .then(|| find(asked.library, &asked.question, &telling, &[Kind::Fact]))
            {
                Some(Subject::One(fact)) if fact.score >= hit.score => Some(card::of_hit(asked, &fact, &[])),
                _ => Some(answer),
            }
        }
        // What is no meeting may be a fact: `who leads the country team`.
        Subject::Partly(_) | Subject::Foreign { .. } | Subject::Nothing if people => None,
        // What a term or a body is about is told by its own entry.
        Subject::Partly(_) | Subject::Nothing
            if aspects.contains(&Aspect::Discussed) && !asked.question.content().is_empty() =>
        {
            None
        }
        other => Some(asked.without_subject(other)),
    }
}
