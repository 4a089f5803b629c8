//! One word of a question as it stands, before names and dates are known.
//!
//! The one idea: a word that is known stays what it is; an unknown one is whatever it is nearest to.

use super::lexicon::{
    Cue, cue, has_synonyms, is_filler, is_misspelt_filler, is_soft, meant_function_word, misspelt_cue,
    misspelt_synonym, synonyms,
};
use crate::search::{Library, MOST_TILT, QueryWord, STEM_SIMILARITY, SYNONYM_SIMILARITY};
use crate::text::{Token, plain_ordinal};

/// What a word is in a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    /// Belongs to a date.
    Time,
    /// Says nothing.
    Filler,
    /// Asks for something.
    Cue(Cue),
    /// Stands in nearly every entry: helps to rank, needs no explanation.
    Soft,
    /// Must be explained by the answer.
    Content,
}

/// A word of a question.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) folded: String,
    /// As typed.
    pub(crate) shown: String,
    pub(crate) part: Part,
    pub(crate) query: QueryWord,
}

/// One word as it stands, before names and dates are known.
pub(super) fn word(library: &Library, text: &str, token: &Token, shouted: bool) -> Word {
    let typed = plain_ordinal(&token.folded);
    let known = library.index.vocabulary.knows(typed);
    let is_word = known || cue(typed).is_some() || is_filler(typed) || is_soft(typed);
    let folded = if is_word { typed } else { meant_function_word(typed).unwrap_or(typed) }.to_owned();
    let shown = text.get(token.span.clone()).unwrap_or_default().to_owned();
    // The country, not those who ask.
    let is_the_states = !shouted && shown == "US";
    let asks = cue(&folded).map(Part::Cue).or_else(|| is_filler(&folded).then_some(Part::Filler));
    let asks = asks.filter(|_| !is_the_states);
    // A word of the question itself is never bent into a name.
    let plain = asks.is_some();
    let mut query = if plain && !known { library.index.foreign_word() } else { library.index.word(&folded) };
    let part = match asks {
        Some(part) => part,
        None if is_soft(&folded) => Part::Soft,
        None if known || is_the_states || token.has_digit() => Part::Content,
        None => misspelt(library, &folded, &query),
    };
    // An acronym in capitals is that acronym or none, but for a letter that is doubled in one of them.
    let is_doubling = || {
        let meant = query.variants.first().map(|variant| library.index.vocabulary.letters(variant.surface));
        meant.is_some_and(|meant| undoubled(meant) == undoubled(&folded))
    };
    if !shouted && !known && shown.chars().count() > 1 && shown.chars().all(char::is_uppercase) && !is_doubling() {
        query = library.index.foreign_word();
    }
    if !plain {
        let meant = if query.is_foreign() { misspelt_synonym(&folded).unwrap_or(&folded) } else { &folded };
        // What is nearly a known word is that word with a slip, not a form of another that means the same.
        let is_sure = query.variants.first().is_some_and(|variant| variant.similarity >= STEM_SIMILARITY);
        if is_sure || query.is_foreign() || has_synonyms(meant) {
            query = library.index.with_synonyms(query, synonyms(meant), SYNONYM_SIMILARITY);
        }
    }
    Word { folded, shown, part, query }
}

/// The letters of a word, those that stand twice in a row only once.
fn undoubled(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// An unknown word is a misspelt content word, cue or filler, whichever is nearest.
fn misspelt(library: &Library, folded: &str, word: &QueryWord) -> Part {
    let nearest = word.variants.first();
    let likeness = nearest.map_or(0.0, |variant| variant.similarity);
    // What it is nearest to may itself say nothing: `recrod`.
    let is_filler_too = || nearest.is_some_and(|variant| is_filler(library.index.vocabulary.letters(variant.surface)));
    match misspelt_cue(folded) {
        Some((cue, similarity)) if similarity + MOST_TILT >= likeness && !word.is_everyday => Part::Cue(cue),
        _ if (likeness == 0.0 || is_filler_too()) && is_misspelt_filler(folded) => Part::Filler,
        _ => Part::Content,
    }
}
