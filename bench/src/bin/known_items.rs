//! Known items among real meetings: ours beside its peers, clean, misspelt once and twice, by words and by words and date.

use std::error::Error;
use std::path::PathBuf;

use clap::Parser;
use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::reply;
use iom_maldives_bot::search::Library;
use matching_bench::figures::{Ranks, Times};
use matching_bench::growth::{Growth, grow};
use matching_bench::peers::{Nucleo, Peer, Scan, Tantivy};
use matching_bench::queries::{Kind, draw};
use matching_bench::{community, today, typos};

/// Known items among real meetings.
#[derive(Debug, Parser)]
struct Arguments {
    /// A folder with `community_meetings.jsonl` and a file of misspellings.
    #[arg(env = "MATCHING_DATA")]
    data: PathBuf,
    /// The file of misspellings.
    #[arg(long, default_value = "typos_dev.jsonl")]
    typos: String,
    /// How many queries of each kind.
    #[arg(long, default_value_t = 500)]
    queries: usize,
    /// Grow the real meetings to so many.
    #[arg(long)]
    meetings: Option<usize>,
    /// About how many words a grown meeting has.
    #[arg(long, default_value_t = 100)]
    words: usize,
    /// Ours alone, without its peers.
    #[arg(long)]
    ours: bool,
    /// Print every query of ours that did not rank first.
    #[arg(long)]
    misses: bool,
}

struct Ours(Library);

impl Peer for Ours {
    fn name(&self) -> &'static str {
        "ours, `ask`"
    }

    fn find(&mut self, query: &str) -> Vec<String> {
        let request = Request::Ask { question: query.to_owned(), context: None, page: 0 };
        reply(&self.0, &request, today()).entries.into_iter().map(|entry| entry.id).collect()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let mut meetings = community::read(&arguments.data.join("community_meetings.jsonl"))?;
    if let Some(count) = arguments.meetings {
        meetings = grow(&meetings, Growth { meetings: count, words: arguments.words });
    }
    let typos = typos::read(&arguments.data.join(&arguments.typos))?;
    let folder = tempfile::tempdir()?;
    community::write_folder(folder.path(), &meetings)?;
    let loaded = Knowledge::load(folder.path())
        .map_err(|mistakes| mistakes.first().map(ToString::to_string).unwrap_or_default())?;
    let mut peers: Vec<Box<dyn Peer>> = vec![Box::new(Ours(Library::new(loaded.knowledge)))];
    if !arguments.ours {
        peers.push(Box::new(Tantivy::new(&meetings)?));
        if meetings.len() < 5000 {
            peers.push(Box::new(Nucleo::new(&meetings)));
            peers.push(Box::new(Scan::new(&meetings, "strsim, OSA scan", |one, other| {
                let longest = one.chars().count().max(other.chars().count()).max(1);
                1.0 - strsim::osa_distance(one, other) as f64 / longest as f64
            })));
            peers.push(Box::new(Scan::new(&meetings, "strsim, Jaro-Winkler", strsim::jaro_winkler)));
        }
    }
    println!("{} meetings", meetings.len());
    println!("| query | n | matcher | hit@1 | MRR@10 | median ms | p99 ms |\n|---|---|---|---|---|---|---|");
    for dated in [false, true] {
        for misspelt in 0..=2 {
            let queries = draw(&meetings, &typos, Kind { misspelt, dated }, arguments.queries);
            for (number, peer) in peers.iter_mut().enumerate() {
                let (mut ranks, mut times) = (Ranks::default(), Times::default());
                // A plain scan takes a second a query: a fifth of the queries tells its rank well enough.
                let few = if peer.name().starts_with("strsim") { queries.len() / 5 } else { queries.len() };
                for query in queries.iter().take(few) {
                    let found = times.time(|| peer.find(&query.text));
                    let place = found.iter().position(|id| *id == query.id);
                    if arguments.misses && number == 0 && place != Some(0) {
                        eprintln!("{misspelt}{} {:?} {} {place:?}", if dated { "d" } else { "" }, query.text, query.id);
                    }
                    ranks.take(place);
                }
                let what = if dated { "four words and date" } else { "four words" };
                println!(
                    "| {what}, {misspelt} misspelt | {few} | {} | {:.3} | {:.3} | {:.3} | {:.3} |",
                    peer.name(),
                    ranks.hit_at_1(),
                    ranks.mrr_at_10(),
                    times.percentile(0.5),
                    times.percentile(0.99),
                );
            }
        }
    }
    Ok(())
}
