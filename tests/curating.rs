//! The curator's page, followed: its example is added to a copy of the knowledge, checked, and asked about.

#![allow(clippy::panic, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod documents;

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use documents::{blocks, code_spans, files, read, root};
use serde_json::Value;

#[test]
fn the_example_is_added_checked_and_answered() {
    let page = read("docs/CURATING.md");
    let json = blocks(&page, "json");
    let [meeting, question] = json.as_slice() else { panic!("{} blocks of JSON", json.len()) };
    let spans = code_spans(&page);
    let file = spans.iter().find(|span| span.starts_with("knowledge/meetings/2")).expect("the name of the file");

    let copy = tempfile::tempdir().expect("a folder");
    let knowledge = copy_of_knowledge(copy.path());
    write(&copy.path().join(file), meeting);
    let questions_file = knowledge.join("questions.json");
    let mut questions: Value = serde_json::from_str(&text(&questions_file)).expect("JSON");
    let before = questions.as_array().expect("questions").len();
    questions.as_array_mut().expect("questions").push(serde_json::from_str(question).expect("a question"));
    write(&questions_file, &questions.to_string());

    let commands: Vec<String> =
        blocks(&page, "console example").iter().map(|block| block.trim().trim_start_matches("$ ").to_owned()).collect();
    let [check, ask] = commands.as_slice() else { panic!("{commands:?}") };

    let report = run(copy.path(), &format!("{check} --json"), 1);
    let mistakes = report["mistakes"].as_array().expect("mistakes");
    assert!(!mistakes.iter().any(|mistake| mistake["file"] == file.trim_start_matches("knowledge/")), "{mistakes:?}");
    assert_eq!(report["asked"].as_u64(), u64::try_from(before + 1).ok());
    // The page says which expectations a newest meeting changes; all others hold, the new one among them.
    for failure in report["failures"].as_array().expect("failures") {
        let question = failure["question"].as_str().expect("a question");
        let is_told = ["how many meetings", "latest", "last", "most recent"].iter().any(|part| question.contains(part));
        assert!(is_told, "{failure}");
    }

    let answer = run(copy.path(), &format!("{ask} --json"), 0);
    assert_eq!(answer["outcome"], "answered");
    assert_eq!(answer["entries"][0]["id"], "seafarers-dialogue");
    assert!(answer["text"].as_str().is_some_and(|text| text.contains("Aminath Example")), "{answer}");
    assert_eq!(answer["sources"][0]["as_of"], "2026-10-08");

    // Without the meeting the new question is missed, and the check says so.
    std::fs::remove_file(copy.path().join(file)).expect("the file");
    let report = run(copy.path(), &format!("{check} --json"), 1);
    assert!(report.to_string().contains("seafarers"), "{report}");
}

#[test]
fn the_table_of_mistakes_quotes_what_is_said() {
    let page = read("docs/CURATING.md");
    let code: String = files("src/knowledge", ".rs").iter().map(|name| read(name)).collect();
    let table = page.split("## What goes wrong").nth(1).expect("a table");
    let quoted = table.lines().filter(|line| line.starts_with("| `")).skip(1);
    let mut rows = 0;
    for row in quoted {
        let said = row.split('`').nth(1).unwrap_or_default();
        let said = said.strip_prefix("expected ").unwrap_or(said);
        assert!(code.contains(said), "nothing says `{said}`");
        rows += 1;
    }
    assert_eq!(rows, 4);
}

fn run(folder: &Path, command: &str, code: i32) -> Value {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("iom-maldives-bot"));
    let mut bot = Command::cargo_bin("iom-maldives-bot").expect("the binary");
    bot.args(words).current_dir(folder).env_remove("KNOWLEDGE_DIR").env("IOM_BOT_TODAY", "2026-11-24");
    let output = bot.assert().code(code).get_output().stdout.clone();
    serde_json::from_slice(&output).expect("JSON")
}

fn copy_of_knowledge(folder: &Path) -> PathBuf {
    for name in files("knowledge", ".json") {
        write(&folder.join(&name), &text(&root().join(&name)));
    }
    folder.join("knowledge")
}

fn text(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) {
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    std::fs::write(file, text).expect("a file");
}
