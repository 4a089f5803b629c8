//! Discord's gateway: hello, identify, resume with replay, heartbeats, and every way in which a connection can end.
//!
//! The one idea: a connection does what the protocol says until the test orders something else.

use std::collections::VecDeque;
use std::rc::Rc;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::spawn_local;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::{Error, Message};

use super::frames::Encoder;
use super::session::{Order, Session};
use super::world::Event;
use super::{APPLICATION, Discord, GUILD, TOKEN, payload};

/// Guild messages and direct messages; nothing else is needed, so nothing else may be asked for.
const INTENTS: u64 = (1 << 9) | (1 << 12);
/// A payload of a client may be this long, in bytes.
const LONGEST: usize = 4096;
/// So many payloads of a client in a minute.
const MOST_IN_A_MINUTE: usize = 120;

/// Serves the gateway until the runtime ends.
pub(crate) async fn serve(listener: TcpListener, discord: Rc<Discord>) {
    while let Ok((stream, _)) = listener.accept().await {
        let discord = Rc::clone(&discord);
        spawn_local(async move {
            if discord.settings.gateway_refuses.get() {
                return;
            }
            let Ok(socket) = tokio_tungstenite::accept_async(stream).await else { return };
            let number = discord.shared.change(|world| {
                world.connections += 1;
                world.events.push(Event::Connected(world.connections));
                world.connections
            });
            let (orders, inbox) = unbounded_channel();
            let encoder = Encoder::default();
            let sent = VecDeque::new();
            let connection = Connection { discord, number, socket, orders, encoder, acknowledges: true, sent };
            connection.run(inbox).await;
        });
    }
}

pub(super) struct Connection {
    pub(super) discord: Rc<Discord>,
    pub(super) number: usize,
    pub(super) socket: WebSocketStream<TcpStream>,
    orders: UnboundedSender<Order>,
    encoder: Encoder,
    pub(super) acknowledges: bool,
    sent: VecDeque<Instant>,
}

/// What comes of a frame or an order.
pub(super) enum Next {
    GoOn,
    End,
    Freeze,
}

impl Connection {
    async fn run(mut self, mut inbox: UnboundedReceiver<Order>) {
        let opened = Instant::now();
        let interval = self.discord.settings.heartbeat.get();
        let hello =
            json!({ "op": 10, "s": null, "t": null, "d": { "heartbeat_interval": millis(interval), "_trace": [] } });
        if self.send(&hello).await.is_ok() {
            loop {
                let next = tokio::select! {
                    frame = self.socket.next() => self.frame(frame, opened).await,
                    Some(order) = inbox.recv() => self.order(order).await,
                };
                match next {
                    Next::GoOn => {}
                    Next::End => break,
                    Next::Freeze => std::future::pending().await,
                }
            }
        }
        let number = self.number;
        self.discord.shared.change(|world| {
            for session in world.sessions.values_mut() {
                session.connection.take_if(|(connection, _)| *connection == number);
            }
            world.events.push(Event::Gone(number));
        });
    }

    pub(super) async fn send(&mut self, payload: &Value) -> Result<(), Error> {
        let message = self.encoder.message(payload);
        self.socket.send(message).await
    }

    async fn frame(&mut self, frame: Option<Result<Message, Error>>, opened: Instant) -> Next {
        let text = match frame {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Close(close))) => {
                let code = close.map(|frame| u16::from(frame.code));
                self.discord.shared.change(|world| {
                    world.events.push(Event::ClientClosed(self.number, code));
                    if matches!(code, Some(1000 | 1001)) {
                        // Discord ends the session of a client that says goodbye.
                        world
                            .sessions
                            .values_mut()
                            .filter(|session| session.is_on(self.number))
                            .for_each(|session| session.forgotten = true);
                    }
                });
                // Sending anything lets the library write its answer to the close.
                let _ = self.socket.flush().await;
                return Next::End;
            }
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => return Next::GoOn,
            Some(Ok(other)) => {
                self.discord.shared.violation(format!("the gateway got a frame that is not text: {other:?}"));
                return Next::End;
            }
            Some(Err(_)) | None => return Next::End,
        };
        self.keeps_limits(&text);
        let Ok(payload) = serde_json::from_str::<Value>(&text) else {
            self.discord.shared.violation(format!("the gateway got what is not JSON: {text}"));
            return self.close(4002).await;
        };
        match payload["op"].as_u64() {
            Some(1) => self.heartbeat(opened).await,
            Some(2) => self.identify(&payload["d"]).await,
            Some(6) => self.resume(&payload["d"]).await,
            Some(3 | 4 | 8) => Next::GoOn,
            _ => {
                self.discord.shared.violation(format!("the gateway got an unknown opcode: {text}"));
                self.close(4001).await
            }
        }
    }

    fn keeps_limits(&mut self, text: &str) {
        let now = Instant::now();
        self.sent.push_back(now);
        self.sent.retain(|sent| now.duration_since(*sent) < Duration::from_mins(1));
        if text.len() > LONGEST || self.sent.len() > MOST_IN_A_MINUTE {
            let (bytes, number) = (text.len(), self.sent.len());
            self.discord.shared.violation(format!("a gateway payload of {bytes} bytes, the {number}th in a minute"));
        }
    }

    async fn heartbeat(&mut self, opened: Instant) -> Next {
        self.discord.shared.note(Event::Heartbeat(self.number, opened.elapsed()));
        if self.acknowledges && self.send(&json!({ "op": 11, "d": null, "s": null, "t": null })).await.is_err() {
            return Next::End;
        }
        Next::GoOn
    }

    async fn identify(&mut self, data: &Value) -> Next {
        if data["compress"] == json!(true) {
            self.encoder.compress();
        }
        let mut said = data.clone();
        said["token"] = json!("(withheld)");
        self.discord.shared.note(Event::Identified(self.number, said));
        if !is_token(&data["token"]) {
            return self.close(4004).await;
        }
        if let Some(code) = self.discord.settings.refuses_identify.get() {
            return self.close(code).await;
        }
        if data["intents"].as_u64() != Some(INTENTS) {
            self.discord.shared.violation(format!("intents {} were asked for; {INTENTS} suffice", data["intents"]));
        }
        let named = self.discord.settings.resume_address.borrow().clone();
        let resume = named.unwrap_or_else(|| format!("ws://{}", self.discord.gateway));
        let orders = self.orders.clone();
        self.discord.shared.change(|world| {
            world.detach_all();
            let id = format!("session{}", world.sessions.len() + 1);
            let mut session = Session { connection: Some((self.number, orders)), ..Session::default() };
            let ready = json!({
                "v": 10, "user": payload::bot(), "guilds": [{ "id": GUILD, "unavailable": true }], "session_id": id,
                "resume_gateway_url": resume, "shard": data["shard"], "application": { "id": APPLICATION, "flags": 0 },
                "private_channels": [], "relationships": [], "_trace": ["stand-in"], "session_type": "normal",
            });
            session.dispatch("READY", &ready);
            world.sessions.insert(id, session);
        });
        Next::GoOn
    }

    async fn resume(&mut self, data: &Value) -> Next {
        let (id, sequence) = (data["session_id"].as_str().unwrap_or_default(), data["seq"].as_u64().unwrap_or(0));
        if !is_token(&data["token"]) {
            return self.close(4004).await;
        }
        let orders = self.orders.clone();
        let resumed = self.discord.shared.change(|world| {
            world.sessions.get(id).filter(|session| !session.forgotten)?;
            world.detach_all();
            let session = world.sessions.get_mut(id)?;
            let missed = session.after(sequence);
            let number = missed.len();
            session.connection = Some((self.number, orders));
            for payload in missed {
                session.order(Order::Send(payload));
            }
            session.dispatch("RESUMED", &json!({ "_trace": ["stand-in"] }));
            world.events.push(Event::Resumed(self.number, number));
            Some(())
        });
        // A session that is not known must be begun anew.
        let invalid = json!({ "op": 9, "d": false, "s": null, "t": null });
        if resumed.is_none() && self.send(&invalid).await.is_err() { Next::End } else { Next::GoOn }
    }
}

/// Discord takes the token in an IDENTIFY with the prefix that REST wants, too.
fn is_token(token: &Value) -> bool {
    token.as_str().is_some_and(|token| token.strip_prefix("Bot ").unwrap_or(token) == TOKEN)
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).expect("a short interval")
}
