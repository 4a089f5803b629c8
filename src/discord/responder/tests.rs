//! Every command, and every button that an answer offers, leads to an answer that Discord takes.

use std::collections::{HashSet, VecDeque};
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::*;
use crate::discord::custom_id::KEY;
use crate::discord::outgoing::tests::check_body;
use crate::knowledge::Knowledge;

const ASKER: u64 = u64::MAX;
const OTHER: u64 = 7;

fn responder() -> Responder {
    static SERVING: OnceLock<Serving> = OnceLock::new();
    let serving = SERVING.get_or_init(|| Serving::new(Library::new(Knowledge::built_in().expect("sound").knowledge)));
    Responder::new(serving.clone(), Arc::new(|| jiff::civil::date(2026, 1, 1)))
}

fn by(asker: u64, action: Action) -> Interaction {
    Interaction { id: 1, application: 2, token: "t".to_owned(), asker, is_direct: false, action }
}

fn command(name: &str, texts: &[(&str, &str)], visible: bool) -> Interaction {
    let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let flags = vec![(VISIBLE.to_owned(), visible)];
    by(ASKER, Action::Command(Asking { command: name.to_owned(), texts, flags }))
}

/// The answer as it goes over the wire, checked.
fn sent(interaction: &Interaction) -> Value {
    let Sent::Answer(answer) = responder().interaction(interaction).body else { panic!("a deletion") };
    let json = serde_json::to_value(answer).expect("JSON");
    if matches!(json["type"].as_u64(), Some(4 | 7)) {
        check_body(&json["data"]);
    }
    json
}

fn is_private(answer: &Value) -> bool {
    answer["data"]["flags"] == 64
}

/// A press on a component of a message that was sent.
fn press(asker: u64, message: &Value, custom_id: &str, values: &[&str]) -> Interaction {
    let read = |value: &Value| serde_json::from_value(value.clone()).expect("what was sent can be read");
    by(
        asker,
        Action::Press(Box::new(Pressed {
            custom_id: custom_id.to_owned(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
            is_private: message["flags"] == 64,
            embeds: message["embeds"].as_array().expect("embeds").iter().map(read).collect(),
            rows: message["components"]
                .as_array()
                .expect("rows")
                .iter()
                .map(|row| serde_json::from_value(row.clone()).expect("what was sent can be read"))
                .collect(),
        })),
    )
}

/// Every component with what can be picked.
fn components(message: &Value) -> Vec<(String, Option<String>)> {
    let rows = message["components"].as_array().cloned().unwrap_or_default();
    let all = rows.iter().flat_map(|row| row["components"].as_array().cloned().unwrap_or_default());
    let mut found = Vec::new();
    for component in all.filter(|component| component["disabled"] != true) {
        let id = component["custom_id"].as_str().unwrap_or_default().to_owned();
        match component["options"].as_array() {
            Some(options) => {
                let picks = options.iter().map(|option| option["value"].as_str().map(str::to_owned));
                found.extend(picks.map(|value| (id.clone(), value)));
            }
            None => found.push((id, None)),
        }
    }
    found
}

#[test]
fn every_button_of_every_answer_leads_somewhere() {
    let starts = [
        command("about", &[], false),
        command("meetings", &[], false),
        command("attendees", &[("meeting", "judges")], true),
        command("attendees", &[("who", "ministry of foreign affairs")], false),
        command("ask", &[("question", "what is IOM")], false),
        command("ask", &[("question", "migration policy meeting")], false),
        command("help", &[], false),
    ];
    let mut open: VecDeque<Value> = starts.iter().map(|start| sent(start)["data"].clone()).collect();
    let mut pressed: HashSet<(String, Option<String>)> = HashSet::new();
    while let Some(message) = open.pop_front() {
        for (custom_id, value) in components(&message) {
            if pressed.len() > 400 || !pressed.insert((custom_id.clone(), value.clone())) {
                continue;
            }
            let values: Vec<&str> = value.iter().map(String::as_str).collect();
            let interaction = press(ASKER, &message, &custom_id, &values);
            if let Sent::Deletion = responder().interaction(&interaction).body {
                continue;
            }
            let answer = sent(&interaction);
            let content = answer["data"]["content"].as_str().unwrap_or_default();
            let dead_ends = [words::UNKNOWN_BUTTON, words::CHANGED, words::BROKEN, words::NOTHING_TO_SHARE];
            assert!(!dead_ends.contains(&content), "{custom_id} leads to `{content}`");
            let mut next = answer["data"].clone();
            if answer["type"] == 7 {
                // Discord keeps who sees a message when it is changed.
                next["flags"] = message["flags"].clone();
            }
            open.push_back(next);
        }
    }
    assert!(pressed.len() > 150, "only {} components were pressed", pressed.len());
}

#[test]
fn answers_are_private_unless_they_are_asked_for_all_and_sure() {
    assert!(is_private(&sent(&command("about", &[], false))));
    assert!(!is_private(&sent(&command("about", &[], true))));
    assert!(is_private(&sent(&command("ask", &[("question", "price of volcano pizza")], true))), "a refusal");
    assert!(is_private(&sent(&command("nosuch", &[], true))), "an error");
    let direct = Interaction { is_direct: true, ..command("ask", &[("question", "price of volcano pizza")], false) };
    assert!(!is_private(&sent(&direct)), "a direct message has no bystanders");
}

#[test]
fn a_shared_answer_is_public_named_and_can_be_deleted_by_who_shared_it_alone() {
    let answer = sent(&command("about", &[("topic", "id:judges-colloquium")], false));
    let share = components(&answer["data"]).into_iter().find(|(id, _)| id.starts_with("s|")).expect("a button").0;
    let shared = sent(&press(ASKER, &answer["data"], &share, &[]));
    assert_eq!((shared["type"].as_u64(), is_private(&shared)), (Some(4), false));
    assert_eq!(shared["data"]["content"], format!("Shared by <@{ASKER}>"));
    assert_eq!(shared["data"]["embeds"], answer["data"]["embeds"]);
    let delete = components(&shared["data"]).into_iter().find(|(id, _)| id.starts_with("d|")).expect("a button").0;
    assert!(delete.contains("judges-colloquium"), "a reply finds the subject");
    assert_eq!(responder().interaction(&press(ASKER, &shared["data"], &delete, &[])).body, Sent::Deletion);
    let refused = sent(&press(OTHER, &shared["data"], &delete, &[]));
    assert_eq!(refused["data"]["content"], words::NOT_YOURS);
    assert!(is_private(&refused));
}

#[test]
fn pages_turn_in_place_for_the_asker_and_privately_for_others() {
    let list = sent(&command("meetings", &[], true));
    let next = components(&list["data"]).into_iter().find(|(id, _)| id.starts_with("l|") && id.contains("|1|2|"));
    let next = next.expect("a next page").0;
    let turned = sent(&press(ASKER, &list["data"], &next, &[]));
    assert_eq!((turned["type"].as_u64(), is_private(&turned)), (Some(7), false));
    assert_ne!(turned["data"]["embeds"], list["data"]["embeds"]);
    let other = sent(&press(OTHER, &list["data"], &next, &[]));
    assert_eq!((other["type"].as_u64(), is_private(&other)), (Some(4), true));
    assert_eq!(other["data"]["embeds"], turned["data"]["embeds"]);
}

#[test]
fn a_button_of_other_knowledge_says_what_happened() {
    let message = json!({ "flags": 64, "embeds": [], "components": [] });
    let said = |custom_id: &str| {
        let answer = sent(&press(ASKER, &message, custom_id, &["id:gone"]));
        assert!(is_private(&answer));
        answer["data"]["content"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(said("o|00000000|gone"), words::CHANGED);
    assert_eq!(said("q|00000000|#000000000000"), words::CHANGED);
    assert_eq!(said("m|00000000|0"), words::CHANGED);
    assert_eq!(said("s|00000000|gone"), words::NOTHING_TO_SHARE);
    for unknown in ["", "x", "zz|1|2", "l|00000000|x|0|a", "d|00000000|nobody|"] {
        assert_eq!(said(unknown), words::UNKNOWN_BUTTON);
    }
}

#[test]
fn an_entry_that_stayed_is_opened_from_an_old_button() {
    let message = json!({ "flags": 64, "embeds": [], "components": [] });
    let key = entry_key::key("judges-colloquium", KEY);
    let answer = sent(&press(ASKER, &message, &format!("o|00000000|{key}"), &[]));
    assert!(answer["data"]["embeds"][0]["title"].as_str().is_some_and(|title| title.contains("colloquium")));
}

#[test]
fn suggestions_keep_to_their_limits_and_come_back() {
    for (name, option) in [("about", "topic"), ("meetings", "find"), ("attendees", "who"), ("ask", "question")] {
        for text in ["", "j", "minstry", "traf", &"x".repeat(10_000), "\u{202e}@everyone"] {
            let autocomplete =
                Action::Autocomplete { command: name.to_owned(), option: option.to_owned(), text: text.to_owned() };
            let answer = sent(&by(ASKER, autocomplete));
            assert_eq!(answer["type"], 8);
            let choices = answer["data"]["choices"].as_array().expect("choices").clone();
            assert!(choices.len() <= SUGGESTIONS);
            for choice in &choices {
                for part in [&choice["name"], &choice["value"]] {
                    let text = part.as_str().expect("text");
                    assert!((1..=SUGGESTION).contains(&units(text)), "{text}");
                }
            }
            // Somebody of whom no meeting is recorded is suggested, and said to be in none.
            if let Some(first) = choices.first().filter(|_| option != "who") {
                let value = first["value"].as_str().expect("text");
                let answer = sent(&command(name, &[(option, value)], false));
                assert_ne!(answer["data"]["embeds"][0]["title"], "Not known", "{name} {option} {value}");
            }
        }
    }
}

#[test]
fn a_message_is_answered_where_it_was_asked_and_a_reply_keeps_the_subject() {
    let text = |question: &str, subject: Option<&str>| TextMessage {
        id: 9,
        channel: 8,
        author: ASKER,
        question: question.to_owned(),
        subject: subject.map(str::to_owned),
    };
    let first = serde_json::to_value(responder().message(&text("tell me about the judges colloquium", None)).body)
        .expect("JSON");
    check_body(&first);
    assert_eq!(first["message_reference"], json!({ "message_id": "9", "fail_if_not_exists": false }));
    let rows: Vec<_> = first["components"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| serde_json::from_value(row.clone()).expect("a row"))
        .collect();
    let subject = crate::discord::incoming::presses(&rows).find_map(|press| match press {
        Press::Delete { subject, .. } => subject,
        _ => None,
    });
    let reply =
        serde_json::to_value(responder().message(&text("and when was it?", subject.as_deref())).body).expect("JSON");
    assert_eq!(reply["embeds"][0]["title"], first["embeds"][0]["title"]);
    let empty = serde_json::to_value(responder().message(&text("  ", None)).body).expect("JSON");
    assert!(!components(&empty).is_empty(), "nothing asked is answered with what can be asked");
}

#[test]
fn a_message_menu_asks_the_text_and_says_so_where_there_is_none() {
    let menu = |text: Option<&str>| {
        let action = Action::Menu { name: words::ASK_ABOUT_THIS.to_owned(), text: text.map(str::to_owned) };
        sent(&by(ASKER, action))
    };
    assert!(menu(Some("who attended the judges colloquium?"))["data"]["embeds"][0].is_object());
    for nothing in [None, Some(" \n")] {
        assert_eq!(menu(nothing)["data"]["content"], words::NO_TEXT);
    }
}
