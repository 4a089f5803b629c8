//! The hardened container at work: it becomes healthy, answers, says which knowledge it has, and leaves.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;

use iom_maldives_bot::VERSION;
use iom_maldives_bot::knowledge::Knowledge;
use serde_json::{Value, json};
use tokio::time::sleep;

use super::super::deadlines::{LOOK_AGAIN, RELOADED, STARTED};
use super::super::folder::{Folder, fact};
use super::super::stand_in::{Discord, Event, TOKEN, World};
use super::engine::{self, Container};
use super::promises::{BINARY, of_end, of_image, of_process, resident_kib};
use super::{Mounts, commit, image, stage, version_of};

/// As the page for operators says to run it.
pub(super) const HARDENED: [&str; 6] = [
    "--read-only",
    "--cap-drop=all",
    "--security-opt=no-new-privileges",
    "--memory=64m",
    "--memory-swap=64m",
    "--pids-limit=64",
];

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn the_image_is_what_is_promised() {
    stage(async || {
        let faults = of_image(&image(), Some(&commit())).await;
        assert!(faults.names().is_empty(), "{faults:?}");
        let size = engine::inspected(&image()).await["Size"].clone();
        let version = engine::runs(&["run", "--rm", "--network=none", &image(), "--version"]).await;
        assert!(version.contains(&shown()), "{version}");
        assert_eq!(VERSION.split(' ').next(), version.split(' ').nth(1), "{version}");
        let about = engine::runs(&["run", "--rm", "--network=none", &image(), "about"]).await;
        assert!(about.contains(&shown()), "{about}");
        println!("image: {size} bytes, {}", version.trim());
    });
}

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn a_hardened_container_answers_from_the_mounted_knowledge() {
    stage(async || {
        let discord = Discord::start().await;
        let mounts = Mounts::new();
        let container = Container::starts(&knowing(&discord, &mounts), &[&image()]).await;
        serves(&discord, &container, Some(mounts.knowledge())).await;
    });
}

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn knowledge_that_changes_on_the_mount_is_answered_from() {
    stage(async || {
        let discord = Discord::start().await;
        let mounts = Mounts::of(Folder::mounted());
        let container = Container::starts(&knowing(&discord, &mounts), &[&image()]).await;
        can_be_used(&discord).await;
        // As a cluster swaps a volume, and then as it would be told by hand.
        for (version, count) in [("..second", "four"), ("..third", "nine")] {
            let text = format!("It lists {count} meadows.");
            mounts.folder.mounts(version, &[fact("seagrass", "Seagrass registry", &text)]);
            if count == "nine" {
                engine::runs(&["kill", "--signal=HUP", &container.name]).await;
            }
            let begun = Instant::now();
            while !said(&discord).await.contains(&text) {
                assert!(begun.elapsed() < RELOADED, "after {RELOADED:?} it still says\n{}", said(&discord).await);
                sleep(LOOK_AGAIN).await;
            }
            println!("knowledge: answered from {:.1?} after it changed", begun.elapsed());
        }
        let (took, state) = container.stops().await;
        assert!(of_end(took, &state).names().is_empty(), "{state}");
    });
}

async fn said(discord: &Discord) -> String {
    discord.person("amina").asks("/about", &[("topic", "Seagrass registry".into())]).await.text()
}

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn without_a_mount_the_built_in_knowledge_serves() {
    stage(async || {
        let discord = Discord::start().await;
        let mounts = Mounts::new();
        let container = Container::starts(&hardened(&discord, &mounts), &[&image()]).await;
        serves(&discord, &container, None).await;
    });
}

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn an_empty_mount_is_a_mistake_that_is_named() {
    stage(async || {
        let empty = tempfile::tempdir().expect("a folder");
        let mount = format!("--volume={}:/knowledge:ro", empty.path().display());
        let output = engine::tried(&["run", "--rm", "--network=none", &mount, &image(), "check"]).await;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("at least one entry"), "{said}");
    });
}

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn compose_runs_it_as_hardened_as_by_hand() {
    stage(async || {
        let discord = Discord::start().await;
        let mounts = Mounts::new();
        let composed = Composed::new(&mounts, &discord);
        composed.runs(&["up", "--detach", "--no-build"]).await;
        let container = Container::found(composed.runs(&["ps", "--quiet"]).await.trim()).await;
        serves(&discord, &container, Some(mounts.knowledge())).await;
        composed.runs(&["down"]).await;
    });
}

/// `compose.yaml` as it is, in the folder with what it mounts, and beside it what is different here: the image, and where
/// Discord is.
struct Composed {
    folder: PathBuf,
}

impl Composed {
    fn new(mounts: &Mounts, discord: &Discord) -> Self {
        let folder = mounts.token.parent().expect("a folder").to_owned();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("compose.yaml");
        fs::copy(file, folder.join("compose.yaml")).expect("a copy");
        let different = json!({ "services": { "bot": {
            "image": image(), "network_mode": "host", "environment": { "DISCORD_API_URL": format!("http://{}", discord.rest) },
        } } });
        fs::write(folder.join("different.yaml"), different.to_string()).expect("a file");
        Self { folder }
    }

    async fn runs(&self, arguments: &[&str]) -> String {
        let mut command = tokio::process::Command::new("docker-compose");
        command.args(["--project-name=bot", "--file=compose.yaml", "--file=different.yaml"]).args(arguments);
        let output = command.current_dir(&self.folder).output().await.expect("`.ci/image` installs docker-compose");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// The container on the stand-in's loopback: the engine was started there.
pub(super) fn network(discord: &Discord) -> Vec<String> {
    vec!["--network=host".to_owned(), format!("--env=DISCORD_API_URL=http://{}", discord.rest)]
}

/// Hardened, and with the knowledge mounted.
fn knowing(discord: &Discord, mounts: &Mounts) -> Vec<String> {
    let mut flags = hardened(discord, mounts);
    flags.push(format!("--volume={}:/knowledge:ro", mounts.knowledge().display()));
    flags
}

fn hardened(discord: &Discord, mounts: &Mounts) -> Vec<String> {
    let mut flags = network(discord);
    flags.extend(HARDENED.map(str::to_owned));
    flags.push("--env=DISCORD_TOKEN_FILE=/run/secrets/token".to_owned());
    flags.push(format!("--volume={}:/run/secrets/token:ro", mounts.token.display()));
    flags
}

/// Everything that is asked of a container, up to its end.
pub(super) async fn serves(discord: &Rc<Discord>, container: &Container, folder: Option<&Path>) {
    can_be_used(discord).await;
    let own = fs::read_link("/proc/self/ns/net").expect("a network");
    let its = fs::read_link(format!("/proc/{}/ns/net", container.process)).expect("a network");
    assert_eq!(own, its, "the container is in another network");

    let amina = discord.person("amina");
    let reply = amina.asks("/attendees", &[("meeting", "thrid consuler working group".into())]).await;
    assert!(reply.text().contains("Prosecutor General's Office"), "{}", reply.text());
    let known = folder.map_or_else(built_in, version_of);
    let about = amina.asks("/about", &[]).await.text();
    assert!(about.contains(&known) && about.contains(&shown()), "not {known} in\n{about}");

    let healthy = container.is_healthy().await;
    engine::runs(&["exec", &container.name, BINARY, "health"]).await;
    let faults = of_process(container, folder.is_some());
    assert!(faults.names().is_empty(), "{faults:?}");
    let resident = resident_kib(container);

    let (took, state) = container.stops().await;
    let faults = of_end(took, &state);
    assert!(faults.names().is_empty(), "{faults:?}\n{}", container.log().await);
    let log = container.log().await;
    assert!(!log.contains(TOKEN), "the token is in the log");
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect();
    let serving = lines.iter().find(|line| line["message"] == "serving").expect("it says that it serves");
    assert_eq!(serving["knowledge"], known.as_str());
    discord.shared.look(|world| {
        assert!(world.violations.is_empty(), "{:?}", world.violations);
        assert!(world.count(|event| matches!(event, Event::ClientClosed(_, Some(_)))) > 0, "{:?}", world.events);
    });
    println!(
        "container: healthy {healthy:.1?} after its first answers, {resident} KiB resident, stopped in {took:.2?}"
    );
}

async fn can_be_used(discord: &Discord) {
    discord.sessions_reach(1, STARTED).await;
    let registered = |world: &World| (!world.commands.is_empty()).then_some(());
    discord.until("the commands", STARTED, registered).await;
}

/// As much of the commit as the bot shows.
fn shown() -> String {
    commit().chars().take(12).collect()
}

fn built_in() -> String {
    Knowledge::built_in().expect("sound").knowledge.version
}
