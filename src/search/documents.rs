//! What of an entry is searched, field by field.
//!
//! The one idea: an entry is found by the names of everybody in it as well, short forms and other spellings included,
//! so a question about the MED finds a meeting whose file names the ministry by its id.

use super::entry_ref::EntryRef;
use super::weights::{FIELD_BODY, FIELD_NAME, FIELD_PEOPLE, FIELD_PLACE_AND_DATE, FIELD_TOPIC};
use crate::knowledge::{Conflict, Fact, GlossaryTerm, Kind, Knowledge, Meeting, Organisation, Person};
use crate::text::PartialDate;

/// The part of an entry a word stands in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Field {
    Name,
    People,
    Topic,
    PlaceAndDate,
    Body,
}

impl Field {
    /// Whether it is running text.
    pub(super) fn is_body(self) -> bool {
        matches!(self, Self::Body)
    }

    /// How much a mention there counts.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Name => FIELD_NAME,
            Self::People => FIELD_PEOPLE,
            Self::Topic => FIELD_TOPIC,
            Self::PlaceAndDate => FIELD_PLACE_AND_DATE,
            Self::Body => FIELD_BODY,
        }
    }
}

/// The searched text of an entry.
pub(super) fn fields_of(knowledge: &Knowledge, entry: EntryRef) -> Vec<(Field, String)> {
    let fields = match entry.kind {
        Kind::Fact => knowledge.facts.get(entry.at).map(fact),
        Kind::Meeting => knowledge.meetings.get(entry.at).map(|meeting| self::meeting(knowledge, meeting)),
        Kind::Organisation => knowledge.organisations.get(entry.at).map(organisation),
        Kind::Person => knowledge.people.get(entry.at).map(|person| self::person(knowledge, person)),
        Kind::Glossary => knowledge.glossary.get(entry.at).map(term),
    };
    fields.unwrap_or_default()
}

fn fact(fact: &Fact) -> Vec<(Field, String)> {
    let mut fields = vec![(Field::Name, fact.title.clone()), (Field::Name, fact.aliases.join(" · "))];
    fields.push((Field::Topic, fact.topic.replace('-', " ")));
    fields.push((Field::Body, fact.text.clone()));
    fields.extend(fact.as_of.map(|date| (Field::PlaceAndDate, date_words(date))));
    fields.extend(conflicts(&fact.conflicts));
    fields
}

fn meeting(knowledge: &Knowledge, meeting: &Meeting) -> Vec<(Field, String)> {
    let mut fields = vec![(Field::Name, meeting.title.clone()), (Field::Name, meeting.aliases.join(" · "))];
    if let Some(series) = &meeting.series {
        fields.push((Field::Name, names(knowledge, &series.id)));
    }
    let people = [&meeting.organisers, &meeting.chairs, &meeting.speakers, &meeting.attendees];
    for participant in people.into_iter().flatten() {
        fields.extend(participant.references().map(|reference| (Field::People, names(knowledge, reference))));
        fields.extend(participant.role().map(|role| (Field::People, role.to_owned())));
    }
    fields.push((Field::Topic, meeting.topics.join(" · ")));
    let dates = meeting.date.start.into_iter().chain(meeting.date.end);
    fields.extend(dates.map(|date| (Field::PlaceAndDate, date_words(date))));
    fields.extend(meeting.place.iter().map(|place| (Field::PlaceAndDate, place.clone())));
    fields.push((Field::Body, meeting.summary.clone()));
    fields.extend(meeting.outcome.iter().chain(&meeting.iom_note).map(|text| (Field::Body, text.clone())));
    fields.extend(meeting.decisions.iter().chain(&meeting.date.note).map(|text| (Field::Body, text.clone())));
    fields.extend(conflicts(&meeting.conflicts));
    fields
}

fn conflicts(conflicts: &[Conflict]) -> impl Iterator<Item = (Field, String)> {
    let texts = |conflict: &Conflict| {
        let readings: Vec<&str> = conflict.readings.iter().map(|reading| reading.says.as_str()).collect();
        (Field::Body, format!("{} · {}", conflict.about, readings.join(" · ")))
    };
    conflicts.iter().map(texts)
}

fn organisation(organisation: &Organisation) -> Vec<(Field, String)> {
    let mut fields = vec![(Field::Name, organisation.name.clone())];
    fields.push((Field::Name, organisation.acronyms.join(" · ")));
    fields.push((Field::Name, organisation.aliases.join(" · ")));
    fields.extend(organisation.country.iter().map(|country| (Field::Name, country.clone())));
    fields.extend(organisation.text.iter().map(|text| (Field::Body, text.clone())));
    fields
}

fn person(knowledge: &Knowledge, person: &Person) -> Vec<(Field, String)> {
    let mut fields = vec![(Field::Name, person.name.clone()), (Field::Name, person.aliases.join(" · "))];
    for role in &person.roles {
        fields.push((Field::Topic, role.role.clone()));
        fields.extend(role.organisation.iter().map(|id| (Field::People, names(knowledge, id))));
    }
    fields.extend(person.text.iter().map(|text| (Field::Body, text.clone())));
    fields
}

fn term(term: &GlossaryTerm) -> Vec<(Field, String)> {
    let mut fields = vec![(Field::Name, term.term.clone()), (Field::Name, term.aliases.join(" · "))];
    fields.extend(term.stands_for.iter().map(|text| (Field::Name, text.clone())));
    fields.push((Field::Body, term.text.clone()));
    fields
}

/// Every form an organisation or person is known by; the reference itself where it has no entry.
fn names(knowledge: &Knowledge, reference: &str) -> String {
    if let Some(organisation) = knowledge.organisation(reference) {
        let forms = std::iter::once(&organisation.name).chain(&organisation.acronyms).chain(&organisation.aliases);
        return forms.chain(&organisation.country).map(String::as_str).collect::<Vec<_>>().join(" · ");
    }
    if let Some(person) = knowledge.person(reference) {
        return std::iter::once(&person.name)
            .chain(&person.aliases)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" · ");
    }
    reference.replace('-', " ")
}

/// `2016 July 21`: people name the month in letters.
fn date_words(date: PartialDate) -> String {
    let day = date.first_day();
    match date {
        PartialDate::Year(year) => format!("{year}"),
        PartialDate::Month(..) => day.strftime("%Y %B").to_string(),
        PartialDate::Day(_) => day.strftime("%Y %B %-d").to_string(),
    }
}
