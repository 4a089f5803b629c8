//! Nothing but the name of a fact: `head of IOM`, or what IOM was named before, however that is asked.

use super::asked::Asked;
use super::lexicon::Cue;
use super::question::Question;
use super::subject::{Hit, Subject, find};
use super::word::Word;
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention};
use crate::text::is_within;

/// The fact whose name, of several words, is all that the question says.
pub(super) fn named_fact(asked: &Asked<'_>) -> Option<Hit> {
    let question = &asked.question;
    let is_fact = |entry: EntryRef| entry.kind == Kind::Fact;
    let content = question.content();
    let covers = |mention: &Mention| mention.words > 1 && content.iter().all(|at| mention.covers(*at));
    let names_fact = question
        .mentioned(is_fact)
        .iter()
        .any(|(mention, entries)| covers(mention) && entries.len() == mention.entries.len());
    if !names_fact || content.is_empty() || question.has(Cue::Meeting) || question.has_detail() {
        return None;
    }
    match find(asked.library, question, &content, &[Kind::Fact]) {
        Subject::One(hit) => Some(hit),
        _ => None,
    }
}

/// Words for a name, for one that was borne before another, and for the organisation that bore it.
const NAMES: &str = "name names named called known";
const EARLIER: &str = "old former formerly earlier previous previously past prior original originally before";
const ORGANISATION: &str = "iom organisation organization";

/// `the old names of the organisation before it was called IOM`: the statement on them.
pub(super) fn earlier_names(asked: &Asked<'_>) -> Option<Hit> {
    let question = &asked.question;
    let is_organisation = |word: &Word| {
        ORGANISATION.split_ascii_whitespace().any(|known| word.folded == known || is_within(1, &word.folded, known))
    };
    // The words that ask may be part of a name of the statement.
    let is_told = |word: &Word| {
        let mut asking = NAMES.split_ascii_whitespace().chain(EARLIER.split_ascii_whitespace());
        is_organisation(word) || asking.any(|known| known == word.folded)
    };
    let is_said = question.says_any(NAMES)
        && question.says_any(EARLIER)
        && question.words.iter().any(is_organisation)
        && question.content().into_iter().filter_map(|at| question.word(at)).all(is_told);
    if !is_said || question.has_any(&[Cue::Who, Cue::Meeting, Cue::Where]) {
        return None;
    }
    let question = Question::read(asked.library, "earlier names of IOM", asked.today);
    named_fact(&Asked { question, context: None, ..*asked })
}
