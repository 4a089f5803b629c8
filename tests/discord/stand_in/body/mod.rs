//! Whether Discord, and the product, would accept a body.

mod commands;
mod components;
mod messages;
mod schema;
mod text;

use serde_json::Value;

use super::rest::Call;

/// Every rule that the body of a request breaks.
pub(crate) fn broken_rules(call: &Call) -> Vec<String> {
    let parts: Vec<&str> = call.path.split('/').skip(1).collect();
    let body = &call.body;
    let mut broken = schema::broken(&call.method, &parts, body);
    match (call.method.as_str(), parts.as_slice()) {
        ("PUT", [.., "commands"]) => broken.extend(commands::broken(body)),
        ("POST", ["interactions", .., "callback"]) => broken.extend(callback(body)),
        ("POST", ["webhooks", ..]) => broken.extend(messages::broken(body, messages::Kind::Interaction)),
        ("PATCH", ["webhooks" | "channels", ..]) => broken.extend(messages::broken(body, messages::Kind::Edit)),
        ("POST", ["channels", _, "messages"]) => broken.extend(messages::broken(body, messages::Kind::Channel)),
        _ => {}
    }
    broken
}

fn callback(body: &Value) -> Vec<String> {
    let data = &body["data"];
    match body["type"].as_u64() {
        Some(4) => messages::broken(data, messages::Kind::Interaction),
        Some(7) => messages::broken(data, messages::Kind::Edit),
        Some(8) => commands::broken_suggestions(data),
        // A deferral says at most that its answer will be private.
        Some(5) => messages::broken_flags(data, messages::Kind::Interaction),
        Some(6) => Vec::new(),
        other => vec![format!("callback type {other:?} is not used by this bot")],
    }
}
