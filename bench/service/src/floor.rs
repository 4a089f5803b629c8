//! The floor: what only acknowledges. It looks at nothing and knows nothing; over HTTP there is one that checks the signature, as
//! Discord demands of everybody, and one that does not even do that.

use std::error::Error;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serenity::all::{
    Client, Context, CreateInteractionResponse, CreateInteractionResponseMessage, EventHandler, GatewayIntents,
    HttpBuilder, Interaction,
};
use tokio::net::TcpListener;

use crate::interactions::{TOKEN, is_signed};

/// Over HTTP: the body is read and thrown away, or checked first.
pub async fn endpoint(address: SocketAddr, checks: bool) -> Result<(), Box<dyn Error>> {
    let acknowledge = move |headers: HeaderMap, body: Bytes| async move {
        let status = if !checks || is_signed(&headers, &body) { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
        (status, [(CONTENT_TYPE, "application/json")], r#"{"type":5}"#)
    };
    let routes = Router::new().route("/interactions", post(acknowledge));
    Ok(axum::serve(TcpListener::bind(address).await?, routes).await?)
}

/// Over the gateway, with serenity as its documents show it; without its limiter, which would only slow it.
pub async fn gateway(rest: SocketAddr) -> Result<(), Box<dyn Error>> {
    let http = HttpBuilder::new(TOKEN).proxy(format!("http://{rest}")).ratelimiter_disabled(true).build();
    let intents = GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    let mut client = serenity::client::ClientBuilder::new_with_http(http, intents).event_handler(Acknowledges).await?;
    Ok(Client::start(&mut client).await?)
}

struct Acknowledges;

#[serenity::async_trait]
impl EventHandler for Acknowledges {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let answer = CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new());
        // What is not taken is missed by whoever measures.
        let _ = match interaction {
            Interaction::Command(command) | Interaction::Autocomplete(command) => {
                command.create_response(&context.http, answer).await
            }
            _ => Ok(()),
        };
    }
}
