//! The knowledge base: all entries, immutable once loaded.
//!
//! The one idea: everything else refers to an entry by its id or by its kind and place, and this is where both are
//! looked up.

use std::collections::HashMap;
use std::path::PathBuf;

use rustc_hash::FxBuildHasher;

use super::{ExpectedAnswer, Fact, GlossaryTerm, Meeting, Organisation, Person};
use crate::text::{PartialDate, fold};

/// All that the bot knows.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// Statements about the organisation and its context.
    pub facts: Vec<Fact>,
    /// Meetings and events, IOM's and others'.
    pub meetings: Vec<Meeting>,
    /// Bodies that organise, host or attend.
    pub organisations: Vec<Organisation>,
    /// People named in sources.
    pub people: Vec<Person>,
    /// Terms and acronyms.
    pub glossary: Vec<GlossaryTerm>,
    /// Questions with what their answers must say.
    pub questions: Vec<ExpectedAnswer>,
    /// The first twelve hexadecimal digits of the content's SHA-256.
    pub version: String,
    /// Where it was read from.
    pub origin: Origin,
    by_id: HashMap<String, (Kind, usize), FxBuildHasher>,
    by_name: HashMap<String, (Kind, usize), FxBuildHasher>,
}

/// Where the knowledge was read from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Origin {
    /// The knowledge that the binary carries.
    BuiltIn,
    /// A folder.
    Folder(PathBuf),
}

/// The kinds of entries.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// A statement.
    Fact,
    /// A meeting or event.
    Meeting,
    /// A body.
    Organisation,
    /// A person.
    Person,
    /// A term.
    Glossary,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Fact, Self::Meeting, Self::Organisation, Self::Person, Self::Glossary];

    /// The name used in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Meeting => "meeting",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Glossary => "glossary",
        }
    }

    /// The folder its files stand in.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Fact => "facts",
            Self::Meeting => "meetings",
            Self::Organisation => "organisations",
            Self::Person => "people",
            Self::Glossary => "glossary",
        }
    }
}

/// The entries as read, before they are indexed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entries {
    pub(crate) facts: Vec<Fact>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) people: Vec<Person>,
    pub(crate) glossary: Vec<GlossaryTerm>,
    pub(crate) questions: Vec<ExpectedAnswer>,
}

impl Knowledge {
    /// Indexes entries that were found sound.
    pub(crate) fn new(entries: Entries, version: String, origin: Origin) -> Self {
        let Entries { facts, meetings, organisations, people, glossary, questions } = entries;
        let mut by_id = HashMap::default();
        let mut by_name = HashMap::default();
        let mut take = |kind: Kind, at: usize, id: &str, names: &mut dyn Iterator<Item = &str>| {
            by_id.entry(id.to_owned()).or_insert((kind, at));
            if matches!(kind, Kind::Organisation | Kind::Person) {
                for name in names {
                    by_name.entry(fold(name)).or_insert((kind, at));
                }
            }
        };
        for (at, fact) in facts.iter().enumerate() {
            take(Kind::Fact, at, &fact.id, &mut std::iter::empty());
        }
        for (at, meeting) in meetings.iter().enumerate() {
            take(Kind::Meeting, at, &meeting.id, &mut std::iter::empty());
        }
        for (at, body) in organisations.iter().enumerate() {
            let names = [body.name.as_str()].into_iter().chain(body.aliases.iter().map(String::as_str));
            take(Kind::Organisation, at, &body.id, &mut names.chain(body.acronyms.iter().map(String::as_str)));
        }
        for (at, person) in people.iter().enumerate() {
            let mut names = [person.name.as_str()].into_iter().chain(person.aliases.iter().map(String::as_str));
            take(Kind::Person, at, &person.id, &mut names);
        }
        for (at, term) in glossary.iter().enumerate() {
            take(Kind::Glossary, at, &term.id, &mut std::iter::empty());
        }
        Self { facts, meetings, organisations, people, glossary, questions, version, origin, by_id, by_name }
    }

    /// Where the entry with this id stands in the list of its kind.
    pub fn locate(&self, id: &str) -> Option<(Kind, usize)> {
        self.by_id.get(id).copied()
    }

    /// What a reference in a meeting means: the entry with that id, or the organisation or person of that name.
    pub fn resolve(&self, reference: &str) -> Option<(Kind, usize)> {
        let named = || if self.by_name.is_empty() { None } else { self.by_name.get(&fold(reference)).copied() };
        self.locate(reference).or_else(named)
    }

    /// The name of what a reference means; the reference itself where it has no entry of its own.
    pub fn name_of<'a>(&'a self, reference: &'a str) -> &'a str {
        self.resolve(reference).and_then(|(kind, at)| self.title(kind, at)).unwrap_or(reference)
    }

    /// The title, name or term of an entry.
    pub fn title(&self, kind: Kind, at: usize) -> Option<&str> {
        match kind {
            Kind::Fact => self.facts.get(at).map(|fact| fact.title.as_str()),
            Kind::Meeting => self.meetings.get(at).map(|meeting| meeting.title.as_str()),
            Kind::Organisation => self.organisations.get(at).map(|body| body.name.as_str()),
            Kind::Person => self.people.get(at).map(|person| person.name.as_str()),
            Kind::Glossary => self.glossary.get(at).map(|term| term.term.as_str()),
        }
    }

    /// The meeting with this id.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.locate(id).and_then(|(kind, at)| self.meetings.get(at).filter(|_| kind == Kind::Meeting))
    }

    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.locate(id).and_then(|(kind, at)| self.facts.get(at).filter(|_| kind == Kind::Fact))
    }

    /// The organisation that a reference means.
    pub fn organisation(&self, reference: &str) -> Option<&Organisation> {
        self.resolve(reference).and_then(|(kind, at)| self.organisations.get(at).filter(|_| kind == Kind::Organisation))
    }

    /// The person that a reference means.
    pub fn person(&self, reference: &str) -> Option<&Person> {
        self.resolve(reference).and_then(|(kind, at)| self.people.get(at).filter(|_| kind == Kind::Person))
    }

    /// The glossary term with this id.
    pub fn term(&self, id: &str) -> Option<&GlossaryTerm> {
        self.locate(id).and_then(|(kind, at)| self.glossary.get(at).filter(|_| kind == Kind::Glossary))
    }

    /// How many entries there are of each kind.
    pub fn counts(&self) -> [(Kind, usize); 5] {
        [
            (Kind::Fact, self.facts.len()),
            (Kind::Meeting, self.meetings.len()),
            (Kind::Organisation, self.organisations.len()),
            (Kind::Person, self.people.len()),
            (Kind::Glossary, self.glossary.len()),
        ]
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.counts().iter().map(|(_, count)| count).sum()
    }

    /// The latest date that any entry bears: how fresh the knowledge is.
    pub fn latest_date(&self) -> Option<PartialDate> {
        let facts = self.facts.iter().filter_map(|fact| fact.as_of);
        let meetings = self.meetings.iter().filter_map(|meeting| meeting.date.end.or(meeting.date.start));
        facts.chain(meetings).max_by_key(|date| date.first_day())
    }
}
