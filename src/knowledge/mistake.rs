//! A mistake in the knowledge base, said so that a curator can put it right without asking anybody.

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
}

/// How bad a mistake is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The knowledge is not loaded.
    Error,
    /// It is loaded, but somebody should look.
    Warning,
}
