//! The promises the product rests on: nothing looks surer, fuller or newer than its source.

use std::fs;
use std::path::Path;

use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::{Knowledge, Precision};
use iom_maldives_bot::message::{Message, Outcome, reply};
use iom_maldives_bot::search::Library;
use jiff::civil::date;
use walkdir::WalkDir;

fn library() -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    Library::new(Knowledge::load(&folder).expect("sound knowledge").knowledge)
}

fn ask(library: &Library, question: &str) -> Message {
    let request = Request::Ask { question: question.to_owned(), context: None, page: 0 };
    reply(library, &request, date(2026, 11, 24))
}

fn about(library: &Library, id: &str) -> Message {
    reply(library, &Request::About { topic: Some(format!("id:{id}")) }, date(2026, 11, 24))
}

#[test]
fn an_open_list_is_never_read_as_complete() {
    let library = library();
    let absent = ask(&library, "did Nepal attend the third consular working group?");
    assert!(absent.text.contains("not among those named") && absent.text.contains("open"), "{}", absent.text);
    assert!(!absent.lead.starts_with("No"), "{}", absent.lead);
    for meeting in
        library.knowledge.meetings.iter().filter(|meeting| !meeting.attendees.is_empty() && !meeting.attendees_complete)
    {
        let question = format!("Who attended {}?", meeting.title);
        let text = ask(&library, &question).text;
        assert!(text.contains("The list of participants is open"), "{question}\n{text}");
    }
}

#[test]
fn a_date_is_never_more_precise_than_its_source() {
    let library = library();
    for meeting in &library.knowledge.meetings {
        let text = about(&library, &meeting.id).text;
        let date = text.lines().find(|line| line.starts_with("Date: ")).unwrap_or_default();
        match (meeting.date.start, meeting.date.precision) {
            (None, _) => assert_eq!(date, "Date: date not known", "{}", meeting.id),
            (Some(_), Precision::Day) => {}
            (Some(_), _) => {
                let day = date.split_whitespace().any(|word| word.len() <= 2 && word.parse::<u8>().is_ok());
                assert!(!day, "{}: {date}", meeting.id);
            }
        }
        assert_eq!(meeting.date.inferred, date.contains("worked out"), "{}: {date}", meeting.id);
    }
}

#[test]
fn conflicting_sources_are_both_shown() {
    let library = library();
    let conflicts = library.knowledge.meetings.iter().map(|meeting| (&meeting.id, meeting.conflicts.as_ref()));
    let conflicts = conflicts.chain(
        library
            .knowledge
            .facts
            .iter()
            .filter(|fact| fact.superseded_by.is_none())
            .map(|fact| (&fact.id, fact.conflicts.as_slice())),
    );
    let mut shown = 0;
    for (id, conflicts) in conflicts {
        let text = about(&library, id).text;
        for reading in conflicts.iter().flat_map(|conflict| &conflict.readings) {
            assert!(text.contains(&reading.says), "{id} hides `{}`\n{text}", reading.says);
            shown += 1;
        }
    }
    assert!(shown > 10, "{shown} readings");
}

#[test]
fn what_was_not_ioms_is_said_to_be_somebody_elses() {
    let library = library();
    let others: Vec<_> = library
        .knowledge
        .meetings
        .iter()
        .filter(|meeting| meeting.iom_role == Some(iom_maldives_bot::knowledge::IomRole::None))
        .collect();
    assert!(!others.is_empty());
    for meeting in others {
        for question in
            [format!("Tell me about IOM's {}", meeting.title), format!("Why did IOM organise {}?", meeting.title)]
        {
            let message = ask(&library, &question);
            assert!(message.text.contains("not an IOM event"), "{question}\n{}", message.text);
        }
    }
}

#[test]
fn no_withheld_number_or_address_is_ever_shown() {
    let library = library();
    for question in [
        "phone number of IOM",
        "IOM hotline",
        "hotline for victims of trafficking",
        "where is the IOM office",
        "email of IOM Maldives",
        "whatsapp of Sarat Dash",
    ] {
        let message = ask(&library, question);
        assert_eq!(message.outcome, Outcome::Unknown, "{question}");
        assert!(message.text.contains("withheld"), "{question}\n{}", message.text);
        assert!(!holds_number(&message.text), "{question}\n{}", message.text);
    }
    let withheld: Vec<_> = library.knowledge.facts.iter().filter(|fact| fact.withheld).collect();
    assert!(withheld.len() >= 3);
    for fact in withheld {
        assert_eq!(about(&library, &fact.id).outcome, Outcome::Unknown, "{}", fact.id);
    }
}

#[test]
fn a_cry_for_help_gets_a_pointer_and_no_number() {
    let library = library();
    for cry in [
        "my employer took my passport",
        "i am being forced to work, please help",
        "they wont pay my salary and hold my passport",
        "my boss beats me",
    ] {
        let message = ask(&library, cry);
        assert!(
            message.text.contains("Maldives Police Service") && message.text.contains("https://maldives.iom.int"),
            "{cry}\n{}",
            message.text
        );
        assert!(!holds_number(&message.text) && message.entries.is_empty(), "{cry}\n{}", message.text);
    }
}

/// Whether a word of a text has as many digits as the shortest hotline.
fn holds_number(text: &str) -> bool {
    text.split_whitespace().any(|word| word.chars().filter(char::is_ascii_digit).count() >= 3)
}

/// Whoever checks answers for a withheld number has to write it down, and whatever lies in the folder is published.
#[test]
fn no_telephone_number_lies_in_the_knowledge() {
    let is_number = |run: &&str| run.len() >= 7 && run.bytes().all(|byte| byte.is_ascii_digit());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let mut read = 0;
    let files =
        WalkDir::new(&folder).into_iter().map(|entry| entry.expect("an entry")).filter(|entry| entry.path().is_file());
    for file in files {
        let text = fs::read_to_string(file.path()).expect("a text");
        read += 1;
        // An address of a page may hold any number.
        let words = text.split_whitespace().filter(|word| !word.contains("://"));
        let runs = words.flat_map(|word| word.split(|letter: char| !letter.is_ascii_alphanumeric()));
        assert_eq!(runs.filter(is_number).collect::<Vec<_>>(), [""; 0], "{}", file.path().display());
    }
    assert!(read > 100);
}

#[test]
fn a_wrong_day_is_corrected_and_a_wrong_number_never_matched() {
    let library = library();
    assert!(
        ask(&library, "what happened at the meeting on 20 July 2016")
            .text
            .contains("21 July 2016, not on 20 July 2016")
    );
    assert!(ask(&library, "the third consular working group in 2015").text.contains("not in 2015"));
    for question in [
        "who chaired the second consular working group",
        "who chaired the 13th consular working group",
        "tip ranking in 2030",
        "2+2",
    ] {
        assert_eq!(ask(&library, question).outcome, Outcome::Unknown, "{question}");
    }
}

#[test]
fn a_plan_that_was_overtaken_is_shown_as_overtaken() {
    let library = library();
    let overtaken: Vec<_> =
        library.knowledge.meetings.iter().filter(|meeting| meeting.overtaken_by.is_some()).collect();
    assert!(!overtaken.is_empty());
    for meeting in overtaken {
        assert!(about(&library, &meeting.id).text.contains("overtaken by a later event"), "{}", meeting.id);
    }
}

#[test]
fn every_fact_with_a_date_says_as_of_when() {
    let library = library();
    for fact in library
        .knowledge
        .facts
        .iter()
        .filter(|fact| fact.as_of.is_some() && fact.superseded_by.is_none() && !fact.withheld)
    {
        let text = about(&library, &fact.id).text;
        assert!(text.contains("As of "), "{}\n{text}", fact.id);
    }
}

#[test]
fn every_answer_is_made_of_the_knowledge_and_fixed_words() {
    // A card of a meeting may hold only numbers that stand in its entry.
    let library = library();
    for meeting in &library.knowledge.meetings {
        let json = serde_json::to_string(meeting).expect("JSON");
        let message = about(&library, &meeting.id);
        let own = [&message.lead].into_iter().chain(message.fields.iter().flat_map(|field| &field.lines));
        for number in
            own.flat_map(|text| text.split(|letter: char| !letter.is_ascii_digit())).filter(|number| !number.is_empty())
        {
            let plain = number.trim_start_matches('0');
            assert!(json.contains(plain), "{}: {number} stands in no field", meeting.id);
        }
    }
}

#[test]
fn what_came_of_a_meeting_leads_where_it_is_what_was_asked() {
    let library = library();
    let asked = ask(&library, "how long does a check with the donated passport verification system take?");
    let first = asked.lead.split(". ").next().unwrap_or_default();
    assert!(first.contains("19 seconds"), "{}", asked.lead);
}

#[test]
fn an_answer_to_a_part_says_which_part() {
    let library = library();
    let part = ask(&library, "who chaired the third CWG and what did they eat");
    assert!(part.lead.contains("Mohamed Anees"), "{}", part.lead);
    assert!(
        part.notes.iter().any(|note| note.contains("\u{201c}who chaired the third CWG\u{201d}")),
        "{:?}",
        part.notes
    );
    let reason = ask(&library, "why was the case management system built");
    assert!(reason.lead.starts_with("The sources give no reason"), "{}", reason.lead);
}
