//! The entry that a question is about.
//!
//! The one idea: an entry is the subject only if it explains the question. Every content word must be found in it, so a
//! question that shares some words with an entry but asks for more is refused; how often a word occurs decides only
//! between entries that explain it all.

use std::collections::HashSet;

use super::candidate::{Candidate, candidate, is_in_one_name, meant_by};
use super::found::{AskedDate, Matched};
use super::lexicon::{Cue, is_country_word, says_nothing};
use super::question::Question;
use super::series::missing_in_series;
use super::thresholds::{
    AMBIGUITY_GAP, CANDIDATES, MOST_CHOICES, NEAR_SHARE, NEARLY_ALL, RIVAL_SHARE, SCORE_FLOOR, SOFT_WEIGHT, SPOKEN_FOR,
    SURE_OF_ONE_WORD,
};
use super::word::Part;
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library, QueryWord, Scored};
use crate::text::has_digit;

/// Every kind, in the order in which one that bears the name asked for is meant.
pub(super) const ANY: [Kind; 5] = [Kind::Meeting, Kind::Fact, Kind::Organisation, Kind::Person, Kind::Glossary];
/// What has a date.
pub(super) const DATED: [Kind; 2] = [Kind::Meeting, Kind::Fact];

/// What a question turned out to be about.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    One(Hit),
    /// Near each other: the asker picks.
    Several(Vec<Scored>),
    /// A word that nothing here holds; the best entry for the rest.
    Foreign {
        word: String,
        nearest: Option<EntryRef>,
    },
    /// Entries hold some of the words, none holds all.
    Partly(EntryRef),
    /// The series holds other numbers than the one asked for.
    Missing {
        number: u32,
        known: Vec<usize>,
    },
    Nothing,
}

/// The entry found.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) entry: EntryRef,
    pub(crate) score: f32,
    /// The next best.
    pub(crate) others: Vec<Scored>,
    pub(crate) matched: Vec<Matched>,
}

impl Hit {
    /// An entry that nothing comes near, found otherwise than by words.
    pub(super) fn alone(entry: EntryRef, score: f32) -> Self {
        Self { entry, score, others: Vec::new(), matched: Vec::new() }
    }
}

/// Finds the subject among entries of some kinds, from the words at these places. Earlier kinds are looked for first.
pub(crate) fn find(library: &Library, question: &Question, places: &[usize], kinds: &[Kind]) -> Subject {
    let keep = |entry: EntryRef| kinds.contains(&entry.kind);
    let hard = places_of(question, places, Part::Content);
    let soft = places_of(question, places, Part::Soft);
    let hard = if hard.is_empty() { soft.clone() } else { hard };
    if hard.is_empty() {
        return Subject::Nothing;
    }
    let required: Vec<(usize, &QueryWord)> =
        hard.iter().filter_map(|&at| Some((at, &question.words.get(at)?.query))).collect();
    let query = weighed_query(question, &hard, &soft);
    let ranked = near(library, question, &query, keep);
    let near: Vec<Candidate> = ranked.iter().map(|hit| candidate(library, question, &required, *hit)).collect();
    // Digits alone are a date that was not read, or a sum.
    let is_digits = |(at, _): &(usize, &QueryWord)| {
        question.words.get(*at).is_some_and(|word| word.folded.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if required.iter().all(is_digits) && !near.iter().any(|candidate| candidate.is_named) {
        return Subject::Nothing;
    }
    let is_spelt_out =
        near.iter().any(|candidate| candidate.missing == 0 && is_in_one_name(library, candidate.entry, &required));
    if !is_spelt_out && let Some(missing) = missing_in_series(library, question, &required, &near) {
        return missing;
    }
    if let Some(hit) = nearly_named(library, question, &required, &near) {
        return Subject::One(hit);
    }
    // The word that says most of what was asked is named: one that is no everyday word, else the longest.
    let telling = |at: &usize| {
        let shown = question.words.get(*at).map_or(0, |word| word.shown.chars().count());
        (question.words.get(*at).is_some_and(|word| !word.query.is_everyday), shown)
    };
    let foreign = required.iter().filter(|(_, word)| word.is_foreign()).max_by_key(|(at, _)| telling(at));
    if let Some((at, _)) = foreign {
        let word = question.words.get(*at).map(|word| word.shown.clone()).unwrap_or_default();
        return Subject::Foreign {
            word,
            nearest: near.iter().find(|candidate| candidate.share >= NEAR_SHARE).map(|candidate| candidate.entry),
        };
    }
    let mut covering: Vec<Candidate> = near
        .iter()
        .filter(|candidate| candidate.is_covering(required.len()) && candidate.is_sure_enough())
        .cloned()
        .collect();
    let only_soft = required.iter().all(|(at, _)| question.words.get(*at).is_some_and(|word| word.part == Part::Soft));
    let says_too_little =
        only_soft || required.iter().all(|(at, _)| question.words.get(*at).is_some_and(|word| has_digit(&word.folded)));
    covering.retain(|candidate| {
        candidate.is_named
            || !(says_too_little || leaves_context_out(library, question, places, candidate.entry, required.len()))
    });
    // A term is meant by its name; its explanation is no answer to a question that happens to use its words.
    covering.retain(|candidate| {
        candidate.entry.kind != Kind::Glossary
            || candidate.is_named
            || (candidate.missing == 0 && is_mentioned(question, candidate.entry))
            || kinds.first() == Some(&Kind::Glossary)
            || question.has(Cue::Compare)
    });
    // Of entries that bear the name alike, the kind that is looked for first is meant.
    let order = |candidate: &Candidate| {
        kinds.iter().position(|kind| *kind == candidate.entry.kind).filter(|_| candidate.is_named)
    };
    covering.sort_by(|one, other| {
        let by_kind =
            if one.is_named && other.is_named { order(one).cmp(&order(other)) } else { std::cmp::Ordering::Equal };
        by_kind.then(other.score.total_cmp(&one.score))
    });
    if covering.iter().any(|candidate| candidate.is_named) {
        covering.retain(|candidate| candidate.is_named);
    }
    // What is withheld is meant only where nothing else is.
    let is_withheld = |candidate: &Candidate| {
        library
            .knowledge
            .facts
            .get(candidate.entry.at)
            .is_some_and(|fact| candidate.entry.kind == Kind::Fact && fact.withheld)
    };
    if !covering.iter().all(is_withheld) {
        covering.retain(|candidate| !is_withheld(candidate));
    }
    let covering = prefer_dates(library, question, &required, covering);
    let Some(best) = covering.first() else {
        // What shares few of the words is about something else, and is not offered as near.
        let nearest = near.iter().find(|candidate| candidate.share >= NEAR_SHARE);
        return nearest.map_or(Subject::Nothing, |candidate| Subject::Partly(candidate.entry));
    };
    // One word alone must be sure, and if it is an everyday word, more than said in passing.
    let is_unsure = |word: &QueryWord| {
        word.is_bent()
            || best.weakest < SURE_OF_ONE_WORD
            || (word.is_everyday && library.says_in_passing(best.entry, word))
    };
    if best.score < SCORE_FLOOR || matches!(required.as_slice(), [(_, word)] if is_unsure(word)) {
        return Subject::Partly(best.entry);
    }
    decided(library, question, &required, &covering)
}

/// A statement whose name holds all that is said but one everyday word: `is there a working shelter for victims`. Where
/// somebody, a place, a number or a reason is asked for, such a word may be just what is asked.
fn nearly_named(
    library: &Library,
    question: &Question,
    required: &[(usize, &QueryWord)],
    near: &[Candidate],
) -> Option<Hit> {
    const ASKING: [Cue; 9] = [
        Cue::Who,
        Cue::Where,
        Cue::Why,
        Cue::HowMany,
        Cue::HowMuch,
        Cue::HowLong,
        Cue::Detail,
        Cue::Contact,
        Cue::StandsFor,
    ];
    let facts = || near.iter().filter(|candidate| candidate.entry.kind == Kind::Fact);
    let best = facts().max_by(|one, other| one.share.total_cmp(&other.share))?;
    if question.has_any(&ASKING) || best.missing != 1 || required.len() <= SPOKEN_FOR || best.share < NEARLY_ALL {
        return None;
    }
    let (told, left): (Vec<_>, Vec<_>) =
        required.iter().copied().partition(|(_, word)| library.index.likeness(best.entry, word).is_some());
    let is_plain = |(at, word): &(usize, &QueryWord)| {
        let is_lower = question.words.get(*at).is_some_and(|word| !word.shown.chars().any(char::is_uppercase));
        word.is_everyday && is_lower
    };
    let is_rival = |other: &Candidate| {
        other.entry != best.entry
            && other.share > best.share - RIVAL_SHARE
            && !is_same_subject(library, best.entry, other.entry)
    };
    let is_meant = left.iter().all(is_plain)
        && is_in_one_name(library, best.entry, &told)
        && best.score >= SCORE_FLOOR
        && !near.iter().any(is_rival);
    is_meant.then(|| Hit {
        entry: best.entry,
        score: best.score,
        others: Vec::new(),
        matched: matched(library, question, &told, best.entry),
    })
}

/// The entries that are looked at closely, best first: those that explain most, those that the question names, and those
/// of the date asked for, which tells meetings of one name apart.
fn near(library: &Library, question: &Question, query: &[QueryWord], keep: impl Fn(EntryRef) -> bool) -> Vec<Scored> {
    let mut near = library.index.rank(query, CANDIDATES, &keep);
    let dated = question.asked_date();
    let is_dated =
        |entry: EntryRef| dated.is_some_and(|date| super::meetings::may_be_held_within(library, entry, date));
    let found = near.len();
    for mention in &question.mentions {
        let is_told = |entry: &&EntryRef| keep(**entry) && (mention.entries.len() <= CANDIDATES || is_dated(**entry));
        near.extend(
            mention.entries.iter().filter(is_told).take(CANDIDATES).map(|entry| library.index.score(*entry, query)),
        );
        let meant = mention.entries.iter().take(CANDIDATES).filter_map(|entry| meant_by(library, entry));
        near.extend(meant.filter(|entry| keep(*entry)).map(|entry| library.index.score(entry, query)));
    }
    if let Some(AskedDate::Span(day)) = dated.filter(|date| date.is_day() && found == CANDIDATES) {
        let held = library.held_about(day.from, day.to).into_iter().map(|at| EntryRef { kind: Kind::Meeting, at });
        near.extend(
            held.filter(|entry| keep(*entry) && is_dated(*entry)).map(|entry| library.index.score(entry, query)),
        );
    } else if dated.is_some() && found == CANDIDATES {
        near.extend(library.index.rank(query, CANDIDATES, |entry| keep(entry) && is_dated(entry)));
    }
    near.retain(|hit| hit.score > 0.0);
    let mut seen = HashSet::new();
    near.retain(|hit| seen.insert(hit.entry));
    near.sort_by(|one, other| other.score.total_cmp(&one.score));
    near
}

fn is_mentioned(question: &Question, entry: EntryRef) -> bool {
    question.mentions.iter().any(|mention| mention.entries.contains(&entry))
}

/// The words that an entry was found by, as typed, with what they were taken for.
fn matched(library: &Library, question: &Question, required: &[(usize, &QueryWord)], entry: EntryRef) -> Vec<Matched> {
    let read = |(at, word): &(usize, &QueryWord)| {
        // A word of a question says nothing of the entry, even where its name is a question.
        let typed = question.words.get(*at).filter(|word| !says_nothing(&word.folded))?;
        let read_as = library.index.read_as(entry, word, &typed.folded).map(str::to_owned);
        Some(Matched { typed: typed.shown.clone(), read_as })
    };
    required.iter().filter_map(read).collect()
}

/// Whether the asker says IOM, an office or a project, and an entry that is found by a single word, or that is no event or
/// fact, has nothing to do with it: `the IOM office in Addu` is not the mayor of Addu.
fn leaves_context_out(library: &Library, question: &Question, places: &[usize], entry: EntryRef, words: usize) -> bool {
    let context = places
        .iter()
        .filter_map(|&at| question.words.get(at))
        .filter(|word| word.part == Part::Soft && !is_country_word(&word.folded));
    (words == 1 || matches!(entry.kind, Kind::Organisation | Kind::Person | Kind::Glossary))
        && context.into_iter().any(|word| library.index.likeness(entry, &word.query).is_none())
}

/// Of meetings that explain the words, those on the date asked for.
fn prefer_dates(
    library: &Library,
    question: &Question,
    required: &[(usize, &QueryWord)],
    covering: Vec<Candidate>,
) -> Vec<Candidate> {
    let Some(asked) = question.asked_date() else { return covering };
    // A name that bears the years is the plainest date of all.
    let with_years: Vec<(usize, &QueryWord)> =
        required.iter().copied().chain(question.years().map(|year| (0, year))).collect();
    let bears_years = |candidate: &Candidate| {
        with_years.len() > required.len() && is_in_one_name(library, candidate.entry, &with_years)
    };
    if covering.iter().any(bears_years) {
        return covering.into_iter().filter(bears_years).collect();
    }
    // A fact is of a year if it says the year.
    let years: Vec<&QueryWord> = question.years().collect();
    let says_years = |entry: EntryRef| {
        entry.kind == Kind::Fact
            && !years.is_empty()
            && years.iter().all(|year| library.index.likeness(entry, year).is_some())
    };
    let fits = |candidate: &Candidate| {
        super::meetings::may_be_held_within(library, candidate.entry, asked) || says_years(candidate.entry)
    };
    // A day that is a little off is a slip.
    let is_near = |candidate: &Candidate| {
        let meeting =
            library.knowledge.meetings.get(candidate.entry.at).filter(|_| candidate.entry.kind == Kind::Meeting);
        meeting.is_some_and(|meeting| super::dated::is_a_slip_from(meeting, asked))
    };
    if covering.iter().any(fits) {
        covering.into_iter().filter(fits).collect()
    } else if covering.iter().any(is_near) {
        covering.into_iter().filter(is_near).collect()
    } else {
        covering
    }
}

/// One entry, or several that the words cannot tell apart.
fn decided(
    library: &Library,
    question: &Question,
    required: &[(usize, &QueryWord)],
    covering: &[Candidate],
) -> Subject {
    let Some(best) = covering.first() else { return Subject::Nothing };
    let mut rivals: Vec<&Candidate> = covering.iter().filter(|other| is_rival(library, best, other)).collect();
    // The name that holds most of the words said, cues and soft words among them, is meant.
    let named: Vec<usize> = rivals.iter().map(|rival| words_in_name(library, question, rival.entry)).collect();
    let most = named.iter().copied().max().unwrap_or_default();
    if let (true, Some(at)) =
        (named.iter().filter(|count| **count == most).count() == 1, named.iter().position(|count| *count == most))
    {
        rivals.drain(at + 1..);
        rivals.drain(..at);
    }
    // Statements of which none says the years asked for are statements about other years.
    let says_years =
        |rival: &&Candidate| question.years().all(|year| library.index.likeness(rival.entry, year).is_some());
    if rivals.len() > 1 && rivals.iter().all(|rival| rival.entry.kind == Kind::Fact && !says_years(rival)) {
        return Subject::Partly(best.entry);
    }
    if rivals.len() > 1 {
        let several = rivals.iter().take(MOST_CHOICES).map(|rival| Scored { entry: rival.entry, score: rival.score });
        return Subject::Several(several.collect());
    }
    let best = rivals.first().copied().unwrap_or(best);
    let others = covering.iter().filter(|other| other.entry != best.entry);
    let others = others.map(|other| Scored { entry: other.entry, score: other.score.min(best.score) });
    Subject::One(Hit {
        entry: best.entry,
        score: best.score,
        others: others.collect(),
        matched: matched(library, question, required, best.entry),
    })
}

/// How many of the question's words the entry's best name holds.
fn words_in_name(library: &Library, question: &Question, entry: EntryRef) -> usize {
    let said = |stem: &u32| {
        question
            .words
            .iter()
            .any(|word| word.part != Part::Filler && word.query.variants.iter().any(|variant| variant.stem == *stem))
    };
    library.stems_of_names(entry).iter().map(|stems| stems.iter().filter(|stem| said(stem)).count()).max().unwrap_or(0)
}

/// Whether an entry is too near to the best to be passed over in silence. The best is its own rival.
fn is_rival(library: &Library, best: &Candidate, other: &Candidate) -> bool {
    if best.entry == other.entry {
        return true;
    }
    best.entry.kind == other.entry.kind
        && best.score - other.score < AMBIGUITY_GAP
        && other.missing <= best.missing
        && !is_same_subject(library, best.entry, other.entry)
}

/// Whether two facts are one fact at two dates.
fn is_same_subject(library: &Library, one: EntryRef, other: EntryRef) -> bool {
    one.kind == Kind::Fact && other.kind == Kind::Fact && {
        let chain = super::facts::chain(&library.knowledge, one.at);
        chain.contains(&other.at)
    }
}

/// The required words with full weight, soft words with some.
fn weighed_query(question: &Question, hard: &[usize], soft: &[usize]) -> Vec<QueryWord> {
    let of = |at: &usize| question.words.get(*at).map(|word| word.query.clone());
    let mut query: Vec<QueryWord> = hard.iter().filter_map(of).collect();
    for mut word in soft.iter().filter(|at| !hard.contains(at)).filter_map(of) {
        if !word.is_foreign() {
            word.weight *= SOFT_WEIGHT;
            query.push(word);
        }
    }
    query
}

fn places_of(question: &Question, places: &[usize], part: Part) -> Vec<usize> {
    places.iter().copied().filter(|&at| question.words.get(at).is_some_and(|word| word.part == part)).collect()
}
