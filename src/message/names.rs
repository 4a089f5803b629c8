//! Participants as they are said: name, office, body.
//!
//! The one idea: an office is said as it was at the meeting, never as it is in another entry.

use std::collections::BTreeMap;

use super::words;
use crate::answer::kind_of;
use crate::knowledge::{Knowledge, OrganisationKind, Participant};

/// `Shareen Tuladhar, IOM Project Manager`.
pub(super) fn said(knowledge: &Knowledge, participant: &Participant) -> String {
    match participant {
        Participant::Named(reference) => knowledge.name_of(reference).to_owned(),
        Participant::Detailed(detail) => {
            let person = detail.person.as_deref().map(|person| knowledge.name_of(person));
            let body = detail.organisation.as_deref().map(|body| knowledge.name_of(body));
            let role = detail.role.as_deref();
            // `Minister of Economic Development, Ministry of Economic Development` says the body twice.
            let acronyms = detail
                .organisation
                .as_deref()
                .and_then(|body| knowledge.organisation(body))
                .map_or(&[][..], |body| &body.acronyms);
            let body = body.filter(|body| role.is_none_or(|role| !repeats(role, body, acronyms)));
            match (person, role, body) {
                // `Supreme Court (judges)`: who came from a body stands behind it.
                (None, Some(role), Some(body)) => format!("{body} ({role})"),
                said => <[Option<&str>; 3]>::from(said).into_iter().flatten().collect::<Vec<_>>().join(", "),
            }
        }
    }
}

/// Whether an office names its body already.
fn repeats(role: &str, body: &str, acronyms: &[String]) -> bool {
    if acronyms.iter().any(|acronym| role.contains(acronym.as_str())) {
        return true;
    }
    let telling = body.split_whitespace().filter(|word| {
        word.len() > 3 && !matches!(*word, "Ministry" | "Department" | "Embassy" | "High" | "Commission")
    });
    let mut said = telling.map(|word| role.contains(word)).peekable();
    said.peek().is_some() && said.all(|said| said)
}

/// All participants of a list.
pub(super) fn all(knowledge: &Knowledge, participants: &[Participant]) -> Vec<String> {
    participants.iter().map(|participant| said(knowledge, participant)).collect()
}

/// Participants in groups: government, missions, IOM and UN, civil society, private sector, others.
pub(super) fn grouped(knowledge: &Knowledge, participants: &[Participant]) -> Vec<(&'static str, Vec<String>)> {
    let mut groups: BTreeMap<OrganisationKind, Vec<String>> = BTreeMap::new();
    for participant in participants {
        let kind = group(knowledge, participant);
        groups.entry(kind).or_default().push(said(knowledge, participant));
    }
    groups.into_iter().map(|(kind, names)| (words::group(kind), names)).collect()
}

fn group(knowledge: &Knowledge, participant: &Participant) -> OrganisationKind {
    match kind_of(knowledge, participant) {
        OrganisationKind::Un => OrganisationKind::Iom,
        kind => kind,
    }
}
