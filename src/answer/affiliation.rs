//! Whether somebody belongs to a body: `is Haswell from IOM`, `Haswell's an IOM person, right`.
//!
//! The one idea: only offices that are recorded say yes; where none is, what is recorded of the person follows.

use super::asked::Asked;
use super::found::{Answer, Body, Party};
use super::general::is_tagged;
use super::lexicon::Cue;
use super::meetings::means;
use super::word::{Part, Word};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Scored};

/// Words that ask for belonging, beside `is` and `was`.
const BELONGING: &str = "from with of for at staff work works worked working person an a iom's";

/// The answer, if one person and one body are named, and nothing else is said.
pub(super) fn affiliation(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let opening = question.words.iter().find(|word| word.part != Part::Filler)?;
    let is_open = opening.part == Part::Cue(Cue::Auxiliary) || is_tagged(question);
    let plain = |word: &Word| {
        matches!(
            word.part,
            Part::Filler | Part::Soft | Part::Content | Part::Cue(Cue::Auxiliary | Cue::At | Cue::People | Cue::Not)
        )
    };
    if !is_open || !question.words.iter().all(plain) || !question.says_any(BELONGING) {
        return None;
    }
    let named = |kind: Kind| question.mentioned(move |entry| entry.kind == kind);
    let (people, bodies) = (named(Kind::Person), named(Kind::Organisation));
    let [(person_at, persons)] = people.as_slice() else { return None };
    let [person] = persons.as_slice() else { return None };
    // `the moon` is nobody.
    let is_plain = |at: usize| question.word(at).is_some_and(|word| word.query.is_everyday);
    if person_at.first == person_at.last && is_plain(person_at.first) {
        return None;
    }
    let iom = EntryRef::find(&asked.library.knowledge, "iom").filter(|_| question.says_iom());
    let body = bodies.first().map(|(_, entries)| entries.clone()).or_else(|| iom.map(|iom| vec![iom]))?;
    let is_covered = |at: &usize| {
        (person_at.first..=person_at.last).contains(at)
            || bodies.iter().any(|(mention, _)| (mention.first..=mention.last).contains(at))
    };
    let is_staff = |at: &usize| question.word(*at).is_some_and(|word| word.folded == "staff");
    if !question.content().iter().all(|at| is_covered(at) || is_staff(at)) {
        return None;
    }
    let who = Party::Known(body.clone());
    let roles = &asked.library.knowledge.people.get(person.at)?.roles;
    let offices = roles.iter().filter_map(|role| role.organisation.as_deref());
    let held = offices.into_iter().find(|id| means(asked.library, id, &who));
    // The body that the office is in may be part of the one asked about.
    let own = held.and_then(|id| EntryRef::find(&asked.library.knowledge, id));
    let named = own.or_else(|| body.first().copied())?;
    let entries = [*person, named].map(|entry| Scored { entry, score: 1.0 });
    let verdict = Body::Affiliation { person: person.at, body: named, belongs: held.is_some() };
    Some(Answer::new(verdict, entries.into(), Vec::new()))
}
