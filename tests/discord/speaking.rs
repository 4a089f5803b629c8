//! Mentions, direct messages and replies; and everybody and everything that is ignored.

use serde_json::{Value, json};

use super::scene::{Scene, scene};
use super::stand_in::{APPLICATION, Place, World};

#[test]
fn a_mention_a_direct_message_and_a_reply_that_keeps_the_subject() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let answer = amina.mentions("when was the third consular working group?").await;
        assert!(answer.text().contains("21 July 2016"), "{}", answer.text());
        let chairs = amina.replies_to(&answer, "and who chaired it?").await;
        assert!(chairs.text().contains("Mohamed Anees"), "{}", chairs.text());
        let place = amina.replies_to(&chairs, "where was it").await;
        assert!(place.text().contains("Ministry of Economic Development"), "{}", place.text());
        let alone = amina.at(Place::Direct);
        let direct = alone.tells("who chaired the third CWG").await;
        alone.replies_to(&direct, "when was it?").await;
        amina.mentions("").await;
        alone.tells("hello").await;
        alone.tells("thanks").await;
        scene.snapshot("mentions_direct_messages_replies");
    });
}

/// How many messages the bot has written, and how many interactions it answered.
fn written(world: &World) -> usize {
    world.posted.len()
}

/// Writes what must be ignored, then something that is answered: whatever came between would have been answered first.
async fn is_ignored(scene: &Scene, what: &str, place: Place, text: &str, fields: Value) {
    let before = scene.discord.shared.look(written);
    let question = scene.person("ibrahim").at(place).writes(text, &fields);
    scene.person("amina").mentions("what is IOM").await;
    assert_eq!(scene.discord.shared.look(written), before + 1, "{what} was answered");
    let answers = |world: &World| {
        world.posted.values().any(|posted| posted.body["message_reference"]["message_id"] == question.as_str())
    };
    assert!(!scene.discord.shared.look(answers), "{what} was answered");
}

#[test]
fn nobody_else_is_answered() {
    scene(async |scene| {
        let mention = format!("<@{APPLICATION}> what is IOM");
        let bot = json!({ "id": "1700000000000000001", "username": "another", "discriminator": "0", "bot": true, "avatar": null });
        let itself =
            json!({ "id": APPLICATION, "username": "iom-maldives", "discriminator": "0", "bot": true, "avatar": null });
        let role = json!({ "mention_roles": ["1700000000000000009"], "mentions": [] });
        for (what, place, text, fields) in [
            ("a message to nobody", Place::Server, "what is IOM", json!({})),
            ("another bot", Place::Server, mention.as_str(), json!({ "author": bot })),
            ("another bot, directly", Place::Direct, "what is IOM", json!({ "author": bot })),
            ("the bot itself", Place::Server, mention.as_str(), json!({ "author": itself })),
            ("a webhook", Place::Server, mention.as_str(), json!({ "webhook_id": "1700000000000000002" })),
            ("@everyone", Place::Server, "@everyone what is IOM", json!({ "mention_everyone": true, "mentions": [] })),
            ("@here", Place::Server, "@here what is IOM", json!({ "mention_everyone": true, "mentions": [] })),
            ("a role", Place::Server, "<@&1700000000000000009> what is IOM", role),
            ("a pin", Place::Server, &mention, json!({ "type": 6 })),
            ("somebody joining", Place::Server, "", json!({ "type": 7 })),
        ] {
            is_ignored(scene, what, place, text, fields).await;
        }
    });
}

#[test]
fn a_mention_inside_a_sentence_and_of_others_beside_it() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let question =
            amina.says(&format!("hey <@{APPLICATION}>, <@1200000000000000001> asks: who chaired the third CWG?"));
        let reply = amina.reply_to(&question).await;
        assert!(reply.text().contains("Mohamed Anees"), "{}", reply.text());
        scene.snapshot("a_mention_inside_a_sentence");
    });
}

#[test]
fn hostile_messages() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for text in super::hostile::texts() {
            amina.mentions(&text).await;
            amina.at(Place::Direct).tells(&text).await;
        }
        // Ten thousand letters, more than Discord itself lets through.
        amina.at(Place::Direct).tells(&"who chaired the third CWG ".repeat(400)).await;
    });
}
