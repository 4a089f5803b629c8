//! The command line as other programs use it: the built binary, its output, its exit codes.

use std::path::Path;

use assert_cmd::Command;
use iom_maldives_bot::knowledge::Knowledge;
use serde_json::Value;

/// The binary in an empty folder, so that it uses the knowledge built in.
fn bot() -> Command {
    let mut command = Command::cargo_bin("iom-maldives-bot").expect("the binary");
    command
        .env_remove("KNOWLEDGE_DIR")
        .env_remove("LOG_FORMAT")
        .env("IOM_BOT_TODAY", "2026-11-24")
        .current_dir(std::env::temp_dir());
    command
}

/// How many meetings the knowledge holds today.
fn meetings() -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    Knowledge::load(&folder).expect("sound knowledge").knowledge.meetings.len()
}

/// How many pages they fill.
fn pages() -> usize {
    meetings().div_ceil(10)
}

fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.assert().success().get_output().stdout.clone()).expect("UTF-8")
}

fn json(command: &mut Command) -> Value {
    serde_json::from_str(&stdout(command)).expect("one JSON value")
}

#[test]
fn an_answer_as_json_has_the_fixed_shape() {
    let answer = json(bot().args(["ask", "--json", "who chaird the thrid consuler workng group"]));
    let fields: Vec<&str> = answer.as_object().expect("an object").keys().map(String::as_str).collect();
    for field in ["outcome", "title", "text", "entries", "sources", "choices", "matched", "next"] {
        assert!(fields.contains(&field), "{field} is missing from {fields:?}");
    }
    assert_eq!(answer["outcome"], "answered");
    assert_eq!(answer["entries"][0]["kind"], "meeting");
    assert_eq!(answer["entries"][0]["id"], "third-consular-working-group");
    assert!(answer["entries"][0]["score"].as_f64().is_some_and(|score| score > 0.5 && score <= 1.0));
    assert!(
        answer["text"].as_str().is_some_and(|text| text.contains("Mohamed Anees") && text.contains("Shareen Tuladhar"))
    );
    assert_eq!(answer["sources"][0]["as_of"], "2016-07-21");
    assert!(answer["sources"][0]["url"].as_str().is_some_and(|url| url.starts_with("https://")));
}

#[test]
fn choices_and_refusals_have_their_shape() {
    let several = json(bot().args(["ask", "--json", "how many people attended the handover"]));
    assert_eq!(several["outcome"], "choices");
    assert!(
        several["choices"][0]["label"].is_string()
            && several["choices"][0]["kind"] == "meeting"
            && several["choices"][0]["id"].is_string()
    );
    assert!(several["entries"].as_array().is_some_and(|entries| entries.len() >= 2));
    let unknown = json(bot().args(["ask", "--json", "who won the world cup"]));
    assert_eq!(unknown["outcome"], "unknown");
    assert_eq!(unknown["entries"], Value::Array(Vec::new()));
}

#[test]
fn a_choice_leads_straight_to_its_entry() {
    let several = json(bot().args(["ask", "--json", "handover"]));
    for choice in several["choices"].as_array().expect("choices") {
        let id = choice["id"].as_str().expect("an id");
        let entry = json(bot().args(["about", "--json", &format!("id:{id}")]));
        assert_eq!(entry["entries"][0]["id"], id);
    }
}

#[test]
fn lines_are_answered_in_order_one_object_each() {
    let input = "who chaired the third CWG\n\nwho won the world cup\n\u{301}\nwhen was the judges colloquium\n";
    let output = stdout(bot().args(["ask", "--stdin"]).write_stdin(input));
    let outcomes: Vec<String> =
        output.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["outcome"].to_string()).collect();
    assert_eq!(outcomes, ["\"answered\"", "\"unknown\"", "\"unknown\"", "\"unknown\"", "\"answered\""]);
}

#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("iom-maldives-bot"))
        .args(["ask", "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for question in ["who chaired the third CWG", "what is IOM"] {
        writeln!(input, "{question}").expect("a line");
        let mut line = String::new();
        output.read_line(&mut line).expect("an answer");
        assert_eq!(serde_json::from_str::<Value>(&line).expect("JSON")["outcome"], "answered");
    }
    drop(input);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn bytes_that_are_no_text_are_answered_too() {
    let output =
        stdout(bot().args(["ask", "--stdin"]).write_stdin(b"who chaired \xff\xfe the third CWG\n\0\n".as_slice()));
    assert_eq!(output.lines().count(), 2);
}

#[test]
fn context_carries_the_subject() {
    let answer =
        json(bot().args(["ask", "--json", "--context", "third-consular-working-group", "and who chaired it?"]));
    assert!(answer["text"].as_str().is_some_and(|text| text.contains("Mohamed Anees")), "{answer}");
}

#[test]
fn suggestions_have_the_fixed_shape_and_survive_typos() {
    for typed in ["consul", "cnsular wor", "thrid con", "cwg"] {
        let found = json(bot().args(["complete", "--json", "attendees", "meeting", typed]));
        let first = &found[0];
        assert_eq!(first["value"], "id:third-consular-working-group", "{typed}: {found}");
        assert!(first["name"].is_string() && first["why"].is_string());
    }
    let empty = json(bot().args(["complete", "--json", "meetings", "find"]));
    assert!(empty.as_array().is_some_and(|found| !found.is_empty() && found.len() <= 25));
    let lines = stdout(bot().args(["complete", "--stdin", "about", "topic"]).write_stdin("iom\nxyzzyplugh\n"));
    assert_eq!(lines.lines().count(), 2);
    assert_eq!(lines.lines().nth(1), Some("[]"));
}

#[test]
fn what_a_suggestion_puts_in_is_understood() {
    for (command, option) in [
        ("about", "topic"),
        ("meetings", "find"),
        ("attendees", "meeting"),
        ("attendees", "who"),
        ("meetings", "organisation"),
    ] {
        let found = json(bot().args(["complete", "--json", command, option, "mal"]));
        for suggestion in found.as_array().expect("suggestions").iter().take(5) {
            let value = suggestion["value"].as_str().expect("a value");
            let mut arguments = vec![command, "--json"];
            let named = format!("--{option}");
            if matches!(option, "who" | "organisation") {
                arguments.push(&named);
            }
            arguments.push(value);
            assert_ne!(json(bot().args(&arguments))["title"], "Which one do you mean?", "{arguments:?}");
        }
    }
}

#[test]
fn the_commands_answer() {
    let about = json(bot().args(["about", "--json"]));
    let meetings = format!("{} meetings", meetings());
    assert!(
        about["text"].as_str().is_some_and(|text| text.contains("knowledge version") && text.contains(&meetings)),
        "{about}"
    );
    let list = json(bot().args(["meetings", "--json", "--from", "2016", "--to", "2016", "--organisation", "india"]));
    assert_eq!(list["entries"][0]["id"], "third-consular-working-group");
    let both = json(bot().args(["attendees", "--json", "third cwg", "--who", "nepal"]));
    assert!(both["text"].as_str().is_some_and(|text| text.contains("not among those named")), "{both}");
    let who = json(bot().args(["attendees", "--json", "--who", "shareen tuladar"]));
    assert_eq!(who["outcome"], "answered");
    let second = json(bot().args(["meetings", "--json", "--page", "2"]));
    assert!(second["text"].as_str().is_some_and(|text| text.contains(&format!("Page 2 of {}", pages()))), "{second}");
    let wrong = json(bot().args(["meetings", "--json", "--from", "someday"]));
    assert_eq!(wrong["outcome"], "unknown");
}

#[test]
fn a_topic_opens_by_the_name_that_the_overview_shows() {
    let overview = stdout(bot().arg("about"));
    let topics = overview.split("Topics\n").nth(1).and_then(|topics| topics.split("\n\n").next()).expect("topics");
    let names: Vec<&str> =
        topics.lines().filter_map(|line| line.trim().strip_prefix("- ")?.split(" (").next()).collect();
    assert!(!names.is_empty(), "{overview}");
    for name in names {
        let opened = json(bot().args(["about", "--json", &name.to_uppercase()]));
        assert_eq!(opened["title"], name);
    }
}

#[test]
fn without_a_folder_the_knowledge_built_in_is_used_and_said() {
    let output = bot().args(["ask", "what is IOM"]).assert().success();
    let notice = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(notice.contains("built-in knowledge, version "), "{notice}");
    let json_notice = bot().args(["--log-format", "json", "ask", "what is IOM"]).assert().success();
    let line: Value = serde_json::from_slice(&json_notice.get_output().stderr).expect("a JSON line");
    assert_eq!(line["level"], "info");
}

#[test]
fn a_folder_is_taken_from_the_option_or_the_environment() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let option = bot().arg("--knowledge").arg(&folder).args(["ask", "what is IOM"]).assert().success();
    assert!(option.get_output().stderr.is_empty());
    bot().env("KNOWLEDGE_DIR", &folder).args(["about"]).assert().success();
    let project = Command::cargo_bin("iom-maldives-bot")
        .expect("the binary")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("about")
        .assert()
        .success();
    assert!(project.get_output().stderr.is_empty());
}

#[test]
fn exit_codes_tell_what_is_wrong() {
    bot().args(["--knowledge", "/does/not/exist", "ask", "what is IOM"]).assert().code(1);
    bot().args(["nonsense"]).assert().code(2);
    bot().args(["ask", "--nonsense"]).assert().code(2);
    bot().args(["meetings", "--page", "0"]).assert().code(2);
    bot().args(["complete", "attendees", "meting", "cwg"]).assert().code(2);
    bot().args(["--help"]).assert().code(0);
    bot().args(["--version"]).assert().code(0);
    bot().args(["ask", "who won the world cup"]).assert().code(0);
}

#[test]
fn check_reports_and_judges() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let report = json(bot().arg("check").arg(&folder).arg("--json"));
    assert_eq!(report["asked"], report["right"]);
    assert!(report["kinds"].as_array().is_some_and(|kinds| kinds.len() > 20));
    let copy = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(copy.path().join("meetings")).expect("a folder");
    std::fs::write(copy.path().join("meetings/a.json"), r#"{"id": "a", "title": "A", "atendees": []}"#)
        .expect("a file");
    let broken = bot().arg("check").arg(copy.path()).assert().code(1);
    let drawn = String::from_utf8_lossy(&broken.get_output().stderr).into_owned();
    assert!(
        drawn.contains("atendees")
            && drawn.contains("did you mean `attendees`?")
            && drawn.contains("meetings/a.json:1:27"),
        "{drawn}"
    );
    let broken = bot().arg("check").arg(copy.path()).arg("--json").assert().code(1);
    let report: Value = serde_json::from_slice(&broken.get_output().stdout).expect("JSON");
    assert_eq!(report["mistakes"][0]["pointer"], "/atendees");
    std::fs::write(
        copy.path().join("meetings/a.json"),
        r#"{"id": "a", "title": "Annual picnic", "sources": [{"title": "Page"}]}"#,
    )
    .expect("a file");
    std::fs::write(
        copy.path().join("questions.json"),
        r#"[{"question": "who chaired the annual picnic", "kind": "k", "outcome": "answered"}]"#,
    )
    .expect("a file");
    bot().arg("check").arg(copy.path()).assert().code(1);
}

#[test]
fn colour_and_escape_codes_stay_out_of_pipes() {
    for arguments in [vec!["ask", "who chaired the third CWG"], vec!["about"], vec!["meetings"]] {
        let output = stdout(bot().args(&arguments));
        assert!(!output.contains('\u{1b}'), "{arguments:?}");
    }
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    use std::process::{Command, Stdio};
    let binary = assert_cmd::cargo::cargo_bin("iom-maldives-bot");
    let mut child = Command::new(binary)
        .args(["ask", "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    for _ in 0..2_000 {
        if std::io::Write::write_all(&mut input, b"who chaired the third CWG\n").is_err() {
            break;
        }
    }
    drop(input);
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success(), "{:?}", output.status);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

#[test]
fn completions_and_the_manual_come_from_the_arguments() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(bot().args(["completions", shell])).contains("iom-maldives-bot"), "{shell}");
    }
    let page = stdout(bot().arg("man"));
    assert!(page.contains(".TH iom-maldives-bot") && page.contains("attendees"));
}

#[test]
fn the_chat_talks_through_a_pipe() {
    let lines = "who chaired the third CWG\nand where was it?\n1\n/meetings from:2016 to:2016\n/nonsense\n99\n/help\n/quit\nnever read\n";
    let output = stdout(bot().arg("chat").write_stdin(lines));
    assert!(output.contains("Mohamed Anees"), "{output}");
    assert!(output.contains("Held at: Ministry of Economic Development."), "{output}");
    assert!(output.contains("There is no command /nonsense."), "{output}");
    assert!(output.contains("Nothing above has that number."), "{output}");
    assert!(!output.contains("never read"), "{output}");
}

#[test]
fn the_chat_picks_choices_and_turns_pages() {
    let more = "more\n".repeat(pages());
    let output = stdout(bot().arg("chat").write_stdin(format!("handover\n2\nlist all meetings\n{more}")));
    assert!(output.contains("Type a number to pick one"), "{output}");
    assert!(output.contains("Migration Profile"), "{output}");
    let last = format!("Page {0} of {0}.", pages());
    assert!(output.contains(&last) && output.contains("There is no more to show."), "{output}");
}
