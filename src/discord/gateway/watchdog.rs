//! A thread that notices when a session's runtime stands still.
//!
//! The one idea: after an empty close frame serenity reads a closed connection without ever waiting, and everything in its
//! runtime stands still until the next heartbeat is due. A thread of the operating system still runs; it sees that the pulse
//! stopped, and sends the shard the one message that ends it: a close, which fails on a closed connection.

use std::io;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;

use super::state::State;

/// How often the pulse is felt. The pulse itself beats as often.
pub(super) const BEAT: Duration = Duration::from_millis(250);
/// So many beats in a row must be missed. Counted, not timed: a machine that slept missed none.
const MISSED: u32 = 16;

/// Watches a session as long as it lasts; the receiver hears when it stands still.
pub(super) fn watch(state: &Arc<State>) -> io::Result<oneshot::Receiver<()>> {
    let (send, frozen) = oneshot::channel();
    let state = Arc::downgrade(state);
    thread::Builder::new().name("watchdog".to_owned()).spawn(move || feel(&state, send))?;
    Ok(frozen)
}

fn feel(state: &Weak<State>, frozen: oneshot::Sender<()>) {
    let (mut last, mut missed) = (0, 0);
    loop {
        thread::sleep(BEAT);
        let Some(state) = state.upgrade() else { return };
        let pulse = state.pulse();
        missed = if pulse == last { missed + 1 } else { 0 };
        last = pulse;
        if frozen.is_closed() {
            return;
        }
        if missed >= MISSED {
            if let Some(messenger) = state.messenger() {
                messenger.shutdown_clean();
            }
            // Nobody listens where the session has ended meanwhile.
            let _ = frozen.send(());
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_pulse_that_stops_is_noticed_and_one_that_beats_is_not() {
        let state = Arc::new(State::default());
        let mut frozen = watch(&state).expect("a thread");
        for _ in 0..MISSED + 8 {
            state.beat();
            tokio::time::sleep(BEAT).await;
        }
        assert!(frozen.try_recv().is_err(), "it beats");
        tokio::time::timeout(BEAT * (MISSED + 8), frozen).await.expect("in time").expect("noticed");
    }
}
