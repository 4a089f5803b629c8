//! What the service counts, for whoever watches it.
//!
//! The one idea: a label's value is a text of this program's own, `&'static str`, so nothing that people write or are can become
//! one, and there are as many series after a year as at the start: all of them are there from the start.

mod exposition;
mod state;

use std::time::Duration;

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;

pub use exposition::routes;

/// What comes from people.
pub const KINDS: [&str; 7] = ["autocomplete", "command", "component", "delete", "menu", "message", "unknown"];
/// What became of an answer on its way: taken, no longer wanted, or not taken.
pub const DELIVERIES: [&str; 3] = ["delivered", "unwanted", "undelivered"];
/// What an answer was.
pub const OUTCOMES: [&str; 3] = ["answered", "choices", "unknown"];
/// Why an event was passed over.
pub const DROPS: [&str; 3] = ["crowded", "repeated", "unreadable"];
/// Why a request to the endpoint was refused.
pub const REFUSALS: [&str; 11] = [
    "another_application",
    "body_broken",
    "body_too_large",
    "body_too_slow",
    "busy",
    "not_an_interaction",
    "not_json",
    "signature_malformed",
    "signature_missing",
    "signature_stale",
    "signature_wrong",
];
/// How a connection to the gateway began.
pub const STARTS: [&str; 2] = ["new", "resumed"];
/// Why a connection to the gateway was lost.
pub const LOSSES: [&str; 5] = ["disconnected", "ended", "frozen", "not_authenticated", "stuck"];
/// What came of one try to reach Discord's REST interface.
pub const CALLS: [&str; 7] = ["done", "faulty", "late", "limited", "refused", "unreachable", "unreadable"];
/// What came of registering the commands.
pub const REGISTRATIONS: [&str; 3] = ["changed", "failed", "unchanged"];
/// What came of reading the knowledge again.
pub const RELOADS: [&str; 3] = ["failed", "loaded", "unchanged"];

/// Seconds from an event's arrival to its answer's delivery. An answer itself takes well below a millisecond, so the low bounds
/// measure the way to Discord and back; those from 1 to 3 tell how near to Discord's limit of 3 s it comes; the last ones
/// are for messages in channels, which may take 20 s.
const ANSWER_SECONDS: [f64; 15] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0, 10.0, 20.0];
/// Seconds of reading the knowledge again: some hundred entries take milliseconds, fifty thousand some seconds.
const RELOAD_SECONDS: [f64; 8] = [0.01, 0.025, 0.1, 0.25, 1.0, 2.5, 10.0, 30.0];

/// A label's name and value.
type Label = (&'static str, &'static str);

/// The counters; every clone counts for the same service.
#[derive(Clone, Debug)]
pub struct Metrics {
    interactions: Family<[Label; 2], Counter>,
    answers: Family<[Label; 1], Counter>,
    answer_seconds: Family<[Label; 1], Histogram, fn() -> Histogram>,
    in_flight: Gauge,
    dropped: Family<[Label; 1], Counter>,
    refused: Family<[Label; 1], Counter>,
    defects: Counter,
    /// Without a gateway there is nothing to say of it.
    gateway_connected: Family<[Label; 0], Gauge>,
    gateway_connections: Family<[Label; 1], Counter>,
    gateway_losses: Family<[Label; 1], Counter>,
    calls: Family<[Label; 1], Counter>,
    registrations: Family<[Label; 1], Counter>,
    reloads: Family<[Label; 1], Counter>,
    reload_seconds: Histogram,
}

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            interactions: Family::default(),
            answers: Family::default(),
            answer_seconds: Family::new_with_constructor(|| Histogram::new(ANSWER_SECONDS)),
            in_flight: Gauge::default(),
            dropped: Family::default(),
            refused: Family::default(),
            defects: Counter::default(),
            gateway_connected: Family::default(),
            gateway_connections: Family::default(),
            gateway_losses: Family::default(),
            calls: Family::default(),
            registrations: Family::default(),
            reloads: Family::default(),
            reload_seconds: Histogram::new(RELOAD_SECONDS),
        };
        for kind in KINDS {
            drop(metrics.answer_seconds.get_or_create(&[("kind", kind)]));
            for delivery in DELIVERIES {
                drop(metrics.interactions.get_or_create(&[("kind", kind), ("outcome", delivery)]));
            }
        }
        let of_one_label: [(&Family<_, Counter>, &str, &[&str]); 8] = [
            (&metrics.answers, "outcome", &OUTCOMES),
            (&metrics.dropped, "reason", &DROPS),
            (&metrics.refused, "reason", &REFUSALS),
            (&metrics.gateway_connections, "start", &STARTS),
            (&metrics.gateway_losses, "reason", &LOSSES),
            (&metrics.calls, "result", &CALLS),
            (&metrics.registrations, "result", &REGISTRATIONS),
            (&metrics.reloads, "result", &RELOADS),
        ];
        for (family, label, values) in of_one_label {
            for value in values {
                drop(family.get_or_create(&[(label, value)]));
            }
        }
        metrics
    }
}

impl Metrics {
    /// An answer went out, or did not. `kind` is one of `KINDS`, `delivery` of `DELIVERIES`.
    pub fn delivered(&self, kind: &'static str, delivery: &'static str, took: Duration) {
        self.interactions.get_or_create(&[("kind", kind), ("outcome", delivery)]).inc();
        self.answer_seconds.get_or_create(&[("kind", kind)]).observe(took.as_secs_f64());
    }

    /// A question was answered, in one of `OUTCOMES`.
    pub fn answered(&self, outcome: &'static str) {
        self.answers.get_or_create(&[("outcome", outcome)]).inc();
    }

    /// An answer is in hand until what is returned goes.
    pub fn in_hand(&self) -> InHand {
        self.in_flight.inc();
        InHand(self.in_flight.clone())
    }

    /// An event was passed over, for one of `DROPS`.
    pub fn dropped(&self, reason: &'static str, events: u64) {
        self.dropped.get_or_create(&[("reason", reason)]).inc_by(events);
    }

    /// A request to the endpoint was refused, for one of `REFUSALS`.
    pub fn refused(&self, reason: &'static str) {
        self.refused.get_or_create(&[("reason", reason)]).inc();
    }

    /// A defect cost an answer.
    pub fn defect(&self) {
        self.defects.inc();
    }

    /// The gateway was connected to, in one of `STARTS`.
    pub fn connected(&self, start: &'static str) {
        self.gateway_connected.get_or_create(&[]).set(1);
        self.gateway_connections.get_or_create(&[("start", start)]).inc();
    }

    /// Nothing comes from the gateway now.
    pub fn disconnected(&self) {
        self.gateway_connected.get_or_create(&[]).set(0);
    }

    /// The connection to the gateway was lost, for one of `LOSSES`.
    pub fn lost(&self, reason: &'static str) {
        self.disconnected();
        self.gateway_losses.get_or_create(&[("reason", reason)]).inc();
    }

    /// Discord's REST interface was tried, with one of `CALLS`.
    pub fn called(&self, result: &'static str) {
        self.calls.get_or_create(&[("result", result)]).inc();
    }

    /// The commands were registered, with one of `REGISTRATIONS`.
    pub fn registered(&self, result: &'static str) {
        self.registrations.get_or_create(&[("result", result)]).inc();
    }

    /// The knowledge was read again, with one of `RELOADS`.
    pub fn reloaded(&self, result: &'static str, took: Duration) {
        self.reloads.get_or_create(&[("result", result)]).inc();
        self.reload_seconds.observe(took.as_secs_f64());
    }
}

/// An answer in hand.
#[derive(Debug)]
pub struct InHand(Gauge);

impl Drop for InHand {
    fn drop(&mut self) {
        self.0.dec();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn counting_an_answer_costs_next_to_nothing() {
        const ANSWERS: u32 = 20_000;
        let metrics = Metrics::default();
        let begun = Instant::now();
        for _ in 0..ANSWERS {
            let in_hand = metrics.in_hand();
            metrics.called("done");
            metrics.answered("answered");
            metrics.delivered("command", "delivered", Duration::from_millis(3));
            drop(in_hand);
        }
        let each = begun.elapsed() / ANSWERS;
        println!("counting an answer takes {each:?}");
        // An answer takes some hundred microseconds, the way to Discord some ten thousand.
        assert!(each < Duration::from_micros(100), "{each:?}");
    }
}
