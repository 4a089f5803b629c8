//! One run of serenity's client, on a runtime and a thread of its own.
//!
//! The one idea: whatever serenity does to its runtime, nothing else stands on it. Events leave it through a channel; it is
//! asked to end, and left behind if it does not.

use std::io;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serenity::all::{
    Context, Event, EventHandler, GatewayIntents, Interaction, Message, RawEventHandler, Ready, ResumedEvent,
};
use serenity::futures::StreamExt;
use serenity::gateway::{ConnectionStage, GatewayError, ShardManager, ShardManagerOptions, ShardStageUpdateEvent};
use serenity::http::HttpBuilder;
use serenity::model::id::ShardId;
use serenity::prelude::TypeMap;
use tokio::sync::{Mutex, RwLock, oneshot, watch};
use tokio::time::{sleep, timeout};

use secrecy::ExposeSecret;

use super::state::State;
use super::watchdog::BEAT;
use super::{Broken, Events, Fatal, Login, Loss, Told, pace};
use crate::discord::dispatch::Incoming;
use crate::discord::incoming;

/// Messages in servers and direct messages. What is written to the bot is delivered with these; no other is needed, and none
/// that Discord must permit.
const INTENTS: GatewayIntents = GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);
/// A peer that answers a close does so in this time.
const CLOSING: Duration = Duration::from_secs(2);
/// Closing that took less was not the peer's answer: a notice of serenity's was left from an earlier connection.
const STALE: Duration = Duration::from_millis(5);

/// A session that runs.
pub(super) struct Session {
    stop: watch::Sender<bool>,
    ended: oneshot::Receiver<Loss>,
}

impl Session {
    /// Begins a session with the gateway at this address.
    pub(super) fn start(login: &Login, address: String, state: Arc<State>, events: Events) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            // One worker: if it stands still, all of it does, and the pulse tells.
            .worker_threads(1)
            .thread_name("gateway-worker")
            .enable_all()
            .build()?;
        let (stop, stops) = watch::channel(false);
        let (send, ended) = oneshot::channel();
        let login = login.clone();
        thread::Builder::new().name("gateway".to_owned()).spawn(move || {
            let loss = runtime.block_on(run(login, address, state, events, stops));
            // Nobody listens where the session was left behind.
            let _ = send.send(loss);
            runtime.shutdown_background();
        })?;
        Ok(Self { stop, ended })
    }

    /// Waits for its end.
    pub(super) async fn ended(&mut self) -> Loss {
        (&mut self.ended).await.unwrap_or(Loss::Broken(Broken::Ended))
    }

    /// Closes the connection as Discord wants it, and waits for that, within bounds.
    pub(super) async fn close(mut self) {
        self.stop.send_replace(true);
        if timeout(CLOSING * 2, self.ended()).await.is_err() {
            tracing::warn!("the gateway did not close in time");
        }
    }
}

async fn run(
    Login { token, shard }: Login,
    address: String,
    state: Arc<State>,
    events: Events,
    mut stop: watch::Receiver<bool>,
) -> Loss {
    let beating = Arc::clone(&state);
    tokio::spawn(async move {
        loop {
            beating.beat();
            sleep(BEAT).await;
        }
    });
    let address = Arc::new(Mutex::new(address));
    tokio::spawn(pace::lend(Arc::clone(&address), Arc::clone(&state)));
    let handler = Arc::new(Handler { state, events });
    // serenity wants it for the token alone: nothing here calls REST through it.
    let http = HttpBuilder::new(token.expose_secret()).ratelimiter_disabled(true).build();
    let (manager, mut returned) = ShardManager::new(ShardManagerOptions {
        data: Arc::new(RwLock::new(TypeMap::new())),
        event_handlers: vec![Arc::clone(&handler) as Arc<dyn EventHandler>],
        raw_event_handlers: vec![handler],
        shard_index: shard.id,
        shard_init: 1,
        shard_total: shard.count,
        ws_url: address,
        http: Arc::new(http),
        intents: INTENTS,
        presence: None,
    });
    if manager.initialize().is_err() {
        return Loss::Broken(Broken::Ended);
    }
    tokio::select! {
        result = returned.next() => match result {
            Some(Err(error)) => loss(&error),
            _ => Loss::Broken(Broken::Ended),
        },
        _ = stop.wait_for(|stops| *stops) => {
            close(&manager, ShardId(shard.id)).await;
            Loss::Broken(Broken::Ended)
        }
    }
}

/// Sends a close and waits for the peer's.
async fn close(manager: &ShardManager, shard: ShardId) {
    if !manager.has(shard).await {
        return;
    }
    let begun = Instant::now();
    let _ = timeout(CLOSING, manager.shutdown(shard, 1000)).await;
    if begun.elapsed() < STALE {
        let _ = timeout(CLOSING, manager.shutdown(shard, 1000)).await;
    }
}

fn loss(error: &GatewayError) -> Loss {
    match error {
        GatewayError::InvalidAuthentication => Loss::Fatal(Fatal::Token),
        GatewayError::InvalidGatewayIntents => Loss::Fatal(Fatal::IntentsInvalid),
        GatewayError::DisallowedGatewayIntents => Loss::Fatal(Fatal::IntentsDisallowed),
        GatewayError::InvalidShardData => Loss::Fatal(Fatal::Shard),
        GatewayError::OverloadedShard => Loss::Fatal(Fatal::ShardingRequired),
        _ => Loss::Broken(Broken::Ended),
    }
}

/// Hands events on; does nothing else, since it runs where serenity may stand still.
struct Handler {
    state: Arc<State>,
    events: Events,
}

#[serenity::async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, ready: Ready) {
        self.state.connected(Some(ready.user.id.get()), context.shard);
        tracing::info!("connected to Discord");
        self.tell(Told::Ready { application: ready.application.id.get() });
    }

    async fn resume(&self, context: Context, _: ResumedEvent) {
        self.state.connected(None, context.shard);
        tracing::info!("connected to Discord again, nothing was missed");
    }

    async fn shard_stage_update(&self, _: Context, update: ShardStageUpdateEvent) {
        if update.new != ConnectionStage::Connected {
            self.state.disconnected();
        }
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        if let Some(interaction) = incoming::interaction(&interaction) {
            self.tell(Told::Came(Incoming::Interaction(interaction)));
        }
    }

    async fn message(&self, _: Context, message: Message) {
        if let Some(message) = incoming::text_message(&message, self.state.bot()) {
            self.tell(Told::Came(Incoming::Message(message)));
        }
    }
}

#[serenity::async_trait]
impl RawEventHandler for Handler {
    /// serenity calls an event unknown as well where it could not read it: somebody may wait for the answer to one.
    async fn raw_event(&self, _: Context, event: Event) {
        let Event::Unknown(unknown) = event else { return };
        if unknown.kind != "INTERACTION_CREATE" {
            tracing::debug!("an event of an unknown kind was passed over");
            return;
        }
        self.state.metrics().dropped("unreadable", 1);
        tracing::warn!("an interaction could not be read");
        if let Some(interaction) = incoming::unreadable(&unknown.value) {
            self.tell(Told::Came(Incoming::Interaction(interaction)));
        }
    }
}

impl Handler {
    fn tell(&self, told: Told) {
        // Nobody listens once the service ends.
        let _ = self.events.send(told);
    }
}
