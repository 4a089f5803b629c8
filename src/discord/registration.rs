//! Registering the commands, only when they changed.
//!
//! The one idea: what Discord holds is compared with what it would be told, leaving out what Discord adds itself; only a
//! difference is sent, because each creation counts against a daily limit.

use std::num::NonZeroU64;

use serde_json::{Map, Value};
use serenity::http::{LightMethod, Route};
use serenity::model::id::{ApplicationId, GuildId};

use super::api::{Api, ApiError, Patience};
use super::commands::definitions;

/// What a definition consists of; everything else Discord adds.
const OWN: [&str; 15] = [
    "type",
    "name",
    "description",
    "name_localizations",
    "description_localizations",
    "options",
    "required",
    "autocomplete",
    "choices",
    "min_length",
    "max_length",
    "min_value",
    "max_value",
    "contexts",
    "integration_types",
];

/// What came of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Registered {
    /// How many commands there are.
    pub commands: usize,
    /// Whether anything had to be sent.
    pub changed: bool,
}

/// Makes Discord's commands those of this version, in one server or everywhere.
pub(super) async fn register(
    api: &Api,
    application: NonZeroU64,
    guild: Option<NonZeroU64>,
) -> Result<Registered, ApiError> {
    let application_id = ApplicationId::from(application);
    let route = match guild {
        Some(guild) => Route::GuildCommands { application_id, guild_id: GuildId::from(guild) },
        None => Route::Commands { application_id },
    };
    let ours = definitions();
    let params = vec![("with_localizations", "true".to_owned())];
    let theirs: Vec<Value> = api.read(route, Some(params), Patience::QUIET).await?;
    let changed = !is_same(&ours, &theirs);
    if changed {
        let body = serde_json::to_vec(&ours).map_err(|_| ApiError::Unreadable)?;
        api.send(route, LightMethod::Put, Some(body), Patience::QUIET).await?;
    }
    Ok(Registered { commands: ours.len(), changed })
}

/// The application that the token belongs to.
pub(super) async fn application(api: &Api) -> Result<NonZeroU64, ApiError> {
    let application: Value = api.read(Route::Oauth2ApplicationCurrent, None, Patience::QUIET).await?;
    application.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok()).ok_or(ApiError::Unreadable)
}

/// Whether both say the same, in any order of commands.
fn is_same(ours: &[Value], theirs: &[Value]) -> bool {
    let sorted = |all: &[Value]| {
        let mut plain: Vec<String> = all.iter().map(|command| normal(command).to_string()).collect();
        plain.sort();
        plain
    };
    sorted(ours) == sorted(theirs)
}

/// A definition without what Discord adds and what means the same as absence.
fn normal(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| OWN.contains(&name.as_str()));
            let plain = kept.map(|(name, value)| (name.clone(), normal_field(name, value)));
            Value::Object(plain.filter(|(_, value)| !is_nothing(value)).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(normal).collect()),
        value => value.clone(),
    }
}

fn normal_field(name: &str, value: &Value) -> Value {
    match (name, value) {
        // Languages are names of their own.
        ("name_localizations" | "description_localizations", Value::Object(languages)) => Value::Object(
            languages.iter().map(|(language, text)| (language.clone(), text.clone())).collect::<Map<_, _>>(),
        ),
        // In whatever order Discord returns them.
        ("contexts" | "integration_types", Value::Array(numbers)) => {
            let mut numbers = numbers.clone();
            numbers.sort_by_key(Value::as_u64);
            Value::Array(numbers)
        }
        _ => normal(value),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// As Discord gives definitions back: with ids, defaults and nulls, in another order.
    fn given_back() -> Vec<Value> {
        let mut all = definitions();
        all.reverse();
        for command in &mut all {
            command["id"] = json!("1");
            command["application_id"] = json!("2");
            command["version"] = json!("3");
            command["default_member_permissions"] = Value::Null;
            command["nsfw"] = json!(false);
            command["dm_permission"] = json!(true);
            command["contexts"] = json!([2, 0, 1]);
            for option in command["options"].as_array_mut().into_iter().flatten() {
                let required = option["required"] == json!(true);
                option["required"] = json!(required);
            }
            if command["description"].is_null() {
                command["description"] = json!("");
                command["description_localizations"] = Value::Null;
            }
        }
        all
    }

    #[test]
    fn what_discord_adds_is_no_change() {
        assert!(is_same(&definitions(), &given_back()));
    }

    #[test]
    fn every_change_of_ours_is_one() {
        let with = |change: fn(&mut Vec<Value>)| {
            let mut theirs = given_back();
            change(&mut theirs);
            is_same(&definitions(), &theirs)
        };
        assert!(!with(|all| drop(all.pop())));
        assert!(!with(|all| all[0]["name"] = json!("other")));
        assert!(!with(|all| all[1]["description"] = json!("other")));
        assert!(!with(|all| all[2]["options"][0]["autocomplete"] = json!(false)));
        assert!(!with(|all| all[2]["options"][0]["name_localizations"]["fr"] = json!("autre")));
        assert!(!with(|all| all[2]["contexts"] = json!([0])));
        assert!(!is_same(&definitions(), &[]));
    }
}
