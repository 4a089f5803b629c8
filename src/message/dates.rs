//! Dates as people say them, never more precise than they are known.
//!
//! The one idea: precision and doubt travel with the date into its wording, so no caller can lose them.

use jiff::civil::Date;

use super::words;
use crate::answer::{AskedDate, is_one_occasion};
use crate::knowledge::{Meeting, Precision};
use crate::text::{PartialDate, TimeSpan};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `21 July 2016`, `July 2016`, `2016`.
pub(super) fn said(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => format!("{} {year}", month_name(month)),
        PartialDate::Day(day) => format!("{} {} {}", day.day(), month_name(day.month()), day.year()),
    }
}

/// When a meeting was held, as it stands in a list or a field.
pub(super) fn of_meeting(meeting: &Meeting) -> String {
    match (meeting.date.start, meeting.date.inferred) {
        (None, _) => words::DATE_NOT_KNOWN.to_owned(),
        (Some(start), true) => words::about_date(&range(start, meeting.date.end)),
        (Some(start), false) => range(start, meeting.date.end),
    }
}

/// The same with a preposition, to stand in a sentence: `on 21 July 2016`, `in July 2016`.
pub(super) fn in_sentence(meeting: &Meeting) -> Option<String> {
    let start = meeting.date.start?;
    let range = range(start, meeting.date.end);
    Some(match (meeting.date.inferred, meeting.date.precision) {
        (true, _) => words::about_date(&range),
        (false, Precision::Day) => format!("on {range}"),
        (false, _) => format!("in {range}"),
    })
}

/// The date that was asked for.
pub(super) fn asked(date: AskedDate) -> String {
    match date {
        AskedDate::Yearless(Some(day), month) => format!("{day} {}", month_name(month)),
        AskedDate::Yearless(None, month) => month_name(month).to_owned(),
        AskedDate::Span(span) => self::span(span),
    }
}

/// A span in the shortest words that mean it.
pub(super) fn span(span: TimeSpan) -> String {
    let whole = |date: PartialDate| TimeSpan::from(date) == span;
    let year = PartialDate::Year(span.from.year());
    let month = PartialDate::Month(span.from.year(), span.from.month());
    if span.is_day() {
        return said(PartialDate::Day(span.from));
    }
    if let Some(date) = [year, month].into_iter().find(|date| whole(*date)) {
        return said(date);
    }
    match (span.from == Date::MIN, span.to == Date::MAX) {
        (true, false) => words::until(&said(PartialDate::Day(span.to))),
        (false, true) => words::since(&said(PartialDate::Day(span.from))),
        _ => {
            let (first, last) = (PartialDate::Year(span.from.year()), PartialDate::Year(span.to.year()));
            let is_years = first.first_day() == span.from && last.last_day() == span.to;
            let (from, to) =
                if is_years { (first, last) } else { (shortest(span.from, true), shortest(span.to, false)) };
            words::from_to(&said(from), &said(to))
        }
    }
}

/// The month that a day opens or closes, else the day.
fn shortest(day: Date, opens: bool) -> PartialDate {
    let edge = |date: PartialDate| if opens { date.first_day() == day } else { date.last_day() == day };
    let month = PartialDate::Month(day.year(), day.month());
    if edge(month) { month } else { PartialDate::Day(day) }
}

/// `27-29 September 2022`, `30 September to 2 October 2022`.
fn range(start: PartialDate, end: Option<PartialDate>) -> String {
    match (start, end) {
        (_, None) => said(start),
        (_, Some(end)) if end == start => said(start),
        (PartialDate::Day(from), Some(PartialDate::Day(to))) if from.first_of_month() == to.first_of_month() => {
            format!("{}-{} {} {}", from.day(), to.day(), month_name(to.month()), to.year())
        }
        (PartialDate::Day(from), Some(PartialDate::Day(to))) if !is_one_occasion(from, to) => {
            words::both(&said(start), &said(PartialDate::Day(to)))
        }
        (_, Some(end)) => words::from_to(&said(start), &said(end)),
    }
}

/// `Thursday`.
pub(super) fn weekday(day: Date) -> &'static str {
    let at = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    WEEKDAYS.get(at).copied().unwrap_or_default()
}

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_no_more_than_is_known() {
        for (date, expected) in [("2016-07-21", "21 July 2016"), ("2016-07", "July 2016"), ("2016", "2016")] {
            assert_eq!(said(date.parse().expect("a date")), expected);
        }
        let (from, to) = ("2022-09-27".parse().expect("a date"), "2022-09-29".parse().expect("a date"));
        assert_eq!(range(from, Some(to)), "27-29 September 2022");
    }
}
