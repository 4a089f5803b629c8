//! A stand-in for Discord: REST and gateway on loopback, real sockets, Discord's own rules.
//!
//! The one idea: the service cannot tell the difference, and every rule it breaks fails the test.

mod body;
pub(crate) mod endpoint;
mod fault;
mod frames;
mod gateway;
mod orders;
mod payload;
mod person;
mod reply;
mod rest;
mod routes;
mod session;
mod using;
mod world;
mod writing;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::spawn_local;

pub(crate) use fault::{Fault, On, Then};
pub(crate) use person::{Person, Place, string};
pub(crate) use reply::Reply;
pub(crate) use session::Order;
pub(crate) use world::{Event, Shared, World};

/// The application's id, which is its bot user's too.
pub(crate) const APPLICATION: &str = "1300000000000000001";
/// The one server.
pub(crate) const GUILD: &str = "1300000000000000002";
/// The server's channel.
pub(crate) const CHANNEL: &str = "1300000000000000003";
/// The bot's token, in the shape that Discord gives tokens; nobody else's.
pub(crate) const TOKEN: &str = "MTMwMDAwMDAwMDAwMDAwMDAwMQ.Gstand.in-for-discord-which-nobody-else-takes";

/// An address of the block that documents use; nobody is there.
pub(crate) const ELSEWHERE: &str = "198.51.100.1";

/// What the stand-in does unless a test says otherwise.
pub(crate) struct Settings {
    /// How often a client must send a heartbeat.
    pub(crate) heartbeat: Cell<Duration>,
    /// Answer an IDENTIFY by closing with this code.
    pub(crate) refuses_identify: Cell<Option<u16>>,
    /// Accept no websocket.
    pub(crate) gateway_refuses: Cell<bool>,
    /// Name this as the gateway instead of its own address.
    pub(crate) gateway_address: RefCell<Option<String>>,
    /// Name this for resuming instead of its own address.
    pub(crate) resume_address: RefCell<Option<String>>,
}

/// The stand-in.
pub(crate) struct Discord {
    /// Where REST listens.
    pub(crate) rest: SocketAddr,
    /// Where the gateway listens.
    pub(crate) gateway: SocketAddr,
    /// What happened.
    pub(crate) shared: Shared,
    /// What the stand-in does.
    pub(crate) settings: Settings,
    /// Where interactions go instead of the gateway.
    interactions: RefCell<Option<UnboundedSender<Value>>>,
    people: RefCell<Vec<String>>,
    transcript: RefCell<String>,
}

impl Discord {
    /// Listens on two ports of loopback, and serves until the runtime ends.
    pub(crate) async fn start() -> Rc<Self> {
        let rest = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let gateway = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let discord = Rc::new(Self {
            rest: rest.local_addr().expect("its address"),
            gateway: gateway.local_addr().expect("its address"),
            shared: Shared::default(),
            settings: Settings {
                heartbeat: Cell::new(Duration::from_millis(41_250)),
                refuses_identify: Cell::new(None),
                gateway_refuses: Cell::new(false),
                gateway_address: RefCell::default(),
                resume_address: RefCell::default(),
            },
            interactions: RefCell::default(),
            people: RefCell::default(),
            transcript: RefCell::default(),
        });
        spawn_local(rest::serve(rest, Rc::clone(&discord)));
        spawn_local(gateway::serve(gateway, Rc::clone(&discord)));
        discord
    }

    /// A person in the server; the same name is the same person.
    pub(crate) fn person(&self, name: &'static str) -> Person<'_> {
        let mut people = self.people.borrow_mut();
        let at = people.iter().position(|known| known == name).unwrap_or_else(|| {
            people.push(name.to_owned());
            people.len() - 1
        });
        Person::new(self, name, format!("12000000000000000{at:02}"))
    }

    /// Everything that was said and answered so far.
    pub(crate) fn transcript(&self) -> String {
        self.transcript.borrow().clone()
    }

    /// Adds to the transcript.
    pub(crate) fn transcribes(&self, text: &str) {
        self.transcript.borrow_mut().push_str(text);
    }

    /// Adds a reply to the transcript, set in.
    pub(crate) fn transcribes_reply(&self, reply: &Reply) {
        let lines: Vec<String> =
            reply.shown().lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect();
        self.transcribes(&lines.concat());
    }

    /// From now on so many of these requests go wrong.
    pub(crate) fn breaks(&self, on: On, then: Then, times: usize) {
        self.shared.change(|world| world.faults.push(Fault { on, then, times }));
    }

    /// Tells the connection that is open now something.
    pub(crate) fn orders(&self, order: Order) {
        self.shared.change(|world| world.connected().expect("the bot is connected").order(order));
    }

    /// Sends an event to the bot.
    pub(crate) fn dispatches(&self, kind: &str, data: &Value) {
        if let Some(interactions) = self.interactions.borrow().as_ref().filter(|_| kind == "INTERACTION_CREATE") {
            interactions.send(data.clone()).expect("they are posted as long as the stand-in is there");
            return;
        }
        self.shared.change(|world| {
            // Without a connection the event waits for a resumption, as at Discord.
            let connected = world.sessions.values().any(|session| session.connection.is_some());
            let mut sessions = world.sessions.values_mut().filter(|session| !session.forgotten);
            let session =
                if connected { sessions.find(|session| session.connection.is_some()) } else { sessions.next_back() };
            session.expect("a session").dispatch(kind, data);
        });
    }

    /// Ends every session: none can be resumed.
    pub(crate) fn forgets_sessions(&self) {
        self.shared.change(|world| world.sessions.values_mut().for_each(|session| session.forgotten = true));
    }

    /// An opcode without a number.
    pub(crate) fn sends_opcode(&self, opcode: u64, data: &Value) {
        self.orders(Order::Send(json!({ "op": opcode, "d": data, "s": null, "t": null })));
    }

    /// Waits until something named is so.
    pub(crate) fn until<'a, T: 'a>(
        &'a self,
        what: &'a str,
        within: Duration,
        look: impl Fn(&World) -> Option<T> + 'a,
    ) -> impl Future<Output = T> + 'a {
        self.shared.until(what, within, look)
    }

    /// Waits until the bot began or resumed at least so many sessions.
    pub(crate) async fn sessions_reach(&self, number: usize, within: Duration) {
        let enough = |world: &World| {
            (world.identified() + world.resumed() >= number && world.connected().is_some()).then_some(())
        };
        self.until(&format!("session number {number}"), within, enough).await;
    }
}
