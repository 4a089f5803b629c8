//! `chat`: a conversation in the terminal.

use std::process::ExitCode;

use super::arguments::Common;
use super::failure::Failure;
use super::opening;
use crate::terminal::chat;

pub(super) fn run(common: &Common) -> Result<ExitCode, Failure> {
    let library = opening::library(common)?;
    chat::run(library, opening::today(common))?;
    Ok(ExitCode::SUCCESS)
}
