//! The entry that a question is about.
//!
//! The one idea: an entry is the subject only if it explains the question. Every content word must be found in it, so a
//! question that shares some words with an entry but asks for more is refused; how often a word occurs decides only
//! between entries that explain it all.

use std::collections::HashSet;

use crate::knowledge::Kind;
use crate::search::{EntryRef, Library, Mention, QueryWord, Scored};
use crate::text::{Ordinal, has_digit};

use super::found::{AskedDate, Matched};
use super::lexicon::{Cue, is_country_word, says_nothing};
use super::question::Question;
use super::thresholds::{
    AMBIGUITY_GAP, BEARING_OUT, CANDIDATES, COVERED_ALL_UP_TO, COVERED_SHARE, MOST_CHOICES, NAME_BONUS, NEAR_SHARE,
    SCORE_FLOOR, SOFT_WEIGHT, SURE_OF_A_PERSON, SURE_OF_ONE_WORD,
};
use super::word::Part;

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

/// The entry that a term stands for.
fn meant_by(library: &Library, entry: &EntryRef) -> Option<EntryRef> {
    let term = library.knowledge.glossary.get(entry.at).filter(|_| entry.kind == Kind::Glossary)?;
    EntryRef::find(&library.knowledge, term.entry.as_deref()?)
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

/// An entry under consideration.
#[derive(Clone, Debug)]
struct Candidate {
    entry: EntryRef,
    score: f32,
    /// The share of the required words' information that it explains.
    share: f32,
    /// How many required words it does not explain.
    missing: usize,
    /// One of them is a number or an ordinal, which is never passed over.
    misses_number: bool,
    /// The likeness of the word that is least alike.
    weakest: f32,
    /// All required words are one name of it.
    is_named: bool,
}

impl Candidate {
    /// Whether the words are as alike as its kind needs: a person is not meant by a name that is only somewhat like.
    fn is_sure_enough(&self) -> bool {
        self.entry.kind != Kind::Person || self.weakest >= SURE_OF_A_PERSON
    }

    fn is_covering(&self, words: usize) -> bool {
        self.missing == 0
            || (!self.misses_number
                && words > COVERED_ALL_UP_TO
                && self.share >= COVERED_SHARE
                && self.missing <= words / 4)
    }
}

fn candidate(library: &Library, question: &Question, required: &[(usize, &QueryWord)], hit: Scored) -> Candidate {
    let (mut explained, mut total, mut missing, mut weakest) = (0.0, 0.0, 0, 1.0_f32);
    let mut misses_number = false;
    let is_number = |at: usize| {
        question.timing.ordinals.iter().any(|ordinal| ordinal.token == at)
            || question.words.get(at).is_some_and(|word| has_digit(&word.folded))
    };
    // With a date, the name of a series is a name of each of its meetings; without, of the series itself.
    let is_dated_meeting = hit.entry.kind == Kind::Meeting && question.asked_date().is_some();
    let series = library.knowledge.meetings.get(hit.entry.at).filter(|_| is_dated_meeting);
    let series = series.and_then(|meeting| Some(meeting.series.as_ref()?.id.as_str()));
    let bears = |mention: &Mention| {
        // A term for the series means it as well.
        let term = |entry: &EntryRef| library.knowledge.glossary.get(entry.at).filter(|_| entry.kind == Kind::Glossary);
        let meant = |entry: &EntryRef| term(entry).and_then(|term| term.entry.as_deref());
        let is_series = |entry: &EntryRef| {
            series.is_some_and(|series| entry.id(&library.knowledge) == series || meant(entry) == Some(series))
        };
        mention.entries.iter().any(|entry| *entry == hit.entry || is_series(entry))
    };
    let in_name = |at: usize| {
        question
            .mentions
            .iter()
            .any(|mention| mention.words > 1 && (mention.first..=mention.last).contains(&at) && bears(mention))
    };
    // A short form says what it stands for.
    let stands_for = |at: usize| {
        let covers = |mention: &&Mention| (mention.first..=mention.last).contains(&at);
        question
            .mentions
            .iter()
            .filter(covers)
            .flat_map(|mention| mention.entries.iter())
            .any(|entry| meant_by(library, entry) == Some(hit.entry))
    };
    let exact = required
        .iter()
        .filter(|(_, word)| !word.is_bent() && library.index.likeness(hit.entry, word).is_some())
        .count();
    for (at, word) in required {
        total += word.weight;
        let likeness = library.index.likeness(hit.entry, word).or_else(|| stands_for(*at).then_some(1.0));
        if let Some(likeness) = likeness.filter(|_| !word.is_bent() || exact >= BEARING_OUT || in_name(*at)) {
            explained += word.weight;
            weakest = weakest.min(likeness);
        } else {
            missing += 1;
            misses_number |= is_number(*at);
        }
    }
    let named = |at: usize| {
        question.mentions.iter().any(|mention| (mention.first..=mention.last).contains(&at) && bears(mention))
    };
    let in_names = required.iter().filter(|(at, _)| named(*at)).count();
    let one_name = question
        .mentions
        .iter()
        .any(|mention| bears(mention) && required.iter().all(|(at, _)| (mention.first..=mention.last).contains(at)));
    let bonus = NAME_BONUS * ratio(in_names, required.len());
    Candidate {
        entry: hit.entry,
        score: (hit.score * (1.0 - NAME_BONUS) + bonus).min(1.0),
        share: if total > 0.0 { explained / total } else { 0.0 },
        missing,
        misses_number,
        weakest,
        is_named: one_name && missing == 0,
    }
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

/// Whether one name of the entry holds all the words.
pub(crate) fn is_in_one_name(library: &Library, entry: EntryRef, required: &[(usize, &QueryWord)]) -> bool {
    let holds = |stems: &[u32], word: &QueryWord| word.variants.iter().any(|variant| stems.contains(&variant.stem));
    library.stems_of_names(entry).iter().any(|stems| required.iter().all(|(_, word)| holds(stems, word)))
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

/// The subject where the number asked for is not that of the meeting that the reply is about.
pub(crate) fn other_number(library: &Library, question: &Question, entry: EntryRef) -> Option<Subject> {
    let series = super::meetings::series_of(library, entry)?;
    let own = || library.knowledge.meetings.get(entry.at)?.series.as_ref()?.number;
    let number = question.ordinal().or_else(|| {
        if question.says_any("before previous preceding") {
            own()?.checked_sub(1)
        } else if question.says_any("after following") {
            own()?.checked_add(1)
        } else {
            None
        }
    })?;
    let known = super::meetings::of_series(library, series);
    let has_number = |at: &usize| {
        library.knowledge.meetings.get(*at).and_then(|meeting| meeting.series.as_ref()?.number) == Some(number)
    };
    match known.iter().copied().find(|at| has_number(at)) {
        Some(at) if at == entry.at => None,
        Some(at) => Some(Subject::One(Hit {
            entry: EntryRef { kind: Kind::Meeting, at },
            score: 1.0,
            others: Vec::new(),
            matched: Vec::new(),
        })),
        None => Some(Subject::Missing { number, known }),
    }
}

/// Whether two facts are one fact at two dates.
fn is_same_subject(library: &Library, one: EntryRef, other: EntryRef) -> bool {
    one.kind == Kind::Fact && other.kind == Kind::Fact && {
        let chain = super::facts::chain(&library.knowledge, one.at);
        chain.contains(&other.at)
    }
}

/// A number of a series that is not recorded, while others are.
fn missing_in_series(
    library: &Library,
    question: &Question,
    required: &[(usize, &QueryWord)],
    near: &[Candidate],
) -> Option<Subject> {
    let asked: Vec<&Ordinal> =
        question.timing.ordinals.iter().filter(|ordinal| required.iter().any(|(at, _)| *at == ordinal.token)).collect();
    let number = asked.first()?.number;
    let series_of = |candidate: &Candidate| super::meetings::series_of(library, candidate.entry);
    let (best, series) = near.iter().find_map(|candidate| Some((candidate, series_of(candidate)?)))?;
    // The series is meant only if everything but the number is explained by one of its meetings.
    let explained = required
        .iter()
        .filter(|(at, _)| asked.iter().all(|ordinal| ordinal.token != *at))
        .all(|(_, word)| library.index.likeness(best.entry, word).is_some());
    if !explained || required.len() <= asked.len() {
        return None;
    }
    let known = super::meetings::of_series(library, series);
    let is_known = known.iter().any(|&at| {
        library.knowledge.meetings.get(at).and_then(|meeting| meeting.series.as_ref()?.number) == Some(number)
    });
    (!is_known).then_some(Subject::Missing { number, known })
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

#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
