//! What is said of what a question takes for granted: how sure a date is, what was so at the time, who belongs to
//! a body, which of two had more.
//!
//! The one idea: a premise is answered first, in one sentence, and what is recorded follows.

use super::plain::capitalised;
use crate::knowledge::Precision;

/// How fine a date is known that has no note of its own.
pub(super) fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "The day is stated.",
        Precision::Month => "Only the month is known.",
        Precision::Year => "Only the year is known.",
        Precision::Unknown => "",
    }
}

pub(super) fn held_on_weekday(when: &str, weekday: &str) -> String {
    format!("Held {when}, a {weekday}.")
}

pub(super) fn part_of_iom(role: &str) -> String {
    format!("IOM's part: {role}.")
}

pub(super) const NO_DISAGREEMENT: &str = "No point is recorded on which the sources differ here.";

pub(super) fn not_said(premise: &str) -> String {
    format!("Nothing recorded of it says \u{201c}{premise}\u{201d}. What is recorded:")
}

pub(super) fn is_so(is_so: bool) -> &'static str {
    if is_so { "Yes." } else { "No." }
}

pub(super) fn not_named(name: &str) -> String {
    format!("{name} is not named there.")
}

/// Who came for a body.
pub(super) fn from_body(body: &str, people: &str) -> String {
    format!("{}: {people}.", capitalised(body))
}

pub(super) fn nobody_from(body: &str) -> String {
    format!("{}: no person is named who came for it, the body alone is recorded.", capitalised(body))
}

/// A meeting beside a statement that is of another day.
pub(super) fn at_the_time(meeting: &str, when: &str, dated: &str, is_later: bool) -> String {
    let order = if is_later { "earlier" } else { "later" };
    format!("{} was held {when}, {order} than this, which is of {dated}:", capitalised(meeting))
}

/// No participant of a kind is named.
pub(super) fn none_of_kind(group: &str) -> String {
    format!("Nobody is named under “{group}”.")
}

pub(super) fn meeting_held(meeting: &str, when: &str) -> String {
    format!("{} was held {when}.", capitalised(meeting))
}

pub(super) const TITLE_MORE: &str = "Which had more participants";

pub(super) fn had_more(more: &str, count: u32, fewer: &str, other: u32) -> String {
    format!("{} had more: {count} people are recorded, against {other} at {fewer}.", capitalised(more))
}

pub(super) fn had_as_many(one: &str, other: &str, count: u32) -> String {
    format!("As many: {count} people are recorded at {one} and at {other}.")
}

pub(super) fn not_both_counted(counted: Option<(&str, u32)>, other: &str) -> String {
    match counted {
        Some((meeting, count)) => {
            format!("This cannot be told: {count} people are recorded at {meeting}, but no number for {other}.")
        }
        None => "This cannot be told: no number is recorded for either.".to_owned(),
    }
}

pub(super) const HOLDER_NOW: &str = "Who holds it now is not recorded. The sources name, latest first:";

pub(super) fn nothing_else(when: &str) -> String {
    format!("Nothing else is recorded {when}. What is not recorded may still have been held.")
}

/// Whether somebody belongs to a body, before what is recorded of them.
pub(super) fn belongs(person: &str, body: &str, belongs: bool) -> String {
    // No article stands before the country's name.
    let article = if body.starts_with("Maldives") { "" } else { "the " };
    if belongs {
        format!("Yes: {person} is recorded in an office of {article}{body}.")
    } else {
        format!("No office of {person} in {article}{body} is recorded.")
    }
}
