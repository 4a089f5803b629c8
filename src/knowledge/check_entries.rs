//! What can be wrong with an entry by itself, or with two that claim the same.
//!
//! The one idea: whatever would make an answer wrong is an error; what would make one poorer is a warning.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::base::Entries;
use super::finding::Finding;
use super::schema::FileKind;
use super::{Conflict, ExpectedOutcome, Kind, Severity, Source};
use crate::text::fold;

/// Every such mistake.
pub(super) fn check(entries: &Entries) -> Vec<Finding> {
    let mut check = Check::default();
    for (at, fact) in entries.facts.iter().enumerate() {
        let of = (FileKind::Entries(Kind::Fact), at);
        check.named(of, &fact.id, "title", &fact.title, &fact.aliases);
        check.sources(of, &fact.sources, &fact.conflicts, true);
        if fact.withheld && longest_number(&fact.text) >= TELEPHONE_DIGITS {
            check.say(
                Severity::Error,
                of,
                "/text",
                "no number in what is withheld",
                "one that looks like a telephone number",
                "a file is public: leave the number out",
            );
        } else if !fact.withheld && fact.text.trim().is_empty() {
            check.say(Severity::Error, of, "/id", "field `text`", "none", "say the fact in a sentence");
        }
    }
    for (at, meeting) in entries.meetings.iter().enumerate() {
        let of = (FileKind::Entries(Kind::Meeting), at);
        check.named(of, &meeting.id, "title", &meeting.title, &meeting.aliases);
        check.sources(of, &meeting.sources, &meeting.conflicts, true);
        if meeting.attendees_complete && meeting.attendees.is_empty() {
            check.say(
                Severity::Error,
                of,
                "/attendees_complete",
                "`false` where nobody is listed",
                "`true`",
                "list the attendees, or take it out",
            );
        }
        if let Some(series) = &meeting.series
            && let Some(number) = series.number
        {
            if number == 0 {
                check.say(
                    Severity::Error,
                    of,
                    "/series/number",
                    "a number from 1",
                    "`0`",
                    "the first meeting of a series is number 1",
                );
            }
            check.numbered(of, &series.id, number);
        }
    }
    for (at, body) in entries.organisations.iter().enumerate() {
        let of = (FileKind::Entries(Kind::Organisation), at);
        let other_names: Vec<String> = body.aliases.iter().chain(&body.acronyms).cloned().collect();
        check.named(of, &body.id, "name", &body.name, &other_names);
        check.sources(of, &body.sources, &[], false);
    }
    for (at, person) in entries.people.iter().enumerate() {
        let of = (FileKind::Entries(Kind::Person), at);
        check.named(of, &person.id, "name", &person.name, &person.aliases);
        check.sources(of, &person.sources, &person.conflicts, false);
    }
    for (at, term) in entries.glossary.iter().enumerate() {
        let of = (FileKind::Entries(Kind::Glossary), at);
        check.named(of, &term.id, "term", &term.term, &term.aliases);
        check.sources(of, &term.sources, &[], false);
    }
    let mut asked: HashMap<(String, Option<&str>), usize> = HashMap::new();
    for (at, question) in entries.questions.iter().enumerate() {
        let of = (FileKind::Questions, at);
        if asked.insert((question.question.to_lowercase(), question.context.as_deref()), at).is_some() {
            check.say(
                Severity::Warning,
                of,
                "/question",
                "a question once",
                "one that is asked above already",
                "take one of them out",
            );
        }
        if question.outcome == ExpectedOutcome::Unknown && question.entry.is_some() {
            check.say(
                Severity::Error,
                of,
                "/entry",
                "no entry where the answer is unknown",
                "one",
                "an unknown answer names no entry",
            );
        }
    }
    check.findings
}

/// A telephone number has so many digits; a year or a count has fewer.
const TELEPHONE_DIGITS: usize = 5;

/// What was seen so far.
#[derive(Default)]
struct Check<'a> {
    findings: Vec<Finding>,
    ids: HashSet<&'a str, FxBuildHasher>,
    names: HashMap<(FileKind, String), String>,
    numbers: HashMap<(String, u32), (FileKind, usize)>,
}

impl<'a> Check<'a> {
    fn say(
        &mut self,
        severity: Severity,
        of: (FileKind, usize),
        pointer: &str,
        expected: &str,
        found: &str,
        hint: &str,
    ) {
        let hint = Some(hint.to_owned()).filter(|hint| !hint.is_empty());
        self.findings.push(Finding {
            severity,
            of,
            pointer: pointer.to_owned(),
            expected: expected.to_owned(),
            found: found.to_owned(),
            hint,
        });
    }

    /// The id, the name, and the other names of an entry.
    fn named(&mut self, of: (FileKind, usize), id: &'a str, field: &str, name: &str, aliases: &[String]) {
        if !is_well_formed(id) {
            self.say(
                Severity::Error,
                of,
                "/id",
                "lower-case words joined with hyphens",
                &format!("`{id}`"),
                "as in `third-consular-working-group`",
            );
        }
        if !self.ids.insert(id) {
            self.say(
                Severity::Error,
                of,
                "/id",
                "an id that no other entry has",
                &format!("`{id}` again"),
                "give one of the two another id",
            );
        }
        if name.trim().is_empty() {
            self.say(Severity::Error, of, &format!("/{field}"), "a name", "an empty text", "");
        }
        for (number, alias) in aliases.iter().enumerate() {
            if alias.trim().is_empty() {
                self.say(
                    Severity::Warning,
                    of,
                    &format!("/aliases/{number}"),
                    "another name",
                    "an empty text",
                    "take it out",
                );
                continue;
            }
            // Facts of one chain, and a term beside its body, share names on purpose.
            if !matches!(of.0, FileKind::Entries(Kind::Fact)) {
                let earlier = self.names.insert((of.0, fold(alias)), id.to_owned());
                if let Some(earlier) = earlier.filter(|earlier| earlier != id) {
                    let found = format!("`{alias}`, which `{earlier}` claims too");
                    self.say(
                        Severity::Warning,
                        of,
                        &format!("/aliases/{number}"),
                        "a name that one entry alone claims",
                        &found,
                        "whoever types it has to choose",
                    );
                }
            }
        }
    }

    /// Where it comes from.
    fn sources(&mut self, of: (FileKind, usize), sources: &[Source], conflicts: &[Conflict], required: bool) {
        if required && sources.is_empty() {
            self.say(
                Severity::Warning,
                of,
                "/id",
                "at least one source",
                "none",
                "an answer without a source cannot be checked",
            );
        }
        for (number, source) in sources.iter().enumerate() {
            let is_address = |url: &String| url.starts_with("https://") || url.starts_with("http://");
            if let Some(url) = source.url.as_ref().filter(|url| !is_address(url)) {
                self.say(
                    Severity::Error,
                    of,
                    &format!("/sources/{number}/url"),
                    "an address with https://",
                    &format!("`{url}`"),
                    "",
                );
            }
            if source.title.trim().is_empty() {
                self.say(
                    Severity::Error,
                    of,
                    &format!("/sources/{number}/title"),
                    "the page's title",
                    "an empty text",
                    "",
                );
            }
        }
        for (number, conflict) in conflicts.iter().enumerate().filter(|(_, conflict)| conflict.readings.len() < 2) {
            let found = format!("{}", conflict.readings.len());
            self.say(
                Severity::Warning,
                of,
                &format!("/conflicts/{number}"),
                "at least two readings",
                &found,
                "a conflict has two sides",
            );
        }
    }

    /// The number in a series.
    fn numbered(&mut self, of: (FileKind, usize), series: &str, number: u32) {
        if self.numbers.insert((fold(series), number), of).is_some() {
            let found = format!("a second number {number} of `{series}`");
            self.say(
                Severity::Error,
                of,
                "/series/number",
                "a number that no other meeting of the series has",
                &found,
                "",
            );
        }
    }
}

fn is_well_formed(id: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.split('-').all(is_part)
}

/// The digits of the longest number, spaces and hyphens inside it left out.
fn longest_number(text: &str) -> usize {
    let mut longest = 0;
    let mut current = 0;
    for letter in text.chars() {
        match letter {
            '0'..='9' => current += 1,
            ' ' | '-' | '(' | ')' | '/' if current > 0 => {}
            _ => current = 0,
        }
        longest = longest.max(current);
    }
    longest
}
