//! Who held an office: `who is the ambassador of Japan`, `who was health minister in 2022`.
//!
//! The one idea: an office is words, all of which must stand in one role of one person; the date it was seen at is part
//! of the answer, since nobody says when it ended.

use super::asked::Asked;
use super::card;
use super::found::{Answer, Body, Matched, Party, Unknown};
use super::lexicon::{Cue, is_country_word};
use super::meetings::took_part;
use super::named_fact::named_fact;
use super::question::Question;
use super::subject::{ANY, Hit, Subject, find};
use super::word::{Part, Word};
use crate::knowledge::{Kind, Person, Role};
use crate::search::{EntryRef, Scored};
use crate::text::{PartialDate, TimeSpan, is_among, plain_ordinal, tokens};

/// Words that ask for today.
const NOW: &str = "now today currently current present presently nowadays";
/// As many days as somebody who was seen in an office may be taken to hold it.
const STILL_NOW: i64 = 366;

/// The answer, if the question asks for the holder of an office that somebody here held.
pub(super) fn offices(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let names_person = !question.mentioned(|entry| entry.kind == Kind::Person).is_empty();
    if !question.has(Cue::Who)
        && !question.words.iter().any(|word| matches!(word.folded.as_str(), "name" | "named" | "called"))
        || names_person
        || question.has_detail()
    {
        return None;
    }
    let words: Vec<&Word> = question.telling().into_iter().filter_map(|at| question.word(at)).collect();
    // What something was called is no office, unless a word for one stands beside it.
    let says_office = question.has(Cue::Who) || words.iter().any(|word| word.part == Part::Content);
    if words.is_empty() || !says_office || words.iter().any(|word| word.query.is_foreign()) {
        return None;
    }
    // A fact that bears the office's name tells of all its holders; what is called just so is no office.
    if let Subject::One(hit) = find(asked.library, question, &question.telling(), &ANY)
        && (hit.entry.kind == Kind::Fact
            || hit.entry.kind == Kind::Meeting && asked.is_called(hit.entry, &question.telling()))
    {
        return None;
    }
    let mut holders = Vec::new();
    // What holds a word anywhere is told by the index; roles are read only where all words are.
    let may_explain = |at: usize| {
        let holds =
            |word: &&Word| asked.library.index.likeness(EntryRef { kind: Kind::Person, at }, &word.query).is_some();
        words.iter().filter(|word| word.part == Part::Content).all(holds)
    };
    for (at, person) in asked.library.knowledge.people.iter().enumerate().filter(|(at, _)| may_explain(*at)) {
        for (role_at, role) in person.roles.iter().enumerate() {
            if explains(asked, person, role, &words) {
                holders.push((at, role_at));
            }
        }
    }
    // `the president of the Maldives` is no president of one of its bodies.
    let nearly: Vec<&Word> = words.iter().copied().filter(|word| word.part == Part::Soft).collect();
    let is_spelt_out = |(person, role): &(usize, usize)| {
        let role = asked.library.knowledge.people.get(*person).and_then(|person| person.roles.get(*role));
        let stems = role.map(|role| stems(asked, &role.role)).unwrap_or_default();
        nearly.iter().all(|word| word.query.variants.iter().any(|variant| stems.contains(&variant.stem)))
    };
    if holders.iter().any(is_spelt_out) {
        holders.retain(is_spelt_out);
    }
    if let Some(span) = question.timing.span {
        let held = |(person, role): &(usize, usize)| {
            let as_of = asked.library.knowledge.people.get(*person).and_then(|person| person.roles.get(*role)?.as_of);
            as_of.is_some_and(|date| TimeSpan::from(date).touches(span.from, span.to))
        };
        if holders.iter().any(held) {
            holders.retain(held);
        }
    }
    holders.dedup_by_key(|(person, _)| *person);
    let entries: Vec<Scored> = holders
        .iter()
        .take(10)
        .map(|(at, _)| Scored { entry: EntryRef { kind: Kind::Person, at: *at }, score: 1.0 })
        .collect();
    if question.timing.span.is_none() && question.says_any(NOW) && !holders.is_empty() {
        let seen = |(person, role): &(usize, usize)| {
            asked.library.knowledge.people.get(*person).and_then(|person| person.roles.get(*role)?.as_of)
        };
        holders.sort_by_key(|held| std::cmp::Reverse(seen(held).map(PartialDate::first_day)));
        let is_old = |held: &(usize, usize)| {
            seen(held).is_none_or(|date| {
                asked.today.duration_since(date.last_day()) > jiff::SignedDuration::from_hours(24 * STILL_NOW)
            })
        };
        if holders.iter().all(is_old) {
            return Some(Answer::unknown(Unknown::HolderNow(holders)));
        }
    }
    let matched = words.iter().map(|word| Matched::plain(&word.shown)).collect();
    (!holders.is_empty()).then(|| Answer::new(Body::Offices(holders), entries, matched))
}

/// `who was the health minister at that`, in reply to a meeting: of all who held the office, those who were there.
pub(super) fn at_the_meeting(asked: &Asked<'_>) -> Option<Answer> {
    let entry = asked.context.filter(|entry| entry.kind == Kind::Meeting)?;
    let meeting = asked.library.knowledge.meetings.get(entry.at)?;
    if asked.question.has_any(&[Cue::Chair, Cue::Organise, Cue::Speak, Cue::Attend, Cue::People]) {
        return None;
    }
    let mut answer = offices(asked)?;
    let Body::Offices(holders) = &mut answer.body else { return None };
    let was_there = |at: usize| {
        let who = Party::Known(vec![EntryRef { kind: Kind::Person, at }]);
        took_part(asked.library, meeting, &who, super::found::Role::Any)
    };
    holders.retain(|(at, _)| was_there(*at));
    answer.entries.retain(|hit| was_there(hit.entry.at));
    (!answer.entries.is_empty()).then_some(answer)
}

/// Words for an office.
const OFFICE: &str =
    "role roles post posts position positions job jobs title titles office offices capacity rank designation";

/// The office of somebody who is named, at a date or at every date known: `what was Sarat Dash's post in 2025`.
pub(super) fn office_of(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let people = question.mentioned(|entry| entry.kind == Kind::Person);
    let [(mention, entries)] = people.as_slice() else { return None };
    let [entry] = entries.as_slice() else { return None };
    let is_told = |at: usize| {
        mention.covers(at)
            || question.word(at).is_some_and(|word| {
                OFFICE.split_ascii_whitespace().chain(["meet", "met"]).any(|known| known == word.folded)
            })
    };
    if !question.says_any(OFFICE) || !question.content().into_iter().all(is_told) || question.has(Cue::Meeting) {
        return None;
    }
    let roles = &asked.library.knowledge.people.get(entry.at)?.roles;
    let held = |at: &usize| {
        let as_of = roles.get(*at).and_then(|role| role.as_of);
        question
            .timing
            .span
            .is_none_or(|span| as_of.is_some_and(|date| TimeSpan::from(date).touches(span.from, span.to)))
    };
    let held: Vec<(usize, usize)> = (0..roles.len()).filter(held).map(|at| (entry.at, at)).collect();
    if held.is_empty() || question.timing.span.is_none() {
        return Some(card::of_entry(asked, *entry, &[]));
    }
    let matched = vec![Matched::plain(&question.shown(&(mention.first..=mention.last).collect::<Vec<_>>()))];
    Some(Answer::new(Body::Offices(held), vec![Scored { entry: *entry, score: 1.0 }], matched))
}

/// Who was at the head of IOM as such, however that is asked: `who ran IOM in 2016`, `did Amy Pope lead IOM in 2016`.
pub(super) fn head_of_iom(asked: &Asked<'_>) -> Option<Answer> {
    let plain = asked_for_head(asked, &asked.question.content())?;
    named_fact(&plain).map(|fact| card::of_hit(&plain, &fact, &[]))
}

/// The statement on who is at the head of IOM, if the words at these places ask for it.
pub(super) fn head_fact(asked: &Asked<'_>, places: &[usize]) -> Option<Hit> {
    named_fact(&asked_for_head(asked, places)?)
}

/// The plain question for the head of IOM that one with these words is.
fn asked_for_head<'a>(asked: &Asked<'a>, places: &[usize]) -> Option<Asked<'a>> {
    let question = &asked.question;
    let is_of_somebody = |at: &usize| {
        let named = question.mentioned(|entry| entry.kind == Kind::Person);
        named.iter().any(|(mention, _)| mention.covers(*at))
    };
    // Such a word may stand in the name of something else as well.
    let heads = |word: &Word| word.part == Part::Cue(Cue::Chair) || is_among(HEADING, &word.folded);
    let asks_for_head = question.words.iter().any(heads);
    let opens = matches!(question.words.first().map(|word| word.part), Some(Part::Cue(Cue::Who | Cue::Auxiliary)));
    let is_told = |at: &usize| {
        is_of_somebody(at) || question.word(*at).is_none_or(|word| word.part != Part::Content || heads(word))
    };
    if !(opens && asks_for_head && question.says_iom())
        || question.has_any(&ABOUT_EVENTS)
        || !places.iter().all(is_told)
    {
        return None;
    }
    let in_country = question.words.iter().any(|word| is_country_word(&word.folded));
    let when = question.words.iter().filter(|word| word.part == Part::Time).map(|word| word.folded.as_str());
    let plain: Vec<&str> =
        ["head", "of", "iom"].into_iter().chain(in_country.then_some("maldives")).chain(when).collect();
    let question = Question::read(asked.library, &plain.join(" "), asked.today);
    Some(Asked { library: asked.library, question, context: None, page: 0, today: asked.today })
}

/// Cues of questions about what somebody did or where somebody was, not about who held the office.
const ABOUT_EVENTS: [Cue; 8] =
    [Cue::Meeting, Cue::Order, Cue::Attend, Cue::Speak, Cue::Discuss, Cue::Decide, Cue::Where, Cue::Why];

/// Words for being at the head of something, whatever else they may ask for.
const HEADING: &str = "top boss chief run runs ran running lead leads led leading head heads headed";

/// Whether one role holds all the words; those that stand nearly everywhere need not be there.
fn explains(asked: &Asked<'_>, person: &Person, role: &Role, words: &[&Word]) -> bool {
    let mut text = role.role.clone();
    if let Some(reference) = &role.organisation {
        text.push(' ');
        text.push_str(asked.library.knowledge.name_of(reference));
        if let Some(body) = asked.library.knowledge.organisation(reference) {
            text.push(' ');
            text.push_str(
                &[body.aliases.join(" "), body.acronyms.join(" "), body.country.clone().unwrap_or_default()].join(" "),
            );
        }
    }
    text.push(' ');
    text.push_str(person.text.as_deref().unwrap_or_default());
    let (in_any, in_role) = (stems(asked, &text), stems(asked, &role.role));
    let holds = |stems: &[u32], word: &Word| word.query.variants.iter().any(|variant| stems.contains(&variant.stem));
    words.iter().all(|word| word.part != Part::Content || holds(&in_any, word))
        && words.iter().any(|word| holds(&in_role, word))
}

/// The stems of a text that the knowledge holds.
fn stems(asked: &Asked<'_>, text: &str) -> Vec<u32> {
    let vocabulary = &asked.library.index.vocabulary;
    tokens(text).iter().filter_map(|token| vocabulary.stem(plain_ordinal(&token.folded))).collect()
}
