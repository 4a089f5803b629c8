//! The floor: what only acknowledges. It looks at nothing, checks nothing and knows nothing.

use std::error::Error;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::routing::post;
use serenity::all::{
    Client, Context, CreateInteractionResponse, CreateInteractionResponseMessage, EventHandler, GatewayIntents, HttpBuilder,
    Interaction,
};
use tokio::net::TcpListener;

use crate::interactions::TOKEN;

/// Over HTTP: the body is read and thrown away.
pub async fn endpoint(address: SocketAddr) -> Result<(), Box<dyn Error>> {
    let acknowledge = |_: Bytes| async { ([(CONTENT_TYPE, "application/json")], r#"{"type":5}"#) };
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
