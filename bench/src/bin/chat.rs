//! Real chat questions with and without an answer: how many are answered rightly and wrongly, over the threshold.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use clap::Parser;
use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{Outcome, reply};
use iom_maldives_bot::search::Library;
use matching_bench::today;
use serde::Deserialize;
use serde_json::{Value, json};

/// Real chat questions.
#[derive(Debug, Parser)]
struct Arguments {
    /// A folder with `chat_questions_docs.jsonl` and `chat_questions.jsonl`.
    #[arg(default_value = "../shared/data")]
    data: PathBuf,
}

#[derive(Deserialize)]
struct Topic {
    id: String,
    title: String,
    utterances: Vec<String>,
}

#[derive(Deserialize)]
struct Asked {
    query: String,
    relevant: Vec<String>,
}

fn id_of(topic: &str) -> String {
    let plain: String =
        topic.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn read<T: for<'de> Deserialize<'de>>(path: PathBuf) -> Result<Vec<T>, Box<dyn Error>> {
    let lines = fs::read_to_string(path)?;
    Ok(lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let topics: Vec<Topic> = read(arguments.data.join("chat_questions_docs.jsonl"))?;
    let asked: Vec<Asked> = read(arguments.data.join("chat_questions.jsonl"))?;
    let entries: Vec<Value> = topics
        .iter()
        .map(|topic| {
            json!({ "id": id_of(&topic.id), "title": topic.title, "text": topic.utterances.join(" · "),
                "aliases": topic.utterances.iter().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>() })
        })
        .collect();
    let folder = tempfile::tempdir()?;
    fs::create_dir(folder.path().join("facts"))?;
    fs::write(folder.path().join("facts/all.json"), Value::from(entries).to_string())?;
    let loaded = Knowledge::load(folder.path())
        .map_err(|mistakes| mistakes.first().map(ToString::to_string).unwrap_or_default())?;
    let library = Library::new(loaded.knowledge);
    let answerable = asked.iter().filter(|one| !one.relevant.is_empty()).count();
    let outcomes: Vec<(Option<(String, f32)>, Outcome, &Asked)> = asked
        .iter()
        .map(|one| {
            let request = Request::Ask { question: one.query.clone(), context: None, page: 0 };
            let found = reply(&library, &request, today());
            (found.entries.first().map(|entry| (entry.id.clone(), entry.score)), found.outcome, one)
        })
        .collect();
    println!("{} topics; {answerable} questions with an answer, {} without", topics.len(), asked.len() - answerable);
    println!(
        "| score at least | answered rightly | answered wrongly | refused or offered, with an answer | refused or offered, without |"
    );
    println!("|---|---|---|---|---|");
    for step in 0..10_u8 {
        let floor = f32::from(step) / 10.0;
        let (mut right, mut wrong, mut kept_back, mut rightly) = (0, 0, 0, 0);
        for (first, outcome, one) in &outcomes {
            let taken = first.as_ref().filter(|(_, score)| *score >= floor && *outcome == Outcome::Answered);
            match taken {
                Some((id, _)) if one.relevant.iter().any(|topic| id_of(topic) == *id) => right += 1,
                Some(_) => wrong += 1,
                None if one.relevant.is_empty() => rightly += 1,
                None => kept_back += 1,
            }
        }
        println!("| {floor:.1} | {right} | {wrong} | {kept_back} | {rightly} |");
    }
    Ok(())
}
