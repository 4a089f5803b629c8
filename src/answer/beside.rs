//! What several names mean, beside each other: `difference between AHTU and ATO`, `is OIM the same as IOM`.
//!
//! The one idea: names that stand for one thing are said to; others are each explained, and nobody is told how they differ.

use super::asked::Asked;
use super::found::{Answer, Body, Matched};
use super::lexicon::Cue;
use super::word::Word;
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention, Scored};

/// Kinds that explain a name, the one that does it best first.
const EXPLAINING: [Kind; 4] = [Kind::Glossary, Kind::Organisation, Kind::Fact, Kind::Person];

/// The answer, if two names or more are compared and nothing else is said.
pub(super) fn beside(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if !(question.has(Cue::Compare) || question.says_any("same different")) || question.asked_date().is_some() {
        return None;
    }
    let named: Vec<(&Mention, EntryRef)> = question
        .mentioned(|entry| entry.kind != Kind::Meeting)
        .into_iter()
        .filter_map(|(mention, entries)| {
            let of_kind = |kind: &Kind| entries.iter().copied().find(|entry| entry.kind == *kind);
            Some((mention, EXPLAINING.iter().find_map(of_kind)?))
        })
        .collect();
    let is_named = |at: &usize| {
        let is_of_all =
            |word: &Word| named.iter().all(|(_, entry)| asked.library.index.likeness(*entry, &word.query).is_some());
        named.iter().any(|(mention, _)| mention.covers(*at)) || question.word(*at).is_some_and(is_of_all)
    };
    if named.len() < 2 || !question.content().iter().all(is_named) {
        return None;
    }
    let mut entries: Vec<EntryRef> = Vec::new();
    for (_, entry) in &named {
        if !entries.contains(entry) {
            entries.push(*entry);
        }
    }
    let scored = entries.iter().map(|entry| Scored { entry: *entry, score: 1.0 }).collect();
    let matched = named
        .iter()
        .map(|(mention, _)| Matched::plain(&question.shown(&(mention.first..=mention.last).collect::<Vec<_>>())));
    Some(Answer::new(Body::Beside(entries), scored, matched.collect()))
}
