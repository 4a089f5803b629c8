//! The whole of an answer as pages of text, for what an embed's fields had to leave out.
//!
//! The one idea: pages are cut between lines, and all pages together hold every line.

use super::embed;
use super::escape::escaped;
use crate::discord::limits::{fitted, units};
use crate::message::{Message, discord_words as words};

/// A page that is pleasant to read on a telephone; Discord would take 4096.
const PAGE: usize = 1800;

/// The pages, at least one.
pub(super) fn pages(message: &Message) -> Vec<String> {
    let mut pages = vec![String::new()];
    for line in lines(message) {
        for piece in pieces(&line) {
            let page = pages.last_mut().map(|page| (units(page), page));
            match page {
                Some((used, page)) if used + units(&piece) < PAGE => {
                    if !page.is_empty() {
                        page.push('\n');
                    }
                    page.push_str(&piece);
                }
                _ => pages.push(piece),
            }
        }
    }
    pages
}

/// Every line, with headings.
fn lines(message: &Message) -> Vec<String> {
    let heading = |name: &str| format!("**{}**", escaped(name));
    let mut lines = vec![escaped(&message.lead)];
    for field in message.fields.iter().filter(|field| !field.is_said) {
        lines.push(heading(&field.name));
        lines.extend(field.lines.iter().map(|line| escaped(line)));
    }
    lines.extend(message.notes.iter().map(|note| escaped(note)));
    let sources = embed::sources(&message.sources);
    if !sources.is_empty() {
        lines.push(heading(words::SOURCES));
        lines.extend(sources);
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// A line that is longer than a page, in pieces.
fn pieces(line: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while units(rest) >= PAGE {
        let piece = fitted(rest, PAGE - 1);
        let kept = piece.trim_end_matches('…');
        let taken = kept.len();
        // A single grapheme that fills a page is nothing that anybody reads.
        if taken == 0 {
            return pieces;
        }
        pieces.push(kept.to_owned());
        rest = rest.get(taken..).unwrap_or_default();
    }
    pieces.push(rest.to_owned());
    pieces
}
