//! Completion while typing: commands, their options, and names of what the knowledge holds.
//!
//! The one idea: the suggestions are those that Discord's autocomplete shows.

use std::sync::Arc;

use reedline::{Completer, CompletionResult, Span, Suggestion};

use super::command::{NAMES, options_of};
use crate::message::{suggest, terminal_words as words};
use crate::search::Library;

/// Completes from the knowledge.
pub(super) struct KnowledgeCompleter {
    pub(super) library: Arc<Library>,
}

impl Completer for KnowledgeCompleter {
    fn complete(&mut self, line: &str, position: usize) -> CompletionResult {
        CompletionResult::fresh(self.suggestions(line, position))
    }
}

impl KnowledgeCompleter {
    fn suggestions(&self, line: &str, position: usize) -> Vec<Suggestion> {
        let typed = line.get(..position).unwrap_or(line);
        let span = |start: usize| Span::new(start, position);
        if !typed.starts_with('/') {
            return self.values("/ask", "question", typed, span(0));
        }
        let Some((command, rest)) = typed.split_once(' ') else {
            let fitting = NAMES.into_iter().filter(|name| name.starts_with(typed));
            return fitting.map(|name| suggestion(name.to_owned(), name, words::command_does(name), span(0))).collect();
        };
        let options = options_of(command);
        // The value that is being typed begins after the last option's name.
        let named = options.iter().filter_map(|option| Some((rest.rfind(&format!("{option}:"))?, *option))).max();
        let (option, value_start) = match (named, options.first()) {
            (Some((at, option)), _) => (option, at + option.len() + 1),
            (None, Some(first)) => (*first, 0),
            (None, None) => return Vec::new(),
        };
        let value = rest.get(value_start..).unwrap_or_default();
        let mut found = self.values(command, option, value, span(command.len() + 1 + value_start));
        let last_word = rest.rsplit(' ').next().unwrap_or_default();
        let open =
            options.iter().filter(|option| !rest.contains(&format!("{option}:")) && option.starts_with(last_word));
        let start = position - last_word.len();
        found.extend(open.map(|option| suggestion(format!("{option}:"), &format!("{option}:"), "", span(start))));
        found
    }

    fn values(&self, command: &str, option: &str, typed: &str, span: Span) -> Vec<Suggestion> {
        let found = suggest(&self.library, command.trim_start_matches('/'), option, typed);
        found.into_iter().map(|found| suggestion(found.value, &found.name, &found.why, span)).collect()
    }
}

fn suggestion(value: String, shown: &str, why: &str, span: Span) -> Suggestion {
    let append_whitespace = !value.ends_with(':');
    Suggestion {
        value,
        display_override: Some(shown.to_owned()),
        description: Some(why.to_owned()).filter(|why| !why.is_empty()),
        span,
        append_whitespace,
        ..Suggestion::default()
    }
}
