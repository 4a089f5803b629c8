//! Was X at Y: questions that are answered with yes, or with what the list leaves open.
//!
//! The one idea: the sentence is cut at its verb; one side names who, the other the meeting. Who is not in the list is
//! never said to have been absent.

use super::ask::Asked;
use super::found::{Answer, Body, Party, Role};
use super::lexicon::Cue;
use super::listing;
use super::meetings::took_part;
use super::question::Part;
use super::subject::Subject;
use crate::knowledge::Kind;
use crate::search::EntryRef;

/// The answer, if the question can be answered with yes.
pub(super) fn participation(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let opening = question.words.iter().position(|word| word.part != Part::Filler)?;
    let opens = question.word(opening).is_some_and(|word| word.part == Part::Cue(Cue::Auxiliary));
    if !opens || question.has_any(&[Cue::Who, Cue::When, Cue::Where, Cue::Which, Cue::HowMany, Cue::Complete, Cue::What]) {
        return None;
    }
    let (cut, part) = verb(asked, opening)?;
    let by = question.position(Cue::By).filter(|by| *by > cut && *by <= cut + 2);
    let (who, meeting) = match by {
        Some(by) => (by + 1..question.words.len(), opening + 1..cut),
        None => (opening + 1..cut, cut + 1..question.words.len()),
    };
    let parties = parties(asked, who);
    if parties.is_empty() {
        return None;
    }
    let places: Vec<usize> = meeting.filter(|&at| question.word(at).is_some_and(|word| matches!(word.part, Part::Content | Part::Soft))).collect();
    match asked.subject(&places, &[Kind::Meeting]) {
        Subject::One(hit) => Some(verdict(asked, hit.entry, hit.score, parties, part)),
        Subject::Nothing if asked.context.is_none() => listing::with_party(asked, parties, part),
        other => Some(asked.without_subject(other)),
    }
}

/// The answer for a meeting and those asked about.
pub(super) fn verdict(asked: &Asked<'_>, entry: EntryRef, score: f32, parties: Vec<Party>, part: Role) -> Answer {
    let meeting = asked.library.knowledge.meetings.get(entry.at);
    let found = |who: &Party| meeting.is_some_and(|meeting| took_part(asked.library, meeting, who, part));
    let who = parties.into_iter().map(|who| (found(&who), who)).map(|(found, who)| (who, found)).collect();
    Answer::about(Body::Participation { meeting: entry.at, who, part }, entry, score)
}

/// Where the sentence is cut, and the part asked for.
fn verb(asked: &Asked<'_>, opening: usize) -> Option<(usize, Role)> {
    let question = &asked.question;
    let verbs = [(Cue::Chair, Role::Chair), (Cue::Organise, Role::Organiser), (Cue::Speak, Role::Speaker), (Cue::Attend, Role::Any)];
    let spoken = verbs.into_iter().filter_map(|(cue, part)| question.position(cue).map(|at| (at, part))).find(|(at, _)| *at > opening);
    let there = |(at, word): (usize, &super::question::Word)| (at > opening && matches!(word.folded.as_str(), "at" | "there" | "in")).then_some((at, Role::Any));
    spoken.or_else(|| question.words.iter().enumerate().find_map(there))
}

/// Everybody named in a stretch of the sentence.
fn parties(asked: &Asked<'_>, places: std::ops::Range<usize>) -> Vec<Party> {
    let is_party = |entry: EntryRef| matches!(entry.kind, Kind::Organisation | Kind::Person);
    let mentioned = asked.question.mentioned(is_party);
    let inside = mentioned.into_iter().filter(|(mention, _)| places.contains(&mention.first) && places.contains(&mention.last));
    let mut taken = Vec::new();
    let mut parties: Vec<(usize, Party)> = Vec::new();
    for (mention, entries) in inside {
        taken.extend(mention.first..=mention.last);
        parties.push((mention.first, Party::Known(entries)));
    }
    // What bears no entry's name is taken as typed, word by word until something else stands between.
    let mut name: Vec<&str> = Vec::new();
    let mut start = 0;
    for at in places.clone().chain([places.end]) {
        let word = asked.question.word(at).filter(|word| places.contains(&at) && word.part == Part::Content && !taken.contains(&at));
        match word {
            Some(word) => {
                if name.is_empty() {
                    start = at;
                }
                name.push(&word.shown);
            }
            None if !name.is_empty() => {
                parties.push((start, Party::Named(name.join(" "))));
                name.clear();
            }
            None => {}
        }
    }
    parties.sort_by_key(|(at, _)| *at);
    parties.into_iter().map(|(_, party)| party).collect()
}
