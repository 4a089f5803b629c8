//! A command's definition, as Discord takes it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::VISIBLE;
use crate::message::command_words::Named;

/// A command that is typed.
pub(super) const CHAT_INPUT: u8 = 1;
/// An entry in the menu of a message.
pub(super) const MESSAGE: u8 = 3;

const STRING: u8 = 3;
const BOOLEAN: u8 = 5;
/// In servers, in direct messages with the bot, in other private chats.
const CONTEXTS: [u8; 3] = [0, 1, 2];
/// Installed in a server, installed for oneself.
const INTEGRATION_TYPES: [u8; 2] = [0, 1];
/// The only option that must be given.
const REQUIRED: &str = "question";

/// A command.
#[derive(Debug, Serialize)]
pub(super) struct Definition {
    #[serde(rename = "type")]
    kind: u8,
    name: &'static str,
    name_localizations: BTreeMap<&'static str, &'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'static str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    description_localizations: BTreeMap<&'static str, &'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<OptionDefinition>,
    contexts: [u8; 3],
    integration_types: [u8; 2],
}

#[derive(Debug, Serialize)]
struct OptionDefinition {
    #[serde(rename = "type")]
    kind: u8,
    name: &'static str,
    name_localizations: BTreeMap<&'static str, &'static str>,
    description: &'static str,
    description_localizations: BTreeMap<&'static str, &'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    autocomplete: bool,
}

impl Definition {
    pub(super) fn new(kind: u8, command: &Named, options: &[Named]) -> Self {
        Self {
            kind,
            name: command.name,
            name_localizations: names(command),
            description: command.description,
            description_localizations: descriptions(command),
            options: options.iter().map(OptionDefinition::new).collect(),
            contexts: CONTEXTS,
            integration_types: INTEGRATION_TYPES,
        }
    }
}

impl OptionDefinition {
    fn new(option: &Named) -> Self {
        let is_switch = option.name == VISIBLE;
        Self {
            kind: if is_switch { BOOLEAN } else { STRING },
            name: option.name,
            name_localizations: names(option),
            description: option.description,
            description_localizations: descriptions(option),
            required: option.name == REQUIRED,
            autocomplete: !is_switch,
        }
    }
}

fn names(named: &Named) -> BTreeMap<&'static str, &'static str> {
    named.localised.iter().map(|(locale, name, _)| (*locale, *name)).collect()
}

fn descriptions(named: &Named) -> BTreeMap<&'static str, &'static str> {
    let given = named.localised.iter().filter(|(_, _, description)| !description.is_empty());
    given.map(|(locale, _, description)| (*locale, *description)).collect()
}
