//! The meeting of a day: `what happened on 21 July 2016`.
//!
//! The one idea: a day that is a little off is taken for a slip, and corrected by the answer.

use super::found::AskedDate;
use super::meetings::{days, is_held_within, newest_first, places};
use super::subject::{Hit, Subject};
use super::thresholds::MOST_CHOICES;
use crate::knowledge::{Kind, Knowledge, Meeting};
use crate::search::{EntryRef, Scored};

/// The one meeting on a date; several; or the nearest, to correct a date that is a little off.
pub(super) fn on_date(knowledge: &Knowledge, date: AskedDate) -> Subject {
    let hit = |at: usize| EntryRef { kind: Kind::Meeting, at };
    let mut hits = places(knowledge, |meeting| is_held_within(meeting, date));
    if hits.is_empty() {
        hits.extend(nearest(knowledge, date));
    }
    newest_first(knowledge, &mut hits);
    match hits.as_slice() {
        [] => Subject::Nothing,
        [one] => Subject::One(Hit::alone(hit(*one), 1.0)),
        several => Subject::Several(
            several.iter().take(MOST_CHOICES).map(|at| Scored { entry: hit(*at), score: 1.0 }).collect(),
        ),
    }
}

/// Whether the day asked for is so near to the meeting's that it was meant.
pub(super) fn is_a_slip_from(meeting: &Meeting, date: AskedDate) -> bool {
    days_from(meeting, date).is_some()
}

/// The meeting nearest to a day that was asked for wrongly, if it is near enough for a slip.
fn nearest(knowledge: &Knowledge, date: AskedDate) -> Option<usize> {
    let distance = |meeting: &Meeting| days_from(meeting, date);
    let near =
        knowledge.meetings.iter().enumerate().filter_map(|(at, meeting)| distance(meeting).map(|days| (days, at)));
    near.min().map(|(_, at)| at)
}

/// A day asked for is taken for a slip if the meeting was within a week of it.
const NEAR_DAYS: u64 = 7;

/// How far the day asked for is from a meeting of a few days, if it is taken for a slip.
fn days_from(meeting: &Meeting, date: AskedDate) -> Option<u64> {
    let AskedDate::Span(span) = date else { return None };
    let (first, last) = days(meeting)
        .filter(|(first, last)| last.duration_since(*first) < jiff::SignedDuration::from_hours(24 * 10))?;
    let days = |from: jiff::civil::Date| span.from.duration_since(from).as_hours().unsigned_abs() / 24;
    span.is_day().then(|| days(first).min(days(last))).filter(|days| *days <= NEAR_DAYS)
}
