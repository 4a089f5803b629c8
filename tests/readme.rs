//! The README and the other documents, run: every console example says what the binary says today.
//!
//! The one idea: an example is compared line by line; a line of three dots stands for any lines that were left out.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::string_slice, reason = "tests may fail loudly")]

mod documents;

use std::fmt::Write;

use assert_cmd::Command;
use clap::Parser;
use documents::{blocks, documents, read, root};
use iom_maldives_bot::cli::{Arguments, Command as Asked};

/// The width of the examples, so that they fit on a page.
const WIDTH: &str = "100";
/// What three dots stand for.
const LEFT_OUT: &str = "...";

#[test]
fn every_console_example_says_what_the_binary_says() {
    let mut run = 0;
    for name in documents() {
        for block in blocks(&read(&name), "console") {
            for (command, input, written) in exchanges(&block) {
                let said = output(&command, &input);
                assert!(fits(&written, &said), "{name}: `{command}` with {input:?} says\n{said}\nand not\n{written}");
                run += 1;
            }
        }
    }
    assert!(run >= 3, "{run} examples");
}

#[test]
fn the_readme_opens_with_an_exchange_that_survives_a_typo_and_refuses_honestly() {
    let readme = read("README.md");
    let first = readme.lines().skip(1).find(|line| !line.is_empty());
    assert_eq!(first, Some("```console"));
    let screen: Vec<&str> = readme.lines().take(45).collect();
    for part in ["thrid consuler", "as of", "https://", "Not known"] {
        assert!(screen.iter().any(|line| line.contains(part)), "the first screen shows no `{part}`");
    }
}

#[test]
fn the_readme_gives_two_commands_and_the_gate_runs_them() {
    let commands: Vec<String> = blocks(&read("README.md"), "sh");
    let [chat, test] = commands.as_slice() else { panic!("{} commands", commands.len()) };
    let (cargo, arguments) = chat.trim().split_once(" -- ").expect("arguments after two hyphens");
    assert!(cargo.starts_with("cargo run"), "{cargo}");
    let line = std::iter::once("iom-maldives-bot").chain(arguments.split_whitespace());
    assert!(matches!(Arguments::try_parse_from(line).map(|read| read.command), Ok(Asked::Chat)), "{arguments}");
    assert_eq!(test.trim(), "cargo test");
    // The gate takes them from the README: they stand nowhere else.
    let gate = read(".ci/run");
    assert!(gate.contains("readme_commands | sed -n 1p") && gate.contains("readme_commands | sed -n 2p"));
    assert!(!gate.contains("cargo test") && !gate.contains("cargo run"));
}

#[test]
fn the_readme_lists_every_command_and_no_other() {
    let readme = read("README.md");
    let rows: Vec<&str> = readme.lines().filter(|line| line.starts_with("| `")).collect();
    let command = <Arguments as clap::CommandFactory>::command();
    for known in command.get_subcommands() {
        let name = known.get_name();
        assert!(rows.iter().any(|row| row.contains(&format!("`{name}"))), "{name} is missing");
    }
    let section = readme.split("## Commands").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("a section");
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        for name in row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2) {
            let name = name.split(' ').next().unwrap_or_default();
            assert!(command.find_subcommand(name).is_some(), "there is no command {name}");
        }
    }
}

/// `UPDATE_PICTURE=1 cargo test --test readme` draws it anew.
#[test]
fn the_picture_is_the_conversation_of_the_readme() {
    let block = blocks(&read("README.md"), "console").into_iter().next().expect("an example");
    let mut screen = String::new();
    for (at, (command, input, _)) in exchanges(&block).into_iter().enumerate() {
        if at == 0 {
            let _ = writeln!(screen, "$ {command}");
        }
        let question = input.lines().last().unwrap_or_default();
        let _ = writeln!(screen, "\u{1b}[32m?\u{1b}[0m {question}");
        let before = input.lines().count() - 1;
        screen.push_str(&answers(&command, &input, true)[before]);
    }
    let drawn = anstyle_svg::Term::new().render_svg(&screen);
    let file = root().join("docs/chat.svg");
    if std::env::var_os("UPDATE_PICTURE").is_some() {
        std::fs::write(&file, &drawn).expect("a picture");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == drawn, "docs/chat.svg is out of date: run UPDATE_PICTURE=1 cargo test --test readme");
}

/// The exchanges of a block: the command, what is typed into it so far, and what stands below the last line typed.
fn exchanges(block: &str) -> Vec<(String, String, String)> {
    let mut found: Vec<(String, String, String)> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            found.push((command.to_owned(), String::new(), String::new()));
        } else if let Some(question) = line.strip_prefix("? ") {
            let (command, input, _) = found.last().expect("a command before a question").clone();
            // A conversation that was only opened says nothing yet.
            found.retain(|(_, input, written)| !(input.is_empty() && written.is_empty()));
            found.push((command, format!("{input}{question}\n"), String::new()));
        } else {
            let (_, _, written) = found.last_mut().expect("a command before its output");
            written.push_str(line);
            written.push('\n');
        }
    }
    found
}

/// What a command says, or answers to the last line typed.
fn output(command: &str, input: &str) -> String {
    if input.is_empty() {
        return String::from_utf8(bot(command).assert().success().get_output().stdout.clone()).expect("UTF-8");
    }
    answers(command, input, false).pop().expect("an answer")
}

/// What a conversation answers to each line. The answers to all lines but the last are those to the shorter input.
fn answers(command: &str, input: &str, in_colour: bool) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut typed = String::new();
    let mut before = 0;
    for line in input.lines() {
        typed.push_str(line);
        typed.push('\n');
        let mut bot = bot(command);
        if in_colour {
            bot.env("CLICOLOR_FORCE", "1");
        }
        let output = bot.write_stdin(typed.as_str()).assert().success().get_output().stdout.clone();
        let all = String::from_utf8(output).expect("UTF-8");
        said.push(all.get(before..).expect("what was said before is said again").to_owned());
        before = all.len();
    }
    said
}

/// The command as a shell would run it, on the day of the examples.
fn bot(command: &str) -> Command {
    let binary = assert_cmd::cargo::cargo_bin("iom-maldives-bot");
    let folder = binary.parent().expect("a folder").to_string_lossy().into_owned();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).current_dir(root()).env("PATH", format!("{folder}:{path}"));
    shell.env_remove("KNOWLEDGE_DIR").env_remove("NO_COLOR").env_remove("LOG_FORMAT").env("COLUMNS", WIDTH);
    shell.env("IOM_BOT_TODAY", "2026-11-24");
    shell
}

/// Whether what is written is what was said, where a line of three dots stands for any lines.
fn fits(written: &str, said: &str) -> bool {
    let parts: Vec<Vec<&str>> =
        written.trim().lines().collect::<Vec<_>>().split(|line| *line == LEFT_OUT).map(<[&str]>::to_vec).collect();
    let mut rest: Vec<&str> = said.trim().lines().collect();
    let last = parts.len() - 1;
    for (at, part) in parts.iter().enumerate() {
        let place = match at {
            0 => rest.starts_with(part).then_some(0),
            _ if at == last => rest.ends_with(part).then(|| rest.len() - part.len()),
            _ => (0..=rest.len().saturating_sub(part.len())).find(|from| rest[*from..].starts_with(part)),
        };
        let Some(place) = place else { return false };
        rest.drain(..place + part.len());
    }
    // Without dots, nothing may be left over.
    last > 0 || rest.is_empty()
}

#[test]
fn three_dots_stand_for_lines_and_for_nothing_else() {
    assert!(fits("a\n...\nd\n", "a\nb\nc\nd\n") && fits("a\nb", "a\nb\n") && fits("a\n...\n", "a\n"));
    assert!(!fits("a\n", "a\nb\n") && !fits("a\n...\nc\n", "a\nb\n") && !fits("...\nb\n...\n", "a\n"));
}
