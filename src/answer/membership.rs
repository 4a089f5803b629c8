//! Whether somebody belongs to a body: `is UNICEF in the country team`, `does the Supreme Court still sit on the committee`.
//!
//! The one idea: a statement that is called the members of a body tells them all; the sentence of it that names somebody
//! says what became of them.

use super::asked::Asked;
use super::card;
use super::found::{Answer, Body, Open, Party};
use super::leading::naming;
use super::lexicon::Cue;
use super::word::Part;
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention};

/// Words for belonging to a body, and for ceasing to.
const BELONGING: &str = "sit sits sitting sat seat seats serve serves served serving member members membership part belong \
     belongs change changed amendment amended dropped drop removed lose lost kept remain remains stay still";

/// The answer, if the members of the body that is named are told.
pub(super) fn membership(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let opening = question.words.iter().find(|word| word.part != Part::Filler)?;
    let asks = opening.part == Part::Cue(Cue::Auxiliary);
    let is_about_events = question.has_any(&[
        Cue::Chair,
        Cue::Organise,
        Cue::Speak,
        Cue::Who,
        Cue::When,
        Cue::Where,
        Cue::Discuss,
        Cue::Decide,
        Cue::HowMany,
        Cue::Meeting,
    ]);
    if !asks || is_about_events || question.says_any("same different") {
        return None;
    }
    let bodies = question.mentioned(|entry| entry.kind == Kind::Organisation);
    let (body, fact) = question.mentions.iter().find_map(|body| Some((body, members_of(asked, body)?)))?;
    let others: Vec<&(&Mention, Vec<EntryRef>)> = bodies.iter().filter(|(mention, _)| *mention != body).collect();
    let is_told = |at: usize| {
        let is_inside = |mention: &Mention| (mention.first..=mention.last).contains(&at);
        is_inside(body)
            || others.iter().any(|(mention, _)| is_inside(mention))
            || question
                .word(at)
                .is_some_and(|word| BELONGING.split_ascii_whitespace().any(|known| known == word.folded))
    };
    if others.is_empty() || !question.content().into_iter().all(is_told) {
        return None;
    }
    let (_, entries) = others.first()?;
    let names: Vec<Vec<u32>> = entries.iter().flat_map(|entry| asked.library.stems_of_names(*entry)).collect();
    let piece = naming(asked, fact, &names);
    let open = piece.is_none().then(|| Open::NotNamed(Party::Known(entries.clone())));
    let answer = card::of_entry(asked, fact, &[]);
    matches!(answer.body, Body::Fact { .. }).then(|| Answer { first: piece.into_iter().collect(), open, ..answer })
}

/// The statement that is called the members of a body.
fn members_of(asked: &Asked<'_>, body: &Mention) -> Option<EntryRef> {
    let library = asked.library;
    let member = library.index.vocabulary.stem("members")?;
    let words: Vec<&crate::search::QueryWord> = (body.first..=body.last)
        .filter_map(|at| asked.question.word(at))
        .filter(|word| word.part != Part::Filler)
        .map(|word| &word.query)
        .collect();
    let own: Vec<Vec<u32>> = body
        .entries
        .iter()
        .filter(|entry| entry.kind == Kind::Organisation)
        .flat_map(|entry| library.stems_of_names(*entry))
        .collect();
    let is_it = |at: &usize| {
        let names = library.stems_of_names(EntryRef { kind: Kind::Fact, at: *at });
        let says = |name: &Vec<u32>| {
            let is_said = || words.iter().all(|word| word.variants.iter().any(|variant| name.contains(&variant.stem)));
            let is_body =
                || own.iter().any(|own| name.len() == own.len() + 1 && own.iter().all(|stem| name.contains(stem)));
            name.contains(&member) && ((name.len() == words.len() + 1 && is_said()) || is_body())
        };
        names.iter().any(says)
    };
    (0..library.knowledge.facts.len()).find(is_it).map(|at| EntryRef { kind: Kind::Fact, at })
}
