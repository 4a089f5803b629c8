//! The commands: what Discord is told about them, and what they ask for.
//!
//! The one idea: the words stand in `message`, the rest here; both the definitions and the requests come from the same names.

mod definition;

use serde_json::Value;

use self::definition::{CHAT_INPUT, Definition, MESSAGE};
use super::entry_key;
use super::incoming::Asking;
use crate::answer::{MeetingFilter, Request};
use crate::message::command_words::{self, COMMANDS, MENU};
use crate::search::Library;

/// The option that shows an answer to everybody.
pub(super) const VISIBLE: &str = command_words::VISIBLE.name;

/// The definitions of all commands, as Discord takes them.
pub(super) fn definitions() -> Vec<Value> {
    let typed = COMMANDS.iter().map(|text| Definition::new(CHAT_INPUT, &text.command, text.options));
    let all = typed.chain([Definition::new(MESSAGE, &MENU, &[])]);
    all.map(|definition| serde_json::to_value(definition).expect("a definition is made of strings and numbers"))
        .collect()
}

/// What a command asks for; nothing where there is no such command.
pub(super) fn request(library: &Library, asking: &Asking) -> Option<Request> {
    let option = |name| asking.text(name).map(|text| entry_key::option(library, text.to_owned()));
    Some(match asking.command.as_str() {
        "about" => Request::About { topic: option("topic") },
        "meetings" => Request::Meetings(MeetingFilter {
            find: option("find"),
            from: option("from"),
            to: option("to"),
            organisation: option("organisation"),
            topic: option("topic"),
            page: 0,
        }),
        "attendees" => Request::Attendees { meeting: option("meeting"), who: option("who") },
        "ask" => Request::Ask { question: option("question").unwrap_or_default(), context: None, page: 0 },
        "help" => Request::Help,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::knowledge::Knowledge;

    fn texts(value: &Value, key: &str) -> Vec<(String, String)> {
        let localised = value.get(format!("{key}_localizations")).and_then(Value::as_object);
        let own = value.get(key).and_then(Value::as_str).map(|text| ("en".to_owned(), text.to_owned()));
        let others = localised
            .into_iter()
            .flatten()
            .map(|(locale, text)| (locale.clone(), text.as_str().unwrap_or("").to_owned()));
        own.into_iter().chain(others).collect()
    }

    #[test]
    fn every_name_and_description_is_one_that_discord_takes() {
        let all = definitions();
        assert_eq!(all.len(), 6);
        for command in &all {
            assert_eq!(command["contexts"], serde_json::json!([0, 1, 2]));
            assert_eq!(command["integration_types"], serde_json::json!([0, 1]));
            let is_typed = command["type"] == 1;
            let options = command["options"].as_array().cloned().unwrap_or_default();
            for value in options.iter().chain([command]) {
                let mut locales = BTreeSet::new();
                for (locale, name) in texts(value, "name") {
                    let length = name.chars().count();
                    assert!((1..=32).contains(&length) && super::super::limits::units(&name) <= 32, "{locale} {name}");
                    if is_typed {
                        // Combining vowel signs of Devanagari are allowed though they are no letters.
                        let is_allowed = |letter: char| {
                            letter.is_alphanumeric()
                                || "-_'".contains(letter)
                                || ('\u{900}'..='\u{97f}').contains(&letter)
                        };
                        assert!(name.chars().all(is_allowed) && name.to_lowercase() == name, "{locale} {name}");
                    }
                    locales.insert(locale);
                }
                assert_eq!(locales.len(), 7, "a language is missing from {value}");
                for (locale, description) in texts(value, "description") {
                    assert!((1..=100).contains(&super::super::limits::units(&description)), "{locale} {description}");
                }
            }
            // Two options of one command must not bear the same name in any language.
            for locale in ["en", "fr", "de", "es-ES", "it", "pt-BR", "hi"] {
                let names: Vec<String> = options
                    .iter()
                    .flat_map(|option| texts(option, "name"))
                    .filter(|(of, _)| of == locale)
                    .map(|(_, name)| name)
                    .collect();
                assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{locale} {names:?}");
            }
        }
    }

    #[test]
    fn every_definition_is_understood() {
        let library = Library::new(Knowledge::built_in().expect("sound").knowledge);
        for text in COMMANDS {
            let asking = Asking { command: text.command.name.to_owned(), ..Asking::default() };
            assert!(request(&library, &asking).is_some(), "{}", text.command.name);
            for option in text.options.iter().filter(|option| option.name != VISIBLE) {
                let asking = Asking { texts: vec![(option.name.to_owned(), "value".to_owned())], ..asking.clone() };
                let given = format!("{:?}", request(&library, &asking));
                assert!(given.contains("value"), "{} is not read from /{}", option.name, text.command.name);
                let suggestions = crate::message::suggest(&library, text.command.name, option.name, "");
                assert!(!suggestions.is_empty(), "{} of /{} suggests nothing", option.name, text.command.name);
            }
        }
    }
}
