//! What a line of the conversation is: a slash command with options, a number, or free text.
//!
//! The one idea: options are named as in Discord, `/meetings find:judges from:2016`; what stands first needs no name.

use crate::answer::{MeetingFilter, Request};

/// Every command, as typed.
pub(super) const NAMES: [&str; 7] = ["/about", "/meetings", "/attendees", "/ask", "/help", "/more", "/quit"];

/// A line, understood.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Line {
    Request(Request),
    /// A choice or question of the last answer, from 1.
    Number(usize),
    More,
    Quit,
    /// A command that does not exist.
    Unknown(String),
}

/// The options of a command; the first may go without its name.
pub(super) fn options_of(command: &str) -> &'static [&'static str] {
    match command {
        "/about" => &["topic"],
        "/meetings" => &["find", "from", "to", "organisation", "topic"],
        "/attendees" => &["meeting", "who"],
        "/ask" => &["question"],
        _ => &[],
    }
}

/// Reads a line; a question carries the subject on.
pub(super) fn read(line: &str, context: Option<&str>) -> Line {
    let line = line.trim();
    let ask =
        |question: &str| Request::Ask { question: question.to_owned(), context: context.map(str::to_owned), page: 0 };
    if let Ok(number) = line.parse() {
        return if is_short(line) { Line::Number(number) } else { Line::Request(ask(line)) };
    }
    if line.eq_ignore_ascii_case("more") {
        return Line::More;
    }
    if !line.starts_with('/') {
        let leaves = ["quit", "exit"].iter().any(|word| line.eq_ignore_ascii_case(word));
        return if leaves { Line::Quit } else { Line::Request(ask(line)) };
    }
    let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let command = command.to_lowercase();
    let mut given = options(rest, options_of(&command));
    let mut take = |name: &str| given.iter().position(|(known, _)| *known == name).map(|at| given.swap_remove(at).1);
    match command.as_str() {
        "/about" => Line::Request(Request::About { topic: take("topic") }),
        "/meetings" => Line::Request(Request::Meetings(MeetingFilter {
            find: take("find"),
            from: take("from"),
            to: take("to"),
            organisation: take("organisation"),
            topic: take("topic"),
            page: 0,
        })),
        "/attendees" => Line::Request(Request::Attendees { meeting: take("meeting"), who: take("who") }),
        "/ask" => Line::Request(ask(&take("question").unwrap_or_default())),
        "/help" => Line::Request(Request::Help),
        "/more" => Line::More,
        "/quit" | "/exit" => Line::Quit,
        unknown => Line::Unknown(
            unknown.chars().filter(|letter| letter.is_alphanumeric() || *letter == '/').take(20).collect(),
        ),
    }
}

/// Splits `judges from:2016` into options with their values.
fn options(text: &str, known: &'static [&'static str]) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for word in text.split_whitespace() {
        let named =
            word.split_once(':').and_then(|(name, value)| Some((known.iter().find(|option| **option == name)?, value)));
        match (named, found.last_mut(), known.first()) {
            (Some((option, value)), _, _) => found.push((option, value.to_owned())),
            (None, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(word);
            }
            (None, None, Some(first)) => found.push((first, word.to_owned())),
            (None, None, None) => {}
        }
    }
    found
}

/// Longer numbers are years and the like.
fn is_short(number: &str) -> bool {
    number.len() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_named_or_stand_first() {
        let filter = MeetingFilter {
            find: Some("judges colloquium".to_owned()),
            from: Some("2016".to_owned()),
            to: Some("last year".to_owned()),
            ..MeetingFilter::default()
        };
        let line = "/meetings judges colloquium from:2016 to:last year";
        assert_eq!(read(line, None), Line::Request(Request::Meetings(filter)));
    }

    #[test]
    fn numbers_pick_and_years_ask() {
        assert_eq!(read("2", None), Line::Number(2));
        assert!(matches!(read("2016", None), Line::Request(Request::Ask { .. })));
        assert_eq!((read("MORE", None), read("/Quit", None), read("Exit", None)), (Line::More, Line::Quit, Line::Quit));
        assert_eq!(read("/nonsense \u{1b}[2J", None), Line::Unknown("/nonsense".to_owned()));
    }
}
