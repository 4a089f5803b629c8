//! One answer on standard output, for people or as JSON.

use std::io::{self, Write};
use std::process::ExitCode;

use super::arguments::Common;
use super::failure::Failure;
use super::opening;
use crate::answer::Request;
use crate::message::reply;
use crate::terminal::{Screen, rendered};

/// Answers a request.
pub(super) fn answer(common: &Common, request: &Request, json: bool) -> Result<ExitCode, Failure> {
    let library = opening::library(common)?;
    let message = reply(&library, request, opening::today(common));
    let mut output = anstream::stdout().lock();
    if json {
        json_line(&mut output, &message)?;
    } else {
        write!(output, "{}", rendered(&message, &Screen::of_standard_output()))?;
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// A value as one line of JSON, written at once: who waits at the other end is woken once.
pub(super) fn json_line(output: &mut impl Write, value: &impl serde::Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    output.write_all(&line)
}

/// What was typed as several arguments, or nothing.
pub(super) fn joined(words: &[String]) -> Option<String> {
    let text = words.join(" ");
    Some(text).filter(|text| !text.trim().is_empty())
}
