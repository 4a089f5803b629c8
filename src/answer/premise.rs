//! Questions that take something for granted: `it was in New York, right`, `can you confirm they met on the 20th`.
//!
//! The one idea: a place or day is put aside; what the rest names is the meeting, and it is told where or when it was.

use super::asked::Asked;
use super::card;
use super::context::in_context;
use super::dated::is_a_slip_from;
use super::found::{Answer, Aspect, Party, Remark, Role};
use super::lexicon::{Cue, is_iom_word};
use super::meetings::{of_series, took_part};
use super::question::Question;
use super::subject::{Subject, find};
use super::word::{Part, Word};
use crate::knowledge::{Kind, Meeting};
use crate::search::{EntryRef, Mention};
use crate::text::{is_among, tokens};

/// Words that make a question of a statement when they end it.
const TAGS: &str = "right yes correct true ok okay no isnt wasnt werent arent didnt it they";
/// Words that ask whether something is so.
const CONFIRMING: &str = "confirm true correct right";
/// Words for people who are counted at a meeting.
const COUNTED: &str = "judges magistrates officers officials policemen police prosecutors people persons participants \
     attendees delegates guests members experts staff men women heads";
/// Words that make a bound of a number.
const BOUNDING: &str = "more less fewer over under above below least most about around exceed exceeded";
/// As many words as may stand between a number and whom it counts.
const REACH: usize = 3;
/// Words that leave everybody else out.
const ALONE: &str = "alone only sole solely single himself herself nobody";
/// What a body does when it holds a meeting.
pub(super) const MEETING: &str = "met meet meets meeting convened gathered held sat happened";

/// The answer, if what was taken for granted is not so.
pub(super) fn premise(asked: &Asked<'_>) -> Option<Answer> {
    if !asks_whether(asked) || asked.question.asks_openly() {
        return None;
    }
    another_number(asked).or_else(|| not_alone(asked)).or_else(|| another_day(asked)).or_else(|| another_place(asked))
}

/// Whether the answer is yes or no.
fn asks_whether(asked: &Asked<'_>) -> bool {
    let words = &asked.question.words;
    let opening = words.iter().find(|word| word.part != Part::Filler).map(|word| word.part);
    opening == Some(Part::Cue(Cue::Auxiliary))
        || is_tagged(&asked.question)
        || words.iter().take(5).any(|word| is_among(CONFIRMING, &word.folded))
}

/// Whether the question ends in a word that makes one of a statement.
pub(super) fn is_tagged(question: &Question) -> bool {
    question.words.last().is_some_and(|word| is_among(TAGS, &word.folded))
}

/// `were there 53 judges at the colloquium`: the meeting that the other words name, and how many were there.
fn another_number(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let number = |word: &Word| word.folded.parse::<u32>().ok().filter(|_| word.part == Part::Content);
    let at = question.words.iter().position(|word| number(word).is_some())?;
    let said = number(question.word(at)?)?;
    let is_counted = |word: &Word| is_among(COUNTED, &word.folded);
    if !question.words.iter().skip(at + 1).take(REACH).any(is_counted) {
        return None;
    }
    let rest: Vec<usize> = question.telling().into_iter().filter(|other| *other != at).collect();
    let Subject::One(hit) = asked.subject(&rest, &[Kind::Meeting]) else { return None };
    let count = asked.library.knowledge.meetings.get(hit.entry.at)?.attendee_count?;
    // `more than 30`, `5 from the High Court`: the number of all judges neither.
    let parties = question.mentioned(|entry| matches!(entry.kind, Kind::Organisation | Kind::Person));
    let is_part = parties.iter().any(|(mention, _)| mention.first > at && !is_in_its_name(asked, hit.entry, mention));
    let is_exact = !question.says_any(BOUNDING) && !is_part;
    let remark = is_exact.then_some(Remark::Agreed(count == said));
    Some(Answer { remark, ..card::of_hit(asked, &hit, &[Aspect::AttendeeCount]) })
}

/// Whether a mention stands in what a meeting is called.
fn is_in_its_name(asked: &Asked<'_>, meeting: EntryRef, mention: &Mention) -> bool {
    asked.is_called(meeting, &(mention.first..=mention.last).collect::<Vec<_>>())
}

/// `did Mohamed Anees chair it alone`, where another did so as well.
fn not_alone(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if !(question.has(Cue::Chair) && question.says_any(ALONE)) {
        return None;
    }
    let people = question.mentioned(|entry| entry.kind == Kind::Person);
    let (name, entries) = people.into_iter().next()?;
    let is_said = |at: &usize| name.covers(*at) || question.word(*at).is_some_and(|word| is_among(ALONE, &word.folded));
    let rest: Vec<usize> = question.telling().into_iter().filter(|at| !is_said(at)).collect();
    let Subject::One(hit) = asked.subject(&rest, &[Kind::Meeting]) else { return None };
    let meeting = asked.library.knowledge.meetings.get(hit.entry.at)?;
    let is_chair = took_part(asked.library, meeting, &Party::Known(entries), Role::Chair);
    (is_chair && meeting.chairs.len() > 1)
        .then(|| Answer { remark: Some(Remark::Agreed(false)), ..card::of_hit(asked, &hit, &[Aspect::Chairs]) })
}

/// `the Consular Working Group met on 20 July 2016`: the meeting of the series a day later.
fn another_day(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let date = question.asked_date().filter(|date| date.is_day())?;
    let bodies = question.mentioned(|entry| entry.kind == Kind::Organisation);
    let (body, entries) = bodies.first()?;
    let is_told = |at: &usize| {
        let is_meeting = |word: &Word| is_among(MEETING, &word.folded);
        body.covers(*at) || question.word(*at).is_some_and(is_meeting)
    };
    if !question.content().iter().all(is_told) {
        return None;
    }
    let knowledge = &asked.library.knowledge;
    let series = entries.iter().flat_map(|body| of_series(asked.library, body.id(knowledge)));
    let at = series
        .into_iter()
        .find(|at| knowledge.meetings.get(*at).is_some_and(|meeting| is_a_slip_from(meeting, date)))?;
    Some(card::of_entry(asked, EntryRef { kind: Kind::Meeting, at }, &[Aspect::When]))
}

/// `the Maldives was admitted in New York`: the meeting that the other words name, and where it was.
fn another_place(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let before = (0..question.words.len()).rev().find(|&at| {
        question.word(at).is_some_and(|word| matches!(word.folded.as_str(), "in" | "at"))
            && question.word(at + 1).is_some_and(|word| matches!(word.part, Part::Content | Part::Filler | Part::Soft))
    })?;
    let is_content = |at: &usize| question.is(*at, Part::Content);
    let skipped = usize::from(question.word(before + 1).is_some_and(|word| word.folded == "the"));
    // `New York` is a place though its words say nothing alone.
    let is_of_place = |at: &usize| {
        let says_little = || question.word(*at).is_some_and(|word| matches!(word.part, Part::Filler | Part::Soft));
        is_content(at) || (is_capital(question, *at) && says_little())
    };
    let place: Vec<usize> = (before + 1 + skipped..question.words.len()).take_while(is_of_place).collect();
    let rest: Vec<usize> = question.telling().into_iter().filter(|at| !place.contains(at)).collect();
    let is_name = |at: &usize| question.mentions.iter().any(|mention| mention.covers(*at));
    let is_soft = |at: &usize| question.is(*at, Part::Soft);
    // What is recorded is mostly in the country, but not all of it in the capital.
    let is_capital_city = |at: &usize| question.word(*at).is_some_and(|word| word.folded == "male");
    let in_capital = !place.is_empty() && place.iter().all(is_capital_city);
    if (place.iter().all(is_soft) && !in_capital) || place.iter().any(is_name) || !rest.iter().any(is_content) {
        return None;
    }
    // `at the Nalahiya Hotel event` is the event that was held there.
    let holds_all = |text: &str| {
        let held: Vec<String> = tokens(text).into_iter().map(|token| token.folded).collect();
        place.iter().all(|&at| question.word(at).is_some_and(|word| held.contains(&word.folded)))
    };
    let is_held_there = |meeting: &Meeting| meeting.place.as_deref().is_some_and(holds_all);
    if question.word(before).is_some_and(|word| word.folded == "at")
        && asked.library.knowledge.meetings.iter().any(is_held_there)
    {
        return None;
    }
    let hit = match find(asked.library, question, &rest, &[Kind::Meeting]) {
        Subject::One(hit) => hit,
        // One everyday word is enough beside a place that is written as a name.
        Subject::Partly(entry) if place.iter().all(|at| is_capital(question, *at)) => in_context(asked, entry, &rest)?,
        _ => return None,
    };
    let meeting = asked.library.knowledge.meetings.get(hit.entry.at)?;
    // `was IOM at the consultation in Malé` asks who was there, and only tells where.
    if in_capital && asks_of_somebody(asked, hit.entry, &rest) {
        return None;
    }
    let rest: Vec<usize> = rest.into_iter().filter(is_content).collect();
    let is_said = if in_capital {
        is_held_there(meeting) || meeting.place.is_none()
    } else {
        place.iter().all(|&at| {
            question.word(at).is_some_and(|word| asked.library.index.likeness(hit.entry, &word.query).is_some())
        })
    };
    if in_capital && is_held_there(meeting) {
        return Some(Answer { remark: Some(Remark::Agreed(true)), ..card::of_hit(asked, &hit, &[Aspect::Where]) });
    }
    // A place that is written as a name is one, whatever the meeting is called.
    if is_said || !(asked.is_called(hit.entry, &rest) || place.iter().all(|at| is_capital(question, *at))) {
        return None;
    }
    let aspects: &[Aspect] = if meeting.place.is_some() { &[Aspect::Where] } else { &[] };
    let remark = Some(Remark::Premise(question.shown(&place)));
    Some(Answer { remark, ..card::of_hit(asked, &hit, aspects) })
}

/// Whether more is said than what the meeting is called: somebody beside it, or what was done there.
fn asks_of_somebody(asked: &Asked<'_>, meeting: EntryRef, rest: &[usize]) -> bool {
    const DOING: [Cue; 6] = [Cue::Attend, Cue::Chair, Cue::Organise, Cue::Speak, Cue::Discuss, Cue::Decide];
    let question = &asked.question;
    let is_in_name = |at: usize| {
        let mut names = question.mentions.iter().filter(|mention| mention.covers(at));
        names.any(|mention| is_in_its_name(asked, meeting, mention))
    };
    let is_iom = |at: &usize| question.word(*at).is_some_and(|word| is_iom_word(&word.folded));
    let told: Vec<usize> = rest
        .iter()
        .copied()
        .filter(|&at| {
            question.word(at).is_some_and(|word| word.part == Part::Content && !is_among(MEETING, &word.folded))
        })
        .collect();
    !asked.is_called(meeting, &told)
        || (0..question.words.len()).any(|at| is_iom(&at) && !is_in_name(at))
        || question.has_any(&DOING)
}

/// Whether a word is written as a name.
fn is_capital(question: &Question, at: usize) -> bool {
    question.word(at).is_some_and(|word| word.shown.starts_with(char::is_uppercase))
}
