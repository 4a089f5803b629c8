//! People: what they do in Discord, and what comes back.
//!
//! The one idea: a person can only do what Discord would show: commands and options that are registered, buttons that
//! are there. Everything said and answered goes into the transcript, which is the snapshot.

use serde_json::Value;

use super::{CHANNEL, Discord, payload};

/// Where a person is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Place {
    /// In the server's channel.
    Server,
    /// Alone with the bot.
    Direct,
    /// In another server, where the person brought the bot along.
    Elsewhere,
    /// With friends in a group, where the person brought the bot along.
    Group,
}

/// Somebody.
#[derive(Clone)]
pub(crate) struct Person<'a> {
    /// The stand-in they use.
    pub(crate) discord: &'a Discord,
    pub(super) name: &'static str,
    pub(super) id: String,
    pub(super) place: Place,
}

/// A text option.
pub(crate) fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

impl<'a> Person<'a> {
    pub(super) fn new(discord: &'a Discord, name: &'static str, id: String) -> Self {
        Self { discord, name, id, place: Place::Server }
    }

    /// The same person somewhere else.
    pub(crate) fn at(&self, place: Place) -> Self {
        Self { place, ..self.clone() }
    }

    /// The person's user.
    pub(crate) fn user(&self) -> Value {
        payload::user(&self.id, self.name)
    }

    /// The channel they are in.
    pub(crate) fn channel(&self) -> String {
        match self.place {
            Place::Server => CHANNEL.to_owned(),
            Place::Direct => format!("15{}", self.id.get(2..).expect("a long id")),
            Place::Elsewhere => "1600000000000000003".to_owned(),
            Place::Group => "1600000000000000004".to_owned(),
        }
    }

    /// Adds what this person does to the transcript.
    pub(super) fn says_in_transcript(&self, what: &str) {
        let place = match self.place {
            Place::Server => "",
            Place::Direct => " (direct)",
            Place::Elsewhere => " (elsewhere)",
            Place::Group => " (in a group)",
        };
        self.discord.transcribes(&format!("\n{}{place}> {what}\n", self.name));
    }
}
