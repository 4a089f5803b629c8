//! A mistake in the knowledge base, said so that a curator can put it right without asking anybody.
//!
//! The one idea: a mistake carries its place, what was expected there, what was found, and what to do, so that a front
//! only has to show it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

/// A mistake with its place.
#[derive(Clone, Debug, Serialize)]
pub struct Mistake {
    /// Whether it stops the knowledge from loading.
    pub severity: Severity,
    /// The file, relative to the knowledge folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The JSON pointer of the value (RFC 6901).
    pub pointer: String,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// What to do, if that can be told.
    pub hint: Option<String>,
    /// The file's text, to draw the mistake in.
    #[serde(skip)]
    pub text: Arc<str>,
    /// The bytes of the text that are wrong.
    #[serde(skip)]
    pub span: Range<usize>,
}

/// How bad a mistake is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The knowledge is not loaded.
    Error,
    /// It is loaded, but somebody should look.
    Warning,
}

impl Mistake {
    /// A mistake of a whole file or folder, which has no place inside.
    pub(super) fn of_file(file: &str, expected: &str, found: String, hint: Option<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: file.to_owned(),
            line: 1,
            column: 1,
            pointer: String::new(),
            expected: expected.to_owned(),
            found,
            hint,
            text: Arc::from(""),
            span: 0..0,
        }
    }

    /// Whether the knowledge cannot be loaded with it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.is_error() { "error" } else { "warning" };
        if self.text.is_empty() {
            write!(formatter, "{}: {severity}: ", self.file)?;
        } else {
            write!(formatter, "{}:{}:{}: {severity}: ", self.file, self.line, self.column)?;
        }
        if !self.pointer.is_empty() {
            write!(formatter, "{}: ", self.pointer)?;
        }
        write!(formatter, "expected {}, found {}", self.expected, self.found)?;
        match &self.hint {
            Some(hint) => write!(formatter, "; {hint}"),
            None => Ok(()),
        }
    }
}
