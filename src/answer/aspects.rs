//! The sides of a meeting that a question asks for.
//!
//! The one idea: cues name sides; a side that was asked for and is not recorded may be told by the meeting's text, and is
//! shown with it, never instead of it in silence.

use super::asked::Asked;
use super::found::Aspect;
use super::lexicon::Cue;
use super::told;
use super::word::{Part, Word};
use crate::knowledge::{Kind, Meeting};
use crate::search::EntryRef;
use crate::text::{has_digit, is_within};

/// Words for what is done once at an event, by somebody who speaks: `who opened it`.
const OPENING: &str = "opened opens open inaugurated inaugurates launched launches launching unveiled closed closes";
/// Words for the head of something, whether or not it has a chair.
const LEADING: &str = "led lead leads leading headed heads head";
/// Words for holding an event that, right after `who`, ask for its organiser.
const HOLDING: &str = "ran runs held gave delivered threw";
/// Words that ask for people where they open the question: `participants of the training`.
const TAKING_PART: &str = "participant participants delegates attendants guests";
/// Words that count people by themselves.
const HEADS: &str = "headcount turnout";
/// Words for those who send people.
const BODIES: &str =
    "organisations organizations agencies countries bodies groups units ministries embassies departments institutions";
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
    let asks_whom = question
        .words
        .first()
        .is_some_and(|word| TAKING_PART.split_ascii_whitespace().any(|known| known == word.folded))
        || question.has_any(&[Cue::Who, Cue::Which, Cue::What, Cue::List, Cue::HowMany, Cue::Complete, Cue::At]);
    let signs = question.says_any("sign signs signed signatory signatories");
    // `what did the participants talk about` asks for no list of them.
    let is_of_talk = question.has_any(&[Cue::Discuss, Cue::Decide])
        && !question.has_any(&[Cue::Who, Cue::Which, Cue::List, Cue::HowMany, Cue::Complete]);
    let people = !signs && (question.has(Cue::Attend) || (question.has(Cue::People) && asks_whom && !is_of_talk));
    let is_counted = (question.has(Cue::HowMany) && (people || asks_how_many_of_it(asked)))
        || counts_people(asked)
        || counts_heads(asked);
    ask(is_counted, Aspect::AttendeeCount);
    let of_it = asked.context.is_some_and(|entry| entry.kind == Kind::Meeting) && question.content().is_empty();
    ask(question.has(Cue::Complete) && (people || (of_it && question.says_any("list"))), Aspect::Complete);
    ask(question.has(Cue::Chair), Aspect::Chairs);
    ask(
        question.has(Cue::Organise)
            || (who_held(asked) && !question.has(Cue::Speak))
            || (question.has(Cue::Who) && question.says_any_like("launched launches launching")),
        Aspect::Organisers,
    );
    let who_was_there = question.has(Cue::Who)
        && question.has_any(&[Cue::Anaphora, Cue::At])
        && !question.has_any(&[Cue::Chair, Cue::Organise, Cue::Speak])
        && !who_opened(asked);
    let there = who_was_there && question.words.iter().any(|word| matches!(word.folded.as_str(), "there" | "at"));
    let who_else = of_it && question.has(Cue::Who) && question.has(Cue::Complete) && !people;
    ask(
        ((people || there) && !is_counted && !question.has_any(&[Cue::HowMany, Cue::Complete])) || who_else,
        Aspect::Attendees,
    );
    ask(question.has(Cue::Speak) || who_opened(asked), Aspect::Speakers);
    ask(question.has(Cue::When), Aspect::When);
    ask(question.has(Cue::Where), Aspect::Where);
    ask(question.has(Cue::Discuss), Aspect::Discussed);
    ask(question.has(Cue::Decide), Aspect::Decided);
    aspects
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
            _ if is_recorded(meeting, aspect) => told.push(aspect),
            Aspect::AttendeeCount if told::the_count(asked, entry) => told.extend([Aspect::Discussed, Aspect::Decided]),
            Aspect::Attendees if is_recorded(meeting, Aspect::Speakers) => told.push(Aspect::Speakers),
            // Whom a report quotes is told by the text.
            Aspect::Speakers if asks_whom_it_quotes(asked) && quotes(meeting) => told.push(Aspect::Discussed),
            Aspect::When if told::a_year(knowledge, entry) => told.extend([aspect, Aspect::Discussed]),
            Aspect::Chairs if asked.question.says_any(LEADING) && is_recorded(meeting, Aspect::Organisers) => {
                told.push(Aspect::Organisers);
            }
            _ => {}
        }
    }
    // When something began or ended is told by the text, beside the day of the meeting.
    let is_other_moment = asked.question.says_any(MOMENT) || meeting.date.start.is_none();
    if told == [Aspect::When] && is_other_moment && told::a_year(knowledge, entry) {
        told.push(Aspect::Discussed);
    }
    told
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
        Aspect::When => meeting.date.start.is_some() || meeting.date.note.is_some(),
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

/// `headcount?`, `how many at the training`: people are counted, though nobody says so.
pub(super) fn counts_heads(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    let after = question.position(Cue::HowMany).map_or(usize::MAX, |at| at + 1);
    let next = question.words.iter().skip(after).find(|word| word.part != Part::Filler);
    question.says_any(HEADS) || (next.is_some_and(|word| word.folded == "at") && !question.content().is_empty())
}

/// `who got quoted`
pub(super) fn asks_whom_it_quotes(asked: &Asked<'_>) -> bool {
    asked.question.says_any("quoted quotes quote quoting")
}

fn quotes(meeting: &Meeting) -> bool {
    meeting.summary.split_ascii_whitespace().any(|word| word.starts_with("quote"))
}

/// `who ran the training`
fn who_held(asked: &Asked<'_>) -> bool {
    let mut pairs = asked.question.words.iter().zip(asked.question.words.iter().skip(1));
    pairs.any(|(who, held)| {
        who.part == Part::Cue(Cue::Who) && HOLDING.split_ascii_whitespace().any(|known| known == held.folded)
    })
}

/// The words that tell the meeting, without those for what was done once at it by somebody who speaks.
pub(super) fn without_opening(asked: &Asked<'_>, telling: &[usize]) -> Vec<usize> {
    let is_opening = |at: &usize| {
        let is_like = |word: &Word| OPENING.split_ascii_whitespace().any(|known| is_within(1, &word.folded, known));
        asked.question.word(*at).is_some_and(|word| word.folded.len() > 4 && is_like(word))
    };
    telling.iter().copied().filter(|at| !is_opening(at)).collect()
}

/// `who opened it`, not `who was at the opening`.
pub(super) fn who_opened(asked: &Asked<'_>) -> bool {
    asked.question.has(Cue::Who) && asked.question.says_any_like(OPENING)
}
