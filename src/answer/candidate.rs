//! An entry under consideration: how much of a question it explains, and by what.
//!
//! The one idea: words are counted by how much they say; what is missing is as telling as what is found.

use super::question::Question;
use super::thresholds::{BEARING_OUT, COVERED_ALL_UP_TO, COVERED_SHARE, NAME_BONUS, SURE_OF_A_PERSON};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library, Mention, QueryWord, Scored, is_small_word};
use crate::text::{has_digit, tokens};

/// An entry under consideration.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) entry: EntryRef,
    pub(super) score: f32,
    /// The share of the required words' information that it explains.
    pub(super) share: f32,
    /// How many required words it does not explain.
    pub(super) missing: usize,
    /// One of them is a number or an ordinal, which is never passed over.
    misses_number: bool,
    /// The likeness of the word that is least alike.
    pub(super) weakest: f32,
    /// All required words are one name of it.
    pub(super) is_named: bool,
}

impl Candidate {
    /// Whether the words are as alike as its kind needs: a person is not meant by a name that is only somewhat like.
    pub(super) fn is_sure_enough(&self) -> bool {
        self.entry.kind != Kind::Person || self.weakest >= SURE_OF_A_PERSON
    }

    pub(super) fn is_covering(&self, words: usize) -> bool {
        self.missing == 0
            || (!self.misses_number
                && words > COVERED_ALL_UP_TO
                && self.share >= COVERED_SHARE
                && self.missing <= words / 4)
    }
}

pub(super) fn candidate(
    library: &Library,
    question: &Question,
    required: &[(usize, &QueryWord)],
    hit: Scored,
) -> Candidate {
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
    let in_name =
        |at: usize| question.mentions.iter().any(|mention| mention.words > 1 && mention.covers(at) && bears(mention));
    // A short form says what it stands for.
    let stands_for = |at: usize| {
        let covers = |mention: &&Mention| mention.covers(at);
        question
            .mentions
            .iter()
            .filter(covers)
            .flat_map(|mention| mention.entries.iter())
            .any(|entry| meant_by(library, entry) == Some(hit.entry))
    };
    // A body is named in full where its short form is typed: `PGO`. One that others belong to, such as the United Nations,
    // is named too often to say anything.
    let is_above_others = |body: &EntryRef| {
        let id = body.id(&library.knowledge);
        library.knowledge.organisations.iter().any(|other| other.parent.as_deref() == Some(id))
    };
    let names_body = |at: usize| {
        let mentioned = question.mentions.iter().filter(|mention| mention.covers(at));
        let mut bodies =
            mentioned.flat_map(|mention| mention.entries.iter()).filter(|body| body.kind == Kind::Organisation);
        hit.entry.kind == Kind::Fact
            && bodies.any(|body| {
                if is_above_others(body) {
                    return false;
                }
                let name = tokens(body.title(&library.knowledge));
                let mut told = name.iter().filter(|token| !is_small_word(&token.folded)).peekable();
                told.peek().is_some()
                    && told.all(|token| library.index.likeness(hit.entry, &library.index.word(&token.folded)).is_some())
            })
    };
    let exact = required
        .iter()
        .filter(|(_, word)| !word.is_bent() && library.index.likeness(hit.entry, word).is_some())
        .count();
    for (at, word) in required {
        total += word.weight;
        let likeness =
            library.index.likeness(hit.entry, word).or_else(|| (stands_for(*at) || names_body(*at)).then_some(1.0));
        if let Some(likeness) = likeness.filter(|_| !word.is_bent() || exact >= BEARING_OUT || in_name(*at)) {
            explained += word.weight;
            weakest = weakest.min(likeness);
        } else {
            missing += 1;
            misses_number |= is_number(*at);
        }
    }
    let named = |at: usize| question.mentions.iter().any(|mention| mention.covers(at) && bears(mention));
    let in_names = required.iter().filter(|(at, _)| named(*at)).count();
    let one_name =
        question.mentions.iter().any(|mention| bears(mention) && required.iter().all(|(at, _)| mention.covers(*at)));
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

/// Whether one name of the entry holds all the words.
pub(crate) fn is_in_one_name(library: &Library, entry: EntryRef, required: &[(usize, &QueryWord)]) -> bool {
    let holds = |stems: &[u32], word: &QueryWord| word.variants.iter().any(|variant| stems.contains(&variant.stem));
    library.stems_of_names(entry).iter().any(|stems| required.iter().all(|(_, word)| holds(stems, word)))
}

/// The entry that a term stands for.
pub(super) fn meant_by(library: &Library, entry: &EntryRef) -> Option<EntryRef> {
    let term = library.knowledge.glossary.get(entry.at).filter(|_| entry.kind == Kind::Glossary)?;
    EntryRef::find(&library.knowledge, term.entry.as_deref()?)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
