//! What was refused, told in the log without letting strangers fill it.
//!
//! The one idea: anybody can send what is refused, so a line is written at most every few seconds, with how many it stands for.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Between two lines.
const PAUSE: Duration = Duration::from_secs(10);

/// Counts refusals between two lines of the log.
#[derive(Debug, Default)]
pub(super) struct Refusals(Mutex<Told>);

#[derive(Debug, Default)]
struct Told {
    last: Option<Instant>,
    untold: u64,
}

impl Refusals {
    /// One more, for this reason.
    pub(super) fn note(&self, reason: &'static str) {
        if let Some(refused) = self.due(Instant::now()) {
            tracing::warn!(reason, refused, "requests were refused");
        }
    }

    /// How many a line stands for, where one is due.
    fn due(&self, now: Instant) -> Option<u64> {
        // A count cannot be left half done.
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.untold += 1;
        if told.last.is_some_and(|last| now.duration_since(last) < PAUSE) {
            return None;
        }
        told.last = Some(now);
        Some(std::mem::take(&mut told.untold))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_told_at_once_and_the_rest_together() {
        let refusals = Refusals::default();
        let begun = Instant::now();
        assert_eq!(refusals.due(begun), Some(1));
        for _ in 0..1000 {
            assert_eq!(refusals.due(begun + PAUSE / 2), None);
        }
        assert_eq!(refusals.due(begun + PAUSE), Some(1001));
    }
}
