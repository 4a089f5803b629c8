//! A text a line in, an answer a line out, in order.
//!
//! The one idea: every line is answered and flushed before the next is read, so another program can talk to this one.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::failure::Failure;
use super::output::json_line;

/// Answers every line of standard input.
pub(super) fn each_line<T: Serialize>(answer: impl Fn(&str) -> T) -> Result<ExitCode, Failure> {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        // What is no UTF-8 is still a question, with a mark where it cannot be read.
        let text = String::from_utf8_lossy(&line);
        json_line(&mut output, &answer(text.trim_end_matches(['\n', '\r'])))?;
        output.flush()?;
        line.clear();
    }
    Ok(ExitCode::SUCCESS)
}
