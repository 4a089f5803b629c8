//! Discord's own JSON: users, servers, messages, interactions, with every field that Discord sends.

use serde_json::{Value, json};

use super::world::Posted;
use super::{APPLICATION, GUILD};

const SENT_AT: &str = "2026-11-24T09:00:00.000000+00:00";

/// The bot's own user; its id is the application's.
pub(crate) fn bot() -> Value {
    let mut bot = user(APPLICATION, "iom-maldives");
    bot["bot"] = json!(true);
    bot
}

/// A user.
pub(crate) fn user(id: &str, name: &str) -> Value {
    json!({
        "id": id, "username": name, "global_name": name, "discriminator": "0", "avatar": null, "bot": false,
        "system": false, "mfa_enabled": false, "banner": null, "accent_color": null, "public_flags": 0, "flags": 0,
        "premium_type": 0, "avatar_decoration_data": null, "primary_guild": null, "collectibles": null,
    })
}

/// A user as member of the server.
pub(crate) fn member(user: &Value) -> Value {
    json!({
        "user": user, "nick": null, "avatar": null, "banner": null, "roles": [], "joined_at": SENT_AT, "deaf": false,
        "mute": false, "flags": 0, "pending": false, "premium_since": null, "communication_disabled_until": null,
        "permissions": "2248473465835073", "unusual_dm_activity_until": null,
    })
}

/// The application as it sees itself.
pub(crate) fn application() -> Value {
    json!({
        "id": APPLICATION, "name": "iom-maldives", "icon": null, "description": "", "bot_public": true,
        "bot_require_code_grant": false, "summary": "", "verify_key": "00", "flags": 0, "team": null, "owner": user("1", "owner"),
    })
}

/// A channel as an interaction names it.
pub(crate) fn channel(id: &str, private: bool) -> Value {
    if private {
        return json!({ "id": id, "type": 1, "flags": 0, "last_message_id": null, "recipients": [] });
    }
    json!({
        "id": id, "type": 0, "name": "general", "guild_id": GUILD, "permissions": "2248473465835073", "flags": 0,
        "last_message_id": null, "nsfw": false, "parent_id": null, "position": 0, "rate_limit_per_user": 0, "topic": null,
    })
}

/// A message that the service sent, as Discord gives it back.
pub(crate) fn message(id: &str, posted: &Posted) -> Value {
    let mut message = bare_message(id, &posted.channel, &bot(), "");
    for field in ["content", "embeds", "components", "flags"] {
        if !posted.body[field].is_null() {
            message[field] = posted.body[field].clone();
        }
    }
    for (at, embed) in message["embeds"].as_array_mut().into_iter().flatten().enumerate() {
        embed["type"] = json!("rich");
        embed["content_scan_version"] = json!(at);
    }
    for (at, row) in message["components"].as_array_mut().into_iter().flatten().enumerate() {
        row["id"] = json!(at + 1);
    }
    let reply = &posted.body["message_reference"];
    if !reply.is_null() {
        message["type"] = json!(19);
        message["message_reference"] =
            json!({ "type": 0, "channel_id": posted.channel, "message_id": reply["message_id"] });
    }
    message
}

/// A message as anybody writes it.
pub(crate) fn bare_message(id: &str, channel: &str, author: &Value, content: &str) -> Value {
    json!({
        "id": id, "channel_id": channel, "author": author, "content": content, "timestamp": SENT_AT,
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "components": [], "pinned": false, "type": 0, "flags": 0,
    })
}

/// A command as Discord gives it back: with ids, and with the defaults spelt out.
pub(crate) fn as_registered(command: &mut Value, id: &str, version: &str) {
    let defaults = json!({
        "id": id, "application_id": APPLICATION, "version": version, "default_member_permissions": null, "type": 1,
        "name_localizations": null, "description": "", "description_localizations": null, "dm_permission": true,
        "contexts": null, "integration_types": [0], "nsfw": false,
    });
    for (field, default) in defaults.as_object().into_iter().flatten() {
        if command.get(field).is_none_or(Value::is_null) {
            command[field] = default.clone();
        }
    }
}
