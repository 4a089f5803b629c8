//! What was said last, and what the next line means after it.
//!
//! The one idea: a number picks from the last answer, `more` turns its page, anything else is a command or a question that
//! may carry its subject on.

use std::sync::Arc;

use jiff::civil::Date;

use super::command::{self, Line};
use crate::answer::Request;
use crate::message::{Message, Outcome, reply, terminal_words as words};
use crate::search::Library;
use crate::terminal::picks::Picks;
use crate::terminal::{Screen, plain, rendered};

/// A conversation.
pub(super) struct Conversation {
    library: Arc<Library>,
    today: Date,
    /// The last request with its answer.
    last: Option<(Request, Message)>,
    /// The subject that a question may carry on.
    context: Option<String>,
}

/// What comes of a line.
pub(super) enum Turn {
    /// Text to show.
    Said(String),
    /// The end.
    Quit,
}

impl Conversation {
    pub(super) fn new(library: Arc<Library>, today: Date) -> Self {
        Self { library, today, last: None, context: None }
    }

    /// Answers a line.
    pub(super) fn turn(&mut self, line: &str, screen: &Screen) -> Turn {
        match command::read(line, self.context.as_deref()) {
            Line::Quit => Turn::Quit,
            Line::Number(number) => match self.picked(number) {
                Some(request) => Turn::Said(self.answer(request, screen)),
                None => Turn::Said(plain(words::NO_SUCH_NUMBER, screen)),
            },
            Line::More => match self.next_page() {
                Some(request) => Turn::Said(self.answer(request, screen)),
                None => Turn::Said(plain(words::NO_MORE, screen)),
            },
            Line::Unknown(name) => Turn::Said(plain(&words::unknown_command(&name, &command::NAMES), screen)),
            Line::Request(request) => Turn::Said(self.answer(request, screen)),
        }
    }

    fn answer(&mut self, request: Request, screen: &Screen) -> String {
        let message = reply(&self.library, &request, self.today);
        if message.outcome == Outcome::Answered {
            self.context = message.entries.first().map(|entry| entry.id.clone());
        }
        let text = rendered(&message, screen);
        self.last = Some((request, message));
        text
    }

    /// What a number stands for: a choice, an entry of a list, or a question to ask next.
    fn picked(&self, number: usize) -> Option<Request> {
        let (_, message) = self.last.as_ref()?;
        let at = number.checked_sub(1)?;
        if let Some(choice) = message.choices.get(at) {
            return Some(Request::About { topic: Some(format!("id:{}", choice.id)) });
        }
        let picks = Picks::of(message);
        if let Some(topic) = picks.entries.get(at) {
            return Some(Request::About { topic: Some(topic.clone()) });
        }
        let question = picks.next.get(at - picks.entries.len()).filter(|_| message.choices.is_empty())?;
        Some(Request::Ask { question: (*question).to_owned(), context: None, page: 0 })
    }

    /// The last request, a page further.
    fn next_page(&self) -> Option<Request> {
        let (request, message) = self.last.as_ref()?;
        let next = message.page?.next()?;
        Some(match request.clone() {
            Request::Ask { question, context, .. } => Request::Ask { question, context, page: next },
            Request::Meetings(filter) => Request::Meetings(crate::answer::MeetingFilter { page: next, ..filter }),
            other => other,
        })
    }
}
