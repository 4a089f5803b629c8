//! The settings of the service, read once at the start and checked before anything is opened.
//!
//! The one idea: a setting that is wrong is a fault with a name, so that the line with its fix can be written for it.

use std::io;
use std::net::SocketAddr;
use std::num::NonZeroU64;
use std::path::PathBuf;

use data_encoding::HEXLOWER_PERMISSIVE;
use ed25519_dalek::VerifyingKey;
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

/// Settings as given: empty is the same as absent, as a compose file leaves them.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `DISCORD_TOKEN`.
    pub token: Option<SecretString>,
    /// `DISCORD_TOKEN_FILE`.
    pub token_file: Option<PathBuf>,
    /// `DISCORD_API_URL`.
    pub api_url: Option<String>,
    /// `DISCORD_GUILD_ID`.
    pub guild_id: Option<String>,
    /// `DISCORD_APPLICATION_ID`.
    pub application_id: Option<String>,
    /// `DISCORD_PUBLIC_KEY`.
    pub public_key: Option<String>,
    /// `SHARD_ID`.
    pub shard_id: Option<String>,
    /// `SHARD_COUNT`.
    pub shard_count: Option<String>,
}

/// Settings that were found sound, for a service that connects by itself.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// The bot's token, without `Bot ` before it.
    pub token: SecretString,
    /// What stands in for Discord, if anything.
    pub api_url: Option<Url>,
    /// The server to register commands in, instead of everywhere.
    pub guild_id: Option<NonZeroU64>,
    /// The application, where it is not to be asked for.
    pub application_id: Option<NonZeroU64>,
    /// Which share of the servers this process serves.
    pub shard: Shard,
}

/// A share of the servers that the bot is in: all those whose id leads to this number, by Discord's rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Shard {
    /// From 0; the first has the direct messages too.
    pub id: u32,
    /// Of so many, at least 1.
    pub count: u32,
}

/// Settings that were found sound, for a service that interactions are sent to.
#[derive(Clone, Debug)]
pub struct EndpointConfiguration {
    /// The application's keys, at least one; more than one only while a key is being exchanged.
    pub public_keys: Vec<VerifyingKey>,
    /// The only application that is answered, where one is named.
    pub application_id: Option<NonZeroU64>,
    /// The bot's token, with which the commands are registered; nothing else needs it.
    pub token: Option<SecretString>,
    /// What stands in for Discord, if anything.
    pub api_url: Option<Url>,
    /// The server to register commands in, instead of everywhere.
    pub guild_id: Option<NonZeroU64>,
}

/// What is wrong with a setting. It never holds a secret.
#[derive(Debug)]
pub enum Fault {
    /// Neither a token nor a file that holds one.
    NoToken,
    /// The token's file cannot be read.
    TokenFile {
        /// The file as given.
        file: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// What the setting holds cannot be a token.
    TokenText {
        /// The variable's name.
        variable: &'static str,
    },
    /// `DISCORD_API_URL` is not scheme, host and port.
    ApiUrl(String),
    /// Not an id.
    Id {
        /// The variable's name.
        variable: &'static str,
        /// What it holds.
        text: String,
    },
    /// No number of a shard, or of shards, or the one is not below the other.
    Shard {
        /// `SHARD_ID` as given.
        id: String,
        /// `SHARD_COUNT` as given.
        count: String,
    },
    /// Endpoint mode without `DISCORD_PUBLIC_KEY`.
    NoPublicKey,
    /// What `DISCORD_PUBLIC_KEY` holds is no key.
    PublicKey(String),
    /// `HTTP_ADDR` is not an address and a port.
    Address(String),
}

impl Configuration {
    /// Checks what was given.
    ///
    /// # Errors
    /// The first setting that is wrong.
    pub fn read(given: &Given) -> Result<Self, Fault> {
        Ok(Self {
            token: token(given)?,
            api_url: api_url(given)?,
            guild_id: id("DISCORD_GUILD_ID", given.guild_id.as_deref())?,
            application_id: id("DISCORD_APPLICATION_ID", given.application_id.as_deref())?,
            shard: shard(given)?,
        })
    }
}

impl EndpointConfiguration {
    /// Checks what was given. A token is not needed.
    ///
    /// # Errors
    /// The first setting that is wrong.
    pub fn read(given: &Given) -> Result<Self, Fault> {
        let keys = given.public_key.as_deref().and_then(present).ok_or(Fault::NoPublicKey)?;
        Ok(Self {
            public_keys: keys.split(',').map(public_key).collect::<Result<_, _>>()?,
            application_id: id("DISCORD_APPLICATION_ID", given.application_id.as_deref())?,
            token: match token(given) {
                Err(Fault::NoToken) => None,
                token => Some(token?),
            },
            api_url: api_url(given)?,
            guild_id: id("DISCORD_GUILD_ID", given.guild_id.as_deref())?,
        })
    }
}

/// The address to listen on.
///
/// # Errors
/// When it is none.
pub fn http_address(given: &str) -> Result<SocketAddr, Fault> {
    given.trim().parse().map_err(|_| Fault::Address(given.to_owned()))
}

fn token(given: &Given) -> Result<SecretString, Fault> {
    let (text, variable) = match (&given.token, &given.token_file) {
        (Some(token), _) if !token.expose_secret().trim().is_empty() => (token.clone(), "DISCORD_TOKEN"),
        (_, Some(file)) if !file.as_os_str().is_empty() => {
            let text = std::fs::read_to_string(file).map_err(|error| Fault::TokenFile { file: file.clone(), error })?;
            (SecretString::new(text), "DISCORD_TOKEN_FILE")
        }
        _ => return Err(Fault::NoToken),
    };
    let plain = text.expose_secret().trim();
    let plain = plain.strip_prefix("Bot ").unwrap_or(plain).trim();
    // What is no header value is no token, and must not reach an error message of a library that would print it.
    if plain.is_empty() || !plain.chars().all(|letter| letter.is_ascii_graphic()) {
        return Err(Fault::TokenText { variable });
    }
    Ok(SecretString::new(plain.to_owned()))
}

fn shard(given: &Given) -> Result<Shard, Fault> {
    let text = |given: &Option<String>, otherwise: &str| {
        given.as_deref().and_then(present).map_or_else(|| otherwise.to_owned(), str::to_owned)
    };
    let (id, count) = (text(&given.shard_id, "0"), text(&given.shard_count, "1"));
    match (id.parse(), count.parse()) {
        (Ok(id), Ok(count)) if id < count => Ok(Shard { id, count }),
        _ => Err(Fault::Shard { id, count }),
    }
}

/// 32 bytes in hexadecimal digits that are a key anybody could sign with.
fn public_key(text: &str) -> Result<VerifyingKey, Fault> {
    let bytes = HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
    let key = bytes.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    // A weak key is one for which signatures over anything can be found.
    key.filter(|key| !key.is_weak()).ok_or_else(|| Fault::PublicKey(text.to_owned()))
}

fn api_url(given: &Given) -> Result<Option<Url>, Fault> {
    given.api_url.as_deref().and_then(present).map(stand_in).transpose()
}

/// Scheme, host and port, and nothing else.
fn stand_in(text: &str) -> Result<Url, Fault> {
    let fault = || Fault::ApiUrl(text.to_owned());
    let url = Url::parse(text).map_err(|_| fault())?;
    let is_bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.username().is_empty();
    if matches!(url.scheme(), "http" | "https") && url.host().is_some() && is_bare { Ok(url) } else { Err(fault()) }
}

fn id(variable: &'static str, text: Option<&str>) -> Result<Option<NonZeroU64>, Fault> {
    let read = |text: &str| text.parse().map_err(|_| Fault::Id { variable, text: text.to_owned() });
    text.and_then(present).map(read).transpose()
}

fn present(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_token(token: &str) -> Given {
        Given { token: Some(SecretString::new(token.to_owned())), ..Given::default() }
    }

    #[test]
    fn a_token_is_trimmed_and_its_prefix_taken_off() {
        let read =
            |token: &str| Configuration::read(&with_token(token)).expect("a token").token.expose_secret().clone();
        assert_eq!(read(" abc.def \n"), "abc.def");
        assert_eq!(read("Bot abc.def"), "abc.def");
    }

    #[test]
    fn what_is_wrong_is_named_and_the_token_is_not() {
        let fault = |given: &Given| Configuration::read(given).expect_err("a fault");
        assert!(matches!(fault(&Given::default()), Fault::NoToken));
        let two_lines = fault(&with_token("secret\nsecond"));
        assert!(matches!(two_lines, Fault::TokenText { variable: "DISCORD_TOKEN" }));
        assert!(!format!("{two_lines:?}").contains("secret"));
        let missing = Given { token_file: Some("/nowhere/token".into()), ..Given::default() };
        assert!(matches!(fault(&missing), Fault::TokenFile { .. }));
        for url in ["127.0.0.1:9000", "ftp://a", "http://a/path", "http://user@a"] {
            let given = Given { api_url: Some(url.to_owned()), ..with_token("abc") };
            assert!(matches!(fault(&given), Fault::ApiUrl(_)));
        }
        let given = Given { guild_id: Some("0".to_owned()), ..with_token("abc") };
        assert!(matches!(fault(&given), Fault::Id { variable: "DISCORD_GUILD_ID", .. }));
    }

    /// From the test vectors of RFC 8032, section 7.1.
    const KEY: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    fn with_key(key: &str) -> Given {
        Given { public_key: Some(key.to_owned()), ..Given::default() }
    }

    #[test]
    fn an_endpoint_needs_a_key_and_nothing_else() {
        let read = |given: &Given| EndpointConfiguration::read(given).expect("sound");
        let alone = read(&with_key(KEY));
        assert!(alone.token.is_none() && alone.application_id.is_none());
        assert_eq!(read(&with_key(&format!(" {KEY},\n{} ", KEY.to_uppercase()))).public_keys.len(), 2);
        let given = Given { application_id: Some("5".to_owned()), ..with_key(KEY) };
        let read = read(&Given { token: with_token("abc").token, ..given });
        assert!(read.token.is_some() && read.application_id == NonZeroU64::new(5));
    }

    #[test]
    fn what_is_no_key_is_a_fault_of_its_own() {
        let fault = |given: &Given| EndpointConfiguration::read(given).expect_err("a fault");
        assert!(matches!(fault(&Given::default()), Fault::NoPublicKey));
        assert!(matches!(fault(&with_key(" ")), Fault::NoPublicKey));
        let point_that_is_none = format!("{}ff", "ff".repeat(31));
        let weak = "0".repeat(64);
        for text in ["abc", KEY.split_at(1).1, &format!("{KEY}00"), &format!("{KEY},"), &point_that_is_none, &weak] {
            assert!(matches!(fault(&with_key(text)), Fault::PublicKey(_)), "{text}");
        }
        let given = Given { application_id: Some("me".to_owned()), ..with_key(KEY) };
        assert!(matches!(fault(&given), Fault::Id { variable: "DISCORD_APPLICATION_ID", .. }));
        let given = Given { token: Some(SecretString::new("two\nlines".to_owned())), ..with_key(KEY) };
        assert!(matches!(fault(&given), Fault::TokenText { .. }));
    }

    #[test]
    fn a_shard_is_one_of_as_many_as_there_are() {
        let read = |id: &str, count: &str| {
            let (shard_id, shard_count) = (Some(id.to_owned()), Some(count.to_owned()));
            Configuration::read(&Given { shard_id, shard_count, ..with_token("abc") }).map(|read| read.shard)
        };
        assert_eq!(read("", " ").expect("the whole"), Shard { id: 0, count: 1 });
        assert_eq!(read("1", "2").expect("half"), Shard { id: 1, count: 2 });
        for (id, count) in [("2", "2"), ("-1", "2"), ("one", "2"), ("1", ""), ("0", "0"), ("", "many")] {
            assert!(matches!(read(id, count), Err(Fault::Shard { .. })), "{id}/{count}");
        }
    }

    #[test]
    fn empty_is_absent() {
        let given = Given {
            api_url: Some(String::new()),
            guild_id: Some(" ".to_owned()),
            token_file: Some(PathBuf::new()),
            ..with_token("abc")
        };
        let read = Configuration::read(&given).expect("sound");
        assert!(read.api_url.is_none() && read.guild_id.is_none());
    }
}
