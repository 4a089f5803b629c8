//! Free text: from a question to the kind of answer it wants.
//!
//! The one idea: structure before text. What is asked for is settled by the cues, what about by names, dates and
//! coverage; only a question that names nothing by its structure is ranked over everything.

use std::borrow::Cow;

use jiff::civil::Date;

use super::around::questions_in;
use super::asked::Asked;
use super::clauses::{asked_in_parts, asked_of_a_term, meant};
use super::found::{Answer, Body, Greeting, Unknown};
use super::question::Question;
use super::{
    at_the_time, beside, card, certainty, compare, danger, facts, general, greeting, keywords, listing, membership,
    named_fact, near_name, neighbours, offices, one_meeting, participation, premise, refuse, represented,
    somebody_there,
};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library};

/// Answers free text.
pub(crate) fn ask(library: &Library, text: &str, context: Option<&str>, page: usize, today: Date) -> Answer {
    let context = context.and_then(|id| EntryRef::find(&library.knowledge, id));
    let term = asked_of_a_term(text);
    let asking = term.as_deref().unwrap_or_else(|| meant(text));
    let mut questions = questions_in(library, asking, context.is_some(), today);
    if questions.first().is_none_or(|first| first != text) {
        // Whoever is in danger, or plans something, may say so in what was cut away.
        let everything = Question::read(library, text, today);
        if danger::is_cry_for_help(&everything) {
            return Answer::bare(Body::Distress);
        }
        if everything.timing.span.is_some_and(|span| span.from > today) {
            questions = vec![Cow::Borrowed(text)];
        }
    }
    let (first, others) = questions.split_first().map_or((text, [].as_slice()), |(first, others)| (first, others));
    let whole = asked_whole(library, first, context, page, today);
    let is_open = |answer: &Answer| is_refused(answer) || matches!(answer.body, Body::Choices);
    if is_open(&whole) {
        let mut other = others.iter().map(|other| asked_whole(library, other, context, page, today));
        if let Some(answer) = other.find(|answer| !is_open(answer)) {
            return answer;
        }
    }
    if is_refused(&whole) { asked_in_parts(library, first, context, page, today).unwrap_or(whole) } else { whole }
}

/// The answer to a text as one question.
pub(super) fn asked_whole(
    library: &Library,
    text: &str,
    context: Option<EntryRef>,
    page: usize,
    today: Date,
) -> Answer {
    let question = Question::read(library, text, today);
    let mut asked = Asked { library, question, context, page, today };
    if near_name::holds_unknown_word(&asked, text)
        && let Some(answer) = near_name::near_name(&asked, text)
    {
        return answer;
    }
    let answer = answered(&asked);
    if is_refused(&answer)
        && let Some(answer) = near_name::near_name(&asked, text)
    {
        return answer;
    }
    if is_refused(&answer)
        && !matches!(answer.body, Body::Unknown(Unknown::Foreign { .. }))
        && let Some(question) = Question::read_without_question_names(library, text, today)
    {
        asked.question = question;
        let other = answered(&asked);
        if !matches!(other.body, Body::Unknown(_) | Body::Choices) {
            return other;
        }
    }
    answer
}

/// `And in 2019?` after a fact that changed over time: the same fact at another date.
fn carried_fact(asked: &Asked<'_>) -> Option<EntryRef> {
    let entry = asked.context.filter(|entry| entry.kind == Kind::Fact)?;
    let is_bare = asked.question.content().is_empty() && asked.question.timing.span.is_some();
    (is_bare && facts::chain(&asked.library.knowledge, entry.at).len() > 1).then_some(entry)
}

/// Whether what is asked was not found, which other ways to read it may change.
fn is_refused(answer: &Answer) -> bool {
    let Body::Unknown(why) = &answer.body else { return false };
    matches!(
        why,
        Unknown::Detail { .. } | Unknown::Nothing { .. } | Unknown::NotRecorded { .. } | Unknown::Foreign { .. }
    )
}

/// The answer to a question that is taken apart.
pub(super) fn answered(asked: &Asked<'_>) -> Answer {
    let question = &asked.question;
    if question.words.is_empty() {
        return Answer::bare(Body::Help(Greeting::Empty));
    }
    if danger::is_cry_for_help(question) {
        return Answer::bare(Body::Distress);
    }
    if let Some(answer) = somebody_there::somebody_there(asked) {
        return answer;
    }
    if let Some(answer) = keywords::keywords(asked) {
        return answer;
    }
    if let Some(greeting) = greeting::greeting(asked) {
        return Answer::bare(Body::Help(greeting));
    }
    if refuse::asks_for_contact(asked) {
        return Answer::unknown(Unknown::Withheld);
    }
    if question.timing.impossible {
        return Answer::unknown(Unknown::ImpossibleDate);
    }
    if refuse::asks_for_future(asked) {
        return Answer::unknown(Unknown::Future);
    }
    if refuse::asks_for_advice(question) {
        return Answer::unknown(Unknown::Nothing { nearest: None });
    }
    if let Some(answer) = certainty::certainty(asked).or_else(|| at_the_time::at_the_time(asked)) {
        return answer;
    }
    if question.asks_for_money() {
        return refuse::money(asked);
    }
    if let Some(entry) = carried_fact(asked) {
        return card::of_entry(asked, entry, &[]);
    }
    if let Some(answer) = membership::membership(asked).or_else(|| offices::head_of_iom(asked)) {
        return answer;
    }
    if let Some(fact) = named_fact::named_fact(asked) {
        return card::of_hit(asked, &fact, &[]);
    }
    compare::compare(asked)
        .or_else(|| beside::beside(asked))
        .or_else(|| neighbours::neighbours(asked))
        .or_else(|| premise::premise(asked))
        .or_else(|| represented::represented(asked))
        .or_else(|| participation::participation(asked))
        .or_else(|| listing::listing(asked))
        .or_else(|| offices::at_the_meeting(asked))
        .or_else(|| one_meeting::one_meeting(asked))
        .or_else(|| offices::office_of(asked))
        .or_else(|| offices::offices(asked))
        .unwrap_or_else(|| general::general(asked))
}
