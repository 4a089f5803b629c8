//! What the terminal says around the answers.
//!
//! The one idea: the same voice as the answers: plain, short, the next action last.

use super::dates::said;
use crate::text::PartialDate;

/// Above the questions that may be asked next.
pub const NEXT: &str = "Ask next";
/// Above the entries to pick from.
pub const PICK: &str = "Type a number to pick one";
/// Above the entries to pick from, where no number can be typed.
pub const PICK_BY_NAME: &str = "Ask again with one of these names";
/// Below a list.
pub const PICK_FROM_LIST: &str = "Type a number to open one, with its sources.";
/// Above the sources.
pub const SOURCES: &str = "Sources";
/// Before the words that led to the entry.
pub const MATCHED: &str = "Matched";
/// The first lines of a conversation.
pub const WELCOME: &str = "Ask about IOM in the Maldives. Tab completes, /help shows what can be asked, /quit leaves.";
/// The last line of a conversation.
pub const GOODBYE: &str = "Goodbye.";
/// When a number is typed that nothing bears.
pub const NO_SUCH_NUMBER: &str = "Nothing above has that number. Type a question, or /help.";
/// When there is no further page.
pub const NO_MORE: &str = "There is no more to show. Type a question, or /help.";
/// When every question of the check was answered as expected.
pub const CHECK_COLUMNS: [&str; 3] = ["kind", "asked", "right"];

/// A source with the date at which it held, where one is known.
pub fn source(title: &str, as_of: &str) -> String {
    as_of.parse().map_or_else(|_| title.to_owned(), |date: PartialDate| format!("{title}, as of {}", said(date)))
}

/// What a command of the conversation is for.
pub fn command_does(command: &str) -> &'static str {
    match command {
        "/about" => "a topic, or what the knowledge holds",
        "/meetings" => "meetings, newest first",
        "/attendees" => "who took part, or where somebody did",
        "/ask" => "a question in your own words",
        "/help" => "what can be asked",
        "/more" => "the next page of a list",
        "/quit" => "leave",
        _ => "",
    }
}

/// When a list goes on.
pub fn more(page: usize, of: usize) -> String {
    format!("Page {page} of {of}. Type more for the next one.")
}

/// When a command of the chat is not known.
pub fn unknown_command(command: &str, known: &[&str]) -> String {
    format!("There is no command {command}. Known: {}.", known.join(", "))
}

/// When no folder holds the knowledge.
pub fn built_in(version: &str) -> String {
    format!(
        "No folder named knowledge here: using the built-in knowledge, version {version}. Name another with --knowledge."
    )
}

/// After the knowledge was read without errors.
pub fn checked(entries: usize, version: &str, warnings: usize) -> String {
    let warnings = if warnings == 1 { "1 warning".to_owned() } else { format!("{warnings} warnings") };
    format!("{entries} entries read, {warnings}, version {version}.")
}

/// After all questions were asked.
pub fn questions_right(right: usize, asked: usize) -> String {
    format!("{right} of {asked} questions answered as expected.")
}

/// A question that was answered otherwise than expected.
pub fn question_wrong(question: &str, expected: &str, found: &str) -> String {
    format!("{question}\n  expected: {expected}\n  found: {found}")
}

/// When the knowledge does not load.
pub fn does_not_load(errors: usize) -> String {
    let errors = if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
    format!("The knowledge does not load: {errors}. Put them right and try again.")
}
