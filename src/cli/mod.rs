//! The command line: what was typed, handed over to one command each.
//!
//! The one idea: a command returns an exit code or a failure; only `run` prints failures and turns them into codes.

mod about;
mod arguments;
mod ask;
mod attendees;
mod chat;
mod check;
mod commands;
mod complete;
mod completions;
mod failure;
mod health;
mod lines;
mod man;
mod meetings;
mod opening;
mod output;
mod serve;
mod settings;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

pub use arguments::{Arguments, Command};

/// Runs the command that the arguments name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers; everything else is a mistake of the person at the keyboard.
            let printed = error.print().is_ok();
            return ExitCode::from(if printed && !error.use_stderr() { 0 } else { 2 });
        }
    };
    let common = &arguments.common;
    let outcome = match &arguments.command {
        Command::Chat => chat::run(common),
        Command::Ask(ask) => ask::run(common, ask),
        Command::About(about) => about::run(common, about),
        Command::Meetings(meetings) => meetings::run(common, meetings),
        Command::Attendees(attendees) => attendees::run(common, attendees),
        Command::Complete(complete) => complete::run(common, complete),
        Command::Check(check) => check::run(common, check),
        Command::Serve(serve) => serve::run(common, serve),
        Command::Commands(commands) => commands::run(common, commands),
        Command::Health(health) => health::run(health),
        Command::Completions(completions) => completions::run(completions),
        Command::Man => man::run(),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => failure.report(common),
    }
}
