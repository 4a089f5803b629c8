//! What comes in, in the project's own shape.
//!
//! The one idea: serenity's models end here; whatever brings an interaction, the answer is made from these types.

mod interaction;
mod mentions;
mod text_message;

use super::custom_id::{Leaf, Press};
use super::outgoing::body::{EmbedBody, Row};

pub(super) use interaction::{received as interaction, unreadable};
pub(super) use text_message::received as text_message;

/// Somebody used a command, a menu, a button, or types into an option.
#[derive(Clone, Debug)]
pub(super) struct Interaction {
    pub(super) id: u64,
    pub(super) application: u64,
    /// Lets whoever holds it answer in the bot's name for 15 minutes: never logged.
    pub(super) token: String,
    pub(super) asker: u64,
    /// Nobody but the asker and the bot is there.
    pub(super) is_direct: bool,
    pub(super) action: Action,
}

/// What was done.
#[derive(Clone, Debug)]
pub(super) enum Action {
    Command(Asking),
    /// A message's menu, with the message's text.
    Menu {
        name: String,
        text: Option<String>,
    },
    Autocomplete {
        command: String,
        option: String,
        text: String,
    },
    Press(Box<Pressed>),
    /// Something that this version does not know.
    Unknown,
}

/// A command with its options.
#[derive(Clone, Debug, Default)]
pub(super) struct Asking {
    pub(super) command: String,
    pub(super) texts: Vec<(String, String)>,
    pub(super) flags: Vec<(String, bool)>,
}

impl Asking {
    /// What was typed into an option.
    pub(super) fn text(&self, option: &str) -> Option<&str> {
        self.texts.iter().find(|(name, _)| name == option).map(|(_, text)| text.as_str())
    }

    /// Whether a boolean option was set.
    pub(super) fn flag(&self, option: &str) -> bool {
        self.flags.iter().any(|(name, is_set)| name == option && *is_set)
    }
}

/// A button or menu, with the message that it belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct Pressed {
    pub(super) custom_id: String,
    /// What was picked.
    pub(super) values: Vec<String>,
    /// Whether the message is seen by the asker alone.
    pub(super) is_private: bool,
    pub(super) embeds: Vec<EmbedBody>,
    pub(super) rows: Vec<Row>,
}

impl Pressed {
    /// Who asked for the message, as its own button says.
    pub(super) fn asker(&self) -> Option<u64> {
        self.presses().find_map(|press| if let Press::Delete { asker, .. } = press { Some(asker) } else { None })
    }

    /// The request that the buttons of a row carry in parts.
    pub(super) fn carried_request(&self, wanted: Leaf) -> String {
        let mut parts: Vec<(usize, String)> = self
            .presses()
            .filter_map(|press| match press {
                Press::Turn { leaf, part, request, .. } if leaf == wanted => Some((part, request)),
                _ => None,
            })
            .collect();
        parts.sort();
        parts.into_iter().map(|(_, part)| part).collect()
    }

    fn presses(&self) -> impl Iterator<Item = Press> {
        presses(&self.rows)
    }
}

/// What all buttons of a message mean.
pub(super) fn presses(rows: &[Row]) -> impl Iterator<Item = Press> {
    let components = rows.iter().flat_map(|row| &row.components);
    components.filter_map(|component| Press::read(component.custom_id.as_deref()?)).map(|(press, _)| press)
}

/// A message that is meant for the bot.
#[derive(Clone, Debug)]
pub(super) struct TextMessage {
    pub(super) id: u64,
    pub(super) channel: u64,
    pub(super) author: u64,
    /// The text without mentions.
    pub(super) question: String,
    /// The entry that the message replies to, as a button of that answer carries it.
    pub(super) subject: Option<String>,
}
