//! Messages, from serenity's models: which are meant for the bot, and what they ask.
//!
//! The one idea: the bot answers a person who mentions it, replies to it or writes to it alone; nobody and nothing else.

use serenity::model::channel::{Message, MessageType};

use super::mentions::without_mentions;
use super::{TextMessage, interaction::rows, presses};
use crate::discord::custom_id::Press;

/// A message that is meant for the bot with this id; nothing for any other.
pub(in crate::discord) fn received(message: &Message, bot: u64) -> Option<TextMessage> {
    let is_person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    let is_text = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    if !is_person || !is_text || message.author.id.get() == bot {
        return None;
    }
    let is_mentioned = message.mentions.iter().any(|user| user.id.get() == bot) && !message.mention_everyone;
    if message.guild_id.is_some() && !is_mentioned {
        return None;
    }
    let replied_to = message.referenced_message.as_deref().filter(|answer| answer.author.id.get() == bot);
    Some(TextMessage {
        id: message.id.get(),
        channel: message.channel_id.get(),
        author: message.author.id.get(),
        question: without_mentions(&message.content),
        subject: replied_to.and_then(subject),
    })
}

/// The entry that an answer was about, as one of its buttons carries it.
fn subject(answer: &Message) -> Option<String> {
    presses(&rows(answer)).find_map(|press| match press {
        Press::Delete { subject, .. } | Press::Share { subject } => subject,
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const BOT: u64 = 1000;

    fn user(id: u64, bot: bool) -> Value {
        json!({ "id": id.to_string(), "username": "a", "discriminator": "0", "avatar": null, "bot": bot })
    }

    fn message(change: Value) -> Message {
        let mut message = json!({
            "id": "1", "channel_id": "2", "guild_id": "3", "author": user(5, false), "content": "<@1000> who?",
            "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": null, "tts": false, "mention_everyone": false,
            "mentions": [user(BOT, true)], "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0
        });
        if let (Some(message), Value::Object(change)) = (message.as_object_mut(), change) {
            message.extend(change);
        }
        serde_json::from_value(message).expect("a message")
    }

    #[test]
    fn a_person_who_mentions_the_bot_is_answered_and_nobody_else() {
        let question = |change| received(&message(change), BOT).map(|text| text.question);
        assert_eq!(question(json!({})).as_deref(), Some("who?"));
        assert_eq!(question(json!({ "guild_id": null, "mentions": [] })).as_deref(), Some("who?"));
        for ignored in [
            json!({ "author": user(6, true) }),
            json!({ "author": user(BOT, false) }),
            json!({ "webhook_id": "9" }),
            json!({ "mentions": [] }),
            json!({ "mentions": [], "mention_everyone": true, "content": "@everyone" }),
            json!({ "mention_everyone": true }),
            json!({ "mentions": [], "mention_roles": ["7"], "content": "<@&7>" }),
            json!({ "type": 7 }),
        ] {
            assert_eq!(question(ignored.clone()), None, "{ignored}");
        }
    }

    #[test]
    fn a_reply_carries_the_subject_of_the_answer() {
        let delete = json!({ "type": 2, "style": 4, "label": "Delete", "custom_id": "d|01234567|5|some-meeting" });
        let mut answer = serde_json::to_value(message(json!({ "author": user(BOT, true) }))).expect("JSON");
        answer["components"] = json!([{ "type": 1, "components": [delete] }]);
        let reply = message(json!({ "type": 19, "referenced_message": answer, "content": "and who chaired it?" }));
        let received = received(&reply, BOT).expect("a reply");
        assert_eq!(received.subject.as_deref(), Some("some-meeting"));
    }
}
