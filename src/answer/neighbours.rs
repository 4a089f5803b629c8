//! What was held before or after something, or on its day: `the next event after the visit to Sri Lanka`.
//!
//! The one idea: one event is named, or is the one replied to, and its days divide all others. Where it is named, the sentence
//! is cut at `before` or `after`; what precedes that only says what is wanted.

use jiff::civil::Date;

use super::asked::Asked;
use super::card;
use super::found::{Answer, AskedDate, Aspect, Body, IomFilter, MeetingList, Unknown};
use super::lexicon::Cue;
use super::listing::{filled, within};
use super::meetings::{days, is_held_within, is_iom, places};
use super::subject::{Subject, find};
use super::word::Part;
use crate::knowledge::{Kind, Meeting, Precision};
use crate::search::{EntryRef, Scored};
use crate::text::{TimeSpan, is_among};

/// The answer, if meetings around another are asked for.
pub(super) fn neighbours(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if let Some(answer) = same_day(asked).or_else(|| beside_the_last(asked)) {
        return Some(answer);
    }
    let order = |word: &str| matches!(word, "before" | "after" | "following");
    let cut = question.words.iter().position(|word| order(&word.folded))?;
    let wants_meetings = question.has_any(&[Cue::Meeting, Cue::Next, Cue::Latest]);
    let is_bare = question.content().iter().all(|at| *at > cut);
    if !wants_meetings || !is_bare || question.content().is_empty() {
        return None;
    }
    let named: Vec<usize> = question.telling().into_iter().filter(|at| *at > cut).collect();
    let Subject::One(hit) = find(asked.library, question, &named, &[Kind::Meeting]) else { return None };
    let knowledge = &asked.library.knowledge;
    let (first, last) = days(knowledge.meetings.get(hit.entry.at)?)?;
    let is_before = question.word(cut)?.folded == "before";
    let span = if is_before {
        TimeSpan { from: Date::MIN, to: first.yesterday().ok()? }
    } else {
        TimeSpan { from: last.tomorrow().ok()?, to: Date::MAX }
    };
    if question.words.iter().any(|word| word.part == Part::Cue(Cue::Meeting) && word.folded.ends_with('s')) {
        return Some(filled(asked, within(asked, AskedDate::Span(span)), &[]));
    }
    let is_inside = |meeting: &Meeting| {
        days(meeting).is_some_and(|(from, to)| span.from <= from && to <= span.to)
            && (!question.says_iom() || is_iom(meeting))
    };
    let held = places(knowledge, is_inside);
    let start = |at: &usize| knowledge.meetings.get(*at).and_then(days).map(|(from, _)| from);
    let nearest = if is_before { held.into_iter().max_by_key(start) } else { held.into_iter().min_by_key(start) };
    let at = nearest?;
    let body = Body::Meeting { at, aspects: vec![Aspect::When, Aspect::Discussed], correction: None };
    Some(Answer::about(body, EntryRef { kind: Kind::Meeting, at }, 1.0))
}

/// Words for what came before or after.
pub(super) const BEFORE: &str = "before previous prior preceding earlier";
pub(super) const AFTER: &str = "after following";

/// `and the one before that?`, in reply to a meeting: the nearest of the same side, all of its day.
fn beside_the_last(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let entry = asked.context.filter(|entry| entry.kind == Kind::Meeting)?;
    let knowledge = &asked.library.knowledge;
    let meeting = knowledge.meetings.get(entry.at)?;
    let is_before = question.says_any(BEFORE);
    let is_after = question.says_any(AFTER);
    let asks_otherwise = question.has_any(&[
        Cue::Who,
        Cue::Where,
        Cue::Why,
        Cue::HowMany,
        Cue::Compare,
        Cue::Decide,
        Cue::Discuss,
        Cue::Speak,
        Cue::Chair,
        Cue::Attend,
        Cue::Organise,
    ]);
    let is_numbered = meeting.series.as_ref().is_some_and(|series| series.number.is_some());
    let wants_another = question.says_any("one ones event events") || question.has_any(&[Cue::Meeting, Cue::What]);
    let is_order = |at: &usize| {
        question.word(*at).is_some_and(|word| is_among(BEFORE, &word.folded) || is_among(AFTER, &word.folded))
    };
    if is_before == is_after
        || asks_otherwise
        || is_numbered
        || !wants_another
        || !question.content().iter().all(is_order)
    {
        return None;
    }
    let (first, last) = days(meeting)?;
    let is_there = |other: &Meeting| {
        let is_beyond = |(from, to): (Date, Date)| if is_before { to < first } else { last < from };
        days(other).is_some_and(is_beyond) && (is_iom(other) || !is_iom(meeting))
    };
    let start = |at: &usize| knowledge.meetings.get(*at).and_then(days).map(|(from, _)| from);
    let others = places(knowledge, is_there);
    let starts = others.iter().filter_map(start);
    let day = if is_before { starts.max() } else { starts.min() }?;
    let of_day: Vec<Scored> = others
        .into_iter()
        .filter(|at| start(at) == Some(day))
        .map(|at| Scored { entry: EntryRef { kind: Kind::Meeting, at }, score: 1.0 })
        .collect();
    Some(match of_day.as_slice() {
        [one] => card::of_entry(asked, one.entry, &[]),
        _ => Answer::new(Body::Choices, of_day, Vec::new()),
    })
}

/// `what else was held that same day`, `was there another event on the day of the launch`
fn same_day(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let mut pairs = question.words.iter().zip(question.words.iter().skip(1));
    let is_same_day = pairs.any(|(same, day)| same.folded == "same" && matches!(day.folded.as_str(), "day" | "date"));
    if !is_same_day || question.has_any(&[Cue::Order, Cue::Compare]) {
        return None;
    }
    let knowledge = &asked.library.knowledge;
    let telling = question.telling();
    let entry = match find(asked.library, question, &telling, &[Kind::Meeting]) {
        Subject::One(hit) if !question.content().is_empty() => hit.entry,
        _ => asked.context.filter(|entry| entry.kind == Kind::Meeting && question.content().is_empty())?,
    };
    let meeting = knowledge.meetings.get(entry.at).filter(|meeting| meeting.date.precision == Precision::Day)?;
    let (from, to) = days(meeting)?;
    let list = within(asked, AskedDate::Span(TimeSpan { from, to }));
    let others = places(knowledge, |other| {
        other.id != meeting.id
            && is_held_within(other, AskedDate::Span(TimeSpan { from, to }))
            && (list.iom == IomFilter::All || is_iom(other))
    });
    let entries = others.iter().map(|&at| Scored { entry: EntryRef { kind: Kind::Meeting, at }, score: 1.0 }).collect();
    Some(match others.as_slice() {
        [] => Answer::unknown(Unknown::NothingElse { meeting: entry.at }),
        [at] => {
            let body = Body::Meeting { at: *at, aspects: Vec::new(), correction: None };
            Answer::about(body, EntryRef { kind: Kind::Meeting, at: *at }, 1.0)
        }
        _ => Answer::new(Body::Meetings(MeetingList { hits: others, ..list }), entries, Vec::new()),
    })
}
