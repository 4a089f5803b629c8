//! Interactions, from serenity's models.

use serde_json::Value;
use serenity::model::application::{
    CommandDataOptionValue, CommandInteraction, CommandType, ComponentInteraction, ComponentInteractionDataKind,
    InteractionContext,
};
use serenity::model::channel::{Message, MessageFlags};
use serenity::model::id::GuildId;

use super::{Action, Asking, Interaction, Pressed};
use crate::discord::outgoing::body::{EmbedBody, Row};

/// What came in; nothing for what wants no answer.
pub(in crate::discord) fn received(interaction: &serenity::model::application::Interaction) -> Option<Interaction> {
    use serenity::model::application::Interaction as Model;

    match interaction {
        Model::Command(command) => Some(of_command(command, command_action(command))),
        Model::Autocomplete(command) => Some(of_command(command, autocomplete(command))),
        Model::Component(component) => Some(of_component(component)),
        Model::Modal(modal) => Some(Interaction {
            id: modal.id.get(),
            application: modal.application_id.get(),
            token: modal.token.clone(),
            asker: modal.user.id.get(),
            is_direct: modal.guild_id.is_none(),
            action: Action::Unknown,
        }),
        _ => None,
    }
}

/// An interaction that serenity could not read, of a kind that is newer than it: it is answered that it is unknown.
pub(in crate::discord) fn unreadable(interaction: &Value) -> Option<Interaction> {
    // Suggestions are wanted within the next keystroke or not at all.
    if interaction.get("type").and_then(Value::as_u64) == Some(4) {
        return None;
    }
    let id = |name: &str| interaction.get(name)?.as_str()?.parse::<u64>().ok();
    let token = interaction.get("token")?.as_str()?;
    // It becomes part of an address, and nothing in it may lead elsewhere.
    let is_plain =
        token.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '=' | '.'));
    (is_plain && !token.is_empty() && !token.contains("..")).then_some(())?;
    Some(Interaction {
        id: id("id")?,
        application: id("application_id")?,
        token: token.to_owned(),
        asker: 0,
        is_direct: interaction.get("guild_id").is_none_or(Value::is_null),
        action: Action::Unknown,
    })
}

fn of_command(command: &CommandInteraction, action: Action) -> Interaction {
    Interaction {
        id: command.id.get(),
        application: command.application_id.get(),
        token: command.token.clone(),
        asker: command.user.id.get(),
        is_direct: is_direct(command.context, command.guild_id),
        action,
    }
}

fn of_component(component: &ComponentInteraction) -> Interaction {
    let values = match &component.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.clone(),
        _ => Vec::new(),
    };
    let message = &component.message;
    Interaction {
        id: component.id.get(),
        application: component.application_id.get(),
        token: component.token.clone(),
        asker: component.user.id.get(),
        is_direct: is_direct(component.context, component.guild_id),
        action: Action::Press(Box::new(Pressed {
            custom_id: component.data.custom_id.clone(),
            values,
            is_private: message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL)),
            embeds: embeds(message),
            rows: rows(message),
        })),
    }
}

/// Alone with the bot. Group messages and other people's direct messages are not.
fn is_direct(context: Option<InteractionContext>, guild: Option<GuildId>) -> bool {
    match context {
        Some(context) => context == InteractionContext::BotDm,
        None => guild.is_none(),
    }
}

fn command_action(command: &CommandInteraction) -> Action {
    let name = command.data.name.clone();
    match command.data.kind {
        CommandType::ChatInput => {
            let mut asking = Asking { command: name, ..Asking::default() };
            for option in &command.data.options {
                match &option.value {
                    CommandDataOptionValue::String(text) => asking.texts.push((option.name.clone(), text.clone())),
                    CommandDataOptionValue::Boolean(is_set) => asking.flags.push((option.name.clone(), *is_set)),
                    _ => {}
                }
            }
            Action::Command(asking)
        }
        CommandType::Message => {
            let target = command.data.target_id.map(serenity::model::id::TargetId::to_message_id);
            let message = target.and_then(|target| command.data.resolved.messages.get(&target));
            Action::Menu { name, text: message.map(text_of) }
        }
        _ => Action::Unknown,
    }
}

fn autocomplete(command: &CommandInteraction) -> Action {
    match command.data.autocomplete() {
        Some(option) => Action::Autocomplete {
            command: command.data.name.clone(),
            option: option.name.to_owned(),
            text: option.value.to_owned(),
        },
        None => Action::Autocomplete { command: String::new(), option: String::new(), text: String::new() },
    }
}

/// What a message says; what its embeds say, where it has no text of its own.
fn text_of(message: &Message) -> String {
    let own = super::mentions::without_mentions(&message.content);
    if !own.trim().is_empty() {
        return own;
    }
    let said = message.embeds.iter().flat_map(|embed| [&embed.title, &embed.description]).flatten();
    said.cloned().collect::<Vec<_>>().join(" ")
}

fn embeds(message: &Message) -> Vec<EmbedBody> {
    let read = |embed| serde_json::to_value(embed).ok().and_then(|value| serde_json::from_value(value).ok());
    message.embeds.iter().filter_map(read).collect()
}

/// The rows of a message, as this project writes them.
pub(super) fn rows(message: &Message) -> Vec<Row> {
    let read = |row| serde_json::to_value(row).ok().and_then(|value| serde_json::from_value(value).ok());
    message.components.iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_unreadable_interaction_can_be_answered_and_nothing_else() {
        let interaction = |token: &str| json!({ "id": "5", "application_id": "6", "type": 77, "token": token });
        let read = unreadable(&interaction("aW50_-.=")).expect("an interaction");
        assert_eq!((read.id, read.application, read.is_direct), (5, 6, true));
        for token in ["../x", "a/b", "a?b", "", ".."] {
            assert!(unreadable(&interaction(token)).is_none(), "{token}");
        }
        for value in [json!({}), json!(null), json!({ "id": 5, "token": "a" })] {
            assert!(unreadable(&value).is_none(), "{value}");
        }
        let mut typing = interaction("a");
        typing["type"] = json!(4);
        assert!(unreadable(&typing).is_none());
    }
}
