//! What stops a command, and how it is said: a line with the fix, and an exit code.

use std::io;
use std::process::ExitCode;

use anstream::eprintln;
use serde_json::json;

use super::arguments::{Common, LogFormat};
use crate::knowledge::Mistake;
use crate::message::terminal_words as words;
use crate::terminal::mistakes;

/// What stops a command.
#[derive(Debug)]
pub(super) enum Failure {
    /// The knowledge is broken.
    Knowledge(Vec<Mistake>),
    /// Nobody reads on, or nothing can be written.
    Output(io::Error),
    /// The operator must put something right.
    Operator(Operator),
}

/// What the operator must put right: a line with the fix.
#[derive(Debug)]
pub(super) struct Operator {
    /// What to do.
    pub(super) line: String,
    /// Tells a script what it was.
    pub(super) code: u8,
}

/// The machine does not give what is needed, or the service is not ready; broken knowledge ends with the same.
pub(super) const FAILED: u8 = 1;
/// A setting is wrong; the same as a wrong argument.
pub(super) const SETTING: u8 = 2;
/// Discord refuses the token, the intents, or the connection.
pub(super) const REFUSED: u8 = 3;
/// The address to listen on cannot be had.
pub(super) const ADDRESS: u8 = 4;
/// Discord cannot be reached.
pub(super) const UNREACHABLE: u8 = 5;

impl From<Operator> for Failure {
    fn from(operator: Operator) -> Self {
        Self::Operator(operator)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Says it on standard error, and gives the exit code.
    pub(super) fn report(self, common: &Common) -> ExitCode {
        match (self, common.log_format) {
            // `iom-maldives-bot meetings | head` is no failure.
            (Self::Output(error), _) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            (Self::Output(error), LogFormat::Text) => eprintln!("error: {error}"),
            (Self::Output(error), LogFormat::Json) => {
                eprintln!("{}", json!({ "level": "error", "message": error.to_string() }));
            }
            (Self::Operator(Operator { line, code }), LogFormat::Text) => {
                eprintln!("error: {line}");
                return ExitCode::from(code);
            }
            (Self::Operator(Operator { line, code }), LogFormat::Json) => {
                eprintln!("{}", json!({ "level": "error", "message": line }));
                return ExitCode::from(code);
            }
            (Self::Knowledge(mistakes), LogFormat::Text) => {
                eprintln!("{}", mistakes::drawn(&mistakes));
                eprintln!("{}", words::does_not_load(mistakes.iter().filter(|mistake| mistake.is_error()).count()));
            }
            (Self::Knowledge(mistakes), LogFormat::Json) => {
                for mistake in mistakes {
                    eprintln!(
                        "{}",
                        json!({ "level": mistake.severity, "message": mistake.to_string(), "mistake": mistake })
                    );
                }
            }
        }
        ExitCode::FAILURE
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// `pub(super) const NAME: u8 = CODE;` of this file.
    fn defined() -> BTreeSet<u8> {
        let constants = include_str!("failure.rs").lines().filter(|line| line.starts_with("pub(super) const "));
        constants.filter_map(|line| line.split_once(": u8 = ")?.1.trim_end_matches(';').parse().ok()).collect()
    }

    #[test]
    fn the_page_for_operators_lists_every_exit_code_and_no_other() {
        let page = include_str!("../../docs/OPERATIONS.md");
        let section =
            page.split("\n## Exit codes").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("a section");
        let rows = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()?.parse().ok());
        let listed: Vec<u8> = rows.collect();
        let mut expected = defined();
        assert!(expected.len() >= 5, "{expected:?} were read here");
        expected.insert(0);
        assert_eq!(listed, expected.into_iter().collect::<Vec<_>>());
    }
}
