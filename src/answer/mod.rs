//! Understands a request and finds its answer: one file a kind of question. No wording, no clock, no front.

mod around;
mod ask;
mod asked;
mod aspects;
mod at_the_time;
mod beside;
mod candidate;
mod card;
mod certainty;
mod clauses;
mod commands;
mod compare;
mod context;
mod danger;
mod dated;
mod facts;
mod found;
mod general;
mod greeting;
mod keywords;
mod leading;
mod lexicon;
mod listing;
mod meetings;
mod membership;
mod named_fact;
mod near_name;
mod neighbours;
mod offices;
mod one_meeting;
mod participation;
mod phrases;
mod premise;
mod question;
mod recorded;
mod refuse;
mod repair;
mod represented;
mod request;
mod series;
mod somebody_there;
mod subject;
mod thresholds;
mod told;
mod word;

use jiff::civil::Date;

pub(crate) use facts::chain;
pub(crate) use found::{
    Answer, AskedDate, Aspect, Body, Greeting, IomFilter, Listing, Matched, MeetingList, Party, Piece, Remark, Role,
    Unknown,
};
pub(crate) use meetings::{is_iom, is_iom_itself, is_one_occasion, is_participant, kind_of, means, participants};
pub use request::{MeetingFilter, Request};

use crate::search::Library;

/// Answers a request. `today` gives `last year` its meaning.
pub(crate) fn answer(library: &Library, request: &Request, today: Date) -> Answer {
    let mut answer = match request {
        Request::Ask { question, context, page } => ask::ask(library, question, context.as_deref(), *page, today),
        Request::About { topic } => commands::about(library, topic.as_deref(), today),
        Request::Meetings(filter) => commands::meetings(library, filter, today),
        Request::Attendees { meeting, who } => commands::attendees(library, meeting.as_deref(), who.as_deref(), today),
        Request::Help => Answer::bare(Body::Help(Greeting::Asked)),
    };
    // The order is settled by what is asked; a score says how much is explained, and never belies the order.
    let mut least = 1.0_f32;
    for hit in &mut answer.entries {
        least = least.min(hit.score);
        hit.score = least;
    }
    answer
}
