//! An answer as an embed: title, the answer first, the details, sources, and a footer with date and version.
//!
//! The one idea: an embed is filled from a budget of 6000 units; what does not fit is counted, never sent and never half sent.

use super::body::{EmbedBody, FieldBody, FooterBody};
use super::escape::{escaped, link};
use crate::discord::limits::{
    EMBED_DESCRIPTION, EMBED_FIELDS, EMBED_FOOTER, EMBED_TITLE, EMBED_TOTAL, FIELD_NAME, FIELD_VALUE, fitted, units,
};
use crate::message::{Field, Link, Message, Outcome, discord_words as words};

/// Room that details leave for the sources and the notes.
const KEPT_FOR_SOURCES: usize = 900;
/// As many lines of a field as read well on a telephone.
const LINES: usize = 12;
/// As many sources as read well.
const SOURCES: usize = 4;
/// The answer itself is short; what is longer is text of an entry.
const LEAD: usize = 1800;
/// Notes stand below it.
const NOTES: usize = 1200;

/// Colours only repeat what the title says.
const BLUE: u32 = 0x00_33_A0;
const AMBER: u32 = 0xC2_7C_0E;
const GREY: u32 = 0x6B_72_80;

/// An embed, and how many lines and fields it left out.
#[derive(Debug)]
pub(super) struct Filled {
    pub(super) embed: EmbedBody,
    pub(super) left_out: usize,
}

/// The answer with this footer.
pub(super) fn filled(message: &Message, footer: &str) -> Filled {
    let mut left_out = 0;
    let title = title(message);
    let footer = fitted(footer, EMBED_FOOTER.min(EMBED_TITLE));
    let lead = escaped(&message.lead);
    let mut description = fitted(&lead, LEAD);
    left_out += usize::from(description != lead);
    let notes: Vec<String> =
        message.notes.iter().map(|note| escaped(note)).filter(|note| !note.trim().is_empty()).collect();
    let shown_notes = lines_within(&notes, NOTES, usize::MAX, &mut left_out);
    // The footer may still grow to its own limit.
    let mut room = EMBED_TOTAL - units(&title) - EMBED_TITLE;
    if !shown_notes.is_empty() {
        description = format!("{description}\n\n{shown_notes}");
    }
    description = fitted(description.trim(), EMBED_DESCRIPTION);
    room -= units(&description);
    let sources = sources(&message.sources);
    let kept = if sources.is_empty() { 0 } else { KEPT_FOR_SOURCES };
    let mut fields = Vec::new();
    for field in message.fields.iter().filter(|field| !field.is_said) {
        let may_take = room.saturating_sub(kept);
        let added = (fields.len() < EMBED_FIELDS - 1).then(|| self::field(field, may_take, &mut left_out)).flatten();
        match added {
            Some(added) => {
                room -= units(&added.name) + units(&added.value);
                fields.push(added);
            }
            None => left_out += usize::from(field.lines.iter().any(|line| !line.trim().is_empty())),
        }
    }
    let heading = words::SOURCES.to_owned();
    let value = lines_within(&sources, FIELD_VALUE.min(room.saturating_sub(units(&heading))), SOURCES, &mut left_out);
    if !value.trim().is_empty() {
        fields.push(FieldBody { name: heading, value, inline: false });
    }
    let embed = EmbedBody {
        title: Some(title),
        description: Some(description).filter(|text| !text.trim().is_empty()),
        color: Some(colour(message.outcome)),
        fields,
        footer: Some(FooterBody { text: footer }).filter(|footer| !footer.text.trim().is_empty()),
    };
    Filled { embed, left_out }
}

/// A title; an embed must show something, so it is never empty.
pub(super) fn title(message: &Message) -> String {
    let title = fitted(escaped(&message.title).trim(), EMBED_TITLE);
    if title.is_empty() { "…".to_owned() } else { title }
}

/// The colour that goes with an outcome.
pub(super) fn colour(outcome: Outcome) -> u32 {
    match outcome {
        Outcome::Answered => BLUE,
        Outcome::Choices => AMBER,
        Outcome::Unknown => GREY,
    }
}

/// Sources as links with their dates.
pub(super) fn sources(links: &[Link]) -> Vec<String> {
    let line = |source: &Link| {
        let title = fitted(if source.title.trim().is_empty() { &source.url } else { &source.title }, EMBED_TITLE);
        let linked = link(&title, &source.url);
        if source.as_of.trim().is_empty() {
            linked
        } else {
            format!("{linked} ({})", escaped(&words::date(&source.as_of)))
        }
    };
    // A link that is too long for a field would be cut in its address; its title alone says more.
    let shown = |source: &Link| {
        let line = line(source);
        if units(&line) <= FIELD_VALUE / 2 { line } else { fitted(&escaped(&source.title), EMBED_TITLE) }
    };
    links.iter().map(shown).filter(|line| !line.trim().is_empty()).collect()
}

/// A field within a room; nothing where not even its first line fits.
fn field(field: &Field, room: usize, left_out: &mut usize) -> Option<FieldBody> {
    let name = fitted(escaped(&field.name).trim(), FIELD_NAME);
    let lines: Vec<String> =
        field.lines.iter().map(|line| escaped(line.trim())).filter(|line| !line.is_empty()).collect();
    if name.is_empty() || lines.is_empty() {
        return None;
    }
    let mut missing = 0;
    let value = lines_within(&lines, FIELD_VALUE.min(room.saturating_sub(units(&name))), LINES, &mut missing);
    if value.trim().is_empty() {
        return None;
    }
    *left_out += missing;
    Some(FieldBody { name, value, inline: false })
}

/// As many whole lines as fit, with the number of the others; a first line that is too long is cut.
fn lines_within(lines: &[String], room: usize, most: usize, left_out: &mut usize) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut used = 0;
    for (at, line) in lines.iter().enumerate() {
        let others = lines.len() - at - 1;
        let tail = if others == 0 { 0 } else { units(&words::and_more(others)) + 1 };
        let length = units(line) + usize::from(at > 0);
        if shown.len() < most && used + length + tail <= room {
            used += length;
            shown.push(line.clone());
            continue;
        }
        if shown.is_empty() {
            let cut = fitted(line, room.saturating_sub(tail));
            if cut.chars().count() > 1 {
                *left_out += 1;
                used += units(&cut);
                shown.push(cut);
                continue;
            }
        }
        let rest = lines.len() - shown.len();
        *left_out += rest;
        let more = words::and_more(rest);
        if used + units(&more) < room {
            shown.push(more);
        }
        break;
    }
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted() {
        let lines: Vec<String> = (0..30).map(|at| format!("line {at}")).collect();
        let mut left_out = 0;
        let shown = lines_within(&lines, 1024, 12, &mut left_out);
        assert_eq!((shown.lines().count(), left_out), (13, 18));
        assert!(shown.ends_with("and 18 more"));
    }
}
