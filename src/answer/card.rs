//! One entry as the answer: the sides that were asked for, corrected where the question was wrong.
//!
//! The one idea: a side that the source does not give is not known; it is never replaced by another side in silence.

use super::asked::Asked;
use super::aspects::asks_for_moment;
use super::dated::is_a_slip_from;
use super::facts;
use super::found::{Answer, AskedDate, Aspect, Body, Piece, Unknown};
use super::leading::{leading, with_a_year, with_more_numbers};
use super::meetings::{can_be_of, is_iom};
use super::subject::Hit;
use crate::knowledge::{Conflict, Kind, Meeting};
use crate::search::{EntryRef, Mention, Scored};
use crate::text::{Token, tokens};

/// The answer about the entry found.
pub(super) fn of_hit(asked: &Asked<'_>, hit: &Hit, aspects: &[Aspect]) -> Answer {
    let mut answer = of_entry(asked, hit.entry, aspects);
    if !matches!(answer.body, Body::Unknown(_)) {
        let first = answer.entries.first().map(|first| first.entry);
        answer.entries = first.map(|entry| Scored { entry, score: hit.score }).into_iter().collect();
        let others = hit.others.iter().filter(|other| Some(other.entry) != first);
        answer.entries.extend(others.take(9));
        answer.matched.clone_from(&hit.matched);
    }
    answer
}

/// The answer about an entry.
pub(super) fn of_entry(asked: &Asked<'_>, entry: EntryRef, aspects: &[Aspect]) -> Answer {
    match entry.kind {
        Kind::Meeting => of_meeting(asked, entry, aspects),
        _ if asked.question.has_detail() => Answer::unknown(Unknown::Detail { nearest: entry }),
        Kind::Fact => of_fact(asked, entry),
        Kind::Organisation => Answer::about(Body::Organisation { at: entry.at }, entry, 1.0),
        Kind::Person => Answer::about(Body::Person { at: entry.at }, entry, 1.0),
        Kind::Glossary => Answer::about(Body::Term { at: entry.at }, entry, 1.0),
    }
}

fn of_meeting(asked: &Asked<'_>, entry: EntryRef, aspects: &[Aspect]) -> Answer {
    let Some(meeting) = asked.library.knowledge.meetings.get(entry.at) else {
        return Answer::unknown(Unknown::Nothing { nearest: None });
    };
    // A wrong premise is corrected before a missing detail is regretted.
    let is_taken_for_iom = asked.question.says_iom() && !is_iom(meeting);
    if asked.question.has_detail() && !is_taken_for_iom {
        return Answer::unknown(Unknown::Detail { nearest: entry });
    }
    let known = super::aspects::told(asked, meeting, entry, aspects);
    if known.is_empty()
        && !is_taken_for_iom
        && let Some(&aspect) = aspects.first()
    {
        return Answer::unknown(Unknown::NotRecorded { meeting: entry.at, aspect });
    }
    let correction = asked.question.asked_date().filter(|date| is_contradicted(meeting, *date));
    // Only what is surely meant is corrected: a meeting of another year that shares some words is another meeting.
    let content = asked.question.content();
    let is_meant = asked.context == Some(entry)
        || content.is_empty()
        || asked.question.asked_date().is_some_and(|date| is_a_slip_from(meeting, date))
        || asked.is_called(entry, &content)
        || asked.question.mentions.iter().any(|mention| mention.words > 1 && names_it(asked, mention, entry));
    if correction.is_some() && !is_meant {
        return Answer::unknown(Unknown::Detail { nearest: entry });
    }
    let first = first(asked, entry, meeting, &known);
    Answer { first, ..Answer::about(Body::Meeting { at: entry.at, aspects: known, correction }, entry, 1.0) }
}

/// The parts of the meeting's text that tell more of what was asked than what would stand first.
fn first(asked: &Asked<'_>, entry: EntryRef, meeting: &Meeting, aspects: &[Aspect]) -> Vec<Piece> {
    match aspects {
        [] => leading(asked, entry),
        // When it began is told by the text, where the meeting itself has no date.
        [Aspect::When, Aspect::Discussed] if meeting.date.start.is_none() && asks_for_moment(asked) => {
            with_a_year(asked, entry)
        }
        [Aspect::HowSure] => about_the_date(meeting),
        [Aspect::AttendeeCount] => {
            let count = meeting.attendee_count.and_then(|count| with_more_numbers(asked, entry, count));
            count.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The points on which the sources differ about when it was.
fn about_the_date(meeting: &Meeting) -> Vec<Piece> {
    let is_of_date = |conflict: &Conflict| {
        let dates = |token: Token| matches!(token.folded.as_str(), "day" | "date" | "month" | "year" | "when");
        tokens(&conflict.about).into_iter().any(dates)
    };
    let told = meeting.conflicts.iter().enumerate().filter(|(_, conflict)| is_of_date(conflict));
    told.map(|(at, _)| Piece::Conflict(at)).collect()
}

/// Whether a name is the meeting's own, or that of its series.
pub(super) fn names_it(asked: &Asked<'_>, mention: &Mention, entry: EntryRef) -> bool {
    let knowledge = &asked.library.knowledge;
    let series = knowledge.meetings.get(entry.at).and_then(|meeting| meeting.series.as_ref());
    let is_series = |other: &EntryRef| series.is_some_and(|series| other.id(knowledge) == series.id);
    mention.entries.iter().any(|other| *other == entry || is_series(other))
}

/// Whether the meeting's date is known and another one.
fn is_contradicted(meeting: &Meeting, date: AskedDate) -> bool {
    meeting.date.start.is_some() && !can_be_of(meeting, date)
}

fn of_fact(asked: &Asked<'_>, entry: EntryRef) -> Answer {
    let knowledge = &asked.library.knowledge;
    if knowledge.facts.get(entry.at).is_some_and(|fact| fact.withheld) {
        return Answer::unknown(Unknown::Withheld);
    }
    let span = asked.question.timing.span;
    let has_chain = facts::chain(knowledge, entry.at).len() > 1;
    // A name that one link alone bears means that link, whatever came after it.
    let own_name = |mention: &Mention| {
        let chain = facts::chain(knowledge, entry.at);
        let words: Vec<usize> = (mention.first..=mention.last).filter(|&at| asked.question.is_telling(at)).collect();
        let bears_it = |at: &usize| *at != entry.at && asked.is_called(EntryRef { kind: Kind::Fact, at: *at }, &words);
        mention.words > 1 && mention.entries.contains(&entry) && !chain.iter().any(bears_it)
    };
    let at = if span.is_none() && asked.question.mentions.iter().any(own_name) {
        Some(entry.at)
    } else if has_chain {
        facts::held_in(knowledge, entry.at, span)
    } else {
        Some(entry.at)
    };
    match at {
        Some(at) => {
            let entry = EntryRef { kind: Kind::Fact, at };
            Answer { first: leading(asked, entry), ..Answer::about(Body::Fact { at, asked: span }, entry, 1.0) }
        }
        None => Answer::unknown(Unknown::Detail { nearest: entry }),
    }
}
