//! Knowledge at its worst: hostile and huge entries, which anybody may write, keep every limit of Discord.

use std::fs;

use serde_json::{Value, json};

use super::folder::{Folder, fact};
use super::scene::{Scene, stage};

#[test]
fn hostile_and_huge_entries_keep_every_limit() {
    stage(async || {
        let folder = Folder::new();
        let hostile =
            "@everyone <@1200000000000000000> **bold** `code` ||spoiler|| [x](https://example.org) # \u{202e}turned";
        let huge = "A sentence about the reef that goes on and on, with 🏝 and more. ".repeat(400);
        let long_title = "Registry of lagoons and everything that was ever said about each of them ".repeat(6);
        let facts = json!([
            fact("hostile-fact", &format!("Hostile reef {hostile}"), &format!("Reef {hostile} reef")),
            fact("huge-fact", "Huge reef", &huge),
            fact("long-title", long_title.trim(), "Short."),
        ]);
        fs::write(folder.path().join("facts/hostile.json"), facts.to_string()).expect("a file");
        let attendees: Vec<Value> = (0..400)
            .map(|at| json!({ "person": format!("Delegate number {at} 🏝"), "organisation": hostile }))
            .collect();
        let sources: Vec<Value> = (0..40).map(|at| json!({ "title": format!("Source {at} {hostile}"), "url": format!("https://example.org/{}", "a".repeat(600)) })).collect();
        let meeting = json!({
            "id": "x".repeat(200), "title": "Huge reef assembly", "attendees": attendees, "sources": sources, "summary": huge, "outcome": huge,
            "topics": (0..60).map(|at| format!("topic {at} {hostile}")).collect::<Vec<_>>(), "decisions": [huge, hostile],
        });
        fs::write(folder.path().join("meetings/hostile.json"), meeting.to_string()).expect("a file");
        let scene = Scene::with(|_, launch| launch.knowing(folder.path())).await;
        let amina = scene.person("amina");
        for topic in
            ["Hostile reef", "Huge reef", "hostile-fact", "id:huge-fact", "id:long-title", "Huge reef assembly"]
        {
            let reply = amina.asks("/about", &[("topic", topic.into()), ("visible", true.into())]).await;
            if !reply.is_private() {
                scene.person("ibrahim").replies_to(&reply, "who was there?").await;
            }
            for label in reply.buttons().into_iter().filter(|label| ["Share", "Show all", "Next"].contains(label)) {
                amina.presses(&reply, label).await;
            }
        }
        amina.asks("/attendees", &[("meeting", "Huge reef assembly".into())]).await;
        amina.asks("/meetings", &[("find", "Huge reef assembly".into())]).await;
        amina.asks("/meetings", &[]).await;
        amina.mentions("what was decided at the Huge reef assembly").await;
        for (command, option) in [
            ("/about", "topic"),
            ("/meetings", "topic"),
            ("/meetings", "find"),
            ("/attendees", "who"),
            ("/ask", "question"),
        ] {
            amina.types(command, option, "reef").await;
            amina.types(command, option, "").await;
        }
        scene.ends().await;
    });
}
