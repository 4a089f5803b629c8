//! Definitions of commands, and suggestions while typing.

use serde_json::{Value, json};

use super::messages::{repeated, within};
use super::text::{self, length};

const SUGGESTIONS: usize = 25;
const SUGGESTION: usize = 100;
const NAME: usize = 32;
const DESCRIPTION: usize = 100;
const OPTIONS: usize = 25;
const CHAT_INPUT: u64 = 1;
const MESSAGE_MENU: u64 = 3;
/// Names, descriptions and values of a command together.
const TOGETHER: usize = 8000;

/// Every rule that a list of commands breaks.
pub(crate) fn broken(body: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let commands: Vec<&Value> = body.as_array().into_iter().flatten().collect();
    let names: Vec<String> =
        commands.iter().map(|command| format!("{}/{}", command["type"], command["name"])).collect();
    if let Some(twice) = repeated(names.iter().map(String::as_str)) {
        broken.push(format!("command {twice} stands twice"));
    }
    for command in commands {
        let name = command["name"].as_str().unwrap_or_default();
        within(&mut broken, "command name", name, NAME);
        let kind = command["type"].as_u64().unwrap_or(CHAT_INPUT);
        if kind == CHAT_INPUT {
            chat_name(&mut broken, name);
            description(&mut broken, command);
        } else if kind == MESSAGE_MENU && !command["description"].as_str().unwrap_or_default().is_empty() {
            broken.push(format!("the menu command {name} has a description"));
        }
        // Installable by a server and by a person, usable everywhere, without a server's administrator.
        if command["contexts"] != json!([0, 1, 2]) || command["integration_types"] != json!([0, 1]) {
            broken.push(format!("{name}: contexts or integration types are missing"));
        }
        if command.get("dm_permission").is_some() {
            broken.push(format!("{name}: dm_permission is deprecated"));
        }
        options(&mut broken, name, command);
        let together = total(command);
        if together > TOGETHER {
            broken.push(format!("{name} has {together} characters, more than {TOGETHER}"));
        }
    }
    broken
}

/// Every rule that a list of suggestions breaks.
pub(crate) fn broken_suggestions(data: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let choices: Vec<&Value> = data["choices"].as_array().into_iter().flatten().collect();
    if choices.len() > SUGGESTIONS {
        broken.push(format!("{} suggestions", choices.len()));
    }
    for field in ["name", "value"] {
        for text in choices.iter().map(|choice| choice[field].as_str().unwrap_or_default()) {
            if field == "name" {
                text::plain(&mut broken, "suggestion", text);
            }
            if !(1..=SUGGESTION).contains(&length(text)) {
                broken.push(format!("a suggestion's {field} has {} characters: {text}", length(text)));
            }
        }
        if let Some(twice) = repeated(choices.iter().filter_map(|choice| choice[field].as_str())) {
            broken.push(format!("the suggestion {field} {twice:?} stands twice"));
        }
    }
    broken
}

fn options(broken: &mut Vec<String>, command: &str, of: &Value) {
    let options: Vec<&Value> = of["options"].as_array().into_iter().flatten().collect();
    if options.len() > OPTIONS {
        broken.push(format!("{command} has {} options", options.len()));
    }
    if let Some(twice) = repeated(options.iter().filter_map(|option| option["name"].as_str())) {
        broken.push(format!("{command}: option {twice} stands twice"));
    }
    let first_optional = options.iter().position(|option| option["required"] != true);
    let last_required = options.iter().rposition(|option| option["required"] == true);
    if first_optional < last_required && first_optional.is_some() {
        broken.push(format!("{command}: a required option stands after an optional one"));
    }
    for option in options {
        chat_name(broken, option["name"].as_str().unwrap_or_default());
        description(broken, option);
        let choices = option["choices"].as_array().map_or(0, Vec::len);
        if choices > SUGGESTIONS || (choices > 0 && option["autocomplete"] == true) {
            broken.push(format!("{command}: an option has {choices} choices"));
        }
    }
}

/// `^[-_'\p{L}\p{N}]{1,32}$` in lower case.
fn chat_name(broken: &mut Vec<String>, name: &str) {
    let letter = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '\'');
    if name.is_empty() || length(name) > NAME || !name.chars().all(letter) || name.to_lowercase() != name {
        broken.push(format!("the name {name:?} is not one"));
    }
}

fn description(broken: &mut Vec<String>, of: &Value) {
    let description = of["description"].as_str().unwrap_or_default();
    if !(1..=DESCRIPTION).contains(&length(description)) {
        broken.push(format!("a description has {} characters: {description}", length(description)));
    }
}

fn total(of: &Value) -> usize {
    let own: usize = ["name", "description", "value"].iter().filter_map(|field| of[*field].as_str()).map(length).sum();
    let inside = ["options", "choices"].iter().filter_map(|field| of[*field].as_array()).flatten();
    own + inside.map(total).sum::<usize>()
}
