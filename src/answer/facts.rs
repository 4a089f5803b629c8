//! Facts that replaced one another: the same statement at several dates.
//!
//! The one idea: a chain is one subject. A question with a date is answered from the link that held then.

use jiff::civil::Date;

use crate::knowledge::Knowledge;
use crate::text::TimeSpan;

/// The places of all facts of a chain, oldest first; the fact alone where nothing replaced it.
pub(crate) fn chain(knowledge: &Knowledge, at: usize) -> Vec<usize> {
    let next = |at: usize| {
        let id = knowledge.facts.get(at)?.superseded_by.as_deref()?;
        knowledge.facts.iter().position(|fact| fact.id == id)
    };
    let before = |at: usize| {
        let id = &knowledge.facts.get(at)?.id;
        knowledge.facts.iter().position(|fact| fact.superseded_by.as_ref() == Some(id))
    };
    let mut links = vec![at];
    while let Some(earlier) = links.first().copied().and_then(before).filter(|earlier| !links.contains(earlier)) {
        links.insert(0, earlier);
    }
    while let Some(later) = links.last().copied().and_then(next).filter(|later| !links.contains(later)) {
        links.push(later);
    }
    links
}

/// The link that is nearest to a span: the one dated in it, else the one closest to it. Without a date the newest. Before
/// the first link nothing is known.
pub(crate) fn held_in(knowledge: &Knowledge, at: usize, span: Option<TimeSpan>) -> Option<usize> {
    let links = chain(knowledge, at);
    let Some(span) = span else { return links.last().copied() };
    let date = |at: &usize| knowledge.facts.get(*at).and_then(|fact| fact.as_of);
    let inside = |at: &&usize| date(at).is_some_and(|date| span.touches(date.first_day(), date.last_day()));
    let is_known = links.first().and_then(date).is_some_and(|first| first.first_day() <= span.to);
    let days = |at: &&usize| {
        let date = date(at)?;
        let apart = |one: Date, other: Date| one.duration_since(other).as_hours().unsigned_abs() / 24;
        Some(apart(span.from, date.last_day()).min(apart(span.to, date.first_day())))
    };
    let nearest = || links.iter().filter(|at| days(at).is_some()).min_by_key(days);
    links.iter().rev().find(inside).or_else(|| is_known.then(nearest)?).copied()
}
