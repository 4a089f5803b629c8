//! `complete`: the suggestions that Discord would show.

use std::io::Write;
use std::process::ExitCode;

use super::arguments::{Common, Complete};
use super::failure::Failure;
use super::{lines, opening, output};
use crate::message::suggest;
use crate::terminal::{Screen, rendered_suggestions};

pub(super) fn run(common: &Common, complete: &Complete) -> Result<ExitCode, Failure> {
    let library = opening::library(common)?;
    let suggestions = |text: &str| suggest(&library, &complete.command, &complete.option, text);
    if complete.stdin {
        return lines::each_line(suggestions);
    }
    let found = suggestions(&complete.text.join(" "));
    let mut output = anstream::stdout().lock();
    if complete.json {
        output::json_line(&mut output, &found)?;
    } else {
        write!(output, "{}", rendered_suggestions(&found, &Screen::of_standard_output()))?;
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}
