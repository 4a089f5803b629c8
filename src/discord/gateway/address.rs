//! Where the gateway is: asked of Discord, and never guessed.
//!
//! The one idea: serenity would turn to the real gateway where it gets no answer, so it is not asked; the address comes from
//! `/gateway` alone, and with a stand-in it must lead to the stand-in's own host.

use reqwest::Url;
use serde::Deserialize;
use serenity::http::Route;

use crate::discord::api::{Api, ApiError, Patience};

/// Asks where the gateway is.
pub(super) async fn ask(api: &Api) -> Result<Url, AddressError> {
    let answer: Answer = api.read(Route::Gateway, None, Patience::INTERACTION).await?;
    checked(&answer.url, api.stand_in())
}

/// Why there is no address.
#[derive(Debug, thiserror::Error)]
pub(super) enum AddressError {
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error("not the address of a gateway")]
    NoGateway,
    #[error("the address leads away from the host in DISCORD_API_URL")]
    Elsewhere,
}

#[derive(Deserialize)]
struct Answer {
    url: String,
}

fn checked(text: &str, stand_in: Option<&Url>) -> Result<Url, AddressError> {
    let url = Url::parse(text).map_err(|_| AddressError::NoGateway)?;
    // serenity appends its query to the text, so there must be none.
    if url.host_str().is_none() || url.query().is_some() || url.fragment().is_some() {
        return Err(AddressError::NoGateway);
    }
    match stand_in {
        None if url.scheme() == "wss" => Ok(url),
        Some(stand_in) if matches!(url.scheme(), "ws" | "wss") => {
            if host(&url) == host(stand_in) {
                Ok(url)
            } else {
                Err(AddressError::Elsewhere)
            }
        }
        _ => Err(AddressError::NoGateway),
    }
}

/// The host; every name of this machine is one.
fn host(url: &Url) -> &str {
    match url.host_str().unwrap_or_default() {
        "localhost" | "127.0.0.1" | "[::1]" => "localhost",
        host => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_gateway_of_the_same_host_is_one() {
        let stand_in = Url::parse("http://127.0.0.1:9000").expect("an address");
        assert!(checked("ws://127.0.0.1:9001", Some(&stand_in)).is_ok());
        assert!(checked("ws://localhost:9001/", Some(&stand_in)).is_ok());
        assert!(checked("wss://gateway.discord.gg", None).is_ok());
        for (text, stand_in) in [
            ("wss://gateway.discord.gg", Some(&stand_in)),
            ("ws://127.0.0.2:9001", Some(&stand_in)),
            ("http://127.0.0.1:9001", Some(&stand_in)),
            ("ws://gateway.discord.gg", None),
            ("nonsense", None),
            ("wss://a?b=c", None),
        ] {
            assert!(checked(text, stand_in).is_err(), "{text}");
        }
    }
}
