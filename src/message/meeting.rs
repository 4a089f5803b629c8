//! A meeting in words: in full, or the side of it that was asked for.
//!
//! The one idea: whatever side is asked for, the date, whose event it was, and what its sources leave open go with it.

use super::plain::{capitalised, listed, one_line, sentence, the};
use super::shape::{Message, Outcome};
use super::sources::{conflicts, links_of_all};
use super::{dates, names, next, premise_words, words};
use crate::answer::{AskedDate, Aspect, Party, Piece, Role, is_iom_itself, is_participant, kind_of, participants};
use crate::knowledge::{IomRole, Kind, Knowledge, Meeting, Participant};
use crate::search::{EntryRef, Library};
use crate::text::{PartialDate, sentences};

/// A meeting, or the sides of it asked for.
pub(super) fn card(
    knowledge: &Knowledge,
    at: usize,
    aspects: &[Aspect],
    correction: Option<AskedDate>,
    first: &[Piece],
) -> Message {
    let Some(meeting) = knowledge.meetings.get(at) else {
        return Message::new(Outcome::Unknown, words::TITLE_UNKNOWN, words::LEAD_NOTHING);
    };
    let mut said = Vec::new();
    if let Some(asked) = correction {
        let held = dates::in_sentence(meeting).unwrap_or_default();
        let is_day =
            matches!(asked, AskedDate::Yearless(Some(_), _)) || matches!(asked, AskedDate::Span(span) if span.is_day());
        let asked = dates::asked(asked);
        said.push(if is_day { words::correction(&held, &asked) } else { words::correction_month(&held, &asked) });
    }
    if meeting.iom_role == Some(IomRole::None) {
        said.push(words::NOT_IOM_SENTENCE.to_owned());
    }
    // A count or a date stands before what else is said of it; any other part that tells what was asked, before all.
    let is_beside = matches!(aspects, [Aspect::AttendeeCount | Aspect::When | Aspect::HowSure]);
    let leads = matches!(aspects, [] | [Aspect::When, Aspect::Discussed]);
    let pieces: Vec<String> = first.iter().filter_map(|piece| piece_of(meeting, *piece)).collect();
    said.extend(pieces.iter().filter(|_| leads).cloned());
    match aspects {
        [] => said.extend(about(meeting, first)),
        [Aspect::When, Aspect::Discussed] if !first.is_empty() => said.extend(about(meeting, first)),
        aspects => {
            // A date that was corrected was said.
            let is_said = |aspect: &Aspect| *aspect == Aspect::When && correction.is_some();
            let open = aspects.iter().filter(|aspect| !is_said(aspect));
            said.extend(open.map(|aspect| answer(knowledge, meeting, *aspect, first)));
            said.extend(others_there(knowledge, meeting, aspects));
        }
    }
    said.extend(pieces.iter().filter(|_| is_beside).cloned());
    let mut message = Message::new(Outcome::Answered, meeting.title.clone(), said.join(" "));
    fields(knowledge, meeting, aspects, &mut message);
    mark_said(meeting, aspects, &mut message);
    notes(knowledge, meeting, aspects, &mut message);
    message.notes.retain(|note| !pieces.contains(note));
    message.next = next::meeting(meeting, aspects);
    message
}

/// Whether somebody took part.
pub(super) fn participation(library: &Library, at: usize, who: &[(Party, bool)], part: Role) -> Message {
    let knowledge = &library.knowledge;
    let Some(meeting) = knowledge.meetings.get(at) else {
        return Message::new(Outcome::Unknown, words::TITLE_UNKNOWN, words::LEAD_NOTHING);
    };
    let mut said: Vec<String> = Vec::new();
    if meeting.iom_role == Some(IomRole::None) {
        said.push(words::NOT_IOM_SENTENCE.to_owned());
    }
    let is_own = |who: &Party| asks_of_iom(knowledge, who) && meeting.iom_role == Some(IomRole::None);
    for (who, found) in who {
        let name = party_name(knowledge, who);
        let own = is_own(who);
        said.push(match (found, meeting.attendees_complete, part) {
            (false, ..) if own => meeting.iom_note.as_deref().map(sentence).unwrap_or_default(),
            (true, ..) => {
                let role = participants(meeting, part).find(|participant| is_participant(library, participant, who));
                let said = role.map_or_else(|| name.clone(), |participant| names::said(knowledge, participant));
                words::took_part_yes(&name, part_taken(library, meeting, who, part), &said)
            }
            (false, true, Role::Any) => words::took_part_closed(&name),
            (false, false, Role::Any) => words::took_part_open(&name),
            (false, ..) => words::took_part_other(&name, part),
        });
    }
    let aspects = match part {
        Role::Chair => [Aspect::Chairs],
        Role::Organiser => [Aspect::Organisers],
        Role::Speaker => [Aspect::Speakers],
        Role::Any => [Aspect::Attendees],
    };
    // Whoever had the part is told to those who took somebody else for it.
    let is_told = who.iter().any(|(who, found)| *found || is_own(who));
    if part != Role::Any && !is_told && participants(meeting, part).next().is_some() {
        said.extend(aspects.iter().map(|aspect| answer(knowledge, meeting, *aspect, &[])));
    }
    let mut message = Message::new(Outcome::Answered, meeting.title.clone(), said.join(" "));
    fields(knowledge, meeting, &aspects, &mut message);
    notes(knowledge, meeting, &aspects, &mut message);
    // Who is not among those named was told so, with the reason.
    let is_open_said = part == Role::Any && !meeting.attendees_complete && who.iter().any(|(_, found)| !found);
    message.notes.retain(|note| !is_open_said || note != words::OPEN_LIST);
    message.next = next::meeting(meeting, &aspects);
    message
}

/// Who is named at a meeting from a body.
pub(super) fn sent_by(library: &Library, at: usize, body: &Party) -> String {
    let knowledge = &library.knowledge;
    let is_person = |one: &&Participant| {
        let mut references = one.references().filter_map(|reference| knowledge.resolve(reference));
        references.any(|(kind, _)| kind == Kind::Person)
    };
    let all = knowledge.meetings.get(at).into_iter().flat_map(|meeting| participants(meeting, Role::Any));
    let mut people: Vec<String> = Vec::new();
    for one in all.filter(is_person).filter(|one| is_participant(library, one, body)) {
        let said = names::said(knowledge, one);
        if !people.contains(&said) {
            people.push(said);
        }
    }
    let body = party_name(knowledge, body);
    if people.is_empty() {
        premise_words::nobody_from(&body)
    } else {
        premise_words::from_body(&body, &listed(&people))
    }
}

/// The part that somebody had who is asked about without one: whoever organised or chaired a meeting did more than come.
fn part_taken(library: &Library, meeting: &Meeting, who: &Party, part: Role) -> Role {
    let is_in = |part: &Role| participants(meeting, *part).any(|participant| is_participant(library, participant, who));
    let parts = [Role::Chair, Role::Organiser, Role::Speaker];
    if part == Role::Any { parts.into_iter().find(is_in).unwrap_or(part) } else { part }
}

/// What is recorded of a meeting that does not tell what was asked: whoever asked from a wrong premise sees it there.
pub(super) fn beside_a_refusal(knowledge: &Knowledge, entry: EntryRef, message: &mut Message) {
    let Some(meeting) = knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting) else { return };
    message.field(words::FIELD_DATE, [dates::of_meeting(meeting)]);
    message.field(words::FIELD_PLACE, meeting.place.iter().cloned());
    message.field(words::FIELD_ORGANISED, names::all(knowledge, &meeting.organisers));
    message.field(heading_of_chairs(meeting), names::all(knowledge, &meeting.chairs));
    if meeting.iom_role == Some(IomRole::None) {
        message.notes.push(words::NOT_IOM_SENTENCE.to_owned());
    }
}

/// The heading over those who chaired or led it.
fn heading_of_chairs(meeting: &Meeting) -> &'static str {
    if was_led(meeting) { words::FIELD_LED } else { words::FIELD_CHAIRED }
}

/// Whether its heads led a visit or a delegation, which nobody chairs.
fn was_led(meeting: &Meeting) -> bool {
    meeting.chairs.iter().any(|head| head.role().is_some_and(|role| role.split_whitespace().any(|word| word == "led")))
}

/// Whether IOM itself is asked about.
fn asks_of_iom(knowledge: &Knowledge, who: &Party) -> bool {
    matches!(who, Party::Known(entries) if entries.iter().any(|entry| is_iom_itself(knowledge, *entry)))
}

/// The name of somebody asked about.
pub(super) fn party_name(knowledge: &Knowledge, who: &Party) -> String {
    match who {
        Party::Known(entries) => {
            let names: Vec<&str> = entries.iter().take(3).map(|entry| entry.title(knowledge)).collect();
            names.join(words::OR)
        }
        Party::Named(name) => capitalised(&one_line(name)),
    }
}

/// A meeting in a list.
pub(super) fn line(meeting: &Meeting) -> String {
    let own = if meeting.iom_role == Some(IomRole::None) { format!(" ({})", words::NOT_IOM) } else { String::new() };
    format!("{}: {}{own}", dates::of_meeting(meeting), meeting.title)
}

/// A meeting inside a sentence, with its date.
pub(super) fn named(meeting: &Meeting) -> String {
    format!("{}, {}", the(&meeting.title), dates::of_meeting(meeting))
}

/// What it was, in a sentence or two, without the sentences that were said first.
fn about(meeting: &Meeting, said: &[Piece]) -> Option<String> {
    let rest: Vec<&str> = sentences(&meeting.summary)
        .into_iter()
        .enumerate()
        .filter(|(at, _)| !said.contains(&Piece::Sentence(*at)))
        .map(|(_, sentence)| sentence)
        .collect();
    match dates::in_sentence(meeting) {
        _ if !rest.is_empty() => Some(sentence(&rest.join(" "))),
        _ if !said.is_empty() => None,
        Some(when) => Some(words::held(&when)),
        None => Some(words::DATE_UNKNOWN.to_owned()),
    }
}

/// What happened, the sentences first that tell what was asked.
fn led_by(meeting: &Meeting, first: &[Piece]) -> String {
    let leading = first.iter().filter_map(|piece| piece_of(meeting, *piece));
    let rest = about(meeting, first).filter(|_| !meeting.summary.is_empty());
    leading.chain(rest).collect::<Vec<_>>().join(" ")
}

/// A part of the meeting's text.
fn piece_of(meeting: &Meeting, piece: Piece) -> Option<String> {
    match piece {
        Piece::Sentence(at) => sentences(&meeting.summary).get(at).map(|text| sentence(text)),
        Piece::Outcome => meeting.outcome.as_deref().map(sentence),
        Piece::DateNote => meeting.date.note.as_deref().map(sentence),
        Piece::IomNote => meeting.iom_note.as_deref().map(sentence),
        Piece::Conflict(at) => conflicts(meeting.conflicts.get(at..=at)?).pop(),
    }
}

/// When it was held and how well that is known.
fn how_sure(meeting: &Meeting) -> String {
    let held = dates::in_sentence(meeting).map_or_else(|| words::DATE_UNKNOWN.to_owned(), |when| words::held(&when));
    let sureness = match (&meeting.date.note, meeting.date.precision) {
        (Some(note), _) => sentence(note),
        (None, precision) => premise_words::precision(precision).to_owned(),
    };
    [held, sureness].join(" ").trim().to_owned()
}

/// IOM's part in it.
fn part_of_iom(meeting: &Meeting) -> String {
    let role = meeting.iom_role.map(words::iom_role).unwrap_or_default();
    meeting.iom_note.as_deref().map_or_else(|| premise_words::part_of_iom(role), sentence)
}

/// One side, in a sentence.
fn answer(knowledge: &Knowledge, meeting: &Meeting, aspect: Aspect, first: &[Piece]) -> String {
    let people = |list: &[Participant]| words::by(aspect, &listed(&names::all(knowledge, list)), list.len() > 1);
    let count = words::count(meeting.attendee_count.unwrap_or_default());
    match aspect {
        Aspect::Chairs if was_led(meeting) => words::led(&listed(&names::all(knowledge, &meeting.chairs))),
        Aspect::Chairs => people(&meeting.chairs),
        // Whether all sources say so stands in what is known of IOM's part.
        Aspect::Organisers => {
            let note = meeting.iom_note.as_deref().filter(|_| hedges_organisers(meeting)).map(sentence);
            [people(&meeting.organisers)].into_iter().chain(note).collect::<Vec<_>>().join(" ")
        }
        Aspect::Speakers => people(&meeting.speakers),
        Aspect::Attendees if meeting.attendees.is_empty() => count,
        Aspect::Attendees => people(&meeting.attendees),
        Aspect::When => match dates::in_sentence(meeting) {
            Some(when) => words::held(&when),
            None => words::DATE_UNKNOWN.to_owned(),
        },
        Aspect::HowSure => how_sure(meeting),
        Aspect::Weekday => {
            let when = dates::in_sentence(meeting).unwrap_or_default();
            let day = meeting.date.start.map(PartialDate::first_day).map(dates::weekday).unwrap_or_default();
            premise_words::held_on_weekday(&when, day)
        }
        Aspect::IomPart => part_of_iom(meeting),
        Aspect::AttendeesOf(kind) => {
            let theirs: Vec<Participant> =
                meeting.attendees.iter().filter(|who| kind_of(knowledge, who) == kind).cloned().collect();
            if theirs.is_empty() {
                let all = words::by(Aspect::Attendees, &listed(&names::all(knowledge, &meeting.attendees)), true);
                format!("{} {all}", premise_words::none_of_kind(words::group(kind)))
            } else {
                people(&theirs)
            }
        }
        Aspect::Where => words::place(meeting.place.as_deref().unwrap_or_default()),
        Aspect::Discussed => led_by(meeting, first),
        Aspect::Decided if !meeting.decisions.is_empty() => {
            meeting.decisions.iter().map(|decision| sentence(decision)).collect::<Vec<_>>().join(" ")
        }
        Aspect::Decided => match &meeting.outcome {
            Some(outcome) => sentence(outcome),
            None => format!("{} {}", words::NO_DECISION, sentence(&meeting.summary)),
        },
        Aspect::AttendeeCount => count,
        Aspect::Complete => {
            if meeting.attendees_complete { words::LIST_COMPLETE } else { words::LIST_NOT_COMPLETE }.to_owned()
        }
    }
}

/// Whether what is known of IOM's part tells which source names the organisers.
fn hedges_organisers(meeting: &Meeting) -> bool {
    let words = meeting.iom_note.iter().flat_map(|note| note.split_whitespace());
    let tells = words.map(|word| word.trim_matches(|letter: char| !letter.is_alphabetic()));
    meeting.iom_role != Some(IomRole::None) && { tells }
        .any(|word| matches!(word, "says" | "say" | "source" | "sources"))
}

/// Who was there as well where the list that was asked for leaves them out: chairs and speakers beside the participants,
/// guests of honour beside the speakers.
fn others_there(knowledge: &Knowledge, meeting: &Meeting, aspects: &[Aspect]) -> Vec<String> {
    let says = |one: &Participant, wanted: &str| {
        one.role().is_some_and(|role| role.split(|letter: char| !letter.is_alphabetic()).any(|word| word == wanted))
    };
    let is_listed = |one: &Participant| {
        let first = one.references().next();
        meeting.attendees.iter().flat_map(Participant::references).any(|other| Some(other) == first)
    };
    // Whom a report only quotes need not have been there.
    let was_there = |one: &&Participant| !is_listed(one) && !says(one, "quoted");
    let of = |list: &[Participant], keep: &dyn Fn(&&Participant) -> bool| -> Vec<Participant> {
        list.iter().filter(keep).cloned().collect()
    };
    let others = if aspects.contains(&Aspect::Attendees) {
        vec![(Aspect::Chairs, of(&meeting.chairs, &was_there)), (Aspect::Speakers, of(&meeting.speakers, &was_there))]
    } else if aspects.contains(&Aspect::Speakers) {
        vec![(Aspect::Attendees, of(&meeting.attendees, &|one| says(one, "guest")))]
    } else {
        Vec::new()
    };
    let untold = others.into_iter().filter(|(aspect, who)| !aspects.contains(aspect) && !who.is_empty());
    let said = |aspect: Aspect, who: &[Participant]| {
        let names = listed(&names::all(knowledge, who));
        if aspect == Aspect::Chairs && was_led(meeting) {
            words::led(&names)
        } else {
            words::by(aspect, &names, who.len() > 1)
        }
    };
    untold.map(|(aspect, who)| said(aspect, &who)).collect()
}

/// The details: all of them, or those beside the side asked for.
fn fields(knowledge: &Knowledge, meeting: &Meeting, aspects: &[Aspect], message: &mut Message) {
    let all = aspects.is_empty();
    let wants = |aspect: Aspect| all || aspects.contains(&aspect);
    message.field(words::FIELD_DATE, [dates::of_meeting(meeting)]);
    message.field(words::FIELD_PLACE, meeting.place.iter().cloned());
    if wants(Aspect::Organisers) {
        message.field(words::FIELD_ORGANISED, names::all(knowledge, &meeting.organisers));
    }
    if wants(Aspect::Chairs) {
        message.field(heading_of_chairs(meeting), names::all(knowledge, &meeting.chairs));
    }
    if wants(Aspect::Speakers) {
        message.field(words::FIELD_SPEAKERS, names::all(knowledge, &meeting.speakers));
    }
    let wants_kind = aspects.iter().any(|aspect| matches!(aspect, Aspect::AttendeesOf(_)));
    if wants(Aspect::Attendees)
        || wants_kind
        || aspects.contains(&Aspect::AttendeeCount)
        || aspects.contains(&Aspect::Complete)
    {
        for (group, names) in names::grouped(knowledge, &meeting.attendees) {
            message.field(group, names);
        }
        message.field(words::FIELD_NUMBER, meeting.attendee_count.map(|count| count.to_string()));
    }
    if wants(Aspect::Discussed) {
        message.field(words::FIELD_TOPICS, [listed(&meeting.topics)]);
    }
    if wants(Aspect::Decided) {
        message.field(words::FIELD_OUTCOME, meeting.outcome.iter().cloned());
        message.field(words::FIELD_DECISIONS, meeting.decisions.iter().cloned());
    }
    if all || aspects.contains(&Aspect::Organisers) || meeting.iom_role == Some(IomRole::None) {
        let note = meeting.iom_note.clone().or_else(|| meeting.iom_role.map(|role| words::iom_role(role).to_owned()));
        message.field(words::FIELD_IOM, note);
    }
}

/// Marks the fields of which the answer says all already.
fn mark_said(meeting: &Meeting, aspects: &[Aspect], message: &mut Message) {
    let is_said = |name: &str| {
        aspects.iter().any(|aspect| match aspect {
            Aspect::When | Aspect::HowSure | Aspect::Weekday => name == words::FIELD_DATE,
            Aspect::IomPart => name == words::FIELD_IOM,
            Aspect::Where => name == words::FIELD_PLACE,
            Aspect::Chairs => name == heading_of_chairs(meeting),
            Aspect::Organisers if hedges_organisers(meeting) => {
                name == words::FIELD_ORGANISED || name == words::FIELD_IOM
            }
            Aspect::Organisers => name == words::FIELD_ORGANISED,
            Aspect::Speakers => name == words::FIELD_SPEAKERS,
            Aspect::AttendeeCount => name == words::FIELD_NUMBER,
            Aspect::Decided if meeting.decisions.is_empty() => name == words::FIELD_OUTCOME,
            Aspect::Decided => name == words::FIELD_DECISIONS,
            Aspect::Attendees | Aspect::AttendeesOf(_) | Aspect::Complete | Aspect::Discussed => false,
        })
    };
    message.fields.iter_mut().for_each(|field| field.is_said = is_said(&field.name));
}

/// What must be known to take it rightly.
fn notes(knowledge: &Knowledge, meeting: &Meeting, aspects: &[Aspect], message: &mut Message) {
    let is_date_said = aspects.contains(&Aspect::HowSure);
    message.notes.extend(meeting.date.note.as_deref().filter(|_| !is_date_said).map(sentence));
    let shows_people = aspects.is_empty()
        || aspects.iter().any(|aspect| {
            matches!(aspect, Aspect::Attendees | Aspect::AttendeesOf(_) | Aspect::AttendeeCount | Aspect::Complete)
        });
    if shows_people && !meeting.attendees.is_empty() {
        message.notes.push(if meeting.attendees_complete { words::CLOSED_LIST } else { words::OPEN_LIST }.to_owned());
    }
    if let Some((kind, at)) = meeting.overtaken_by.as_deref().and_then(|id| knowledge.locate(id)) {
        let when = match kind {
            Kind::Meeting => knowledge.meetings.get(at).map(dates::of_meeting),
            _ => knowledge.facts.get(at).and_then(|fact| fact.as_of).map(dates::said),
        };
        let title = knowledge.title(kind, at).unwrap_or_default();
        message.notes.push(words::overtaken(title, &when.unwrap_or_default()));
    }
    message.notes.extend(conflicts(&meeting.conflicts));
    let as_of = meeting.date.end.or(meeting.date.start);
    message.sources = links_of_all(&meeting.sources, &meeting.conflicts, as_of);
}
