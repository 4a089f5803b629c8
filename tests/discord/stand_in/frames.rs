//! Payloads as websocket messages: text, or zlib where the client asked for payload compression.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::Value;
use tokio_tungstenite::tungstenite::Message;

/// Encodes as the client asked in its IDENTIFY.
#[derive(Default)]
pub(crate) struct Encoder {
    compresses: bool,
}

impl Encoder {
    /// From now on each payload is compressed by itself, as Discord does with `compress: true`.
    pub(crate) fn compress(&mut self) {
        self.compresses = true;
    }

    /// One payload as one message.
    pub(crate) fn message(&self, payload: &Value) -> Message {
        if !self.compresses {
            return Message::Text(payload.to_string());
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(payload.to_string().as_bytes()).expect("memory takes everything");
        Message::Binary(encoder.finish().expect("memory takes everything"))
    }
}
