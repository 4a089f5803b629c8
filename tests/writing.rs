//! How the bot speaks: the rules of `docs/WRITING.md` that a machine can check, on every reply to every question.

use std::collections::BTreeSet;
use std::path::Path;

use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{Message, Outcome, reply, terminal_words};
use iom_maldives_bot::search::Library;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);

/// What apologises, comforts or talks down.
const EMPTY_WORDS: [&str; 12] = [
    "sorry",
    "apologies",
    "apologise",
    "apologize",
    "unfortunately",
    "regret",
    "oops",
    "simply",
    "obviously",
    "please",
    "easy",
    "click",
];
/// What keeps its capital in the middle of a title.
const NAMES: [&str; 3] = ["IOM", "IOM's", "Maldives"];

#[test]
fn no_reply_shouts_apologises_or_talks_down() {
    each_reply(|about, message| {
        for text in worded(message) {
            assert!(!text.contains('!'), "{about}: {text}");
            for word in text.split(|letter: char| !letter.is_alphanumeric()) {
                assert!(!EMPTY_WORDS.contains(&word.to_lowercase().as_str()), "{about} says {word}: {text}");
            }
        }
    });
}

#[test]
fn every_title_is_an_entrys_or_in_sentence_case() {
    let library = library();
    let mut entries = BTreeSet::new();
    for kind in library.knowledge.counts().map(|(kind, _)| kind) {
        entries.extend((0..).map_while(|at| library.knowledge.title(kind, at)));
    }
    each_reply(|about, message| {
        assert!(message.title.starts_with(|letter: char| !letter.is_lowercase()), "{about}: {}", message.title);
        if entries.contains(message.title.as_str()) {
            return;
        }
        for word in message.title.split_whitespace().skip(1).filter(|word| !NAMES.contains(word)) {
            assert!(!word.starts_with(char::is_uppercase), "{about}: {}", message.title);
        }
    });
}

#[test]
fn every_lead_is_whole_sentences() {
    each_reply(|about, message| {
        let lead = message.lead.trim();
        let is_whole = lead.ends_with(['.', '?', ':']) || lead.split_whitespace().last().is_some_and(is_address);
        assert!(!lead.is_empty() && is_whole, "{about}: {lead}");
        assert!(lead.starts_with(|letter: char| !letter.is_lowercase()), "{about}: {lead}");
        for text in worded(message) {
            assert!(!text.contains("  ") && text.trim() == text, "{about}: `{text}`");
        }
    });
}

#[test]
fn every_refusal_ends_with_a_next_action() {
    let mut refusals = 0;
    each_reply(|about, message| match message.outcome {
        Outcome::Unknown => {
            refusals += 1;
            assert!(!message.next.is_empty(), "{about}: {}", message.text);
        }
        Outcome::Choices => assert!(message.choices.len() >= 2, "{about}: {}", message.text),
        Outcome::Answered => {}
    });
    assert!(refusals > 100, "{refusals} refusals");
}

#[test]
fn the_terminal_speaks_the_same_way() {
    use terminal_words::{GOODBYE, NO_MORE, NO_SUCH_NUMBER, WELCOME};
    for text in [WELCOME, GOODBYE, NO_SUCH_NUMBER, NO_MORE] {
        assert!(text.ends_with('.') && !text.contains('!'), "{text}");
    }
}

/// Every reply to every question, with the question.
fn each_reply(mut check: impl FnMut(&str, &Message)) {
    let library = library();
    assert!(!library.knowledge.questions.is_empty());
    for expected in &library.knowledge.questions {
        let request = Request::Ask { question: expected.question.clone(), context: expected.context.clone(), page: 0 };
        check(&expected.question, &reply(&library, &request, TODAY));
    }
}

/// What a reply says in the bot's own voice: not the fields, which are the entries' own text, nor titles of sources.
fn worded(message: &Message) -> impl Iterator<Item = &str> {
    let own = [message.title.as_str(), message.lead.as_str()];
    own.into_iter()
        .chain(message.notes.iter().map(String::as_str))
        .chain(message.next.iter().flat_map(|next| [next.question.as_str(), next.label.as_str()]))
}

fn is_address(word: &str) -> bool {
    word.starts_with("https://")
}

fn library() -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    Library::new(Knowledge::load(&folder).expect("sound knowledge").knowledge)
}
