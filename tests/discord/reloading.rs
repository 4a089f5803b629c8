//! The knowledge while the service runs: a curator's change shows, once and whole; a mistake changes nothing that is answered.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use serde_json::{Value, json};
use tokio::time::sleep;

use super::deadlines::{LOOK_AGAIN, LOOKED_AT, RELOADED};
use super::exposed::Exposed;
use super::folder::{Folder, copy, fact};
use super::scene::{Scene, all_of, stage};

/// A bot that knows what is in this folder.
async fn knowing(folder: &Folder) -> Scene {
    Scene::with(|_, launch| launch.knowing(folder.path())).await
}

/// A registry that lists so many meadows.
fn meadows(count: &str) -> Value {
    fact("seagrass", "Seagrass registry", &format!("It lists {count} meadows."))
}

/// What an answer about the registry says.
async fn said(scene: &Scene) -> String {
    scene.person("amina").asks("/about", &[("topic", "Seagrass registry".into())]).await.text()
}

/// Asks again and again until the answer holds a text.
async fn answer_comes_to_hold(scene: &Scene, text: &str) -> Duration {
    let begun = Instant::now();
    loop {
        let said = said(scene).await;
        if said.contains(text) {
            return begun.elapsed();
        }
        assert!(begun.elapsed() < RELOADED, "within {RELOADED:?} no answer holds {text}:\n{said}");
        sleep(LOOK_AGAIN).await;
    }
}

/// How often the knowledge was read again with this result.
async fn reads(scene: &Scene, result: &str) -> u64 {
    Exposed::by(&scene.bot).await.count(&format!("iom_bot_knowledge_reloads_total{{result=\"{result}\"}}"))
}

/// Waits until it was.
async fn reads_reach(scene: &Scene, result: &str, number: u64) {
    let begun = Instant::now();
    while reads(scene, result).await < number {
        assert!(begun.elapsed() < RELOADED, "the knowledge was not read {number} times as {result}");
        sleep(LOOK_AGAIN).await;
    }
}

async fn readyz(scene: &Scene) -> (u16, String) {
    scene.bot.gets("/readyz").await.expect("an answer")
}

/// The knowledge version that `/about` and the metrics tell.
async fn version(scene: &Scene) -> String {
    let text = scene.person("amina").asks("/about", &[]).await.text();
    let told = text.split("knowledge version ").nth(1).and_then(|rest| rest.split('.').next()).expect("a version");
    let metrics = Exposed::by(&scene.bot).await;
    assert_eq!(metrics.count(&format!("iom_bot_knowledge_info{{version=\"{told}\"}}")), 1);
    assert_eq!(metrics.text.matches("iom_bot_knowledge_info{").count(), 1, "one version at a time");
    told.to_owned()
}

/// How a folder is laid out, and how it is changed so that the registry lists forty meadows.
type Way = (&'static str, fn() -> Folder, fn(&Folder));

/// Where a way leaves the registry, unless it is where the first of them does.
const MOVED_IN: &str = "facts/more/seagrass.json";

const WAYS: &[Way] = &[
    ("a file is added", Folder::new, |folder| folder.overwrites("facts/seagrass.json", &meadows("forty"))),
    ("a file is replaced", Folder::new, |folder| folder.replaces("facts/seagrass.json", &meadows("forty"))),
    ("a volume is swapped", Folder::mounted, |folder| folder.mounts("..second", &[meadows("forty")])),
    ("the folder's own link is swapped", Folder::linked, |folder| {
        let (next, link) = (folder.beside("next"), folder.beside("link"));
        copy(&next);
        fs::write(next.join("facts/seagrass.json"), meadows("forty").to_string()).expect("a file");
        symlink("next", &link).expect("a link");
        fs::rename(link, folder.path()).expect("in place");
    }),
    ("many files are pulled", Folder::new, |folder| {
        for at in 0..300 {
            let lagoon = fact(&format!("lagoon-{at}"), &format!("Lagoon number {at}"), "It is shallow.");
            folder.overwrites(&format!("facts/lagoon-{at}.json"), &lagoon);
            if at % 50 == 0 {
                std::thread::sleep(Duration::from_millis(60));
            }
        }
        folder.overwrites("facts/seagrass.json", &meadows("forty"));
    }),
    ("a folder is moved in", Folder::new, |folder| {
        let aside = folder.beside("aside");
        fs::create_dir_all(&aside).expect("a folder");
        fs::write(aside.join("seagrass.json"), meadows("forty").to_string()).expect("a file");
        fs::rename(aside, folder.path().join("facts/more")).expect("in place");
    }),
];

#[test]
fn every_way_to_change_the_knowledge_shows_once() {
    stage(async || {
        let plays = WAYS.iter().map(|(name, lay, change)| async move {
            let folder = lay();
            let scene = knowing(&folder).await;
            assert!(said(&scene).await.contains("# Not known"), "{name}");
            let before = version(&scene).await;
            change(&folder);
            let took = answer_comes_to_hold(&scene, "forty meadows").await;
            println!("{name}: answered {took:.1?} later");
            assert_ne!(version(&scene).await, before, "{name}");
            // Whatever would be read once more has time to.
            sleep(Duration::from_secs(1)).await;
            assert_eq!(reads(&scene, "loaded").await, 1, "{name}: swapped more than once\n{}", scene.bot.output());
            assert_eq!(reads(&scene, "failed").await, 0, "{name}");
            // What was watched before is still watched, wherever it leads now.
            let is_moved_in = folder.path().join(MOVED_IN).exists();
            folder.replaces(if is_moved_in { MOVED_IN } else { "facts/seagrass.json" }, &meadows("fifty"));
            answer_comes_to_hold(&scene, "fifty meadows").await;
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn what_the_file_system_keeps_to_itself_shows_at_the_next_look() {
    stage(async || {
        let folder = Folder::new();
        // Written by another name, as over a network: nothing is told of it where it is watched.
        let elsewhere = folder.beside("elsewhere.json");
        fs::write(&elsewhere, meadows("forty").to_string()).expect("a file");
        fs::hard_link(&elsewhere, folder.path().join("facts/seagrass.json")).expect("a second name");
        let scene = knowing(&folder).await;
        answer_comes_to_hold(&scene, "forty meadows").await;
        let begun = Instant::now();
        fs::write(&elsewhere, meadows("fifty").to_string()).expect("a file");
        while reads(&scene, "loaded").await < 1 {
            assert!(begun.elapsed() < LOOKED_AT, "it was not looked at within {LOOKED_AT:?}");
            sleep(LOOK_AGAIN).await;
        }
        println!("a change that nobody told of was read after {:.1?}", begun.elapsed());
        answer_comes_to_hold(&scene, "fifty meadows").await;
        scene.ends().await;
    });
}

#[test]
fn a_mistake_changes_nothing_and_is_said_everywhere_until_it_is_mended() {
    stage(async || {
        let folder = Folder::new();
        folder.replaces("facts/seagrass.json", &meadows("forty"));
        let scene = knowing(&folder).await;
        let sound = version(&scene).await;
        let entries = |metrics: &Exposed| metrics.count("iom_bot_knowledge_entries");
        let before = entries(&Exposed::by(&scene.bot).await);
        folder.replaces("facts/seagrass.json", &json!({ "id": "seagrass", "titel": "misspelt" }));
        folder.replaces("facts/second.json", &json!({ "id": "second" }));
        reads_reach(&scene, "failed", 1).await;

        assert!(said(&scene).await.contains("forty meadows"), "the last good knowledge answers");
        assert_eq!(version(&scene).await, sound);
        let metrics = Exposed::by(&scene.bot).await;
        assert!(metrics.count("iom_bot_knowledge_mistakes") >= 2);
        assert_eq!(entries(&metrics), before);
        let (status, body) = readyz(&scene).await;
        assert_eq!((status, body.lines().count()), (200, 1), "{body}");
        assert!(body.contains("newer knowledge cannot be read since 20"), "{body}");
        assert!(body.contains("facts/seagrass.json line 1") || body.contains("facts/second.json line 1"), "{body}");
        let about = scene.person("amina").asks("/about", &[]).await.text();
        assert!(about.contains("Newer knowledge could not be read"), "{about}");
        let output = scene.bot.output();
        let told: Vec<&str> = output.lines().filter(|line| line.contains("newer knowledge cannot be read")).collect();
        assert_eq!(told.len(), 1, "an error is said once:\n{output}");
        for field in ["mistakes=", "file=", "line=1", "pointer=", "expected=", "found="] {
            assert!(told[0].contains(field), "{field} is not in {}", told[0]);
        }

        // Put back as it was, there is no newer knowledge any more.
        fs::remove_file(folder.path().join("facts/second.json")).expect("a file");
        folder.replaces("facts/seagrass.json", &meadows("forty"));
        reads_reach(&scene, "unchanged", 1).await;
        assert_eq!(readyz(&scene).await, (200, "ready\n".to_owned()));
        assert_eq!(Exposed::by(&scene.bot).await.count("iom_bot_knowledge_mistakes"), 0);
        let about = scene.person("amina").asks("/about", &[]).await.text();
        assert!(!about.contains("Newer knowledge could not be read"), "{about}");
        folder.replaces("facts/seagrass.json", &meadows("fifty"));
        answer_comes_to_hold(&scene, "fifty meadows").await;
        scene.ends().await;
    });
}

#[test]
fn sighup_reads_again_and_does_nothing_where_the_knowledge_is_built_in() {
    stage(async || {
        let folder = Folder::new();
        let scene = knowing(&folder).await;
        scene.bot.signal(Signal::SIGHUP);
        reads_reach(&scene, "unchanged", 1).await;
        folder.replaces("facts/seagrass.json", &meadows("forty"));
        scene.bot.signal(Signal::SIGHUP);
        answer_comes_to_hold(&scene, "forty meadows").await;
        scene.ends().await;

        let scene = Scene::with(|_, launch| launch.without("KNOWLEDGE_DIR")).await;
        scene.bot.signal(Signal::SIGHUP);
        let begun = Instant::now();
        while !scene.bot.output().contains("the knowledge is built in, there is nothing to read again") {
            assert!(begun.elapsed() < RELOADED, "{}", scene.bot.output());
            sleep(LOOK_AGAIN).await;
        }
        let metrics = Exposed::by(&scene.bot).await;
        assert_eq!(metrics.count("iom_bot_knowledge_reloads_total"), 0);
        scene.ends().await;
    });
}

/// What befalls a folder, and how it passes.
type Mishap = (&'static str, fn(&Folder), fn(&Folder));

const MISHAPS: &[Mishap] = &[
    (
        "the folder vanishes and comes back",
        |folder| fs::rename(folder.path(), folder.beside("away")).expect("away"),
        |folder| fs::rename(folder.beside("away"), folder.path()).expect("back"),
    ),
    (
        "a link goes round",
        |folder| symlink("..", folder.path().join("facts/loop")).expect("a link"),
        |folder| fs::remove_file(folder.path().join("facts/loop")).expect("a link"),
    ),
    (
        "a link leads nowhere",
        |folder| symlink("nowhere", folder.path().join("facts/gone.json")).expect("a link"),
        |folder| fs::remove_file(folder.path().join("facts/gone.json")).expect("a link"),
    ),
    (
        "a file is no text",
        |folder| fs::write(folder.path().join("facts/picture.json"), [0xff, 0xd8, 0xff]).expect("a file"),
        |folder| fs::remove_file(folder.path().join("facts/picture.json")).expect("a file"),
    ),
];

#[test]
fn what_cannot_be_read_is_said_and_passes() {
    stage(async || {
        let plays = MISHAPS.iter().map(|(name, spoil, mend)| async move {
            let folder = Folder::new();
            folder.replaces("facts/seagrass.json", &meadows("forty"));
            let scene = knowing(&folder).await;
            spoil(&folder);
            reads_reach(&scene, "failed", 1).await;
            assert!(said(&scene).await.contains("forty meadows"), "{name}");
            assert!(readyz(&scene).await.1.contains("cannot be read"), "{name}");
            mend(&folder);
            reads_reach(&scene, "unchanged", 1).await;
            assert_eq!(readyz(&scene).await.1, "ready\n", "{name}");
            // It is watched again.
            folder.replaces("facts/seagrass.json", &meadows("fifty"));
            let took = answer_comes_to_hold(&scene, "fifty meadows").await;
            println!("{name}: mended, and the next change was answered {took:.1?} later");
            scene.ends().await;
        });
        all_of(plays).await;
    });
}
