//! The connection to Discord's gateway: kept for ever, given up only for what the operator must put right.
//!
//! The one idea: a session may end in any way; then another begins, after a pause that grows. What Discord closes for good ends
//! the service, with a line that says what to do.

mod address;
mod pace;
mod serenity_log;
mod session;
mod state;
mod watchdog;

use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use secrecy::SecretString;
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::{interval, sleep};

use self::address::AddressError;
use self::session::Session;
use self::state::State;
use super::api::Api;
use super::dispatch::Incoming;
use crate::service::configuration::Shard;
use crate::service::health::Readiness;
use crate::service::{Metrics, Shutdown};

pub use serenity_log::{Overheard, listen};

/// How often it is looked whether a session is stuck.
const LOOK: Duration = Duration::from_secs(1);
/// A session that lasted so long begins the pauses again.
const LASTING: Duration = Duration::from_mins(1);

/// As whom, and for which servers, a session is begun.
#[derive(Clone, Debug)]
pub(super) struct Login {
    pub(super) token: SecretString,
    pub(super) shard: Shard,
}

/// Where events go.
pub(super) type Events = UnboundedSender<Told>;

/// What the gateway tells.
#[derive(Debug)]
pub(super) enum Told {
    /// It is connected, as this application.
    Ready { application: u64 },
    /// Something to answer.
    Came(Incoming),
}

/// Why a session is over.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Loss {
    /// For good.
    Fatal(Fatal),
    /// For now.
    Broken(Broken),
}

/// What only the operator can put right.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fatal {
    /// 4004, or 401.
    Token,
    /// 4010.
    Shard,
    /// 4011.
    ShardingRequired,
    /// 4012.
    Version,
    /// 4013.
    IntentsInvalid,
    /// 4014.
    IntentsDisallowed,
    /// The operating system gives no thread.
    NoThread,
}

/// What another session may do without.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Broken {
    /// serenity gave up.
    Ended,
    /// 4003.
    NotAuthenticated,
    /// Its runtime stands still.
    Frozen,
    /// Connecting leads nowhere.
    Stuck,
}

impl Broken {
    /// What it is logged and counted as.
    fn as_str(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::NotAuthenticated => "not_authenticated",
            Self::Frozen => "frozen",
            Self::Stuck => "stuck",
        }
    }
}

/// Stays connected until it is to close, or cannot.
///
/// # Errors
/// What the operator must put right.
pub(super) async fn run(
    api: Api,
    login: Login,
    events: Events,
    readiness: Readiness,
    metrics: Metrics,
    mut overheard: Overheard,
    closing: Shutdown,
) -> Result<(), Fatal> {
    // Whoever watches sees from the start that it is not there yet.
    metrics.disconnected();
    let mut pauses = pace::pauses();
    loop {
        let address = tokio::select! {
            address = address(&api) => address?,
            () = closing.requested() => return Ok(()),
        };
        overheard.forget();
        let state = Arc::new(State::new(readiness.clone(), metrics.clone()));
        let frozen = watchdog::watch(&state).map_err(|_| Fatal::NoThread)?;
        let text = address.as_str().trim_end_matches('/').to_owned();
        let heard = overheard.clone();
        let mut session =
            Session::start(&login, text, Arc::clone(&state), events.clone()).map_err(|_| Fatal::NoThread)?;
        let loss = tokio::select! {
            loss = session.ended() => loss,
            loss = overheard.loss() => loss,
            Ok(()) = frozen => Loss::Broken(Broken::Frozen),
            () = stuck(&state, &heard) => Loss::Broken(Broken::Stuck),
            () = closing.requested() => {
                session.close().await;
                return Ok(());
            }
        };
        let broken = match loss {
            Loss::Fatal(fatal) => {
                state.disconnected();
                return Err(fatal);
            }
            Loss::Broken(broken) => broken,
        };
        state.lost(broken.as_str());
        if state.lasted().is_some_and(|time| time >= LASTING) {
            pauses = pace::pauses();
        }
        // A session that is left behind ends when it can: its stop is asked for as it is dropped.
        drop(session);
        let pause = pauses.next().unwrap_or(LASTING);
        tracing::warn!(
            reason = broken.as_str(),
            pause_ms = milliseconds(pause),
            "the gateway session ended, another begins"
        );
        tokio::select! {
            () = sleep(pause) => {}
            () = closing.requested() => return Ok(()),
        }
    }
}

/// Asks for the gateway's address until there is one.
async fn address(api: &Api) -> Result<Url, Fatal> {
    let mut pauses = pace::pauses();
    loop {
        match address::ask(api).await {
            Ok(address) => return Ok(address),
            Err(AddressError::Api(error)) if error.is_unauthorised() => return Err(Fatal::Token),
            Err(error) => {
                let pause = pauses.next().unwrap_or(LASTING);
                tracing::warn!(%error, pause_ms = milliseconds(pause), "no gateway address, asking again");
                sleep(pause).await;
            }
        }
    }
}

/// Returns once connecting leads nowhere; says meanwhile what could not be read.
async fn stuck(state: &State, overheard: &Overheard) {
    let mut looks = interval(LOOK);
    while !state.is_stuck() {
        looks.tick().await;
        let events = overheard.unreadable();
        if events > 0 {
            state.metrics().dropped("unreadable", events);
            tracing::warn!(events, "events of Discord's could not be read and were passed over");
        }
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
