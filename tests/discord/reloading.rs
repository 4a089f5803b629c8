//! The knowledge while the service runs: a curator's change shows, a mistake changes nothing, hostile entries do no harm.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use serde_json::{Value, json};
use tempfile::TempDir;
use walkdir::WalkDir;

use super::bot::KNOWLEDGE;
use super::deadlines::ANSWERED;
use super::scene::{Scene, stage};

/// The knowledge of the tests in a folder of its own, so that it can be changed.
fn a_copy() -> TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for file in WalkDir::new(KNOWLEDGE).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let place = copy.path().join(file.path().strip_prefix(KNOWLEDGE).expect("below it"));
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::copy(file.path(), place).expect("a copy");
    }
    copy
}

/// As an editor writes: aside, then in place.
fn write(folder: &Path, file: &str, entry: &Value) {
    let aside = folder.join(".aside");
    fs::write(&aside, entry.to_string()).expect("a file");
    fs::rename(aside, folder.join(file)).expect("in place");
}

fn fact(id: &str, title: &str, text: &str) -> Value {
    json!({ "id": id, "title": title, "text": text, "topic": "lagoon" })
}

/// Asks again and again until the answer holds a text.
async fn answer_comes_to_hold(scene: &Scene, topic: &str, text: &str) -> Duration {
    let begun = Instant::now();
    loop {
        let reply = scene.person("amina").asks("/about", &[("topic", topic.into())]).await;
        if reply.text().contains(text) {
            return begun.elapsed();
        }
        assert!(
            begun.elapsed() < ANSWERED,
            "within {ANSWERED:?} no answer about {topic} holds {text}:\n{}",
            reply.text()
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[test]
fn a_change_shows_and_a_mistake_changes_nothing() {
    stage(async || {
        let folder = a_copy();
        let scene = Scene::with(|_, launch| launch.knowing(folder.path())).await;
        let reply = scene.person("amina").asks("/about", &[("topic", "Seagrass registry".into())]).await;
        assert!(reply.text().contains("# Not known"));
        write(folder.path(), "facts/seagrass.json", &fact("seagrass", "Seagrass registry", "It lists forty meadows."));
        let took = answer_comes_to_hold(&scene, "Seagrass registry", "forty meadows").await;
        println!("a new entry was answered {took:.1?} after it was written");
        write(folder.path(), "facts/seagrass.json", &json!({ "id": "seagrass", "titel": "misspelt" }));
        scene.bot.signal(Signal::SIGHUP);
        answer_comes_to_hold(&scene, "Seagrass registry", "forty meadows").await;
        write(folder.path(), "facts/seagrass.json", &fact("seagrass", "Seagrass registry", "It lists fifty meadows."));
        scene.bot.signal(Signal::SIGHUP);
        let took = answer_comes_to_hold(&scene, "Seagrass registry", "fifty meadows").await;
        println!("a changed entry was answered {took:.1?} after it was written and SIGHUP sent");
        assert!(scene.bot.output().contains("titel"), "the mistake is not in the log:\n{}", scene.bot.output());
        scene.ends().await;
    });
}

#[test]
fn hostile_and_huge_entries_keep_every_limit() {
    stage(async || {
        let folder = a_copy();
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
