//! Every mistake a curator can make, one a row: which place is shown, and what is said.

use std::path::Path;

use iom_maldives_bot::knowledge::{Knowledge, Mistake, Severity};
use proptest::prelude::*;

/// A sound meeting, to break in one place.
const SOUND: &str = r#"{"id": "m-1", "title": "Meeting", "attendees": ["Somebody"], "sources": [{"title": "Page", "url": "https://example.org"}]}"#;
const ERROR: Severity = Severity::Error;
const WARNING: Severity = Severity::Warning;

/// File, text, severity, pointer, part of what is said, hint.
type Row = (&'static str, &'static str, Severity, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // What is no JSON.
    ("meetings/x.json", "", ERROR, "", "found an empty file", ""),
    ("meetings/x.json", "hello", ERROR, "", "expected JSON", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X",}"#, ERROR, "", "trailing commas", ""),
    ("meetings/x.json", r#"{"id": "x" "title": "X"}"#, ERROR, "", "expected JSON", ""),
    ("meetings/x.json", "// note\n{}", ERROR, "", "comments are not allowed", ""),
    ("meetings/x.json", "{'id': 'x'}", ERROR, "", "single-quoted", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X""#, ERROR, "", "expected JSON", ""),
    // Fields.
    ("meetings/x.json", r#"{"id": "x", "title": "X", "atendees": []}"#, ERROR, "/atendees", "unknown field `atendees`", "did you mean `attendees`?"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "colour": 1}"#, ERROR, "/colour", "unknown field `colour`", "known here: "),
    ("meetings/x.json", r#"[{"id": "x", "title": "X"}, {"id": "y", "title": "Y", "date": {"stat": "2016"}}]"#, ERROR, "/1/date/stat", "unknown field `stat`", "did you mean `start`?"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "title": "Y"}"#, ERROR, "/title", "field `title` once", ""),
    ("meetings/x.json", r#"{"title": "X"}"#, ERROR, "", "field `id`", ""),
    ("meetings/x.json", r#"{"id": "x", "titel": "X"}"#, ERROR, "", "field `title`", "is it `titel`?"),
    ("organisations/x.json", r#"{"id": "x"}"#, ERROR, "", "field `name`", ""),
    ("people/x.json", r#"{"id": "x"}"#, ERROR, "", "field `name`", ""),
    ("glossary/x.json", r#"{"id": "x"}"#, ERROR, "", "field `term`", ""),
    // Values.
    ("meetings/x.json", r#"{"id": "x", "title": 5}"#, ERROR, "/title", "a text in quotes, found `5`", ""),
    ("meetings/x.json", r#"{"id": "x", "title": null}"#, ERROR, "/title", "found `null`", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "aliases": "y"}"#, ERROR, "/aliases", "a list in `[ ]`", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "attendees_complete": "yes"}"#, ERROR, "/attendees_complete", "`true` or `false`", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "attendee_count": -1}"#, ERROR, "/attendee_count", "a number from 0", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "iom_role": "organizer"}"#, ERROR, "/iom_role", "one of `organiser`", "did you mean `organiser`?"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "attendees": [5]}"#, ERROR, "/attendees/0", "a text in quotes or an object", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "attendees": [{"persn": "y"}]}"#, ERROR, "/attendees/0/persn", "unknown field", "did you mean `person`?"),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Y", "status": "curent"}"#, ERROR, "/status", "one of `current`", "did you mean `current`?"),
    ("organisations/x.json", r#"{"id": "x", "name": "X", "kind": "goverment"}"#, ERROR, "/kind", "one of `government`", "did you mean `government`?"),
    ("facts/x.json", r#""just a text""#, ERROR, "", "an object in `{ }`", ""),
    // Dates.
    ("meetings/x.json", r#"{"id": "x", "title": "X", "date": {"start": "21 July 2016", "precision": "day"}}"#, ERROR, "/date/start", "a date as `YYYY`", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "date": {"start": "2016-02-30", "precision": "day"}}"#, ERROR, "/date/start", "a date that exists", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "date": {"start": "2016-07", "end": "2016-06", "precision": "month"}}"#, ERROR, "/date/end", "an end not before `2016-07`", "swapped"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "date": {"end": "2016-06"}}"#, ERROR, "/date/end", "a start where there is an end", "add `start`"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "date": {"start": "2016-07", "precision": "day"}}"#, ERROR, "/date/precision", "`month`, as precise as `2016-07`", "no more"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "date": {"precision": "day"}}"#, ERROR, "/date/precision", "`unknown` where there is no start", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "date": {"start": "2016", "precision": "year", "inferred": true}}"#, WARNING, "/date", "a note on what the date was worked out from", "add `note`"),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Y", "sources": [{"title": "P", "published": "2020", "accessed": "2019"}]}"#, WARNING, "/sources/0/accessed", "not before the page was published", ""),
    // Ids, names, references.
    ("meetings/x.json", r#"{"id": "Third CWG", "title": "X"}"#, ERROR, "/id", "lower-case words joined with hyphens", ""),
    ("meetings/x.json", r#"{"id": "m-1", "title": "X"}"#, ERROR, "/id", "an id that no other entry has", ""),
    ("facts/x.json", r#"{"id": "m-1", "title": "X", "text": "Y"}"#, ERROR, "/id", "`m-1` again", ""),
    ("meetings/x.json", r#"{"id": "x", "title": " "}"#, ERROR, "/title", "a name, found an empty text", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "chairs": ["some-bodi"]}"#, ERROR, "/chairs/0", "`some-bodi`, which has no entry", ""),
    ("meetings/x.json", r#"[{"id": "x", "title": "X", "attendees": ["red-cresent"]}]"#, ERROR, "/0/attendees/0", "which has no entry", "did you mean `red-crescent`?"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "attendees": ["Maldivian Red Cresent"]}"#, WARNING, "/attendees/0", "nearly `Maldivian Red Crescent`", "aliases"),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "attendees": [{"role": "guest"}]}"#, ERROR, "/attendees/0", "a person or an organisation", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "overtaken_by": "nothing-there"}"#, ERROR, "/overtaken_by", "which has no entry", ""),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Y", "superseded_by": "y"}"#, ERROR, "/superseded_by", "`y`, which has no entry", ""),
    ("facts/x.json", r#"[{"id": "x", "title": "X", "text": "Y", "superseded_by": "y"}, {"id": "y", "title": "X", "text": "Y", "superseded_by": "x"}]"#, ERROR, "/0/superseded_by", "a circle through `x`", ""),
    ("organisations/x.json", r#"{"id": "x", "name": "X", "text": "T", "parent": "x"}"#, ERROR, "/parent", "a circle through `x`", ""),
    ("glossary/x.json", r#"{"id": "x", "term": "X", "entry": "m-2"}"#, ERROR, "/entry", "which has no entry", "did you mean `m-1`?"),
    ("people/x.json", r#"{"id": "x", "name": "X"}"#, WARNING, "/id", "one that nothing leads to", "misspelt"),
    ("organisations/x.json", r#"{"id": "x", "name": "X"}"#, WARNING, "/id", "one that nothing leads to", ""),
    ("organisations/x.json", r#"{"id": "x", "name": "X", "text": "T", "aliases": ["Crescent people"]}"#, WARNING, "/aliases/0", "which `red-crescent` claims too", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "aliases": [""]}"#, WARNING, "/aliases/0", "an empty text", ""),
    // Series, lists, sources, what must not be there.
    ("meetings/x.json", r#"{"id": "x", "title": "X", "series": {"id": "Series", "number": 0}}"#, ERROR, "/series/number", "a number from 1", ""),
    ("meetings/x.json", r#"[{"id": "x", "title": "X", "series": {"id": "Series", "number": 3}}, {"id": "y", "title": "Y", "series": {"id": "series", "number": 3}}]"#, ERROR, "/1/series/number", "a second number 3", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X", "attendees_complete": true}"#, ERROR, "/attendees_complete", "`false` where nobody is listed", ""),
    ("meetings/x.json", r#"{"id": "x", "title": "X"}"#, WARNING, "/id", "at least one source", ""),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Y"}"#, WARNING, "/id", "at least one source", ""),
    ("facts/x.json", r#"{"id": "x", "title": "X"}"#, ERROR, "/id", "field `text`", ""),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Y", "sources": [{"title": "P", "url": "www.example.org"}]}"#, ERROR, "/sources/0/url", "an address with https://", ""),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Y", "sources": [{"title": ""}]}"#, ERROR, "/sources/0/title", "the page's title", ""),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Call 333 00 00", "withheld": true}"#, ERROR, "/text", "no number in what is withheld", ""),
    ("facts/x.json", r#"{"id": "x", "title": "X", "text": "Y", "conflicts": [{"about": "a", "readings": [{"says": "b"}]}]}"#, WARNING, "/conflicts/0", "at least two readings", ""),
    // Questions and stray files.
    ("questions.json", r#"[{"question": "who?", "kind": "k", "outcome": "answred"}]"#, ERROR, "/0/outcome", "one of `answered`", "did you mean `answered`?"),
    ("questions.json", r#"[{"question": "who?", "kind": "k", "outcome": "answered", "entry": "m-3"}]"#, ERROR, "/0/entry", "which has no entry", ""),
    ("questions.json", r#"[{"question": "who?", "kind": "k", "outcome": "unknown", "entry": "m-1"}]"#, ERROR, "/0/entry", "no entry where the answer is unknown", ""),
    ("questions.json", r#"[{"question": "Who?", "kind": "k", "outcome": "unknown"}, {"question": "who?", "kind": "k", "outcome": "unknown"}]"#, WARNING, "/1/question", "a question once", ""),
    ("meeting/x.json", "{}", WARNING, "", "a file that is not read", "did you mean `meetings`?"),
];

/// Loads a sound knowledge with one more file.
fn mistakes(file: &str, text: &[u8]) -> Vec<Mistake> {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &[u8]| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    put("meetings/m-1.json", SOUND.as_bytes());
    let body =
        r#"{"id": "red-crescent", "name": "Maldivian Red Crescent", "text": "T", "aliases": ["Crescent people"]}"#;
    put("organisations/red-crescent.json", body.as_bytes());
    put(file, text);
    load(folder.path())
}

fn load(folder: &Path) -> Vec<Mistake> {
    Knowledge::load(folder).map_or_else(|mistakes| mistakes, |loaded| loaded.warnings)
}

#[test]
fn every_mistake_is_shown_where_it_stands() {
    for (file, text, severity, pointer, said, hint) in ROWS {
        let found = mistakes(file, text.as_bytes());
        let fits = |mistake: &&Mistake| {
            mistake.severity == *severity
                && mistake.pointer == *pointer
                && format!("expected {}, found {}", mistake.expected, mistake.found).contains(said)
                && mistake.hint.as_deref().unwrap_or_default().contains(hint)
        };
        let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(
            found.iter().any(|mistake| fits(&mistake)),
            "{text}\nwanted {severity:?} {pointer} {said} {hint}\nfound {shown:#?}"
        );
    }
}

#[test]
fn places_are_lines_and_columns_in_characters() {
    let text = "{\n  \"id\": \"x\",\n  \"title\": \"Malé\", \"colour\": 1\n}";
    let found = mistakes("meetings/x.json", text.as_bytes());
    let mistake = found.first().expect("a mistake");
    assert_eq!((mistake.line, mistake.column), (3, 20), "{mistake}");
}

#[test]
fn all_mistakes_of_all_files_come_at_once() {
    let found = mistakes(
        "meetings/x.json",
        br#"[{"id": "A B", "titel": "x", "date": {"start": "2016-13"}}, {"id": 5, "title": "y", "chairs": 1}]"#,
    );
    assert!(found.len() >= 5, "{found:#?}");
}

#[test]
fn what_is_no_text_is_told_apart() {
    let found = mistakes("meetings/x.json", b"\xff\xfe");
    assert!(found.iter().any(|mistake| mistake.expected == "text in UTF-8"), "{found:?}");
}

#[test]
fn a_missing_and_an_empty_folder_are_errors() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(load(folder.path()).iter().any(Mistake::is_error));
    assert!(load(&folder.path().join("nowhere")).iter().any(Mistake::is_error));
}

#[test]
fn a_mark_at_the_start_hidden_files_and_links_do_no_harm() {
    let folder = tempfile::tempdir().expect("a folder");
    let hidden = folder.path().join("..2026_11_24/meetings");
    std::fs::create_dir_all(&hidden).expect("a folder");
    std::fs::write(hidden.join("m-1.json"), format!("\u{feff}{SOUND}")).expect("a file");
    // As Kubernetes mounts a volume: visible links into a hidden folder.
    std::os::unix::fs::symlink("..2026_11_24", folder.path().join("..data")).expect("a link");
    std::os::unix::fs::symlink("..data/meetings", folder.path().join("meetings")).expect("a link");
    let loaded = Knowledge::load(folder.path()).expect("sound knowledge");
    assert_eq!(loaded.knowledge.meetings.len(), 1);
}

#[test]
fn the_version_follows_the_content_alone() {
    let version = |text: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("meetings")).expect("a folder");
        std::fs::write(folder.path().join("meetings/m.json"), text).expect("a file");
        Knowledge::load(folder.path()).expect("sound knowledge").knowledge.version
    };
    assert_eq!(version(SOUND), version(SOUND));
    assert_ne!(version(SOUND), version(&SOUND.replace("Meeting", "Assembly")));
    let here = Knowledge::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge")).expect("sound knowledge");
    let built_in = Knowledge::built_in().expect("sound knowledge");
    assert_eq!(here.knowledge.version, built_in.knowledge.version);
    assert!(here.warnings.is_empty(), "{:?}", here.warnings);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_file_makes_the_loader_panic(text in "\\PC*") {
        mistakes("meetings/x.json", text.as_bytes());
    }

    #[test]
    fn no_cut_or_changed_byte_makes_the_loader_panic(at in 0..SOUND.len(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut text = SOUND.as_bytes().to_vec();
        if cut { text.truncate(at); } else { text[at] = byte; }
        for mistake in mistakes("meetings/x.json", &text) {
            prop_assert!(mistake.line >= 1 && mistake.column >= 1);
            prop_assert!(!mistake.to_string().is_empty());
        }
    }
}
