//! What people do, as Discord's JSON: as many keystrokes as commands, in a fixed order.

use std::time::{SystemTime, UNIX_EPOCH};

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};

/// The application.
pub const APPLICATION: &str = "1300000000000000001";
/// A token in the shape that Discord gives tokens.
pub const TOKEN: &str = "MTMwMDAwMDAwMDAwMDAwMDAwMQ.Gbench.of-the-bench-which-nobody-else-takes-for-one";

const KEY: [u8; 32] = *b"the bench signs with this key...";

/// Asked in turn.
const ASKED: [(&str, &str, &str); 6] = [
    ("ask", "question", "who chaird the thrid consuler workng group"),
    ("about", "topic", "what is iom"),
    ("meetings", "organisation", "police"),
    ("attendees", "meeting", "third CWG"),
    ("ask", "question", "who won the world cup"),
    ("help", "", ""),
];
/// Typed in turn.
const TYPED: [(&str, &str, &str); 6] = [
    ("ask", "question", "who chaired the thi"),
    ("about", "topic", ""),
    ("meetings", "find", "consuler"),
    ("attendees", "who", "high comm"),
    ("meetings", "organisation", "polise"),
    ("ask", "question", "volcano"),
];

/// The interaction with this number.
pub fn interaction(number: usize) -> Value {
    let is_typing = number % 2 == 1;
    let list = if is_typing { &TYPED } else { &ASKED };
    let (command, option, text) = list[number / 2 % list.len()];
    let options = match (option, is_typing) {
        ("", _) => json!([]),
        (_, true) => json!([{ "name": option, "type": 3, "value": text, "focused": true }]),
        (_, false) => json!([{ "name": option, "type": 3, "value": text }]),
    };
    let user = json!({
        "id": "1200000000000000000", "username": "amina", "global_name": "Amina", "discriminator": "0", "avatar": null,
        "public_flags": 0, "bot": false, "system": false,
    });
    let member = json!({
        "user": user, "nick": null, "avatar": null, "roles": [], "joined_at": "2026-11-24T09:00:00Z", "deaf": false, "mute": false,
        "flags": 0, "pending": false, "premium_since": null, "communication_disabled_until": null, "permissions": "2248473465835073",
    });
    let channel = json!({
        "id": "7", "type": 0, "name": "general", "guild_id": "6", "permissions": "2248473465835073", "flags": 0,
        "last_message_id": null, "nsfw": false, "parent_id": null, "position": 0, "rate_limit_per_user": 0, "topic": null,
    });
    json!({
        "version": 1, "type": if is_typing { 4 } else { 2 }, "id": (1_400_000_000_000_000_000_usize + number).to_string(),
        "token": format!("token-of-{number}"), "application_id": APPLICATION, "guild_id": "6", "channel_id": "7",
        "channel": channel, "member": member, "locale": "en-GB", "guild_locale": "en-US", "context": 0, "entitlements": [],
        "app_permissions": "2248473465835073", "authorizing_integration_owners": { "0": "6" },
        "guild": { "id": "6", "locale": "en-US", "features": [] }, "attachment_size_limit": 10_485_760,
        "data": { "id": "8", "name": command, "type": 1, "options": options },
    })
}

/// The public key.
pub fn public_key() -> String {
    HEXLOWER.encode(SigningKey::from_bytes(&KEY).verifying_key().as_bytes())
}

/// A request with this body, signed now.
pub fn signed(body: &str) -> Vec<u8> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let signature = SigningKey::from_bytes(&KEY).sign(format!("{seconds}{body}").as_bytes());
    format!(
        "POST /interactions HTTP/1.1\r\nhost: bot.example.org\r\nuser-agent: Discord-Interactions/1.0 (+https://discord.com)\r\n\
         content-type: application/json\r\nx-signature-ed25519: {}\r\nx-signature-timestamp: {seconds}\r\ncontent-length: {}\r\n\r\n{body}",
        HEXLOWER.encode(&signature.to_bytes()),
        body.len(),
    )
    .into_bytes()
}
