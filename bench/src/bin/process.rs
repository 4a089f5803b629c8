//! The whole process, as another program drives it: start to first answer, peak memory, and the time of every line, over
//! meetings grown to a size, or over a knowledge folder that is there.

use std::error::Error;
use std::path::{Path, PathBuf};

use clap::Parser;
use matching_bench::driven::{Driven, entry_ids};
use matching_bench::figures::{Ranks, Times};
use matching_bench::growth::{Growth, grow};
use matching_bench::queries::{Kind, Query, draw};
use matching_bench::{community, typos};

/// The whole process at any size.
#[derive(Debug, Parser)]
struct Arguments {
    /// A folder with `community_meetings.jsonl` and `typos_dev.jsonl`.
    #[arg(env = "MATCHING_DATA")]
    data: PathBuf,
    /// The built binary.
    #[arg(long, default_value = "../target/release/iom-maldives-bot")]
    binary: PathBuf,
    /// How many meetings; several sizes are measured one after the other.
    #[arg(long, value_delimiter = ',', default_value = "47806")]
    meetings: Vec<usize>,
    /// About how many words a grown meeting has.
    #[arg(long, default_value_t = 100)]
    words: usize,
    /// How many queries of each kind.
    #[arg(long, default_value_t = 500)]
    queries: usize,
    /// Print every query that did not rank first.
    #[arg(long)]
    misses: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let real = community::read(&arguments.data.join("community_meetings.jsonl"))?;
    let typos = typos::read(&arguments.data.join("typos_dev.jsonl"))?;
    println!(
        "| meetings | MiB of JSON | first answer ms | peak MiB | line | n | hit@1 | MRR@10 | median ms | p99 ms | max ms |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    for &count in &arguments.meetings {
        let meetings = grow(&real, Growth { meetings: count, words: arguments.words });
        let folder = tempfile::tempdir()?;
        community::write_folder(folder.path(), &meetings)?;
        let size = std::fs::metadata(folder.path().join("meetings/all.json"))?.len() as f64 / f64::from(1 << 20);
        let head = |first: f64, memory: f64| format!("| {count} | {size:.0} | {first:.0} | {memory:.0} |");
        let mut start = Times::default();
        let mut ask = start.time(|| open(&arguments.binary, folder.path(), &["ask"]))?;
        for dated in [false, true] {
            for misspelt in 0..=2 {
                let queries = draw(&meetings, &typos, Kind { misspelt, dated }, arguments.queries);
                let (ranks, times) = asked(&mut ask, &queries, arguments.misses)?;
                let what = format!("four words{}, {misspelt} misspelt", if dated { " and date" } else { "" });
                println!(
                    "{} {what} | {} | {}",
                    head(start.percentile(0.5), ask.peak_memory()),
                    queries.len(),
                    row(ranks, &times)
                );
            }
        }
        ask.end()?;
        let mut start = Times::default();
        let mut complete = start.time(|| open(&arguments.binary, folder.path(), &["complete", "meetings", "find"]))?;
        let (mut ranks, mut times) = (Ranks::default(), Times::default());
        let titles = meetings.iter().step_by((count / 200).max(1)).map(|meeting| &meeting.title);
        for title in titles {
            let letters: Vec<char> = title.chars().collect();
            for typed in 1..=letters.len().min(12) {
                let text: String = letters.iter().take(typed).collect();
                let found = times.time(|| complete.ask(&text))?;
                let names = found.as_array().into_iter().flatten().filter_map(|one| one.get("name")?.as_str());
                ranks.take(names.take(10).position(|name| name.starts_with(title.as_str())));
            }
        }
        println!(
            "{} beginnings of titles | {} | {}",
            head(start.percentile(0.5), complete.peak_memory()),
            times.len(),
            row(ranks, &times)
        );
        complete.end()?;
    }
    Ok(())
}

/// Starts the binary and waits for its first answer.
fn open(binary: &Path, knowledge: &Path, command: &[&str]) -> std::io::Result<Driven> {
    let mut driven = Driven::start(binary, knowledge, command)?;
    driven.ask("hello")?;
    Ok(driven)
}

fn asked(ask: &mut Driven, queries: &[Query], misses: bool) -> std::io::Result<(Ranks, Times)> {
    let (mut ranks, mut times) = (Ranks::default(), Times::default());
    for query in queries {
        let answer = times.time(|| ask.ask(&query.text))?;
        let place = entry_ids(&answer).iter().position(|id| *id == query.id);
        if misses && place != Some(0) {
            eprintln!("{:?} {} {place:?} {:?}", query.text, query.id, answer.get("outcome"));
        }
        ranks.take(place);
    }
    Ok((ranks, times))
}

fn row(ranks: Ranks, times: &Times) -> String {
    let [median, high, most] = [0.5, 0.99, 1.0].map(|share| times.percentile(share));
    format!("{:.3} | {:.3} | {median:.3} | {high:.3} | {most:.3} |", ranks.hit_at_1(), ranks.mrr_at_10())
}
