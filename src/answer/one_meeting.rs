//! Who, when, where and what of one meeting.
//!
//! The one idea: people are asked for of a meeting alone; a day or what was decided may also be that of a fact.

use super::asked::Asked;
use super::context::in_context;
use super::found::{Answer, Aspect, Body, Unknown};
use super::lexicon::Cue;
use super::listing::is_event;
use super::subject::{DATED, Hit, Subject, find};
use super::{aspects, card};
use crate::knowledge::Kind;
use crate::search::EntryRef;
use crate::text::has_digit;

/// The sides asked for of one meeting, if any are.
pub(super) fn one_meeting(asked: &Asked<'_>) -> Option<Answer> {
    if let Some(answer) = signed_at_it(asked) {
        return Some(answer);
    }
    let aspects = aspects::asked_for(asked);
    let people = aspects.iter().any(|aspect| {
        !matches!(aspect, Aspect::When | Aspect::Weekday | Aspect::Where | Aspect::Discussed | Aspect::Decided)
    });
    let names_term = !asked.question.mentioned(|entry| entry.kind == Kind::Glossary).is_empty();
    if aspects.is_empty() || (asked.question.has(Cue::StandsFor) && names_term) {
        return None;
    }
    let kinds: &[Kind] = if people { &[Kind::Meeting] } else { &DATED };
    let mut telling = asked.question.telling();
    if aspects::counts_people(asked) {
        telling.retain(|&at| asked.question.word(at).is_some_and(|word| !has_digit(&word.folded)));
    }
    aspects::without_sides(asked, &mut telling);
    let mut subject = asked.subject(&telling, kinds);
    // Who opened it is asked for by the verb, which need not be one of its source.
    if aspects::who_opened(asked) && matches!(subject, Subject::Partly(_) | Subject::Foreign { .. } | Subject::Nothing)
    {
        let without = aspects::without_opening(asked, &telling);
        if without.len() < telling.len() {
            subject = asked.subject(&without, kinds);
        }
    }
    // Whoever spoke is told with his rank, which need not be called what is asked.
    if matches!(subject, Subject::Partly(_) | Subject::Foreign { .. } | Subject::Nothing) {
        let without = aspects::without_rank(asked, &telling);
        if without.len() < telling.len() {
            subject = asked.subject(&without, kinds);
        }
    }
    match subject {
        // `how many people were convicted` counts nobody's presence.
        Subject::One(hit)
            if aspects == [Aspect::AttendeeCount]
                && !asked.question.has_any(&[Cue::Attend, Cue::At, Cue::Anaphora, Cue::Meeting])
                && !aspects::counts_heads(asked)
                && !asked.is_called(hit.entry, &asked.question.content()) =>
        {
            None
        }
        // `hotel recommendation`: where nothing was decided, one everyday word finds no decision.
        Subject::One(hit) if aspects == [Aspect::Decided] && is_met_in_passing(asked, hit.entry) => {
            Some(Answer::unknown(Unknown::Detail { nearest: hit.entry }))
        }
        Subject::One(hit) => {
            if let Some(dated) = dated_fact(asked, &hit, &aspects, &telling) {
                return Some(dated);
            }
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

/// Whether a meeting without an outcome is found by a single everyday word.
fn is_met_in_passing(asked: &Asked<'_>, entry: EntryRef) -> bool {
    let content = asked.question.content();
    let meeting = asked.library.knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting);
    content.len() == 1
        && asked.context != Some(entry)
        && meeting.is_some_and(|meeting| meeting.outcome.is_none() && meeting.decisions.is_empty())
        && content.iter().filter_map(|&at| asked.question.word(at)).all(|word| word.query.is_everyday)
}

/// Words for signing, and for what is signed.
const SIGNING: &str = "sign signs signed signing signature signatures signatory inked";
const SIGNED: &str =
    "paper papers document documents agreement agreements deal deals mou memorandum contract contracts treaty pact";

/// `Any paper signed that day?`, in reply to a meeting that tells of no signing: what came of it, not who signed elsewhere.
fn signed_at_it(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let meeting = asked.context.filter(|entry| entry.kind == Kind::Meeting)?;
    let content = question.content();
    let is_about_signing = |at: &usize| {
        let mut known = SIGNING.split_ascii_whitespace().chain(SIGNED.split_ascii_whitespace());
        question.word(*at).is_some_and(|word| known.any(|known| known == word.folded))
    };
    let asks_otherwise = question.has_any(&[Cue::Who, Cue::When, Cue::Where, Cue::Which, Cue::HowMany, Cue::Why]);
    let is_meant = question.says_any(SIGNING) && !asks_otherwise && content.iter().all(is_about_signing);
    (is_meant && in_context(asked, meeting, &content).is_none())
        .then(|| card::of_entry(asked, meeting, &[Aspect::Decided]))
}

/// When something began is told by a statement that has a date, where the meeting that marked it has none.
fn dated_fact(asked: &Asked<'_>, hit: &Hit, aspects: &[Aspect], telling: &[usize]) -> Option<Answer> {
    let knowledge = &asked.library.knowledge;
    let meeting = knowledge.meetings.get(hit.entry.at).filter(|_| hit.entry.kind == Kind::Meeting)?;
    let says_event = asked.question.words.iter().any(|word| is_event(&word.folded) || word.folded == "launched");
    if aspects != [Aspect::When] || says_event || meeting.date.start.is_some() || asked.context == Some(hit.entry) {
        return None;
    }
    match find(asked.library, &asked.question, telling, &[Kind::Fact]) {
        Subject::One(fact) if knowledge.facts.get(fact.entry.at).is_some_and(|fact| fact.as_of.is_some()) => {
            Some(card::of_hit(asked, &fact, &[]))
        }
        _ => None,
    }
}
