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
    #[arg(env = "MATCHING_DATA")]
    data: PathBuf,
    /// Print what became of each question.
    #[arg(long)]
    each: bool,
}

/// The product's own floor, `src/answer/thresholds.rs`.
const SCORE_FLOOR: f32 = 0.35;

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

/// The entries found with their scores, the outcome, and what was asked.
type Answered<'a> = (Vec<(String, f32)>, Outcome, &'a Asked);

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
    let outcomes: Vec<Answered<'_>> = asked
        .iter()
        .map(|one| {
            let request = Request::Ask { question: one.query.clone(), context: None, page: 0 };
            let found = reply(&library, &request, today());
            let entries = found.entries.iter().map(|entry| (entry.id.clone(), entry.score)).collect();
            if arguments.each {
                let ids: Vec<&str> = found.entries.iter().map(|entry| entry.id.as_str()).collect();
                eprintln!("{:?} {:?} wanted {:?} found {ids:?}", found.outcome, one.query, one.relevant);
            }
            (entries, found.outcome, one)
        })
        .collect();
    println!("{} topics; {answerable} questions with an answer, {} without", topics.len(), asked.len() - answerable);
    println!(
        "| answered from | rightly | wrongly | wrongly, of those without an answer | right one offered | refused, with an answer | \
         refused or offered, without | right of answered | right of all |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for step in 0..20_u8 {
        let floor = f32::from(step) / 20.0;
        let mut row = Row::default();
        for (entries, outcome, one) in &outcomes {
            row.take(entries, *outcome, one, floor);
        }
        println!("{}", row.line(floor));
    }
    println!(
        "\nThe product answers from {SCORE_FLOOR} on: the floor below which words are scattered and misspelt at once."
    );
    Ok(())
}

/// What became of the questions at one floor.
#[derive(Default)]
struct Row {
    right: usize,
    wrong: usize,
    wrong_without: usize,
    offered: usize,
    refused: usize,
    rightly_refused: usize,
}

impl Row {
    fn take(&mut self, entries: &[(String, f32)], outcome: Outcome, one: &Asked, floor: f32) {
        let is_right = |id: &str| one.relevant.iter().any(|topic| id_of(topic) == id);
        let first = entries.first().filter(|(_, score)| outcome == Outcome::Answered && *score >= floor);
        match first {
            Some((id, _)) if is_right(id) => self.right += 1,
            Some(_) if one.relevant.is_empty() => self.wrong_without += 1,
            Some(_) => self.wrong += 1,
            None if one.relevant.is_empty() => self.rightly_refused += 1,
            None if outcome == Outcome::Choices && entries.iter().any(|(id, _)| is_right(id)) => self.offered += 1,
            None => self.refused += 1,
        }
    }

    fn line(&self, floor: f32) -> String {
        let Self { right, wrong, wrong_without, offered, refused, rightly_refused } = self;
        let answered = right + wrong + wrong_without;
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        format!(
            "| {floor:.2} | {right} | {wrong} | {wrong_without} | {offered} | {refused} | {rightly_refused} | {:.0} % | {:.0} % |",
            percent(*right, answered),
            percent(right + rightly_refused, answered + offered + refused + rightly_refused),
        )
    }
}
