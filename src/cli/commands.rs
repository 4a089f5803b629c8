//! `commands`: the slash commands as Discord is told of them.

use std::process::ExitCode;

use super::arguments::{Commands, Common};
use super::failure::{Failure, Operator, UNREACHABLE};
use super::{output, serve, settings};
use crate::discord::{self, Fatal, RegistrationError};
use crate::message::operator_words as words;

pub(super) fn run(common: &Common, commands: &Commands) -> Result<ExitCode, Failure> {
    if !commands.register {
        output::json_line(&mut anstream::stdout().lock(), &discord::command_definitions())?;
        return Ok(ExitCode::SUCCESS);
    }
    let configuration = settings::read(&commands.discord)?;
    let runtime = serve::runtime()?;
    let registered = runtime.block_on(discord::register(&configuration)).map_err(|error| match error {
        RegistrationError::Token => settings::refused(Fatal::Token),
        RegistrationError::Other(why) => Operator { line: words::not_registered(why, false), code: UNREACHABLE },
    })?;
    super::opening::notice(common, &words::registered(registered.commands, registered.changed));
    Ok(ExitCode::SUCCESS)
}
