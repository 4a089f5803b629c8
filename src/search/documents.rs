//! What of an entry is searched, field by field.
//!
//! The one idea: an entry is found by the names of everybody in it as well, short forms and other spellings included,
//! so a question about the MED finds a meeting whose file names the ministry by its id.

use super::entry_ref::EntryRef;
use super::weights::{FIELD_BODY, FIELD_NAME, FIELD_PEOPLE, FIELD_PLACE_AND_DATE, FIELD_TOPIC};
use crate::knowledge::{Conflict, Fact, GlossaryTerm, Kind, Knowledge, Meeting, Organisation, Person};
use crate::text::{PartialDate, month_word};

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

/// Calls with every piece of an entry's searched text.
pub(super) fn each_field(knowledge: &Knowledge, entry: EntryRef, call: &mut dyn FnMut(Field, &str)) {
    match entry.kind {
        Kind::Fact => knowledge.facts.get(entry.at).into_iter().for_each(|entry| fact(entry, call)),
        Kind::Meeting => knowledge.meetings.get(entry.at).into_iter().for_each(|entry| meeting(knowledge, entry, call)),
        Kind::Organisation => {
            knowledge.organisations.get(entry.at).into_iter().for_each(|entry| organisation(entry, call));
        }
        Kind::Person => knowledge.people.get(entry.at).into_iter().for_each(|entry| person(knowledge, entry, call)),
        Kind::Glossary => knowledge.glossary.get(entry.at).into_iter().for_each(|entry| term(entry, call)),
    }
}

/// Where a piece goes.
type Call<'a> = &'a mut dyn FnMut(Field, &str);

fn fact(fact: &Fact, call: Call<'_>) {
    call(Field::Name, &fact.title);
    fact.aliases.iter().for_each(|alias| call(Field::Name, alias));
    call(Field::Topic, &fact.topic);
    call(Field::Body, &fact.text);
    fact.as_of.into_iter().for_each(|date| date_words(date, call));
    conflicts(&fact.conflicts, call);
}

fn meeting(knowledge: &Knowledge, meeting: &Meeting, call: Call<'_>) {
    call(Field::Name, &meeting.title);
    meeting.aliases.iter().for_each(|alias| call(Field::Name, alias));
    if let Some(series) = &meeting.series {
        names(knowledge, &series.id, Field::Name, call);
    }
    let people = [&meeting.organisers, &meeting.chairs, &meeting.speakers, &meeting.attendees];
    for participant in people.into_iter().flatten() {
        participant.references().for_each(|reference| names(knowledge, reference, Field::People, call));
        participant.role().into_iter().for_each(|role| call(Field::People, role));
    }
    meeting.topics.iter().for_each(|topic| call(Field::Topic, topic));
    meeting.date.start.into_iter().chain(meeting.date.end).for_each(|date| date_words(date, call));
    meeting.place.iter().for_each(|place| call(Field::PlaceAndDate, place));
    call(Field::Body, &meeting.summary);
    meeting.outcome.iter().chain(&meeting.iom_note).for_each(|text| call(Field::Body, text));
    meeting.decisions.iter().chain(&meeting.date.note).for_each(|text| call(Field::Body, text));
    conflicts(&meeting.conflicts, call);
}

fn conflicts(conflicts: &[Conflict], call: Call<'_>) {
    for conflict in conflicts {
        call(Field::Body, &conflict.about);
        conflict.readings.iter().for_each(|reading| call(Field::Body, &reading.says));
    }
}

fn organisation(organisation: &Organisation, call: Call<'_>) {
    call(Field::Name, &organisation.name);
    organisation.acronyms.iter().chain(&organisation.aliases).for_each(|name| call(Field::Name, name));
    organisation.country.iter().for_each(|country| call(Field::Name, country));
    organisation.text.iter().for_each(|text| call(Field::Body, text));
}

fn person(knowledge: &Knowledge, person: &Person, call: Call<'_>) {
    call(Field::Name, &person.name);
    person.aliases.iter().for_each(|alias| call(Field::Name, alias));
    for role in &person.roles {
        call(Field::Topic, &role.role);
        role.organisation.iter().for_each(|id| names(knowledge, id, Field::People, call));
    }
    person.text.iter().for_each(|text| call(Field::Body, text));
}

fn term(term: &GlossaryTerm, call: Call<'_>) {
    call(Field::Name, &term.term);
    term.aliases.iter().chain(&term.stands_for).for_each(|name| call(Field::Name, name));
    call(Field::Body, &term.text);
}

/// Every form an organisation or person is known by; the reference itself where it has no entry.
fn names(knowledge: &Knowledge, reference: &str, field: Field, call: Call<'_>) {
    match knowledge.resolve(reference) {
        Some((Kind::Organisation, at)) => {
            let body = knowledge.organisations.get(at);
            body.into_iter()
                .flat_map(|body| {
                    [&body.name].into_iter().chain(&body.acronyms).chain(&body.aliases).chain(&body.country)
                })
                .for_each(|name| call(field, name));
        }
        Some((Kind::Person, at)) => {
            let person = knowledge.people.get(at);
            person
                .into_iter()
                .flat_map(|person| [&person.name].into_iter().chain(&person.aliases))
                .for_each(|name| call(field, name));
        }
        _ => call(field, reference),
    }
}

/// `2016`, `July`, `21`: people name the month in letters.
fn date_words(date: PartialDate, call: Call<'_>) {
    let day = date.first_day();
    let (month, number) = match date {
        PartialDate::Year(_) => (None, None),
        PartialDate::Month(..) => (Some(day.month()), None),
        PartialDate::Day(_) => (Some(day.month()), Some(day.day())),
    };
    call(Field::PlaceAndDate, &day.year().to_string());
    month.and_then(month_word).into_iter().for_each(|month| call(Field::PlaceAndDate, month));
    if let Some(number) = number {
        call(Field::PlaceAndDate, &number.to_string());
    }
}
