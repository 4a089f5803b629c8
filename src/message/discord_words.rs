//! What Discord shows around the answers: buttons, menus, footers, and what is said when a press leads nowhere.
//!
//! The one idea: the same voice as the answers: plain, short, the next action last.

use super::dates::said;
use crate::text::PartialDate;

/// The button that makes a private answer public.
pub const SHARE: &str = "Share";
/// The button that takes an answer away.
pub const DELETE: &str = "Delete";
/// The button that shows what was cut.
pub const SHOW_ALL: &str = "Show all";
/// The buttons that turn pages.
pub const PAGES: [&str; 4] = ["First", "Previous", "Next", "Last"];
/// In the menu of what can be opened.
pub const OPEN_ONE: &str = "Open one of these";
/// Above the sources.
pub const SOURCES: &str = "Sources";
/// Above the notes.
pub const NOTES: &str = "Good to know";
/// Above what can be done with the bot.
pub const COMMANDS: &str = "Commands";
/// The message menu.
pub const ASK_ABOUT_THIS: &str = "Ask about this";
/// When a command is not one of ours.
pub const UNKNOWN_COMMAND: &str =
    "This bot has no such command any more. Type / and pick one of its commands, or ask with /ask.";
/// When a button or menu is not one of ours.
pub const UNKNOWN_BUTTON: &str = "This button belongs to an older version of the bot. Ask again with /ask.";
/// When what a button stood for is gone.
pub const CHANGED: &str = "The knowledge has changed since this answer, and what the button stood for is no longer there. \
     Ask again with /ask.";
/// When somebody else wants to delete an answer.
pub const NOT_YOURS: &str = "Only the person who asked can delete this answer.";
/// When a defect kept an answer from being made.
pub const BROKEN: &str =
    "This answer could not be made because of a defect in the bot. Ask in other words, or tell whoever runs it.";
/// When a message that was to be asked about has no text.
pub const NO_TEXT: &str = "That message has no text to ask about. Pick another, or type a question with /ask.";
/// When an answer that is to be shared cannot be found in its message.
pub const NOTHING_TO_SHARE: &str = "There is no answer to share here. Ask again with /ask.";

/// Above a shared answer.
pub fn shared_by(mention: &str) -> String {
    format!("Shared by {mention}")
}

/// A date as people say it; what is none is given back.
pub fn date(written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), |date: PartialDate| said(date))
}

/// Below an answer.
pub fn footer(version: &str, latest: Option<&str>) -> String {
    match latest {
        Some(latest) => format!("Knowledge {version}, newest entry {latest}"),
        None => format!("Knowledge {version}"),
    }
}

/// Below an answer, when it is told what led to it.
pub fn matched(words: &[String]) -> String {
    format!("Matched: {}", words.join(" · "))
}

/// Below a list or text that has several pages.
pub fn page(number: usize, of: usize) -> String {
    format!("Page {number} of {of}")
}

/// When lines were cut.
pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}

/// When what was cut cannot be turned to.
pub fn cannot_show(count: usize) -> String {
    if count == 1 {
        "1 part is not shown. Ask for less at once.".to_owned()
    } else {
        format!("{count} parts are not shown. Ask for less at once.")
    }
}

/// A suggestion with the reason it is there.
pub fn suggestion(name: &str, why: &str) -> String {
    format!("{name} ({why})")
}
