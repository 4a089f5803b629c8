//! The state that a button or menu carries, as text of at most 100 units.
//!
//! The one idea: everything a press means stands in the component, so a button of last year works after a restart.
//!
//! Grammar: `verb|version|rest`. `version` is the start of the knowledge's version.
//!
//! | Verb | Rest | A press |
//! |---|---|---|
//! | `o` | entry | opens the entry, in place of the choices |
//! | `q` | question | asks the question |
//! | `m` | number | opens what was picked from the menu |
//! | `f` | request | shows all of the answer |
//! | `l`, `t` | page, part, part of a request | turns to a page of the list, of the whole text |
//! | `s` | entry | shares the answer |
//! | `d` | asker, entry | deletes the answer |

use super::limits::{CUSTOM_ID, units};

/// Between the parts.
const BAR: char = '|';
/// As much of the knowledge's version as a button carries.
const VERSION: usize = 8;
/// What a key may take beside an asker's id of 20 digits.
pub(super) const KEY: usize = 64;

/// What a press means.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Press {
    /// Open an entry.
    Open { key: String },
    /// Ask a question.
    Ask { key: String },
    /// Open what was picked.
    Pick,
    /// Show all of an answer.
    Full { request: String },
    /// Turn to a page; the request stands in parts in the buttons of the row.
    Turn { leaf: Leaf, page: usize, part: usize, request: String },
    /// Make the answer public.
    Share { subject: Option<String> },
    /// Take the answer away.
    Delete { asker: u64, subject: Option<String> },
}

/// What is turned.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Leaf {
    /// A list of meetings.
    List,
    /// The whole text of an answer.
    Text,
}

impl Press {
    /// As a component carries it; nothing where it does not fit.
    pub(super) fn custom_id(&self, version: &str) -> Option<String> {
        let version: String = version.chars().filter(char::is_ascii_alphanumeric).take(VERSION).collect();
        let text = match self {
            Self::Open { key } => format!("o|{version}|{key}"),
            Self::Ask { key } => format!("q|{version}|{key}"),
            Self::Pick => format!("m|{version}|0"),
            Self::Full { request } => format!("f|{version}|{request}"),
            Self::Turn { leaf, page, part, request } => {
                format!("{}|{version}|{page}|{part}|{request}", if *leaf == Leaf::List { 'l' } else { 't' })
            }
            Self::Share { subject } => format!("s|{version}|{}", subject.as_deref().unwrap_or_default()),
            Self::Delete { asker, subject } => {
                format!("d|{version}|{asker}|{}", subject.as_deref().unwrap_or_default())
            }
        };
        (units(&text) <= CUSTOM_ID).then_some(text)
    }

    /// Reads what a component carried, with the version of the knowledge it was made from.
    pub(super) fn read(custom_id: &str) -> Option<(Self, &str)> {
        let mut parts = custom_id.splitn(3, BAR);
        let (verb, version, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let subject = |key: &str| Some(key.to_owned()).filter(|key| !key.is_empty());
        let press = match verb {
            "o" => Self::Open { key: rest.to_owned() },
            "q" => Self::Ask { key: rest.to_owned() },
            "m" => Self::Pick,
            "f" => Self::Full { request: rest.to_owned() },
            "l" | "t" => {
                let mut parts = rest.splitn(3, BAR);
                Self::Turn {
                    leaf: if verb == "l" { Leaf::List } else { Leaf::Text },
                    page: parts.next()?.parse().ok()?,
                    part: parts.next()?.parse().ok()?,
                    request: parts.next()?.to_owned(),
                }
            }
            "s" => Self::Share { subject: subject(rest) },
            "d" => {
                let (asker, key) = rest.split_once(BAR)?;
                Self::Delete { asker: asker.parse().ok()?, subject: subject(key) }
            }
            _ => return None,
        };
        Some((press, version))
    }
}

/// Whether a component was made from this version of the knowledge.
pub(super) fn is_current(carried: &str, version: &str) -> bool {
    !carried.is_empty() && version.starts_with(carried)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_press_comes_back() {
        let presses = [
            Press::Open { key: "a-b".to_owned() },
            Press::Ask { key: "Who chaired A | B?".to_owned() },
            Press::Pick,
            Press::Full { request: "a~x".to_owned() },
            Press::Turn { leaf: Leaf::List, page: 3, part: 1, request: "m~a|b".to_owned() },
            Press::Turn { leaf: Leaf::Text, page: 0, part: 0, request: String::new() },
            Press::Share { subject: None },
            Press::Delete { asker: u64::MAX, subject: Some("a".repeat(KEY)) },
        ];
        for press in presses {
            let text = press.custom_id("0123456789ab").expect("it fits");
            assert_eq!(Press::read(&text), Some((press, "01234567")));
        }
        assert!(is_current("01234567", "0123456789ab") && !is_current("01234568", "0123456789ab"));
    }

    proptest! {
        #[test]
        fn nothing_that_comes_in_panics(text in any::<String>()) {
            let _ = Press::read(&text);
        }
    }
}
