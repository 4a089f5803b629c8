//! What comes of what came in: a pure step from an interaction or a message to what is sent.
//!
//! The one idea: no network and no clock here, so everything that Discord can send is tried in tests, and one that fails costs
//! one answer.

use std::cell::Cell;
use std::sync::Arc;

use jiff::civil::Date;

use super::commands::{self, VISIBLE};
use super::custom_id::{Leaf, Press, is_current};
use super::entry_key::{self, entry_id};
use super::incoming::{Action, Asking, Interaction, Pressed, TextMessage};
use super::limits::{SUGGESTION, SUGGESTIONS, fitted, units};
use super::outgoing::body::{InteractionAnswer, MessageBody, Reference, SuggestionBody};
use super::outgoing::{self, Audience};
use super::packed_request::unpacked;
use crate::answer::Request;
use crate::message::{Message, Outcome, Suggestion, discord_words as words, reply_while, suggest};
use crate::search::Library;
use crate::service::{Edition, Serving};

/// Today, as the asker counts `last year`.
pub type Today = Arc<dyn Fn() -> Date + Send + Sync>;

/// Answers from the knowledge that is served.
pub(super) struct Responder {
    serving: Serving,
    today: Today,
}

/// What is to be sent for an interaction.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sent {
    /// The first answer.
    Answer(InteractionAnswer),
    /// The message whose button was pressed goes away.
    Deletion,
}

/// What is to be sent, and what it was as an answer: nothing where no question was answered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outgoing<T> {
    pub(super) body: T,
    pub(super) outcome: Option<Outcome>,
}

impl<T> Outgoing<T> {
    /// Said where an answer could not be made.
    pub(super) fn defect(body: T) -> Self {
        Self { body, outcome: None }
    }
}

impl Responder {
    pub(super) fn new(serving: Serving, today: Today) -> Self {
        Self { serving, today }
    }

    /// Answers an interaction.
    pub(super) fn interaction(&self, interaction: &Interaction) -> Outgoing<Sent> {
        let question = self.question();
        let body = question.interaction(interaction);
        Outgoing { body, outcome: question.outcome.get() }
    }

    /// Answers a message that is meant for the bot.
    pub(super) fn message(&self, text: &TextMessage) -> Outgoing<MessageBody> {
        let question = self.question();
        let body = question.message(text);
        Outgoing { body, outcome: question.outcome.get() }
    }

    fn question(&self) -> Question {
        let Edition { library, failure, .. } = Edition::clone(&self.serving.now());
        Question { library, is_behind: failure.is_some(), today: (self.today)(), outcome: Cell::new(None) }
    }
}

/// One question, answered from one edition of the knowledge on one day.
struct Question {
    library: Arc<Library>,
    /// Whether newer knowledge cannot be read.
    is_behind: bool,
    today: Date,
    /// What the answer was, once there is one.
    outcome: Cell<Option<Outcome>>,
}

impl Question {
    fn interaction(&self, interaction: &Interaction) -> Sent {
        match &interaction.action {
            Action::Command(asking) => match commands::request(&self.library, asking) {
                Some(request) => self.command(interaction, &request, asking),
                None => notice(words::UNKNOWN_COMMAND, interaction),
            },
            Action::Menu { name, text } => self.menu(interaction, name, text.as_deref()),
            Action::Autocomplete { command, option, text } => {
                Sent::Answer(InteractionAnswer::suggestions(self.suggestions(command, option, text)))
            }
            Action::Press(pressed) => match Press::read(&pressed.custom_id) {
                Some((press, version)) => self.press(interaction, pressed, press, version),
                None => notice(words::UNKNOWN_BUTTON, interaction),
            },
            Action::Unknown => notice(words::UNKNOWN_COMMAND, interaction),
        }
    }

    fn message(&self, text: &TextMessage) -> MessageBody {
        let context = text.subject.as_deref().and_then(|key| entry_id(&self.library, key)).map(str::to_owned);
        let request = if text.question.trim().is_empty() {
            Request::Help
        } else {
            Request::Ask { question: text.question.clone(), context, page: 0 }
        };
        let message = self.reply(&request);
        let body = outgoing::answer(&self.library, &request, &message, Audience::Public { asker: text.author });
        let reference = Reference { message_id: text.id.to_string(), fail_if_not_exists: false };
        MessageBody {
            message_reference: Some(reference),
            nonce: Some(text.id.to_string()),
            enforce_nonce: true,
            ..body
        }
    }

    fn reply(&self, request: &Request) -> Message {
        let message = reply_while(&self.library, request, self.today, self.is_behind);
        self.outcome.set(Some(message.outcome));
        message
    }

    fn command(&self, interaction: &Interaction, request: &Request, asking: &Asking) -> Sent {
        let message = self.reply(request);
        // Refusals and questions back are nobody else's business.
        let is_visible = asking.flag(VISIBLE) && message.outcome == Outcome::Answered;
        Sent::Answer(InteractionAnswer::message(outgoing::answer(
            &self.library,
            request,
            &message,
            audience(interaction, is_visible),
        )))
    }

    fn menu(&self, interaction: &Interaction, name: &str, text: Option<&str>) -> Sent {
        if name != words::ASK_ABOUT_THIS {
            return notice(words::UNKNOWN_COMMAND, interaction);
        }
        match text.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => {
                let request = Request::Ask { question: text.to_owned(), context: None, page: 0 };
                self.new_message(interaction, &request)
            }
            None => notice(words::NO_TEXT, interaction),
        }
    }

    fn suggestions(&self, command: &str, option: &str, text: &str) -> Vec<SuggestionBody> {
        let shown = |found: Suggestion| {
            let why = fitted(&found.why, SUGGESTION / 2);
            let name = if why.trim().is_empty() {
                fitted(&found.name, SUGGESTION)
            } else {
                let room = SUGGESTION - units(&words::suggestion("", &why));
                words::suggestion(&fitted(&found.name, room), &why)
            };
            SuggestionBody { name, value: entry_key::suggested(&found.value) }
        };
        let found = suggest(&self.library, command, option, text);
        let sound = found.into_iter().filter(|found| !found.name.trim().is_empty() && !found.value.trim().is_empty());
        sound.map(shown).take(SUGGESTIONS).collect()
    }

    fn press(&self, interaction: &Interaction, pressed: &Pressed, press: Press, version: &str) -> Sent {
        let gone = || {
            let is_current = is_current(version, &self.library.knowledge.version);
            notice(if is_current { words::UNKNOWN_BUTTON } else { words::CHANGED }, interaction)
        };
        match press {
            Press::Open { key } => match entry_id(&self.library, &key) {
                Some(id) => {
                    let request = Request::About { topic: Some(format!("id:{id}")) };
                    self.in_place(interaction, pressed, &request, |audience, message| {
                        outgoing::answer(&self.library, &request, message, audience)
                    })
                }
                None => gone(),
            },
            Press::Ask { key } => match entry_key::question(&self.library, &key) {
                Some(question) => self.new_message(interaction, &Request::Ask { question, context: None, page: 0 }),
                None => gone(),
            },
            Press::Pick => match pressed.values.first().and_then(|value| self.picked(value)) {
                Some(request) => self.new_message(interaction, &request),
                None => gone(),
            },
            Press::Full { request } => match unpacked(&request, 0) {
                Some(request) => {
                    let message = self.reply(&request);
                    let audience = audience(interaction, false);
                    let body = outgoing::whole(&self.library, &request, &message, 0, audience);
                    Sent::Answer(InteractionAnswer::message(body))
                }
                None => gone(),
            },
            Press::Turn { leaf, page, .. } => match unpacked(&pressed.carried_request(leaf), page) {
                Some(request) => self.in_place(interaction, pressed, &request, |audience, message| match leaf {
                    Leaf::List => outgoing::answer(&self.library, &request, message, audience),
                    Leaf::Text => outgoing::whole(&self.library, &request, message, page, audience),
                }),
                None => gone(),
            },
            Press::Share { subject } if pressed.embeds.is_empty() => {
                drop(subject);
                notice(words::NOTHING_TO_SHARE, interaction)
            }
            Press::Share { subject } => {
                let version = &self.library.knowledge.version;
                let (embeds, rows) = (pressed.embeds.clone(), pressed.rows.clone());
                let body = outgoing::shared(embeds, rows, interaction.asker, subject, version);
                Sent::Answer(InteractionAnswer::message(body))
            }
            Press::Delete { asker, .. } if asker == interaction.asker => Sent::Deletion,
            Press::Delete { .. } => notice(words::NOT_YOURS, interaction),
        }
    }

    /// What was picked from a menu.
    fn picked(&self, value: &str) -> Option<Request> {
        let (prefix, key) = value.split_once(':')?;
        let topic = match prefix {
            "id" => format!("id:{}", entry_id(&self.library, key)?),
            "topic" => {
                let knowledge = &self.library.knowledge;
                let topic =
                    knowledge.facts.iter().find(|fact| entry_key::key(&fact.topic, super::custom_id::KEY) == key)?;
                format!("topic:{}", topic.topic)
            }
            _ => return None,
        };
        Some(Request::About { topic: Some(topic) })
    }

    /// An answer of its own, for whoever asked.
    fn new_message(&self, interaction: &Interaction, request: &Request) -> Sent {
        let message = self.reply(request);
        let body = outgoing::answer(&self.library, request, &message, audience(interaction, false));
        Sent::Answer(InteractionAnswer::message(body))
    }

    /// An answer in place of the one whose button was pressed, where it is the asker's own; else a private one.
    fn in_place(
        &self,
        interaction: &Interaction,
        pressed: &Pressed,
        request: &Request,
        body: impl Fn(Audience, &Message) -> MessageBody,
    ) -> Sent {
        let message = self.reply(request);
        let is_own = pressed.asker().is_none_or(|asker| asker == interaction.asker);
        Sent::Answer(match (pressed.is_private, is_own) {
            (true, _) => InteractionAnswer::update(body(Audience::Private, &message)),
            (false, true) => InteractionAnswer::update(body(Audience::Public { asker: interaction.asker }, &message)),
            (false, false) => InteractionAnswer::message(body(audience(interaction, false), &message)),
        })
    }
}

/// Said where an answer could not be made.
pub(super) fn broken(interaction: &Interaction) -> Sent {
    match interaction.action {
        Action::Autocomplete { .. } => Sent::Answer(InteractionAnswer::suggestions(Vec::new())),
        _ => notice(words::BROKEN, interaction),
    }
}

/// Said in a channel where an answer could not be made.
pub(super) fn broken_message(text: &TextMessage) -> MessageBody {
    let reference = Reference { message_id: text.id.to_string(), fail_if_not_exists: false };
    MessageBody { message_reference: Some(reference), ..outgoing::notice(words::BROKEN, false) }
}

/// Who sees an answer: the asker alone among others, unless it was asked for all.
fn audience(interaction: &Interaction, is_visible: bool) -> Audience {
    if interaction.is_direct || is_visible { Audience::Public { asker: interaction.asker } } else { Audience::Private }
}

fn notice(text: &str, interaction: &Interaction) -> Sent {
    Sent::Answer(InteractionAnswer::message(outgoing::notice(text, !interaction.is_direct)))
}

#[cfg(test)]
mod tests;
