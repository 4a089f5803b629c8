//! The settings of the service from arguments and environment, and the faults in them as failures.

use secrecy::SecretString;

use super::arguments::Discord;
use super::failure::{FAILED, Operator, REFUSED, SETTING};
use crate::discord::Fatal;
use crate::message::operator_words as words;
use crate::service::configuration::{Configuration, Fault, Given};

/// Reads and checks the settings. The token is taken from the environment here and nowhere else.
pub(super) fn read(discord: &Discord) -> Result<Configuration, Operator> {
    let given = Given {
        token: std::env::var("DISCORD_TOKEN").ok().map(SecretString::new),
        token_file: discord.token_file.clone(),
        api_url: discord.api_url.clone(),
        guild_id: discord.guild_id.clone(),
        application_id: discord.application_id.clone(),
    };
    Configuration::read(&given).map_err(|fault| wrong(&fault))
}

/// A setting that is wrong.
pub(super) fn wrong(fault: &Fault) -> Operator {
    Operator { line: words::fault(fault), code: SETTING }
}

/// What ends the service for good.
pub(super) fn refused(fatal: Fatal) -> Operator {
    let line = match fatal {
        Fatal::Token => words::TOKEN_REFUSED,
        Fatal::Shard => words::SHARD_INVALID,
        Fatal::ShardingRequired => words::SHARDING_REQUIRED,
        Fatal::Version => words::VERSION_INVALID,
        Fatal::IntentsInvalid => words::INTENTS_INVALID,
        Fatal::IntentsDisallowed => words::INTENTS_DISALLOWED,
        Fatal::NoThread => words::NO_THREAD,
    };
    // A thread is refused by the machine, not by Discord: another start may fare better.
    let code = if matches!(fatal, Fatal::NoThread) { FAILED } else { REFUSED };
    Operator { line: line.to_owned(), code }
}
