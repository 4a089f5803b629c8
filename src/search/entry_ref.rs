//! Which entry: its kind and its place in the knowledge.

use crate::knowledge::{Kind, Knowledge};

/// Points to an entry of the knowledge it was made from.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct EntryRef {
    pub(crate) kind: Kind,
    pub(crate) at: usize,
}

impl EntryRef {
    /// Every entry, facts and meetings first: of equal scores, the kind that says most comes first.
    pub(crate) fn all(knowledge: &Knowledge) -> impl Iterator<Item = Self> {
        let of = |kind, count| (0..count).map(move |at| Self { kind, at });
        of(Kind::Meeting, knowledge.meetings.len())
            .chain(of(Kind::Fact, knowledge.facts.len()))
            .chain(of(Kind::Glossary, knowledge.glossary.len()))
            .chain(of(Kind::Organisation, knowledge.organisations.len()))
            .chain(of(Kind::Person, knowledge.people.len()))
    }

    /// What entries are ordered by: the order of `all`.
    pub(crate) fn order(self) -> (u8, usize) {
        let kind = match self.kind {
            Kind::Meeting => 0,
            Kind::Fact => 1,
            Kind::Glossary => 2,
            Kind::Organisation => 3,
            Kind::Person => 4,
        };
        (kind, self.at)
    }

    /// The entry of this id, if there is one.
    pub(crate) fn find(knowledge: &Knowledge, id: &str) -> Option<Self> {
        knowledge.locate(id).map(|(kind, at)| Self { kind, at })
    }

    /// Its id.
    pub(crate) fn id(self, knowledge: &Knowledge) -> &str {
        let id = match self.kind {
            Kind::Fact => knowledge.facts.get(self.at).map(|entry| &entry.id),
            Kind::Meeting => knowledge.meetings.get(self.at).map(|entry| &entry.id),
            Kind::Organisation => knowledge.organisations.get(self.at).map(|entry| &entry.id),
            Kind::Person => knowledge.people.get(self.at).map(|entry| &entry.id),
            Kind::Glossary => knowledge.glossary.get(self.at).map(|entry| &entry.id),
        };
        id.map_or("", String::as_str)
    }

    /// Its title, name or term.
    pub(crate) fn title(self, knowledge: &Knowledge) -> &str {
        let title = match self.kind {
            Kind::Fact => knowledge.facts.get(self.at).map(|entry| &entry.title),
            Kind::Meeting => knowledge.meetings.get(self.at).map(|entry| &entry.title),
            Kind::Organisation => knowledge.organisations.get(self.at).map(|entry| &entry.name),
            Kind::Person => knowledge.people.get(self.at).map(|entry| &entry.name),
            Kind::Glossary => knowledge.glossary.get(self.at).map(|entry| &entry.term),
        };
        title.map_or("", String::as_str)
    }
}
