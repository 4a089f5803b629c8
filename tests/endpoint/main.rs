//! The service as Discord meets it over HTTP: the same scenes as over the gateway, and everything that HTTP brings with it.
//!
//! The one idea: what people see is held by the same files, `tests/discord/snapshots/`, whichever way an interaction comes; there is
//! no bot token here and no gateway, and the stand-in fails a scene in which either was wanted.
//!
//! The scenes behind a load balancer need haproxy; where it is missing, that is said. Numbers are printed with
//! `cargo test --test endpoint -- --nocapture`.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "as in every test, what is missing fails loudly")]
#![allow(dead_code, unused_imports, reason = "the stand-in can do more than what comes over HTTP")]

#[path = "../discord/asking.rs"]
mod asking;
#[path = "../discord/bot.rs"]
mod bot;
#[path = "../discord/crowd.rs"]
mod crowd;
#[path = "../discord/deadlines.rs"]
mod deadlines;
#[path = "../discord/enclosure.rs"]
mod enclosure;
#[path = "../discord/folder.rs"]
mod folder;
#[path = "../discord/hostile.rs"]
mod hostile;
#[path = "../discord/pressing.rs"]
mod pressing;
#[path = "../discord/scene.rs"]
mod scene;
#[path = "../discord/stand_in/mod.rs"]
mod stand_in;
#[path = "../discord/typing.rs"]
mod typing;

mod balanced;
mod balancer;
mod bodies;
mod leaving;
mod letter;
mod refusing;
mod starting;
mod strangers;
mod way;
