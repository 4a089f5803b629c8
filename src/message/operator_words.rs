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
/// When interactions cannot be told from anything else.
const NO_PUBLIC_KEY: &str = "There is no public key, which endpoint mode checks every interaction with. Put the one under General \
     Information, Public Key, on https://discord.com/developers/applications in DISCORD_PUBLIC_KEY.";
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
    "Discord refuses the shard (4010). Check SHARD_ID and SHARD_COUNT, or leave both out, then start again.";
/// Close code 4011.
pub const SHARDING_REQUIRED: &str = "The bot is in too many servers for this connection (4011), which holds 2,500. Start more services, each with a SHARD_ID of its own \
     and the same larger SHARD_COUNT, or use endpoint mode.";
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
        Fault::Shard { id, count } => bad_shard(id, count),
        Fault::NoPublicKey => NO_PUBLIC_KEY.to_owned(),
        Fault::PublicKey(text) => bad_public_key(text),
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

/// Why commands could not be registered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotRegistered {
    /// Discord answers with a refusal or a fault.
    Status {
        /// The HTTP status.
        status: u16,
        /// Discord's own code, 0 where it gives none.
        code: u32,
    },
    /// Discord asks to wait.
    Limited {
        /// So long, at least 1.
        seconds: u64,
    },
    /// No answer came.
    Silent {
        /// The reason, in a word or two.
        why: &'static str,
    },
    /// An answer came that is not Discord's.
    Unreadable,
}

/// When commands could not be registered; at the start of the service, or on request.
pub fn not_registered(why: NotRegistered, at_start: bool) -> String {
    let again = if at_start { "It is tried again at the next start." } else { "Try again." };
    let (what, fix) = match why {
        NotRegistered::Status { status, code } => (answers(status, code), status_fix(status, again)),
        NotRegistered::Limited { seconds } => {
            let begin = if at_start { "start" } else { "try" };
            let noun = if seconds == 1 { "second" } else { "seconds" };
            let fix = format!("Wait at least {seconds} {noun}, then {begin} again; Discord limits how often a day.");
            ("Discord answers 429".to_owned(), fix)
        }
        NotRegistered::Silent { why } => (
            format!("no answer from Discord ({why})"),
            format!("Check the network, and DISCORD_API_URL if it is set. {again}"),
        ),
        NotRegistered::Unreadable => (
            "the answer cannot be read".to_owned(),
            format!("Check that DISCORD_API_URL, if it is set, leads to Discord. {again}"),
        ),
    };
    format!("The commands were not registered: {what}. {fix}")
}

fn answers(status: u16, code: u32) -> String {
    if code == 0 { format!("Discord answers {status}") } else { format!("Discord answers {status} (code {code})") }
}

/// What to do about an HTTP status.
fn status_fix(status: u16, again: &str) -> String {
    match status {
        300..=399 => format!("A proxy redirects: set DISCORD_API_URL, or the proxy, to where it leads. {again}"),
        401 => TOKEN_REFUSED.to_owned(),
        403 => format!("Check that the bot was invited with the scope applications.commands. {again}"),
        404 => format!("Check DISCORD_APPLICATION_ID and DISCORD_GUILD_ID if they are set. {again}"),
        407 => format!("A proxy wants to be told who asks: set its address with name and password. {again}"),
        500.. => format!("The fault is on Discord's side. {again}"),
        _ => "This version may be too old for Discord; install a newer one.".to_owned(),
    }
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

/// When a shard is none.
fn bad_shard(id: &str, count: &str) -> String {
    format!(
        "SHARD_ID is `{id}` and SHARD_COUNT is `{count}`. Count the shards from 0 to one below SHARD_COUNT, or leave both out."
    )
}

/// When a public key is none.
fn bad_public_key(text: &str) -> String {
    format!(
        "DISCORD_PUBLIC_KEY holds `{text}`, which is no public key: it must be 64 digits of 0-9 and a-f. Copy it under General \
         Information on https://discord.com/developers/applications."
    )
}

/// When the address to listen on is none.
fn bad_address(text: &str) -> String {
    format!("HTTP_ADDR is `{text}`. Write an address and a port, as in 127.0.0.1:8080.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_step_fits_the_status() {
        let said = |status| not_registered(NotRegistered::Status { status, code: 0 }, true);
        for (status, step) in [
            (302, "A proxy redirects"),
            (400, "install a newer one"),
            (401, "DISCORD_TOKEN"),
            (403, "applications.commands"),
            (404, "DISCORD_GUILD_ID"),
            (503, "on Discord's side. It is tried again at the next start."),
        ] {
            assert!(said(status).contains(step) && said(status).contains(&status.to_string()), "{}", said(status));
            assert_eq!(said(status).contains("scope"), status == 403, "{}", said(status));
        }
        let limited = not_registered(NotRegistered::Limited { seconds: 30 }, false);
        assert!(limited.contains("429") && limited.contains("30 seconds, then try again"), "{limited}");
    }
}
