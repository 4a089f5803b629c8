//! Stored and typed text, made harmless before Discord reads it as Markdown.
//!
//! The one idea: every character that could format, mention, embed or time is escaped; web addresses stay whole, so that they
//! can be clicked.

/// Text that Discord shows as it stands.
pub(in crate::discord) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            safe.push('\n');
        }
        let mut is_start = true;
        for piece in line.split_inclusive(' ') {
            if is_address(piece.trim_end()) {
                safe.push_str(piece);
            } else {
                escape_piece(piece, is_start, &mut safe);
            }
            is_start &= piece.trim().is_empty();
        }
    }
    safe
}

/// A link with a title; the title alone where the address is none that can be shown.
pub(in crate::discord) fn link(title: &str, url: &str) -> String {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_web || url.chars().any(|letter| letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>'))
    {
        return escaped(title);
    }
    // A bracket would end the link before its end.
    format!("[{}]({})", without_addresses(title), url.replace('(', "%28").replace(')', "%29"))
}

/// A title in which an address would end the link that it is part of.
fn without_addresses(title: &str) -> String {
    let mut safe = String::new();
    escape_piece(title, true, &mut safe);
    safe.replace("://", ":\u{200b}//")
}

fn escape_piece(piece: &str, is_start: bool, safe: &mut String) {
    let mut before: Option<char> = None;
    for letter in piece.chars() {
        match letter {
            '\\' | '*' | '_' | '~' | '`' | '|' | '[' | ']' | '<' | '>' => {
                safe.push('\\');
                safe.push(letter);
            }
            '#' | '-' | '+' if is_start && before.is_none() => {
                safe.push('\\');
                safe.push(letter);
            }
            // `1.` at the start of a line would begin a list and lose its number.
            '.' | ')'
                if is_start && before.is_some_and(|before| before.is_ascii_digit()) && all_digits(piece, letter) =>
            {
                safe.push('\\');
                safe.push(letter);
            }
            // A break that is not seen keeps `@everyone` from being a mention.
            '@' => safe.push_str("@\u{200b}"),
            // Characters that turn the line around would make an answer say something else.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
        before = Some(letter);
    }
}

fn all_digits(piece: &str, end: char) -> bool {
    piece
        .split(end)
        .next()
        .is_some_and(|number| !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()))
}

/// Whether a word is a web address with nothing in it that formats.
fn is_address(word: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?#=&%+,;".contains(letter);
    (word.starts_with("https://") || word.starts_with("http://")) && word.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_formats_mentions_or_times() {
        for (text, shown) in [
            ("**bold** _it_ `code` ||x||", r"\*\*bold\*\* \_it\_ \`code\` \|\|x\|\|"),
            ("<@1> <t:0> <#2>", "\\<@\u{200b}1\\> \\<t:0\\> \\<#2\\>"),
            ("@everyone", "@\u{200b}everyone"),
            ("# heading\n- item\n> quote\n1. one", "\\# heading\n\\- item\n\\> quote\n1\\. one"),
            ("2016 - 2019, 1.5", "2016 - 2019, 1.5"),
            ("See https://maldives.iom.int/a_b", "See https://maldives.iom.int/a_b"),
            ("https://a/**", r"https://a/\*\*"),
            ("a\u{202e}b\u{7}", "ab"),
        ] {
            assert_eq!(escaped(text), shown);
        }
    }

    #[test]
    fn a_link_ends_where_it_should() {
        assert_eq!(link("A [b]", "https://a/(b)"), r"[A \[b\]](https://a/%28b%29)");
        assert_eq!(link("A", "javascript:alert(1)"), "A");
        assert_eq!(link("https://evil", "https://a/"), "[https:\u{200b}//evil](https://a/)");
    }

    proptest! {
        #[test]
        fn no_mention_survives(text in "[<>@#!&:t0-9a-z*_\\\\ \n]{0,60}") {
            let safe = escaped(&text);
            prop_assert!(!safe.contains("@everyone") && !safe.contains("@here"));
            prop_assert!(!safe.contains("<@") || safe.contains("\\<@"));
        }
    }
}
