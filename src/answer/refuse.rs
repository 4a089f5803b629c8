//! Questions that are refused by their kind: ways to reach people, the future, details that nothing here records.
//!
//! The one idea: a refusal names the nearest thing that can be told.

use super::asked::Asked;
use super::found::{Answer, Body, Remark, Unknown};
use super::lexicon::{Cue, cue, misspelt_cue};
use super::question::Question;
use super::subject::{ANY, Subject};
use super::word::{Part, Word};
use super::{card, meetings, told};
use crate::knowledge::Kind;
use crate::text::{is_among, is_within};

/// Whether a telephone number, an address or the like is asked for.
pub(super) fn asks_for_contact(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    let asks_of_meeting =
        question.has_any(&[Cue::Meeting, Cue::Discuss, Cue::Decide, Cue::Attend, Cue::Organise, Cue::When, Cue::Speak]);
    let reaches_office = question.has_any(&[Cue::Where, Cue::HowMany]) && question.content().is_empty()
        || says(asked, &["visit", "reach", "go"]) && says(asked, &["i", "we"]);
    let office = reaches_office && says(asked, &["office", "offices"]);
    // `IOM's website` is a way to reach it, the site of a system is none.
    let is_of_page = |at: usize| question.word(at).is_some_and(|word| is_among(PAGES, &word.folded));
    let page = question.says_iom() && question.says_any(PAGES) && question.content().into_iter().all(is_of_page);
    // A name that holds the word, such as that of a training on hotlines, is asked for only where the event is.
    let is_misspelt =
        |word: &Word| !word.query.is_known() && misspelt_cue(&word.folded).is_some_and(|(cue, _)| cue == Cue::Contact);
    let is_contact = |word: &Word| cue(&word.folded).map_or_else(|| is_misspelt(word), |cue| cue == Cue::Contact);
    // `in a mail they write VoT, what do they mean` asks for a term.
    let names_term = !question.mentioned(|entry| entry.kind == Kind::Glossary).is_empty();
    if names_term && question.says_any("mean means meaning stand stands") {
        return false;
    }
    let is_event = question.says_any("training trainings workshop workshops clips campaign");
    (!asks_of_meeting && !is_event && question.words.iter().any(is_contact)) || office || page
}

/// Words for where an organisation is to be found.
const PAGES: &str = "website webpage homepage site page url location adres adress street";

/// Whether advice is asked for: `recommend a hotel`.
pub(super) fn asks_for_advice(question: &Question) -> bool {
    let opening = question.words.iter().find(|word| word.part != Part::Filler);
    opening.is_some_and(|word| ["recommend", "suggest"].iter().any(|known| is_within(1, &word.folded, known)))
}

/// Whether something after today is asked for.
pub(super) fn asks_for_future(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    let meeting = question.has_any(&[Cue::Meeting, Cue::When, Cue::Which, Cue::What]) || question.content().is_empty();
    let later = question.timing.span.is_some_and(|span| span.from > asked.today && span.to != jiff::civil::Date::MAX);
    // `the next event after the visit to Sri Lanka` has been held.
    (question.has(Cue::Next) && meeting && !question.says_any("after following")) || later
}

/// Who paid, or how much: only an entry that speaks of money can tell.
pub(super) fn money(asked: &Asked<'_>) -> Answer {
    let speaks_of_money = |entry| told::money(asked, entry);
    // A statement about the money is meant before a meeting at which it was spoken of.
    if let Subject::One(hit) = asked.subject(&asked.question.telling(), &[Kind::Fact])
        && speaks_of_money(hit.entry)
    {
        return card::of_hit(asked, &hit, &[]);
    }
    match asked.subject(&asked.question.telling(), &[Kind::Fact, Kind::Meeting]) {
        Subject::One(hit) if speaks_of_money(hit.entry) => card::of_hit(asked, &hit, &[]),
        Subject::One(hit) => Answer::unknown(Unknown::Detail { nearest: hit.entry }),
        Subject::Several(several) => {
            let mut telling = several.iter().filter(|hit| speaks_of_money(hit.entry));
            match (telling.next(), telling.next(), several.first()) {
                (Some(one), None, _) => card::of_entry(asked, one.entry, &[]),
                (None, _, Some(nearest)) => Answer::unknown(Unknown::Detail { nearest: nearest.entry }),
                _ => asked.without_subject(Subject::Several(several)),
            }
        }
        other => asked.without_subject(other),
    }
}

/// How long something took: only an entry that tells a length of time can say.
pub(super) fn duration(asked: &Asked<'_>) -> Answer {
    match asked.subject(&asked.question.telling(), &ANY) {
        Subject::One(hit) if told::a_duration(&asked.library.knowledge, hit.entry) => card::of_hit(asked, &hit, &[]),
        Subject::One(hit) => Answer::unknown(Unknown::Detail { nearest: hit.entry }),
        other => asked.without_subject(other),
    }
}

/// A detail of something: the nearest entry is offered, and corrected if it was not IOM's.
pub(super) fn detail(asked: &Asked<'_>) -> Answer {
    let question = &asked.question;
    match asked.subject(&question.telling(), &ANY) {
        Subject::One(hit) => {
            let meeting =
                asked.library.knowledge.meetings.get(hit.entry.at).filter(|_| hit.entry.kind == Kind::Meeting);
            if question.has(Cue::Why)
                && question.says_iom()
                && meeting.is_some_and(|meeting| !meetings::is_iom(meeting))
            {
                return card::of_hit(asked, &hit, &[]);
            }
            // Why sources say different things is told by the conflict that is recorded.
            let fact = asked.library.knowledge.facts.get(hit.entry.at).filter(|_| hit.entry.kind == Kind::Fact);
            if question.has(Cue::Why) && fact.is_some_and(|fact| !fact.conflicts.is_empty()) {
                return Answer::about(Body::Fact { at: hit.entry.at, asked: None }, hit.entry, hit.score);
            }
            // What was done, and by whom, often says what for; of what was not done nothing does.
            if question.has(Cue::Why)
                && !question.has_any(&[Cue::Not, Cue::Detail])
                && meeting.is_some()
                && fact.is_none()
            {
                let body = Body::Meeting { at: hit.entry.at, aspects: Vec::new(), correction: None };
                return Answer { remark: Some(Remark::Reason), ..Answer::about(body, hit.entry, hit.score) };
            }
            Answer::unknown(Unknown::Detail { nearest: hit.entry })
        }
        // None of several can tell it either.
        Subject::Several(_) if question.has(Cue::Detail) => {
            Answer::unknown(Unknown::Nothing { nearest: asked.context })
        }
        other => asked.without_subject(other),
    }
}

fn says(asked: &Asked<'_>, words: &[&str]) -> bool {
    asked.question.words.iter().any(|word| words.contains(&word.folded.as_str()) && word.part != Part::Time)
}
