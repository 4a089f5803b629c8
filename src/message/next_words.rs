//! The questions that are offered next, each with a short label for where there is little room.
//!
//! The one idea: the question names its subject in full, so that it can be asked anywhere; the label is read beside an
//! answer, and names only what that answer is not about.

use super::plain::{ends_of, inside, shortened, the};
use super::shape::NextQuestion;
use crate::answer::Aspect;
use crate::knowledge::Kind;

/// As many characters as a label gives to a name: with the words around it, two lines on a telephone.
const NAME: usize = 40;
/// As many characters as a label takes that would else be another's.
const LONG: usize = 70;

/// About the meeting that the answer is about.
pub(super) fn of_subject(aspect: Aspect, title: &str) -> NextQuestion {
    let label = match aspect {
        Aspect::Chairs => "Who chaired it?",
        Aspect::Organisers => "Who organised it?",
        Aspect::Discussed => "What was discussed?",
        _ => "Who attended?",
    };
    NextQuestion { question: asked(aspect, &the(title)), label: label.to_owned() }
}

/// About a meeting that the answer is not about.
pub(super) fn of_another(aspect: Aspect, title: &str) -> NextQuestion {
    NextQuestion { question: asked(aspect, &the(title)), label: asked(aspect, &shortened(&the(title), NAME)) }
}

/// The way to an entry.
pub(super) fn about(kind: Kind, title: &str) -> NextQuestion {
    let name = match kind {
        Kind::Meeting => the(title),
        Kind::Fact => inside(title),
        Kind::Organisation | Kind::Person | Kind::Glossary => title.to_owned(),
    };
    NextQuestion { question: format!("Tell me about {name}"), label: format!("About {}", shortened(&name, NAME)) }
}

/// The meetings that somebody was in.
pub(super) fn meetings_with(name: &str) -> NextQuestion {
    NextQuestion {
        question: format!("Which meetings had {name}?"),
        label: format!("Meetings with {}", shortened(name, NAME)),
    }
}

pub(super) fn latest() -> NextQuestion {
    NextQuestion { question: "What was the latest meeting?".to_owned(), label: "Latest meeting".to_owned() }
}

pub(super) fn all() -> NextQuestion {
    NextQuestion { question: "How many meetings are there?".to_owned(), label: "How many meetings?".to_owned() }
}

/// The same questions, each once and each with a label of its own: one that another bears already shows both ends of the
/// question, and is numbered where even those are alike.
pub(super) fn distinct(questions: Vec<NextQuestion>) -> Vec<NextQuestion> {
    let mut kept: Vec<NextQuestion> = Vec::new();
    for next in questions {
        if kept.iter().any(|known| known.question == next.question) {
            continue;
        }
        let is_free = |label: &str| kept.iter().all(|known| known.label != label);
        let numbered = (2..).map(|number| format!("{} ({number})", next.label));
        let mut labels = [next.label.clone(), ends_of(&next.question, LONG)].into_iter().chain(numbered);
        let label = labels.find(|label| is_free(label)).unwrap_or_else(|| next.label.clone());
        kept.push(NextQuestion { label, ..next });
    }
    kept
}

fn asked(aspect: Aspect, meeting: &str) -> String {
    match aspect {
        Aspect::Chairs => format!("Who chaired {meeting}?"),
        Aspect::Organisers => format!("Who organised {meeting}?"),
        Aspect::Discussed => format!("What was discussed at {meeting}?"),
        _ => format!("Who attended {meeting}?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short_and_name_what_the_answer_is_not_about() {
        let title = "Third Consular Working Group on Trafficking in Persons in the Maldives";
        let question = "Who chaired the third Consular Working Group on Trafficking in Persons in the Maldives?";
        assert_eq!(of_subject(Aspect::Chairs, title).question, question);
        assert_eq!(of_subject(Aspect::Chairs, title).label, "Who chaired it?");
        assert_eq!(of_another(Aspect::Chairs, title).question, question);
        assert_eq!(of_another(Aspect::Chairs, title).label, "Who chaired the third Consular Working Group?");
        let colloquium = "Judges' colloquium on trafficking in persons";
        assert_eq!(about(Kind::Meeting, colloquium).label, "About the judges' colloquium on trafficking");
        assert_eq!(meetings_with("Amy Pope").label, "Meetings with Amy Pope");
    }

    #[test]
    fn labels_that_would_be_alike_are_told_apart() {
        let body = "Third meeting of the national steering committee against trafficking in persons in";
        let offered = ["Addu", "Malé", "Addu"].map(|place| about(Kind::Meeting, &format!("{body} {place}")));
        let long = ["a", "b", "c"].map(|middle| about(Kind::Person, &format!("{0}{middle}{0}", "x".repeat(200))));
        let labels: Vec<String> =
            distinct(offered.into_iter().chain(long).collect()).into_iter().map(|next| next.label).collect();
        assert_eq!(labels.len(), 5, "a question that stands twice is asked once");
        assert!(labels.get(1).is_some_and(|label| label.ends_with("in Malé")), "{labels:?}");
        for (at, label) in labels.iter().enumerate() {
            assert!(!labels.iter().take(at).any(|other| other == label), "{labels:?}");
            assert!(label.chars().count() <= 80, "{label}");
        }
    }
}
