//! The settings of the service from arguments and environment, and the faults in them as failures.

use secrecy::SecretString;

use super::arguments::{Discord, Mode, Serve};
use super::failure::{FAILED, Operator, REFUSED, SETTING};
use crate::discord::Fatal;
use crate::message::operator_words as words;
use crate::service::configuration::{Configuration, EndpointConfiguration, Fault, Given};

/// How events reach the service, with what that needs.
#[derive(Debug)]
pub(super) enum Way {
    /// The service connects.
    Gateway(Configuration),
    /// Interactions are sent to it.
    Endpoint(Box<EndpointConfiguration>),
}

/// Reads and checks the settings of the service.
pub(super) fn way(serve: &Serve) -> Result<Way, Operator> {
    let given = Given {
        public_key: serve.public_key.clone(),
        shard_id: serve.shard_id.clone(),
        shard_count: serve.shard_count.clone(),
        ..given(&serve.discord)
    };
    let way = match serve.mode {
        Mode::Gateway => Configuration::read(&given).map(Way::Gateway),
        Mode::Endpoint => EndpointConfiguration::read(&given).map(|endpoint| Way::Endpoint(Box::new(endpoint))),
    };
    way.map_err(|fault| wrong(&fault))
}

/// Reads and checks the settings for speaking to Discord.
pub(super) fn read(discord: &Discord) -> Result<Configuration, Operator> {
    Configuration::read(&given(discord)).map_err(|fault| wrong(&fault))
}

/// What was given. The token is taken from the environment here and nowhere else.
fn given(discord: &Discord) -> Given {
    Given {
        token: std::env::var("DISCORD_TOKEN").ok().map(SecretString::new),
        token_file: discord.token_file.clone(),
        api_url: discord.api_url.clone(),
        guild_id: discord.guild_id.clone(),
        application_id: discord.application_id.clone(),
        ..Given::default()
    }
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
