//! Who came for somebody: `who represented the Philippine Embassy at the visit`.
//!
//! The one idea: a body that sent somebody is named by its people there; where its name alone is recorded, that is said.

use std::ops::Range;

use super::asked::Asked;
use super::found::{Answer, Aspect, Body, Party, Remark, Role};
use super::lexicon::Cue;
use super::meetings::took_part;
use super::question::Question;
use super::subject::{Hit, Subject};
use super::word::{Part, Word};
use super::{card, participation};
use crate::knowledge::Kind;
use crate::search::EntryRef;
use crate::text::is_among;

/// Words for being at a meeting in the name of somebody.
const REPRESENTING: &str = "represented represent represents representing behalf";
/// Words for sending somebody to one.
const SENDING: &str = "send sent sends sending";

/// The answer, if it is asked who stood for a body at a meeting.
pub(super) fn represented(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if !question.has(Cue::Who) || question.has_any(&[Cue::HowMany, Cue::Not, Cue::Discuss, Cue::Decide]) {
        return None;
    }
    let bodies = question.mentioned(|entry| entry.kind == Kind::Organisation);
    let position = |list: &str| question.words.iter().position(|word| is_among(list, &word.folded));
    // `came from the Embassy of Japan`, `was there for UNODC`.
    let is_sender = |first: usize| {
        let mut before = question.words.get(..first).unwrap_or_default().iter().rev();
        let near = before.find(|word| word.folded != "the");
        let comes = question.has(Cue::Attend);
        near.is_some_and(|word| match word.folded.as_str() {
            "from" => comes || question.has(Cue::Anaphora),
            "for" => comes,
            _ => false,
        })
    };
    let named = match (position(REPRESENTING), position(SENDING)) {
        (Some(at), _) => bodies.iter().find(|(mention, _)| mention.first > at).or(bodies.first()),
        (None, Some(at)) => bodies.iter().rfind(|(mention, _)| mention.last < at),
        (None, None) => bodies.iter().find(|(mention, _)| is_sender(mention.first)),
    };
    let named = named.map(|(mention, entries)| (mention.first..mention.last + 1, entries.clone()));
    let (named, entries) = named.or_else(|| named_in_front(asked, position(REPRESENTING)?))?;
    let sender = Party::Known(entries);
    let is_said = |word: &Word| is_among(REPRESENTING, &word.folded) || is_among(SENDING, &word.folded);
    let says = |at: &usize| question.word(*at).is_some_and(is_said);
    let telling: Vec<usize> = question.telling().into_iter().filter(|at| !says(at)).collect();
    let is_content = |at: &usize| question.is(*at, Part::Content);
    let without: Vec<usize> = telling.iter().copied().filter(|at| !named.contains(at)).collect();
    let was_there = |hit: &Hit| {
        let meeting = asked.library.knowledge.meetings.get(hit.entry.at);
        meeting.is_some_and(|meeting| took_part(asked.library, meeting, &sender, Role::Any))
    };
    let found = |places: &[usize]| match asked.subject(places, &[Kind::Meeting]) {
        Subject::One(hit) => Some(hit),
        _ => None,
    };
    // The meeting may bear the body's name.
    let says_meeting = without.iter().any(is_content) || asked.context.is_some();
    let alone = says_meeting.then(|| found(&without)).flatten();
    let present = alone.clone().filter(was_there).or_else(|| found(&telling).filter(was_there));
    let Some(hit) = present else {
        // Nobody can have stood for a body that is not named there.
        let hit = alone.filter(|_| position(REPRESENTING).is_some())?;
        return Some(participation::verdict(asked, hit.entry, hit.score, vec![sender], Role::Any));
    };
    let answer = card::of_hit(asked, &hit, &[Aspect::Attendees]);
    matches!(answer.body, Body::Meeting { .. }).then(|| Answer { remark: Some(Remark::SentBy(sender)), ..answer })
}

/// The body between the word that asks and the meeting, where both together are the meeting's name: `represented the
/// Philippine Embassy at the visit to IOM`.
fn named_in_front(asked: &Asked<'_>, verb: usize) -> Option<(Range<usize>, Vec<EntryRef>)> {
    let words = &asked.question.words;
    let ends =
        |word: &Word| word.part == Part::Cue(Cue::At) || matches!(word.folded.as_str(), "when" | "during" | "on");
    let length = words.iter().skip(verb + 1).position(ends)?;
    let places = verb + 1..verb + 1 + length;
    let name: Vec<usize> = places.clone().collect();
    let alone = Question::read(asked.library, &asked.question.shown(&name), asked.today);
    let bodies = alone.mentioned(|entry| entry.kind == Kind::Organisation);
    bodies.into_iter().next().map(|(_, entries)| (places, entries))
}
