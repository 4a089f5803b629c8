//! The conversation in the terminal: a line in, an answer out, until the end.
//!
//! The one idea: `Conversation` knows what the last answer was; the editor only reads lines, and a pipe reads them as well.

mod command;
mod completer;
mod conversation;
mod editor;

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;

use jiff::civil::Date;

use self::conversation::{Conversation, Turn};
use super::{Screen, plain};
use crate::message::terminal_words as words;
use crate::search::Library;

/// Talks until the end of the input, or `/quit`.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn run(library: Library, today: Date) -> io::Result<()> {
    let library = Arc::new(library);
    let mut conversation = Conversation::new(Arc::clone(&library), today);
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        with_editor(library, &mut conversation)
    } else {
        with_pipe(&mut conversation)
    }
}

/// With line editing, completion and history.
fn with_editor(library: Arc<Library>, conversation: &mut Conversation) -> io::Result<()> {
    let mut editor = editor::new(library);
    say(&plain(words::WELCOME, &Screen::of_conversation()))?;
    while let Some(line) = editor::read_line(&mut editor)? {
        match conversation.turn(&line, &Screen::of_conversation()) {
            Turn::Said(text) => say(&text)?,
            Turn::Quit => break,
        }
    }
    say(&plain(words::GOODBYE, &Screen::of_conversation()))
}

/// Line by line, as a script would talk.
fn with_pipe(conversation: &mut Conversation) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line).trim_end().to_owned();
        line.clear();
        if text.is_empty() {
            continue;
        }
        match conversation.turn(&text, &Screen::of_conversation()) {
            Turn::Said(text) => say(&text)?,
            Turn::Quit => break,
        }
    }
    Ok(())
}

fn say(text: &str) -> io::Result<()> {
    let mut output = anstream::stdout().lock();
    writeln!(output, "{text}")?;
    output.flush()
}
