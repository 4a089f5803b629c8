//! The bot as a service: the gateway's events in, answers out, until it is to end.
//!
//! The one idea: at the end, nothing new is taken, what is in hand is finished while the gateway closes, and all of it has a
//! limit.

use std::num::NonZeroU64;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use super::api::{Api, ApiError};
use super::dispatch::Dispatch;
use super::gateway::{self, Fatal, Login, Overheard, Told};
use super::registration::{self, Registered};
use super::responder::{Responder, Today};
use crate::message::operator_words::{self as words, NotRegistered};
use crate::service::configuration::Configuration;
use crate::service::health::Readiness;
use crate::service::{Metrics, Serving, Shutdown};

/// Answers in hand may take so long at the end.
const FINISHING: Duration = Duration::from_secs(5);

/// Serves until the end is asked for.
///
/// # Errors
/// What only the operator can put right.
pub async fn serve(
    configuration: &Configuration,
    serving: Serving,
    today: Today,
    readiness: Readiness,
    metrics: Metrics,
    overheard: Overheard,
    shutdown: Shutdown,
) -> Result<(), Fatal> {
    let token = &configuration.token;
    let api = Api::new(Some(token), configuration.api_url.as_ref(), metrics.clone()).map_err(|_| Fatal::NoThread)?;
    let mut dispatch = Dispatch::new(Responder::new(serving, today), api.clone(), metrics.clone());
    let (events, mut told) = mpsc::unbounded_channel();
    let (close, closes) = watch::channel(false);
    let gateway = gateway::run(
        api.clone(),
        Login { token: token.clone(), shard: configuration.shard },
        events,
        readiness.clone(),
        metrics.clone(),
        overheard,
        Shutdown::when(closes),
    );
    let mut gateway = tokio::spawn(gateway);
    let mut is_registered = false;
    let ended = loop {
        tokio::select! {
            biased;
            () = shutdown.requested() => break None,
            ended = &mut gateway => break Some(ended),
            // The gateway holds the other end, and is waited for above.
            Some(event) = told.recv() => match event {
                Told::Came(incoming) => dispatch.take(incoming),
                Told::Ready { application } if !is_registered => {
                    is_registered = true;
                    let (api, guild, metrics) = (api.clone(), configuration.guild_id, metrics.clone());
                    let application = configuration.application_id.or(NonZeroU64::new(application));
                    tokio::spawn(async move { register_at_start(&api, application, guild, &metrics).await });
                }
                Told::Ready { .. } => {}
            },
        }
    };
    readiness.set(false);
    metrics.disconnected();
    drop(told);
    close.send_replace(true);
    if let Some(ended) = ended {
        dispatch.finish(FINISHING).await;
        return ended.unwrap_or(Err(Fatal::NoThread));
    }
    tracing::info!("ending, answers in hand are finished");
    let ((), is_closed) = tokio::join!(dispatch.finish(FINISHING), timeout(FINISHING, gateway));
    if is_closed.is_err() {
        tracing::warn!("the gateway was left without a close");
    }
    Ok(())
}

/// Registers the commands on request.
///
/// # Errors
/// What went wrong, without any secret.
pub async fn register(configuration: &Configuration) -> Result<Registered, RegistrationError> {
    let failed = |error: ApiError| {
        if error.is_unauthorised() { RegistrationError::Token } else { RegistrationError::Other(why(&error)) }
    };
    let api =
        Api::new(Some(&configuration.token), configuration.api_url.as_ref(), Metrics::default()).map_err(failed)?;
    let application = match configuration.application_id {
        Some(application) => application,
        None => registration::application(&api).await.map_err(failed)?,
    };
    registration::register(&api, application, configuration.guild_id).await.map_err(failed)
}

/// Why commands were not registered.
#[derive(Clone, Debug)]
pub enum RegistrationError {
    /// The token is refused.
    Token,
    /// Anything else.
    Other(NotRegistered),
}

/// Registers the commands, if they changed, and says what came of it.
pub(super) async fn register_at_start(
    api: &Api,
    application: Option<NonZeroU64>,
    guild: Option<NonZeroU64>,
    metrics: &Metrics,
) {
    let registered = async {
        let application = match application {
            Some(application) => application,
            None => registration::application(api).await?,
        };
        registration::register(api, application, guild).await
    };
    match registered.await {
        Ok(Registered { commands, changed: true }) => {
            metrics.registered("changed");
            tracing::info!(commands, "commands registered");
        }
        Ok(Registered { commands, changed: false }) => {
            metrics.registered("unchanged");
            tracing::info!(commands, "commands are registered already");
        }
        Err(error) => {
            metrics.registered("failed");
            tracing::error!(line = %words::not_registered(why(&error), true), "commands were not registered");
        }
    }
}

fn why(error: &ApiError) -> NotRegistered {
    match error {
        ApiError::Refused { status, code } => NotRegistered::Status { status: status.as_u16(), code: *code },
        ApiError::Faulty { status } => NotRegistered::Status { status: status.as_u16(), code: 0 },
        ApiError::Limited { wait } => NotRegistered::Limited { seconds: wait.as_secs().max(1) },
        ApiError::Unreachable { why } => NotRegistered::Silent { why },
        ApiError::Late => NotRegistered::Silent { why: "too late" },
        ApiError::Unreadable => NotRegistered::Unreadable,
    }
}
