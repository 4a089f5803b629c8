//! Whether somebody belongs to a body: `is UNICEF in the country team`, `is Haswell from IOM`.
//!
//! The one idea: what is recorded of the members says it. Of a body in another, that is the statement that is called its
//! members, with the sentence of it that names the one asked about; of a person, the offices that are recorded.

use super::asked::Asked;
use super::card;
use super::found::{Answer, Body, Party, Remark, Unknown};
use super::leading::naming;
use super::lexicon::Cue;
use super::meetings::means;
use super::premise::is_tagged;
use super::word::{Part, Word};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention, QueryWord, Scored};
use crate::text::is_among;

/// Words for belonging to a body, and for ceasing to.
const BELONGING: &str = "sit sits sitting sat seat seats serve serves served serving member members membership part belong \
     belongs change changed amendment amended dropped drop removed lose lost kept remain remains stay still";

/// Words that ask for belonging to a body of one person, beside `is` and `was`.
const COMING_FROM: &str = "from with of for at staff work works worked working person an a ioms";

/// The answer, if it is asked whether somebody belongs to a body.
pub(super) fn membership(asked: &Asked<'_>) -> Option<Answer> {
    body_in_a_body(asked).or_else(|| person_in_a_body(asked))
}

/// The answer, if the members of the body that is named are told.
fn body_in_a_body(asked: &Asked<'_>) -> Option<Answer> {
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
        let is_inside = |mention: &Mention| mention.covers(at);
        is_inside(body)
            || others.iter().any(|(mention, _)| is_inside(mention))
            || question.word(at).is_some_and(|word| is_among(BELONGING, &word.folded))
    };
    let strange: Vec<usize> = question.content().into_iter().filter(|at| !is_told(*at)).collect();
    let party = match others.first() {
        Some((_, entries)) if strange.is_empty() => Party::Known(entries.clone()),
        None if strange.is_empty() && question.says_iom() => {
            let iom = EntryRef::find(&asked.library.knowledge, "iom")?;
            // Nothing belongs to itself: `is there an IOM office`.
            if body.entries.contains(&iom) {
                return None;
            }
            Party::Known(vec![iom])
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
    // Only a statement that lists its members can leave somebody out: `IOM has 175 member states` cannot.
    if piece.is_none() && !lists_bodies(asked, fact, body) {
        return Some(Answer::unknown(Unknown::Detail { nearest: fact }));
    }
    let remark = piece.is_none().then_some(Remark::NotNamed(party));
    let answer = card::of_entry(asked, fact, &[]);
    let first = piece.into_iter().collect();
    matches!(answer.body, Body::Fact { .. }).then_some(Answer { remark, first, ..answer })
}

/// Whether a statement names several bodies beside the one that they are in.
fn lists_bodies(asked: &Asked<'_>, fact: EntryRef, whole: &Mention) -> bool {
    let places = 0..asked.library.knowledge.organisations.len();
    let bodies = places.map(|at| EntryRef { kind: Kind::Organisation, at });
    let others = bodies.filter(|body| !whole.entries.contains(body));
    let named = others.filter(|body| naming(asked, fact, &asked.library.stems_of_names(*body)).is_some());
    named.take(2).count() == 2
}

/// The answer, if one person and one body are named, and nothing else is said.
fn person_in_a_body(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let opening = question.words.iter().find(|word| word.part != Part::Filler)?;
    let is_open = opening.part == Part::Cue(Cue::Auxiliary) || is_tagged(question);
    let plain = |word: &Word| {
        matches!(
            word.part,
            Part::Filler | Part::Soft | Part::Content | Part::Cue(Cue::Auxiliary | Cue::At | Cue::People | Cue::Not)
        )
    };
    if !is_open || !question.words.iter().all(plain) || !question.says_any(COMING_FROM) {
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
    let is_covered = |at: &usize| person_at.covers(*at) || bodies.iter().any(|(mention, _)| mention.covers(*at));
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

/// Whether these words stand together right after the verb, and before a word for belonging: `is the IMF in`.
fn is_a_name(asked: &Asked<'_>, opening: usize, strange: &[usize]) -> bool {
    let question = &asked.question;
    let (Some(first), Some(last)) = (strange.first(), strange.last()) else { return false };
    let is_filler = |at: usize| question.is(at, Part::Filler);
    let belongs = |word: &str| BELONGING.split_ascii_whitespace().chain(["in", "on", "a"]).any(|known| known == word);
    (opening + 1..*first).all(is_filler)
        && last - first + 1 == strange.len()
        && question.word(last + 1).is_some_and(|word| belongs(&word.folded))
}

/// The statement that is called the members of a body.
fn members_of(asked: &Asked<'_>, body: &Mention) -> Option<EntryRef> {
    let library = asked.library;
    let member = library.index.vocabulary.stem("members")?;
    let words: Vec<&QueryWord> = (body.first..=body.last)
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
