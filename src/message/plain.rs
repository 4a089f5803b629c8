//! Words that came from an asker, made harmless before they are said back.
//!
//! The one idea: letters, digits and single spaces; nothing else survives, so nothing can ping, format or turn the line.

/// As many characters of a stranger's words as are said back.
const MOST: usize = 60;

/// A short piece of typed text, fit to stand in a sentence.
pub(super) fn one_line(typed: &str) -> String {
    let plain =
        |letter: char| if letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’') { letter } else { ' ' };
    let kept: String = typed.chars().take(MOST * 4).map(plain).collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default().trim_end()),
        None => words,
    }
}

/// A list as people say it: `a`, `a and b`, `a, b and c`. Items that hold commas themselves are parted by semicolons.
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if items.iter().any(|item| item.contains(", ")) => {
            format!("{}; and {last}", first.join("; "))
        }
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The text with a full stop, unless it has an end.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '?', '!', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// The first letter in upper case.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The title of a meeting as it stands inside a sentence: `the judges' colloquium`, `the Blue Ribbon Campaign`.
pub(super) fn the(title: &str) -> String {
    format!("the {}", inside(title))
}

/// A title inside a sentence: its first word in lower case where only the first letter of the title is a capital.
/// Ordinals are lowered before names too; whatever holds a further capital, such as `IOM`, stays.
pub(super) fn inside(title: &str) -> String {
    let mut words = title.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_sentence_case = second.chars().next().is_some_and(|letter| !letter.is_uppercase());
    let is_ordinal = ORDINALS.iter().any(|ordinal| first.eq_ignore_ascii_case(ordinal));
    let is_name = first.chars().skip(1).any(char::is_uppercase);
    let mut letters = title.chars();
    match letters.next() {
        Some(letter) if (is_sentence_case || is_ordinal) && !is_name => {
            letter.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => title.to_owned(),
    }
}

/// A name within so many characters: whole, or up to a word that only tells it closer, or cut at a word.
pub(super) fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let length = |kept: &[&str]| kept.iter().map(|word| word.chars().count() + 1).sum::<usize>().saturating_sub(1);
    let beginnings = || (1..words.len()).rev().filter_map(|count| Some((words.get(..count)?, *words.get(count)?)));
    let natural = beginnings().find(|(kept, next)| {
        let is_end = LINKING.contains(next) && kept.last().is_none_or(|last| !LINKING.contains(last));
        is_end && (most / 2..=most).contains(&length(kept))
    });
    if let Some((kept, _)) = natural {
        return kept.join(" ");
    }
    match beginnings().find(|(kept, _)| length(kept) < most) {
        Some((kept, _)) => format!("{}…", kept.join(" ")),
        None => format!("{}…", name.chars().take(most.saturating_sub(1)).collect::<String>()),
    }
}

/// Both ends of a text within so many characters, the end at a word where there is one.
pub(super) fn ends_of(text: &str, most: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= most {
        return text.to_owned();
    }
    let half = most.saturating_sub(3) / 2;
    let tail: String = letters.iter().skip(letters.len() - half).collect();
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, words)| words);
    format!("{} … {tail}", shortened(text, half).trim_end_matches('…'))
}

/// Words that tell a name closer, or link its parts: before them it can end.
const LINKING: [&str; 16] = [
    "on", "in", "of", "for", "to", "at", "and", "with", "from", "by", "against", "between", "about", "closing", "the",
    "during",
];

const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_read_well_inside_a_sentence() {
        for (title, said) in [
            ("Third Consular Working Group", "the third Consular Working Group"),
            ("Judges' colloquium on trafficking", "the judges' colloquium on trafficking"),
            ("Blue Ribbon Campaign", "the Blue Ribbon Campaign"),
            ("IOM launch", "the IOM launch"),
            ("", "the "),
        ] {
            assert_eq!(the(title), said);
        }
    }

    #[test]
    fn nothing_typed_can_ping_or_format() {
        for (typed, said) in [
            ("@everyone **hi** <@1>", "everyone hi 1"),
            ("`rm` \u{202e}abc\n# x", "rm abc x"),
            ("Côte d'Ivoire", "Côte d'Ivoire"),
            ("", ""),
        ] {
            assert_eq!(one_line(typed), said);
        }
        assert!(one_line(&"x".repeat(10_000)).chars().count() <= MOST + 1);
    }

    #[test]
    fn names_are_cut_where_they_can_end() {
        for (name, cut) in [
            ("the judges' colloquium", "the judges' colloquium"),
            ("the third Consular Working Group on Trafficking in Persons", "the third Consular Working Group"),
            ("the launch of the trafficking case management system", "the launch of the trafficking case…"),
            ("Migration, Asylum, Documentation, Registration Authority", "Migration, Asylum, Documentation,…"),
        ] {
            assert_eq!(shortened(name, 40), cut);
        }
        assert_eq!(shortened(&"x".repeat(100), 40).chars().count(), 40);
        assert_eq!(shortened("", 40), "");
        assert_eq!(ends_of(&"ab ".repeat(50), 23), "ab ab ab … ab ab ab ");
    }

    #[test]
    fn lists_as_people_say_them() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&items), "a, b and c");
    }
}
