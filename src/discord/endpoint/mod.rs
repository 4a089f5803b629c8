//! Interactions over HTTP: Discord posts them, and the answer is the body of the response.
//!
//! The one idea: nothing is kept between two requests. What an answer needs stands in the interaction, so any number of replicas
//! give the same answers, and one that is sent again gets the same again.

mod deletion;
mod receiving;
mod refusals;
mod signature;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::Deserialize;
use serde_json::Value;

use self::deletion::Deletions;
use self::receiving::{Room, Unread};
use self::refusals::Refusals;
use self::signature::{Claim, Signer, Unsigned};
use super::bot::register_at_start;
use super::dispatch::{done, guarded, kind};
use super::incoming::{self, Interaction};
use super::outgoing::body::InteractionAnswer;
use super::responder::{Outgoing, Responder, Sent, Today, broken};
use crate::service::configuration::EndpointConfiguration;
use crate::service::{Metrics, Serving, Shutdown};

/// Discord asks whether the endpoint is there.
const PING: u64 = 1;
/// Somebody types into an option.
const AUTOCOMPLETE: u64 = 4;
/// The answer to a ping.
const PONG: &str = r#"{"type":1}"#;

/// Answers interactions that come over HTTP.
#[derive(Clone)]
pub struct Endpoint(Arc<Desk>);

/// What every answer needs.
struct Desk {
    signer: Signer,
    application: Option<u64>,
    responder: Responder,
    room: Room,
    refusals: Refusals,
    deletions: Deletions,
    metrics: Metrics,
    /// How many interactions there were: each has its number in the log, which says nothing of who sent it.
    taken: AtomicU64,
    shutdown: Shutdown,
}

impl Endpoint {
    /// An endpoint; with a token, the commands are registered meanwhile.
    pub fn new(
        configuration: &EndpointConfiguration,
        serving: Serving,
        today: Today,
        metrics: Metrics,
        shutdown: Shutdown,
    ) -> Self {
        let deletions = Deletions::new(configuration, metrics.clone());
        if configuration.token.is_some() {
            let (deletions, configuration, metrics) = (deletions.clone(), configuration.clone(), metrics.clone());
            tokio::spawn(async move {
                if let Ok(api) = deletions.door().await {
                    register_at_start(api, configuration.application_id, configuration.guild_id, &metrics).await;
                }
            });
        } else {
            tracing::info!("commands are not registered by this service, it has no token");
        }
        if configuration.application_id.is_none() {
            tracing::info!("interactions are taken by their signature alone, DISCORD_APPLICATION_ID is not set");
        }
        Self(Arc::new(Desk {
            signer: Signer::new(configuration.public_keys.clone()),
            application: configuration.application_id.map(std::num::NonZeroU64::get),
            responder: Responder::new(serving, today),
            room: Room::new(),
            refusals: Refusals::default(),
            deletions,
            metrics,
            taken: AtomicU64::new(0),
            shutdown,
        }))
    }

    /// `/interactions`.
    pub fn routes(&self) -> Router {
        Router::new().route("/interactions", post(interactions)).with_state(self.clone())
    }

    /// Waits for what is still to be done once the last answer was given, within bounds.
    pub async fn finish(&self) {
        self.0.deletions.finish().await;
    }
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Refusal {
    Busy,
    Unsigned(Unsigned),
    NotJson,
    Unread(Unread),
    Unreadable,
    OtherApplication,
}

impl Refusal {
    fn status(self) -> StatusCode {
        match self {
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unsigned(_) => StatusCode::UNAUTHORIZED,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Unread(Unread::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unread(Unread::TooSlow) => StatusCode::REQUEST_TIMEOUT,
            Self::Unread(Unread::Broken) | Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::OtherApplication => StatusCode::FORBIDDEN,
        }
    }

    /// As the log, the metrics and the answer say it.
    fn as_str(self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Unsigned(why) => why.as_str(),
            Self::NotJson => "not_json",
            Self::Unread(Unread::TooLarge) => "body_too_large",
            Self::Unread(Unread::TooSlow) => "body_too_slow",
            Self::Unread(Unread::Broken) => "body_broken",
            Self::Unreadable => "not_an_interaction",
            Self::OtherApplication => "another_application",
        }
    }
}

async fn interactions(State(Endpoint(desk)): State<Endpoint>, headers: HeaderMap, body: Body) -> Response {
    let mut response = match desk.answer(&headers, body).await {
        Ok(answer) => ([(CONTENT_TYPE, "application/json")], answer).into_response(),
        Err(refusal) => {
            desk.metrics.refused(refusal.as_str());
            desk.refusals.note(refusal.as_str());
            let mut response = (refusal.status(), refusal.as_str()).into_response();
            if refusal == Refusal::Busy {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(1));
            }
            response
        }
    };
    // Whoever keeps the connection is told to turn elsewhere before it is taken away.
    if desk.shutdown.is_requested() {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// What is looked at before anything else.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "type")]
    kind: u64,
    application_id: Option<String>,
}

impl Desk {
    /// The body of the response.
    async fn answer(&self, headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Refusal> {
        let _room = self.room.for_body(headers).ok_or(Refusal::Busy)?;
        let _in_hand = self.metrics.in_hand();
        let claim = Claim::read(headers, SystemTime::now());
        let before = claim.as_ref().map(|claim| claim.timestamp().to_vec()).unwrap_or_default();
        // Even what is refused by its head is read, so that the connection can go on.
        let signed = receiving::read(body, before).await.map_err(Refusal::Unread)?;
        let claim = claim.map_err(Refusal::Unsigned)?;
        self.signer.check(&claim, &signed).map_err(Refusal::Unsigned)?;
        if !receiving::is_json(headers) {
            return Err(Refusal::NotJson);
        }
        self.of_body(signed.get(claim.timestamp().len()..).unwrap_or_default())
    }

    /// The answer to what Discord signed.
    fn of_body(&self, body: &[u8]) -> Result<Vec<u8>, Refusal> {
        let head: Head = serde_json::from_slice(body).map_err(|_| Refusal::Unreadable)?;
        let application = head.application_id.as_deref();
        if self.application.is_some_and(|own| application.is_some_and(|other| other != own.to_string())) {
            return Err(Refusal::OtherApplication);
        }
        if head.kind == PING {
            return Ok(PONG.into());
        }
        let answer = match read(body) {
            Some(interaction) => self.of_interaction(&interaction),
            None if head.kind == AUTOCOMPLETE => InteractionAnswer::suggestions(Vec::new()),
            None => return Err(Refusal::Unreadable),
        };
        serde_json::to_vec(&answer).map_err(|_| Refusal::Unreadable)
    }

    fn of_interaction(&self, interaction: &Interaction) -> InteractionAnswer {
        let started = Instant::now();
        let kind = kind(&interaction.action);
        let number = self.taken.fetch_add(1, Ordering::Relaxed) + 1;
        let _span = tracing::error_span!("event", number, kind).entered();
        let make = || self.responder.interaction(interaction);
        let Outgoing { body, outcome } = guarded(&self.metrics, make, || Outgoing::defect(broken(interaction)));
        let answer = match body {
            Sent::Answer(answer) => answer,
            Sent::Deletion => {
                self.deletions.begin(interaction);
                InteractionAnswer::heard()
            }
        };
        done(&self.metrics, kind, outcome, started, &Ok(()));
        answer
    }
}

/// The interaction; one of a kind that is newer than serenity is answered that it is unknown.
fn read(body: &[u8]) -> Option<Interaction> {
    if let Ok(interaction) = serde_json::from_slice(body) {
        return incoming::interaction(&interaction);
    }
    tracing::warn!("an interaction could not be read");
    incoming::unreadable(&serde_json::from_slice::<Value>(body).ok()?)
}
