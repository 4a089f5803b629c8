//! What sources say against each other, where that is asked for: `how sure is the day`, `do sources agree`.
//!
//! The one idea: a question about a number or a day is met only by what sources differ on of that number or day.

use super::asked::Asked;
use super::found::{Answer, Aspect, Body};
use super::lexicon::Cue;
use super::told;
use super::word::{Part, Word};
use crate::knowledge::Conflict;
use crate::text::{stem, tokens};

/// Words by which a disagreement is known to be about a time.
const OF_TIME: &str = "when day days date month year start end since joined upgrade";

/// The places of the disagreements that are to lead the answer; none at all where nothing of the kind is asked.
pub(super) fn leading_conflicts(asked: &Asked<'_>, answer: &Answer) -> Option<Vec<usize>> {
    let question = &asked.question;
    let knowledge = &asked.library.knowledge;
    let conflicts: &[Conflict] = match answer.body {
        Body::Fact { at, .. } => knowledge.facts.get(at).map_or(&[], |fact| &fact.conflicts),
        Body::Meeting { at, .. } => knowledge.meetings.get(at).map_or(&[], |meeting| &meeting.conflicts),
        Body::Person { at } => knowledge.people.get(at).map_or(&[], |person| &person.conflicts),
        _ => return None,
    };
    let of = |is_meant: &dyn Fn(&Conflict) -> bool| -> Vec<usize> {
        conflicts.iter().enumerate().filter(|(_, conflict)| is_meant(conflict)).map(|(at, _)| at).collect()
    };
    let is_of_time = |conflict: &Conflict| {
        let mut said = tokens(&conflict.about).into_iter();
        said.any(|token| OF_TIME.split_ascii_whitespace().any(|known| known == token.folded))
    };
    if question.has(Cue::Doubt) {
        return Some(if question.has(Cue::When) { of(&is_of_time) } else { of(&|_| true) });
    }
    // The day of a meeting on which sources differ is no sure day.
    let is_of_day = |conflict: &Conflict| tokens(&conflict.about).iter().any(|token| token.folded == "day");
    if matches!(&answer.body, Body::Meeting { aspects, .. } if aspects.contains(&Aspect::When)) {
        return Some(of(&is_of_day)).filter(|of_day| !of_day.is_empty());
    }
    // A number that the text does not give is the one on which sources differ.
    let entry = answer.entries.first().map(|hit| hit.entry)?;
    let counted = of(&|conflict| counts(asked, conflict));
    (question.has(Cue::HowMany) && !counted.is_empty() && !told::text_counts(asked, entry)).then_some(counted)
}

/// Whether what is counted is what a disagreement is about: `number of convictions`.
fn counts(asked: &Asked<'_>, conflict: &Conflict) -> bool {
    let about: Vec<String> = tokens(&conflict.about).iter().map(|token| stem(&token.folded).into_owned()).collect();
    let is_about = |word: &Word| about.iter().any(|known| *known == stem(&word.folded));
    let mut counted = told::counted(&asked.question).filter(|word| word.part == Part::Content).peekable();
    counted.peek().is_some() && counted.all(is_about)
}
