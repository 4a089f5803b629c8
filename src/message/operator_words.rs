//! What the operator reads: one line each, with the fix.
//!
//! The one idea: the line names the setting and ends with what to do; it never repeats a secret.

use std::io;
use std::net::SocketAddr;
use std::path::Path;

use crate::service::configuration::Fault;
use crate::service::health::Unhealthy;

/// What `health` says when all is well.
pub const HEALTHY: &str = "ready";
/// When there is no token.
const NO_TOKEN: &str = "There is no bot token. Put it in DISCORD_TOKEN, or its file's path in DISCORD_TOKEN_FILE; it is \
     shown once under Bot, Reset Token, on https://discord.com/developers/applications.";
/// When Discord does not know the token.
pub const TOKEN_REFUSED: &str = "Discord refuses the bot token. Reset it under Bot on \
     https://discord.com/developers/applications and put the new one in DISCORD_TOKEN.";
/// Close code 4014.
pub const INTENTS_DISALLOWED: &str = "Discord refuses the intents (4014). The bot asks for messages in servers and direct messages \
     alone, which need no permission; check under Bot on https://discord.com/developers/applications that the application is not \
     limited, then start again.";
/// Close code 4013.
pub const INTENTS_INVALID: &str =
    "Discord does not know the intents (4013). This version is too old for Discord; install a newer one.";
/// Close code 4010.
pub const SHARD_INVALID: &str =
    "Discord refuses the shard (4010). Start exactly one service for this token, then start again.";
/// Close code 4011.
pub const SHARDING_REQUIRED: &str = "The bot is in too many servers for one connection (4011). Remove it from servers that do not use it; one connection holds 2,500.";
/// Close code 4012.
pub const VERSION_INVALID: &str = "Discord no longer speaks this version of its gateway (4012). This version is too old for Discord; install a newer one.";
/// When the operating system gives no thread or no TLS.
pub const NO_THREAD: &str =
    "The service cannot start: the operating system gives no thread. Check the limits of threads and memory.";

/// What is wrong with a setting.
pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NoToken => NO_TOKEN.to_owned(),
        Fault::TokenFile { file, error } => token_file(file, error),
        Fault::TokenText { variable } => bad_token_text(variable),
        Fault::ApiUrl(text) => bad_api_url(text),
        Fault::Id { variable, text } => bad_id(variable, text),
        Fault::Address(text) => bad_address(text),
    }
}

/// Why a service is not healthy.
pub fn unhealthy(address: SocketAddr, why: Unhealthy) -> String {
    match why {
        Unhealthy::NotReady { status } => format!("The service runs but is not ready ({status}). Its log says why."),
        Unhealthy::Silent => format!("No service answers on {address}. Start it with `serve`, or check HTTP_ADDR."),
    }
}

/// When the address to listen on cannot be had.
pub fn cannot_listen(address: SocketAddr, error: &io::Error) -> String {
    let fix = if error.kind() == io::ErrorKind::AddrInUse {
        "Another program uses it: stop that, or choose another port in HTTP_ADDR."
    } else {
        "Choose another address in HTTP_ADDR."
    };
    format!("Cannot listen on {address} ({error}). {fix}")
}

/// When the operating system refuses what a service needs.
pub fn cannot_start(error: &io::Error) -> String {
    format!("The service cannot start: {error}. Check the limits of threads and open files.")
}

/// When commands could not be registered on request.
pub fn not_registered(why: &str) -> String {
    format!("The commands were not registered: {why}. Check the network and try again.")
}

/// When commands were registered on request.
pub fn registered(count: usize, changed: bool) -> String {
    if changed { format!("{count} commands registered.") } else { format!("{count} commands are registered already.") }
}

/// When the token's file cannot be read.
fn token_file(file: &Path, error: &io::Error) -> String {
    format!(
        "The token file {} cannot be read ({error}). Check DISCORD_TOKEN_FILE and who may read the file.",
        file.display()
    )
}

/// When what was given cannot be a token.
fn bad_token_text(origin: &str) -> String {
    format!(
        "What {origin} holds is no bot token: it must be one line of letters, digits and dots. Copy the token again."
    )
}

/// When `DISCORD_API_URL` is no address.
fn bad_api_url(text: &str) -> String {
    format!("DISCORD_API_URL is `{text}`. Write scheme, host and port, as in http://127.0.0.1:9000, or leave it out.")
}

/// When an id is none.
fn bad_id(name: &str, text: &str) -> String {
    format!("{name} is `{text}`, which is no id. Copy the id in Discord with developer mode on, or leave it out.")
}

/// When the address to listen on is none.
fn bad_address(text: &str) -> String {
    format!("HTTP_ADDR is `{text}`. Write an address and a port, as in 127.0.0.1:8080.")
}
