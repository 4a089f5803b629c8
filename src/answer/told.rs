//! Whether an entry's text tells what is asked of it: a number of something, a length of time, a year, an amount of money.
//!
//! The one idea: the kind of thing that is asked for must stand in the text; an entry that holds the right words but no
//! number cannot say how many.

use super::asked::Asked;
use super::lexicon::{Cue, synonyms};
use super::question::Question;
use super::word::{Part, Word};
use crate::knowledge::{Kind, Knowledge, Reading};
use crate::search::{EntryRef, QueryWord};
use crate::text::{self, Token, is_among, stem, tokens};

/// Numbers in words, as running text has them.
const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen third half quarter nearly";
/// Units of time.
const UNITS: &str = "second seconds minute minutes hour hours day days week weeks month months year years";
/// Words by which an entry is known to speak of money.
const MONEY: &str = "usd mvr dollar dollars rufiyaa budget grant paid funded funding fund";
/// A number counts the word that follows it within so many words: `13 other states`.
const REACH: usize = 4;

/// The running text of a fact or meeting, sentence by sentence.
fn sentences(knowledge: &Knowledge, entry: EntryRef) -> Vec<Vec<Token>> {
    let texts: Vec<&str> = match entry.kind {
        Kind::Fact => knowledge.facts.get(entry.at).map(|fact| fact.text.as_str()).into_iter().collect(),
        Kind::Meeting => knowledge.meetings.get(entry.at).map_or_else(Vec::new, |meeting| {
            let told = [Some(meeting.title.as_str()), Some(meeting.summary.as_str()), meeting.outcome.as_deref()];
            told.into_iter().flatten().collect()
        }),
        _ => Vec::new(),
    };
    texts.iter().flat_map(|text| text::sentences(text)).map(tokens).collect()
}

/// Whether an entry can say how many: a fact by any number in it, a meeting only by one that counts what is asked for.
pub(super) fn how_many(asked: &Asked<'_>, entry: EntryRef) -> bool {
    let is_amount = |token: &Token| is_number(token) && !is_year(token);
    match entry.kind {
        Kind::Fact => {
            sentences(&asked.library.knowledge, entry).iter().flatten().any(is_amount) || the_count(asked, entry)
        }
        _ => the_count(asked, entry),
    }
}

/// Whether the text, or what sources differ on, counts what the question asks to be counted.
pub(super) fn the_count(asked: &Asked<'_>, entry: EntryRef) -> bool {
    text_counts(asked, entry) || {
        let counted = stems_counted(asked);
        readings(&asked.library.knowledge, entry)
            .map(|reading| tokens(&reading.says))
            .any(|said| counts(&counted, &said))
    }
}

/// What sources say of a fact on which they differ.
fn readings(knowledge: &Knowledge, entry: EntryRef) -> impl Iterator<Item = &Reading> {
    let fact = knowledge.facts.get(entry.at).filter(|_| entry.kind == Kind::Fact);
    fact.into_iter().flat_map(|fact| &fact.conflicts).flat_map(|conflict| &conflict.readings)
}

/// Whether the text itself counts it.
pub(super) fn text_counts(asked: &Asked<'_>, entry: EntryRef) -> bool {
    let counted = stems_counted(asked);
    sentences(&asked.library.knowledge, entry).iter().any(|sentence| counts(&counted, sentence))
}

/// The stems of what is to be counted, with those that mean the same.
fn stems_counted(asked: &Asked<'_>) -> Vec<String> {
    let vocabulary = &asked.library.index.vocabulary;
    let typed = |word: &Word| {
        let words = [word.folded.as_str()].into_iter().chain(synonyms(&word.folded));
        words.map(|word| stem(word).into_owned()).collect::<Vec<_>>()
    };
    // What was typed with a slip counts what it was meant to be.
    let meant = |word: &Word| {
        let nearest = word.query.variants.first().map(|variant| vocabulary.letters(variant.surface));
        nearest.map(|word| stem(word).into_owned())
    };
    counted(&asked.question).flat_map(|word| typed(word).into_iter().chain(meant(word))).collect()
}

fn counts(counted: &[String], sentence: &[Token]) -> bool {
    let is_counted = |token: &Token| counted.iter().any(|word| *word == stem(&token.folded));
    let mut numbers = sentence.iter().enumerate().filter(|(_, token)| is_number(token));
    numbers.any(|(at, _)| sentence.iter().skip(at + 1).take(REACH).any(is_counted))
}

/// Whether the entry tells how long something took, or since when it has been so.
pub(super) fn a_duration(knowledge: &Knowledge, entry: EntryRef) -> bool {
    sentences(knowledge, entry).iter().any(|sentence| is_duration(sentence))
        || readings(knowledge, entry).any(|reading| is_duration(&tokens(&reading.says)))
}

/// The same of a text.
pub(super) fn tells_duration(text: &str) -> bool {
    text::sentences(text).into_iter().any(|sentence| is_duration(&tokens(sentence)))
}

fn is_duration(sentence: &[Token]) -> bool {
    let is_unit = |token: &Token| is_among(UNITS, &token.folded);
    let mut pairs = sentence.iter().zip(sentence.iter().skip(1));
    pairs.any(|(one, other)| {
        (is_number(one) && !is_year(one) && is_unit(other)) || (one.folded == "since" && is_year(other))
    })
}

/// Whether a text gives a number that is no year.
pub(super) fn holds_a_number(text: &str) -> bool {
    tokens(text).iter().any(|token| is_number(token) && !is_year(token))
}

/// Whether a text quotes somebody.
pub(super) fn quotes(text: &str) -> bool {
    text.split_ascii_whitespace().any(|word| word.starts_with("quote"))
}

/// Whether a text names a year.
pub(super) fn names_a_year(text: &str) -> bool {
    tokens(text).iter().any(is_year)
}

/// Whether the text names a year.
pub(super) fn a_year(knowledge: &Knowledge, entry: EntryRef) -> bool {
    sentences(knowledge, entry).iter().flatten().any(is_year)
}

/// Whether the entry speaks of money.
pub(super) fn money(asked: &Asked<'_>, entry: EntryRef) -> bool {
    let index = &asked.library.index;
    // Who gave a thing paid for it, but that does not say how much.
    let given = if asked.question.has(Cue::HowMuch) { "" } else { "donated supported support" };
    let mut money = MONEY
        .split_ascii_whitespace()
        .chain(given.split_ascii_whitespace())
        .map(|word| index.word(word))
        .filter(QueryWord::is_known);
    money.any(|word| index.likeness(entry, &word).is_some())
}

/// The words that `how many` asks to be counted: up to the verb.
pub(super) fn counted(question: &Question) -> impl Iterator<Item = &Word> {
    let is_verb = |cue| matches!(cue, Cue::Auxiliary | Cue::Attend | Cue::At | Cue::Organise | Cue::By);
    let after = question.position(Cue::HowMany).map_or(usize::MAX, |at| at + 1);
    let noun =
        question.words.iter().skip(after).take_while(move |word| !matches!(word.part, Part::Cue(cue) if is_verb(cue)));
    noun.filter(|word| word.part != Part::Filler)
}

fn is_number(token: &Token) -> bool {
    token.has_digit() || is_among(NUMBERS, &token.folded)
}

fn is_year(token: &Token) -> bool {
    token.folded.len() == 4
        && ["19", "20"].iter().any(|century| token.folded.starts_with(century))
        && token.folded.bytes().all(|byte| byte.is_ascii_digit())
}
