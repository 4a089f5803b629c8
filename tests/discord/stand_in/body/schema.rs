//! Bodies against Discord's own description of its API.
//!
//! The one idea: a union is narrowed by its `type` before it is checked, so that a mistake is told where it stands.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::{Value, json};

/// Where the description lies.
const PLACE: &str = "DISCORD_OPENAPI";
/// Beside the checkout.
const DEFAULT_PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/discord/openapi.json");

static DESCRIPTION: LazyLock<Option<Value>> = LazyLock::new(|| {
    let place = env::var_os(PLACE).map_or_else(|| PathBuf::from(DEFAULT_PLACE), PathBuf::from);
    let Ok(text) = fs::read_to_string(&place) else {
        eprintln!("SKIPPED: bodies are not checked against Discord's description: no {} ({PLACE})", place.display());
        return None;
    };
    Some(serde_json::from_str(&text).expect("Discord's description is JSON"))
});

static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// Whether bodies are checked against the description.
#[cfg(test)]
pub(crate) fn description_is_here() -> bool {
    DESCRIPTION.is_some()
}

/// What Discord's description says against a body.
pub(crate) fn broken(method: &str, parts: &[&str], body: &Value) -> Vec<String> {
    let Some(description) = DESCRIPTION.as_ref() else { return Vec::new() };
    let Some(name) = schema_for(method, parts, body) else { return Vec::new() };
    let validator = {
        let mut validators = VALIDATORS.lock().expect("no thread panicked while it held the validators");
        let compiled = validators.entry(name.clone()).or_insert_with(|| Arc::new(compile(description, &name)));
        Arc::clone(compiled)
    };
    let errors = validator.iter_errors(body).map(|error| format!("{name}: {} at {}", error, error.instance_path()));
    errors.map(|error| error.chars().take(600).collect()).collect()
}

fn compile(description: &Value, name: &str) -> Validator {
    let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
    let reference = if name.starts_with('[') {
        let item = name.trim_matches(['[', ']']);
        json!({ "type": "array", "maxItems": 130, "items": { "$ref": format!("#/components/schemas/{item}") } })
    } else {
        reference
    };
    let mut schema = reference;
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["components"] = description["components"].clone();
    jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{name} cannot be compiled: {error}"))
}

fn schema_for(method: &str, parts: &[&str], body: &Value) -> Option<String> {
    let name = match (method, parts) {
        ("PUT", [.., "commands"]) => "[ApplicationCommandUpdateRequest]",
        ("POST", [.., "callback"]) => match body["type"].as_u64() {
            Some(4 | 5) => "CreateMessageInteractionCallbackRequest",
            Some(6 | 7) => "UpdateMessageInteractionCallbackRequest",
            Some(8) => "ApplicationCommandAutocompleteCallbackRequest",
            Some(9) => "ModalInteractionCallbackRequest",
            _ => "PongInteractionCallbackRequest",
        },
        ("POST", ["webhooks", _, _]) => "IncomingWebhookRequestPartial",
        ("PATCH", ["webhooks", ..]) => "IncomingWebhookUpdateRequestPartial",
        ("POST", ["channels", _, "messages"]) => "MessageCreateRequest",
        ("PATCH", ["channels", ..]) => "MessageEditRequestPartial",
        _ => return None,
    };
    Some(name.to_owned())
}
