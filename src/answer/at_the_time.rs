//! What was so when a meeting was held: `was IOM part of the UN when the working group met`, `who led IOM at that point`.
//!
//! The one idea: the sentence is cut at `when` or `at the time of`; one side names a statement, the other a meeting, whose day is the day asked
//! for.

use super::asked::Asked;
use super::dated::on_date;
use super::found::{Answer, Body};
use super::lexicon::Cue;
use super::meetings::days;
use super::premise::MEETING;
use super::subject::{Subject, find};
use super::word::Part;
use super::{card, facts, offices};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention, Scored};
use crate::text::{TimeSpan, is_among};

/// Words at which the sentence may be cut.
const CUTS: &str = "when while during once";
/// What means the day of the meeting that is replied to.
const THEN: &[&[&str]] =
    &[&["at", "that", "point"], &["at", "that", "time"], &["at", "the", "time"], &["back", "then"], &["by", "then"]];
/// The same, where it ends the question.
const THEN_ALONE: &[&str] = &["then"];

/// The answer, if something is asked for as it was when a meeting was held.
pub(super) fn at_the_time(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let (fact, meeting) = meeting_replied_to(asked).or_else(|| two_sides(asked))?;
    if !fact.iter().any(|&at| question.is_telling(at)) || question.has_any(&[Cue::Speak, Cue::Discuss]) {
        return None;
    }
    let (first, last) = days(asked.library.knowledge.meetings.get(meeting.at)?)?;
    let hit = match find(asked.library, question, &fact, &[Kind::Fact]) {
        Subject::One(hit) if asked.is_called(hit.entry, &without_people(asked, &fact)) => hit,
        _ => offices::head_fact(asked, &fact)?,
    };
    let knowledge = &asked.library.knowledge;
    let span = TimeSpan { from: first, to: last };
    let held_then = |entry: EntryRef| match facts::chain(knowledge, entry.at).as_slice() {
        // Who held an office is told by statements that followed one another.
        [_] if question.has(Cue::Who) => None,
        [_] => knowledge.facts.get(entry.at)?.as_of.map(|_| entry.at),
        _ => facts::held_in(knowledge, entry.at, Some(span)),
    };
    // Where nothing is known of that time, another statement of the same name may tell when it began.
    let others = hit.others.iter().map(|other| other.entry).filter(|other| asked.is_called(*other, &fact));
    let held = [hit.entry].into_iter().chain(others).find_map(held_then)?;
    if knowledge.facts.get(held).is_some_and(|fact| fact.withheld) {
        return Some(card::of_hit(asked, &hit, &[]));
    }
    let entry = EntryRef { kind: Kind::Fact, at: held };
    let entries = [(entry, hit.score), (meeting, hit.score)].map(|(entry, score)| Scored { entry, score });
    Some(Answer::new(Body::AtTheTime { fact: held, meeting: meeting.at }, entries.into(), hit.matched))
}

/// The words before `when`, and the meeting that those after it name.
fn two_sides(asked: &Asked<'_>) -> Option<(Vec<usize>, EntryRef)> {
    let question = &asked.question;
    let opening = question.words.iter().position(|word| word.folded != "and" && word.folded != "so")?;
    let folded = |at: usize| question.word(at).map_or("", |word| word.folded.as_str());
    let is_cut = |at: &usize| {
        let is_word = is_among(CUTS, folded(*at));
        *at > opening + 1 && (is_word || (folded(*at) == "time" && folded(*at + 1) == "of"))
    };
    let cut = (0..question.words.len()).find(is_cut)?;
    let (before, after): (Vec<usize>, Vec<usize>) = question.telling().into_iter().partition(|at| *at < cut);
    Some((before, meeting_of(asked, &after)?))
}

/// The meeting that a side of the sentence names, or the one of its date.
fn meeting_of(asked: &Asked<'_>, places: &[usize]) -> Option<EntryRef> {
    let question = &asked.question;
    let is_held = |at: &usize| {
        let word = question.word(*at).map_or("", |word| word.folded.as_str());
        is_among(MEETING, word)
    };
    let named: Vec<usize> = places.iter().copied().filter(|at| !is_held(at)).collect();
    if let Subject::One(hit) = find(asked.library, question, &named, &[Kind::Meeting])
        && is_named(asked, hit.entry, &named)
    {
        return Some(hit.entry);
    }
    let is_of_it = |entry: EntryRef| {
        let held = |at: &usize| {
            question.word(*at).is_none_or(|word| asked.library.index.likeness(entry, &word.query).is_some())
        };
        named.iter().all(held)
    };
    match question.asked_date().map(|date| on_date(&asked.library.knowledge, date)) {
        Some(Subject::One(hit)) if is_of_it(hit.entry) => Some(hit.entry),
        _ => None,
    }
}

/// The words that tell what was so, without the names of people of whom it is asked.
fn without_people(asked: &Asked<'_>, places: &[usize]) -> Vec<usize> {
    let people = asked.question.mentioned(|entry| entry.kind == Kind::Person);
    let is_name = |at: &usize| people.iter().any(|(mention, _)| mention.covers(*at));
    let is_content = |at: &usize| asked.question.is(*at, Part::Content);
    places.iter().copied().filter(|at| is_content(at) && !is_name(at)).collect()
}

/// Whether the words at some places are, or hold, a name of the meeting or of its series.
fn is_named(asked: &Asked<'_>, entry: EntryRef, places: &[usize]) -> bool {
    let is_of_it = |mention: &Mention| {
        mention.words > 1 && places.contains(&mention.last) && card::names_it(asked, mention, entry)
    };
    asked.is_called(entry, places) || asked.question.mentions.iter().any(is_of_it)
}

/// `at that point`, after an answer about a meeting: the words that are left, and the meeting.
fn meeting_replied_to(asked: &Asked<'_>) -> Option<(Vec<usize>, EntryRef)> {
    let meeting = asked.context.filter(|entry| entry.kind == Kind::Meeting)?;
    let words = &asked.question.words;
    let is_at = |at: usize, phrase: &&&[&str]| {
        words
            .get(at..at + phrase.len())
            .is_some_and(|run| run.iter().zip(**phrase).all(|(word, known)| word.folded == *known))
    };
    // `then` alone means that time only at the end: `did they then agree`.
    let at_end = words.len().checked_sub(1).filter(|last| *last > 0 && is_at(*last, &&THEN_ALONE)).map(|at| (at, 1));
    let said = (1..words.len()).find_map(|at| Some((at, THEN.iter().find(|phrase| is_at(at, phrase))?.len())));
    let (at, length) = said.or(at_end)?;
    let rest = asked.question.telling().into_iter().filter(|place| !(at..at + length).contains(place));
    Some((rest.collect(), meeting))
}
