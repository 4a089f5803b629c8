//! Answers a team's questions about what IOM does in the Maldives, from a sourced knowledge base.

pub mod answer;
pub mod cli;
pub mod discord;
pub mod knowledge;
pub mod message;
pub mod search;
pub mod service;
pub mod terminal;
pub mod text;

/// The version with the commit that was built, as in `0.1.0 (source 0123456789ab)`; `source unknown` where the build had
/// no repository.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (source ", env!("IOM_BOT_SOURCE"), ")");
