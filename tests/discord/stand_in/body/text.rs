//! Texts as Discord counts and shows them.

/// Discord counts UTF-16 code units in some places and characters in others; the larger reading must fit.
pub(crate) fn length(text: &str) -> usize {
    text.encode_utf16().count().max(text.chars().count())
}

/// What a text must not hold wherever it is shown: anything that reads as a ping, or that turns the text around it.
pub(crate) fn shown(broken: &mut Vec<String>, name: &str, text: &str) {
    for ping in ["@everyone", "@here", "<@", "<#"] {
        if unescaped(text, ping) {
            broken.push(format!("{name} holds an unescaped {ping}"));
        }
    }
    plain(broken, name, text);
}

/// What Discord shows as it is, such as the words on a button: nothing there can ping, but it can still be turned.
pub(crate) fn plain(broken: &mut Vec<String>, name: &str, text: &str) {
    if let Some(turn) = text.chars().find(|letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    {
        broken.push(format!("{name} holds U+{:04X}, which turns the text around it", u32::from(turn)));
    }
    if let Some(control) = text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\t')) {
        broken.push(format!("{name} holds the control character U+{:04X}", u32::from(control)));
    }
}

fn unescaped(text: &str, ping: &str) -> bool {
    text.match_indices(ping).any(|(at, _)| !text.get(..at).is_some_and(|before| before.ends_with('\\')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_the_larger_reading() {
        assert_eq!(length("Malé"), 4);
        assert_eq!(length("👩‍👩‍👧‍👦"), 11);
    }

    #[test]
    fn pings_are_found_unless_escaped() {
        let broken = |text| {
            let mut broken = Vec::new();
            shown(&mut broken, "content", text);
            broken.len()
        };
        assert_eq!(broken("hi @everyone"), 1);
        assert_eq!(broken("hi \\@everyone"), 0);
        assert_eq!(broken("hi @\u{200b}everyone, <\\@123>"), 0);
        assert_eq!(broken("<@123>"), 1);
        assert_eq!(broken("a\u{202e}b\u{7}"), 2);
    }
}
