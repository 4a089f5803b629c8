//! Asks every question of `questions.json`, and compares what the answer says.
//!
//! The one idea: the curator's questions go the same way as anybody's, through `reply`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{Message, Outcome, reply};
use crate::answer::Request;
use crate::knowledge::{ExpectedAnswer, ExpectedOutcome};
use crate::search::Library;

/// What came of all questions.
#[derive(Clone, Debug, Serialize)]
pub struct CheckReport {
    /// By kind of question, in alphabetical order.
    pub rows: Vec<CheckRow>,
    /// Every question that was answered otherwise than expected.
    pub failures: Vec<CheckFailure>,
}

/// One kind of question.
#[derive(Clone, Debug, Serialize)]
pub struct CheckRow {
    /// The kind, as `questions.json` names it.
    pub kind: String,
    /// How many were asked.
    pub asked: usize,
    /// How many were answered as expected.
    pub right: usize,
}

/// A question that was answered otherwise than expected.
#[derive(Clone, Debug, Serialize)]
pub struct CheckFailure {
    /// The question.
    pub question: String,
    /// Its kind.
    pub kind: String,
    /// What the answer should have been.
    pub expected: String,
    /// What it was.
    pub found: String,
}

/// Asks every question. `today` is used where a question names no day of its own.
pub fn check(library: &Library, today: Date) -> CheckReport {
    let mut rows: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut failures = Vec::new();
    for expected in &library.knowledge.questions {
        let request = Request::Ask { question: expected.question.clone(), context: expected.context.clone(), page: 0 };
        let today = expected.today.map_or(today, crate::text::PartialDate::first_day);
        let message = reply(library, &request, today);
        let row = rows.entry(&expected.kind).or_default();
        row.0 += 1;
        match fault(expected, &message) {
            None => row.1 += 1,
            Some(wanted) => failures.push(CheckFailure {
                question: expected.question.clone(),
                kind: expected.kind.clone(),
                expected: wanted,
                found: format!("{:?}: {}", message.outcome, message.text.replace('\n', " | ")),
            }),
        }
    }
    let rows =
        rows.into_iter().map(|(kind, (asked, right))| CheckRow { kind: kind.to_owned(), asked, right }).collect();
    CheckReport { rows, failures }
}

/// The first expectation that the answer does not meet.
fn fault(expected: &ExpectedAnswer, message: &Message) -> Option<String> {
    let outcome = match expected.outcome {
        ExpectedOutcome::Answered => Outcome::Answered,
        ExpectedOutcome::Choices => Outcome::Choices,
        ExpectedOutcome::Unknown => Outcome::Unknown,
    };
    if message.outcome != outcome {
        return Some(format!("{outcome:?}"));
    }
    let text = message.text.to_lowercase();
    let says = |phrase: &&String| text.contains(&phrase.to_lowercase());
    if let Some(missing) = expected.says.iter().find(|phrase| !says(phrase)) {
        return Some(format!("says `{missing}`"));
    }
    if let Some(said) = expected.says_not.iter().find(says) {
        return Some(format!("does not say `{said}`"));
    }
    let is_first = |id: &String| message.entries.first().is_some_and(|entry| entry.id == *id);
    let is_choice = |id: &String| message.choices.iter().any(|choice| choice.id == *id);
    expected.entry.as_ref().filter(|id| !is_first(id) && !is_choice(id)).map(|id| format!("is about `{id}`"))
}
