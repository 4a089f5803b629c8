//! Whether Discord, and the product, would accept a body.

mod commands;
mod components;
mod messages;
mod schema;
mod text;

use serde_json::Value;

use super::rest::Call;

/// Every rule that the body of a request breaks.
pub(crate) fn broken_rules(call: &Call) -> Vec<String> {
    let parts: Vec<&str> = call.path.split('/').skip(1).collect();
    let body = &call.body;
    let mut broken = schema::broken(&call.method, &parts, body);
    match (call.method.as_str(), parts.as_slice()) {
        ("PUT", [.., "commands"]) => broken.extend(commands::broken(body)),
        ("POST", ["interactions", .., "callback"]) => broken.extend(callback(body)),
        ("POST", ["webhooks", ..]) => broken.extend(messages::broken(body, messages::Kind::Interaction)),
        ("PATCH", ["webhooks" | "channels", ..]) => broken.extend(messages::broken(body, messages::Kind::Edit)),
        ("POST", ["channels", _, "messages"]) => broken.extend(messages::broken(body, messages::Kind::Channel)),
        _ => {}
    }
    broken
}

fn callback(body: &Value) -> Vec<String> {
    let data = &body["data"];
    match body["type"].as_u64() {
        Some(4) => messages::broken(data, messages::Kind::Interaction),
        Some(7) => messages::broken(data, messages::Kind::Edit),
        Some(8) => commands::broken_suggestions(data),
        // A deferral says at most that its answer will be private.
        Some(5) => messages::broken_flags(data, messages::Kind::Interaction),
        Some(6) => Vec::new(),
        other => vec![format!("callback type {other:?} is not used by this bot")],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn rules_broken_by(path: &str, body: Value) -> Vec<String> {
        let call = Call { method: "POST".to_owned(), path: path.to_owned(), query: String::new(), body };
        broken_rules(&call)
    }

    /// A message that is in order, with some fields in another way.
    fn message(change: &Value) -> Value {
        let button = json!({ "type": 2, "style": 2, "label": "Who chaired it?", "custom_id": "a" });
        let mut message = json!({
            "embeds": [{ "title": "Title", "description": "Text", "fields": [{ "name": "Name", "value": "Value" }] }],
            "components": [{ "type": 1, "components": [button] }],
            "allowed_mentions": { "parse": [] },
        });
        for (field, value) in change.as_object().into_iter().flatten() {
            message[field] = value.clone();
        }
        message
    }

    fn row(count: usize, id: impl Fn(usize) -> String) -> Value {
        let button = |at| json!({ "type": 2, "style": 2, "label": "Words", "custom_id": id(at) });
        json!({ "type": 1, "components": (0..count).map(button).collect::<Vec<_>>() })
    }

    #[test]
    fn a_message_in_order_breaks_no_rule() {
        assert_eq!(rules_broken_by("/channels/1/messages", message(&json!({}))), Vec::<String>::new());
        let callback = json!({ "type": 4, "data": message(&json!({ "flags": 64 })) });
        assert_eq!(rules_broken_by("/interactions/1/a/callback", callback), Vec::<String>::new());
    }

    #[test]
    fn every_rule_can_be_broken() {
        let numbered = |at: usize| at.to_string();
        let embeds = |count: usize, length: usize| json!(vec![json!({ "description": "a".repeat(length) }); count]);
        let link = json!({ "type": 2, "style": 5, "label": "Source", "url": "http://example.org" });
        let menu = json!({ "type": 3, "custom_id": "m", "options": [{ "label": "A", "value": "1" }, { "label": "B", "value": "1" }] });
        for (what, change) in [
            ("mentions may ping", json!({ "allowed_mentions": null })),
            ("a reply may ping", json!({ "allowed_mentions": { "parse": [], "replied_user": true } })),
            ("users may be pinged", json!({ "allowed_mentions": { "parse": ["users"] } })),
            ("too much text together", json!({ "embeds": embeds(2, 3001) })),
            ("too many embeds", json!({ "embeds": embeds(11, 1) })),
            ("a long description in UTF-16", json!({ "embeds": [{ "description": "🏝".repeat(2049) }] })),
            ("an empty embed", json!({ "embeds": [{}] })),
            ("an empty field", json!({ "embeds": [{ "fields": [{ "name": "a", "value": " " }] }] })),
            ("nothing at all", json!({ "embeds": [] })),
            ("a long content", json!({ "content": "a".repeat(2001) })),
            ("a ping", json!({ "content": "hello @everyone" })),
            ("a ping in an embed", json!({ "embeds": [{ "title": "<@123>" }] })),
            ("text that is turned", json!({ "content": "a\u{202e}b" })),
            ("private in a channel", json!({ "flags": 64 })),
            ("the same id twice", json!({ "components": [row(2, |_| "a".to_owned())] })),
            ("a long id", json!({ "components": [row(1, |_| "a".repeat(101))] })),
            ("six buttons in a row", json!({ "components": [row(6, numbered)] })),
            ("six rows", json!({ "components": (0..6).map(|at| row(1, |_| format!("{at}"))).collect::<Vec<_>>() })),
            ("a link without TLS", json!({ "components": [{ "type": 1, "components": [link] }] })),
            ("a menu with a value twice", json!({ "components": [{ "type": 1, "components": [menu] }] })),
            (
                "a button without words",
                json!({ "components": [{ "type": 1, "components": [{ "type": 2, "style": 2, "custom_id": "a" }] }] }),
            ),
        ] {
            assert_ne!(rules_broken_by("/channels/1/messages", message(&change)), Vec::<String>::new(), "{what}");
        }
    }

    #[test]
    fn what_discords_description_forbids_is_found_where_it_is_there() {
        if !schema::description_is_here() {
            return;
        }
        let wrong = json!({ "type": 8, "data": { "choices": [{ "name": "a" }] } });
        assert!(
            rules_broken_by("/interactions/1/a/callback", wrong)
                .iter()
                .any(|rule| rule.contains("AutocompleteCallback"))
        );
        let wrong = message(&json!({ "embeds": [{ "title": 5 }] }));
        assert!(
            rules_broken_by("/channels/1/messages", wrong).iter().any(|rule| rule.contains("MessageCreateRequest"))
        );
    }

    #[test]
    fn suggestions_and_commands_have_their_rules() {
        let many: Vec<Value> = (0..26).map(|at| json!({ "name": at.to_string(), "value": at.to_string() })).collect();
        for choices in
            [json!(many), json!([{ "name": "", "value": "a" }]), json!([{ "name": "a", "value": "b".repeat(101) }])]
        {
            let body = json!({ "type": 8, "data": { "choices": choices } });
            assert_ne!(rules_broken_by("/interactions/1/a/callback", body), Vec::<String>::new());
        }
        let command = |change: Value| {
            let mut command =
                json!({ "name": "ask", "description": "Asks", "contexts": [0, 1, 2], "integration_types": [0, 1] });
            change.as_object().into_iter().flatten().for_each(|(field, value)| command[field] = value.clone());
            commands::broken(&json!([command])).len()
        };
        assert_eq!(command(json!({})), 0);
        let optional = json!({ "name": "b", "description": "B" });
        let required = json!({ "name": "a", "description": "A", "required": true });
        for change in [
            json!({ "name": "Ask" }),
            json!({ "description": "" }),
            json!({ "contexts": [0] }),
            json!({ "dm_permission": true }),
            json!({ "options": [optional, required] }),
        ] {
            assert_ne!(command(change.clone()), 0, "{change}");
        }
    }
}
