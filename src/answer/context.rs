//! What a question is about: what its words name, or what the answer was about that it replies to.
//!
//! The one idea: words that the entry replied to explains carry it on; only the name of another entry leaves it.

use super::asked::Asked;
use super::card;
use super::dated::on_date;
use super::found::{Answer, Body, Unknown};
use super::lexicon::Cue;
use super::meetings::is_iom;
use super::series::other_number;
use super::subject::{Hit, Subject, find};
use super::word::Part;
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention, Scored};

/// Words that mean the subject of the answer that is replied to, and nothing else.
const PRONOUNS: &str = "it its he him his she her they them their";

impl Asked<'_> {
    /// The subject: what the words name, or what the reply is about.
    pub(super) fn subject(&self, places: &[usize], kinds: &[Kind]) -> Subject {
        let context = self.context.filter(|entry| kinds.contains(&entry.kind));
        let question = &self.question;
        let numbered_only = places
            .iter()
            .filter(|&&at| question.is(at, Part::Content))
            .all(|at| question.timing.ordinals.iter().any(|ordinal| ordinal.token == *at));
        if let Some(entry) = context
            && numbered_only
            && let Some(other) = other_number(self.library, question, entry)
        {
            return other;
        }
        let says_nothing = !places.iter().any(|&at| question.is(at, Part::Content));
        if let Some(entry) = context
            && (says_nothing || question.has(Cue::Anaphora))
            && let Some(hit) = in_context(self, entry, places)
        {
            return Subject::One(hit);
        }
        if says_nothing
            && let Some(asked) = question.asked_date()
            && kinds.contains(&Kind::Meeting)
        {
            return self.ours(on_date(&self.library.knowledge, asked));
        }
        let found = find(self.library, question, places, kinds);
        let found = self.named_after_context(found);
        let Some(entry) = context else { return found };
        let telling: Vec<usize> = places.iter().copied().filter(|&at| question.is(at, Part::Content)).collect();
        // Another entry is meant only if it is called so; words that the context explains carry its subject on.
        if matches!(&found, Subject::One(hit) if self.is_called(hit.entry, &telling) && self.is_named_apart(hit.entry))
        {
            return found;
        }
        match in_context(self, entry, places) {
            Some(hit) => Subject::One(hit),
            None if question.says_any(PRONOUNS) => Subject::Partly(entry),
            None => found,
        }
    }

    /// Of several entries, the one whose name holds that of the entry replied to: the launch of a network, after the network.
    fn named_after_context(&self, found: Subject) -> Subject {
        let (Subject::Several(several), Some(context)) = (&found, self.context) else { return found };
        let names = self.library.stems_of_names(context);
        let holds_name = |hit: &&Scored| {
            let theirs = self.library.stems_of_names(hit.entry);
            let is_held =
                |name: &[_]| name.len() > 1 && theirs.iter().any(|their| name.iter().all(|stem| their.contains(stem)));
            hit.entry != context && names.iter().any(|name| is_held(name))
        };
        let mut theirs = several.iter().filter(holds_name);
        match (theirs.next(), theirs.next()) {
            (Some(one), None) => Subject::One(Hit::alone(one.entry, one.score)),
            _ => found,
        }
    }

    /// Of several meetings, those of IOM where it is IOM's that are asked for.
    fn ours(&self, found: Subject) -> Subject {
        let Subject::Several(several) = &found else { return found };
        let is_ours = |hit: &&Scored| self.library.knowledge.meetings.get(hit.entry.at).is_some_and(is_iom);
        let ours: Vec<Scored> = several.iter().filter(is_ours).copied().collect();
        match ours.as_slice() {
            _ if !self.question.says_iom() => found,
            [] => found,
            [one] => Subject::One(Hit::alone(one.entry, one.score)),
            _ => Subject::Several(ours),
        }
    }

    /// Whether a name of the entry stands in the question that is no everyday word.
    fn is_named_apart(&self, entry: EntryRef) -> bool {
        let is_name = |mention: &Mention| {
            mention.words > 1 || self.question.word(mention.first).is_some_and(|word| !word.query.is_everyday)
        };
        self.question.mentions.iter().any(|mention| mention.entries.contains(&entry) && is_name(mention))
    }

    /// What to say where there is no one subject.
    pub(super) fn without_subject(&self, subject: Subject) -> Answer {
        match subject {
            Subject::Several(entries) => Answer::new(Body::Choices, entries, Vec::new()),
            Subject::Foreign { word, nearest } => Answer::unknown(Unknown::Foreign { word, nearest }),
            Subject::Partly(nearest) if self.takes_for_iom(nearest) => card::of_entry(self, nearest, &[]),
            Subject::Partly(nearest) => Answer::unknown(Unknown::Detail { nearest }),
            Subject::Missing { number, known } => Answer::unknown(Unknown::Series { number, known }),
            Subject::Nothing | Subject::One(_) => Answer::unknown(Unknown::Nothing { nearest: self.context }),
        }
    }

    /// Whether the question names somebody else's event and takes it for IOM's: then that is corrected before all else.
    fn takes_for_iom(&self, entry: EntryRef) -> bool {
        let meeting = self.library.knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting);
        let named = self.question.mentions.iter().any(|mention| mention.words > 1 && mention.entries.contains(&entry));
        named && self.question.says_iom() && meeting.is_some_and(|meeting| !is_iom(meeting))
    }
}

/// The entry that a reply is about, if it explains the words of the reply.
pub(super) fn in_context(asked: &Asked<'_>, entry: EntryRef, places: &[usize]) -> Option<Hit> {
    let words = places.iter().filter_map(|&at| asked.question.word(at));
    let explained = words
        .filter(|word| word.part == Part::Content)
        .all(|word| asked.library.index.likeness(entry, &word.query).is_some());
    explained.then(|| Hit::alone(entry, 1.0))
}
