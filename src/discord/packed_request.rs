//! A request as text that buttons can carry in parts.
//!
//! The one idea: a letter for its kind, then its options with `~` between them; spaces, bars and tildes are written
//! otherwise, so that parts can be cut anywhere and Discord trims nothing.

use super::limits::units;
use crate::answer::{MeetingFilter, Request};

/// Between the options.
const TILDE: char = '~';

/// The request, but for its page.
pub(super) fn packed(request: &Request) -> String {
    let (letter, options): (char, Vec<Option<&str>>) = match request {
        Request::Ask { question, context, .. } => ('a', vec![Some(question), context.as_deref()]),
        Request::About { topic } => ('b', vec![topic.as_deref()]),
        Request::Meetings(filter) => {
            let options = [&filter.find, &filter.from, &filter.to, &filter.organisation, &filter.topic];
            ('m', options.into_iter().map(Option::as_deref).collect())
        }
        Request::Attendees { meeting, who } => ('w', vec![meeting.as_deref(), who.as_deref()]),
        Request::Help => ('h', Vec::new()),
    };
    let options: Vec<String> = options.into_iter().map(|option| escaped(option.unwrap_or_default())).collect();
    format!("{letter}{}", options.join(&TILDE.to_string()))
}

/// The request that was packed, at a page.
pub(super) fn unpacked(text: &str, page: usize) -> Option<Request> {
    let letter = text.chars().next()?;
    let mut options = text.get(letter.len_utf8()..)?.split(TILDE).map(plain);
    let mut next = || options.next().filter(|option| !option.is_empty());
    Some(match letter {
        'a' => Request::Ask { question: next().unwrap_or_default(), context: next(), page },
        'b' => Request::About { topic: next() },
        'm' => Request::Meetings(MeetingFilter {
            find: next(),
            from: next(),
            to: next(),
            organisation: next(),
            topic: next(),
            page,
        }),
        'w' => Request::Attendees { meeting: next(), who: next() },
        'h' => Request::Help,
        _ => return None,
    })
}

/// The text in `count` parts of at most `room` units each; nothing where it is too long.
pub(super) fn parts(text: &str, count: usize, room: usize) -> Option<Vec<String>> {
    let mut parts = vec![String::new(); count];
    let mut at = 0;
    let mut used = 0;
    for letter in text.chars() {
        if used + letter.len_utf16() > room {
            at += 1;
            used = 0;
        }
        parts.get_mut(at)?.push(letter);
        used += letter.len_utf16();
    }
    debug_assert!(parts.iter().all(|part| units(part) <= room), "a part is cut before it is too long");
    Some(parts)
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '%' => safe.push_str("%p"),
            '+' => safe.push_str("%a"),
            '|' => safe.push_str("%i"),
            '~' => safe.push_str("%t"),
            letter if letter.is_whitespace() || letter.is_control() => safe.push('+'),
            letter => safe.push(letter),
        }
    }
    safe
}

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.push(match letter {
            '+' => ' ',
            '%' => match letters.next() {
                Some('a') => '+',
                Some('i') => BAR,
                Some('t') => TILDE,
                _ => '%',
            },
            letter => letter,
        });
    }
    plain
}

/// What separates the parts of a custom id.
const BAR: char = '|';

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_request_comes_back_whole(text in "[ -~é👍]{1,40}", other in "[a-z%~+|]{1,20}", page in 0_usize..50) {
            let option = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            let filter = MeetingFilter { find: option(&text), topic: option(&other), page, ..MeetingFilter::default() };
            let requests = [
                Request::Meetings(filter),
                Request::Ask { question: text.trim().to_owned(), context: option(&other), page },
                Request::Attendees { meeting: None, who: option(&text) },
            ];
            for request in requests {
                let packed = packed(&request);
                let parts = parts(&packed, 4, 70).expect("it fits");
                prop_assert!(parts.iter().all(|part| units(part) <= 70 && part.trim() == part));
                prop_assert_eq!(unpacked(&parts.concat(), page), Some(request));
            }
        }

        #[test]
        fn nothing_that_comes_in_panics(text in any::<String>()) {
            let _ = unpacked(&text, 0);
        }
    }
}
