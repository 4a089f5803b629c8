//! Interactions over HTTP: signed and posted as Discord does it, and the response taken as the first answer.
//!
//! The one idea: an answer meets the same checks and has the same effect, whichever way it came.

use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signer, SigningKey};
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::http::request::Builder;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::task::spawn_local;

use super::rest::{Call, gates};
use super::world::Event;
use super::{APPLICATION, Discord};

/// The application's private key; nobody else's.
const KEY: [u8; 32] = *b"the stand-in signs with this key";

/// The application's public key, as Discord shows it.
pub(crate) fn public_key() -> String {
    HEXLOWER.encode(SigningKey::from_bytes(&KEY).verifying_key().as_bytes())
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock that goes").as_secs()
}

/// The signature over a body at this moment.
pub(crate) fn signature(timestamp: &str, body: &[u8]) -> String {
    HEXLOWER.encode(&SigningKey::from_bytes(&KEY).sign(&[timestamp.as_bytes(), body].concat()).to_bytes())
}

/// The head of a request that Discord would send with this body now.
pub(crate) fn signed(body: &[u8]) -> Builder {
    let timestamp = now().to_string();
    Request::post("/interactions")
        .header("host", "bot.example.org")
        .header("user-agent", "Discord-Interactions/1.0 (+https://discord.com)")
        .header("content-type", "application/json")
        .header("x-signature-ed25519", signature(&timestamp, body))
        .header("x-signature-timestamp", timestamp)
}

impl Discord {
    /// From now on interactions are posted to this address.
    pub(crate) fn posts_to(self: &Rc<Self>, address: SocketAddr) {
        let (interactions, mut posted) = tokio::sync::mpsc::unbounded_channel();
        let discord = Rc::clone(self);
        spawn_local(async move {
            while let Some(interaction) = posted.recv().await {
                let discord = Rc::clone(&discord);
                spawn_local(async move { discord.posts(address, &interaction).await });
            }
        });
        self.interactions.replace(Some(interactions));
    }

    /// The commands, as if the bot had registered them.
    pub(crate) fn registers(&self, commands: Value) {
        let path = format!("/applications/{APPLICATION}/commands");
        let call = Call { method: "PUT".to_owned(), path, query: String::new(), body: commands };
        assert_eq!(gates(self, &call, Some(true)).0, 200, "the commands are refused");
    }

    async fn posts(&self, address: SocketAddr, interaction: &Value) {
        let text = |field: &str| interaction[field].as_str().expect("a text").to_owned();
        let path = format!("/interactions/{}/{}/callback", text("id"), text("token"));
        let status = match response(address, interaction).await {
            Some((200, body)) => {
                let call = Call { method: "POST".to_owned(), path: path.clone(), query: String::new(), body };
                gates(self, &call, None).0
            }
            Some((status, _)) => status,
            None => 0,
        };
        self.shared.note(Event::Request("POST".to_owned(), path, status));
    }
}

/// What the service answers; nothing where the connection is lost.
async fn response(address: SocketAddr, interaction: &Value) -> Option<(u16, Value)> {
    let stream = TcpStream::connect(address).await.ok()?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.ok()?;
    spawn_local(connection);
    let body = Bytes::from(interaction.to_string());
    let response = sender.send_request(signed(&body).body(Full::new(body)).expect("a request")).await.ok()?;
    let status = response.status().as_u16();
    let is_json = response.headers().get("content-type").is_some_and(|kind| kind == "application/json");
    let bytes = response.into_body().collect().await.ok()?.to_bytes();
    let body = serde_json::from_slice(&bytes).ok().filter(|_| is_json);
    Some((status, body.unwrap_or(Value::Null)))
}
