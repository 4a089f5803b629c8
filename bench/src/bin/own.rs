//! Our own knowledge, at its own size: the time of every curator's question, start to first answer, and memory.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use clap::Parser;
use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{reply, suggest};
use iom_maldives_bot::search::Library;
use matching_bench::driven::Driven;
use matching_bench::figures::Times;
use matching_bench::today;
use serde::Deserialize;

/// Our own knowledge, at its own size.
#[derive(Debug, Parser)]
struct Arguments {
    /// The knowledge folder; its `questions.json` is asked.
    #[arg(default_value = "../knowledge")]
    knowledge: PathBuf,
    /// The built binary.
    #[arg(long, default_value = "../target/release/iom-maldives-bot")]
    binary: PathBuf,
    /// How often the binary is started.
    #[arg(long, default_value_t = 21)]
    starts: usize,
    /// How often each question is asked; its time is the median.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Print the questions that took longest, so many.
    #[arg(long, default_value_t = 0)]
    slowest: usize,
}

#[derive(Deserialize)]
struct Question {
    question: String,
    context: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let questions: Vec<Question> =
        serde_json::from_str(&fs::read_to_string(arguments.knowledge.join("questions.json"))?)?;
    let loaded = Knowledge::load(&arguments.knowledge)
        .map_err(|mistakes| mistakes.first().map(ToString::to_string).unwrap_or_default())?;
    let library = Library::new(loaded.knowledge);
    let entries: usize = library.knowledge.counts().iter().map(|(_, count)| count).sum();

    let (mut asked, mut completed) = (Times::default(), Times::default());
    let mut slowest = Vec::new();
    for Question { question, context } in &questions {
        let request = Request::Ask { question: question.clone(), context: context.clone(), page: 0 };
        let taken = Times::median(arguments.runs, || reply(&library, &request, today()));
        asked.add(taken);
        slowest.push((taken, question));
        let beginning: String = question.chars().take(12).collect();
        completed.add(Times::median(arguments.runs, || suggest(&library, "about", "topic", &beginning)));
    }
    slowest.sort_by(|one, other| other.cmp(one));
    for (taken, question) in slowest.iter().take(arguments.slowest) {
        eprintln!("{taken:?} {question:?}");
    }

    let (mut started, mut piped, mut memory) = (Times::default(), Times::default(), 0.0_f64);
    for _ in 0..arguments.starts {
        let mut driven = started.time(|| -> std::io::Result<Driven> {
            let mut driven = Driven::start(&arguments.binary, &arguments.knowledge, &["ask"])?;
            driven.ask("latest meeting")?;
            Ok(driven)
        })?;
        for Question { question, .. } in &questions {
            piped.time(|| driven.ask(question))?;
        }
        memory = memory.max(driven.peak_memory());
        driven.end()?;
    }

    println!(
        "{entries} entries, {} questions of the curator, each the median of {} runs",
        questions.len(),
        arguments.runs
    );
    println!("| what | n | median | p99 | most |\n|---|---|---|---|---|");
    let micros = |name: &str, times: &Times| {
        let [median, high, most] = [0.5, 0.99, 1.0].map(|share| times.percentile(share) * 1e3);
        println!("| {name} | {} | {median:.0} µs | {high:.0} µs | {most:.0} µs |", times.len());
    };
    micros("`ask`, in process", &asked);
    micros("`complete`, in process", &completed);
    micros("`ask --stdin --json`, through both pipes", &piped);
    let [median, high, most] = [0.5, 0.99, 1.0].map(|share| started.percentile(share));
    println!("| start to first answer | {} | {median:.1} ms | {high:.1} ms | {most:.1} ms |", started.len());
    println!("\npeak memory of the process after all questions: {memory:.1} MiB");
    Ok(())
}
