//! A gateway session: its events by number, kept for the replay after a lost connection.
//!
//! The one idea: an event belongs to the session, not to the connection, so a resumed session gets exactly what it missed.

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

/// What the test tells a connection to do.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// Send this payload.
    Send(Value),
    /// Send this text as it is.
    Raw(String),
    /// Send a binary frame as it is.
    RawBinary(Vec<u8>),
    /// Close with this code, and wait for the answer.
    Close(u16),
    /// An empty close frame; then the end of the stream if so told.
    EmptyClose { end_of_stream: bool },
    /// The end of the stream without a close frame.
    EndOfStream,
    /// A reset.
    Reset,
    /// Keep silent from now on: nothing is acknowledged, nothing is answered.
    Freeze,
    /// No answer to heartbeats from now on; everything else goes on.
    StopAcknowledging,
}

/// A session.
#[derive(Debug, Default)]
pub(crate) struct Session {
    /// The number of the last event.
    pub(crate) sequence: u64,
    /// Every event with its number.
    pub(crate) history: Vec<(u64, Value)>,
    /// The connection that carries it now, and its number.
    pub(crate) connection: Option<(usize, UnboundedSender<Order>)>,
    /// Discord forgot it: it cannot be resumed.
    pub(crate) forgotten: bool,
}

impl Session {
    /// Numbers an event, keeps it, and sends it if there is a connection.
    pub(crate) fn dispatch(&mut self, kind: &str, data: &Value) {
        self.sequence += 1;
        let payload = json!({ "op": 0, "t": kind, "s": self.sequence, "d": data });
        self.history.push((self.sequence, payload.clone()));
        self.order(Order::Send(payload));
    }

    /// Tells the connection something; a lost connection hears nothing.
    pub(crate) fn order(&self, order: Order) {
        if let Some((_, connection)) = &self.connection {
            // A connection that ended a moment ago: the event stays in the history for the replay.
            let _ = connection.send(order);
        }
    }

    /// Whether this connection carries it.
    pub(crate) fn is_on(&self, number: usize) -> bool {
        self.connection.as_ref().is_some_and(|(connection, _)| *connection == number)
    }

    /// The events after this number.
    pub(crate) fn after(&self, sequence: u64) -> Vec<Value> {
        self.history.iter().filter(|(number, _)| *number > sequence).map(|(_, payload)| payload.clone()).collect()
    }
}
