//! Free text: from a question to the kind of answer it wants.
//!
//! The one idea: structure before text. What is asked for is settled by the cues, what about by names, dates and
//! coverage; only a question that names nothing by its structure is ranked over everything.

use jiff::civil::Date;

use super::asked::Asked;
use super::found::{Answer, Body, Greeting, Unknown};
use super::question::Question;
use super::{
    card, compare, danger, general, greeting, keywords, listing, named_fact, offices, one_meeting, participation,
    refuse,
};
use crate::search::{EntryRef, Library};

/// Answers free text.
pub(crate) fn ask(library: &Library, text: &str, context: Option<&str>, page: usize, today: Date) -> Answer {
    let question = Question::read(library, text, today);
    let context = context.and_then(|id| EntryRef::find(&library.knowledge, id));
    let mut asked = Asked { library, question, context, page, today };
    let answer = answered(&asked);
    if matches!(
        answer.body,
        Body::Unknown(Unknown::Detail { .. } | Unknown::Nothing { .. } | Unknown::NotRecorded { .. })
    ) {
        asked.question = Question::read_without_question_names(library, text, today);
        let other = answered(&asked);
        if !matches!(other.body, Body::Unknown(_) | Body::Choices) {
            return other;
        }
    }
    answer
}

fn answered(asked: &Asked<'_>) -> Answer {
    let question = &asked.question;
    if question.words.is_empty() {
        return Answer::bare(Body::Help(Greeting::Empty));
    }
    if danger::is_cry_for_help(question) {
        return Answer::bare(Body::Distress);
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
    if question.asks_for_money() {
        return refuse::money(asked);
    }
    if let Some(answer) = offices::head_of_iom(asked) {
        return answer;
    }
    if let Some(fact) = named_fact::named_fact(asked) {
        return card::of_hit(asked, &fact, &[]);
    }
    compare::compare(asked)
        .or_else(|| participation::participation(asked))
        .or_else(|| listing::listing(asked))
        .or_else(|| one_meeting::one_meeting(asked))
        .or_else(|| offices::offices(asked))
        .unwrap_or_else(|| general::general(asked))
}
