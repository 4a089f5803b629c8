//! What the stand-in knows: every request and frame, every interaction, message, command and session.
//!
//! The one idea: one state behind one lock, and one way to wait for it: `until` something named is so.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::sync::Notify;

use super::fault::Fault;
use super::session::Session;

/// Something that happened, in order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Event {
    /// A websocket was opened.
    Connected(usize),
    /// A new session was asked for, with what the client said of itself.
    Identified(usize, Value),
    /// A session was resumed, after so many events were sent again.
    Resumed(usize, usize),
    /// A heartbeat came, so long after the hello.
    Heartbeat(usize, Duration),
    /// The client closed with this code, or without one.
    ClientClosed(usize, Option<u16>),
    /// The connection is gone.
    Gone(usize),
    /// A fault befell a request.
    Befallen,
    /// The connection did what the test ordered, other than sending an event.
    Obeyed(usize),
    /// A REST request was answered with this status; 0 where it was not answered.
    Request(String, String, u16),
}

/// An interaction that a person began.
#[derive(Clone, Debug)]
pub(crate) struct Interaction {
    /// Its secret.
    pub(crate) token: String,
    /// 2 command, 3 component, 4 autocomplete.
    pub(crate) kind: u64,
    /// When Discord sent it.
    pub(crate) begun: Instant,
    /// The first acknowledgement: its type, and its data.
    pub(crate) acknowledged: Option<(u64, Value)>,
    /// How long that took.
    pub(crate) took: Option<Duration>,
    /// The message that `@original` names.
    pub(crate) original: Option<String>,
    /// Messages it brought after the first, in order.
    pub(crate) follow_ups: Vec<String>,
    /// The channel it happened in.
    pub(crate) channel: String,
    /// Whether Discord forgot it: everything is answered with 10062.
    pub(crate) expired: bool,
}

/// A message that the service sent.
#[derive(Clone, Debug)]
pub(crate) struct Posted {
    /// Where.
    pub(crate) channel: String,
    /// As the service wrote it, with later edits.
    pub(crate) body: Value,
    /// How often it was changed.
    pub(crate) edits: usize,
    /// Whether it was deleted.
    pub(crate) deleted: bool,
}

/// All of it.
#[derive(Default)]
pub(crate) struct World {
    /// In order.
    pub(crate) events: Vec<Event>,
    /// By id.
    pub(crate) interactions: HashMap<String, Interaction>,
    /// By id.
    pub(crate) posted: BTreeMap<String, Posted>,
    /// The commands registered: by server, or globally under an empty name.
    pub(crate) commands: BTreeMap<String, Value>,
    /// What the service did that Discord's rules or the product's forbid.
    pub(crate) violations: Vec<String>,
    /// What goes wrong next.
    pub(crate) faults: Vec<Fault>,
    /// Gateway sessions, by id.
    pub(crate) sessions: BTreeMap<String, Session>,
    /// Routes that were refused with 429, and when they may be asked again.
    pub(crate) not_before: HashMap<String, Instant>,
    /// How many websockets were opened.
    pub(crate) connections: usize,
    /// How many ids were given.
    pub(crate) ids: u64,
}

impl World {
    /// The next id; always the same ones in the same order, so that snapshots stay.
    pub(crate) fn id(&mut self) -> String {
        self.ids += 1;
        (1_400_000_000_000_000_000 + self.ids * 4_194_304).to_string()
    }

    /// How many events are of this kind.
    pub(crate) fn count(&self, is: impl Fn(&Event) -> bool) -> usize {
        self.events.iter().filter(|event| is(event)).count()
    }

    /// How many sessions were begun anew.
    pub(crate) fn identified(&self) -> usize {
        self.count(|event| matches!(event, Event::Identified(..)))
    }

    /// How many sessions were resumed.
    pub(crate) fn resumed(&self) -> usize {
        self.count(|event| matches!(event, Event::Resumed(..)))
    }

    /// A new connection of the bot takes the place of the one before, even where that one hangs.
    pub(crate) fn detach_all(&mut self) {
        self.sessions.values_mut().for_each(|session| session.connection = None);
    }

    /// The session that is connected now.
    pub(crate) fn connected(&self) -> Option<&Session> {
        self.sessions.values().find(|session| session.connection.is_some())
    }

    /// The statuses of the requests whose path ends so.
    pub(crate) fn answered(&self, ending: &str) -> Vec<u16> {
        let fits = |event: &Event| match event {
            Event::Request(_, path, status) if path.ends_with(ending) => Some(*status),
            _ => None,
        };
        self.events.iter().filter_map(fits).collect()
    }
}

/// The state, shared by the sockets and the test.
#[derive(Default)]
pub(crate) struct Shared {
    world: Mutex<World>,
    changed: Notify,
}

impl Shared {
    /// A look without a change.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.lock())
    }

    /// A change, which wakes those that wait.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let result = change(&mut self.lock());
        self.changed.notify_waiters();
        result
    }

    /// Notes an event.
    pub(crate) fn note(&self, event: Event) {
        self.change(|world| world.events.push(event));
    }

    /// Notes a broken rule, which fails the test at its end.
    pub(crate) fn violation(&self, what: String) {
        self.change(|world| world.violations.push(what));
    }

    /// Waits until `look` finds what it looks for.
    pub(crate) async fn until<T>(&self, what: &str, within: Duration, look: impl Fn(&World) -> Option<T>) -> T {
        let found = self.found(within, look).await;
        found.unwrap_or_else(|| panic!("waited {within:?} in vain for {what}. {}", self.lately()))
    }

    /// The same, where it may not happen.
    pub(crate) async fn found<T>(&self, within: Duration, look: impl Fn(&World) -> Option<T>) -> Option<T> {
        let waiting = async {
            loop {
                let changed = self.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if let Some(found) = self.look(&look) {
                    return found;
                }
                changed.await;
            }
        };
        tokio::time::timeout(within, waiting).await.ok()
    }

    /// The last things that happened, for a message of failure.
    pub(crate) fn lately(&self) -> String {
        let world = self.lock();
        let lines: Vec<String> = world.events.iter().rev().take(20).rev().map(|event| format!("  {event:?}")).collect();
        format!("What happened last:\n{}\nBroken rules: {:?}", lines.join("\n"), world.violations)
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().expect("no thread panicked while it held the state")
    }
}
