//! What the terminal can do: how wide it is, and whether links in it can be clicked.
//!
//! The one idea: a terminal is asked; a pipe gets lines as they are, unless `COLUMNS` says how wide they may be.

use std::io::IsTerminal;

use supports_hyperlinks::Stream;

/// Wider lines are hard to read.
const WIDEST: usize = 100;
/// Narrower ones would break every word.
const NARROWEST: usize = 20;

/// Where text is shown.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns; no limit where nobody looks.
    pub width: usize,
    /// Whether links can be clicked.
    pub has_links: bool,
    /// Whether what is numbered can be picked by its number, as in a conversation.
    pub has_picks: bool,
}

impl Screen {
    /// What a conversation is shown on.
    pub(super) fn of_conversation() -> Self {
        Self { has_picks: true, ..Self::of_standard_output() }
    }

    /// What standard output is connected to.
    pub fn of_standard_output() -> Self {
        if std::io::stdout().is_terminal() {
            Self {
                width: textwrap::termwidth().clamp(NARROWEST, WIDEST),
                has_links: supports_hyperlinks::on(Stream::Stdout),
                has_picks: false,
            }
        } else {
            let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
            Self {
                width: columns.map_or(usize::MAX, |columns: usize| columns.max(NARROWEST)),
                has_links: false,
                has_picks: false,
            }
        }
    }
}
