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
    let opening_at = question.words.iter().position(|word| word.part != Part::Filler)?;
    let opening = question.word(opening_at)?;
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
    let strange: Vec<usize> = question.content().into_iter().filter(|at| !is_told(*at)).collect();
    let party = match others.first() {
        Some((_, entries)) if strange.is_empty() => Party::Known(entries.clone()),
        None if strange.is_empty() && question.says_iom() => {
            Party::Known(vec![EntryRef::find(&asked.library.knowledge, "iom")?])
        }
        // Somebody whom nothing here knows stands between the verb and what asks for belonging.
        None if is_a_name(asked, opening_at, &strange) => Party::Named(question.shown(&strange)),
        _ => return None,
    };
    let names: Vec<Vec<u32>> = match &party {
        Party::Known(entries) => entries.iter().flat_map(|entry| asked.library.stems_of_names(*entry)).collect(),
        Party::Named(_) => Vec::new(),
    };
    let piece = naming(asked, fact, &names);
    let open = piece.is_none().then_some(Open::NotNamed(party));
    let answer = card::of_entry(asked, fact, &[]);
    let first = piece.into_iter().collect();
    matches!(answer.body, Body::Fact { .. }).then_some(Answer { open, first, ..answer })
}

/// Whether these words stand together right after the verb, and before a word for belonging: `is the IMF in`.
fn is_a_name(asked: &Asked<'_>, opening: usize, strange: &[usize]) -> bool {
    let question = &asked.question;
    let (Some(first), Some(last)) = (strange.first(), strange.last()) else { return false };
    let is_filler = |at: usize| question.word(at).is_some_and(|word| word.part == Part::Filler);
    let belongs = |word: &str| BELONGING.split_ascii_whitespace().chain(["in", "on", "a"]).any(|known| known == word);
    (opening + 1..*first).all(is_filler)
        && last - first + 1 == strange.len()
        && question.word(last + 1).is_some_and(|word| belongs(&word.folded))
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
            name.contains(&member) && ((name.len() <= words.len() + 1 && is_said()) || is_body())
        };
        names.iter().any(says)
    };
    (0..library.knowledge.facts.len()).find(is_it).map(|at| EntryRef { kind: Kind::Fact, at })
}
