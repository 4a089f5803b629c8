//! A pause before every connection, longer after each that did not last.
//!
//! The one idea: serenity reads the gateway's address from behind a lock each time it connects. Whoever holds that lock decides
//! when it may. serenity by itself would connect again at once and without end where a server accepts and closes.

use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use tokio::sync::Mutex;
use tokio::time::sleep;

use super::State;

/// How often the lock is lent when nobody is known to wait for it.
const TICK: Duration = Duration::from_millis(100);
/// The same before the first connection, which nothing is gained by holding up.
const FIRST_TICK: Duration = Duration::from_millis(2);
/// The second connection waits so long.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// No connection waits longer.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// A connection that lasted so long begins the count again.
const LASTING: Duration = Duration::from_mins(1);

/// The pauses between failures, with jitter.
pub(super) fn pauses() -> ExponentialBackoff {
    let pauses = ExponentialBuilder::default().with_min_delay(FIRST_PAUSE).with_max_delay(LONGEST_PAUSE);
    pauses.with_jitter().without_max_times().build()
}

/// Lends the address, for ever.
pub(super) async fn lend(address: Arc<Mutex<String>>, state: Arc<State>) {
    let mut pauses = self::pauses();
    let mut held = address.lock().await;
    let (mut tick, mut pause) = (FIRST_TICK, FIRST_TICK);
    loop {
        sleep(pause).await;
        drop(held);
        // The lock is fair: if it is gone at once, a connection waited for it and has begun.
        if let Ok(again) = address.try_lock() {
            held = again;
            pause = tick;
            continue;
        }
        if state.lasted().is_some_and(|time| time >= LASTING) {
            pauses = self::pauses();
        }
        pause = pauses.next().unwrap_or(LONGEST_PAUSE);
        tick = TICK;
        state.attempt(pause);
        tracing::info!(pause_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX), "connecting to the gateway");
        held = address.lock().await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_server_that_closes_at_once_is_not_stormed() {
        let address = Arc::new(Mutex::new("ws://127.0.0.1".to_owned()));
        tokio::spawn(lend(Arc::clone(&address), Arc::default()));
        tokio::task::yield_now().await;
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        // As serenity does: read the address, be closed, and again.
        tokio::spawn(async move {
            loop {
                drop(address.lock().await);
                counted.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
            }
        });
        sleep(Duration::from_mins(5)).await;
        let made = connections.load(Ordering::Relaxed);
        assert!((6..=20).contains(&made), "{made} connections in five minutes");
    }
}
