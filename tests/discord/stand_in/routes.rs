//! What a REST request changes, as at Discord: acknowledgements happen once, tokens expire, messages are stored.

use serde_json::{Value, json};

use super::rest::{Answer, Call};
use super::world::{Posted, World};
use super::{APPLICATION, Discord, payload};

/// Carries a request out.
pub(crate) fn carry_out(discord: &Discord, call: &Call) -> Answer {
    let parts: Vec<&str> = call.path.split('/').skip(1).collect();
    let named = discord.settings.gateway_address.borrow().clone();
    let gateway = named.unwrap_or_else(|| format!("ws://{}", discord.gateway));
    discord.shared.change(|world| match (call.method.as_str(), parts.as_slice()) {
        ("GET", ["gateway"]) => (200, json!({ "url": gateway })),
        ("GET", ["gateway", "bot"]) => {
            let limit = json!({ "total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1 });
            (200, json!({ "url": gateway, "shards": 1, "session_start_limit": limit }))
        }
        ("GET", ["users", "@me"]) => (200, payload::bot()),
        ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => (200, payload::application()),
        ("GET", ["applications", APPLICATION, "commands"]) => (200, registered(world, "")),
        ("GET", ["applications", APPLICATION, "guilds", guild, "commands"]) => (200, registered(world, guild)),
        ("PUT", ["applications", APPLICATION, "commands"]) => register(world, "", &call.body),
        ("PUT", ["applications", APPLICATION, "guilds", guild, "commands"]) => register(world, guild, &call.body),
        ("POST", ["interactions", id, token, "callback"]) => acknowledge(world, id, token, call),
        ("POST", ["webhooks", APPLICATION, token]) => follow_up(world, token, &call.body),
        (_, ["webhooks", APPLICATION, token, "messages", message]) => of_interaction(world, token, message, call),
        ("POST", ["channels", _, "typing"]) => (204, Value::Null),
        ("POST", ["channels", channel, "messages"]) => (200, post(world, channel, &call.body)),
        (_, ["channels", _, "messages", message]) => change(world, message, call),
        _ => {
            world.violations.push(format!("{} {}: no such route", call.method, call.path));
            (404, json!({ "code": 0, "message": "404: Not Found" }))
        }
    })
}

fn registered(world: &World, scope: &str) -> Value {
    world.commands.get(scope).cloned().unwrap_or(json!([]))
}

fn register(world: &mut World, scope: &str, body: &Value) -> Answer {
    let mut commands = body.clone();
    for command in commands.as_array_mut().into_iter().flatten() {
        let (id, version) = (world.id(), world.id());
        payload::as_registered(command, &id, &version);
    }
    world.commands.insert(scope.to_owned(), commands.clone());
    (200, commands)
}

const UNKNOWN_INTERACTION: u64 = 10_062;
const ALREADY_ACKNOWLEDGED: u64 = 40_060;
const UNKNOWN_WEBHOOK: u64 = 10_015;
const UNKNOWN_MESSAGE: u64 = 10_008;

fn refused(status: u16, code: u64, message: &str) -> Answer {
    (status, json!({ "code": code, "message": message }))
}

fn acknowledge(world: &mut World, id: &str, token: &str, call: &Call) -> Answer {
    let late = super::super::deadlines::ACKNOWLEDGED;
    let Some(interaction) = world.interactions.get(id).cloned().filter(|interaction| interaction.token == token) else {
        return refused(404, UNKNOWN_INTERACTION, "Unknown interaction");
    };
    if interaction.acknowledged.is_some() {
        return refused(400, ALREADY_ACKNOWLEDGED, "Interaction has already been acknowledged.");
    }
    if interaction.expired || interaction.begun.elapsed() > late {
        return refused(404, UNKNOWN_INTERACTION, "Unknown interaction");
    }
    let kind = call.body["type"].as_u64().unwrap_or(0);
    let allowed: &[u64] = match interaction.kind {
        2 => &[4, 5, 9],
        3 => &[4, 5, 6, 7, 9],
        4 => &[8],
        _ => &[1],
    };
    if !allowed.contains(&kind) {
        world.violations.push(format!("an interaction of type {} was answered with type {kind}", interaction.kind));
        return refused(400, 50_035, "Invalid Form Body");
    }
    let data = call.body["data"].clone();
    let original = match (kind, &interaction.original) {
        (4, _) => Some(post(world, &interaction.channel, &data)["id"].as_str().expect("an id").to_owned()),
        (7, Some(original)) => {
            edit(world, original, &data);
            Some(original.clone())
        }
        (_, original) => original.clone(),
    };
    let entry = world.interactions.get_mut(id).expect("found above");
    entry.took = Some(entry.begun.elapsed());
    entry.acknowledged = Some((kind, data));
    entry.original.clone_from(&original);
    if call.query.contains("with_response=true") {
        let message = original.map(|id| payload::message(&id, world.posted.get(&id).expect("posted")));
        let interaction = json!({ "id": id, "type": interaction.kind });
        return (200, json!({ "interaction": interaction, "resource": { "type": kind, "message": message } }));
    }
    (204, Value::Null)
}

fn by_token(world: &World, token: &str) -> Option<String> {
    let found = world.interactions.iter().find(|(_, interaction)| interaction.token == token && !interaction.expired);
    found.filter(|(_, interaction)| interaction.acknowledged.is_some()).map(|(id, _)| id.clone())
}

/// A further message of an interaction. The first one after a deferral takes the place of the answer.
fn follow_up(world: &mut World, token: &str, body: &Value) -> Answer {
    let Some(id) = by_token(world, token) else { return refused(404, UNKNOWN_WEBHOOK, "Unknown Webhook") };
    let channel = world.interactions[&id].channel.clone();
    let message = post(world, &channel, body);
    let message_id = message["id"].as_str().expect("an id").to_owned();
    world.interactions.get_mut(&id).expect("found above").follow_ups.push(message_id);
    (200, message)
}

fn of_interaction(world: &mut World, token: &str, message: &str, call: &Call) -> Answer {
    let Some(id) = by_token(world, token) else { return refused(404, UNKNOWN_WEBHOOK, "Unknown Webhook") };
    let interaction = world.interactions[&id].clone();
    let deferred = matches!(interaction.acknowledged, Some((5, _)));
    let target = match (message, interaction.original) {
        ("@original", None) if deferred && call.method == "PATCH" => {
            // Editing a deferral makes its message; whether it is private was decided by the deferral.
            let mut body = call.body.clone();
            body["flags"] = interaction.acknowledged.map_or(json!(0), |(_, data)| data["flags"].clone());
            let message = post(world, &interaction.channel, &body);
            let entry = world.interactions.get_mut(&id).expect("found above");
            entry.original = message["id"].as_str().map(str::to_owned);
            return (200, message);
        }
        ("@original", None) => return refused(404, UNKNOWN_MESSAGE, "Unknown Message"),
        ("@original", Some(original)) => original,
        (message, _) => message.to_owned(),
    };
    change(world, &target, call)
}

fn change(world: &mut World, message: &str, call: &Call) -> Answer {
    let Some(posted) = world.posted.get_mut(message).filter(|posted| !posted.deleted) else {
        return refused(404, UNKNOWN_MESSAGE, "Unknown Message");
    };
    match call.method.as_str() {
        "GET" => (200, payload::message(message, posted)),
        "DELETE" => {
            posted.deleted = true;
            (204, Value::Null)
        }
        "PATCH" => {
            edit(world, message, &call.body);
            (200, payload::message(message, &world.posted[message]))
        }
        _ => refused(405, 0, "405: Method Not Allowed"),
    }
}

/// Fields that an edit does not name stay as they are.
fn edit(world: &mut World, message: &str, body: &Value) {
    let Some(posted) = world.posted.get_mut(message) else { return };
    for (field, value) in body.as_object().into_iter().flatten().filter(|(field, _)| *field != "flags") {
        posted.body[field] = value.clone();
    }
    posted.edits += 1;
}

/// With `enforce_nonce`, a message sent again is the message that is there already.
fn post(world: &mut World, channel: &str, body: &Value) -> Value {
    if body["enforce_nonce"] == true {
        let same = |posted: &Posted| posted.channel == channel && posted.body["nonce"] == body["nonce"];
        if let Some((id, posted)) = world.posted.iter().find(|(_, posted)| same(posted)) {
            return payload::message(id, posted);
        }
    }
    let id = world.id();
    let posted = Posted { channel: channel.to_owned(), body: body.clone(), edits: 0, deleted: false };
    let message = payload::message(&id, &posted);
    world.posted.insert(id, posted);
    message
}
