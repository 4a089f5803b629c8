//! What the terminal can do: how wide it is, and whether links in it can be clicked.

use std::io::IsTerminal;

use supports_hyperlinks::Stream;

/// Wider lines are hard to read.
const WIDEST: usize = 100;

/// Where text is shown.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns; no limit where nobody looks.
    pub width: usize,
    /// Whether links can be clicked.
    pub has_links: bool,
}

impl Screen {
    /// What standard output is connected to. A pipe gets lines as they are.
    pub fn of_standard_output() -> Self {
        if std::io::stdout().is_terminal() {
            Self { width: textwrap::termwidth().min(WIDEST), has_links: supports_hyperlinks::on(Stream::Stdout) }
        } else {
            Self { width: usize::MAX, has_links: false }
        }
    }
}
