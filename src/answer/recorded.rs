//! Which of the sides asked for a meeting tells.
//!
//! The one idea: a side that was asked for and is not recorded may be told by the meeting's text, and is shown with it,
//! never instead of it in silence.

use super::asked::Asked;
use super::aspects::{asks_for_moment, asks_whom_it_quotes};
use super::found::Aspect;
use super::told;
use crate::knowledge::{Meeting, Precision};
use crate::search::EntryRef;
use crate::text::is_among;

/// Words for the head of something, whether or not it has a chair.
const LEADING: &str = "led lead leads leading headed heads head";
/// Words for those who send people.
const BODIES: &str =
    "organisations organizations agencies countries bodies groups units ministries embassies departments institutions";

/// Whether a day or month is asked for that is finer than what is known of the meeting, or than its several days.
fn asks_finer(asked: &Asked<'_>, meeting: &Meeting) -> bool {
    let question = &asked.question;
    let asks_day = question.says_any("day exact exactly precise precisely");
    match meeting.date.precision {
        Precision::Day => asks_day && meeting.date.end.is_some() && meeting.date.note.is_some(),
        Precision::Month => asks_day,
        Precision::Year => asks_day || question.says_any("month"),
        Precision::Unknown => false,
    }
}

/// Of the sides asked for, those that can be told: as recorded, or by the text of the meeting.
pub(super) fn recorded(asked: &Asked<'_>, meeting: &Meeting, entry: EntryRef, aspects: &[Aspect]) -> Vec<Aspect> {
    let knowledge = &asked.library.knowledge;
    let mut told: Vec<Aspect> = Vec::new();
    for &aspect in aspects {
        match aspect {
            // A number of people is no number of bodies.
            Aspect::AttendeeCount if counts_bodies(asked) && !told::the_count(asked, entry) => {}
            Aspect::AttendeeCount if counts_bodies(asked) => told.extend([Aspect::Discussed]),
            // Who received a visit may stand in the text alone, beside who organised it.
            Aspect::Organisers if hosts_are_told(asked, meeting) => told.extend([aspect, Aspect::Discussed]),
            // That nobody of the kind asked for is named is told as well.
            Aspect::AttendeesOf(_) if !meeting.attendees.is_empty() => told.push(aspect),
            Aspect::AttendeesOf(_) if is_recorded(meeting, Aspect::Attendees) => told.push(Aspect::Attendees),
            Aspect::When if asks_finer(asked, meeting) => told.push(Aspect::HowSure),
            // The day of the week says the day as well.
            Aspect::When if aspects.contains(&Aspect::Weekday) && is_recorded(meeting, Aspect::Weekday) => {}
            _ if is_recorded(meeting, aspect) => told.push(aspect),
            Aspect::AttendeeCount if told::the_count(asked, entry) => told.extend([Aspect::Discussed, Aspect::Decided]),
            Aspect::Attendees if is_recorded(meeting, Aspect::Speakers) => told.push(Aspect::Speakers),
            // Whom a report quotes is told by the text.
            Aspect::Speakers if asks_whom_it_quotes(asked) && told::quotes(&meeting.summary) => {
                told.push(Aspect::Discussed);
            }
            Aspect::When if told::a_year(knowledge, entry) => told.extend([aspect, Aspect::Discussed]),
            Aspect::Chairs if asked.question.says_any(LEADING) && is_recorded(meeting, Aspect::Organisers) => {
                told.push(Aspect::Organisers);
            }
            _ => {}
        }
    }
    // When something began or ended is told by the text, beside the day of the meeting.
    let is_other_moment = asks_for_moment(asked) || meeting.date.start.is_none();
    if told == [Aspect::When] && is_other_moment && told::a_year(knowledge, entry) {
        told.push(Aspect::Discussed);
    }
    told
}

/// `how many agencies`
fn counts_bodies(asked: &Asked<'_>) -> bool {
    told::counted(&asked.question).any(|word| is_among(BODIES, &word.folded))
}

/// Whether hosts are asked for, and the meeting's text speaks of some.
fn hosts_are_told(asked: &Asked<'_>, meeting: &Meeting) -> bool {
    let is_host =
        |word: &str| word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase().starts_with("host");
    asked.question.says_any("host hosts hosted hosting") && meeting.summary.split_ascii_whitespace().any(is_host)
}

/// Whether the source tells that side of the meeting, or at least what is known of it.
fn is_recorded(meeting: &Meeting, aspect: Aspect) -> bool {
    match aspect {
        Aspect::Chairs => !meeting.chairs.is_empty(),
        Aspect::Organisers => !meeting.organisers.is_empty(),
        Aspect::Attendees | Aspect::Complete => !meeting.attendees.is_empty() || meeting.attendee_count.is_some(),
        Aspect::Speakers => !meeting.speakers.is_empty(),
        Aspect::When | Aspect::HowSure => meeting.date.start.is_some() || meeting.date.note.is_some(),
        Aspect::Weekday => {
            meeting.date.precision == Precision::Day
                && meeting.date.end.is_none_or(|end| Some(end) == meeting.date.start)
        }
        Aspect::IomPart => meeting.iom_role.is_some() || meeting.iom_note.is_some(),
        Aspect::AttendeesOf(_) => false,
        Aspect::Where => meeting.place.is_some(),
        Aspect::Discussed => !meeting.summary.is_empty() || !meeting.topics.is_empty(),
        Aspect::Decided => meeting.outcome.is_some() || !meeting.decisions.is_empty() || !meeting.summary.is_empty(),
        Aspect::AttendeeCount => meeting.attendee_count.is_some(),
    }
}
