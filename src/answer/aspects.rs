//! The sides of a meeting that a question asks for.
//!
//! The one idea: cues name sides; a side that was asked for and is not recorded may be told by the meeting's text, and is
//! shown with it, never instead of it in silence.

use super::asked::Asked;
use super::found::Aspect;
use super::lexicon::Cue;
use super::meetings::kind_of;
use super::told;
use super::word::{Part, Word};
use crate::knowledge::{Kind, Meeting, OrganisationKind, Participant, Precision};
use crate::search::EntryRef;
use crate::text::has_digit;

/// Words for what is done once at an event, by somebody who speaks: `who opened it`.
const OPENING: &str = "opened opens open inaugurated inaugurates launched launches unveiled closed closes";
/// Words for the head of something, whether or not it has a chair.
const LEADING: &str = "led lead leads leading headed heads head";
/// Words for holding an event that, right after `who`, ask for its organiser.
const HOLDING: &str = "ran runs held gave delivered threw";
/// Words for those who send people.
const BODIES: &str =
    "organisations organizations agencies countries bodies groups units ministries embassies departments institutions";
/// Words for the attendees of one kind.
const KINDS: &[(OrganisationKind, &str)] = &[
    (OrganisationKind::Mission, "missions embassies consulates diplomats diplomatic commissions"),
    (OrganisationKind::Government, "ministries government"),
    (OrganisationKind::CivilSociety, "ngos ngo civil"),
    (OrganisationKind::Un, "un"),
];
/// Words for what was done to those who were there.
const TAUGHT: &str = "trained taught targeted addressed briefed instructed";
/// Words for what an agreement makes possible.
const ALLOWING: &str = "allow allows allowed let lets permit permits permitted enable enables enabled entitle entitles";
/// Words for what somebody has to do with something.
const PART: &str = "role roles contribution involvement responsibility contribute";
/// Words that ask for a moment other than that of the meeting itself.
const MOMENT: &str = "start started starts begin began begun kick end ended ends finish finished expire expired";

/// The sides that the cues ask for.
pub(super) fn asked_for(asked: &Asked<'_>) -> Vec<Aspect> {
    let question = &asked.question;
    let mut aspects = Vec::new();
    let mut ask = |wanted: bool, aspect: Aspect| {
        if wanted {
            aspects.push(aspect);
        }
    };
    // `had anyone been convicted` asks for nobody's presence.
    let asks_whom =
        question.has_any(&[Cue::Who, Cue::Which, Cue::What, Cue::List, Cue::HowMany, Cue::Complete, Cue::At]);
    let signs = question.says_any("sign signs signed signatory signatories");
    let people = !signs && (question.has(Cue::Attend) || (question.has(Cue::People) && asks_whom));
    let is_counted = (question.has(Cue::HowMany)
        && (people || asks_how_many_of_it(asked) || question.says_any("headcount turnout")))
        || counts_people(asked);
    ask(is_counted, Aspect::AttendeeCount);
    let of_it = asked.context.is_some_and(|entry| entry.kind == Kind::Meeting) && question.content().is_empty();
    ask(question.has(Cue::Complete) && (people || (of_it && question.says_any("list"))), Aspect::Complete);
    ask(question.has(Cue::Chair), Aspect::Chairs);
    ask(
        question.has(Cue::Organise)
            || (who_held(asked) && !question.has(Cue::Speak))
            || (question.has(Cue::Who) && question.says_any_like("launched launches")),
        Aspect::Organisers,
    );
    let who_was_there = question.has(Cue::Who)
        && question.has_any(&[Cue::Anaphora, Cue::At])
        && !question.has_any(&[Cue::Chair, Cue::Organise, Cue::Speak])
        && !who_opened(asked);
    let is_taught = question.has(Cue::Who) && question.says_any(TAUGHT);
    let there =
        is_taught || who_was_there && question.words.iter().any(|word| matches!(word.folded.as_str(), "there" | "at"));
    let who_else = of_it && question.has(Cue::Who) && question.has(Cue::Complete) && !people;
    let of_kind = asked_kind(asked).filter(|_| people || there || question.has(Cue::At));
    ask(of_kind.is_some(), Aspect::AttendeesOf(of_kind.unwrap_or_default()));
    ask(
        of_kind.is_none() && ((people || there) && !is_counted && !question.has_any(&[Cue::HowMany, Cue::Complete]))
            || who_else,
        Aspect::Attendees,
    );
    ask(question.has(Cue::Speak) || who_opened(asked), Aspect::Speakers);
    ask(question.asks_for_weekday(), Aspect::Weekday);
    ask(question.has(Cue::When), Aspect::When);
    ask(asks_which_year(asked), Aspect::HowSure);
    ask(question.has(Cue::Where), Aspect::Where);
    ask(question.has(Cue::Discuss), Aspect::Discussed);
    ask(question.has(Cue::Decide) || (question.has(Cue::What) && question.says_any(ALLOWING)), Aspect::Decided);
    ask(asks_part_of_iom(asked), Aspect::IomPart);
    aspects
}

/// Whether a moment other than that of the meeting is asked for: `when did it begin`.
pub(super) fn asks_for_moment(asked: &Asked<'_>) -> bool {
    asked.question.says_any(MOMENT)
}

/// `was it in 2016 or 2017`
fn asks_which_year(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    let years = question.years().count();
    years > 1 && question.has(Cue::Auxiliary) && question.says_any("or") && !question.asks_openly()
}

/// The kind of attendees asked for: `which diplomatic missions were there`.
fn asked_kind(asked: &Asked<'_>) -> Option<OrganisationKind> {
    let question = &asked.question;
    let which = [Cue::Which, Cue::What, Cue::List].into_iter().find_map(|cue| question.position(cue))?;
    let named = question.words.iter().skip(which + 1).take(2);
    let kind = |word: &Word| {
        let holds =
            |(_, words): &&(OrganisationKind, &str)| words.split_ascii_whitespace().any(|known| known == word.folded);
        KINDS.iter().find(holds).map(|(kind, _)| *kind)
    };
    named.into_iter().find_map(kind)
}

/// The words that name a side alone say nothing of the meeting.
pub(super) fn without_sides(asked: &Asked<'_>, places: &mut Vec<usize>) {
    if asks_part_of_iom(asked) {
        let plays = |at: &usize| {
            let word = asked.question.word(*at).map_or("", |word| word.folded.as_str());
            PART.split_ascii_whitespace().chain(["play", "plays", "played"]).any(|known| known == word)
        };
        places.retain(|at| !plays(at));
    }
    if asked_kind(asked).is_some() {
        let names = |at: &usize| {
            let word = asked.question.word(*at).map_or("", |word| word.folded.as_str());
            KINDS.iter().any(|(_, words)| words.split_ascii_whitespace().any(|known| known == word))
        };
        let which = [Cue::Which, Cue::What, Cue::List].into_iter().find_map(|cue| asked.question.position(cue));
        places.retain(|at| !(names(at) && which.is_some_and(|which| (which..which + 3).contains(at))));
    }
}

/// `what role did IOM play`
fn asks_part_of_iom(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    question.says_iom() && question.says_any(PART) && !question.has_any(&[Cue::Who, Cue::When, Cue::Where])
}

/// Whether a day or month is asked for that is finer than what is known of the meeting, or than its several days.
fn asks_finer(asked: &Asked<'_>, meeting: &Meeting) -> bool {
    let question = &asked.question;
    let asks_day = question.says_any("day exact exactly precise precisely");
    match meeting.date.precision {
        Precision::Day => asks_day && meeting.date.end.is_some() && meeting.date.note.is_some(),
        Precision::Month => asks_day,
        Precision::Year => asks_day || question.says_any("month"),
        Precision::Unknown => false,
    }
}

/// Of the sides asked for, those that can be told: as recorded, or by the text of the meeting.
pub(super) fn told(asked: &Asked<'_>, meeting: &Meeting, entry: EntryRef, aspects: &[Aspect]) -> Vec<Aspect> {
    let knowledge = &asked.library.knowledge;
    let mut told: Vec<Aspect> = Vec::new();
    for &aspect in aspects {
        match aspect {
            // A number of people is no number of bodies.
            Aspect::AttendeeCount if counts_bodies(asked) && !told::the_count(asked, entry) => {}
            Aspect::AttendeeCount if counts_bodies(asked) => told.extend([Aspect::Discussed]),
            // Who received a visit may stand in the text alone, beside who organised it.
            Aspect::Organisers if hosts_are_told(asked, meeting) => told.extend([aspect, Aspect::Discussed]),
            Aspect::AttendeesOf(kind) if meeting.attendees.iter().any(|who| is_of(asked, who, kind)) => {
                told.push(aspect);
            }
            Aspect::AttendeesOf(_) if is_recorded(meeting, Aspect::Attendees) => told.push(Aspect::Attendees),
            Aspect::When if asks_finer(asked, meeting) => told.push(Aspect::HowSure),
            // The day of the week says the day as well.
            Aspect::When if aspects.contains(&Aspect::Weekday) && is_recorded(meeting, Aspect::Weekday) => {}
            _ if is_recorded(meeting, aspect) => told.push(aspect),
            Aspect::AttendeeCount if told::the_count(asked, entry) => told.extend([Aspect::Discussed, Aspect::Decided]),
            Aspect::Attendees if is_recorded(meeting, Aspect::Speakers) => told.push(Aspect::Speakers),
            Aspect::When if told::a_year(knowledge, entry) => told.extend([aspect, Aspect::Discussed]),
            Aspect::Chairs if asked.question.says_any(LEADING) && is_recorded(meeting, Aspect::Organisers) => {
                told.push(Aspect::Organisers);
            }
            _ => {}
        }
    }
    // When something began or ended is told by the text, beside the day of the meeting.
    let is_other_moment = asks_for_moment(asked) || meeting.date.start.is_none();
    if told == [Aspect::When] && is_other_moment && told::a_year(knowledge, entry) {
        told.push(Aspect::Discussed);
    }
    told
}

/// Whether somebody is, or comes from, a body of a kind.
fn is_of(asked: &Asked<'_>, who: &Participant, kind: OrganisationKind) -> bool {
    kind_of(&asked.library.knowledge, who) == kind
}

/// `how many agencies`
fn counts_bodies(asked: &Asked<'_>) -> bool {
    told::counted(&asked.question).any(|word| BODIES.split_ascii_whitespace().any(|body| body == word.folded))
}

/// Whether hosts are asked for, and the meeting's text speaks of some.
fn hosts_are_told(asked: &Asked<'_>, meeting: &Meeting) -> bool {
    let is_host =
        |word: &str| word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase().starts_with("host");
    asked.question.says_any("host hosts hosted hosting") && meeting.summary.split_ascii_whitespace().any(is_host)
}

/// Whether the source tells that side of the meeting, or at least what is known of it.
fn is_recorded(meeting: &Meeting, aspect: Aspect) -> bool {
    match aspect {
        Aspect::Chairs => !meeting.chairs.is_empty(),
        Aspect::Organisers => !meeting.organisers.is_empty(),
        Aspect::Attendees | Aspect::Complete => !meeting.attendees.is_empty() || meeting.attendee_count.is_some(),
        Aspect::Speakers => !meeting.speakers.is_empty(),
        Aspect::When | Aspect::HowSure => meeting.date.start.is_some() || meeting.date.note.is_some(),
        Aspect::Weekday => {
            meeting.date.precision == Precision::Day
                && meeting.date.end.is_none_or(|end| Some(end) == meeting.date.start)
        }
        Aspect::IomPart => meeting.iom_role.is_some() || meeting.iom_note.is_some(),
        Aspect::AttendeesOf(_) => false,
        Aspect::Where => meeting.place.is_some(),
        Aspect::Discussed => !meeting.summary.is_empty() || !meeting.topics.is_empty(),
        Aspect::Decided => meeting.outcome.is_some() || !meeting.decisions.is_empty() || !meeting.summary.is_empty(),
        Aspect::AttendeeCount => meeting.attendee_count.is_some(),
    }
}

/// `how many were there`, after an answer about a meeting.
fn asks_how_many_of_it(asked: &Asked<'_>) -> bool {
    let is_meeting = asked.context.is_some_and(|entry| entry.kind == Kind::Meeting);
    is_meeting && asked.question.content().is_empty() && asked.question.has(Cue::Anaphora)
}

/// `did 63 people attend`
pub(super) fn counts_people(asked: &Asked<'_>) -> bool {
    let pairs = asked.question.words.iter().zip(asked.question.words.iter().skip(1));
    let counts = |(number, people): (&Word, &Word)| {
        has_digit(&number.folded) && number.part == Part::Content && people.part == Part::Cue(Cue::People)
    };
    pairs.into_iter().any(counts)
}

/// `who ran the training`
fn who_held(asked: &Asked<'_>) -> bool {
    let mut pairs = asked.question.words.iter().zip(asked.question.words.iter().skip(1));
    pairs.any(|(who, held)| {
        who.part == Part::Cue(Cue::Who) && HOLDING.split_ascii_whitespace().any(|known| known == held.folded)
    })
}

/// `who opened it`, not `who was at the opening`.
fn who_opened(asked: &Asked<'_>) -> bool {
    asked.question.has(Cue::Who) && asked.question.says_any_like(OPENING)
}
