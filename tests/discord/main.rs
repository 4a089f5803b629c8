//! The service as people and Discord meet it: the built binary against a stand-in for Discord, through real sockets.
//!
//! The one idea: every test is a scene that reads as a dialogue, and every scene ends on the same questions (`scene`).
//!
//! Bodies are checked against Discord's own description of its API where `DISCORD_OPENAPI` names it (by default
//! `../shared/discord/openapi.json`); where it is missing, that is said. As root each scene runs in a network namespace of its
//! own. What people see is in `snapshots/`. Numbers are printed with `cargo test --test discord -- --nocapture`.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "as in every test, what is missing fails loudly")]

mod alerts;
mod asking;
mod bot;
mod container;
mod crowd;
mod deadlines;
mod elsewhere;
mod enclosure;
mod exposed;
mod folder;
mod gateway_faults;
mod hand_client;
mod health;
mod hostile;
mod hostile_knowledge;
mod last_questions;
mod leaving;
mod logging;
mod picture;
mod pressing;
mod promql;
mod registering;
mod reloading;
mod reloading_much;
mod rest_faults;
mod scene;
mod secrecy;
mod sharding;
mod speaking;
mod stand_in;
mod starting;
mod typing;
mod watching;
mod way;
