//! The properties of our ranking, one test each. `docs/MATCHING.md` holds the same list, which a test compares.
//!
//! 1. A word typed as it stands comes before its other forms.
//! 2. A word that is known is taken for another only if no dictionary has it and twenty times as many entries hold the other.
//! 3. A slip in a word of the knowledge is forgiven from four letters on, two from five on, the first letter included. Three may have lost one.
//! 4. Digits and ordinals are exact.
//! 5. A word of the dictionary is not bent into one that is near.
//! 6. A word that nothing is like leaves the question unanswered, whatever its other words find.
//! 7. A name says more than running text.
//! 8. A rare word says more than a common one.
//! 9. Words without a sentence pick out the entry that holds them all.
//! 10. A date tells meetings of one name apart.
//! 11. What cannot be told apart is offered, best first.
//! 12. The last word typed may be a beginning, and names come first.
//! 13. Adding entries about something else changes neither the order nor the outcome.
//! 14. What was matched is said as it was typed.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{Message, Outcome, reply, suggest};
use iom_maldives_bot::search::Library;
use jiff::civil::date;
use serde_json::{Value, json};

/// A meeting: id, title, date, summary.
type Row = (&'static str, &'static str, &'static str, &'static str);

const ROWS: [Row; 9] = [
    ("harbour-1", "Harbour Workgroup weekly meeting", "2024-03-04", "Dredging schedule and the mooring invoices."),
    ("harbour-2", "Harbour Workgroup weekly meeting", "2024-03-11", "Mooring plans, buoy lanterns, dredging tenders."),
    ("harbour-3", "Harbour Workgroup weekly meeting", "2025-03-11", "Lantern repairs and a volunteer roster."),
    ("lagoon", "Lagoon survey kickoff", "2023-06-01", "Coral transects, tide gauges and a dredging moratorium."),
    ("clinic", "Second clinic stocktake", "2022-09-15", "Vaccine fridges, spare generators, roster of nurses."),
    ("archive", "Archive digitisation sprint", "2021-01-20", "Scanning ledgers; the lagoon survey was mentioned."),
    ("reports", "Annual report drafting", "2020-05-05", "Reporting templates, invoice annexes, photographs."),
    ("ferry", "Ferry timetable hearing", "2019-11-30", "Timetable complaints, harbour lanterns, mooring fees."),
    ("school", "School garden opening", "2018-02-14", "Seedlings, compost and sprinklers for the lagoon terrace."),
];

fn entry(row: &Row) -> Value {
    let (id, title, start, summary) = *row;
    json!({ "id": id, "title": title, "date": { "start": start, "precision": "day" }, "summary": summary,
        "sources": [{ "title": "Minutes" }] })
}

fn library(rows: &[Value]) -> Library {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("meetings")).expect("a folder in it");
    fs::write(folder.path().join("meetings/all.json"), Value::from(rows.to_vec()).to_string()).expect("a file");
    Library::new(Knowledge::load(folder.path()).expect("sound entries").knowledge)
}

fn ours() -> Library {
    library(&ROWS.iter().map(entry).collect::<Vec<_>>())
}

fn ask(library: &Library, question: &str) -> Message {
    let request = Request::Ask { question: question.to_owned(), context: None, page: 0 };
    reply(library, &request, date(2026, 11, 23))
}

fn ids(message: &Message) -> Vec<&str> {
    message.entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn first(library: &Library, question: &str) -> Option<String> {
    ids(&ask(library, question)).first().map(|id| (*id).to_owned())
}

#[test]
fn property_1_the_form_typed_comes_first() {
    let library = ours();
    assert_eq!(first(&library, "dredging mooring lanterns buoy").as_deref(), Some("harbour-2"));
    assert_eq!(first(&library, "reporting templates invoice photographs").as_deref(), Some("reports"));
    assert_eq!(first(&library, "harbour lantern volunteer repairs").as_deref(), Some("harbour-3"));
}

#[test]
fn property_2_a_known_word_is_taken_as_it_stands() {
    // `ferry` is one letter from nothing here, `fees` and `fridges` are words of their own.
    let library = ours();
    assert_eq!(first(&library, "mooring fees").as_deref(), Some("ferry"));
    assert_eq!(first(&library, "vaccine fridges").as_deref(), Some("clinic"));
}

#[test]
fn property_3_slips_are_forgiven() {
    let library = ours();
    for (typed, meant) in [
        ("vacine frigdes", "clinic"),
        ("xaccine fridges", "clinic"),
        ("seedlngs compsot", "school"),
        ("digitsiation sprnit", "archive"),
        ("lagoon survye kickof", "lagoon"),
        ("tid gauges", "lagoon"),
    ] {
        assert_eq!(first(&library, typed).as_deref(), Some(meant), "{typed}");
    }
    // Another slip in three letters makes another word.
    assert_eq!(ask(&library, "tod gauges").outcome, Outcome::Unknown);
}

#[test]
fn property_4_digits_and_ordinals_are_exact() {
    let library = ours();
    for typed in ["third clinic stocktake", "clinic stocktake 2021"] {
        let answer = ask(&library, typed);
        let says_other_date = answer.text.contains("not") || answer.outcome == Outcome::Unknown;
        assert!(says_other_date, "{typed}: {}", answer.text);
    }
    assert_eq!(first(&library, "second clinic stocktake").as_deref(), Some("clinic"));
}

#[test]
fn property_5_dictionary_words_are_not_bent() {
    let library = ours();
    for typed in ["school warden", "carol transects", "story lagoon fringes"] {
        assert_ne!(ask(&library, typed).outcome, Outcome::Answered, "{typed}");
    }
}

#[test]
fn property_6_foreign_words_are_refused() {
    let library = ours();
    for typed in ["pizza", "volcano", "lagoon survey zeppelin", "who chaired the zeppelin stocktake"] {
        assert_eq!(ask(&library, typed).outcome, Outcome::Unknown, "{typed}");
    }
}

#[test]
fn property_7_names_say_more_than_text() {
    let library = ours();
    let found = ask(&library, "lagoon survey");
    assert_eq!(ids(&found).first(), Some(&"lagoon"), "{:?}", ids(&found));
}

#[test]
fn property_8_rare_words_say_more() {
    let library = ours();
    assert_eq!(first(&library, "harbour volunteer").as_deref(), Some("harbour-3"));
    assert_eq!(first(&library, "harbour complaints").as_deref(), Some("ferry"));
}

#[test]
fn property_9_words_pick_an_entry_out() {
    let library = ours();
    for (typed, meant) in [
        ("roster nurses spare generators", "clinic"),
        ("timetable complaints lanterns mooring fees", "ferry"),
        ("compost terrace seedlings sprinklers", "school"),
        ("gauges tide coral moratorium", "lagoon"),
        ("reporting templates invoice photographs", "reports"),
    ] {
        let answer = ask(&library, typed);
        assert_eq!((answer.outcome, ids(&answer).first()), (Outcome::Answered, Some(&meant)), "{typed}");
    }
}

#[test]
fn property_10_dates_tell_apart() {
    let library = ours();
    for (typed, meant) in [
        ("harbour workgroup 4 March 2024", "harbour-1"),
        ("harbour workgroup weekly meeting 11/03/2024", "harbour-2"),
        ("harbour workgroup weekly 2025", "harbour-3"),
        ("mooring dredging weekly workgroup 4 March 2024", "harbour-1"),
    ] {
        assert_eq!(first(&library, typed).as_deref(), Some(meant), "{typed}");
    }
}

#[test]
fn property_11_what_is_alike_is_offered() {
    let library = ours();
    let answer = ask(&library, "harbour workgroup weekly meeting");
    assert_eq!(answer.outcome, Outcome::Choices, "{}", answer.text);
    assert_eq!(answer.choices.len(), 3);
    assert!(answer.entries.windows(2).all(|pair| pair[0].score >= pair[1].score));
}

#[test]
fn property_12_beginnings_complete_and_names_come_first() {
    let library = ours();
    let values = |typed: &str| -> Vec<String> {
        suggest(&library, "meetings", "find", typed).into_iter().map(|one| one.value).collect()
    };
    for (typed, meant) in
        [("lag", "id:lagoon"), ("lagoon sur", "id:lagoon"), ("clinc sto", "id:clinic"), ("fe", "id:ferry")]
    {
        assert_eq!(values(typed).first().map(String::as_str), Some(meant), "{typed}");
    }
    let all = values("lagoon");
    assert_eq!(all.len(), 3, "{all:?}");
}

#[test]
fn property_13_other_entries_change_nothing() {
    let small = ours();
    let mut rows: Vec<Value> = ROWS.iter().map(entry).collect();
    for number in 0..3000 {
        let mut summary = String::new();
        for word in 0..20 {
            write!(summary, "filler{} ", (number * 7 + word * 13) % 900).expect("a string takes all");
        }
        let title = format!("Topic{} review", number % 700);
        rows.push(entry(&("", "", "2001-01-01", "")));
        let row = rows.last_mut().expect("just pushed");
        *row = json!({ "id": format!("other-{number}"), "title": title, "summary": summary, "sources": [{ "title": "Minutes" }] });
    }
    let large = library(&rows);
    for typed in
        ["lagoon survey", "vacine frigdes", "roster nurses spare generators", "harbour workgroup 4 March 2024", "pizza"]
    {
        let (one, other) = (ask(&small, typed), ask(&large, typed));
        assert_eq!(one.outcome, other.outcome, "{typed}");
        assert_eq!(ids(&one), ids(&other), "{typed}");
    }
}

#[test]
fn property_14_what_was_matched_is_said() {
    let library = ours();
    assert_eq!(ask(&library, "the Vacine frigdes").matched, ["Vacine (read as vaccine)", "frigdes (read as fridges)"]);
    assert_eq!(ask(&library, "lagoon survey").matched, ["lagoon", "survey"]);
}

#[test]
fn the_documentation_lists_the_same_properties() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = |file: &str| -> Vec<String> {
        let text = fs::read_to_string(root.join(file)).expect("a file of the repository");
        let lines = text.lines().map(|line| line.strip_prefix("//! ").unwrap_or(line));
        let numbered = |line: &&str| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok());
        lines.filter(numbered).map(str::to_owned).collect()
    };
    assert_eq!(listed("tests/relevance.rs").len(), 14);
    assert_eq!(listed("tests/relevance.rs"), listed("docs/MATCHING.md"));
}
