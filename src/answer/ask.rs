//! Free text: from a question to the kind of answer it wants.
//!
//! The one idea: structure before text. What is asked for is settled by the cues, what about by names, dates and
//! coverage; only a question that names nothing by its structure is ranked over everything.

use jiff::civil::Date;

use super::asked::Asked;
use super::clauses::clauses;
use super::found::{Answer, Aspect, Body, Greeting, Open, Unknown};
use super::lexicon::Cue;
use super::question::Question;
use super::{
    affiliation, beside, card, compare, danger, doubt, facts, general, greeting, keywords, listing, named_fact,
    near_name, neighbours, offices, one_meeting, participation, refuse, sizes, somebody_there,
};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library};
use crate::text::tokens;

/// Answers free text.
pub(crate) fn ask(library: &Library, text: &str, context: Option<&str>, page: usize, today: Date) -> Answer {
    let context = context.and_then(|id| EntryRef::find(&library.knowledge, id));
    let whole = asked_whole(library, text, context, page, today);
    if !is_refused(&whole) {
        return whole;
    }
    let parts = clauses(text);
    // Who takes back what was said means what comes after.
    let taken_back = parts.iter().rposition(|part| opens_with(part, TAKING_BACK)).filter(|at| *at > 0);
    let parts = parts.get(taken_back.unwrap_or_default()..).unwrap_or_default();
    let is_only = parts.len() == 1;
    let mut is_first = true;
    for (at, part) in parts.iter().enumerate() {
        let question = Question::read(library, part, today);
        let words = question.content().len();
        // A later part may mean by `it` what was not found, and must ask something of its own.
        let asks_itself = is_first || (words > 1 && question.asks_openly() && !question.has(Cue::Anaphora));
        if words == 0 || !asks_itself || (!is_only && opens_with(part, LEAVING_OUT)) {
            continue;
        }
        is_first = false;
        let mut answer = asked_whole(library, part, context, page, today);
        if !answer.entries.is_empty() && !matches!(answer.body, Body::Choices) {
            let rest = parts.get(at + 1..).unwrap_or_default();
            let told = rest.iter().take_while(|rest| takes_in(library, &mut answer, rest, today)).count();
            let said = parts.get(at..=at + told).unwrap_or_default().join(", ");
            let open = (at > 0 || told < rest.len() || (is_only && taken_back.is_none())).then_some(Open::AllBut(said));
            return Answer { open, ..answer };
        }
    }
    whole
}

/// Words with which somebody takes back what was said before.
const TAKING_BACK: &str = "sorry oops rather correction";
/// Words that leave somebody out, and ask nothing.
const LEAVING_OUT: &str = "besides apart except aside";

fn opens_with(part: &str, words: &str) -> bool {
    let first = tokens(part).first().map(|token| token.folded.clone()).unwrap_or_default();
    words.split_ascii_whitespace().any(|word| word == first)
}

/// Whether what is asked next of the entry found is told by the answer, which takes in a further side of a meeting.
fn takes_in(library: &Library, answer: &mut Answer, rest: &str, today: Date) -> bool {
    let entry = answer.entries.first().map(|hit| hit.entry);
    let other = asked_whole(library, rest, entry, 0, today);
    match (&mut answer.body, other.body) {
        (Body::Fact { at, .. }, Body::Fact { at: other, .. }) => *at == other,
        (Body::Meeting { at, aspects, .. }, Body::Meeting { at: other, aspects: further, .. }) => {
            let is_told = *at == other && !further.is_empty();
            if is_told {
                aspects.extend(further);
                aspects.dedup();
            }
            is_told
        }
        (Body::Participation { meeting, .. }, Body::Meeting { at, aspects, .. }) => {
            *meeting == at && aspects == [Aspect::Attendees]
        }
        _ => false,
    }
}

/// The answer to a text as one question.
fn asked_whole(library: &Library, text: &str, context: Option<EntryRef>, page: usize, today: Date) -> Answer {
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
    if is_refused(&answer) && !matches!(answer.body, Body::Unknown(Unknown::Foreign { .. })) {
        asked.question = Question::read_without_question_names(library, text, today);
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
    let answer = found(asked);
    let leading_conflicts = doubt::leading_conflicts(asked, &answer);
    Answer { leading_conflicts, ..answer }
}

fn found(asked: &Asked<'_>) -> Answer {
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
    if question.asks_for_money() {
        return refuse::money(asked);
    }
    if let Some(entry) = carried_fact(asked) {
        return card::of_entry(asked, entry, &[]);
    }
    if let Some(answer) = offices::head_of_iom(asked) {
        return answer;
    }
    if let Some(fact) = named_fact::named_fact(asked) {
        return card::of_hit(asked, &fact, &[]);
    }
    sizes::sizes(asked)
        .or_else(|| affiliation::affiliation(asked))
        .or_else(|| compare::compare(asked))
        .or_else(|| beside::beside(asked))
        .or_else(|| neighbours::neighbours(asked))
        .or_else(|| participation::participation(asked))
        .or_else(|| listing::listing(asked))
        .or_else(|| offices::at_the_meeting(asked))
        .or_else(|| one_meeting::one_meeting(asked))
        .or_else(|| offices::offices(asked))
        .unwrap_or_else(|| general::general(asked))
}
