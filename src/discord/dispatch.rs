//! From what came in to what was sent: one task an event, none of which can hurt another.
//!
//! The one idea: an event is answered once, by a task that is counted, so that the end of the service can wait for all of them;
//! a defect costs the one answer in which it showed.

use std::collections::{HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Serialize;
use serenity::http::{LightMethod, Route};
use serenity::model::id::{ApplicationId, ChannelId, InteractionId};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tracing::Instrument;

use super::api::{Api, ApiError, Patience};
use super::incoming::{Action, Interaction, TextMessage};
use super::outgoing::body::InteractionAnswer;
use super::responder::{Outgoing, Responder, Sent, broken, broken_message};
use crate::message::Outcome;
use crate::service::Metrics;

/// As many answers as are on their way at once; more than that, and Discord is not taking them.
const IN_FLIGHT: usize = 512;
/// As many events as are remembered, so that one that is told twice is answered once.
const REMEMBERED: usize = 4096;

/// The kind under which suggestions are logged.
const AUTOCOMPLETE: &str = "autocomplete";
/// The kind under which the second step of a deletion is logged.
pub(super) const DELETE: &str = "delete";
/// The kind under which answers in channels are logged.
const MESSAGE: &str = "message";

/// Something to answer.
#[derive(Debug)]
pub(super) enum Incoming {
    Interaction(Interaction),
    Message(TextMessage),
}

/// Answers events.
pub(super) struct Dispatch {
    desk: Arc<Desk>,
    room: Arc<Semaphore>,
    tasks: JoinSet<()>,
    seen: Seen,
    /// How many events there were: each has its number in the log, which says nothing of who sent it.
    taken: u64,
}

/// What every answer needs.
struct Desk {
    responder: Responder,
    api: Api,
    metrics: Metrics,
}

impl Dispatch {
    pub(super) fn new(responder: Responder, api: Api, metrics: Metrics) -> Self {
        Self {
            desk: Arc::new(Desk { responder, api, metrics }),
            taken: 0,
            room: Arc::new(Semaphore::new(IN_FLIGHT)),
            tasks: JoinSet::new(),
            seen: Seen::default(),
        }
    }

    /// Begins to answer, unless it was answered before or too much is in hand.
    pub(super) fn take(&mut self, incoming: Incoming) {
        while self.tasks.try_join_next().is_some() {}
        let id = match &incoming {
            Incoming::Interaction(interaction) => interaction.id,
            Incoming::Message(message) => message.id,
        };
        if !self.seen.is_new(id) {
            self.desk.metrics.dropped("repeated", 1);
            tracing::info!("an event came twice and was answered once");
            return;
        }
        let Ok(place) = Arc::clone(&self.room).try_acquire_owned() else {
            self.desk.metrics.dropped("crowded", 1);
            tracing::warn!(in_flight = IN_FLIGHT, "an event was dropped, too many answers are on their way");
            return;
        };
        self.taken += 1;
        let kind = match &incoming {
            Incoming::Interaction(interaction) => kind(&interaction.action),
            Incoming::Message(_) => MESSAGE,
        };
        // Of the highest level, so that a log of errors alone has it too.
        let span = tracing::error_span!("event", number = self.taken, kind);
        let (desk, started, in_hand) = (Arc::clone(&self.desk), Instant::now(), self.desk.metrics.in_hand());
        let answering = async move {
            match incoming {
                Incoming::Interaction(interaction) => desk.interaction(&interaction, kind, started).await,
                Incoming::Message(message) => desk.message(&message, kind, started).await,
            }
            drop((place, in_hand));
        };
        self.tasks.spawn(answering.instrument(span));
    }

    /// Waits for the answers in hand.
    pub(super) async fn finish(&mut self, at_most: Duration) {
        let all = async { while self.tasks.join_next().await.is_some() {} };
        if timeout(at_most, all).await.is_err() {
            tracing::warn!(answers = self.tasks.len(), "answers were given up at the end");
        }
    }
}

impl Desk {
    async fn interaction(&self, interaction: &Interaction, kind: &'static str, started: Instant) {
        let made = guarded(
            &self.metrics,
            || self.responder.interaction(interaction),
            || Outgoing::defect(broken(interaction)),
        );
        let answer = match &made.body {
            Sent::Answer(answer) => answer.clone(),
            Sent::Deletion => InteractionAnswer::heard(),
        };
        let route = Route::InteractionResponse {
            interaction_id: InteractionId::new(interaction.id.max(1)),
            token: &interaction.token,
        };
        let result = self.post(route, &answer, Patience::INTERACTION).await;
        done(&self.metrics, kind, made.outcome, started, &result);
        if made.body == Sent::Deletion && result.is_ok() {
            let route = Route::WebhookOriginalInteractionResponse {
                application_id: ApplicationId::new(interaction.application.max(1)),
                token: &interaction.token,
            };
            let result = self.api.send(route, LightMethod::Delete, None, Patience::MESSAGE).await;
            done(&self.metrics, DELETE, None, started, &result);
        }
    }

    async fn message(&self, message: &TextMessage, kind: &'static str, started: Instant) {
        let made =
            guarded(&self.metrics, || self.responder.message(message), || Outgoing::defect(broken_message(message)));
        let route = Route::ChannelMessages { channel_id: ChannelId::new(message.channel.max(1)) };
        let result = self.post(route, &made.body, Patience::MESSAGE).await;
        done(&self.metrics, kind, made.outcome, started, &result);
    }

    async fn post(&self, route: Route<'_>, body: &impl Serialize, patience: Patience) -> Result<(), ApiError> {
        let body = serde_json::to_vec(body).map_err(|_| ApiError::Unreadable)?;
        self.api.send(route, LightMethod::Post, Some(body), patience).await
    }
}

/// Makes an answer; of a defect, the polite answer instead of the end of the task.
pub(super) fn guarded<T>(metrics: &Metrics, make: impl FnOnce() -> T, instead: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_| {
        metrics.defect();
        instead()
    })
}

/// Logs and counts what became of an answer.
pub(super) fn done(
    metrics: &Metrics,
    kind: &'static str,
    outcome: Option<Outcome>,
    started: Instant,
    result: &Result<(), ApiError>,
) {
    let took = started.elapsed();
    let duration_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    let outcome = outcome.map(Outcome::as_str);
    if let Some(outcome) = outcome {
        metrics.answered(outcome);
    }
    let delivery = match result {
        // One a keystroke would drown everything else.
        Ok(()) if kind == AUTOCOMPLETE => {
            tracing::debug!(kind, duration_ms, "answered");
            "delivered"
        }
        Ok(()) => {
            tracing::info!(kind, outcome, duration_ms, "answered");
            "delivered"
        }
        Err(error) if error.is_over() => {
            tracing::warn!(kind, duration_ms, %error, "an answer was no longer wanted");
            "unwanted"
        }
        Err(error) => {
            tracing::error!(kind, duration_ms, %error, "an answer was not delivered");
            "undelivered"
        }
    };
    metrics.delivered(kind, delivery, took);
}

/// As the log and the metrics name what was done.
pub(super) fn kind(action: &Action) -> &'static str {
    match action {
        Action::Command(_) => "command",
        Action::Menu { .. } => "menu",
        Action::Autocomplete { .. } => AUTOCOMPLETE,
        Action::Press(_) => "component",
        Action::Unknown => "unknown",
    }
}

/// The last events.
#[derive(Debug, Default)]
struct Seen {
    ids: HashSet<u64>,
    order: VecDeque<u64>,
}

impl Seen {
    /// Whether an event is seen for the first time.
    fn is_new(&mut self, id: u64) -> bool {
        if !self.ids.insert(id) {
            return false;
        }
        self.order.push_back(id);
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.ids.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_new_once_and_memory_is_bounded() {
        let mut seen = Seen::default();
        assert!(seen.is_new(1) && !seen.is_new(1));
        for id in 2..20_000 {
            assert!(seen.is_new(id));
        }
        assert_eq!((seen.ids.len(), seen.order.len()), (REMEMBERED, REMEMBERED));
    }

    #[test]
    fn a_defect_costs_one_answer() {
        #[expect(clippy::unnecessary_literal_unwrap, reason = "this is the defect")]
        let defect = || None::<&str>.expect("a defect, on purpose");
        let metrics = Metrics::default();
        assert_eq!(guarded(&metrics, defect, || "instead"), "instead");
        assert_eq!(guarded(&metrics, || "fine", || "instead"), "fine");
    }
}
