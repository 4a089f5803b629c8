//! Which meetings can have been held in a span of days, without looking at all of them, and which are newer than which.
//!
//! The one idea: meetings lie in the order of their first day, and hardly any lasts longer than two months; the few that may
//! have are looked at every time.

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::knowledge::Knowledge;
use crate::text::PartialDate;

/// Meetings by their first day.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    by_first_day: Box<[(Date, u32)]>,
    /// Those that may have lasted longer than `SHORT` days.
    long: Box<[u32]>,
    newest_first: Box<[u32]>,
}

/// As many days as most meetings stay within, those included that are known to the month alone.
const SHORT: i32 = 62;

impl Calendar {
    pub(super) fn new(knowledge: &Knowledge) -> Self {
        let (mut by_first_day, mut long) = (Vec::new(), Vec::new());
        for (at, meeting) in (0_u32..).zip(&knowledge.meetings) {
            let Some(start) = meeting.date.start else { continue };
            let (first, last) = (start.first_day(), meeting.date.end.unwrap_or(start).last_day());
            if last.duration_since(first).as_hours() / 24 > i64::from(SHORT) {
                long.push(at);
            } else {
                by_first_day.push((first, at));
            }
        }
        by_first_day.sort_unstable();
        let first_day = |at: &u32| knowledge.meetings.get(*at as usize)?.date.start.map(PartialDate::first_day);
        let mut newest_first: Vec<u32> = (0_u32..).zip(&knowledge.meetings).map(|(at, _)| at).collect();
        newest_first.sort_by_cached_key(|at| Reverse(first_day(at)));
        Self { by_first_day: by_first_day.into(), long: long.into(), newest_first: newest_first.into() }
    }

    /// The places of all meetings, newest first by the first day they can have been held on; those without a date last.
    pub(super) fn newest_first(&self) -> impl Iterator<Item = usize> {
        self.newest_first.iter().map(|at| *at as usize)
    }

    /// The places of all meetings that may touch the span, in the order of the knowledge, and some that do not.
    pub(super) fn about(&self, from: Date, to: Date) -> Vec<usize> {
        let earliest = from.checked_sub(SHORT.days()).unwrap_or(Date::MIN);
        let start = self.by_first_day.partition_point(|(first, _)| *first < earliest);
        let ahead = self.by_first_day.get(start..).unwrap_or_default().iter();
        let short = ahead.take_while(|(first, _)| *first <= to).map(|(_, at)| *at as usize);
        let mut found: Vec<usize> = short.chain(self.long.iter().map(|at| *at as usize)).collect();
        found.sort_unstable();
        found
    }
}
