//! What goes out: an answer as Discord's message, within its limits by construction.
//!
//! The one idea: who sees an answer decides its buttons; the answer itself is the same for all.

pub(super) mod body;
mod components;
mod embed;
mod escape;
mod full_text;

use body::{Component, EPHEMERAL, EmbedBody, FooterBody, MessageBody, Row};
use components::Rows;

use super::custom_id::{KEY, Leaf, Press};
use super::entry_key::key;
use super::limits::{CONTENT, EMBED_TITLE, EMBEDS, ROWS, fitted};
use crate::answer::Request;
use crate::message::{Message, NextQuestion, Outcome, discord_words as words};
use crate::search::Library;

/// Who sees an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Audience {
    /// The asker alone, among others.
    Private,
    /// Everybody in the channel; the asker may take it away.
    Public {
        /// Who asked.
        asker: u64,
    },
}

/// An answer as a message.
pub(super) fn answer(library: &Library, request: &Request, message: &Message, audience: Audience) -> MessageBody {
    let version = &library.knowledge.version;
    let filled = embed::filled(message, &footer(library, message));
    let mut embed = filled.embed;
    let mut rows = Rows::new(version);
    rows.choices(&message.choices);
    rows.menu(&message.menu);
    let turns = message.page.is_none_or(|page| rows.pages(Leaf::List, request, page.number, page.of));
    rows.questions(&questions(message));
    let subject = subject(message);
    let mut controls = Vec::new();
    if filled.left_out > 0 {
        let whole = rows.full(request).or_else(|| {
            let topic = subject.as_ref().map(|subject| format!("id:{subject}"));
            topic.and_then(|topic| rows.full(&Request::About { topic: Some(topic) }))
        });
        if whole.is_none() {
            say_in_footer(&mut embed, &words::cannot_show(filled.left_out));
        }
        controls.extend(whole);
    }
    if !turns {
        say_in_footer(&mut embed, &words::cannot_show(1));
    }
    match audience {
        Audience::Private if message.outcome == Outcome::Answered => controls.push(Press::Share { subject }),
        Audience::Private => {}
        Audience::Public { asker } => controls.push(Press::Delete { asker, subject }),
    }
    rows.controls(&controls);
    MessageBody { embeds: vec![embed], components: rows.finish(), flags: flags(audience), ..MessageBody::default() }
}

/// A page of the whole text of an answer.
pub(super) fn whole(
    library: &Library,
    request: &Request,
    message: &Message,
    page: usize,
    audience: Audience,
) -> MessageBody {
    let pages = full_text::pages(message);
    let of = pages.len();
    let number = page.min(of.saturating_sub(1));
    let mut rows = Rows::new(&library.knowledge.version);
    let mut footer = footer(library, message);
    if of > 1 {
        footer = format!("{} · {footer}", words::page(number + 1, of));
        rows.pages(Leaf::Text, request, number, of);
    }
    if let Audience::Public { asker } = audience {
        rows.controls(&[Press::Delete { asker, subject: subject(message) }]);
    }
    let embed = EmbedBody {
        title: Some(embed::title(message)),
        description: pages.into_iter().nth(number).filter(|text| !text.trim().is_empty()),
        color: Some(embed::colour(message.outcome)),
        footer: Some(FooterBody { text: fitted(&footer, EMBED_TITLE) }),
        ..EmbedBody::default()
    };
    MessageBody { embeds: vec![embed], components: rows.finish(), flags: flags(audience), ..MessageBody::default() }
}

/// A line that is no answer.
pub(super) fn notice(text: &str, is_private: bool) -> MessageBody {
    MessageBody {
        content: Some(fitted(text, CONTENT)),
        flags: if is_private { EPHEMERAL } else { 0 },
        ..MessageBody::default()
    }
}

/// What a private answer showed, for everybody, with the name of who shares it.
pub(super) fn shared(
    embeds: Vec<EmbedBody>,
    rows: Vec<Row>,
    asker: u64,
    subject: Option<String>,
    version: &str,
) -> MessageBody {
    let mut deleting = Rows::new(version);
    deleting.controls(&[Press::Delete { asker, subject }]);
    // A button that shares or deletes is for the one whose answer it was.
    let is_kept = |component: &Component| {
        let press = component.custom_id.as_deref().and_then(Press::read);
        !matches!(press, Some((Press::Share { .. } | Press::Delete { .. }, _)))
    };
    let mut components: Vec<Row> = rows.into_iter().filter_map(|row| row.keeping(is_kept)).take(ROWS - 1).collect();
    components.extend(deleting.finish());
    MessageBody {
        content: Some(words::shared_by(&format!("<@{asker}>"))),
        embeds: embeds.into_iter().take(EMBEDS).collect(),
        components,
        ..MessageBody::default()
    }
}

/// The questions to ask next, but for those that only open what the menu opens.
fn questions(message: &Message) -> Vec<&NextQuestion> {
    let opens_alike = |next: &&NextQuestion| message.menu.iter().any(|item| next.opens(&item.label));
    let asked = message.next.iter().filter(|next| !opens_alike(next));
    asked.filter(|_| message.choices.is_empty()).collect()
}

/// The entry that a reply is about, as its buttons carry it.
fn subject(message: &Message) -> Option<String> {
    let first = message.entries.first().filter(|_| message.outcome == Outcome::Answered)?;
    Some(key(&first.id, KEY))
}

fn flags(audience: Audience) -> u32 {
    if audience == Audience::Private { EPHEMERAL } else { 0 }
}

/// What led to the answer, how new the knowledge is, and its version.
fn footer(library: &Library, message: &Message) -> String {
    let latest = library.knowledge.latest_date().map(|date| words::date(&date.to_string()));
    let version = words::footer(&library.knowledge.version, latest.as_deref());
    if message.matched.is_empty() || message.outcome != Outcome::Answered {
        return version;
    }
    // The version matters more than the last of the words that matched.
    let room = EMBED_TITLE.saturating_sub(super::limits::units(&version) + 3);
    format!("{} · {version}", fitted(&words::matched(&message.matched), room))
}

/// Says more in the footer, first.
fn say_in_footer(embed: &mut EmbedBody, text: &str) {
    let before = embed.footer.take().map(|footer| footer.text).unwrap_or_default();
    embed.footer = Some(FooterBody { text: fitted(&format!("{text} {before}"), EMBED_TITLE) });
}

#[cfg(test)]
pub(super) mod tests;
