//! The curator's questions: all answered as expected, and enough of every type.

use std::collections::BTreeMap;
use std::path::Path;

use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::{ExpectedOutcome, Knowledge};
use iom_maldives_bot::message::{Outcome, check, reply};
use iom_maldives_bot::search::Library;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);

fn library() -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    Library::new(Knowledge::load(&folder).expect("sound knowledge").knowledge)
}

#[test]
fn every_question_is_answered_as_expected() {
    let report = check(&library(), TODAY);
    let failures: Vec<String> = report
        .failures
        .iter()
        .map(|failure| format!("{}: wanted {}, found {}", failure.question, failure.expected, failure.found))
        .collect();
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn there_are_enough_questions_of_every_type() {
    let library = library();
    let questions = &library.knowledge.questions;
    let unknown = questions.iter().filter(|question| question.outcome == ExpectedOutcome::Unknown).count();
    assert!(questions.len() >= 150, "{} questions", questions.len());
    assert!(unknown >= 40, "{unknown} of them must be refused");
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for question in questions {
        *kinds.entry(&question.kind).or_default() += 1;
    }
    for kind in [
        "who chaired",
        "who organised",
        "who attended",
        "who spoke",
        "did attend",
        "when",
        "where",
        "how many",
        "discussed",
        "decided",
        "what is",
        "who is",
        "fact",
        "member states",
        "which meetings",
        "latest and first",
        "between dates",
        "in year",
        "compare",
        "acronym",
        "follow-up",
        "typo",
        "one word",
        "off-topic",
        "near miss",
        "unknown detail",
        "missing in series",
        "not IOM",
        "false premise",
        "conflict",
        "inferred date",
        "overtaken",
        "withheld",
        "distress",
        "future",
        "hostile",
    ] {
        assert!(kinds.contains_key(kind), "no question of type {kind}");
    }
}

#[test]
fn every_question_that_is_offered_next_has_an_answer() {
    let library = library();
    let ask = |question: &str| Request::Ask { question: question.to_owned(), context: None, page: 0 };
    let mut offered: Vec<String> = Vec::new();
    for expected in &library.knowledge.questions {
        offered.extend(reply(&library, &ask(&expected.question), TODAY).next.into_iter().map(|next| next.question));
    }
    for kind in library.knowledge.counts().map(|(kind, _)| kind) {
        for at in 0.. {
            let Some(title) = library.knowledge.title(kind, at) else { break };
            offered.extend(
                reply(&library, &Request::About { topic: Some(title.to_owned()) }, TODAY)
                    .next
                    .into_iter()
                    .map(|next| next.question),
            );
        }
    }
    offered.sort();
    offered.dedup();
    assert!(offered.len() > 100, "{} offered", offered.len());
    let unanswered: Vec<&String> =
        offered.iter().filter(|question| reply(&library, &ask(question), TODAY).outcome != Outcome::Answered).collect();
    assert!(unanswered.is_empty(), "{unanswered:#?}");
}

/// A button of Discord's holds 80 UTF-16 units; a label that is cut there may look like another.
#[test]
fn labels_within_an_answer_differ_and_fit_a_button() {
    let library = library();
    let ask = |question: &str| Request::Ask { question: question.to_owned(), context: None, page: 0 };
    let questions = library.knowledge.questions.iter().map(|expected| ask(&expected.question));
    let entries = library.knowledge.counts().into_iter().flat_map(|(kind, count)| {
        (0..count).filter_map(|at| library.knowledge.title(kind, at).map(str::to_owned)).collect::<Vec<_>>()
    });
    let requests = questions.chain(entries.map(|title| Request::About { topic: Some(title) }));
    let mut shown = 0;
    for request in requests {
        let labels: Vec<String> = reply(&library, &request, TODAY).next.into_iter().map(|next| next.label).collect();
        for (at, label) in labels.iter().enumerate() {
            shown += 1;
            assert!((1..=80).contains(&label.encode_utf16().count()), "{request:?}: {label}");
            assert!(!labels.iter().take(at).any(|other| other == label), "{request:?}: {labels:?}");
        }
    }
    assert!(shown > 500, "{shown} labels");
}

#[test]
fn every_entry_is_found_by_its_own_name() {
    let library = library();
    let mut lost = Vec::new();
    for kind in library.knowledge.counts().map(|(kind, _)| kind) {
        for at in 0.. {
            let Some(title) = library.knowledge.title(kind, at) else { break };
            let message = reply(&library, &Request::About { topic: Some(title.to_owned()) }, TODAY);
            let is_named = |name: &str| name == title;
            let found = message.entries.iter().any(|entry| is_named(&entry.title))
                || message.choices.iter().any(|choice| choice.label.starts_with(title));
            let is_withheld = library.knowledge.facts.iter().any(|fact| fact.title == title && fact.withheld);
            if !found && !is_withheld {
                lost.push(format!("{title}: {}", message.text.lines().next().unwrap_or_default()));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}
