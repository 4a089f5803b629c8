//! Anything else: the entry that explains the question, whatever its kind.
//!
//! The one idea: which kinds of entries can answer follows from how it is asked; which of them does, from what they hold.

use super::asked::Asked;
use super::context::in_context;
use super::found::{Answer, Unknown};
use super::lexicon::Cue;
use super::meetings::is_iom;
use super::subject::{ANY, DATED, Hit, Subject, find};
use super::word::{Part, Word};
use super::{aspects, card, listing, premise, refuse, told};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention, Scored};
use crate::text::has_digit;

/// Every kind, in the order in which it is meant where an explanation of a term is asked for.
const TERMS_FIRST: [Kind; 5] = [Kind::Glossary, Kind::Organisation, Kind::Fact, Kind::Meeting, Kind::Person];
/// Everything but meetings.
const NO_MEETING: [Kind; 4] = [Kind::Person, Kind::Fact, Kind::Organisation, Kind::Glossary];

/// Anything else: the entry that explains the question, whatever its kind.
pub(super) fn general(asked: &Asked<'_>) -> Answer {
    let question = &asked.question;
    if question.has(Cue::Why) || question.has(Cue::Detail) {
        return refuse::detail(asked);
    }
    if question.has(Cue::HowLong) {
        return refuse::duration(asked);
    }
    if let Some(answer) = counted_in_a_fact(asked) {
        return answer;
    }
    let term = question.has(Cue::StandsFor) || question.words.len() == 1;
    // `who was it before Amy Pope` is told by a statement about the office.
    if question.has(Cue::Who)
        && question.has(Cue::Order)
        && let Subject::One(hit) = asked.subject(&question.telling(), &[Kind::Fact])
    {
        return card::of_hit(asked, &hit, &[]);
    }
    // What IOM does is told by statements, not by events that have the same name.
    if question.says_iom()
        && question.has(Cue::What)
        && question.says_any("do does doing")
        && !question.says_any("did")
        && !question.content().is_empty()
        && !names_a_meeting(asked)
        && let Subject::One(hit) = find(asked.library, question, &question.telling(), &[Kind::Fact])
    {
        return card::of_hit(asked, &hit, &[]);
    }
    let part = question.has(Cue::Who) && question.has_any(&[Cue::Chair, Cue::Organise, Cue::Attend, Cue::Speak]);
    let kinds: &[Kind] = match () {
        // Who did something is told by an event or a statement, not by a name that happens to be alike.
        () if part => &DATED,
        () if term => &TERMS_FIRST,
        () if asks_who_somebody_is(asked) && !is_about_the_context(asked) => &NO_MEETING,
        () => &ANY,
    };
    // What has a date is a meeting or a statement, not the body or the term of the same name.
    let dated = question.asked_date().filter(|_| kinds == ANY && !question.content().is_empty());
    let subject = match dated.map(|_| asked.subject(&question.telling(), &DATED)) {
        Some(found @ (Subject::One(_) | Subject::Several(_))) => found,
        _ => asked.subject(&question.telling(), kinds),
    };
    // Somebody of one name and without an entry may be named in a meeting's text.
    let subject = match subject {
        Subject::One(_) | Subject::Several(_) => subject,
        other if kinds != NO_MEETING || question.content().len() != 1 => other,
        other => match find(asked.library, question, &question.telling(), &[Kind::Meeting]) {
            hit @ Subject::One(_) => hit,
            _ => other,
        },
    };
    match subject {
        Subject::One(hit) if question.has(Cue::HowMany) && !told::how_many(asked, hit.entry) => {
            let is_told = |other: &&Scored| other.entry.kind == Kind::Fact && told::how_many(asked, other.entry);
            match hit.others.iter().find(is_told) {
                Some(other) => card::of_entry(asked, other.entry, &[]),
                None => Answer::unknown(Unknown::Detail { nearest: hit.entry }),
            }
        }
        // Who wants all of a topic is given a list, and need not pick.
        other @ Subject::Several(_) if question.says_any("everything anything whatever") && asked.context.is_none() => {
            listing::all_about(asked).unwrap_or_else(|| asked.without_subject(other))
        }
        Subject::Several(several) if question.has(Cue::HowMany) => those_with_a_number(asked, &several),
        // Whom an airport is called after is not told by its name.
        Subject::One(hit)
            if hit.entry.kind == Kind::Glossary && asks_who_somebody_is(asked) && !asked.is_mentioned(hit.entry) =>
        {
            Answer::unknown(Unknown::Nothing { nearest: None })
        }
        Subject::One(hit) if is_only_a_place(asked, hit.entry) => {
            Answer::unknown(Unknown::Detail { nearest: hit.entry })
        }
        Subject::One(hit)
            if question.has(Cue::Speak) && hit.entry.kind != Kind::Meeting && !question.says_any("does says about") =>
        {
            Answer::unknown(Unknown::Detail { nearest: hit.entry })
        }
        // `who chaired the meeting in Kathmandu in 2018` asks for a meeting that is not on record.
        Subject::One(hit)
            if part
                && hit.entry.kind == Kind::Fact
                && question.has(Cue::Meeting)
                && question.asked_date().is_some()
                && !asked.is_mentioned(hit.entry) =>
        {
            Answer::unknown(Unknown::Nothing { nearest: None })
        }
        Subject::One(hit) => card::of_hit(asked, &hit, &aspects::asked_for(asked)),
        // `in a letter they write VoT, what do they mean`
        Subject::Partly(_) | Subject::Foreign { .. } if let Some(term) = term_to_explain(asked) => {
            card::of_entry(asked, term, &[])
        }
        other => match with_another_number(asked) {
            Some(hit) => card::of_hit(asked, &hit, &[]),
            None => asked.without_subject(other),
        },
    }
}

/// The one term that is named where it is asked what somebody means.
fn term_to_explain(asked: &Asked<'_>) -> Option<EntryRef> {
    let terms = asked.question.mentioned(|entry| entry.kind == Kind::Glossary);
    let [(mention, entries)] = terms.as_slice() else { return None };
    let is_short_form =
        asked.question.word(mention.first)?.shown.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    let asks = asked.question.has(Cue::What) && asked.question.says_any("mean means meaning");
    entries.first().copied().filter(|_| asks && is_short_form && mention.words == 1)
}

/// Whether a meeting of IOM is named by several words: `the cooperation agreement`.
fn names_a_meeting(asked: &Asked<'_>) -> bool {
    let is_ours = |entry: &EntryRef| {
        entry.kind == Kind::Meeting && asked.library.knowledge.meetings.get(entry.at).is_some_and(is_iom)
    };
    let is_fact = |mention: &Mention| mention.entries.iter().any(|entry| entry.kind == Kind::Fact);
    let mut mentions = asked.question.mentions.iter();
    mentions.any(|mention| mention.words > 1 && !is_fact(mention) && mention.entries.iter().any(is_ours))
}

/// `in how many countries is IOM present`: what is counted is part of what the fact is about.
fn counted_in_a_fact(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let counted: Vec<usize> = question
        .position(Cue::HowMany)
        .map(|at| at + 1)
        .into_iter()
        .flat_map(|from| {
            (from..question.words.len())
                .take_while(|&at| question.word(at).is_some_and(|word| !matches!(word.part, Part::Cue(Cue::Auxiliary))))
        })
        .filter(|&at| {
            question.word(at).is_some_and(|word| word.part == Part::Cue(Cue::People) && !word.query.is_foreign())
        })
        .collect();
    if counted.is_empty() {
        return None;
    }
    let counting = question.as_content(&counted);
    let places: Vec<usize> = question.telling().into_iter().chain(counted).collect();
    match find(asked.library, &counting, &places, &[Kind::Fact]) {
        Subject::One(hit) if told::how_many(asked, hit.entry) => Some(card::of_hit(asked, &hit, &[])),
        _ => None,
    }
}

/// `does IOM have 200 member states`: the statement that gives the true number.
fn with_another_number(asked: &Asked<'_>) -> Option<Hit> {
    let question = &asked.question;
    let opening = question.words.iter().position(|word| word.part != Part::Filler)?;
    // `We are planning` tells something of somebody else.
    let before = question.words.get(..opening).unwrap_or_default();
    let is_told = before.iter().any(|word| matches!(word.folded.as_str(), "i" | "we" | "you" | "they"));
    let opens = question.word(opening)?.part == Part::Cue(Cue::Auxiliary) && !is_told;
    let (numbers, rest): (Vec<usize>, Vec<usize>) =
        question.telling().into_iter().partition(|&at| question.word(at).is_some_and(|word| has_digit(&word.folded)));
    if !(opens || premise::is_tagged(question)) || numbers.is_empty() {
        return None;
    }
    match find(asked.library, question, &rest, &[Kind::Fact]) {
        Subject::One(hit) if told::how_many(asked, hit.entry) => Some(hit),
        _ => None,
    }
}

/// `who is X`: somebody, not a meeting that X is named in.
fn asks_who_somebody_is(asked: &Asked<'_>) -> bool {
    let words = &asked.question.words;
    let is_be = |word: &Word| matches!(word.folded.as_str(), "is" | "was" | "are" | "were");
    let opens = words.iter().zip(words.iter().skip(1)).any(|(who, be)| who.part == Part::Cue(Cue::Who) && is_be(be));
    let is_named = asked
        .question
        .mentions
        .iter()
        .any(|mention| mention.words > 1 && mention.entries.iter().any(|entry| entry.kind == Kind::Meeting));
    (opens || words.iter().any(|word| word.folded == "whos")) && !is_named
}

/// `who was it handed to`, in reply to a meeting whose text holds every word of it, and that names nobody.
fn is_about_the_context(asked: &Asked<'_>) -> bool {
    let content = asked.question.content();
    let names_nobody = asked.question.mentioned(|entry| entry.kind == Kind::Person).is_empty();
    asked
        .context
        .filter(|entry| entry.kind == Kind::Meeting)
        .is_some_and(|entry| names_nobody && !content.is_empty() && in_context(asked, entry, &content).is_some())
}

/// Of several entries that may tell how many, those that hold a number.
fn those_with_a_number(asked: &Asked<'_>, several: &[Scored]) -> Answer {
    let telling: Vec<Scored> = several.iter().copied().filter(|hit| told::how_many(asked, hit.entry)).collect();
    match (telling.as_slice(), several.first()) {
        ([], Some(nearest)) => Answer::unknown(Unknown::Detail { nearest: nearest.entry }),
        ([one], _) => card::of_entry(asked, one.entry, &[]),
        _ => asked.without_subject(Subject::Several(telling)),
    }
}

/// `what did IOM do in Bangladesh` names a place, not the embassy that is found by its country.
fn is_only_a_place(asked: &Asked<'_>, entry: EntryRef) -> bool {
    let is_in = |at: usize| {
        at.checked_sub(1).and_then(|before| asked.question.word(before)).is_some_and(|word| word.folded == "in")
    };
    let is_place = |mention: &Mention| mention.words == 1 && mention.entries.contains(&entry) && is_in(mention.first);
    entry.kind == Kind::Organisation && asked.question.says_iom() && asked.question.mentions.iter().any(is_place)
}
