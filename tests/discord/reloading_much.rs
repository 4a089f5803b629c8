//! Much at once while the knowledge changes: questions throughout, more events than anybody can count, a hundred versions.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use nix::sys::signal::Signal;
use serde_json::{Value, json};
use tokio::time::sleep;

use super::bot::Launch;
use super::deadlines::{ACKNOWLEDGED, LOOK_AGAIN, RELOADED};
use super::exposed::Exposed;
use super::folder::{Folder, fact};
use super::scene::{Scene, stage};

/// How often new knowledge came.
async fn loaded(scene: &Scene) -> u64 {
    Exposed::by(&scene.bot).await.count("iom_bot_knowledge_reloads_total{result=\"loaded\"}")
}

async fn loaded_reaches(scene: &Scene, number: u64) {
    let begun = Instant::now();
    while loaded(scene).await < number {
        assert!(begun.elapsed() < RELOADED, "new knowledge did not come {number} times:\n{}", scene.bot.output());
        sleep(LOOK_AGAIN).await;
    }
}

/// Ten meetings of one generation: a list of them names it ten times.
fn generation(number: u64) -> Value {
    let meeting = |at: usize| json!({ "id": format!("reef-{at}"), "title": format!("Reef assembly {at} of generation{number}"), "series": { "id": "reef", "number": at } });
    (1..=10).map(meeting).collect()
}

/// Every generation that a text names.
fn generations(text: &str) -> Vec<u64> {
    let numbers = text.split("generation").skip(1);
    numbers.filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()).collect()
}

#[test]
fn no_answer_mixes_two_versions() {
    const GENERATIONS: u64 = 12;
    stage(async || {
        let folder = Folder::new();
        folder.replaces("meetings/reef.json", &generation(0));
        let scene = Scene::with(|_, launch| launch.knowing(folder.path())).await;
        let is_over = Cell::new(false);
        let changing = async {
            for number in 1..=GENERATIONS {
                folder.replaces("meetings/reef.json", &generation(number));
                scene.bot.signal(Signal::SIGHUP);
                loaded_reaches(&scene, number).await;
            }
            is_over.set(true);
        };
        let asking = join_all(["amina", "ibrahim", "hawwa"].map(|name| {
            let (scene, is_over) = (&scene, &is_over);
            async move {
                let mut seen = Vec::new();
                while !is_over.get() {
                    let reply = scene.person(name).asks("/meetings", &[("find", "Reef assembly".into())]).await.text();
                    let version = reply.rsplit_once("Knowledge ").and_then(|(_, rest)| rest.split(',').next());
                    seen.push((version.unwrap_or_default().trim().to_owned(), generations(&reply), reply));
                    let names = scene.person(name).types("/meetings", "find", "Reef assembly").await;
                    let of_names: Vec<u64> = names.iter().flat_map(|(name, _)| generations(name)).collect();
                    seen.push((String::new(), of_names, format!("{names:?}")));
                }
                seen
            }
        }));
        let ((), answers) = tokio::join!(changing, asking);
        let mut of_version: BTreeMap<String, u64> = BTreeMap::new();
        let answers: Vec<_> = answers.into_iter().flatten().collect();
        for (version, generations, said) in &answers {
            let first = *generations.first().unwrap_or_else(|| panic!("no generation in {said}"));
            assert!(generations.len() >= 5, "too little to tell a mixture: {said}");
            assert!(generations.iter().all(|number| *number == first), "two versions in one answer:\n{said}");
            if !version.is_empty() {
                let known = *of_version.entry(version.clone()).or_insert(first);
                assert_eq!(known, first, "version {version} is told with another's entries:\n{said}");
            }
        }
        println!("{} answers while {GENERATIONS} versions came, {} versions seen", answers.len(), of_version.len());
        assert!(of_version.len() > 6, "only {of_version:?} were seen");
        scene.ends().await;
    });
}

#[test]
fn more_events_than_anybody_counts_are_no_burden() {
    stage(async || {
        let folder = Folder::new();
        let scene = Scene::with(|_, launch| launch.knowing(folder.path())).await;
        let before = scene.bot.resident_kib();
        let (begun, path) = (Instant::now(), folder.path().to_owned());
        let writing = tokio::task::spawn_blocking(move || {
            let mut written = 0_u32;
            while begun.elapsed() < Duration::from_secs(6) {
                for _ in 0..200 {
                    fs::write(path.join(".swap"), written.to_string()).expect("a file");
                    fs::rename(path.join(".swap"), path.join("facts/.busy")).expect("in place");
                    written += 1;
                }
                let number = fact("seagrass", "Seagrass registry", &format!("Meadow {written}."));
                fs::write(path.join(".swap"), number.to_string()).expect("a file");
                fs::rename(path.join(".swap"), path.join("facts/seagrass.json")).expect("in place");
            }
            written
        });
        while !writing.is_finished() {
            let asked = Instant::now();
            scene.person("amina").asks("/about", &[("topic", "third CWG".into())]).await;
            assert!(asked.elapsed() < ACKNOWLEDGED);
        }
        let written = writing.await.expect("no panic");
        loaded_reaches(&scene, 1).await;
        sleep(Duration::from_secs(1)).await;
        let said = scene.person("amina").asks("/about", &[("topic", "Seagrass registry".into())]).await.text();
        assert!(said.contains(&format!("Meadow {written}.")), "{said}");
        let reads = Exposed::by(&scene.bot).await.count("iom_bot_knowledge_reloads_total");
        let grown = scene.bot.resident_kib().saturating_sub(before);
        println!("{written} files in {:.1?}: read {reads} times, {grown} KiB more", begun.elapsed());
        assert!(reads <= 10, "{reads} readings of what changed {} times", written / 200);
        assert!(grown < 32 << 10, "{grown} KiB");
        scene.ends().await;
    });
}

#[test]
fn a_large_reading_keeps_nobody_waiting() {
    const MEETINGS: u64 = 20_000;
    stage(async || {
        let folder = Folder::new();
        let scene = Scene::with(|_, launch| launch.knowing(folder.path())).await;
        let meeting = |at: u64| {
            json!({
                "id": format!("m{at}"), "title": format!("Atoll council session {at} on shore line {}", at % 97),
                "date": { "start": format!("{}-{:02}-{:02}", 1990 + at % 30, at % 12 + 1, at % 28 + 1), "precision": "day" },
                "summary": format!("The council spoke of reef {} and of harbour {}.", at % 501, at % 733),
            })
        };
        let meetings: Vec<Value> = (0..MEETINGS).map(meeting).collect();
        folder.replaces("meetings/sessions.json", &Value::from(meetings));
        let (mut longest, mut answers) = (Duration::ZERO, 0);
        while loaded(&scene).await < 1 {
            let asked = Instant::now();
            scene.person("amina").asks("/about", &[("topic", "third CWG".into())]).await;
            scene.person("amina").types("/about", "topic", "third").await;
            longest = longest.max(asked.elapsed());
            answers += 2;
        }
        let took = Exposed::by(&scene.bot).await.value("iom_bot_knowledge_reload_duration_seconds_sum");
        println!(
            "{MEETINGS} meetings read in {took:.1} s; meanwhile {answers} answers, two of them in {longest:.1?} at most"
        );
        assert!(longest < ACKNOWLEDGED, "{longest:?}");
        scene.ends().await;
    });
}

#[test]
fn memory_stays_after_a_hundred_versions() {
    stage(async || {
        let folder = Folder::new();
        let scene = Scene::with(|_, launch| launch.knowing(folder.path())).await;
        let mut after_ten = 0;
        for number in 1..=100 {
            let facts: Value = (0..200)
                .map(|at| fact(&format!("f{at}"), &format!("Lagoon {at}"), &format!("Version {number}. ").repeat(20)))
                .collect();
            folder.replaces("facts/lagoons.json", &facts);
            scene.bot.signal(Signal::SIGHUP);
            loaded_reaches(&scene, number).await;
            if number == 10 {
                after_ten = scene.bot.resident_kib();
            }
        }
        let after = scene.bot.resident_kib();
        println!("after 10 versions {after_ten} KiB, after 100 {after} KiB");
        assert!(after < after_ten + (4 << 10), "{after_ten} KiB grew to {after} KiB");
        scene.ends().await;
    });
}

#[test]
fn a_change_shows_where_the_file_system_tells_nothing() {
    stage(async || {
        let folder = Folder::new();
        let scene = Scene::with(|_, launch| without_inotify(launch.knowing(folder.path()))).await;
        if !scene.bot.output().contains("the knowledge folder cannot be watched, it is looked at instead") {
            eprintln!("SKIPPED: inotify cannot be taken away here (no user namespace)");
            assert!(scene.bot.output().contains("inotify is there"), "{}", scene.bot.output());
            scene.ends().await;
            return;
        }
        folder.replaces("facts/seagrass.json", &fact("seagrass", "Seagrass registry", "It lists forty meadows."));
        loaded_reaches(&scene, 1).await;
        scene.ends().await;
    });
}

/// In a namespace where nobody gets inotify; if that is not permitted, it says so and starts as usual.
fn without_inotify(launch: Launch) -> Launch {
    launch.through(
        "if unshare --user --map-root-user sh -c 'echo 0 > /proc/sys/user/max_inotify_instances' 2> /dev/null; then \
         exec unshare --user --map-root-user sh -c 'echo 0 > /proc/sys/user/max_inotify_instances; exec \"$0\" \"$@\"' \"$0\" \"$@\"; \
         else echo inotify is there >&2; exec \"$0\" \"$@\"; fi",
    )
}
