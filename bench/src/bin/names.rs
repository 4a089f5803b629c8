//! The names of our own entries through every kind of slip, by keystrokes, and beside words that are foreign.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use fastrand::Rng;
use iom_maldives_bot::answer::Request;
use iom_maldives_bot::knowledge::Knowledge;
use iom_maldives_bot::message::{Message, Outcome, reply, suggest};
use iom_maldives_bot::search::Library;
use matching_bench::keystrokes::{self, SEEN};
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
    /// Fail where a share, a foreign word or a crossed number falls short of what is promised.
    #[arg(long)]
    check: bool,
}

/// The least share found first through one slip, and through two, in percent.
const ONE_SLIP: f64 = 99.0;
const TWO_SLIPS: f64 = 95.0;

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
/// Each is put where another stands.
const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::parse();
    let loaded = Knowledge::load(&arguments.knowledge)
        .map_err(|mistakes| mistakes.first().map(ToString::to_string).unwrap_or_default())?;
    let library = Library::new(loaded.knowledge);
    let knowledge = &library.knowledge;
    let meetings: Vec<String> = knowledge.meetings.iter().map(|meeting| meeting.title.clone()).collect();
    let bodies: Vec<String> = knowledge.organisations.iter().map(|body| body.name.clone()).collect();
    let people: Vec<String> = knowledge.people.iter().map(|person| person.name.clone()).collect();
    let who = [bodies.as_slice(), &people].concat();
    let all = [meetings.as_slice(), &who].concat();
    let (names, missed): (Vec<String>, Vec<String>) = all
        .iter()
        .filter(|name| name.chars().count() >= 5)
        .cloned()
        .partition(|name| is_first(&ask(&library, name), name));
    println!("{} names of meetings, organisations and people", names.len() + missed.len());
    println!("found first as they stand: {} of {}", names.len(), names.len() + missed.len());
    missed.iter().filter(|_| arguments.misses).for_each(|name| eprintln!("as it stands {name:?}"));

    let mut is_short = false;
    println!("\n| slip | n | top-1 | in the first five |\n|---|---|---|---|");
    for slip in Slip::ALL {
        let [first, five] = slipped(&library, &names, slip, &arguments);
        is_short |= first < if slip == Slip::Two { TWO_SLIPS } else { ONE_SLIP };
        println!("| {slip:?} | {} | {first:.1} % | {five:.1} % |", names.len() * arguments.slips);
    }

    println!("\n| option | names | mean keystrokes until among the first five | least that any order reaches |");
    println!("|---|---|---|---|");
    for (command, option, names) in [("meetings", "find", &meetings), ("attendees", "who", &who)] {
        let shows = |typed: &str, name: &str| {
            suggest(&library, command, option, typed).iter().take(SEEN).any(|one| one.name.starts_with(name))
        };
        let [mean, least] = [keystrokes::mean(names, shows), keystrokes::least(names)];
        println!("| `/{command} {option}` | {} | {mean:.2} | {least:.2} |", names.len());
    }

    let answered = FOREIGN.iter().filter(|word| ask(&library, word).outcome != Outcome::Unknown).count();
    println!("\nforeign words answered: {answered} of {}", FOREIGN.len());
    let (crossed, tried) = crossed(&library, &names, arguments.misses);
    println!("names with another digit or ordinal in them that were taken for the name: {crossed} of {tried}");
    is_short |= answered + crossed > 0;
    Ok(if arguments.check && is_short { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn ask(library: &Library, text: &str) -> Message {
    reply(library, &Request::Ask { question: text.to_owned(), context: None, page: 0 }, today())
}

/// Whether the entry of this name is the first.
fn is_first(message: &Message, name: &str) -> bool {
    message.entries.first().is_some_and(|entry| entry.title == name)
}

/// The shares, in percent, of names found first and among the first five through slips of one kind.
fn slipped(library: &Library, names: &[String], slip: Slip, arguments: &Arguments) -> [f64; 2] {
    let mut rng = Rng::with_seed(1);
    let (mut asked, mut first, mut five) = (0_usize, 0_usize, 0_usize);
    for name in names {
        for typed in (0..arguments.slips).filter_map(|_| slip.make(name, &mut rng)) {
            let found = ask(library, &typed);
            asked += 1;
            let is_hit = is_first(&found, name);
            first += usize::from(is_hit);
            five += usize::from(found.entries.iter().take(SEEN).any(|entry| entry.title == *name));
            if arguments.misses && !is_hit {
                let instead = found.entries.first().map(|entry| &entry.title);
                eprintln!("{slip:?} {typed:?} {name:?} {:?} {instead:?}", found.outcome);
            }
        }
    }
    [first, five].map(|count| 100.0 * count as f64 / asked.max(1) as f64)
}

/// How often a name with another number in it was answered as if the number did not matter, and how often that was tried.
/// An answer that says the number asked for beside the true one has not taken it for the other.
fn crossed(library: &Library, names: &[String], misses: bool) -> (usize, usize) {
    let (mut crossed, mut tried) = (0, 0);
    for name in names {
        let words: Vec<&str> = name.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            for other in other_numbers(word) {
                let mut typed = words.clone();
                typed[at] = &other;
                let typed = typed.join(" ");
                let found = ask(library, &typed);
                let is_crossed = found.outcome == Outcome::Answered && is_first(&found, name) && {
                    let said = [found.lead.as_str(), &found.notes.join(" ")].join(" ").to_lowercase();
                    !said.contains(&other.to_lowercase())
                };
                tried += 1;
                crossed += usize::from(is_crossed);
                if misses && is_crossed {
                    eprintln!("crossed {typed:?} {name:?}");
                }
            }
        }
    }
    (crossed, tried)
}

/// The same word with each digit changed, and every other ordinal for an ordinal.
fn other_numbers(word: &str) -> Vec<String> {
    let plain = word.to_lowercase();
    if ORDINALS.contains(&plain.as_str()) {
        return ORDINALS.iter().filter(|other| **other != plain).map(|other| (*other).to_owned()).collect();
    }
    let digits = word.char_indices().filter(|(_, letter)| letter.is_ascii_digit());
    digits
        .map(|(at, digit)| {
            let other = if digit == '7' { '3' } else { '7' };
            format!("{}{other}{}", &word[..at], &word[at + 1..])
        })
        .collect()
}
