//! The container engine through its own command line, as an operator uses it.
//!
//! The one idea: nothing of the engine is linked in; each call is a command that could be typed.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::process::Command;
use tokio::time::sleep;

use super::super::deadlines::{LOOK_AGAIN, STARTED};

/// The name of the engine's command; where two are installed, `DOCKER` says which.
fn docker() -> Command {
    Command::new(std::env::var_os("DOCKER").unwrap_or_else(|| "docker".into()))
}

/// Runs a command of the engine, whatever comes of it.
pub(crate) async fn tried(arguments: &[&str]) -> Output {
    let mut command = docker();
    command.args(arguments).stdin(Stdio::null()).kill_on_drop(true);
    command.output().await.expect("the engine's command: `.ci/image` installs it")
}

/// Runs a command of the engine and gives what it printed.
pub(crate) async fn runs(arguments: &[&str]) -> String {
    let output = tried(arguments).await;
    let [printed, noted] = [output.stdout, output.stderr].map(|stream| String::from_utf8_lossy(&stream).into_owned());
    assert!(output.status.success(), "docker {arguments:?} says\n{noted}");
    printed
}

/// What the engine knows of an image or a container.
pub(crate) async fn inspected(name: &str) -> Value {
    let all: Value = serde_json::from_str(&runs(&["inspect", name]).await).expect("JSON");
    all[0].clone()
}

/// Builds an image from a folder with a Dockerfile. Nothing is fetched: what it stands on is here.
pub(crate) async fn builds(folder: &Path, tag: &str) {
    let folder = folder.to_string_lossy();
    runs(&["build", "--quiet", "--network=none", "--tag", tag, &folder]).await;
}

/// A running container.
pub(crate) struct Container {
    /// Its id or name.
    pub(crate) name: String,
    /// The number of its first process, as this machine counts.
    pub(crate) process: u64,
}

impl Container {
    /// Starts one with these flags, and the image with its arguments.
    pub(crate) async fn starts(flags: &[String], image: &[&str]) -> Self {
        let flags = flags.iter().map(String::as_str);
        let arguments: Vec<&str> = ["run", "--detach"].into_iter().chain(flags).chain(image.iter().copied()).collect();
        Self::found(runs(&arguments).await.trim()).await
    }

    /// One that something else started.
    pub(crate) async fn found(name: &str) -> Self {
        let process = inspected(name).await["State"]["Pid"].as_u64().unwrap_or(0);
        let container = Self { name: name.to_owned(), process };
        assert!(process > 0, "the container ended at once:\n{}", container.log().await);
        container
    }

    /// Waits until the engine calls it healthy; gives how long that took.
    pub(crate) async fn is_healthy(&self) -> Duration {
        let begun = Instant::now();
        loop {
            let state = inspected(&self.name).await["State"].clone();
            let health = state["Health"]["Status"].as_str().unwrap_or("without a health check");
            if health == "healthy" {
                return begun.elapsed();
            }
            let may_become = health == "starting" && state["Running"] == true && begun.elapsed() < STARTED;
            assert!(may_become, "{health} after {:?}: {state}\n{}", begun.elapsed(), self.log().await);
            sleep(LOOK_AGAIN * 5).await;
        }
    }

    /// Stops it as an operator does; gives how long that took, and the state it ended in.
    pub(crate) async fn stops(&self) -> (Duration, Value) {
        let begun = Instant::now();
        runs(&["stop", "--time=20", &self.name]).await;
        (begun.elapsed(), inspected(&self.name).await["State"].clone())
    }

    /// What it wrote to its log.
    pub(crate) async fn log(&self) -> String {
        String::from_utf8_lossy(&tried(&["logs", &self.name]).await.stderr).into_owned()
    }
}

impl Drop for Container {
    /// Takes it away. What it wrote is shown where a test failed.
    fn drop(&mut self) {
        let engine = |arguments: &[&str]| docker().as_std_mut().args(arguments).stdin(Stdio::null()).output();
        if std::thread::panicking() {
            let log = engine(&["logs", &self.name]).expect("the engine's command");
            eprintln!("--- what the container wrote:\n{}", String::from_utf8_lossy(&log.stderr));
        }
        engine(&["rm", "--force", &self.name]).expect("the engine's command");
    }
}
