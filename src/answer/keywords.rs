//! Words without a sentence: `treasury onboarding budget workgroup`, with or without a date.
//!
//! The one idea: where nothing is asked, every word is there to pick an entry out, also one that would ask for something in
//! a sentence. An entry that holds all of them is meant. An entry that holds all but a misspelt one is offered, and only
//! where the day is named as well.

use super::asked::Asked;
use super::certainty::is_of_sources;
use super::found::{Answer, AskedDate, Body, Matched};
use super::lexicon::Cue;
use super::meetings::may_be_held_within;
use super::subject::{Subject, find};
use super::thresholds::{AMBIGUITY_GAP, CANDIDATES, MOST_CHOICES};
use super::word::{Part, Word};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention, QueryWord, Scored, is_small_word};
use crate::text::has_digit;

/// Fewer words are a name or a topic, which the other ways to read a question know better.
const FEWEST: usize = 4;

/// Cues by which a sentence is known to ask.
const ASKING: [Cue; 8] =
    [Cue::Who, Cue::What, Cue::When, Cue::Where, Cue::Why, Cue::Which, Cue::HowMany, Cue::Auxiliary];

/// Cues that ask for meetings without a word of what they were about.
const ASKING_FOR_MEETINGS: [Cue; 4] = [Cue::Meeting, Cue::Latest, Cue::Earliest, Cue::List];

/// The meeting that the words pick out, if they are no sentence.
pub(super) fn keywords(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    // `today` and `october` without a number are words like any other.
    let is_dated = question.words.iter().any(|word| word.part == Part::Time && has_digit(&word.folded));
    let is_told = |word: &&Word| !(is_small_word(&word.folded) || is_dated && word.part == Part::Time);
    let words: Vec<&Word> = question.words.iter().filter(is_told).collect();
    // A number of a series is looked up among the numbers, never among the words; what sources say of a thing is not it.
    if question.ordinal().is_some() || is_of_sources(question) {
        return None;
    }
    let date = question.asked_date().filter(|_| is_dated);
    let on_day = date.is_some_and(AskedDate::is_day);
    // The day says as much as a word.
    let too_few = words.len() + usize::from(on_day) < FEWEST;
    if asked.context.is_some() || too_few || asks(asked) || is_name(asked) || names_statement(asked) {
        return None;
    }
    // A word of the question itself was not looked up; here it is a word like any other.
    let looked_up = |word: &&Word| {
        if word.query.is_foreign() { asked.library.index.word(&word.folded) } else { word.query.clone() }
    };
    let query: Vec<QueryWord> = words.iter().map(looked_up).filter(|word| !word.is_foreign()).collect();
    let missing = words.len() - query.len();
    if missing > usize::from(on_day) || query.iter().filter(|word| word.is_bent()).count() > 1 {
        return None;
    }
    let is_meant = |entry: EntryRef| {
        entry.kind == Kind::Meeting && date.is_none_or(|date| may_be_held_within(asked.library, entry, date))
    };
    let ranked: Vec<EntryRef> = if let Some(AskedDate::Span(day)) = date.filter(|_| on_day) {
        // Few meetings are held on one day: each is looked at.
        let held = asked.library.held_about(day.from, day.to).into_iter();
        held.map(|at| EntryRef { kind: Kind::Meeting, at }).filter(|entry| is_meant(*entry)).collect()
    } else {
        let ranked = asked.library.index.rank_by_likeness(&query, CANDIDATES, is_meant);
        ranked.into_iter().map(|hit| hit.entry).collect()
    };
    let mut found: Vec<Explained> = ranked.into_iter().map(|entry| explained(asked, &query, entry)).collect();
    found.retain(|found| found.missing + missing <= usize::from(on_day));
    found.sort_by(|one, other| {
        let fewest = one.missing.cmp(&other.missing);
        fewest.then(other.likeness.total_cmp(&one.likeness)).then(other.hit.score.total_cmp(&one.hit.score))
    });
    let best = found.first()?;
    let is_rival = |other: &&Explained| {
        other.missing == best.missing
            && best.likeness - other.likeness < SAME_LIKENESS
            && best.hit.score - other.hit.score < AMBIGUITY_GAP
    };
    let rivals = found.iter().filter(is_rival).count();
    let entries: Vec<Scored> = found.iter().map(|found| found.hit).collect();
    let read = |word: &&Word| {
        let read_as = asked.library.index.read_as(best.hit.entry, &word.query, &word.folded).map(str::to_owned);
        Matched { typed: word.shown.clone(), read_as }
    };
    let matched: Vec<Matched> = words.iter().map(read).collect();
    if rivals > 1 || best.missing + missing > 0 {
        let entries = entries.into_iter().take(rivals.clamp(1, MOST_CHOICES)).collect();
        return Some(Answer::new(Body::Choices, entries, matched));
    }
    let body = Body::Meeting { at: best.hit.entry.at, aspects: Vec::new(), correction: None };
    let entries = entries.into_iter().take(MOST_ENTRIES).collect();
    Some(Answer::new(body, entries, matched))
}

/// As many entries as an answer names.
const MOST_ENTRIES: usize = 10;

/// Whether it begins as a question does, or asks twice.
fn asks(asked: &Asked<'_>) -> bool {
    // `turnout` asks how many came, but among meetings that speak of it, it is a word like any other.
    let is_content = |word: &Word, cue: Cue| {
        cue == Cue::HowMany && word.folded != "how" && asked.library.index.vocabulary.knows(&word.folded)
    };
    let is_asking =
        |word: &Word| matches!(word.part, Part::Cue(cue) if ASKING.contains(&cue) && !is_content(word, cue));
    let words = &asked.question.words;
    words.iter().filter(|word| is_asking(word)).count() > 1 || words.first().is_some_and(is_asking)
}

/// Whether the words are about one statement: which of it and a meeting is meant is told elsewhere.
fn names_statement(asked: &Asked<'_>) -> bool {
    let telling = asked.question.telling();
    matches!(find(asked.library, &asked.question, &telling, &[Kind::Fact]), Subject::One(_))
}

/// Whether nothing but a name is typed, or nothing but words that ask for meetings.
fn is_name(asked: &Asked<'_>) -> bool {
    let content = asked.question.content();
    let covers = |mention: &Mention| content.iter().all(|at| mention.covers(*at));
    let asks_for_meetings = content.is_empty() && asked.question.has_any(&ASKING_FOR_MEETINGS);
    asked.question.mentions.iter().any(|mention| mention.words > 1 && covers(mention)) || asks_for_meetings
}

/// Likenesses nearer than this come from the frequency of spellings, not from their letters.
const SAME_LIKENESS: f32 = 0.005;

/// An entry with what it explains of the words.
struct Explained {
    hit: Scored,
    /// How many words it does not hold.
    missing: usize,
    /// How alike its words are to those typed, each by its weight, 0 to 1.
    likeness: f32,
}

fn explained(asked: &Asked<'_>, query: &[QueryWord], entry: EntryRef) -> Explained {
    let (mut missing, mut likeness, mut total) = (0, 0.0, 0.0);
    for word in query {
        total += word.weight;
        match asked.library.index.likeness(entry, word) {
            Some(alike) => likeness += word.weight * alike,
            None => missing += 1,
        }
    }
    let hit = asked.library.index.score(entry, query);
    Explained { hit, missing, likeness: if total > 0.0 { likeness / total } else { 0.0 } }
}
