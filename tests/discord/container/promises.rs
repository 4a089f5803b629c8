//! What is promised of the image, of its process and of its end, as faults that must not be found.
//!
//! The one idea: a check gives the name of what is wrong, so that bad images can show that each fault is found, and by the
//! check that is meant for it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::super::deadlines::STOPPED;
use super::super::stand_in::TOKEN;
use super::engine::{self, Container, inspected};

/// The binary within the image.
pub(crate) const BINARY: &str = "/usr/local/bin/iom-maldives-bot";
/// The files of the image; nothing else may be in it, a shell least of all.
const FILES: [&str; 3] = [
    "usr/local/bin/iom-maldives-bot",
    "usr/share/licenses/iom-maldives-bot/LICENSE",
    "usr/share/licenses/iom-maldives-bot/everyday_words.LICENSE",
];
/// What the engine puts into every container.
const OF_THE_ENGINE: [&str; 8] =
    [".dockerenv", "dev/console", "dev/pts", "dev/shm", "etc/hostname", "etc/hosts", "etc/mtab", "etc/resolv.conf"];
/// Bytes, as the engine counts the layers.
const SIZE: u64 = 15_000_000;
/// KiB that the process may hold after its first answers.
const RESIDENT: u64 = 24 * 1024;
/// Nobody: neither root nor a user of the machine.
const USER: &str = "65532:65532";

/// The names of what is wrong, each with what was found.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<(&'static str, String)>);

impl Faults {
    /// What is wrong, in order.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.0.iter().map(|(name, _)| *name).collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn unless(&mut self, is_right: bool, name: &'static str, found: &impl ToString) {
        if !is_right {
            self.0.push((name, found.to_string()));
        }
    }
}

/// What is wrong with an image that was built from this commit; without one, nothing is expected of its labels.
pub(crate) async fn of_image(image: &str, commit: Option<&str>) -> Faults {
    let mut faults = Faults::default();
    let known = inspected(image).await;
    let config = &known["Config"];
    faults.unless(config["User"] == USER, "user", &config["User"]);
    faults.unless(config["Entrypoint"] == json!([BINARY]), "entrypoint", &config["Entrypoint"]);
    faults.unless(config["Cmd"] == json!(["serve"]), "command", &config["Cmd"]);
    faults.unless(config["StopSignal"] == "SIGTERM", "stop signal", &config["StopSignal"]);
    let health = &config["Healthcheck"]["Test"];
    faults.unless(*health == json!(["CMD", BINARY, "health"]), "health check", health);
    let label = |name: &str| &config["Labels"][format!("org.opencontainers.image.{name}")];
    faults.unless(label("version") == env!("CARGO_PKG_VERSION"), "version label", label("version"));
    faults.unless(label("licenses") == "MIT", "licence label", label("licenses"));
    faults.unless(commit.is_none_or(|commit| label("revision") == commit), "revision label", label("revision"));
    let size = known["Size"].as_u64().unwrap_or(u64::MAX);
    faults.unless(size <= SIZE, "size", &size);

    let history = engine::runs(&["history", "--no-trunc", "--format={{.CreatedBy}}", image]).await;
    let says_token = config["Env"].as_array().into_iter().flatten().any(|variable| {
        let name = variable.as_str().unwrap_or_default().split('=').next().unwrap_or_default();
        name.contains("TOKEN") || name.contains("SECRET")
    });
    faults.unless(!says_token && !holds_a_token(history.as_bytes()), "token", &config["Env"]);
    let (files, content) = exported(image).await;
    faults.unless(files == FILES, "files", &format!("{files:?}"));
    faults.unless(!holds_a_token(&content), "token in a file", &image);
    faults
}

/// The names of the files in an image, and all of them as one archive.
async fn exported(image: &str) -> (Vec<String>, Vec<u8>) {
    let created = engine::runs(&["create", "--network=none", image]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let archive = folder.path().join("image.tar");
    engine::runs(&["export", "--output", &archive.to_string_lossy(), created.trim()]).await;
    engine::runs(&["rm", created.trim()]).await;
    let listed = tokio::process::Command::new("tar").arg("-tf").arg(&archive).output().await.expect("tar");
    let names = String::from_utf8_lossy(&listed.stdout).into_owned();
    let is_its_own = |name: &&str| !name.ends_with('/') && !OF_THE_ENGINE.contains(name);
    let mut files: Vec<String> = names.lines().filter(is_its_own).map(str::to_owned).collect();
    files.sort();
    (files, fs::read(&archive).expect("the archive"))
}

/// Whether something in the shape of a bot token stands in it: three parts between dots, of 24 to 28, 6, and 27 to 40
/// letters.
fn holds_a_token(content: &[u8]) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    content.split(|byte| !is_letter(*byte)).any(|word| {
        let parts: Vec<usize> = word.split(|byte| *byte == b'.').map(<[u8]>::len).collect();
        matches!(parts.as_slice(), [24..=28, 6, 27..=40])
    })
}

/// What is wrong with the process of a container.
pub(crate) fn of_process(container: &Container, knows_a_folder: bool) -> Faults {
    let mut faults = Faults::default();
    let read = |name: &str| fs::read_to_string(format!("/proc/{}/{name}", container.process)).unwrap_or_default();
    let status = read("status");
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let nobody = ["65532"; 4].join(" ");
    let ids = [field("Uid"), field("Gid")];
    faults.unless(ids.iter().all(|ids| *ids == nobody), "identity", &ids.join(", "));
    let sets = ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"].map(field);
    let has_none = |set: &String| u64::from_str_radix(set, 16) == Ok(0);
    faults.unless(sets.iter().all(has_none), "capabilities", &sets.join(" "));
    faults.unless(field("NoNewPrivs") == "1", "new privileges", &field("NoNewPrivs"));
    // 2 is a filter, 0 is none.
    faults.unless(field("Seccomp") == "2", "system calls", &field("Seccomp"));
    // The last of its numbers is the one that it has within the container.
    faults.unless(field("NSpid").ends_with(" 1"), "first process", &field("NSpid"));
    let resident = resident_kib(container);
    faults.unless((1..=RESIDENT).contains(&resident), "memory", &resident);
    let mounts = read("mounts");
    let options = |place: &str| {
        let columns = mounts.lines().map(|line| line.split(' ').collect::<Vec<_>>());
        columns.filter(|columns| columns[1] == place).map(|columns| columns[3].to_owned()).next_back()
    };
    let is_read_only =
        |place: &str| options(place).is_some_and(|options| options.split(',').any(|option| option == "ro"));
    faults.unless(is_read_only("/"), "root file system", &format!("{:?}", options("/")));
    let folder = options("/knowledge");
    let is_as_meant = if knows_a_folder { is_read_only("/knowledge") } else { folder.is_none() };
    faults.unless(is_as_meant, "knowledge", &format!("{folder:?}"));
    let arguments = read("cmdline");
    faults.unless(arguments == format!("{BINARY}\0serve\0"), "arguments", &arguments.replace('\0', " "));
    faults.unless(!read("environ").contains(TOKEN), "environment", &"the token is in it");
    faults
}

/// The memory that the process holds now.
pub(crate) fn resident_kib(container: &Container) -> u64 {
    let status = fs::read_to_string(Path::new("/proc").join(container.process.to_string()).join("status"));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}

/// What is wrong with how a container ended.
pub(crate) fn of_end(took: Duration, state: &Value) -> Faults {
    let mut faults = Faults::default();
    faults.unless(took < STOPPED, "stop time", &format!("{took:?}"));
    faults.unless(state["ExitCode"] == 0, "exit code", &state["ExitCode"]);
    faults.unless(state["OOMKilled"] == false, "killed for memory", state);
    faults
}
