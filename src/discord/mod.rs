//! Discord: command definitions, what comes in, what goes out, the gateway, the endpoint, and every limit.
//!
//! The one idea: this is the only place that names serenity. serenity carries events in; answers are made from plain types by
//! `responder`, and go out as bodies of our own.

mod api;
mod bot;
mod commands;
mod custom_id;
mod dispatch;
mod endpoint;
mod entry_key;
mod gateway;
mod incoming;
mod limits;
mod outgoing;
mod packed_request;
mod registration;
mod responder;

pub use bot::{RegistrationError, register, serve};
pub use endpoint::Endpoint;
pub use gateway::{Fatal, Overheard, listen};
pub use registration::Registered;
pub use responder::Today;

/// The definitions of all commands, as Discord takes them.
pub fn command_definitions() -> Vec<serde_json::Value> {
    commands::definitions()
}
