//! Mistakes in the knowledge, drawn in the lines they stand in.
//!
//! The one idea: miette draws; here a mistake only takes the form it understands.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, Severity, SourceCode,
    ThemeCharacters, ThemeStyles,
};

use super::Screen;
use crate::knowledge::Mistake;

/// All mistakes, with colour codes that a stream without colour strips.
pub fn drawn(mistakes: &[Mistake]) -> String {
    let width = Screen::of_standard_output().width.min(120);
    let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles: ThemeStyles::ansi() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false);
    let mut text = String::new();
    for mistake in mistakes {
        if mistake.text.is_empty() {
            // What is wrong with a whole file or folder has no line to be drawn in.
            text.push_str(&mistake.to_string());
            text.push_str("\n\n");
            continue;
        }
        let drawing = Drawing {
            mistake,
            source: NamedSource::new(&mistake.file, mistake.text.to_string()).with_language("json"),
        };
        if handler.render_report(&mut text, &drawing).is_err() {
            // A place that cannot be drawn is still said.
            text.push_str(&mistake.to_string());
            text.push('\n');
        }
    }
    text
}

/// A mistake as miette takes it.
#[derive(Debug)]
struct Drawing<'a> {
    mistake: &'a Mistake,
    source: NamedSource<String>,
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}", self.mistake.expected)
    }
}

impl std::error::Error for Drawing<'_> {}

impl Diagnostic for Drawing<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let Mistake { file, line, column, pointer, .. } = self.mistake;
        Some(Box::new(format!("{file}:{line}:{column} {pointer}")))
    }

    fn severity(&self) -> Option<Severity> {
        Some(if self.mistake.is_error() { Severity::Error } else { Severity::Warning })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.mistake.hint.as_ref().map(|hint| Box::new(hint) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = &self.mistake.span;
        let label = LabeledSpan::new(Some(format!("found {}", self.mistake.found)), span.start, span.len());
        Some(Box::new(std::iter::once(label)))
    }
}
