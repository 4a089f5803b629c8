//! Rows of buttons and menus.
//!
//! The one idea: a row is built from what fits, so five rows of five buttons with 100 units of state are all there can be.

use std::collections::HashSet;

use super::body::{Component, MenuOption, Row};
use crate::answer::Request;
use crate::discord::custom_id::{KEY, Leaf, Press};
use crate::discord::entry_key::key;
use crate::discord::limits::{
    BUTTON_LABEL, BUTTONS, CUSTOM_ID, ROWS, SELECT_OPTIONS, SELECT_PLACEHOLDER, SELECT_TEXT, fitted,
};
use crate::discord::packed_request::{packed, parts};
use crate::message::{Choice, MenuItem, NextQuestion, discord_words as words};

/// `l|01234567|9999|3|` before a part of a request.
const PAGE_HEAD: usize = 19;
/// `q|01234567|` before a question.
const QUESTION_HEAD: usize = 11;

const PRIMARY: u8 = 1;
const SECONDARY: u8 = 2;
const DANGER: u8 = 4;

/// Rows, filled from the top.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    version: &'a str,
    filled: Vec<Row>,
    /// Discord refuses a message in which two components carry the same state.
    used: HashSet<String>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(version: &'a str) -> Self {
        Self { version, filled: Vec::new(), used: HashSet::new() }
    }

    /// Entries to pick from.
    pub(super) fn choices(&mut self, choices: &[Choice]) {
        let buttons = choices
            .iter()
            .filter_map(|choice| self.button(&choice.label, PRIMARY, &Press::Open { key: key(&choice.id, KEY) }))
            .take(BUTTONS)
            .collect();
        self.push(buttons);
    }

    /// Questions to ask next: a button shows the label, and asks the question in full.
    pub(super) fn questions(&mut self, questions: &[&NextQuestion]) {
        let buttons = questions
            .iter()
            .filter_map(|next| {
                let press = Press::Ask { key: key(&next.question, CUSTOM_ID - QUESTION_HEAD) };
                self.button(&next.label, SECONDARY, &press)
            })
            .take(BUTTONS)
            .collect();
        self.push(buttons);
    }

    /// What can be opened.
    pub(super) fn menu(&mut self, items: &[MenuItem]) {
        let mut values = HashSet::new();
        let options: Vec<MenuOption> = items
            .iter()
            .filter_map(|item| {
                let (prefix, rest) = item.value.split_once(':')?;
                let value = format!("{prefix}:{}", key(rest, KEY));
                let label = fitted(&item.label, SELECT_TEXT);
                let description = Some(fitted(&item.detail, SELECT_TEXT)).filter(|detail| !detail.trim().is_empty());
                let is_shown = !label.trim().is_empty() && values.insert(value.clone());
                is_shown.then_some(MenuOption { label, value, description })
            })
            .take(SELECT_OPTIONS)
            .collect();
        let Some(custom_id) = Press::Pick.custom_id(self.version).filter(|_| !options.is_empty()) else { return };
        let menu = Component {
            kind: 3,
            custom_id: Some(custom_id),
            placeholder: Some(fitted(words::OPEN_ONE, SELECT_PLACEHOLDER)),
            options,
            ..Component::default()
        };
        self.push(vec![menu]);
    }

    /// Turning pages; `false` where the request is too long to be carried.
    pub(super) fn pages(&mut self, leaf: Leaf, request: &Request, number: usize, of: usize) -> bool {
        let last = of.saturating_sub(1);
        let targets = [0, number.saturating_sub(1), (number + 1).min(last), last];
        let Some(carried) = parts(&packed(request), targets.len(), CUSTOM_ID - PAGE_HEAD) else { return false };
        let buttons: Vec<Component> = targets
            .into_iter()
            .zip(carried)
            .zip(words::PAGES)
            .enumerate()
            .filter_map(|(part, ((page, request), label))| {
                let press = Press::Turn { leaf, page, part, request };
                let button = self.button(label, SECONDARY, &press)?;
                Some(Component { disabled: page == number, ..button })
            })
            .collect();
        let is_whole = buttons.len() == words::PAGES.len();
        if is_whole {
            self.push(buttons);
        }
        is_whole
    }

    /// Whether all of an answer can be asked for by a button.
    pub(super) fn full(&self, request: &Request) -> Option<Press> {
        let press = Press::Full { request: packed(request) };
        press.custom_id(self.version).map(|_| press)
    }

    /// What can be done with the answer as a whole.
    pub(super) fn controls(&mut self, presses: &[Press]) {
        let buttons = presses
            .iter()
            .filter_map(|press| {
                let (label, style) = match press {
                    Press::Full { .. } => (words::SHOW_ALL, PRIMARY),
                    Press::Share { .. } => (words::SHARE, SECONDARY),
                    Press::Delete { .. } => (words::DELETE, DANGER),
                    _ => return None,
                };
                self.button(label, style, press)
            })
            .collect();
        self.push(buttons);
    }

    pub(super) fn finish(self) -> Vec<Row> {
        self.filled
    }

    fn push(&mut self, components: Vec<Component>) {
        if !components.is_empty() && self.filled.len() < ROWS {
            self.filled.push(Row::new(components));
        }
    }

    /// A button, unless its state does not fit or is carried already.
    fn button(&mut self, label: &str, style: u8, press: &Press) -> Option<Component> {
        let label = Some(fitted(label.trim(), BUTTON_LABEL)).filter(|label| !label.trim().is_empty())?;
        let custom_id = press.custom_id(self.version).filter(|custom_id| self.used.insert(custom_id.clone()))?;
        Some(Component {
            kind: 2,
            custom_id: Some(custom_id),
            label: Some(label),
            style: Some(style),
            ..Component::default()
        })
    }
}
