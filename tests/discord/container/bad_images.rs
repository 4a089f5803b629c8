//! Images and runs that are bad on purpose: each must be found out by the check that is meant for it, and by no other.

use std::fs;

use super::super::stand_in::{Discord, TOKEN};
use super::engine::{self, Container};
use super::promises::{of_image, of_process};
use super::{Mounts, commit, image, serving, stage};

/// What is done to the good image, and the faults that this is.
const BAD: [(&str, &[&str]); 11] = [
    ("USER 0", &["user"]),
    ("USER iom", &["user"]),
    ("ENTRYPOINT iom-maldives-bot serve", &["command", "entrypoint"]),
    ("CMD [\"chat\"]", &["command"]),
    ("ENV DISCORD_TOKEN=xyz", &["token"]),
    ("COPY token /run/secrets/token", &["files", "token in a file"]),
    ("COPY large /large", &["files", "size"]),
    ("COPY sh /bin/sh", &["files"]),
    ("HEALTHCHECK NONE", &["health check"]),
    ("STOPSIGNAL SIGWINCH", &["stop signal"]),
    ("LABEL org.opencontainers.image.revision=", &["revision label"]),
];

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn every_bad_image_is_found_out() {
    stage(async || {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).expect("a file");
        file("token", TOKEN.as_bytes());
        file("large", &vec![b'x'; 20_000_000]);
        file("sh", b"a shell");
        for (number, (line, faults)) in BAD.into_iter().enumerate() {
            file("Dockerfile", format!("FROM {}\n{line}\n", image()).as_bytes());
            let bad = format!("bad-{number}");
            engine::builds(folder.path(), &bad).await;
            let found = of_image(&bad, Some(&commit())).await;
            assert_eq!(found.names(), faults, "`{line}`: {found:?}");
        }
    });
}

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn a_run_that_is_not_hardened_is_found_out() {
    stage(async || {
        let discord = Discord::start().await;
        let mounts = Mounts::new();
        let mut flags = serving::network(&discord);
        flags.extend(["--user=0", "--security-opt=seccomp=unconfined", "--pid=host"].map(str::to_owned));
        flags.push(format!("--env=DISCORD_TOKEN={TOKEN}"));
        flags.push(format!("--volume={}:/knowledge", mounts.knowledge().display()));
        let container = Container::starts(&flags, &[&image(), "--log-format=json", "serve"]).await;
        container.is_healthy().await;
        let expected = [
            "arguments",
            "capabilities",
            "environment",
            "first process",
            "identity",
            "knowledge",
            "new privileges",
            "root file system",
            "system calls",
        ];
        let found = of_process(&container, true);
        assert_eq!(found.names(), expected, "{found:?}");
    });
}
