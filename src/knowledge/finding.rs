//! Something wrong with an entry, found by a check that knows the entries and not the files.

use super::mistake::Severity;
use super::schema::FileKind;

/// Something wrong with an entry that was read, before its place is looked up.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) severity: Severity,
    /// Which entry.
    pub(super) of: (FileKind, usize),
    /// The pointer below the entry.
    pub(super) pointer: String,
    pub(super) expected: String,
    pub(super) found: String,
    pub(super) hint: Option<String>,
}
