//! What people write: messages to everybody, to the bot, and replies.

use serde_json::{Value, json};

use super::super::deadlines::ANSWERED;
use super::person::{Person, Place};
use super::reply::Reply;
use super::world::World;
use super::{APPLICATION, GUILD, payload};

impl Person<'_> {
    /// Writes a message; in a server the bot gets its text only if it is mentioned.
    pub(crate) fn says(&self, text: &str) -> String {
        self.writes(text, &json!({}))
    }

    /// Mentions the bot, and waits for the answer.
    pub(crate) async fn mentions(&self, text: &str) -> Reply {
        let question = self.says(&format!("<@{APPLICATION}> {text}"));
        self.reply_to(&question).await
    }

    /// Writes to the bot where nobody else is, and waits for the answer.
    pub(crate) async fn tells(&self, text: &str) -> Reply {
        let question = self.says(text);
        self.reply_to(&question).await
    }

    /// Replies to a message of the bot, with the ping on, and waits for the answer.
    pub(crate) async fn replies_to(&self, reply: &Reply, text: &str) -> Reply {
        let referenced = self.discord.shared.look(|world| payload::message(&reply.id, &world.posted[&reply.id]));
        let reference = json!({ "type": 0, "channel_id": reply.channel, "message_id": reply.id });
        let fields = json!({
            "type": 19, "message_reference": reference, "referenced_message": referenced, "mentions": [payload::bot()],
        });
        let question = self.writes(text, &fields);
        self.reply_to(&question).await
    }

    /// Writes a message with fields of one's own: `webhook_id`, `mention_everyone`, an author that is a bot.
    pub(crate) fn writes(&self, text: &str, fields: &Value) -> String {
        self.says_in_transcript(text);
        let id = self.discord.shared.change(World::id);
        let mut message = payload::bare_message(&id, &self.channel(), &self.user(), text);
        if text.contains(&format!("<@{APPLICATION}>")) {
            message["mentions"] = json!([payload::bot()]);
        }
        if self.place != Place::Direct {
            message["guild_id"] = json!(GUILD);
            let mut member = payload::member(&self.user());
            member.as_object_mut().expect("an object").remove("user");
            message["member"] = member;
        }
        for (field, value) in fields.as_object().into_iter().flatten() {
            message[field] = value.clone();
        }
        let mentioned = message["mentions"].as_array().is_some_and(|mentions| !mentions.is_empty());
        if self.place != Place::Direct && !mentioned {
            // Without the privileged intent Discord withholds the text.
            message["content"] = json!("");
        }
        self.discord.dispatches("MESSAGE_CREATE", &message);
        id
    }

    /// The answer to a message.
    pub(crate) async fn reply_to(&self, question: &str) -> Reply {
        let reply = self.discord.until("an answer in the channel", ANSWERED, |world| {
            let answers = |body: &Value| body["message_reference"]["message_id"].as_str() == Some(question);
            let (id, _) = world.posted.iter().find(|(_, posted)| answers(&posted.body))?;
            Reply::of(world, id)
        });
        let reply = reply.await;
        self.discord.transcribes_reply(&reply);
        reply
    }
}
