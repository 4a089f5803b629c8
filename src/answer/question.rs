//! A question taken apart: what its words ask for, which names and dates it holds, and which words are left to be found.
//!
//! The one idea: every word has exactly one part in the question. A word that is neither a cue nor filler nor a date is
//! content, and content must be explained by whatever is answered.

use jiff::civil::Date;

use super::found::AskedDate;
use super::lexicon::{Cue, is_iom_word, is_soft};
use super::thresholds::SURE_OF_A_PERSON;
use super::word::{Part, Word, word};
use super::{phrases, repair};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library, Mention, NameWord, QueryWord, SYNONYM_SIMILARITY, is_small_word};
use crate::text::{Timing, is_among, is_within, read_times};

/// A question taken apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Question {
    pub(crate) words: Vec<Word>,
    pub(crate) timing: Timing,
    pub(crate) mentions: Vec<Mention>,
    cues: Vec<(Cue, usize)>,
}

impl Question {
    /// Takes a text apart. `today` gives `last year` its meaning.
    pub(crate) fn read(library: &Library, text: &str, today: Date) -> Self {
        let (words, timing) = words(library, text, today);
        let mentions = mentions(library, &words, is_shouted(text));
        Self { words, timing, mentions, cues: Vec::new() }.settled()
    }

    /// The same without names that hold words of questions: `how much did Japan give` is a name of a fact, and may be
    /// the beginning of a question about something else. None where no such name stands in it.
    pub(crate) fn read_without_question_names(library: &Library, text: &str, today: Date) -> Option<Self> {
        let (words, timing) = words(library, text, today);
        let shouted = is_shouted(text);
        let mut mentions = mentions(library, &words, shouted);
        let all = mentions.len();
        let asks = |word: &Word| {
            matches!(word.part, Part::Cue(_) | Part::Filler)
                && !is_small_word(&word.folded)
                && (shouted || !is_written_as_name(word))
        };
        let run = |mention: &Mention| words.get(mention.first..=mention.last).unwrap_or_default();
        mentions.retain(|mention| !run(mention).iter().any(asks));
        (mentions.len() < all).then(|| Self { words, timing, mentions, cues: Vec::new() }.settled())
    }

    /// Gives every word its one part.
    fn settled(mut self) -> Self {
        self.give_names_their_words();
        self.settle_called();
        self.settle_budget();
        self.settle_lasting();
        self.settle_hosting();
        self.settle_ending();
        self.settle_weekday();
        self.settle_ordinals();
        self.cues = (self.words.iter().enumerate())
            .filter_map(|(at, word)| if let Part::Cue(cue) = word.part { Some((cue, at)) } else { None })
            .collect();
        self
    }

    /// Whether something is asked for.
    pub(crate) fn has(&self, cue: Cue) -> bool {
        self.position(cue).is_some()
    }

    /// Whether any of these is asked for.
    pub(crate) fn has_any(&self, cues: &[Cue]) -> bool {
        cues.iter().any(|cue| self.has(*cue))
    }

    /// The years named.
    pub(crate) fn years(&self) -> impl Iterator<Item = &QueryWord> {
        let is_year = |word: &&Word| {
            word.part == Part::Time && word.folded.len() == 4 && word.folded.bytes().all(|byte| byte.is_ascii_digit())
        };
        self.words.iter().filter(is_year).map(|word| &word.query)
    }

    /// Whether any of these words stands in it, as typed.
    pub(crate) fn says_any(&self, words: &str) -> bool {
        self.words.iter().any(|word| is_among(words, &word.folded))
    }

    /// Whether any of these words stands in it, as typed or a slip away.
    pub(crate) fn says_any_like(&self, words: &str) -> bool {
        let is_like =
            |word: &Word, known: &str| word.folded == known || (known.len() > 4 && is_within(1, &word.folded, known));
        self.words.iter().any(|word| words.split_ascii_whitespace().any(|known| is_like(word, known)))
    }

    /// Whether the day of the week is asked for.
    pub(crate) fn asks_for_weekday(&self) -> bool {
        let is_day = |word: &Word| word.part == Part::Cue(Cue::When) && is_among(WEEKDAYS, &word.folded);
        let is_phrase = |run: &[Word]| run.iter().map(|word| word.folded.as_str()).eq(["day", "of", "the", "week"]);
        self.says_any("weekday weekdays") || self.words.iter().any(is_day) || self.words.windows(4).any(is_phrase)
    }

    /// Whether it opens as a question does that is not answered with yes or no.
    pub(crate) fn asks_openly(&self) -> bool {
        self.has_any(&[Cue::Who, Cue::What, Cue::When, Cue::Where, Cue::Which, Cue::HowMany])
    }

    /// Whether the organisation is named.
    pub(crate) fn says_iom(&self) -> bool {
        self.words.iter().any(|word| is_iom_word(&word.folded) || word.folded == "ours")
    }

    /// Whether an amount of money is asked for, or who gave it.
    pub(crate) fn asks_for_money(&self) -> bool {
        self.has(Cue::HowMuch)
            || (self.has(Cue::HowMany) && self.says_any("grant grants funding"))
            || self
                .position(Cue::Who)
                .zip(self.position(Cue::Money))
                .is_some_and(|(who, money)| who < money && money <= who + 2)
    }

    /// Whether a detail is asked for that no entry holds a place for.
    pub(crate) fn has_detail(&self) -> bool {
        self.has_any(&[Cue::Detail, Cue::Why])
    }

    /// Where the first word stands that asks for it.
    pub(crate) fn position(&self, cue: Cue) -> Option<usize> {
        self.cues.iter().find(|(known, _)| *known == cue).map(|(_, at)| *at)
    }

    /// The places of the words that must be explained.
    pub(crate) fn content(&self) -> Vec<usize> {
        self.of_part(Part::Content)
    }

    /// The places of the words that tell what the question is about, soft ones included.
    pub(crate) fn telling(&self) -> Vec<usize> {
        (0..self.words.len()).filter(|&at| self.is_telling(at)).collect()
    }

    /// Whether the word at a place has a part.
    pub(super) fn is(&self, at: usize, part: Part) -> bool {
        self.words.get(at).is_some_and(|word| word.part == part)
    }

    /// Whether the word at a place tells what the question is about.
    pub(crate) fn is_telling(&self, at: usize) -> bool {
        self.is(at, Part::Content) || self.is(at, Part::Soft)
    }

    /// The mentions of entries of some kind, in the order of the sentence.
    pub(crate) fn mentioned(&self, keep: impl Fn(EntryRef) -> bool) -> Vec<(&Mention, Vec<EntryRef>)> {
        let mut found: Vec<_> = self
            .mentions
            .iter()
            .map(|mention| (mention, mention.entries.iter().copied().filter(|entry| keep(*entry)).collect::<Vec<_>>()))
            .filter(|(_, entries)| !entries.is_empty())
            .collect();
        found.sort_by_key(|(mention, _)| mention.first);
        found
    }

    /// The same question, in which the words at some places must be explained.
    pub(crate) fn as_content(&self, places: &[usize]) -> Self {
        let mut question = self.clone();
        for at in places {
            if let Some(word) = question.words.get_mut(*at) {
                word.part = Part::Content;
            }
        }
        question
    }

    /// The words at some places, as typed.
    pub(crate) fn shown(&self, places: &[usize]) -> String {
        let words: Vec<&str> = places.iter().filter_map(|&at| self.word(at)).map(|word| word.shown.as_str()).collect();
        words.join(" ")
    }

    /// The word at a place.
    pub(crate) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The date asked for.
    pub(crate) fn asked_date(&self) -> Option<AskedDate> {
        let yearless = self.timing.yearless.map(|(day, month)| AskedDate::Yearless(day, month));
        self.timing.span.map(AskedDate::Span).or(yearless)
    }

    /// The number asked for of a series, unless it stands for `earliest`.
    pub(crate) fn ordinal(&self) -> Option<u32> {
        self.timing.ordinals.iter().find(|ordinal| self.is(ordinal.token, Part::Content)).map(|ordinal| ordinal.number)
    }

    fn of_part(&self, part: Part) -> Vec<usize> {
        (0..self.words.len()).filter(|&at| self.is(at, part)).collect()
    }

    /// The words of a name are content, whatever they would ask for elsewhere.
    fn give_names_their_words(&mut self) {
        for mention in &self.mentions {
            for word in self.words.get_mut(mention.first..=mention.last).unwrap_or_default() {
                let is_between = word.part == Part::Filler && is_among(EMPHASIS, &word.folded);
                let stays = word.part == Part::Time || is_between || is_small_word(&word.folded);
                if !(stays || mention.words == 1 && word.part == Part::Soft) {
                    word.part = if is_soft(&word.folded) { Part::Soft } else { Part::Content };
                }
            }
        }
    }

    /// `the video called Aliyah` asks for no recording.
    fn settle_called(&mut self) {
        let is_called = |word: &Word| matches!(word.folded.as_str(), "called" | "named" | "titled");
        let at = self.words.windows(2).position(
            |pair| matches!(pair, [detail, called] if detail.part == Part::Cue(Cue::Detail) && is_called(called)),
        );
        if let Some(word) = at.and_then(|at| self.words.get_mut(at)) {
            word.part = Part::Filler;
        }
    }

    /// `The budget of` something asks how much; alone or in a name the word is content.
    fn settle_budget(&mut self) {
        let is_named = |at: usize| self.mentions.iter().any(|mention| mention.words > 1 && mention.covers(at));
        let asks = |(at, word): (usize, &Word)| matches!(word.folded.as_str(), "budget" | "budgets") && !is_named(at);
        let asking = self.words.iter().enumerate().position(asks).filter(|_| self.content().len() > 1);
        if let Some(word) = asking.and_then(|at| self.words.get_mut(at)) {
            word.part = Part::Cue(Cue::HowMuch);
        }
    }

    /// `How long did it last` asks for no latest meeting.
    fn settle_lasting(&mut self) {
        if self.words.iter().any(|word| word.part == Part::Cue(Cue::HowLong)) {
            let is_verb = |word: &&mut Word| {
                word.part == Part::Cue(Cue::Latest)
                    || matches!(word.folded.as_str(), "take" | "takes" | "took" | "taken")
            };
            self.words.iter_mut().filter(is_verb).for_each(|word| word.part = Part::Filler);
        }
    }

    /// `was that a Thursday` asks for the day of the week; `open on Sunday` is about something else.
    fn settle_weekday(&mut self) {
        let mut is_after_an_article = false;
        for word in &mut self.words {
            if is_after_an_article && is_among(WEEKDAYS, &word.folded) {
                word.part = Part::Cue(Cue::When);
            }
            is_after_an_article = word.folded == "a";
        }
    }

    /// `which venue hosted it` asks where it was, not who held it.
    fn settle_hosting(&mut self) {
        let asks = |part: Part| self.words.iter().any(|word| word.part == part);
        if asks(Part::Cue(Cue::Where)) && !asks(Part::Cue(Cue::Who)) {
            let hosts = |word: &&mut Word| matches!(word.folded.as_str(), "hosted" | "hosts" | "host" | "hosting");
            self.words.iter_mut().filter(hosts).for_each(|word| word.part = Part::Filler);
        }
    }

    /// `how did it end` asks what came of it, unless the end is part of a name.
    fn settle_ending(&mut self) {
        let is_did = |word: &Word| matches!(word.folded.as_str(), "did" | "does" | "has");
        let asked = self.words.windows(2).position(
            |pair| matches!(pair, [how, did] if matches!(how.folded.as_str(), "how" | "howd") && is_did(did)),
        );
        let Some(asked) = asked else { return };
        let is_named = |at: usize| self.mentions.iter().any(|name| name.words > 1 && name.covers(at));
        let ends = |at: &usize| self.word(*at).is_some_and(|word| is_among(ENDING, &word.folded));
        let ending = (asked + 2..self.words.len()).rev().find(|at| ends(at) && !is_named(*at));
        if let Some(word) = ending.and_then(|at| self.words.get_mut(at)) {
            word.part = Part::Cue(Cue::Decide);
        }
    }

    /// `first meeting` asks for the earliest; in a name, or before anything else, an ordinal is content.
    fn settle_ordinals(&mut self) {
        for ordinal in &self.timing.ordinals {
            let named = self.mentions.iter().any(|mention| mention.covers(ordinal.token));
            let mut following = self.words.iter().skip(ordinal.token + 1).filter(|word| word.part != Part::Soft);
            let next_is_meeting = following.next().is_none_or(|next| matches!(next.part, Part::Cue(_) | Part::Filler));
            let next_is_cue =
                self.words.get(ordinal.token + 1).is_some_and(|next| next.part == Part::Cue(Cue::Meeting));
            let came_first = ordinal
                .token
                .checked_sub(1)
                .and_then(|at| self.words.get(at))
                .is_some_and(|word| matches!(word.folded.as_str(), "came" | "come" | "was" | "happened"));
            if let Some(word) = self.words.get_mut(ordinal.token) {
                word.part = match ordinal.number {
                    1 if came_first && !next_is_cue => Part::Cue(Cue::Order),
                    1 if !named && next_is_meeting => Part::Cue(Cue::Earliest),
                    _ => Part::Content,
                };
            }
        }
    }
}

/// Days of the week.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";
/// Words for coming to an end.
const ENDING: &str = "end ended ends finish finished conclude concluded conclusion close closed";
/// Words that only stress what is asked.
const EMPHASIS: &str =
    "actually really exactly just even currently presently basically still finally literally already";

/// The names in a sentence; words of a question are names only where they are written as such.
fn mentions(library: &Library, words: &[Word], shouted: bool) -> Vec<Mention> {
    let name_words: Vec<NameWord<'_>> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.part != Part::Time && !is_small_word(&word.folded))
        // What says nothing and stands in no name does not part a name in two.
        .filter(|(_, word)| word.part != Part::Filler || !is_among(EMPHASIS, &word.folded))
        .map(|(token, word)| NameWord { token, variants: &word.query.variants })
        .collect();
    let says_something = |mention: &Mention| {
        let run = words.get(mention.first..=mention.last).unwrap_or_default();
        let is_plain = |word: &Word| matches!(word.part, Part::Cue(_) | Part::Filler);
        let written_as_name = |word: &Word| is_plain(word) && !shouted && is_written_as_name(word);
        let has_content = run.iter().any(|word| word.part == Part::Content || written_as_name(word));
        let is_all_said = || {
            // A date beside a short name asks for a list; beside a long one it changes nothing.
            let is_date = |word: &Word| mention.words > 2 && word.part == Part::Time;
            words.iter().enumerate().all(|(at, word)| mention.covers(at) || says_little(word) || is_date(word))
        };
        // `who` asks; it is the health organization only in capitals, or after `what is`.
        let asks_what = words.iter().any(|word| word.part == Part::Cue(Cue::What));
        let opens = !asks_what && matches!(run, [word] if word.part == Part::Cue(Cue::Who));
        has_content || run.iter().all(|word| !is_plain(word)) || (!opens && is_all_said())
    };
    let mut found = library.names.mentions(&name_words, says_something);
    for mention in &mut found {
        let is_person = is_person(words, mention);
        mention.entries = mention.entries.keeping(|entry| entry.kind != Kind::Person || is_person);
    }
    found.retain(|mention| !mention.entries.is_empty());
    found
}

/// The words of a text before names are known, and the times that it tells.
fn words(library: &Library, text: &str, today: Date) -> (Vec<Word>, Timing) {
    let tokens = repair::repaired(library, text);
    let timing = read_times(&tokens, today);
    let shouted = is_shouted(text);
    let mut words: Vec<Word> = tokens.iter().map(|token| word(library, text, token, shouted)).collect();
    for &at in &timing.tokens {
        if let Some(word) = words.get_mut(at) {
            word.part = Part::Time;
        }
    }
    phrases::join(&mut words);
    (words, timing)
}

/// Whether a text stands in capitals throughout, which then tell nothing.
fn is_shouted(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

/// Whether a word stands in capitals: `WHO` is no `who`.
fn is_written_as_name(word: &Word) -> bool {
    word.shown.chars().count() > 1 && word.shown.chars().all(char::is_uppercase)
}

/// Whether words that are like a person's name mean that person: another surname means another person.
fn is_person(words: &[Word], mention: &Mention) -> bool {
    let is_known =
        |word: &Word| word.query.variants.first().is_some_and(|variant| variant.similarity >= SYNONYM_SIMILARITY);
    let is_stranger = |word: &Word| word.part == Part::Content && !is_known(word) && !word.query.is_everyday;
    let followed_by_stranger = words.get(mention.last + 1).is_some_and(is_stranger);
    mention.weakest >= SURE_OF_A_PERSON && (mention.words > 1 || !followed_by_stranger)
}

/// Whether a word may stand beside a name without changing what is asked.
fn says_little(word: &Word) -> bool {
    is_small_word(&word.folded)
        || matches!(word.part, Part::Filler | Part::Soft | Part::Cue(Cue::Auxiliary | Cue::What | Cue::When | Cue::At))
}
