//! The log for machines: every line an object with a message that the page for operators explains, and an event's lines told by
//! its number.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::deadlines::{LOOK_AGAIN, RECOVERED};
use super::folder::Folder;
use super::scene::{Scene, stage};
use super::stand_in::{On, Order, Then};
use super::watching::{rows, spans};

fn lines(scene: &Scene) -> Vec<Value> {
    let output = scene.bot.output();
    output.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}"))).collect()
}

async fn logs(scene: &Scene, message: &str) {
    let begun = Instant::now();
    while !lines(scene).iter().any(|line| line["message"] == message) {
        assert!(begun.elapsed() < RECOVERED, "nobody logged {message}:\n{}", scene.bot.output());
        sleep(LOOK_AGAIN).await;
    }
}

#[test]
fn every_line_is_explained_and_an_events_lines_bear_its_number() {
    stage(async || {
        let folder = Folder::new();
        let scene = Scene::with(|_, launch| launch.knowing(folder.path()).with("LOG_FORMAT", "json")).await;
        let amina = scene.person("amina");
        amina.asks("/help", &[]).await;
        amina.mentions("what is IOM").await;
        scene.discord.breaks(On::Callback, Then::Error(403, 50_001), 1);
        amina.begins("/help", &[]);
        logs(&scene, "an answer was not delivered").await;
        scene.discord.orders(Order::Close(4000));
        logs(&scene, "connected to Discord again, nothing was missed").await;
        folder.replaces("facts/broken.json", &json!({ "id": "broken" }));
        logs(&scene, "newer knowledge cannot be read, the last good is served").await;
        scene.leaves().await;

        let page = include_str!("../../docs/OPERATIONS.md");
        let explained: BTreeSet<String> =
            rows(page, "## What the log says").into_iter().map(|row| spans(&row[0])[0].clone()).collect();
        let mut of_event: BTreeMap<u64, usize> = BTreeMap::new();
        let lines = lines(&scene);
        for line in &lines {
            let message = line["message"].as_str().expect("a message");
            assert!(explained.contains(message), "the page says nothing of: {message}");
            for field in ["timestamp", "level", "target"] {
                assert!(line[field].is_string(), "no {field}: {line}");
            }
            if message.starts_with("an answer") || message == "answered" {
                let number = line["span"]["number"].as_u64().expect("the event's number");
                assert_eq!((&line["span"]["name"], &line["span"]["kind"]), (&json!("event"), &line["kind"]));
                *of_event.entry(number).or_default() += 1;
            }
        }
        assert_eq!(of_event.into_iter().collect::<Vec<_>>(), [(1, 1), (2, 1), (3, 1)]);
        let errors: Vec<&Value> = lines.iter().filter(|line| line["level"] == "ERROR").collect();
        assert_eq!(errors.len(), 2, "each error once: {errors:#?}");
        let knowledge = errors.iter().find(|line| line["file"] == "facts/broken.json").expect("the mistake");
        assert_eq!((&knowledge["line"], &knowledge["mistakes"]), (&json!(1), &json!(1)));
        assert!(knowledge["expected"].is_string() && knowledge["found"].is_string(), "{knowledge}");
    });
}
