//! Requests written by hand, as Discord would never send them, and what comes back over a bare socket.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::stand_in::APPLICATION;
use super::stand_in::endpoint::{now, signature};

/// Nothing that is asked of the service takes longer, however it is asked.
const LONGEST: Duration = Duration::from_secs(20);

/// A request to `/interactions`.
pub(crate) struct Letter {
    /// The request line.
    pub(crate) line: String,
    /// Header lines, without the length of the body.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The HTTP status; 0 where the connection ended without one.
    pub(crate) status: u16,
    /// The head, in lower case.
    pub(crate) head: String,
    /// The body.
    pub(crate) body: String,
}

impl Letter {
    /// As Discord sends it now.
    pub(crate) fn of(body: impl Into<Vec<u8>>) -> Self {
        Self::signed_at(&now().to_string(), body)
    }

    /// As Discord would have sent it at that moment.
    pub(crate) fn signed_at(timestamp: &str, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let headers = vec![
            ("host", "bot.example.org".to_owned()),
            ("content-type", "application/json".to_owned()),
            ("x-signature-ed25519", signature(timestamp, &body)),
            ("x-signature-timestamp", timestamp.to_owned()),
        ];
        Self { line: "POST /interactions HTTP/1.1".to_owned(), headers, body }
    }

    /// With another value for a header, or with a further one.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.into()));
        self
    }

    /// Without a header.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    /// The head as bytes; it says how long the body is, unless it says how it is framed.
    pub(crate) fn head(&self) -> Vec<u8> {
        let mut lines = vec![self.line.clone()];
        lines.extend(self.headers.iter().map(|(name, value)| format!("{name}: {value}")));
        if !self.headers.iter().any(|(name, _)| ["transfer-encoding", "content-length"].contains(name)) {
            lines.push(format!("content-length: {}", self.body.len()));
        }
        format!("{}\r\n\r\n", lines.join("\r\n")).into_bytes()
    }

    /// Sends it over a connection of its own.
    pub(crate) async fn sent_to(&self, address: SocketAddr) -> Answer {
        let mut stream = TcpStream::connect(address).await.expect("the service listens");
        self.sent_over(&mut stream).await
    }

    /// Sends it, and reads meanwhile: a refusal may come before the body was taken.
    pub(crate) async fn sent_over(&self, stream: &mut TcpStream) -> Answer {
        let (mut reads, mut writes) = stream.split();
        let sending = async {
            // The service may end the connection before all of it was sent.
            let _ = writes.write_all(&[self.head(), self.body.clone()].concat()).await;
        };
        let (answer, ()) = tokio::join!(Answer::read(&mut reads), sending);
        answer
    }
}

impl Answer {
    /// Reads one answer.
    pub(crate) async fn read(stream: &mut (impl AsyncReadExt + Unpin)) -> Self {
        let reading = async {
            let mut bytes = Vec::new();
            let mut buffer = [0; 4096];
            loop {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                if let Some((head, body)) = text.split_once("\r\n\r\n") {
                    let head = head.to_ascii_lowercase();
                    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
                    if body.len() >= length.unwrap_or(0) {
                        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
                        return Self { status, head, body: body.to_owned() };
                    }
                }
                match stream.read(&mut buffer).await {
                    Ok(read @ 1..) => bytes.extend_from_slice(&buffer[..read]),
                    _ => return Self { status: 0, head: String::new(), body: text },
                }
            }
        };
        timeout(LONGEST, reading).await.expect("the service answers, or ends the connection")
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Discord's question whether the endpoint is there.
pub(crate) fn ping() -> String {
    json!({ "type": 1, "id": "1", "application_id": APPLICATION, "token": "a", "version": 1 }).to_string()
}

/// `/help`, asked in a server.
pub(crate) fn help() -> Value {
    command("help", &[])
}

/// A command with its options, in a server.
pub(crate) fn command(name: &str, options: &[(&str, &str)]) -> Value {
    let options: Vec<Value> =
        options.iter().map(|(name, text)| json!({ "name": name, "type": 3, "value": text })).collect();
    let user = json!({ "id": "1200000000000000000", "username": "amina", "discriminator": "0", "avatar": null });
    let member = json!({
        "user": user, "roles": [], "deaf": false, "mute": false, "flags": 0, "joined_at": "2026-11-24T09:00:00Z",
        "permissions": "0",
    });
    json!({
        "type": 2, "id": "5", "application_id": APPLICATION, "token": "a", "version": 1, "guild_id": "6", "channel_id": "7",
        "member": member, "locale": "en-GB", "context": 0, "entitlements": [], "app_permissions": "0",
        "authorizing_integration_owners": { "0": "6" }, "attachment_size_limit": 10_485_760,
        "data": { "id": "8", "name": name, "type": 1, "options": options },
    })
}
