//! No message, however strange, leaves with more than Discord takes.

use std::collections::HashSet;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::discord::limits::*;
use crate::knowledge::Knowledge;
use crate::message::{Choice, Field, Link, MenuItem, Page, RankedEntry};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<[char; 12]>().prop_map(String::from_iter),
        "[ -~]{0,80}",
        Just(String::new()),
        Just(" \u{200b}\n ".to_owned()),
        Just("👩‍👩‍👧‍👦".repeat(60)),
        Just("*_`|~<>[]\\@".repeat(120)),
        Just("מזרח \u{202e}\u{5d0}".repeat(300)),
        Just("word ".repeat(900)),
        Just(format!("https://example.org/{}", "a_(b)".repeat(300))),
    ]
}

prop_compose! {
    fn link()(title in text(), url in text(), as_of in text()) -> Link {
        Link { title, url, as_of }
    }
}

prop_compose! {
    fn field()(name in text(), lines in prop::collection::vec(text(), 0..15)) -> Field {
        Field { name, lines, is_said: false }
    }
}

prop_compose! {
    fn message()(
        (title, lead, outcome) in (text(), text(), prop_oneof![Just(Outcome::Answered), Just(Outcome::Choices), Just(Outcome::Unknown)]),
        fields in prop::collection::vec(field(), 0..30),
        notes in prop::collection::vec(text(), 0..8),
        sources in prop::collection::vec(link(), 0..12),
        ids in prop::collection::vec((text(), text()), 0..40),
        next in prop::collection::vec((text(), text()), 0..9),
        matched in prop::collection::vec(text(), 0..9),
        page in prop::option::of((0_usize..20, 2_usize..20)),
    ) -> Message {
        Message {
            outcome,
            title,
            lead,
            fields,
            notes,
            text: String::new(),
            entries: ids.iter().take(3).map(|(id, title)| RankedEntry { kind: "fact", id: id.clone(), title: title.clone(), score: 1.0 }).collect(),
            sources,
            choices: ids.iter().take(7).map(|(id, label)| Choice { label: label.clone(), kind: "fact", id: id.clone() }).collect(),
            matched,
            next: next.into_iter().map(|(question, label)| NextQuestion { question, label }).collect(),
            menu: ids.iter().map(|(id, label)| MenuItem { label: label.clone(), detail: id.clone(), value: format!("id:{id}") }).collect(),
            page: page.map(|(number, more)| Page { number, of: number + more }),
        }
    }
}

fn request() -> impl Strategy<Value = Request> {
    prop_oneof![
        text().prop_map(|question| Request::Ask { question, context: None, page: 0 }),
        text().prop_map(|topic| Request::About { topic: Some(topic) }),
        (text(), text()).prop_map(|(meeting, who)| Request::Attendees { meeting: Some(meeting), who: Some(who) }),
    ]
}

/// Both ways in which Discord counts.
fn long(value: &Value) -> usize {
    let text = value.as_str().unwrap_or_default();
    text.encode_utf16().count().max(text.chars().count())
}

fn check_text(value: &Value, least: usize, most: usize, what: &str) {
    let length = long(value);
    assert!((least..=most).contains(&length), "{what} is {length} long");
    assert!(least == 0 || !value.as_str().unwrap_or_default().trim().is_empty(), "{what} is blank");
}

/// Every rule of Discord's for the body of a message.
pub(in crate::discord) fn check_body(body: &Value) {
    assert_eq!(body["allowed_mentions"], serde_json::json!({ "parse": [] }));
    if !body["content"].is_null() {
        check_text(&body["content"], 1, CONTENT, "content");
    }
    let embeds = body["embeds"].as_array().expect("embeds");
    assert!(embeds.len() <= EMBEDS);
    let mut sum = 0;
    for embed in embeds {
        check_text(&embed["title"], 1, EMBED_TITLE, "title");
        check_text(&embed["description"], 0, EMBED_DESCRIPTION, "description");
        check_text(&embed["footer"]["text"], 0, EMBED_FOOTER, "footer");
        sum += long(&embed["title"]) + long(&embed["description"]) + long(&embed["footer"]["text"]);
        let fields = embed["fields"].as_array().cloned().unwrap_or_default();
        assert!(fields.len() <= EMBED_FIELDS);
        for field in &fields {
            check_text(&field["name"], 1, FIELD_NAME, "field name");
            check_text(&field["value"], 1, FIELD_VALUE, "field value");
            sum += long(&field["name"]) + long(&field["value"]);
        }
    }
    assert!(sum <= EMBED_TOTAL, "the embeds are {sum} long together");
    let rows = body["components"].as_array().expect("components");
    assert!(rows.len() <= ROWS);
    let mut ids = HashSet::new();
    for row in rows {
        let components = row["components"].as_array().expect("a row");
        assert!((1..=BUTTONS).contains(&components.len()));
        for component in components {
            check_text(&component["custom_id"], 1, CUSTOM_ID, "custom_id");
            assert!(
                ids.insert(component["custom_id"].as_str().map(str::to_owned)),
                "two components carry the same state"
            );
            match component["type"].as_u64() {
                Some(2) => check_text(&component["label"], 1, BUTTON_LABEL, "label"),
                Some(3) => {
                    check_text(&component["placeholder"], 1, SELECT_PLACEHOLDER, "placeholder");
                    let options = component["options"].as_array().expect("options");
                    assert!((1..=SELECT_OPTIONS).contains(&options.len()) && components.len() == 1);
                    let mut values = HashSet::new();
                    for option in options {
                        check_text(&option["label"], 1, SELECT_TEXT, "option label");
                        check_text(&option["value"], 1, SELECT_TEXT, "option value");
                        check_text(&option["description"], 0, SELECT_TEXT, "option description");
                        assert!(values.insert(option["value"].as_str().map(str::to_owned)), "an option stands twice");
                    }
                }
                other => panic!("component of type {other:?}"),
            }
        }
    }
}

fn library() -> &'static Library {
    static LIBRARY: std::sync::OnceLock<Library> = std::sync::OnceLock::new();
    LIBRARY.get_or_init(|| Library::new(Knowledge::built_in().expect("sound").knowledge))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_message_fits(message in message(), request in request(), asker in any::<u64>(), page in 0_usize..30) {
        let library = library();
        for audience in [Audience::Private, Audience::Public { asker }] {
            for body in [
                answer(library, &request, &message, audience),
                whole(library, &request, &message, page, audience),
                notice(&message.lead, true),
            ] {
                let json = serde_json::to_value(&body).expect("JSON");
                if json["content"] != "" {
                    check_body(&json);
                }
                let shared = shared(body.embeds, body.components, asker, None, &library.knowledge.version);
                check_body(&serde_json::to_value(&shared).expect("JSON"));
            }
        }
    }
}

#[test]
fn the_whole_text_holds_every_line() {
    let lines: Vec<String> = (0..300).map(|at| format!("Person {at} of a body with a long name")).collect();
    let mut message = crate::message::reply(library(), &Request::Help, jiff::civil::date(2026, 1, 1));
    message.fields = vec![Field { name: "Government".to_owned(), lines: lines.clone(), is_said: false }];
    let request = Request::About { topic: Some("id:judges-colloquium".to_owned()) };
    let first = serde_json::to_value(answer(library(), &request, &message, Audience::Private)).expect("JSON");
    assert!(first.to_string().contains("and 288 more") && first.to_string().contains(words::SHOW_ALL));
    let pages: Vec<String> = (0..20)
        .filter_map(|page| whole(library(), &request, &message, page, Audience::Private).embeds.remove(0).description)
        .collect();
    for line in &lines {
        assert!(pages.iter().any(|page| page.lines().any(|shown| shown == line)), "{line}");
    }
}
