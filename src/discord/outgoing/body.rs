//! The bodies that go over the wire, serialised by ourselves so that new components need no new library.
//!
//! The one idea: `allowed_mentions` is part of the type and has one value, so no body can ping anybody.

use serde::{Deserialize, Serialize};

/// Only the asker sees it.
pub(in crate::discord) const EPHEMERAL: u32 = 1 << 6;

/// The first answer to an interaction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(in crate::discord) struct InteractionAnswer {
    /// What kind of answer.
    #[serde(rename = "type")]
    pub(in crate::discord) kind: u8,
    /// What it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) data: Option<AnswerContent>,
}

/// What an answer to an interaction holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(in crate::discord) enum AnswerContent {
    /// A message.
    Message(Box<MessageBody>),
    /// Suggestions.
    Suggestions {
        /// Best first.
        choices: Vec<SuggestionBody>,
    },
}

impl InteractionAnswer {
    /// A new message.
    pub(in crate::discord) fn message(body: MessageBody) -> Self {
        Self { kind: 4, data: Some(AnswerContent::Message(Box::new(body))) }
    }

    /// A new face of the message whose button was pressed; who sees it was settled when it was sent.
    pub(in crate::discord) fn update(body: MessageBody) -> Self {
        let body = MessageBody { flags: 0, ..body };
        Self { kind: 7, data: Some(AnswerContent::Message(Box::new(body))) }
    }

    /// Heard, with nothing to show.
    pub(in crate::discord) fn heard() -> Self {
        Self { kind: 6, data: None }
    }

    /// Suggestions for an option.
    pub(in crate::discord) fn suggestions(choices: Vec<SuggestionBody>) -> Self {
        Self { kind: 8, data: Some(AnswerContent::Suggestions { choices }) }
    }
}

/// A suggestion for an option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(in crate::discord) struct SuggestionBody {
    /// What is shown.
    pub(in crate::discord) name: String,
    /// What is put in.
    pub(in crate::discord) value: String,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(in crate::discord) struct MessageBody {
    /// Text above the embeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) content: Option<String>,
    /// The answer.
    pub(in crate::discord) embeds: Vec<EmbedBody>,
    /// Rows of buttons and menus.
    pub(in crate::discord) components: Vec<Row>,
    /// `EPHEMERAL`, or nothing.
    #[serde(skip_serializing_if = "is_zero")]
    pub(in crate::discord) flags: u32,
    /// Nobody.
    pub(in crate::discord) allowed_mentions: Nobody,
    /// The message that is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) message_reference: Option<Reference>,
    /// Makes a message that is sent twice one message, where `enforce_nonce` is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) nonce: Option<String>,
    /// See `nonce`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::discord) enforce_nonce: bool,
}

/// Who may be pinged: nobody.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(in crate::discord) struct Nobody {
    parse: [(); 0],
}

/// The message that is answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(in crate::discord) struct Reference {
    /// Its id.
    pub(in crate::discord) message_id: String,
    /// Whether its absence is an error.
    pub(in crate::discord) fail_if_not_exists: bool,
}

/// An embed. Also read back from a message that is shared.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(in crate::discord) struct EmbedBody {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) color: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::discord) fields: Vec<FieldBody>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) footer: Option<FooterBody>,
}

/// A heading with text.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(in crate::discord) struct FieldBody {
    pub(in crate::discord) name: String,
    pub(in crate::discord) value: String,
    #[serde(default)]
    pub(in crate::discord) inline: bool,
}

/// Small text below.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(in crate::discord) struct FooterBody {
    pub(in crate::discord) text: String,
}

/// A row of buttons, or of one menu.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(in crate::discord) struct Row {
    #[serde(rename = "type")]
    kind: u8,
    pub(in crate::discord) components: Vec<Component>,
}

impl Row {
    /// A row.
    pub(super) fn new(components: Vec<Component>) -> Self {
        Self { kind: 1, components }
    }

    /// The row with some of its components; nothing where none is left.
    pub(super) fn keeping(mut self, is_kept: impl Fn(&Component) -> bool) -> Option<Self> {
        self.components.retain(is_kept);
        (!self.components.is_empty()).then_some(self)
    }
}

/// A button (`type` 2) or a menu (`type` 3).
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(in crate::discord) struct Component {
    #[serde(rename = "type")]
    pub(super) kind: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) custom_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::discord) label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) style: Option<u8>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) disabled: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) placeholder: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) options: Vec<MenuOption>,
}

/// What can be picked from a menu.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(in crate::discord) struct MenuOption {
    pub(super) label: String,
    pub(super) value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(flags: &u32) -> bool {
    *flags == 0
}
