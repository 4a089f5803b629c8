//! The page of questions, asked: each comes out as `docs/QUESTIONS.md` says.

mod documents;

use std::path::Path;

use documents::{prose, read};
use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{Outcome, reply};
use iom_maldives_bot::search::Library;
use jiff::civil::date;

#[test]
fn every_question_of_the_page_comes_out_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let library = Library::new(Knowledge::load(&folder).expect("sound knowledge").knowledge);
    let page = prose(&read("docs/QUESTIONS.md"));
    let mut wrong = Vec::new();
    let mut asked = [0; 3];
    for line in page.lines().filter_map(|line| line.strip_prefix("- ")) {
        let expected = match line.split([':', ' ']).next() {
            Some("answered") => Outcome::Answered,
            Some("choices") => Outcome::Choices,
            Some("unknown") => Outcome::Unknown,
            other => panic!("{other:?} is no outcome: {line}"),
        };
        let spans: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
        let (context, question) = match spans.as_slice() {
            [question] => (None, *question),
            [context, question] if line.contains(" after `") => (Some((*context).to_owned()), *question),
            _ => panic!("one question a line: {line}"),
        };
        let request = Request::Ask { question: question.to_owned(), context, page: 0 };
        let message = reply(&library, &request, date(2026, 11, 24));
        asked[expected as usize] += 1;
        if message.outcome != expected {
            wrong.push(format!("{line}\n{}", message.text));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(asked[0] >= 30 && asked[1] >= 2 && asked[2] >= 8, "{asked:?} questions of each outcome");
}
