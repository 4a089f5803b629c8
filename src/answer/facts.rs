//! Facts that replaced one another: the same statement at several dates.
//!
//! The one idea: a chain is one subject. A question with a date is answered from the link that held then.

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

/// The link that held in a span: the one dated in it, else the last before it. Without a date the newest.
pub(crate) fn held_in(knowledge: &Knowledge, at: usize, span: Option<TimeSpan>) -> Option<usize> {
    let links = chain(knowledge, at);
    let Some(span) = span else { return links.last().copied() };
    let date = |at: &usize| knowledge.facts.get(*at).and_then(|fact| fact.as_of);
    let inside = |at: &&usize| date(at).is_some_and(|date| span.touches(date.first_day(), date.last_day()));
    let earlier = |at: &&usize| date(at).is_some_and(|date| date.last_day() < span.from);
    links.iter().rev().find(inside).or_else(|| links.iter().rev().find(earlier)).copied()
}
