//! The sides of a meeting that a question asks for.
//!
//! The one idea: cues name sides; where none does, the shape of the question may: `who ran it`, `how many at it`.

use super::asked::Asked;
use super::found::Aspect;
use super::lexicon::Cue;
use super::word::{Part, Word};
use crate::knowledge::{Kind, OrganisationKind};
use crate::text::{has_digit, is_among, is_within};

/// Words for somebody who teaches at an event.
const TRAINERS: &str = "trainer trainers instructor instructors facilitator facilitators lecturer lecturers";
/// Words for the head of those who were sent.
const HEADS_OF: &str = "head heads leader leaders";
const SENT: &str = "group delegation team side party contingent";
/// Words for the rank of somebody who speaks.
const RANKS: &str = "senior top high highest ranking person official minister ministers figure dignitary un";
/// Words for what is done once at an event, by somebody who speaks: `who opened it`.
const OPENING: &str = "opened opens open inaugurated inaugurates launched launches launching unveiled closed closes";
/// Words for holding an event that, right after `who`, ask for its organiser.
const HOLDING: &str = "ran runs held gave delivered threw";
/// Words that ask for people where they open the question: `participants of the training`.
const TAKING_PART: &str = "participant participants delegates attendants guests";
/// Words that count people by themselves.
const HEADS: &str = "headcount turnout";
/// Words for the attendees of one kind.
const KINDS: &[(OrganisationKind, &str)] = &[
    (OrganisationKind::Mission, "missions embassies consulates diplomats diplomatic commissions"),
    (OrganisationKind::Government, "ministries government units"),
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
    let asks_whom = question.words.first().is_some_and(|word| is_among(TAKING_PART, &word.folded))
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
    ask(question.has(Cue::Chair) || leads_those_sent(asked), Aspect::Chairs);
    ask(
        question.has(Cue::Organise)
            || (who_held(asked) && !question.has(Cue::Speak) && !asks_for_trainer(asked))
            || (question.has(Cue::Who) && question.says_any_like("launched launches launching")),
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
    let of_kind = asked_kind(asked).filter(|_| people || there || question.has(Cue::At) || sends(asked));
    ask(of_kind.is_some(), Aspect::AttendeesOf(of_kind.unwrap_or_default()));
    ask(
        of_kind.is_none()
            && !asks_for_trainer(asked)
            && ((people || there) && !is_counted && !question.has_any(&[Cue::HowMany, Cue::Complete]))
            || who_else,
        Aspect::Attendees,
    );
    ask(question.has(Cue::Speak) || who_opened(asked) || asks_for_trainer(asked), Aspect::Speakers);
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
        let holds = |(_, words): &&(OrganisationKind, &str)| is_among(words, &word.folded);
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
    let mut drop = |is_meant: bool, lists: &[&str]| {
        let is_listed = |at: &usize| {
            let word = asked.question.word(*at).map_or("", |word| word.folded.as_str());
            lists.iter().any(|list| is_among(list, word))
        };
        if is_meant && !places.iter().all(is_listed) {
            places.retain(|at| !is_listed(at));
        }
    };
    drop(asks_for_trainer(asked), &[TRAINERS, "gave give gives part held ran"]);
    drop(sends(asked), &["sent send sends"]);
    drop(leads_those_sent(asked), &[HEADS_OF, SENT]);
    if asked_kind(asked).is_some() {
        let names = |at: &usize| {
            let word = asked.question.word(*at).map_or("", |word| word.folded.as_str());
            KINDS.iter().any(|(_, words)| is_among(words, word))
        };
        let which = [Cue::Which, Cue::What, Cue::List].into_iter().find_map(|cue| asked.question.position(cue));
        places.retain(|at| !(names(at) && which.is_some_and(|which| (which..which + 3).contains(at))));
    }
}

/// The words that tell the meeting, without those for the rank of the one who spoke: `which senior UN person spoke`.
pub(super) fn without_rank(asked: &Asked<'_>, telling: &[usize]) -> Vec<usize> {
    let question = &asked.question;
    let from = question.position(Cue::Which).or_else(|| question.position(Cue::Who));
    let (Some(from), Some(to)) = (from, question.position(Cue::Speak)) else { return telling.to_vec() };
    let is_rank = |at: &usize| {
        let is_listed = |word: &Word| is_among(RANKS, &word.folded);
        (from..to).contains(at) && question.word(*at).is_some_and(is_listed)
    };
    telling.iter().copied().filter(|at| !is_rank(at)).collect()
}

/// `name of the trainer who gave the first part`
fn asks_for_trainer(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    question.says_any(TRAINERS) && (question.has_any(&[Cue::Who, Cue::Which]) || question.says_any("name names"))
}

/// `which units sent officers`
fn sends(asked: &Asked<'_>) -> bool {
    asked_kind(asked).is_some() && asked.question.says_any("sent send sends")
}

/// `who was head of the delegation`
fn leads_those_sent(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    let head = question.words.iter().position(|word| is_among(HEADS_OF, &word.folded));
    let is_sent = |word: &Word| is_among(SENT, &word.folded);
    question.has(Cue::Who) && head.is_some_and(|head| question.words.iter().skip(head + 1).take(4).any(is_sent))
}

/// `what role did IOM play`
fn asks_part_of_iom(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    question.says_iom() && question.says_any(PART) && !question.has_any(&[Cue::Who, Cue::When, Cue::Where])
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

/// `who ran the training`
fn who_held(asked: &Asked<'_>) -> bool {
    let mut pairs = asked.question.words.iter().zip(asked.question.words.iter().skip(1));
    pairs.any(|(who, held)| who.part == Part::Cue(Cue::Who) && is_among(HOLDING, &held.folded))
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
