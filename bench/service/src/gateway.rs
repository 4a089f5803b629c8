//! Discord's side over the gateway: a websocket that sends events, and REST that takes the answers.

use std::collections::HashMap;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{any, get, post};
use futures_util::future::try_join_all;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

use crate::interactions::{APPLICATION, interaction};

/// A subject that takes longer for anything has failed.
const LONGEST: Duration = Duration::from_secs(30);

/// The stand-in.
pub struct Discord {
    /// Where REST listens.
    pub rest: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    /// Who waits for the answer to an interaction.
    waiting: Mutex<HashMap<String, oneshot::Sender<Instant>>>,
    /// Where events go, once somebody has identified.
    events: watch::Sender<Option<mpsc::UnboundedSender<String>>>,
    numbers: std::sync::atomic::AtomicUsize,
}

impl Discord {
    /// Listens on loopback.
    pub async fn start() -> Result<Self, Box<dyn Error>> {
        let (rest, gateway) = (TcpListener::bind(("127.0.0.1", 0)).await?, TcpListener::bind(("127.0.0.1", 0)).await?);
        let (address, url) = (rest.local_addr()?, format!("ws://{}", gateway.local_addr()?));
        let shared = Arc::new(Shared::default());
        let answer = json!({
            "url": url, "shards": 1,
            "session_start_limit": { "total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1 },
        });
        let answer = answer.to_string();
        let gateway_address = move || async move { answer };
        let routes = Router::new()
            .route("/api/v10/gateway", get(gateway_address.clone()))
            .route("/api/v10/gateway/bot", get(gateway_address))
            .route("/api/v10/interactions/{id}/{token}/callback", post(callback))
            .route("/api/v10/{*rest}", any(|| async { "[]" }))
            .with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(rest, routes).await });
        let sessions = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((stream, _)) = gateway.accept().await {
                let shared = Arc::clone(&sessions);
                tokio::spawn(async move { session(stream, &shared).await });
            }
        });
        Ok(Self { rest: address, shared })
    }

    /// Whoever was connected is gone.
    pub fn forgets(&self) {
        self.shared.events.send_replace(None);
    }

    /// Waits until a client has identified.
    pub async fn identified(&self) -> Result<(), Box<dyn Error>> {
        let mut events = self.shared.events.subscribe();
        let open = |events: &Option<mpsc::UnboundedSender<String>>| events.as_ref().is_some_and(|open| !open.is_closed());
        timeout(LONGEST, events.wait_for(open)).await??;
        Ok(())
    }

    /// One after the other, each timed from its dispatch to the arrival of its answer.
    pub async fn timed(&self, count: usize) -> Result<Vec<Duration>, Box<dyn Error>> {
        let mut took = Vec::with_capacity(count);
        for _ in 0..count {
            took.push(self.one().await?);
        }
        Ok(took)
    }

    /// So many, some of them at once.
    pub async fn many(&self, count: usize, at_once: usize) -> Result<(), Box<dyn Error>> {
        let one = async || -> Result<(), Box<dyn Error>> {
            for _ in 0..count / at_once {
                self.one().await?;
            }
            Ok(())
        };
        try_join_all((0..at_once).map(|_| one())).await?;
        Ok(())
    }

    async fn one(&self) -> Result<Duration, Box<dyn Error>> {
        let number = self.shared.numbers.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let interaction = interaction(number);
        let id = interaction["id"].as_str().unwrap_or_default().to_owned();
        let event = json!({ "op": 0, "t": "INTERACTION_CREATE", "s": number + 2, "d": interaction }).to_string();
        let (send, answered) = oneshot::channel();
        self.shared.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(id, send);
        let events = self.shared.events.borrow().clone().ok_or("nobody is connected")?;
        let begun = Instant::now();
        events.send(event)?;
        let answered = timeout(LONGEST, answered).await??;
        Ok(answered - begun)
    }
}

async fn callback(State(shared): State<Arc<Shared>>, Path((id, _)): Path<(String, String)>, _: String) -> StatusCode {
    let now = Instant::now();
    let waiting = shared.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    if let Some(waiting) = waiting {
        // Whoever waited may have given up.
        let _ = waiting.send(now);
    }
    StatusCode::NO_CONTENT
}

/// One connection to the gateway.
async fn session(stream: TcpStream, shared: &Shared) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut socket = tokio_tungstenite::accept_async(stream).await.ok()?;
    let hello = json!({ "op": 10, "s": null, "t": null, "d": { "heartbeat_interval": 41_250 } });
    socket.send(Message::Text(hello.to_string())).await.ok()?;
    let (events, mut sent) = mpsc::unbounded_channel::<String>();
    loop {
        tokio::select! {
            Some(event) = sent.recv() => socket.send(Message::Text(event)).await.ok()?,
            frame = socket.next() => {
                let Message::Text(text) = frame?.ok()? else { continue };
                let payload: Value = serde_json::from_str(&text).ok()?;
                let answer = match payload["op"].as_u64()? {
                    1 => json!({ "op": 11, "s": null, "t": null, "d": null }),
                    2 => ready(),
                    _ => continue,
                };
                socket.send(Message::Text(answer.to_string())).await.ok()?;
                if payload["op"] == 2 {
                    shared.events.send_replace(Some(events.clone()));
                }
            }
        }
    }
}

fn ready() -> Value {
    let user = json!({
        "id": APPLICATION, "username": "iom-maldives", "global_name": null, "discriminator": "0", "avatar": null, "bot": true,
        "mfa_enabled": false, "verified": true, "email": null, "flags": 0,
    });
    json!({
        "op": 0, "t": "READY", "s": 1,
        "d": {
            "v": 10, "user": user, "guilds": [], "session_id": "a", "resume_gateway_url": "ws://127.0.0.1", "shard": [0, 1],
            "application": { "id": APPLICATION, "flags": 0 },
        },
    })
}
