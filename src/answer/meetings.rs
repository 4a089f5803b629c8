//! Lists of meetings: which match, in which order.
//!
//! The one idea: a list is filters, each of which a meeting passes or not; nothing is ranked, so nothing is guessed.

use jiff::civil::Date;

use super::found::{AskedDate, Party, Role};
use crate::knowledge::{IomRole, Kind, Knowledge, Meeting, OrganisationKind, Participant, Precision};
use crate::search::{EntryRef, Library, is_small_word};
use crate::text::{stem, tokens};

/// The first and the last day that a meeting can have been held on.
pub(crate) fn days(meeting: &Meeting) -> Option<(Date, Date)> {
    let start = meeting.date.start?;
    Some((start.first_day(), meeting.date.end.unwrap_or(start).last_day()))
}

/// Whether two days are those of one occasion: days far apart are two, not one that lasted all year.
pub(crate) fn is_one_occasion(first: Date, last: Date) -> bool {
    last.duration_since(first) < jiff::SignedDuration::from_hours(24 * 62)
}

/// Whether an entry is a meeting that may have been held on the date.
pub(crate) fn may_be_held_within(library: &Library, entry: EntryRef, asked: AskedDate) -> bool {
    let meeting = library.knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting);
    meeting.is_some_and(|meeting| can_be_of(meeting, asked))
}

/// Whether a meeting may have been held on the date: what is known only to the year may have been in any month of it.
pub(crate) fn can_be_of(meeting: &Meeting, asked: AskedDate) -> bool {
    days(meeting).is_some_and(|(first, last)| {
        if meeting.date.precision != Precision::Day || is_one_occasion(first, last) {
            asked.touches(first, last)
        } else {
            asked.touches(first, first) || asked.touches(last, last)
        }
    })
}

/// Whether a meeting is known to have been held within the date, which is no finer than what is known of the meeting.
pub(crate) fn is_held_within(meeting: &Meeting, asked: AskedDate) -> bool {
    let is_fine_enough = match meeting.date.precision {
        Precision::Day => true,
        Precision::Month => !asked.is_day(),
        Precision::Year | Precision::Unknown => asked.is_year_or_more(),
    };
    // What was worked out roughly is sure only where all of it fits.
    let is_inside = || days(meeting).is_some_and(|(first, last)| asked.holds(first, last));
    is_fine_enough && can_be_of(meeting, asked) && (meeting.date.precision == Precision::Day || is_inside())
}

/// The series of a meeting.
pub(crate) fn series_of(library: &Library, entry: EntryRef) -> Option<&str> {
    let meeting = library.knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting)?;
    meeting.series.as_ref().filter(|series| series.number.is_some()).map(|series| series.id.as_str())
}

/// The meetings of a series.
pub(crate) fn of_series(library: &Library, series: &str) -> Vec<usize> {
    let is_in = |meeting: &Meeting| meeting.series.as_ref().is_some_and(|known| known.id == series);
    places(&library.knowledge, is_in)
}

/// The places of the meetings that pass.
pub(crate) fn places(knowledge: &Knowledge, passes: impl Fn(&Meeting) -> bool) -> Vec<usize> {
    (0..knowledge.meetings.len()).filter(|&at| knowledge.meetings.get(at).is_some_and(&passes)).collect()
}

/// Newest first by the first day it can have been held on; meetings without a date last.
pub(crate) fn newest_first(knowledge: &Knowledge, hits: &mut [usize]) {
    hits.sort_by_cached_key(|&at| std::cmp::Reverse(knowledge.meetings.get(at).and_then(days).map(|(first, _)| first)));
}

/// The kind of body that somebody is, or came from.
pub(crate) fn kind_of(knowledge: &Knowledge, who: &Participant) -> OrganisationKind {
    let body = |reference: &str| match knowledge.resolve(reference)? {
        (Kind::Organisation, at) => knowledge.organisations.get(at).map(|body| body.kind),
        (Kind::Person, at) => {
            let employer = knowledge.people.get(at)?.roles.first()?.organisation.as_deref()?;
            knowledge.organisation(employer).map(|body| body.kind)
        }
        _ => None,
    };
    // A person's body stands after the person, and tells the kind.
    who.references().filter_map(body).last().unwrap_or_default()
}

/// Whether IOM had a part in it.
pub(crate) fn is_iom(meeting: &Meeting) -> bool {
    meeting.iom_role.is_some_and(|role| role != IomRole::None)
}

/// Who took some part in a meeting.
pub(crate) fn participants(meeting: &Meeting, part: Role) -> impl Iterator<Item = &Participant> {
    let wants = move |wanted: Role| part == wanted || part == Role::Any;
    let organisers = meeting.organisers.iter().filter(move |_| wants(Role::Organiser));
    let chairs = meeting.chairs.iter().filter(move |_| wants(Role::Chair));
    let speakers = meeting.speakers.iter().filter(move |_| wants(Role::Speaker));
    let attendees = meeting.attendees.iter().filter(move |_| part == Role::Any);
    organisers.chain(chairs).chain(speakers).chain(attendees)
}

/// Whether an entry is the organisation itself or its office in the country, not a body of it.
pub(crate) fn is_iom_itself(knowledge: &Knowledge, entry: EntryRef) -> bool {
    entry.kind == Kind::Organisation && matches!(entry.id(knowledge), "iom" | "iom-maldives")
}

/// Whether somebody took some part in a meeting, in person or through a body that belongs to them.
pub(crate) fn took_part(library: &Library, meeting: &Meeting, who: &Party, part: Role) -> bool {
    participants(meeting, part).any(|participant| is_participant(library, participant, who))
        || (part == Role::Any
            && is_iom(meeting)
            && matches!(who, Party::Known(entries) if entries.iter().any(|entry| is_iom_itself(&library.knowledge, *entry))))
}

/// Whether a participant is somebody, by name or by the office held there: `the Chief Justice`.
pub(crate) fn is_participant(library: &Library, participant: &Participant, who: &Party) -> bool {
    participant.references().any(|reference| means(library, reference, who))
        || matches!(who, Party::Named(name) if holds_office(library, participant, name))
}

/// Whether the words of an office are those of a participant's role and body, one of the role at least.
fn holds_office(library: &Library, participant: &Participant, office: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        let words = tokens(text).into_iter().filter(|token| !is_small_word(&token.folded));
        words.map(|token| stem(&token.folded).into_owned()).collect()
    };
    let Some(role) = participant.role() else { return false };
    let in_role = stems(role);
    let in_names: Vec<String> =
        participant.references().flat_map(|reference| stems(library.knowledge.name_of(reference))).collect();
    let asked = stems(office);
    asked.iter().any(|word| in_role.contains(word))
        && asked.iter().all(|word| in_role.contains(word) || in_names.contains(word))
}

/// Whether a reference means somebody: the entry itself, one that belongs to it, or a person of it.
pub(crate) fn means(library: &Library, reference: &str, who: &Party) -> bool {
    match who {
        Party::Known(entries) => {
            let Some((kind, at)) = library.knowledge.resolve(reference) else { return false };
            entries.iter().any(|entry| belongs(&library.knowledge, EntryRef { kind, at }, *entry))
        }
        Party::Named(name) => crate::search::same_name(reference, name),
    }
}

/// Whether an entry is the other one, or a body below it.
fn belongs(knowledge: &Knowledge, entry: EntryRef, to: EntryRef) -> bool {
    let mut current = entry;
    // A parent of a parent of a parent is as deep as bodies are nested; a loop ends here as well.
    for _ in 0..4 {
        if current == to {
            return true;
        }
        let parent = (current.kind == Kind::Organisation)
            .then(|| knowledge.organisations.get(current.at)?.parent.as_deref())
            .flatten()
            .and_then(|parent| EntryRef::find(knowledge, parent));
        match parent {
            Some(parent) => current = parent,
            None => return false,
        }
    }
    false
}
