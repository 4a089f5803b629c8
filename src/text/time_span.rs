//! Dates and ordinals as people write them in a sentence: `21/07/2016`, `July 2016`, `last year`, `between 2015 and 2017`, `third`.
//!
//! The one idea: tokens are read left to right by small patterns; what is read is a span of days, and the tokens it took.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::bound::{Bound, bound};
use super::partial_date::PartialDate;
use super::slips::{edits_between, is_shuffled};
use super::tokens::Token;

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TimeSpan {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl TimeSpan {
    /// Whether some day of a date may lie in this span.
    pub fn touches(self, first: Date, last: Date) -> bool {
        first <= self.to && self.from <= last
    }

    /// Whether it is one day.
    pub fn is_day(self) -> bool {
        self.from == self.to
    }
}

impl From<PartialDate> for TimeSpan {
    fn from(date: PartialDate) -> Self {
        Self { from: date.first_day(), to: date.last_day() }
    }
}

/// `third`, `3rd`, and the tokens it took.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ordinal {
    /// 1 for `first`.
    pub number: u32,
    /// Which token.
    pub token: usize,
}

/// Everything about time in a sentence.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Timing {
    /// The days asked for.
    pub span: Option<TimeSpan>,
    /// The day and month asked for where no year is named.
    pub yearless: Option<(Option<i8>, i8)>,
    /// A year that the calendar or the knowledge cannot hold, or a day that does not exist.
    pub impossible: bool,
    /// The tokens that were read as dates, with the small words between them.
    pub tokens: Vec<usize>,
    /// Ordinals outside dates.
    pub ordinals: Vec<Ordinal>,
}

/// Reads dates and ordinals out of a sentence. `today` gives `last year` its meaning.
pub fn read_times(tokens: &[Token], today: Date) -> Timing {
    let mut timing = Timing::default();
    let mut spans: Vec<(TimeSpan, Range<usize>)> = Vec::new();
    let mut yearless = None;
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some((read, used)) = read_date(rest, today) {
            timing.tokens.extend(at..at + used);
            match read {
                Read::Span(span) => spans.push((span, at..at + used)),
                Read::Yearless(day, month) => {
                    timing.yearless = Some((day, month));
                    yearless = Some((day, month, at..at + used));
                }
                Read::Impossible => timing.impossible = true,
            }
            at += used;
        } else {
            if let Some(number) = rest.first().and_then(|token| ordinal(&token.folded)) {
                timing.ordinals.push(Ordinal { number, token: at });
            }
            at += 1;
        }
    }
    // `between 1 September and 31 October 2022`: the year is said once.
    if let (Some((day, month, place)), [(later, next)]) = (yearless, spans.as_slice())
        && next.start.checked_sub(place.end).is_some_and(|gap| gap <= 1)
        && let Ok(same_year) = Date::new(later.to.year(), month, day.unwrap_or(1))
        // `between November and February 2014` begins in the year before.
        && let Ok(from) = Date::new(same_year.year() - i16::from(same_year > later.to), month, day.unwrap_or(1))
    {
        let first = TimeSpan { from, to: if day.is_some() { from } else { from.last_of_month() } };
        spans.insert(0, (first, place));
        timing.yearless = None;
    }
    timing.span = joined(tokens, &spans, &mut timing.tokens);
    timing.tokens.sort_unstable();
    timing
}

/// One date expression.
enum Read {
    Span(TimeSpan),
    Yearless(Option<i8>, i8),
    Impossible,
}

/// One span out of those named, honouring `between`, `from`, `since`, `before` and `after`.
fn joined(tokens: &[Token], spans: &[(TimeSpan, Range<usize>)], used: &mut Vec<usize>) -> Option<TimeSpan> {
    let (first, place) = spans.first()?;
    let before = tokens.get(..place.start).unwrap_or_default();
    let word = before.last().map_or("", |token| token.folded.as_str());
    let bound = bound(before);
    let small = usize::from(matches!(word, "between" | "from" | "in" | "on" | "during"));
    used.extend(place.start - bound.map_or(small, |(_, words)| words)..place.start);
    let ahead = |offset: usize| tokens.get(place.end + offset).map_or("", |token| token.folded.as_str());
    // `from June 2025 until now`
    if matches!(ahead(0), "until" | "till" | "to" | "up") && matches!(ahead(1), "now" | "date" | "present" | "today") {
        used.extend(place.end..place.end + 2);
        return Some(TimeSpan { from: first.from, to: Date::MAX });
    }
    if matches!(ahead(0), "onwards" | "onward") {
        used.push(place.end);
        return Some(TimeSpan { from: first.from, to: Date::MAX });
    }
    if let Some((second, later)) = spans.get(1) {
        let gap = tokens.get(place.end..later.start).unwrap_or_default();
        let is_joint =
            |token: &Token| matches!(token.folded.as_str(), "or" | "and" | "in" | "to" | "until" | "on" | "the");
        let between = gap.len() <= 1 || (gap.len() <= 3 && gap.iter().all(is_joint));
        if between {
            used.extend(place.end..later.start);
            return Some(TimeSpan { from: first.from.min(second.from), to: first.to.max(second.to) });
        }
        return Some(*first);
    }
    Some(match bound.map(|(bound, _)| bound) {
        Some(Bound::Since) => TimeSpan { from: first.from, to: Date::MAX },
        Some(Bound::After) => TimeSpan { from: first.to.tomorrow().unwrap_or(Date::MAX), to: Date::MAX },
        Some(Bound::Before) => TimeSpan { from: Date::MIN, to: first.from.yesterday().unwrap_or(Date::MIN) },
        Some(Bound::Until) => TimeSpan { from: Date::MIN, to: first.to },
        None => *first,
    })
}

/// Reads a date at the start of the tokens; how many tokens it took.
fn read_date(rest: &[Token], today: Date) -> Option<(Read, usize)> {
    let word = |at: usize| rest.get(at).map_or("", |token| token.folded.as_str());
    let close = |at: usize| {
        // `21/07/2016` is one expression, `3 people, 2016` is two.
        match (rest.get(at), rest.get(at + 1)) {
            (Some(one), Some(other)) => other.span.start.saturating_sub(one.span.end) <= 1,
            _ => false,
        }
    };
    if let Some(read) = part_of_year(rest).or_else(|| last_few(rest, today)) {
        return Some(read);
    }
    // 2016-07-21, 21/07/2016, 21.7.2016
    if close(0) && close(1) {
        if let (Some(year), Some(month), Some(day)) = (year(word(0)), small(word(1)), small(word(2))) {
            return Some((day_of(year, month, day), 3));
        }
        if let (Some(day), Some(month), Some(year)) = (small(word(0)), small(word(1)), year(word(2))) {
            // Days come first where the file's readers live; an impossible month means the American order.
            return Some((if month > 12 { day_of(year, day, month) } else { day_of(year, month, day) }, 3));
        }
    }
    // 2020-22
    if let (Some(from), Some(to), true) = (year(word(0)), small(word(1)), close(0) && word(1).len() == 2)
        && let to = from - from % 100 + i16::from(to)
        && to > from
        && to % 100 > 12
    {
        let years = [from, to].map(PartialDate::Year).map(TimeSpan::from);
        let [first, last] = years;
        return Some((Read::Span(TimeSpan { from: first.from, to: last.to }), 2));
    }
    // 2016-07
    if let (Some(year), Some(month), true) = (year(word(0)), small(word(1)), close(0) && word(1).len() == 2) {
        return Some((month_of(year, month), 2));
    }
    // 21 July 2016, 21st of July, July 21 2016, July 2016, July
    if let Some(day) = day_number(word(0)) {
        let skip = usize::from(word(1) == "of");
        if let Some(month) = month_name(word(1 + skip)).or_else(|| like_a_month(word(1 + skip))) {
            return Some(match year(word(2 + skip)) {
                Some(year) => (day_of(year, month, day), 3 + skip),
                None => (Read::Yearless(Some(day), month), 2 + skip),
            });
        }
    }
    let before_a_year = || year(word(1)).and_then(|_| like_a_month(word(0)));
    if let Some(month) = month_name(word(0)).or_else(before_a_year) {
        if let Some(day) = day_number(word(1)) {
            return Some(match year(word(2)) {
                Some(year) => (day_of(year, month, day), 3),
                None => (Read::Yearless(Some(day), month), 2),
            });
        }
        let skip = usize::from(word(1) == "of");
        if let Some(year) = year(word(1 + skip)) {
            return Some((month_of(year, month), 2 + skip));
        }
        // `may`, `march` and `sun` are words as well: alone they need a preposition, which the caller cannot see.
        let leads_to_a_month =
            || matches!(word(1), "to" | "and" | "till" | "until" | "through") && month_name(word(2)).is_some();
        return (!matches!(word(0), "may" | "march" | "mar" | "dec" | "sep") || leads_to_a_month())
            .then_some((Read::Yearless(None, month), 1));
    }
    if let Some(year) = year(word(0)) {
        return Some((Read::Span(PartialDate::Year(year).into()), 1));
    }
    relative(word(0), word(1), today)
}

/// `first half of 2016`, `Q3 2016`.
fn part_of_year(rest: &[Token]) -> Option<(Read, usize)> {
    let word = |at: usize| rest.get(at).map_or("", |token| token.folded.as_str());
    let (from, to, used) = match (word(0), word(1)) {
        ("first", "half") => (1, 6, 2),
        ("second", "half") => (7, 12, 2),
        // How much of the year is meant is anybody's guess, so none of it is left out.
        ("early" | "mid" | "late" | "end" | "start" | "beginning" | "middle", _) => (1, 12, 1),
        (quarter, _) if quarter.len() == 2 && quarter.starts_with('q') => {
            let number: i8 = quarter.get(1..)?.parse().ok().filter(|number| (1..=4).contains(number))?;
            (number * 3 - 2, number * 3, 1)
        }
        _ => return None,
    };
    let skip = (used..used + 3).take_while(|&at| matches!(word(at), "of" | "in" | "the")).count();
    let year = year(word(used + skip))?;
    let (first, last) = (PartialDate::Month(year, from), PartialDate::Month(year, to));
    Some((Read::Span(TimeSpan { from: first.first_day(), to: last.last_day() }), used + skip + 1))
}

/// `last two years`, `past 6 months`.
fn last_few(rest: &[Token], today: Date) -> Option<(Read, usize)> {
    const NUMBERS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = |at: usize| rest.get(at).map_or("", |token| token.folded.as_str());
    if !matches!(word(0), "last" | "past" | "previous") {
        return None;
    }
    let spelt = NUMBERS.iter().position(|known| *known == word(1)).and_then(|at| i64::try_from(at + 1).ok());
    let number = spelt.or_else(|| small(word(1)).map(i64::from))?;
    let back = match word(2) {
        "year" | "years" => number.years(),
        "month" | "months" => number.months(),
        "week" | "weeks" => number.weeks(),
        "day" | "days" => number.days(),
        _ => return None,
    };
    let from = today.checked_sub(back).ok()?;
    Some((Read::Span(TimeSpan { from, to: today }), 3))
}

/// `last year`, `this month`, `today`.
fn relative(first: &str, second: &str, today: Date) -> Option<(Read, usize)> {
    let year = |offset: i16| Read::Span(PartialDate::Year(today.year().saturating_add(offset)).into());
    let month = |months: i64| {
        let date = today.checked_add(months.months()).unwrap_or(today);
        Read::Span(PartialDate::Month(date.year(), date.month()).into())
    };
    let day = |date: Date| Read::Span(TimeSpan { from: date, to: date });
    Some(match (first, second) {
        ("last" | "previous", "year") => (year(-1), 2),
        ("this" | "current", "year") => (year(0), 2),
        ("next", "year") => (year(1), 2),
        ("last" | "previous", "month") => (month(-1), 2),
        ("this" | "current", "month") => (month(0), 2),
        ("next", "month") => (month(1), 2),
        ("last" | "past" | "this" | "next", "week") => {
            let (from, to) = match first {
                "last" | "past" => (-7, -1),
                "next" => (1, 7),
                _ => (-6, 0),
            };
            let moved = |days: i64| today.checked_add(days.days()).unwrap_or(today);
            (Read::Span(TimeSpan { from: moved(from), to: moved(to) }), 2)
        }
        ("today", _) => (day(today), 1),
        ("yesterday", _) => (day(today.yesterday().unwrap_or(today)), 1),
        ("tomorrow", _) => (day(today.tomorrow().unwrap_or(today)), 1),
        _ => return None,
    })
}

fn day_of(year: i16, month: i8, day: i8) -> Read {
    Date::new(year, month, day).map_or(Read::Impossible, |date| Read::Span(PartialDate::Day(date).into()))
}

fn month_of(year: i16, month: i8) -> Read {
    match Date::new(year, month, 1) {
        Ok(_) => Read::Span(PartialDate::Month(year, month).into()),
        Err(_) => Read::Impossible,
    }
}

/// A year in four digits, from the century before the organisation's to the next.
fn year(word: &str) -> Option<i16> {
    let plain = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten().filter(|year| (1800..=2199).contains(year))
}

/// One or two digits.
fn small(word: &str) -> Option<i8> {
    let plain = matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}

/// `21` or `21st`.
fn day_number(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    small(digits).filter(|day| (1..=31).contains(day))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `january` for 1.
pub fn month_word(month: i8) -> Option<&'static str> {
    MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?).copied()
}

/// 1 for `january` and `jan`.
fn month_name(word: &str) -> Option<i8> {
    let is = |month: &&str| {
        *month == word || (word.len() == 3 && month.starts_with(word)) || (word == "sept" && *month == "september")
    };
    let exact = MONTHS.iter().position(is);
    // A misspelt month is still one letter away from its name; `march` and `may` are too short to guess at.
    let near = || {
        MONTHS.iter().position(|month| month.len() > 5 && word.len() > 4 && edits_between(1, month, word) == Some(1))
    };
    let short_near = || {
        MONTHS.iter().position(|month| {
            matches!(*month, "july" | "june" | "april" | "august")
                && word.len() == month.len()
                && strsim::osa_distance(month, word) == 1
                && is_shuffled(month, word)
        })
    };
    exact.or_else(near).or_else(short_near).and_then(|at| i8::try_from(at + 1).ok())
}

/// A word beside a number that is one slip away from a month's name: `20 jully`, `juli 2016`.
fn like_a_month(word: &str) -> Option<i8> {
    let near = |month: &&str| word.len() >= 4 && month.len() >= 4 && edits_between(1, month, word) == Some(1);
    let at = MONTHS.iter().position(near)?;
    i8::try_from(at + 1).ok()
}

/// `third` for `3rd`; other words stay as they are.
pub fn plain_ordinal(word: &str) -> &str {
    let number = word.starts_with(|letter: char| letter.is_ascii_digit()).then(|| ordinal(word)).flatten();
    number
        .and_then(|number| usize::try_from(number).ok())
        .and_then(|number| WORDS.get(number - 1))
        .copied()
        .unwrap_or(word)
}

const WORDS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// The number of an ordinal in words or digits.
fn ordinal(word: &str) -> Option<u32> {
    if let Some(at) = WORDS.iter().position(|known| *known == word) {
        return u32::try_from(at + 1).ok();
    }
    // A swapped pair or a letter left out is a slip of the fingers; any other change might turn one ordinal into another.
    let is_swapped = |known: &str| is_shuffled(known, word);
    let ends_alike = |known: &str| known.chars().next() == word.chars().next() && known.ends_with(last(word));
    // `and so forth` counts nothing.
    let is_shortened = |known: &str| {
        word != "forth"
            && word.len() >= 4
            && known.len() == word.len() + 1
            && ends_alike(known)
            && strsim::osa_distance(known, word) == 1
    };
    if let Some(at) = WORDS.iter().position(|known| is_swapped(known) || is_shortened(known)) {
        return u32::try_from(at + 1).ok();
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok().filter(|number| *number > 0)
}

/// The last letter, as a text.
fn last(word: &str) -> &str {
    word.char_indices().next_back().and_then(|(at, _)| word.get(at..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn span(text: &str) -> String {
        let today = Date::new(2026, 11, 23).expect("a date");
        let timing = read_times(&tokens(text), today);
        timing.span.map_or_else(|| format!("{:?}", timing.yearless), |span| format!("{}..{}", span.from, span.to))
    }

    #[test]
    fn reads_dates_as_people_write_them() {
        for (text, expected) in [
            ("meetings in 2016", "2016-01-01..2016-12-31"),
            ("july 2016", "2016-07-01..2016-07-31"),
            ("on 21/07/2016", "2016-07-21..2016-07-21"),
            ("07/21/2016", "2016-07-21..2016-07-21"),
            ("2016-07-21", "2016-07-21..2016-07-21"),
            ("the 21st of July 2016", "2016-07-21..2016-07-21"),
            ("July 21, 2016", "2016-07-21..2016-07-21"),
            ("events befor 2011", "-009999-01-01..2010-12-31"),
            ("meetings prior to 2011", "-009999-01-01..2010-12-31"),
            ("events no later than 2010", "-009999-01-01..2010-12-31"),
            ("meetings afer 2022", "2023-01-01..9999-12-31"),
            ("snice 2020", "2020-01-01..9999-12-31"),
            ("between 2015 and 2017", "2015-01-01..2017-12-31"),
            ("from march till december 2016", "2016-03-01..2016-12-31"),
            ("between june and december 2025", "2025-06-01..2025-12-31"),
            ("between november and february 2014", "2013-11-01..2014-02-28"),
            ("from May 2016 to 2017", "2016-05-01..2017-12-31"),
            ("last year", "2025-01-01..2025-12-31"),
            ("first half of 2016", "2016-01-01..2016-06-30"),
            ("the last two years", "2024-11-23..2026-11-23"),
            ("Q4 2016", "2016-10-01..2016-12-31"),
            ("before 2011", "-009999-01-01..2010-12-31"),
            ("21 july", "Some((Some(21), 7))"),
            ("septmber 2022", "2022-09-01..2022-09-30"),
            ("juli 2016", "2016-07-01..2016-07-31"),
            ("20 jully 2016", "2016-07-20..2016-07-20"),
            ("the jury of 2016", "2016-01-01..2016-12-31"),
            ("the 2020-22 plan", "2020-01-01..2022-12-31"),
            ("from June 2025 until now", "2025-06-01..9999-12-31"),
            ("may I ask", "None"),
            ("35 judges", "None"),
        ] {
            assert_eq!(span(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_ordinals_exactly() {
        let today = Date::new(2026, 11, 23).expect("a date");
        for (text, expected) in
            [("third", Some(3)), ("3rd", Some(3)), ("thrid", Some(3)), ("forth", None), ("second", Some(2))]
        {
            let found = read_times(&tokens(text), today).ordinals.first().map(|ordinal| ordinal.number);
            assert_eq!(found, expected, "{text}");
        }
    }
}
