//! A message as text for a terminal: wrapped, with headings, links and numbers to pick.
//!
//! The one idea: everything is styled here and stripped by the stream that is not a terminal, so there is one rendering.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator};

use super::Screen;
use super::picks::Picks;
use crate::message::{Link, Message, Outcome, Suggestion, terminal_words as words};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const HEADING: Style = AnsiColor::Cyan.on_default();
const INDENT: &str = "  ";

/// A message as lines, with a newline at the end.
pub fn rendered(message: &Message, screen: &Screen) -> String {
    let mut page = Page { text: String::new(), screen };
    let title = match message.outcome {
        Outcome::Answered => BOLD,
        Outcome::Choices => AnsiColor::Yellow.on_default().bold(),
        Outcome::Unknown => AnsiColor::Magenta.on_default().bold(),
    };
    page.paragraph(&message.title, title, "");
    page.paragraph(&message.lead, Style::new(), "");
    let mut after_list = true;
    // A list that can be picked from is numbered first; the questions to ask next go on from there.
    let picks = if screen.has_picks { Picks::of(message) } else { Picks::default() };
    for field in &message.fields {
        if let [line] = field.lines.as_slice() {
            if after_list {
                page.gap();
            }
            page.labelled(&field.name, line);
            after_list = false;
        } else {
            page.heading(&field.name);
            if picks.list.is_some_and(|list| std::ptr::eq(list, field)) {
                page.numbered(1, field.lines.iter().map(String::as_str));
            } else {
                page.items(field.lines.iter().map(String::as_str));
            }
            after_list = true;
        }
    }
    if !message.notes.is_empty() {
        page.gap();
        message.notes.iter().for_each(|note| page.paragraph(note, DIM, ""));
    }
    if picks.list.is_some() {
        // Each entry shows its own sources when it is opened; all of them here would push the list off the screen.
        page.gap();
        page.paragraph(words::PICK_FROM_LIST, HEADING, "");
    } else if !message.sources.is_empty() {
        page.heading(words::SOURCES);
        message.sources.iter().for_each(|link| page.link(link));
    }
    if !message.matched.is_empty() && message.outcome == Outcome::Answered {
        page.paragraph(&format!("{}: {}", words::MATCHED, message.matched.join(" · ")), DIM, "");
    }
    let choices = message.choices.iter().map(|choice| choice.label.as_str());
    let next = message.next.iter().map(|next| next.question.as_str());
    let has_next = if screen.has_picks { !picks.next.is_empty() } else { !message.next.is_empty() };
    match (message.choices.is_empty(), has_next, screen.has_picks) {
        (false, _, true) => {
            page.heading(words::PICK);
            page.numbered(1, choices);
        }
        (false, _, false) => {
            page.heading(words::PICK_BY_NAME);
            page.items(choices);
        }
        (true, true, true) => {
            page.heading(words::NEXT);
            page.numbered(picks.entries.len() + 1, picks.next.iter().copied());
        }
        (true, true, false) => {
            page.heading(words::NEXT);
            page.items(next);
        }
        (true, false, _) => {}
    }
    let more = message.page.filter(|_| screen.has_picks).and_then(|page| Some((page.next()?, page.of)));
    if let Some((next, of)) = more {
        page.paragraph(&words::more(next, of), DIM, "");
    }
    page.text
}

/// Suggestions with the reason of each.
pub fn rendered_suggestions(suggestions: &[Suggestion], screen: &Screen) -> String {
    let mut page = Page { text: String::new(), screen };
    for suggestion in suggestions {
        page.item("-", &format!("{}  ({})", suggestion.name, suggestion.why));
    }
    page.text
}

/// A sentence that is no answer, with a newline at the end.
pub(super) fn plain(text: &str, screen: &Screen) -> String {
    let mut page = Page { text: String::new(), screen };
    page.paragraph(text, Style::new(), "");
    page.text
}

/// The text so far.
struct Page<'a> {
    text: String,
    screen: &'a Screen,
}

impl Page<'_> {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn heading(&mut self, name: &str) {
        self.gap();
        self.paragraph(name, HEADING, "");
    }

    /// A heading with its only line beside it.
    fn labelled(&mut self, name: &str, line: &str) {
        let text = format!("{HEADING}{}{HEADING:#}: {}", harmless(name), harmless(line));
        let options = lines(self.screen.width).subsequent_indent(INDENT);
        for line in textwrap::wrap(&text, options) {
            let _ = writeln!(self.text, "{line}");
        }
    }

    fn item(&mut self, mark: &str, text: &str) {
        let first = format!("{INDENT}{mark} ");
        self.wrapped(text, Style::new(), &first, &" ".repeat(first.chars().count()));
    }

    fn items<'a>(&mut self, items: impl Iterator<Item = &'a str>) {
        items.for_each(|item| self.item("-", item));
    }

    fn numbered<'a>(&mut self, first: usize, items: impl Iterator<Item = &'a str>) {
        for (at, item) in items.enumerate() {
            self.item(&format!("{}.", at + first), item);
        }
    }

    fn paragraph(&mut self, text: &str, style: Style, indent: &str) {
        self.wrapped(text, style, indent, indent);
    }

    /// A source: its lines are the link where links can be clicked, else the address stands below, in one piece.
    fn link(&mut self, link: &Link) {
        let url = harmless(&link.url);
        let text = harmless(&words::source(&link.title, &link.as_of));
        let options = lines(self.screen.width.saturating_sub(2 * INDENT.len()));
        let has_link = self.screen.has_links && !url.is_empty();
        for (at, line) in textwrap::wrap(&text, options).iter().enumerate() {
            let mark = if at == 0 { "- " } else { INDENT };
            let _ = if has_link {
                writeln!(self.text, "{INDENT}{mark}\u{1b}]8;;{url}\u{1b}\\{line}\u{1b}]8;;\u{1b}\\")
            } else {
                writeln!(self.text, "{INDENT}{mark}{line}")
            };
        }
        if !has_link && !url.is_empty() {
            let _ = writeln!(self.text, "{INDENT}  {DIM}{url}{DIM:#}");
        }
    }

    fn wrapped(&mut self, text: &str, style: Style, first: &str, others: &str) {
        let text = harmless(text);
        if text.is_empty() {
            return;
        }
        let options = lines(self.screen.width).initial_indent(first).subsequent_indent(others);
        for line in textwrap::wrap(&text, options) {
            let _ = writeln!(self.text, "{style}{line}{style:#}");
        }
    }
}

/// How lines are broken: at spaces alone, so that what is typed as `/quit` is read as `/quit`.
fn lines(width: usize) -> Options<'static> {
    Options::new(width).word_separator(WordSeparator::AsciiSpace)
}

/// The text without characters that could move the cursor, colour the screen or turn the line around.
pub(super) fn harmless(text: &str) -> String {
    let is_harmless = |letter: &char| {
        !letter.is_control()
            && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(['\n', '\t'], " ").chars().filter(is_harmless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_an_answer_can_move_the_cursor_or_turn_the_line() {
        assert_eq!(harmless("a\u{1b}[2Jb\u{202e}c\td\ne"), "a[2Jbc d e");
    }
}
