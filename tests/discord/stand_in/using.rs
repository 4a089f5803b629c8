//! What people do with commands, buttons and menus.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::deadlines::{ACKNOWLEDGED, ANSWERED};
use super::person::{Person, Place, string};
use super::reply::Reply;
use super::world::{Interaction, World};
use super::{APPLICATION, GUILD, payload};

impl Person<'_> {
    /// Uses a command: `asks("/attendees", &[("meeting", "third cwg".into())])`.
    pub(crate) async fn asks(&self, command: &str, options: &[(&str, Value)]) -> Reply {
        let interaction = self.begins(command, options);
        self.gets(&interaction).await
    }

    /// Uses a command without waiting for what comes back; gives the interaction's id.
    pub(crate) fn begins(&self, command: &str, options: &[(&str, Value)]) -> String {
        let said: Vec<String> = options.iter().map(|(name, value)| format!(" {name}: {}", plain(value))).collect();
        self.says_in_transcript(&format!("{command}{}", said.concat()));
        self.interacts(2, &self.command(command, options, None), None)
    }

    /// Types into an option; gives the suggestions as name and value.
    pub(crate) async fn types(&self, command: &str, option: &str, text: &str) -> Vec<(String, String)> {
        self.says_in_transcript(&format!("{command} {option}: {text}..."));
        let interaction = self.starts_typing(command, option, text);
        let suggestions = self.suggestions(&interaction).await;
        for (name, _) in &suggestions {
            self.discord.transcribes(&format!("    - {name}\n"));
        }
        suggestions
    }

    /// Types into an option without waiting; gives the interaction's id.
    pub(crate) fn starts_typing(&self, command: &str, option: &str, text: &str) -> String {
        self.interacts(4, &self.command(command, &[(option, string(text))], Some(option)), None)
    }

    /// The suggestions that an interaction got.
    pub(crate) async fn suggestions(&self, interaction: &str) -> Vec<(String, String)> {
        let data = self.discord.until("suggestions", ACKNOWLEDGED, |world| {
            world.interactions[interaction].acknowledged.as_ref().map(|(_, data)| data.clone())
        });
        let data = data.await;
        let text = |choice: &Value, field: &str| choice[field].as_str().unwrap_or_default().to_owned();
        let choices = data["choices"].as_array().into_iter().flatten();
        choices.map(|choice| (text(choice, "name"), text(choice, "value"))).collect()
    }

    /// Presses the button whose words begin so.
    pub(crate) async fn presses(&self, reply: &Reply, label: &str) -> Reply {
        self.says_in_transcript(&format!("presses [{label}]"));
        let id = reply.button(label)["custom_id"].as_str().unwrap_or_else(|| panic!("{label:?} is a link")).to_owned();
        self.gets(&self.uses(reply, 2, &id, &[])).await
    }

    /// Presses a button that brings a message of its own into the channel.
    pub(crate) async fn shares(&self, reply: &Reply, label: &str) -> Reply {
        self.says_in_transcript(&format!("presses [{label}]"));
        let id = reply.button(label)["custom_id"].as_str().expect("not a link").to_owned();
        let before = self.discord.shared.look(|world| world.ids);
        self.uses(reply, 2, &id, &[]);
        let shared = self.discord.until("the shared message", ANSWERED, |world| {
            let mut new = world.posted.keys().filter(|id| number(id) > number_of_id(before));
            new.find_map(|id| Reply::of(world, id).filter(|reply| !reply.is_private()))
        });
        let shared = shared.await;
        self.discord.transcribes_reply(&shared);
        shared
    }

    /// Picks the option of a menu whose label begins so.
    pub(crate) async fn picks(&self, reply: &Reply, label: &str) -> Reply {
        self.says_in_transcript(&format!("picks {label:?}"));
        let (menu, value) = reply.menu_option(label);
        let id = menu["custom_id"].as_str().expect("an id");
        self.gets(&self.uses(reply, 3, id, &[value])).await
    }

    /// Uses a component of a message; gives the interaction's id.
    pub(crate) fn uses(&self, reply: &Reply, kind: u64, custom_id: &str, values: &[&str]) -> String {
        let mut data = json!({ "custom_id": custom_id, "component_type": kind, "id": 2 });
        if kind == 3 {
            data["values"] = json!(values);
        }
        self.interacts(3, &data, Some(&reply.id))
    }

    /// Runs the menu entry "Ask about this" on a message that somebody wrote.
    pub(crate) async fn asks_about(&self, text: &str) -> Reply {
        self.says_in_transcript(&format!("Ask about this: {text}"));
        let id = self.discord.shared.change(World::id);
        let message =
            payload::bare_message(&id, &self.channel(), &payload::user("1200000000000000999", "somebody"), text);
        let (command, _) = self.registered(|command| command["type"] == 3).expect("a message command is registered");
        let data = json!({
            "id": command["id"], "name": command["name"], "type": 3, "target_id": id, "resolved": { "messages": { id: message } },
        });
        self.gets(&self.interacts(2, &data, None)).await
    }

    /// What an interaction brought, within the time that Discord gives.
    pub(crate) async fn gets(&self, interaction: &str) -> Reply {
        let reply = self.gets_within(interaction, ACKNOWLEDGED + Duration::from_secs(2)).await;
        self.discord.transcribes_reply(&reply);
        reply
    }

    /// The same, for scenes that need longer.
    pub(crate) async fn gets_within(&self, interaction: &str, within: Duration) -> Reply {
        self.discord.until("a reply to an interaction", within, |world| brought(world, interaction)).await
    }

    /// Begins an interaction with data of one's own; gives its id.
    pub(crate) fn interacts(&self, kind: u64, data: &Value, message: Option<&str>) -> String {
        let private = matches!(self.place, Place::Direct | Place::Group);
        let owners = match self.place {
            Place::Server => json!({ "0": GUILD }),
            Place::Direct => json!({ "0": "0" }),
            Place::Elsewhere | Place::Group => json!({ "1": self.id }),
        };
        let context = match self.place {
            Place::Server | Place::Elsewhere => 0,
            Place::Direct => 1,
            Place::Group => 2,
        };
        let (id, token, begun) = self.discord.shared.change(|world| {
            let id = world.id();
            let token = format!("token-of-{id}");
            let interaction = Interaction {
                token: token.clone(),
                kind,
                begun: Instant::now(),
                acknowledged: None,
                took: None,
                original: message.map(str::to_owned),
                follow_ups: Vec::new(),
                channel: self.channel(),
                expired: false,
            };
            world.interactions.insert(id.clone(), interaction);
            let begun = message.map(|message| payload::message(message, &world.posted[message]));
            (id, token, begun)
        });
        let mut event = json!({
            "version": 1, "type": kind, "id": id, "token": token, "application_id": APPLICATION, "data": data, "locale": "en-GB",
            "channel_id": self.channel(), "channel": payload::channel(&self.channel(), private), "entitlements": [],
            "authorizing_integration_owners": owners, "app_permissions": "2248473465835073",
            "context": context,
            "attachment_size_limit": 10_485_760,
        });
        if private {
            event["user"] = self.user();
        } else {
            event["member"] = payload::member(&self.user());
            event["guild_id"] = json!(if self.place == Place::Server { GUILD } else { "1600000000000000002" });
            event["guild"] = json!({ "id": event["guild_id"], "locale": "en-US", "features": [] });
            event["guild_locale"] = json!("en-US");
        }
        if let Some(message) = begun {
            event["message"] = message;
        }
        self.discord.dispatches("INTERACTION_CREATE", &event);
        id
    }

    /// The command as it is registered, and its options; whatever is not registered cannot be typed.
    fn command(&self, command: &str, options: &[(&str, Value)], focused: Option<&str>) -> Value {
        let name = command.trim_start_matches('/');
        let (registered, known) = self
            .registered(|registered| registered["name"] == name && registered["type"] == 1)
            .unwrap_or_else(|| panic!("{command} is not registered"));
        let filled: Vec<Value> = options
            .iter()
            .map(|(option, value)| {
                let definition = known
                    .iter()
                    .find(|known| known["name"] == *option)
                    .unwrap_or_else(|| panic!("{command} has no option {option}"));
                let mut filled = json!({ "name": option, "type": definition["type"], "value": value });
                if focused == Some(*option) {
                    assert_eq!(definition["autocomplete"], true, "{command} {option} has no suggestions");
                    filled["focused"] = json!(true);
                }
                filled
            })
            .collect();
        json!({ "id": registered["id"], "name": name, "type": 1, "options": filled })
    }

    fn registered(&self, fits: impl Fn(&Value) -> bool) -> Option<(Value, Vec<Value>)> {
        self.discord.shared.look(|world| {
            let mut commands = world.commands.values().filter_map(Value::as_array).flatten();
            let command = commands.find(|command| fits(command))?;
            Some((command.clone(), command["options"].as_array().cloned().unwrap_or_default()))
        })
    }
}

/// The reply that an interaction has by now: the message of the answer, or the one that was changed or followed.
fn brought(world: &World, interaction: &str) -> Option<Reply> {
    let interaction = &world.interactions[interaction];
    let (kind, _) = interaction.acknowledged.as_ref()?;
    let original = interaction.original.as_deref().and_then(|id| Reply::of(world, id));
    match kind {
        4 | 5 | 7 => original,
        _ => interaction
            .follow_ups
            .first()
            .and_then(|id| Reply::of(world, id))
            .or(original.filter(|reply| reply.deleted || reply.in_place)),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn number(id: &str) -> u64 {
    id.parse().expect("ids are numbers")
}

fn number_of_id(count: u64) -> u64 {
    1_400_000_000_000_000_000 + count * 4_194_304
}
