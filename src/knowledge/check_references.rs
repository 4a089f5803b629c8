//! References between entries: missing, misspelt, going round in circles, or never made.
//!
//! The one idea: a name without an entry is fine, a name that is nearly an entry's is not.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::base::Entries;
use super::finding::Finding;
use super::nearest::nearest;
use super::schema::FileKind;
use super::{Kind, Meeting, Participant, Severity};
use crate::text::fold;

/// Every reference that leads nowhere, and every entry that nothing leads to. `elsewhere` holds the ids of entries that
/// could not be read: references to them are sound.
pub(super) fn check(entries: &Entries, elsewhere: &HashSet<String>) -> Vec<Finding> {
    let known = Known::new(entries, elsewhere);
    let mut findings = Vec::new();
    let mut used = Used::default();
    // Names that were looked at before: the same people meet every week.
    let mut sound = Used::default();
    for (at, meeting) in entries.meetings.iter().enumerate() {
        participants(at, meeting, &known, &mut used, &mut sound, &mut findings);
        must_exist(
            FileKind::Entries(Kind::Meeting),
            at,
            "/overtaken_by",
            meeting.overtaken_by.as_deref(),
            &known,
            &mut findings,
        );
    }
    for (at, fact) in entries.facts.iter().enumerate() {
        must_exist(
            FileKind::Entries(Kind::Fact),
            at,
            "/superseded_by",
            fact.superseded_by.as_deref(),
            &known,
            &mut findings,
        );
    }
    for (at, body) in entries.organisations.iter().enumerate() {
        must_exist(FileKind::Entries(Kind::Organisation), at, "/parent", body.parent.as_deref(), &known, &mut findings);
        used.extend(body.parent.as_deref());
    }
    for (at, term) in entries.glossary.iter().enumerate() {
        must_exist(FileKind::Entries(Kind::Glossary), at, "/entry", term.entry.as_deref(), &known, &mut findings);
        used.extend(term.entry.as_deref());
    }
    for (at, person) in entries.people.iter().enumerate() {
        for (number, role) in person.roles.iter().enumerate() {
            let pointer = format!("/roles/{number}/organisation");
            let of = (FileKind::Entries(Kind::Person), at);
            findings.extend(role.organisation.as_deref().and_then(|name| known.misspelt(of, pointer, name)));
            used.extend(role.organisation.as_deref());
        }
    }
    for (at, question) in entries.questions.iter().enumerate() {
        must_exist(FileKind::Questions, at, "/context", question.context.as_deref(), &known, &mut findings);
        must_exist(FileKind::Questions, at, "/entry", question.entry.as_deref(), &known, &mut findings);
    }
    circles(
        FileKind::Entries(Kind::Fact),
        "/superseded_by",
        &pairs(&entries.facts, |fact| (&fact.id, fact.superseded_by.as_deref())),
        &mut findings,
    );
    circles(
        FileKind::Entries(Kind::Organisation),
        "/parent",
        &pairs(&entries.organisations, |body| (&body.id, body.parent.as_deref())),
        &mut findings,
    );
    unused(entries, &used, &mut findings);
    findings
}

/// Names that were met.
type Used<'a> = HashSet<&'a str, FxBuildHasher>;

/// Every id and name that a reference may mean.
struct Known<'a> {
    ids: HashSet<&'a str>,
    names: HashMap<String, &'a str>,
}

impl<'a> Known<'a> {
    fn new(entries: &'a Entries, elsewhere: &'a HashSet<String>) -> Self {
        let mut ids: HashSet<&str> = elsewhere.iter().map(String::as_str).collect();
        let mut names = HashMap::new();
        ids.extend(entries.facts.iter().map(|fact| fact.id.as_str()));
        ids.extend(entries.meetings.iter().map(|meeting| meeting.id.as_str()));
        ids.extend(entries.glossary.iter().map(|term| term.id.as_str()));
        for body in &entries.organisations {
            ids.insert(&body.id);
            let forms = [&body.name].into_iter().chain(&body.aliases).chain(&body.acronyms);
            names.extend(forms.map(|name| (fold(name), name.as_str())));
        }
        for person in &entries.people {
            ids.insert(&person.id);
            names.extend([&person.name].into_iter().chain(&person.aliases).map(|name| (fold(name), name.as_str())));
        }
        Self { ids, names }
    }

    /// The mistake in a reference to an organisation or person, if it is nearly one that exists.
    fn misspelt(&self, of: (FileKind, usize), pointer: String, name: &str) -> Option<Finding> {
        if self.ids.contains(name) || self.names.contains_key(&fold(name)) {
            return None;
        }
        if is_id(name) {
            let hint = match nearest(name, self.ids.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "add the entry, or write the name as people read it".to_owned(),
            };
            let (expected, found) = ("the id of an entry".to_owned(), format!("`{name}`, which has no entry"));
            return Some(Finding { severity: Severity::Error, of, pointer, expected, found, hint: Some(hint) });
        }
        let folded = fold(name);
        let reach = folded.chars().count() / SAME_NAME_SHARE;
        let near = self.names.iter().filter(|(known, _)| {
            known.len().abs_diff(folded.len()) <= reach * 4 && strsim::osa_distance(known, &folded) <= reach
        });
        near.map(|(_, shown)| *shown).min().map(|shown| Finding {
            severity: Severity::Warning,
            of,
            pointer,
            expected: "a name as its entry has it, or one of its own".to_owned(),
            found: format!("`{name}`, which is nearly `{shown}`"),
            hint: Some(format!("write `{shown}`, or add this spelling to its aliases")),
        })
    }
}

/// One letter in so many may differ between two spellings of one name.
const SAME_NAME_SHARE: usize = 8;

fn participants<'a>(
    at: usize,
    meeting: &'a Meeting,
    known: &Known<'_>,
    used: &mut Used<'a>,
    sound: &mut Used<'a>,
    findings: &mut Vec<Finding>,
) {
    let lists = [
        ("organisers", &meeting.organisers),
        ("chairs", &meeting.chairs),
        ("speakers", &meeting.speakers),
        ("attendees", &meeting.attendees),
    ];
    for (field, participants) in lists {
        for (number, participant) in participants.iter().enumerate() {
            let of = (FileKind::Entries(Kind::Meeting), at);
            let pointer = format!("/{field}/{number}");
            let references: Vec<(String, &str)> = match participant {
                Participant::Named(name) => vec![(pointer.clone(), name)],
                Participant::Detailed(detail) => {
                    let person = detail.person.as_deref().map(|name| (format!("{pointer}/person"), name));
                    person
                        .into_iter()
                        .chain(detail.organisation.as_deref().map(|name| (format!("{pointer}/organisation"), name)))
                        .collect()
                }
            };
            if references.is_empty() {
                let (expected, found) = ("a person or an organisation".to_owned(), "neither".to_owned());
                findings.push(Finding {
                    severity: Severity::Error,
                    of,
                    pointer,
                    expected,
                    found,
                    hint: Some("add `person` or `organisation`".to_owned()),
                });
            }
            for (pointer, name) in references {
                let finding = if sound.contains(name) { None } else { known.misspelt(of, pointer, name) };
                if finding.is_none() {
                    sound.insert(name);
                }
                findings.extend(finding);
                used.insert(name);
            }
        }
    }
    used.extend(meeting.series.as_ref().map(|series| series.id.as_str()));
}

fn must_exist(
    kind: FileKind,
    at: usize,
    pointer: &str,
    id: Option<&str>,
    known: &Known<'_>,
    findings: &mut Vec<Finding>,
) {
    let Some(id) = id.filter(|id| !known.ids.contains(id)) else { return };
    let hint = nearest(id, known.ids.iter().copied()).map(|near| format!("did you mean `{near}`?"));
    findings.push(Finding {
        severity: Severity::Error,
        of: (kind, at),
        pointer: pointer.to_owned(),
        expected: "the id of an entry".to_owned(),
        found: format!("`{id}`, which has no entry"),
        hint,
    });
}

fn pairs<T>(entries: &[T], pair: impl Fn(&T) -> (&str, Option<&str>)) -> Vec<(String, Option<String>)> {
    entries.iter().map(pair).map(|(id, next)| (id.to_owned(), next.map(str::to_owned))).collect()
}

/// Entries whose references lead back to themselves.
fn circles(kind: FileKind, pointer: &str, entries: &[(String, Option<String>)], findings: &mut Vec<Finding>) {
    let next: HashMap<&str, &str> =
        entries.iter().filter_map(|(id, next)| Some((id.as_str(), next.as_deref()?))).collect();
    for (at, (id, _)) in entries.iter().enumerate() {
        let mut seen = HashSet::new();
        let mut current = id.as_str();
        while let Some(&following) = next.get(current).filter(|_| seen.insert(current)) {
            current = following;
            if following == id {
                findings.push(Finding {
                    severity: Severity::Error,
                    of: (kind, at),
                    pointer: pointer.to_owned(),
                    expected: "a reference that does not lead back".to_owned(),
                    found: format!("a circle through `{id}`"),
                    hint: Some("take one of its references out".to_owned()),
                });
                break;
            }
        }
    }
}

/// Organisations and people that no entry mentions and that say nothing themselves.
fn unused(entries: &Entries, used: &Used<'_>, findings: &mut Vec<Finding>) {
    let used_names: HashSet<String> = used.iter().map(|name| fold(name)).collect();
    let is_used =
        |id: &str, names: &[&String]| used.contains(id) || names.iter().any(|name| used_names.contains(&fold(name)));
    let mut say = |kind: Kind, at: usize| {
        findings.push(Finding {
            severity: Severity::Warning,
            of: (FileKind::Entries(kind), at),
            pointer: "/id".to_owned(),
            expected: "an entry that a meeting mentions, or that says something itself".to_owned(),
            found: "one that nothing leads to".to_owned(),
            hint: Some("is its id misspelt where it should be mentioned?".to_owned()),
        });
    };
    for (at, body) in entries.organisations.iter().enumerate() {
        let names: Vec<&String> = [&body.name].into_iter().chain(&body.aliases).chain(&body.acronyms).collect();
        if body.text.is_none() && body.sources.is_empty() && !is_used(&body.id, &names) {
            say(Kind::Organisation, at);
        }
    }
    for (at, person) in entries.people.iter().enumerate() {
        let names: Vec<&String> = [&person.name].into_iter().chain(&person.aliases).collect();
        if person.text.is_none() && person.roles.is_empty() && !is_used(&person.id, &names) {
            say(Kind::Person, at);
        }
    }
}

/// Whether a reference is written as an id, so that it is meant as one: lower-case words joined with hyphens.
fn is_id(name: &str) -> bool {
    name.contains('-') && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
