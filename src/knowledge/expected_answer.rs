//! What `questions.json` holds: questions, and what their answers must say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::PartialDate;

/// A question with what its answer must say.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedAnswer {
    /// The schema an editor checks this entry with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What is asked, as a person would type it.
    pub question: String,
    /// The kind of question, under which the check reports it: `who chaired`, `off-topic`, `typo`.
    pub kind: String,
    /// The id of the entry that a reply would be about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
    /// How sure the answer must be.
    pub outcome: ExpectedOutcome,
    /// What the answer must say, ignoring case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub says: Vec<String>,
    /// What the answer must not say, ignoring case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub says_not: Vec<String>,
    /// The id of the entry that must be ranked first, or be among the choices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// The day it is asked on, where the answer depends on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<PartialDate>,
}

/// The outcomes an answer can have.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ExpectedOutcome {
    /// Sure.
    Answered,
    /// Several entries are near.
    Choices,
    /// The knowledge cannot tell.
    Unknown,
}
