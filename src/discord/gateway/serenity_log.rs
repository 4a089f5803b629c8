//! What serenity says only to its log: the codes with which Discord closes for good.
//!
//! The one idea: serenity 0.12.5 returns an error for three close codes; for others that are as final it logs a line and
//! connects again, or goes on reading a closed connection. The lines are fixed, since 0.12.5 is the last of its kind and
//! pinned; this layer reads their beginnings, where nothing that a server sends can stand.

use std::fmt::{Debug, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::watch;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Filter, Layer};
use tracing_subscriber::registry::LookupSpan;

use super::{Broken, Fatal, Loss};

const SHARD: &str = "serenity::gateway::shard";
const SOCKET: &str = "serenity::gateway::ws";

/// What was overheard.
#[derive(Clone, Debug)]
pub struct Overheard {
    loss: watch::Receiver<Option<Loss>>,
    unreadable: Arc<AtomicU64>,
}

/// The layer, and what it hears.
pub fn listen<S>() -> (impl Layer<S> + Send + Sync, Overheard)
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    let (send, loss) = watch::channel(None);
    let unreadable = Arc::new(AtomicU64::new(0));
    let listener = Listener { loss: send, unreadable: Arc::clone(&unreadable) };
    (listener.with_filter(Gateway), Overheard { loss, unreadable })
}

impl Overheard {
    /// Nothing, for where no layer listens.
    pub fn nothing() -> Self {
        Self { loss: watch::channel(None).1, unreadable: Arc::default() }
    }

    /// What has been heard so far belongs to a session that is over.
    pub(super) fn forget(&mut self) {
        self.loss.mark_unchanged();
    }

    /// Waits for a loss.
    pub(super) async fn loss(&mut self) -> Loss {
        loop {
            if self.loss.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
            if let Some(loss) = *self.loss.borrow_and_update() {
                return loss;
            }
        }
    }

    /// How many events could not be read since the last time.
    pub(super) fn unreadable(&self) -> u64 {
        self.unreadable.swap(0, Ordering::Relaxed)
    }
}

struct Listener {
    loss: watch::Sender<Option<Loss>>,
    unreadable: Arc<AtomicU64>,
}

impl<S: Subscriber> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        match event.metadata().target() {
            SHARD => {
                if let Some(loss) = line.0.split_once("] ").and_then(|(_, said)| meaning(said)) {
                    self.loss.send_replace(Some(loss));
                }
            }
            SOCKET if line.0.starts_with("Err de") => {
                self.unreadable.fetch_add(1, Ordering::Relaxed);
            }
            _ => {}
        }
    }
}

/// What a line of serenity's means.
fn meaning(said: &str) -> Option<Loss> {
    let losses = [
        ("Sent no authentication.", Loss::Broken(Broken::NotAuthenticated)),
        ("Sent invalid authentication", Loss::Fatal(Fatal::Token)),
        ("Sent invalid shard data.", Loss::Fatal(Fatal::Shard)),
        ("Shard has too many guilds.", Loss::Fatal(Fatal::ShardingRequired)),
        ("Unknown unclean close 4012:", Loss::Fatal(Fatal::Version)),
        ("Invalid gateway intents", Loss::Fatal(Fatal::IntentsInvalid)),
        ("Disallowed gateway intents", Loss::Fatal(Fatal::IntentsDisallowed)),
    ];
    losses.into_iter().find(|(line, _)| said.starts_with(line)).map(|(_, loss)| loss)
}

/// Lets through what the listener reads.
struct Gateway;

impl<S> Filter<S> for Gateway {
    fn enabled(&self, metadata: &tracing::Metadata<'_>, _: &Context<'_, S>) -> bool {
        metadata.is_event() && *metadata.level() <= Level::WARN && matches!(metadata.target(), SHARD | SOCKET)
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use tracing_subscriber::layer::SubscriberExt;

    use super::*;

    #[tokio::test]
    async fn final_close_codes_are_heard_and_nothing_else() {
        let (layer, mut overheard) = listen();
        let subscriber = tracing::Dispatch::new(tracing_subscriber::registry().with(layer));
        tracing::dispatcher::with_default(&subscriber, || {
            tracing::warn!(target: "serenity::gateway::shard", "[ShardInfo] Unknown unclean close 4000: x");
            tracing::warn!(target: "serenity::gateway::shard", "[x] Unknown unclean close 4000: \"] Shard has too many guilds.\"");
            tracing::warn!(target: "other", "[x] Shard has too many guilds.");
            tracing::warn!(target: "serenity::gateway::ws", "Err deserializing text: x; text: y");
        });
        assert!(!overheard.loss.has_changed().expect("the layer lives") && overheard.unreadable() == 1);
        let (layer, mut heard) = listen();
        let subscriber = tracing::Dispatch::new(tracing_subscriber::registry().with(layer));
        tracing::dispatcher::with_default(&subscriber, || {
            tracing::error!(target: "serenity::gateway::shard", "[ShardInfo {{ id: 0 }}] Shard has too many guilds.");
        });
        assert_eq!(heard.loss().await, Loss::Fatal(Fatal::ShardingRequired));
        overheard.forget();
    }
}
