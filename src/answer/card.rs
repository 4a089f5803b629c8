//! One entry as the answer: the sides that were asked for, corrected where the question was wrong.
//!
//! The one idea: a side that the source does not give is not known; it is never replaced by another side in silence.

use super::asked::Asked;
use super::dated::is_a_slip_from;
use super::facts;
use super::found::{Answer, AskedDate, Aspect, Body, Remark, Unknown};
use super::leading;
use super::meetings::{can_be_of, is_iom};
use super::recorded;
use super::subject::Hit;
use crate::knowledge::{Kind, Meeting};
use crate::search::{EntryRef, Mention, Scored};

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
    let known = recorded::recorded(asked, meeting, entry, aspects);
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
    // What is not known of somebody else's event is said with the correction.
    let remark = aspects.first().filter(|_| known.is_empty() && is_taken_for_iom).map(|side| Remark::Side(*side));
    let first = leading::of_meeting(asked, entry, meeting, &known);
    Answer { remark, first, ..Answer::about(Body::Meeting { at: entry.at, aspects: known, correction }, entry, 1.0) }
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
            let first = leading::of_fact(asked, entry);
            Answer { first, ..Answer::about(Body::Fact { at, asked: span }, entry, 1.0) }
        }
        None => Answer::unknown(Unknown::Detail { nearest: entry }),
    }
}
