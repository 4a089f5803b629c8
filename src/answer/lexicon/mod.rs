//! The words of questions: what asks for what, and what says nothing about the subject.
//!
//! The one idea: a closed list. Whatever does not stand here is taken as content, and must then be found in the
//! knowledge; so a question about something else is refused rather than half understood.

mod phrases;
mod synonyms;
mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::search::spelling_similarity;
use crate::text::{WordList, is_among, stem};

/// What a word asks for, or does in a question.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Cue {
    Who,
    What,
    When,
    Where,
    Why,
    Which,
    HowMany,
    /// `how long`: a length of time.
    HowLong,
    Chair,
    Organise,
    Attend,
    Speak,
    Discuss,
    Decide,
    Latest,
    Earliest,
    Next,
    StandsFor,
    List,
    Compare,
    /// `before` and `earlier`, which ask for an order when two things are named.
    Order,
    /// `it`, `that meeting`: the subject of the answer that is replied to.
    Anaphora,
    /// A meeting as such: `meeting`, `event`.
    Meeting,
    /// People as such: `people`, `participants`.
    People,
    Not,
    /// A detail that no entry holds a place for: cost, length, recording.
    Detail,
    /// `how much`, `cost`: an amount of money.
    HowMuch,
    /// `funded`, `paid`: after `who`, it asks for who gave the money.
    Money,
    /// A way to reach somebody: telephone, hotline, address.
    Contact,
    /// `by`, `at`: they part the one who did it from what was done.
    By,
    At,
    /// `did`, `was`: they open a question that is answered with yes or no.
    Auxiliary,
    /// `only`, `all`: asks whether a list is closed.
    Complete,
}

/// The lists, ready for look-ups.
struct Lexicon {
    cues: FxHashMap<&'static str, Cue>,
    fillers: FxHashSet<&'static str>,
    soft: FxHashSet<&'static str>,
    /// By their first word, longest first: the phrase, and what it asks for, if anything.
    phrases: FxHashMap<&'static str, Vec<(&'static str, Option<Cue>)>>,
    /// Words of questions as chats spell them, and what they are spelt for.
    chat_spellings: FxHashMap<&'static str, &'static str>,
    /// The words that are listed with synonyms, as they stand.
    typed: FxHashSet<&'static str>,
    /// By stem.
    synonyms: FxHashMap<Cow<'static, str>, &'static str>,
    /// What a misspelt word may have been meant to be.
    meant: Meant,
}

/// The lists, to be looked through for slips.
struct Meant {
    cues: WordList<Cue>,
    fillers: WordList<()>,
    synonyms: WordList<()>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    cues: words_of_cues().map(|(cue, word)| (word, cue)).collect(),
    fillers: words::FILLERS.split_ascii_whitespace().collect(),
    soft: words::SOFT.split_ascii_whitespace().collect(),
    phrases: phrases_by_first_word(),
    chat_spellings: words::CHAT_SPELLINGS.iter().flat_map(|line| spellings(line)).collect(),
    typed: synonyms::typed_and_meant().map(|(word, _)| word).collect(),
    synonyms: synonyms::typed_and_meant().map(|(word, meant)| (stem(word), meant)).collect(),
    meant: Meant {
        cues: WordList::new(
            FUZZY_FROM,
            words_of_cues().filter(|(cue, _)| !matches!(cue, Cue::Detail)).map(|(cue, word)| (word, cue)),
        ),
        fillers: WordList::new(FUZZY_FROM, words::FILLERS.split_ascii_whitespace().map(|word| (word, ()))),
        synonyms: WordList::new(FUZZY_FROM + 1, synonyms::typed_and_meant().map(|(word, _)| (word, ()))),
    },
});

/// Shortest word that is taken for a misspelt cue; below it, one slip makes another word.
const FUZZY_FROM: usize = 5;

/// What a folded word asks for.
pub(crate) fn cue(folded: &str) -> Option<Cue> {
    LEXICON.cues.get(folded).copied()
}

/// What a misspelt word asks for, if it is a slip or two away from a word that asks, and how alike the two are.
pub(crate) fn misspelt_cue(folded: &str) -> Option<(Cue, f32)> {
    let length = folded.chars().count();
    if length + 1 < FUZZY_FROM {
        return None;
    }
    let edits = if length >= 8 { 2 } else { 1 };
    let alike = |(known, cue, distance): (&str, Cue, usize)| {
        (cue, spelling_similarity(distance, length.max(known.chars().count())))
    };
    LEXICON.meant.cues.within(edits, folded).map(alike).max_by(|one, other| one.1.total_cmp(&other.1))
}

/// The short word of a question that was meant: with two letters swapped, or one inside left out.
pub(crate) fn meant_function_word(folded: &str) -> Option<&'static str> {
    let length = folded.chars().count();
    let is_swapped = |known: &str| {
        known.len() == length && strsim::osa_distance(known, folded) == 1 && strsim::hamming(known, folded) == Ok(2)
    };
    let is_shortened = |known: &str| {
        known.len() == length + 1
            && length >= 3
            && strsim::osa_distance(known, folded) == 1
            && known.chars().next() == folded.chars().next()
    };
    words::FUNCTION_WORDS.split_ascii_whitespace().find(|known| is_swapped(known) || is_shortened(known))
}

/// The longest phrase that folded words begin with, chat spellings included: how many words it has, and what it asks for,
/// if anything.
pub(crate) fn phrase<'a>(words: &(impl Iterator<Item = &'a str> + Clone)) -> Option<(usize, Option<Cue>)> {
    let spelt = |word: &'a str| LEXICON.chat_spellings.get(word).copied().unwrap_or(word);
    let mut words = words.clone().map(spelt);
    let known = LEXICON.phrases.get(words.clone().next()?)?;
    let length = |phrase: &str| phrase.split_ascii_whitespace().count();
    let longest = known.iter().map(|(phrase, _)| length(phrase)).max()?;
    let ahead: Vec<&str> = words.by_ref().take(longest).collect();
    let is_said = |phrase: &str| {
        let length = length(phrase);
        length <= ahead.len() && phrase.split_ascii_whitespace().eq(ahead.iter().take(length).copied())
    };
    let (phrase, cue) = known.iter().find(|(phrase, _)| is_said(phrase))?;
    Some((length(phrase), *cue))
}

/// The phrase that folded words begin with and that means one word: how many words it has, and the one that it means.
pub(crate) fn meant_word<'a>(words: &(impl Iterator<Item = &'a str> + Clone)) -> Option<(usize, &'static str)> {
    let length = |phrase: &str| phrase.split_ascii_whitespace().count();
    let is_said = |phrase: &str| phrase.split_ascii_whitespace().eq(words.clone().take(length(phrase)));
    let known = phrases::MEANING.iter().find(|(phrase, _)| is_said(phrase));
    known.map(|(phrase, meant)| (length(phrase), *meant))
}

/// Whether a folded word says nothing about the subject.
pub(crate) fn is_filler(folded: &str) -> bool {
    LEXICON.fillers.contains(folded)
}

/// Whether a folded word only asks, whatever the question is about.
pub(crate) fn says_nothing(folded: &str) -> bool {
    is_filler(folded)
        || matches!(cue(folded), Some(Cue::Who | Cue::What | Cue::When | Cue::Where | Cue::Which | Cue::HowMany))
}

/// Whether a misspelt word is a filler one slip away.
pub(crate) fn is_misspelt_filler(folded: &str) -> bool {
    let length = folded.chars().count();
    length >= FUZZY_FROM && LEXICON.meant.fillers.within(1, folded).next().is_some()
}

/// Whether a folded word means the organisation itself.
pub(crate) fn is_iom_word(folded: &str) -> bool {
    matches!(folded, "iom" | "oim" | "ioms" | "oims")
}

/// Whether a folded word means the country, which every entry is about.
pub(crate) fn is_country_word(folded: &str) -> bool {
    is_among(words::COUNTRY, folded)
}

/// Whether a folded word stands in nearly every entry.
pub(crate) fn is_soft(folded: &str) -> bool {
    LEXICON.soft.contains(folded) || LEXICON.soft.contains(stem(folded).as_ref())
}

/// The words of the knowledge that a typed word may stand for, itself left out.
pub(crate) fn synonyms(folded: &str) -> impl Iterator<Item = &str> {
    let meant: &str = LEXICON.synonyms.get(stem(folded).as_ref()).copied().unwrap_or_default();
    meant.split_ascii_whitespace().filter(move |word| *word != folded)
}

/// Whether a folded word is listed with synonyms as it stands, and not by its stem alone.
pub(crate) fn has_synonyms(folded: &str) -> bool {
    LEXICON.typed.contains(folded)
}

/// The word with synonyms that a misspelt one was meant to be: one slip in a long word.
pub(crate) fn misspelt_synonym(folded: &str) -> Option<&'static str> {
    LEXICON.meant.synonyms.within(1, folded).next().map(|(word, (), _)| word)
}

fn phrases_by_first_word() -> FxHashMap<&'static str, Vec<(&'static str, Option<Cue>)>> {
    let asking = phrases::ASKING.iter().flat_map(|(cue, list)| list.split(", ").map(|phrase| (phrase, Some(*cue))));
    let filling = phrases::FILLING.split(", ").map(|phrase| (phrase, None));
    let mut phrases: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (phrase, cue) in asking.chain(filling) {
        phrases.entry(phrase.split_ascii_whitespace().next().unwrap_or_default()).or_default().push((phrase, cue));
    }
    for known in phrases.values_mut() {
        known.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.split_ascii_whitespace().count()));
        known.shrink_to_fit();
    }
    phrases
}

/// The spellings of a line with the word that it begins with.
fn spellings(line: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let word = line.split_ascii_whitespace().next().unwrap_or_default();
    line.split_ascii_whitespace().skip(1).map(move |spelling| (spelling, word))
}

/// Every word that asks, with what it asks for.
fn words_of_cues() -> impl Iterator<Item = (Cue, &'static str)> {
    words::CUES.iter().flat_map(|(cue, words)| words.split_ascii_whitespace().map(|word| (*cue, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands more than once.
    fn twice(mut all: Vec<&'static str>) -> Vec<&'static str> {
        all.sort_unstable();
        let mut pairs: Vec<_> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        pairs.dedup();
        pairs
    }

    #[test]
    fn a_word_stands_once() {
        let lists = [words::FILLERS, words::SOFT].into_iter().flat_map(str::split_ascii_whitespace);
        assert_eq!(twice(words_of_cues().map(|(_, word)| word).chain(lists).collect()), [""; 0]);
    }

    #[test]
    fn a_phrase_stands_once_and_has_several_words() {
        let lists = phrases::ASKING.iter().map(|(_, list)| *list).chain([phrases::FILLING]);
        let all: Vec<&str> = lists.flat_map(|list| list.split(", ")).collect();
        assert!(all.iter().all(|phrase| phrase.contains(' ') && !phrase.contains("  ")));
        // A phrase is compared with words as they are spelt in full.
        let spelt = |word: &str| LEXICON.chat_spellings.contains_key(word);
        assert!(!all.iter().any(|phrase| phrase.split(' ').any(spelt)));
        assert_eq!(twice(all), [""; 0]);
    }

    #[test]
    fn cues_survive_a_slip() {
        for (typed, meant) in [
            ("chiared", Cue::Chair),
            ("atended", Cue::Attend),
            ("orgnaised", Cue::Organise),
            ("discused", Cue::Discuss),
        ] {
            assert_eq!(cue(typed).or_else(|| misspelt_cue(typed).map(|(cue, _)| cue)), Some(meant), "{typed}");
        }
        assert_eq!(misspelt_cue("pizza"), None);
    }
}
