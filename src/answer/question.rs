//! A question taken apart: what its words ask for, which names and dates it holds, and which words are left to be found.
//!
//! The one idea: every word has exactly one part in the question. A word that is neither a cue nor filler nor a date is
//! content, and content must be explained by whatever is answered.

use jiff::civil::Date;

use super::found::AskedDate;
use super::lexicon::{
    Cue, cue, is_filler, is_iom_word, is_misspelt_filler, is_soft, meant_function_word, misspelt_cue,
};
use crate::search::{EntryRef, Library, Mention, NameWord, QueryWord, is_small_word};
use crate::text::{Timing, Token, plain_ordinal, read_times, tokens};

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

/// A question taken apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Question {
    pub(crate) words: Vec<Word>,
    pub(crate) timing: Timing,
    pub(crate) mentions: Vec<Mention>,
    cues: Vec<(Cue, usize)>,
}

/// Words that say one thing together. Longer ones stand first.
const PHRASES: &[(&[&str], Part)] = &[
    (&["how", "many"], Part::Cue(Cue::HowMany)),
    (&["hw", "many"], Part::Cue(Cue::HowMany)),
    (&["how", "mny"], Part::Cue(Cue::HowMany)),
    (&["how", "much"], Part::Cue(Cue::HowMuch)),
    (&["how", "long"], Part::Cue(Cue::Detail)),
    (&["how", "big"], Part::Cue(Cue::HowMany)),
    (&["what", "time"], Part::Cue(Cue::Detail)),
    (&["which", "hotel"], Part::Cue(Cue::Where)),
    (&["which", "ministry"], Part::Cue(Cue::Who)),
    (&["which", "year"], Part::Cue(Cue::When)),
    (&["what", "year"], Part::Cue(Cue::When)),
    (&["which", "month"], Part::Cue(Cue::When)),
    (&["what", "month"], Part::Cue(Cue::When)),
    (&["which", "day"], Part::Cue(Cue::When)),
    (&["what", "day"], Part::Cue(Cue::When)),
    (&["what", "happened"], Part::Cue(Cue::Discuss)),
    (&["wat", "happened"], Part::Cue(Cue::Discuss)),
    (&["talk", "about"], Part::Cue(Cue::Discuss)),
    (&["talking", "about"], Part::Cue(Cue::Discuss)),
    (&["came", "out"], Part::Cue(Cue::Decide)),
    (&["come", "out"], Part::Cue(Cue::Decide)),
    (&["came", "of"], Part::Cue(Cue::Decide)),
    (&["come", "of"], Part::Cue(Cue::Decide)),
    (&["take", "place"], Part::Filler),
    (&["took", "place"], Part::Filler),
    (&["taken", "place"], Part::Filler),
    (&["taking", "place"], Part::Filler),
    (&["next", "steps"], Part::Cue(Cue::Decide)),
    (&["how", "did"], Part::Filler),
    (&["at", "all"], Part::Filler),
    (&["after", "all"], Part::Filler),
    (&["set", "up"], Part::Content),
    (&["most", "recent"], Part::Cue(Cue::Latest)),
    (&["very", "first"], Part::Cue(Cue::Earliest)),
];

impl Question {
    /// Takes a text apart. `today` gives `last year` its meaning.
    pub(crate) fn read(library: &Library, text: &str, today: Date) -> Self {
        let tokens = repaired(library, text, tokens(text));
        let timing = read_times(&tokens, today);
        let shouted = !text.chars().any(char::is_lowercase);
        let mut words: Vec<Word> = tokens.iter().map(|token| word(library, text, token)).collect();
        for &at in &timing.tokens {
            if let Some(word) = words.get_mut(at) {
                word.part = Part::Time;
            }
        }
        join_phrases(&mut words);
        let mentions = mentions(library, &words, shouted);
        let mut question = Self { words, timing, mentions, cues: Vec::new() };
        question.give_names_their_words();
        question.settle_ordinals();
        question.cues = (question.words.iter().enumerate())
            .filter_map(|(at, word)| if let Part::Cue(cue) = word.part { Some((cue, at)) } else { None })
            .collect();
        question
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

    /// Whether the organisation is named.
    pub(crate) fn says_iom(&self) -> bool {
        self.words.iter().any(|word| is_iom_word(&word.folded))
    }

    /// Whether an amount of money is asked for, or who gave it.
    pub(crate) fn asks_for_money(&self) -> bool {
        self.has(Cue::HowMuch)
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
        (0..self.words.len()).filter(|&at| self.is(at, Part::Content) || self.is(at, Part::Soft)).collect()
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

    fn is(&self, at: usize, part: Part) -> bool {
        self.words.get(at).is_some_and(|word| word.part == part)
    }

    fn of_part(&self, part: Part) -> Vec<usize> {
        (0..self.words.len()).filter(|&at| self.is(at, part)).collect()
    }

    /// The words of a name are content, whatever they would ask for elsewhere.
    fn give_names_their_words(&mut self) {
        for mention in &self.mentions {
            for word in self.words.get_mut(mention.first..=mention.last).unwrap_or_default() {
                if word.part != Part::Time
                    && !(is_small_word(&word.folded))
                    && !(mention.words == 1 && word.part == Part::Soft)
                {
                    word.part = if is_soft(&word.folded) { Part::Soft } else { Part::Content };
                }
            }
        }
    }

    /// `first meeting` asks for the earliest; in a name, or before anything else, an ordinal is content.
    fn settle_ordinals(&mut self) {
        for ordinal in &self.timing.ordinals {
            let named = self.mentions.iter().any(|mention| (mention.first..=mention.last).contains(&ordinal.token));
            let mut following = self.words.iter().skip(ordinal.token + 1).filter(|word| word.part != Part::Soft);
            let next_is_meeting = following.next().is_none_or(|next| matches!(next.part, Part::Cue(_) | Part::Filler));
            let came_first = ordinal
                .token
                .checked_sub(1)
                .and_then(|at| self.words.get(at))
                .is_some_and(|word| matches!(word.folded.as_str(), "came" | "come" | "was" | "happened"));
            if let Some(word) = self.words.get_mut(ordinal.token) {
                word.part = match ordinal.number {
                    1 if came_first => Part::Cue(Cue::Order),
                    1 if !named && next_is_meeting => Part::Cue(Cue::Earliest),
                    _ => Part::Content,
                };
            }
        }
    }
}

/// One word as it stands, before names and dates are known.
fn word(library: &Library, text: &str, token: &Token) -> Word {
    let typed = plain_ordinal(&token.folded);
    let known = library.index.vocabulary.knows(typed);
    let is_word = known || cue(typed).is_some() || is_filler(typed) || is_soft(typed);
    let folded = if is_word { typed } else { meant_function_word(typed).unwrap_or(typed) }.to_owned();
    let shown = text.get(token.span.clone()).unwrap_or_default().to_owned();
    let part = if let Some(cue) = cue(&folded) {
        Part::Cue(cue)
    } else if is_filler(&folded) {
        Part::Filler
    } else if is_soft(&folded) {
        Part::Soft
    } else if known || token.has_digit() {
        Part::Content
    } else {
        misspelt(library, &folded)
    };
    // A word of the question itself is never bent into a name.
    let plain = matches!(part, Part::Cue(_) | Part::Filler) && (cue(&folded).is_some() || is_filler(&folded));
    let query = if plain && !known { library.index.foreign_word() } else { library.index.word(&folded) };
    Word { folded, shown, part, query }
}

/// An unknown word is a misspelt content word, cue or filler, whichever is nearest.
fn misspelt(library: &Library, folded: &str) -> Part {
    let word = library.index.word(folded);
    let likeness = word.variants.first().map_or(0.0, |variant| variant.similarity);
    match misspelt_cue(folded) {
        Some((cue, similarity)) if similarity >= likeness && !word.is_everyday => Part::Cue(cue),
        _ if likeness == 0.0 && is_misspelt_filler(folded) => Part::Filler,
        _ => Part::Content,
    }
}

fn join_phrases(words: &mut [Word]) {
    for at in 0..words.len() {
        for (phrase, part) in PHRASES {
            let matches = words
                .get(at..at + phrase.len())
                .is_some_and(|run| run.iter().zip(*phrase).all(|(word, known)| word.folded == *known));
            if matches && *part != Part::Content {
                for (offset, word) in words.get_mut(at..at + phrase.len()).unwrap_or_default().iter_mut().enumerate() {
                    word.part = if offset == 0 { *part } else { Part::Filler };
                }
            }
        }
    }
}

/// The names in a sentence; words of a question are names only where they are written as such.
fn mentions(library: &Library, words: &[Word], shouted: bool) -> Vec<Mention> {
    let name_words: Vec<NameWord<'_>> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.part != Part::Time && !is_small_word(&word.folded))
        .map(|(token, word)| NameWord { token, variants: &word.query.variants })
        .collect();
    let says_something = |mention: &Mention| {
        let run = words.get(mention.first..=mention.last).unwrap_or_default();
        let is_plain = |word: &Word| matches!(word.part, Part::Cue(_) | Part::Filler);
        let written_as_name = |word: &Word| {
            is_plain(word) && !shouted && word.shown.chars().count() > 1 && word.shown.chars().all(char::is_uppercase)
        };
        let has_content = run.iter().any(|word| word.part == Part::Content || written_as_name(word));
        let is_all_said = || {
            words.iter().enumerate().all(|(at, word)| (mention.first..=mention.last).contains(&at) || says_little(word))
        };
        has_content || run.iter().all(|word| !is_plain(word)) || is_all_said()
    };
    library.names.mentions(&name_words, says_something)
}

/// Whether a word may stand beside a name without changing what is asked.
fn says_little(word: &Word) -> bool {
    is_small_word(&word.folded)
        || matches!(word.part, Part::Filler | Part::Soft | Part::Cue(Cue::Auxiliary | Cue::What | Cue::When | Cue::At))
}

/// Joins words that were split and splits words that were joined, where only that makes them known.
fn repaired(library: &Library, text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let knows = |word: &str| library.index.vocabulary.knows(word);
    let is_word = |word: &str| knows(word) || cue(word).is_some() || is_filler(word);
    let mut repaired: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let Some(previous) = repaired.last_mut()
            && !(is_word(&previous.folded) && is_word(&token.folded))
            && text.get(previous.span.end..token.span.start).is_some_and(|gap| gap == " " || gap == "-")
        {
            let joined = format!("{}{}", previous.folded, token.folded);
            if joined.chars().count() >= SHORTEST_JOINED && knows(&joined) {
                *previous = Token { folded: joined, span: previous.span.start..token.span.end };
                continue;
            }
        }
        let looked_up = library.index.word(&token.folded);
        if !is_word(&token.folded)
            && !token.has_digit()
            && looked_up.is_foreign()
            && !looked_up.is_everyday
            && let Some(pieces) = pieces(&token.folded, &is_word, MOST_PIECES)
        {
            repaired.extend(pieces.into_iter().map(|folded| Token { folded, span: token.span.clone() }));
        } else {
            repaired.push(token);
        }
    }
    repaired
}

/// Known words that were typed as one.
fn pieces(word: &str, is_word: &impl Fn(&str) -> bool, most: usize) -> Option<Vec<String>> {
    if most < 2 || word.len() > LONGEST_JOINED {
        return None;
    }
    let cuts = word.char_indices().map(|(at, _)| at).skip(SHORTEST_PIECE);
    cuts.filter_map(|at| word.split_at_checked(at)).filter(|(first, _)| is_word(first)).find_map(|(first, rest)| {
        if rest.chars().count() < SHORTEST_PIECE {
            return None;
        }
        let rest = if is_word(rest) { vec![rest.to_owned()] } else { pieces(rest, is_word, most - 1)? };
        Some([vec![first.to_owned()], rest].concat())
    })
}

/// Bytes of a longer word are no words left together, and trying every cut takes time in the square of the length.
const LONGEST_JOINED: usize = 100;
/// As many words as people join by leaving the spaces out of a name.
const MOST_PIECES: usize = 4;
/// Shorter words are too often parts of others.
const SHORTEST_PIECE: usize = 4;
/// Shorter words are too often two.
const SHORTEST_JOINED: usize = 6;
