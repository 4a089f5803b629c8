//! What Discord's description cannot say about messages, and what this product promises about its own.

use std::collections::HashSet;

use serde_json::Value;

use super::components;
use super::text::{self, length};

/// Where a message goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// As answer of an interaction: it may be private.
    Interaction,
    /// Into a channel.
    Channel,
    /// In place of an earlier one.
    Edit,
}

const CONTENT: usize = 2000;
const EMBEDS: usize = 10;
const TITLE: usize = 256;
const DESCRIPTION: usize = 4096;
const FIELDS: usize = 25;
const FIELD_NAME: usize = 256;
const FIELD_VALUE: usize = 1024;
const FOOTER: usize = 2048;
const AUTHOR: usize = 256;
/// Over all embeds of a message together.
const TOGETHER: usize = 6000;
const EPHEMERAL: u64 = 1 << 6;
const SUPPRESS_EMBEDS: u64 = 1 << 2;
const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;

/// Every rule that a message breaks.
pub(crate) fn broken(message: &Value, kind: Kind) -> Vec<String> {
    let mut broken = broken_flags(message, kind);
    broken.extend(mentions(message));
    let content = message["content"].as_str().unwrap_or_default();
    let embeds: Vec<&Value> = message["embeds"].as_array().into_iter().flatten().collect();
    if kind != Kind::Edit && content.trim().is_empty() && embeds.is_empty() {
        broken.push("the message is empty".to_owned());
    }
    within(&mut broken, "content", content, CONTENT);
    text::shown(&mut broken, "content", without_attribution(content));
    if embeds.len() > EMBEDS {
        broken.push(format!("{} embeds", embeds.len()));
    }
    let together: usize =
        embeds.iter().map(|embed| embed_texts(embed).iter().map(|(_, text, _)| length(text)).sum::<usize>()).sum();
    if together > TOGETHER {
        broken.push(format!("the embeds have {together} characters together, more than {TOGETHER}"));
    }
    for embed in embeds {
        let texts = embed_texts(embed);
        if texts.is_empty() {
            broken.push("an embed is empty".to_owned());
        }
        if embed["fields"].as_array().is_some_and(|fields| fields.len() > FIELDS) {
            broken.push("an embed has more than 25 fields".to_owned());
        }
        for (name, text, most) in texts {
            if text.trim().is_empty() {
                broken.push(format!("{name} is empty"));
            }
            within(&mut broken, name, text, most);
            if matches!(name, "footer" | "author") {
                text::plain(&mut broken, name, text);
            } else {
                text::shown(&mut broken, name, text);
            }
        }
    }
    broken.extend(components::broken(message));
    broken
}

/// Flags that this kind of message cannot have.
pub(crate) fn broken_flags(message: &Value, kind: Kind) -> Vec<String> {
    let flags = message["flags"].as_u64().unwrap_or(0);
    let private = if kind == Kind::Interaction { EPHEMERAL } else { 0 };
    let other = flags & !(private | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS);
    if other == 0 { Vec::new() } else { vec![format!("flags {other:#b} cannot be set here ({kind:?})")] }
}

/// Nobody is ever pinged: not by what somebody asked, not by what stands in the knowledge, not by a reply.
fn mentions(message: &Value) -> Option<String> {
    let allowed = &message["allowed_mentions"];
    let nothing = |field: &str| allowed[field].as_array().is_none_or(Vec::is_empty);
    let silent = allowed["parse"].as_array().is_some_and(Vec::is_empty)
        && nothing("users")
        && nothing("roles")
        && allowed["replied_user"] != Value::Bool(true);
    (!silent).then(|| format!("allowed_mentions is {allowed}; it must be present with an empty parse, and ping nobody"))
}

/// A shared answer names who asked, without a ping; nothing else may look like one.
fn without_attribution(content: &str) -> &str {
    let named = content.strip_prefix("Shared by <@").and_then(|rest| rest.split_once('>'));
    match named {
        Some((id, rest)) if id.chars().all(|letter| letter.is_ascii_digit()) => rest,
        _ => content,
    }
}

/// Every text of an embed that counts, with its limit.
fn embed_texts(embed: &Value) -> Vec<(&'static str, &str, usize)> {
    let fields: Vec<&Value> = embed["fields"].as_array().into_iter().flatten().collect();
    let single = [
        ("title", &embed["title"], TITLE),
        ("description", &embed["description"], DESCRIPTION),
        ("footer", &embed["footer"]["text"], FOOTER),
        ("author", &embed["author"]["name"], AUTHOR),
    ];
    let of_fields = fields
        .iter()
        .flat_map(|field| [("field name", &field["name"], FIELD_NAME), ("field value", &field["value"], FIELD_VALUE)]);
    single.into_iter().chain(of_fields).filter_map(|(name, text, most)| Some((name, text.as_str()?, most))).collect()
}

pub(super) fn within(broken: &mut Vec<String>, name: &str, text: &str, most: usize) {
    let length = length(text);
    if length > most {
        broken.push(format!("{name} has {length} characters, more than {most}"));
    }
}

/// Whether the same text stands twice.
pub(super) fn repeated<'a>(texts: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = HashSet::new();
    texts.into_iter().find(|text| !seen.insert(*text))
}
