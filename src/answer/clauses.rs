//! Questions in one text: `the judges' colloquium - who came, and what did they eat`.
//!
//! The one idea: where the whole has no answer, the first part that says something is asked alone; what is asked next of
//! the same entry goes into the answer, and it is said what of the rest was not answered.

use jiff::civil::Date;

use super::ask::asked_whole;
use super::found::{Answer, Aspect, Body, Remark};
use super::lexicon::{Cue, cue};
use super::question::Question;
use crate::search::{EntryRef, Library};
use crate::text::{is_among, tokens};

/// Words after which the question begins anew.
const TAKING_BACK: [&str; 8] =
    [" sorry", " oops", " correction", " i meant", " i mean", " no wait", " wait no", " wait,"];
/// Words that leave somebody out, and ask nothing.
const LEAVING_OUT: &str = "besides apart except aside";

/// More parts than people put into one question are a text, not a question.
const MOST: usize = 6;

/// The answer to the first part of a text that has one, and to what is asked next of the same entry.
pub(super) fn asked_in_parts(
    library: &Library,
    text: &str,
    context: Option<EntryRef>,
    page: usize,
    today: Date,
) -> Option<Answer> {
    let parts = clauses(text);
    let is_only = parts.len() == 1;
    let mut is_first = true;
    for (at, part) in parts.iter().enumerate() {
        let question = Question::read(library, part, today);
        let words = question.content().len();
        // A later part may mean by `it` what was not found, and must ask something of its own.
        let asks_itself = is_first || (words > 1 && question.asks_openly() && !question.has(Cue::Anaphora));
        if words == 0 || !asks_itself || (!is_only && leaves_out(part)) {
            continue;
        }
        is_first = false;
        let mut answer = asked_whole(library, part, context, page, today);
        if !answer.entries.is_empty() && !matches!(answer.body, Body::Choices) {
            let rest = parts.get(at + 1..).unwrap_or_default();
            let told = rest.iter().take_while(|rest| takes_in(library, &mut answer, rest, today)).count();
            let said = parts.get(at..=at + told).unwrap_or_default().join(", ");
            let remark = (is_only || at > 0 || told < rest.len()).then_some(Remark::AllBut(said));
            return Some(Answer { remark, ..answer });
        }
    }
    None
}

/// Whether what is asked next of the entry found is told by the answer, which takes in a further side of a meeting.
fn takes_in(library: &Library, answer: &mut Answer, rest: &str, today: Date) -> bool {
    let entry = answer.entries.first().map(|hit| hit.entry);
    let other = asked_whole(library, rest, entry, 0, today);
    match (&mut answer.body, other.body) {
        (Body::Fact { at, .. }, Body::Fact { at: other, .. }) => *at == other,
        (Body::Meeting { at, aspects, .. }, Body::Meeting { at: other, aspects: further, .. }) => {
            let is_told = *at == other && !further.is_empty();
            if is_told {
                let others = further.into_iter().filter(|aspect| !aspects.contains(aspect)).collect::<Vec<_>>();
                aspects.extend(others);
            }
            is_told
        }
        (Body::Participation { meeting, .. }, Body::Meeting { at, aspects, .. }) => {
            *meeting == at && aspects == [Aspect::Attendees]
        }
        _ => false,
    }
}

fn leaves_out(part: &str) -> bool {
    let first = tokens(part).into_iter().next();
    first.is_some_and(|first| is_among(LEAVING_OUT, &first.folded))
}

/// The parts of a text that may each be a question; none where it has only one.
fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = vec![text];
    for mark in ["? ", "! ", ". ", "; ", ", ", " - ", " \u{2013} ", " \u{2014} ", ": ", "\n"] {
        clauses = clauses.into_iter().flat_map(|clause| clause.split(mark)).collect();
    }
    for joint in [" and ", " but ", " or "] {
        clauses = clauses.into_iter().flat_map(|clause| cut_before_questions(clause, joint)).collect();
    }
    clauses = clauses.into_iter().map(str::trim).filter(|clause| tokens(clause).len() > 1).collect();
    if (2..=MOST).contains(&clauses.len()) || (clauses.len() == 1 && clauses != [text.trim()]) {
        clauses
    } else {
        Vec::new()
    }
}

/// What is left of a text when its beginning was taken back: `who founded, sorry, who funded it`.
pub(super) fn meant(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let after = |mark: &str| lower.find(mark).map(|at| at + mark.len());
    let rest = TAKING_BACK.iter().find_map(|mark| after(mark)).and_then(|at| text.get(at..));
    let asks = |rest: &&str| tokens(rest).first().is_some_and(|first| cue(&first.folded).is_some());
    rest.map(|rest| rest.trim_start_matches([',', '.', ' '])).filter(asks).unwrap_or(text)
}

/// The question for a term that was met somewhere: `in a report I read "MACL". What is that?`
pub(super) fn asked_of_a_term(text: &str) -> Option<String> {
    let text = text.trim();
    let cut = text.trim_end_matches('?').rfind(['.', ',', ';', '\u{2014}', '-', '?', ':', '"', '\u{201d}'])?;
    let (before, question) = text.split_at_checked(cut)?;
    let asking: Vec<String> = tokens(question).into_iter().map(|token| token.folded).collect();
    if !WHAT_IS_THAT.contains(&asking.join(" ").as_str()) {
        return None;
    }
    let quoted = before.split(['"', '\u{201c}', '\u{201d}']).nth(1).map(str::trim);
    // Without quotes, capitals at the end are the term.
    let last =
        || before.split_whitespace().next_back().map(|word| word.trim_matches(|one: char| !one.is_alphanumeric()));
    let is_term = |word: &&str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    let term = quoted.filter(|term| !term.is_empty()).or_else(|| last().filter(is_term))?;
    Some(format!("what is {term}"))
}

/// What is asked after a term.
const WHAT_IS_THAT: [&str; 13] = [
    "what is that",
    "what is it",
    "what is this",
    "what s that",
    "whats that",
    "what does that mean",
    "what does it mean",
    "what does this mean",
    "what does it stand for",
    "what does that stand for",
    "what does this stand for",
    "what might that be",
    "meaning",
];

/// Cuts where a word that joins stands before one that asks.
fn cut_before_questions<'a>(text: &'a str, joint: &str) -> Vec<&'a str> {
    let asks = |rest: &str| {
        let first = tokens(rest).first().and_then(|token| cue(&token.folded));
        matches!(first, Some(Cue::Who | Cue::What | Cue::When | Cue::Where | Cue::Why | Cue::Which | Cue::Auxiliary))
            || rest.starts_with("how ")
    };
    let cut = text.match_indices(joint).find(|(at, _)| text.get(at + joint.len()..).is_some_and(asks));
    let Some((at, _)) = cut else { return vec![text] };
    let (Some(first), Some(rest)) = (text.get(..at), text.get(at + joint.len()..)) else { return vec![text] };
    [vec![first], cut_before_questions(rest, joint)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_questions_alone() {
        assert_eq!(clauses("CT.0701 budget and when did it finish?"), ["CT.0701 budget", "when did it finish?"]);
        assert_eq!(clauses("in a nutshell, what is IOM"), ["in a nutshell", "what is IOM"]);
        assert!(clauses("who met the Ministry of Homeland Security and Technology").is_empty());
        assert!(clauses("").is_empty());
    }

    #[test]
    fn a_term_is_asked_for_after_it_was_met() {
        assert_eq!(asked_of_a_term("In a report I read \"MACL\". What is that?").as_deref(), Some("what is MACL"));
        assert_eq!(asked_of_a_term("they write HRCM, what does it mean").as_deref(), Some("what is HRCM"));
        assert_eq!(asked_of_a_term("IOM held a workshop. What is that?"), None);
        assert_eq!(asked_of_a_term("what is that?"), None);
    }

    #[test]
    fn what_was_taken_back_is_not_asked() {
        assert_eq!(meant("who founded... sorry who funded it"), "who funded it");
        assert_eq!(meant("sorry, who chaired it"), "sorry, who chaired it");
        assert_eq!(meant("they said sorry for it"), "they said sorry for it");
    }
}
