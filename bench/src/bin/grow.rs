//! Writes a knowledge folder of as many meetings as wanted, grown from real ones: to try the binary on by hand.

use std::error::Error;
use std::path::PathBuf;

use clap::Parser;
use matching_bench::community;
use matching_bench::growth::{Growth, grow};

/// Writes a grown knowledge folder.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder to write.
    folder: PathBuf,
    /// A folder with `community_meetings.jsonl`.
    #[arg(env = "MATCHING_DATA")]
    data: PathBuf,
    /// How many meetings.
    #[arg(long, default_value_t = 47_806)]
    meetings: usize,
    /// About how many words each has.
    #[arg(long, default_value_t = 100)]
    words: usize,
    /// A file for each meeting instead of one for all.
    #[arg(long)]
    files: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let real = community::read(&arguments.data.join("community_meetings.jsonl"))?;
    let grown = grow(&real, Growth { meetings: arguments.meetings, words: arguments.words });
    if arguments.files {
        community::write_files(&arguments.folder, &grown)?;
    } else {
        community::write_folder(&arguments.folder, &grown)?;
    }
    println!("{} meetings in {}", grown.len(), arguments.folder.display());
    Ok(())
}
