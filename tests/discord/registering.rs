//! The commands: what is registered, where, and how often.

use serde_json::{Value, json};

use super::bot::Launch;
use super::deadlines::STARTED;
use super::scene::{Scene, snapshot, stage};
use super::stand_in::{APPLICATION, Discord, Event, GUILD, World};

fn times_written(world: &World) -> usize {
    let written = |event: &Event| matches!(event, Event::Request(method, path, _) if method == "PUT" && path.ends_with("/commands"));
    world.count(written)
}

fn registered(world: &World) -> Option<Value> {
    world.commands.get("").cloned()
}

/// A definition as people read it.
fn shown(command: &Value) -> String {
    let mut lines = vec![format!("{} (type {}): {}", command["name"], command["type"], command["description"])];
    let places = format!("  contexts {}, installed by {}", command["contexts"], command["integration_types"]);
    lines.push(places);
    for (language, text) in command["description_localizations"].as_object().into_iter().flatten() {
        lines.push(format!("  {language}: {text}"));
    }
    for option in command["options"].as_array().into_iter().flatten() {
        let marks = ["required", "autocomplete"]
            .into_iter()
            .filter(|mark| option[*mark] == true)
            .collect::<Vec<_>>()
            .join(", ");
        lines.push(format!("  {} (type {}) [{marks}]: {}", option["name"], option["type"], option["description"]));
        for choice in option["choices"].as_array().into_iter().flatten() {
            lines.push(format!("    {} = {}", choice["name"], choice["value"]));
        }
        for (language, text) in option["description_localizations"].as_object().into_iter().flatten() {
            lines.push(format!("    {language}: {text}"));
        }
    }
    lines.join("\n")
}

#[test]
fn the_whole_list_of_commands() {
    stage(async || {
        let scene = Scene::open().await;
        let list = scene.discord.until("the commands", STARTED, registered).await;
        let commands: Vec<String> = list.as_array().expect("a list").iter().map(shown).collect();
        snapshot("commands", &commands.join("\n\n"));
        let names: Vec<&Value> = list.as_array().expect("a list").iter().map(|command| &command["name"]).collect();
        for name in ["about", "meetings", "attendees", "ask", "help", "Ask about this"] {
            assert!(names.contains(&&json!(name)), "{name} is missing from {names:?}");
        }
        scene.ends().await;
    });
}

#[test]
fn they_are_written_only_when_they_changed() {
    stage(async || {
        let scene = Scene::open().await;
        scene.discord.until("the commands", STARTED, registered).await;
        assert_eq!(scene.discord.shared.look(times_written), 1);
        let scene = scene.restarts().await;
        scene.person("amina").asks("/help", &[]).await;
        assert_eq!(scene.discord.shared.look(times_written), 1, "written again although nothing changed");
        scene.discord.shared.change(|world| {
            let list = world.commands.get_mut("").and_then(Value::as_array_mut).expect("commands");
            list[0]["description"] = json!("A wording of last year");
        });
        let scene = scene.restarts().await;
        let renewed = |world: &World| (times_written(world) == 2).then_some(());
        scene.discord.until("the commands written again", STARTED, renewed).await;
        scene.ends().await;
    });
}

#[test]
fn with_a_server_they_are_registered_there() {
    stage(async || {
        let in_server = |_: &Discord, launch: Launch| launch.with("DISCORD_GUILD_ID", GUILD);
        let scene = Scene::with(in_server).await;
        scene.discord.until("the server's commands", STARTED, |world| world.commands.get(GUILD).map(|_| ())).await;
        assert!(scene.discord.shared.look(registered).is_none(), "they are registered globally too");
        let paths = scene
            .discord
            .shared
            .look(|world| world.answered(&format!("/applications/{APPLICATION}/guilds/{GUILD}/commands")));
        assert!(!paths.is_empty());
        scene.person("amina").asks("/help", &[]).await;
        scene.ends().await;
    });
}
