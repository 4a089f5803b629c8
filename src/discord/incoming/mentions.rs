//! What a message asks, without whom it calls.
//!
//! The one idea: a mention goes, and with it the words that only carry it (`hey`, `asks:`, `on behalf of`), never a word of
//! the question.

/// The text without mentions of people, roles and channels, timestamps and emoji of servers.
pub(super) fn without_mentions(text: &str) -> String {
    let calls = parted(text);
    let last = calls.len().saturating_sub(1);
    let mut kept = String::with_capacity(text.len());
    for (at, words) in calls.iter().enumerate() {
        let is_called_after = at < last;
        let is_end = calls.iter().skip(at + 1).all(|words| bare(words).is_empty());
        let mut words = words.as_str();
        if at > 0 && begins_anew(&kept) {
            words = after_a_call(words);
        }
        if is_called_after && is_carrier(words) {
            words = "";
        }
        if is_called_after && is_end {
            words = before_a_last_call(words);
        }
        kept.push_str(words);
        kept.push(' ');
    }
    kept.replace("@everyone", " ").replace("@here", " ").trim().to_owned()
}

/// What stands before, between and after the mentions of people and roles; other references are taken out.
fn parted(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        part.push_str(before);
        if let Some((inside, behind)) = after.split_once('>').filter(|(inside, _)| is_reference(inside)) {
            if inside.starts_with('@') {
                parts.push(std::mem::take(&mut part));
            } else {
                part.push(' ');
            }
            rest = behind;
        } else {
            part.push('<');
            rest = after;
        }
    }
    part.push_str(rest);
    parts.push(part);
    parts
}

fn is_reference(inside: &str) -> bool {
    const LONGEST: usize = 60;
    let starts = ["@", "#", ":", "a:", "t:", "/", "id:"];
    inside.len() <= LONGEST && !inside.contains(['\n', '<']) && starts.iter().any(|start| inside.starts_with(start))
}

/// Said of whoever was called: `<@1> asks: ...`.
const ASKING: [&str; 14] = [
    "would like to know",
    "wanted to know",
    "wants to know",
    "want to know",
    "need to know",
    "needs to know",
    "is wondering",
    "is asking",
    "are asking",
    "was asking",
    "wonders",
    "asked",
    "asks",
    "ask",
];
/// Who was asked.
const ASKED: [&str; 3] = ["me", "us", "you"];
/// Said before somebody is called, and nothing else: `hey <@1>`, `<@1> and <@2>`.
const CARRIERS: [&str; 18] = [
    "hey",
    "hi",
    "hello",
    "dear",
    "and",
    "or",
    "cc",
    "fyi",
    "for",
    "from",
    "with",
    "question from",
    "question by",
    "question for",
    "asking for",
    "on behalf of",
    "thanks",
    "thanks to",
];
/// Said before somebody is called at the end: `... ? cc <@1>`.
const AT_THE_END: [&str; 10] =
    ["question from", "question by", "asking for", "on behalf of", "asked by", "asks", "cc", "fyi", "thanks", "ping"];
/// Between a call and what it carries.
const PUNCTUATION: [char; 9] = [' ', ',', ':', ';', '&', '-', '–', '\n', '\t'];

/// Whether whoever was just called may be the one that asks: after nothing, or at the beginning of a sentence.
fn begins_anew(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(['.', '!', '?', ':', ',']) || bare(before).is_empty() || is_carrier(before)
}

/// Without `asks:` at its beginning, where something follows.
fn after_a_call(words: &str) -> &str {
    let text = words.trim_start_matches(PUNCTUATION);
    let Some(mut rest) = ASKING.iter().find_map(|phrase| without_start(text, phrase)) else { return text };
    if let Some(further) = ASKED.iter().find_map(|whom| without_start(rest.trim_start(), whom)) {
        rest = further;
    }
    let rest = rest.trim_start_matches(PUNCTUATION);
    if bare(rest).is_empty() { text } else { rest }
}

/// Without `cc` at its end.
fn before_a_last_call(words: &str) -> &str {
    let text = words.trim_end_matches(PUNCTUATION);
    AT_THE_END.iter().find_map(|phrase| without_end(text, phrase)).unwrap_or(words)
}

fn is_carrier(words: &str) -> bool {
    let words = bare(words);
    words.is_empty() || CARRIERS.iter().any(|carrier| words.eq_ignore_ascii_case(carrier))
}

fn bare(words: &str) -> &str {
    words.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// What follows a phrase that the text begins with, as whole words.
fn without_start<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(phrase.len())?;
    (start.eq_ignore_ascii_case(phrase) && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// What precedes a phrase that the text ends with, as whole words.
fn without_end<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(phrase.len())?)?;
    (end.eq_ignore_ascii_case(phrase) && !rest.ends_with(char::is_alphanumeric) && !bare(rest).is_empty())
        .then_some(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn references_are_taken_out_and_text_is_kept() {
        for (text, kept) in [
            ("<@1> <@!2> hello <#3> <:x:4> <a:y:5> <t:6:R>", "hello"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("<", "<"),
            ("@everyone what?", "what?"),
        ] {
            assert_eq!(words(text), kept);
        }
    }

    #[test]
    fn what_only_carries_a_mention_goes_and_the_question_stays() {
        for text in [
            "hey <@1>, <@2> asks: who chaired the third CWG?",
            "<@1> <@2> and <@3> want to know who chaired the third CWG?",
            "<@2> asked me: who chaired the third CWG? <@1>",
            "<@1> on behalf of <@2>: who chaired the third CWG?",
            "Hello <@!1>! who chaired the third CWG? cc <@2>, <@3>",
            "<@1> WOULD LIKE TO KNOW, who chaired the third CWG?",
        ] {
            assert!(words(text).ends_with("who chaired the third CWG?"), "{text} -> {}", words(text));
            assert!(words(text).len() <= "! who chaired the third CWG?".len(), "{text} -> {}", words(text));
        }
        for (text, kept) in [
            ("<@1> and who chaired it?", "and who chaired it?"),
            ("who did <@1> ask?", "who did ask?"),
            ("who was asked by the police <@1>", "who was asked by the police"),
            ("<@1> asks", "asks"),
            ("<@1> asking prices of Malé", "asking prices of Malé"),
            ("was <@2> asked what was decided <@1>", "was asked what was decided"),
        ] {
            assert_eq!(words(text), kept);
        }
    }

    fn words(text: &str) -> String {
        without_mentions(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn nothing_panics_and_no_mention_is_left(before in any::<String>(), after in "\\PC{0,40}", id in any::<u32>()) {
            let mention = format!("<@{id}>");
            let question = without_mentions(&format!("{before} {mention} asks {mention} {after}"));
            prop_assert!(!question.contains(&mention), "{}", question);
        }
    }
}
