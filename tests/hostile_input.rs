//! Whatever is typed gets a clear answer: nothing panics, nothing pings, nothing is said back that could format.

use std::path::Path;
use std::sync::LazyLock;

use iom_maldives_bot::answer::{MeetingFilter, Request};
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{Message, Outcome, reply, suggest};
use iom_maldives_bot::search::Library;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 24);

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    Library::new(Knowledge::load(&folder).expect("sound knowledge").knowledge)
});

/// Every request that a text can be part of.
fn requests(text: &str) -> Vec<Request> {
    let some = || Some(text.to_owned());
    vec![
        Request::Ask { question: text.to_owned(), context: None, page: 0 },
        Request::Ask { question: text.to_owned(), context: Some("third-consular-working-group".to_owned()), page: 0 },
        Request::Ask { question: "who chaired it".to_owned(), context: some(), page: usize::MAX },
        Request::About { topic: some() },
        Request::Meetings(MeetingFilter { find: some(), ..MeetingFilter::default() }),
        Request::Meetings(MeetingFilter {
            from: some(),
            to: some(),
            organisation: some(),
            topic: some(),
            find: None,
            page: usize::MAX,
        }),
        Request::Attendees { meeting: some(), who: None },
        Request::Attendees { meeting: Some("third CWG".to_owned()), who: some() },
    ]
}

/// An answer that a front can show as it is.
fn is_safe(message: &Message) -> bool {
    let own_words = [&message.title, &message.lead]
        .into_iter()
        .chain(&message.notes)
        .chain(&message.matched)
        .chain(message.next.iter().flat_map(|next| [&next.question, &next.label]));
    !message.title.is_empty()
        && !message.text.is_empty()
        && message.text.len() < 40_000
        && own_words.into_iter().all(|text| !text.contains(['@', '<', '`', '*', '\u{202e}', '\u{1b}', '\0']))
}

#[test]
fn known_nasty_texts_get_a_plain_answer() {
    let long = "consular ".repeat(1_200);
    let deep = "a\u{301}".repeat(5_000);
    for text in [
        "",
        " ",
        "\t\n",
        "\0",
        "\u{301}",
        "\u{200b}\u{200d}",
        "👩‍👩‍👧‍👦",
        "🇲🇻",
        "@everyone",
        "<@&123> who chaired",
        "**bold** `code` ||spoiler||",
        "[a](https://b)",
        "\u{202e}who chaired\u{202c}",
        "ދިވެހިރާއްޖެ",
        "من ترأس الاجتماع",
        "谁主持了会议",
        "'; DROP TABLE meetings; --",
        "{{7*7}}",
        "\\u0000",
        "%s%s%n",
        "../../etc/passwd",
        "id:",
        "id:nothing",
        "id:third-consular-working-group extra",
        &long,
        &deep,
    ] {
        for request in requests(text) {
            let message = reply(&LIBRARY, &request, TODAY);
            assert!(is_safe(&message), "{text:?} {request:?}\n{message:#?}");
        }
    }
}

#[test]
fn an_empty_question_is_answered_with_what_can_be_asked() {
    for text in ["", "   ", "\0", "\u{301}", "🙂"] {
        let message = reply(&LIBRARY, &Request::Ask { question: text.to_owned(), context: None, page: 0 }, TODAY);
        assert_eq!(message.outcome, Outcome::Unknown, "{text:?}");
        assert!(!message.next.is_empty(), "{text:?}");
    }
}

#[test]
fn ten_thousand_characters_are_answered_in_the_time_of_a_few_words() {
    // No clock: the work is bounded because every word is looked up once, whatever stands around it.
    let text = "who chaired the third consular working group ".repeat(230);
    let message = reply(&LIBRARY, &Request::Ask { question: text, context: None, page: 0 }, TODAY);
    assert!(is_safe(&message));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        for request in requests(&text) {
            prop_assert!(is_safe(&reply(&LIBRARY, &request, TODAY)), "{text:?}");
        }
    }

    #[test]
    fn no_words_of_ours_in_any_order_make_it_panic(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..14)) {
        let text = words.join(" ");
        for request in requests(&text) {
            prop_assert!(is_safe(&reply(&LIBRARY, &request, TODAY)), "{text:?}");
        }
    }

    #[test]
    fn scores_are_ranked_from_1_to_0_and_unknown_names_no_entry(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..8)) {
        let message = reply(&LIBRARY, &Request::Ask { question: words.join(" "), context: None, page: 0 }, TODAY);
        let scores: Vec<f32> = message.entries.iter().map(|entry| entry.score).collect();
        prop_assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)), "{scores:?}");
        prop_assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]), "{words:?} {scores:?}");
        prop_assert!(scores.len() <= 10);
        prop_assert!(message.outcome != Outcome::Unknown || scores.is_empty());
        prop_assert_eq!(message.outcome == Outcome::Choices, !message.choices.is_empty());
    }

    #[test]
    fn no_text_makes_completion_panic(text in "\\PC{0,60}", option in prop::sample::select(vec!["topic", "find", "from", "who", "question", "nonsense"])) {
        for command in ["about", "meetings", "attendees", "ask", "nonsense"] {
            prop_assert!(suggest(&LIBRARY, command, option, &text).len() <= 25);
        }
    }
}

const WORDS: &[&str] = &[
    "who",
    "chaired",
    "attended",
    "organised",
    "when",
    "where",
    "was",
    "did",
    "the",
    "third",
    "first",
    "second",
    "consular",
    "working",
    "group",
    "CWG",
    "judges",
    "colloquium",
    "July",
    "2016",
    "2017",
    "21",
    "before",
    "after",
    "or",
    "and",
    "how",
    "many",
    "people",
    "meetings",
    "with",
    "Japan",
    "Bangladesh",
    "IOM",
    "Maldives",
    "latest",
    "not",
    "only",
    "between",
    "it",
    "there",
    "what",
    "decided",
    "discussed",
    "Tuladhar",
    "member",
    "states",
    "why",
    "passport",
    "pizza",
    "trafficking",
    "by",
    "in",
    "at",
    "last",
    "year",
    "31/02/2016",
    "how much",
    "UN",
    "office",
    "hotline",
    "blue",
    "ribbon",
    "policy",
    "health",
    "handover",
    "?",
    "compare",
    "stand",
    "for",
];
