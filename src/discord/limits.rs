//! Every limit of Discord's, named once, and the cut that keeps to it.
//!
//! The one idea: Discord counts UTF-16 code units in some places and characters in others; UTF-16 is never the smaller
//! count, so a text is measured in it, and cut between graphemes. Numbers are those of Discord's documentation, version 10.

use unicode_segmentation::UnicodeSegmentation;

/// Embeds of a message.
pub(super) const EMBEDS: usize = 10;
/// All text of all embeds of a message together.
pub(super) const EMBED_TOTAL: usize = 6000;
/// An embed's title.
pub(super) const EMBED_TITLE: usize = 256;
/// An embed's description.
pub(super) const EMBED_DESCRIPTION: usize = 4096;
/// Fields of an embed.
pub(super) const EMBED_FIELDS: usize = 25;
/// A field's name.
pub(super) const FIELD_NAME: usize = 256;
/// A field's value.
pub(super) const FIELD_VALUE: usize = 1024;
/// An embed's footer.
pub(super) const EMBED_FOOTER: usize = 2048;
/// A message's content.
pub(super) const CONTENT: usize = 2000;
/// Rows of components.
pub(super) const ROWS: usize = 5;
/// Buttons of a row.
pub(super) const BUTTONS: usize = 5;
/// A button's label.
pub(super) const BUTTON_LABEL: usize = 80;
/// The state that a component carries.
pub(super) const CUSTOM_ID: usize = 100;
/// Options of a select menu.
pub(super) const SELECT_OPTIONS: usize = 25;
/// A select option's label, value or description.
pub(super) const SELECT_TEXT: usize = 100;
/// What stands in a select menu before anything is chosen.
pub(super) const SELECT_PLACEHOLDER: usize = 150;
/// Suggestions of an autocomplete answer.
pub(super) const SUGGESTIONS: usize = 25;
/// A suggestion's name or value.
pub(super) const SUGGESTION: usize = 100;

/// What stands where a text was cut.
const ELLIPSIS: &str = "…";

/// How long a text is to Discord, at most.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The text, cut to a limit where it is longer; a grapheme is kept whole or dropped.
pub(super) fn fitted(text: &str, limit: usize) -> String {
    if units(text) <= limit {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut left = limit.saturating_sub(units(ELLIPSIS));
    for grapheme in text.graphemes(true) {
        let Some(rest) = left.checked_sub(units(grapheme)) else { break };
        kept.push_str(grapheme);
        left = rest;
    }
    // A backslash that escaped what was cut off would escape the ellipsis.
    let backslashes = kept.chars().rev().take_while(|letter| *letter == '\\').count();
    if backslashes % 2 == 1 {
        kept.pop();
    }
    kept.truncate(kept.trim_end().len());
    if limit > 0 {
        kept.push_str(ELLIPSIS);
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_grapheme_is_whole_or_absent() {
        let family = "👩‍👩‍👧‍👦";
        assert_eq!(fitted(&family.repeat(3), units(family) * 2 + 1), format!("{}…", family.repeat(2)));
        assert_eq!(fitted(&family.repeat(2), units(family) * 2 - 1), format!("{family}…"));
        assert_eq!(fitted("short", 5), "short");
        assert_eq!(fitted("longer", 5), "long…");
        assert_eq!(fitted(r"abc\*d", 5), "abc…");
    }

    proptest! {
        #[test]
        fn never_longer_by_either_count(text in any::<String>(), limit in 0_usize..300) {
            let cut = fitted(&text, limit);
            prop_assert!(units(&cut) <= limit && cut.chars().count() <= limit);
        }
    }
}
