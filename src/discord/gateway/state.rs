//! What a session tells of itself: to the watchdog, to the pace, to whoever waits for it.
//!
//! The one idea: plain atomics and short locks, so that it can be read while the session's runtime stands still.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serenity::gateway::ShardMessenger;

use crate::service::Metrics;
use crate::service::health::Readiness;

/// A connection attempt that has led nowhere by then never will.
const STUCK: Duration = Duration::from_secs(30);

/// A session's state.
#[derive(Default)]
pub(super) struct State {
    pulse: AtomicU64,
    bot: AtomicU64,
    connection: Mutex<Connection>,
    messenger: Mutex<Option<ShardMessenger>>,
    readiness: Readiness,
    metrics: Metrics,
}

#[derive(Default)]
struct Connection {
    /// Since when it is connected.
    connected: Option<Instant>,
    /// When the attempt is given up.
    given_up: Option<Instant>,
}

impl State {
    pub(super) fn new(readiness: Readiness, metrics: Metrics) -> Self {
        let state = Self { readiness, metrics, ..Self::default() };
        locked(&state.connection).given_up = Some(Instant::now() + STUCK);
        state
    }

    /// Says that the runtime is alive.
    pub(super) fn beat(&self) {
        self.pulse.fetch_add(1, Ordering::Relaxed);
    }

    /// Changes as long as the runtime is alive.
    pub(super) fn pulse(&self) -> u64 {
        self.pulse.load(Ordering::Relaxed)
    }

    /// A connection is being made; the next one waits for this pause.
    pub(super) fn attempt(&self, pause: Duration) {
        self.disconnected();
        let mut connection = locked(&self.connection);
        connection.connected = None;
        connection.given_up = Some(Instant::now() + pause + STUCK);
    }

    /// Events come, as the bot with this id where that is told.
    pub(super) fn connected(&self, bot: Option<u64>, messenger: ShardMessenger) {
        if let Some(bot) = bot {
            self.bot.store(bot, Ordering::Relaxed);
        }
        *locked(&self.messenger) = Some(messenger);
        let mut connection = locked(&self.connection);
        connection.connected = Some(Instant::now());
        connection.given_up = None;
        self.readiness.set(true);
        self.metrics.connected(if bot.is_some() { "new" } else { "resumed" });
    }

    /// Events no longer come, or still do not. serenity does not always tell before it connects again.
    pub(super) fn disconnected(&self) {
        if self.readiness.is_ready() {
            self.lost("disconnected");
        } else {
            self.metrics.disconnected();
        }
    }

    /// Events no longer come, for this reason.
    pub(super) fn lost(&self, reason: &'static str) {
        self.readiness.set(false);
        self.metrics.lost(reason);
    }

    /// What is counted.
    pub(super) fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// How long the connection has lasted.
    pub(super) fn lasted(&self) -> Option<Duration> {
        locked(&self.connection).connected.map(|since| since.elapsed())
    }

    /// Whether an attempt leads nowhere.
    pub(super) fn is_stuck(&self) -> bool {
        locked(&self.connection).given_up.is_some_and(|moment| Instant::now() >= moment)
    }

    /// The bot's own id, 0 before it is known.
    pub(super) fn bot(&self) -> u64 {
        self.bot.load(Ordering::Relaxed)
    }

    /// The way to the shard, while it runs.
    pub(super) fn messenger(&self) -> Option<ShardMessenger> {
        locked(&self.messenger).clone()
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing that is done under these locks can leave them half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
