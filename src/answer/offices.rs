//! Who held an office: `who is the ambassador of Japan`, `who was health minister in 2022`.
//!
//! The one idea: an office is words, all of which must stand in one role of one person; the date it was seen at is part
//! of the answer, since nobody says when it ended.

use super::ask::{ANY, Asked};
use super::found::{Answer, Body, Matched};
use super::lexicon::Cue;
use super::question::{Part, Word};
use super::subject::{Subject, find};
use crate::knowledge::{Kind, Person, Role};
use crate::search::{EntryRef, Scored};
use crate::text::{TimeSpan, plain_ordinal, tokens};

/// The answer, if the question asks for the holder of an office that somebody here held.
pub(super) fn offices(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let names_person = !question.mentioned(|entry| entry.kind == Kind::Person).is_empty();
    if !question.has(Cue::Who)
        && !question.words.iter().any(|word| matches!(word.folded.as_str(), "name" | "named" | "called"))
        || names_person
    {
        return None;
    }
    let words: Vec<&Word> = question.telling().into_iter().filter_map(|at| question.word(at)).collect();
    if words.is_empty() || words.iter().any(|word| word.query.is_foreign()) {
        return None;
    }
    // A fact that bears the office's name tells of all its holders.
    if let Subject::One(hit) = find(asked.library, question, &question.telling(), &ANY)
        && hit.entry.kind == Kind::Fact
    {
        return None;
    }
    let mut holders = Vec::new();
    for (at, person) in asked.library.knowledge.people.iter().enumerate() {
        for (role_at, role) in person.roles.iter().enumerate() {
            if explains(asked, person, role, &words) {
                holders.push((at, role_at));
            }
        }
    }
    if let Some(span) = question.timing.span {
        let held = |(person, role): &(usize, usize)| {
            let as_of = asked.library.knowledge.people.get(*person).and_then(|person| person.roles.get(*role)?.as_of);
            as_of.is_some_and(|date| TimeSpan::from(date).touches(span.from, span.to))
        };
        if holders.iter().any(held) {
            holders.retain(held);
        }
    }
    holders.dedup_by_key(|(person, _)| *person);
    let entries: Vec<Scored> = holders
        .iter()
        .take(10)
        .map(|(at, _)| Scored { entry: EntryRef { kind: Kind::Person, at: *at }, score: 1.0 })
        .collect();
    let matched = words.iter().map(|word| Matched::plain(&word.shown)).collect();
    (!holders.is_empty()).then_some(Answer { body: Body::Offices(holders), entries, matched })
}

/// Whether one role holds all the words; those that stand nearly everywhere need not be there.
fn explains(asked: &Asked<'_>, person: &Person, role: &Role, words: &[&Word]) -> bool {
    let mut text = role.role.clone();
    if let Some(reference) = &role.organisation {
        text.push(' ');
        text.push_str(asked.library.knowledge.name_of(reference));
        if let Some(body) = asked.library.knowledge.organisation(reference) {
            text.push(' ');
            text.push_str(
                &[body.aliases.join(" "), body.acronyms.join(" "), body.country.clone().unwrap_or_default()].join(" "),
            );
        }
    }
    text.push(' ');
    text.push_str(person.text.as_deref().unwrap_or_default());
    let vocabulary = &asked.library.index.vocabulary;
    let stems: Vec<_> =
        tokens(&text).iter().filter_map(|token| vocabulary.stem(plain_ordinal(&token.folded))).collect();
    let in_role: Vec<_> = tokens(&role.role).iter().filter_map(|token| vocabulary.stem(&token.folded)).collect();
    let holds = |stems: &[u32], word: &Word| word.query.variants.iter().any(|variant| stems.contains(&variant.stem));
    words.iter().all(|word| word.part != Part::Content || holds(&stems, word))
        && words.iter().any(|word| holds(&in_role, word))
}
