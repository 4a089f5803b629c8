//! Dates that contradict one another.
//!
//! The one idea: a date says how precise it is twice, by its digits and by `precision`; both must agree, or an answer
//! would look surer than its source.

use super::base::Entries;
use super::finding::Finding;
use super::schema::FileKind;
use super::{Kind, Meeting, Precision, Severity, Source};
use crate::text::PartialDate;

/// Every contradiction in dates.
pub(super) fn check(entries: &Entries) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, meeting) in entries.meetings.iter().enumerate() {
        meeting_date(at, meeting, &mut findings);
        sources(FileKind::Entries(Kind::Meeting), at, &meeting.sources, &mut findings);
    }
    for (at, fact) in entries.facts.iter().enumerate() {
        sources(FileKind::Entries(Kind::Fact), at, &fact.sources, &mut findings);
    }
    findings
}

fn meeting_date(at: usize, meeting: &Meeting, findings: &mut Vec<Finding>) {
    let date = &meeting.date;
    let mut say = |severity: Severity, pointer: &str, expected: String, found: String, hint: Option<&str>| {
        let of = (FileKind::Entries(Kind::Meeting), at);
        findings.push(Finding {
            severity,
            of,
            pointer: pointer.to_owned(),
            expected,
            found,
            hint: hint.map(str::to_owned),
        });
    };
    if let (None, Some(end)) = (date.start, date.end) {
        say(
            Severity::Error,
            "/date/end",
            "a start where there is an end".to_owned(),
            format!("only the end `{end}`"),
            Some("add `start`"),
        );
    }
    if let (Some(start), Some(end)) = (date.start, date.end)
        && end.last_day() < start.first_day()
    {
        say(
            Severity::Error,
            "/date/end",
            format!("an end not before `{start}`"),
            format!("`{end}`"),
            Some("are start and end swapped?"),
        );
    }
    if let Some(start) = date.start {
        let written = precision_of(start);
        if date.precision != written {
            let expected = format!("`{}`, as precise as `{start}`", name(written));
            let hint = "write as much of the date as is known, and no more";
            say(Severity::Error, "/date/precision", expected, format!("`{}`", name(date.precision)), Some(hint));
        }
    } else if date.precision != Precision::Unknown {
        say(
            Severity::Error,
            "/date/precision",
            "`unknown` where there is no start".to_owned(),
            format!("`{}`", name(date.precision)),
            Some("add `start`"),
        );
    }
    if date.inferred && date.note.as_deref().is_none_or(|note| note.trim().is_empty()) {
        say(
            Severity::Warning,
            "/date",
            "a note on what the date was worked out from".to_owned(),
            "none".to_owned(),
            Some("add `note`"),
        );
    }
}

fn sources(kind: FileKind, at: usize, sources: &[Source], findings: &mut Vec<Finding>) {
    for (number, source) in sources.iter().enumerate() {
        if let (Some(published), Some(accessed)) = (source.published, source.accessed)
            && accessed.last_day() < published.first_day()
        {
            findings.push(Finding {
                severity: Severity::Warning,
                of: (kind, at),
                pointer: format!("/sources/{number}/accessed"),
                expected: format!("a day not before the page was published, `{published}`"),
                found: format!("`{accessed}`"),
                hint: None,
            });
        }
    }
}

fn precision_of(date: PartialDate) -> Precision {
    match date {
        PartialDate::Year(_) => Precision::Year,
        PartialDate::Month(..) => Precision::Month,
        PartialDate::Day(_) => Precision::Day,
    }
}

fn name(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Year => "year",
        Precision::Unknown => "unknown",
    }
}
