//! The names of our own entries through every kind of slip, by keystrokes, and beside words that are foreign.

use std::error::Error;
use std::path::PathBuf;

use clap::Parser;
use fastrand::Rng;
use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{Message, Outcome, reply, suggest};
use iom_maldives_bot::search::Library;
use matching_bench::figures::{Times, peak_memory};
use matching_bench::today;
use matching_bench::typos::Slip;

/// Our own names through slips.
#[derive(Debug, Parser)]
struct Arguments {
    /// The knowledge folder.
    #[arg(default_value = "../knowledge")]
    knowledge: PathBuf,
    /// How many slips of each kind are made in each name.
    #[arg(long, default_value_t = 3)]
    slips: usize,
    /// Print every name that was not found first.
    #[arg(long)]
    misses: bool,
}

/// Words that no knowledge of meetings about migration holds.
const FOREIGN: [&str; 24] = [
    "pizza",
    "volcano",
    "zebra",
    "guitar",
    "blockchain",
    "dinosaur",
    "spaghetti",
    "cricket",
    "helicopter",
    "astronaut",
    "mortgage",
    "wizard",
    "penguin",
    "trombone",
    "cactus",
    "gladiator",
    "submarine",
    "yoghurt",
    "karaoke",
    "saxophone",
    "tulip",
    "quantum",
    "hamster",
    "igloo",
];

fn ask(library: &Library, text: &str) -> Message {
    reply(library, &Request::Ask { question: text.to_owned(), context: None, page: 0 }, today())
}

/// Whether the entry of this name is the first.
fn is_first(message: &Message, name: &str) -> bool {
    message.entries.first().is_some_and(|entry| entry.title == name)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let loaded = Knowledge::load(&arguments.knowledge)
        .map_err(|mistakes| mistakes.first().map(ToString::to_string).unwrap_or_default())?;
    let library = Library::new(loaded.knowledge);
    let knowledge = &library.knowledge;
    let titles = knowledge.meetings.iter().map(|meeting| &meeting.title);
    let bodies = knowledge.organisations.iter().map(|body| &body.name);
    let people = knowledge.people.iter().map(|person| &person.name);
    let mut names: Vec<&String> = titles.chain(bodies).chain(people).collect();
    names.retain(|name| name.chars().count() >= 5 && is_first(&ask(&library, name), name));
    println!("{} names of meetings, organisations and people that are found as they stand", names.len());
    println!("| slip | n | top-1 | in the first five |\n|---|---|---|---|");
    let mut times = Times::default();
    for slip in Slip::ALL {
        let mut rng = Rng::with_seed(1);
        let (mut asked, mut first, mut five) = (0, 0, 0);
        for name in &names {
            for typed in (0..arguments.slips).filter_map(|_| slip.make(name, &mut rng)) {
                let found = times.time(|| ask(&library, &typed));
                asked += 1;
                let is_hit = is_first(&found, name);
                first += usize::from(is_hit);
                five += usize::from(found.entries.iter().take(5).any(|entry| entry.title == **name));
                if arguments.misses && !is_hit {
                    eprintln!("{slip:?} {typed:?} {name:?} {:?}", found.entries.first().map(|entry| &entry.title));
                }
            }
        }
        let share = |count: usize| 100.0 * count as f64 / f64::from(u32::try_from(asked).unwrap_or(1));
        println!("| {slip:?} | {asked} | {:.1} % | {:.1} % |", share(first), share(five));
    }
    let mut keystrokes = 0;
    for name in &names {
        let letters: Vec<char> = name.chars().collect();
        let is_shown = |typed: &usize| {
            let text: String = letters.iter().take(*typed).collect();
            suggest(&library, "about", "topic", &text).iter().take(5).any(|one| one.name.starts_with(name.as_str()))
        };
        keystrokes += (1..letters.len()).find(is_shown).unwrap_or(letters.len());
    }
    println!(
        "mean keystrokes until a name is among the first five: {:.2}",
        f64::from(keystrokes_of(keystrokes)) / names.len() as f64
    );
    let answered = FOREIGN.iter().filter(|word| ask(&library, word).outcome != Outcome::Unknown).count();
    println!("foreign words answered: {answered} of {}", FOREIGN.len());
    let (mut crossed, mut tried) = (0, 0);
    for name in &names {
        for (at, digit) in name.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
            let other = if digit == '7' { '3' } else { '7' };
            let typed = format!("{}{other}{}", &name[..at], &name[at + 1..]);
            let found = ask(&library, &typed);
            tried += 1;
            crossed += usize::from(
                found.outcome == Outcome::Answered && is_first(&found, name) && found.text.contains(&typed),
            );
        }
    }
    println!("names with one digit changed that were taken for the name: {crossed} of {tried}");
    println!(
        "`ask` in process: median {:.3} ms, p99 {:.3} ms; peak {:.0} MiB",
        times.percentile(0.5),
        times.percentile(0.99),
        peak_memory("self")
    );
    Ok(())
}

fn keystrokes_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
