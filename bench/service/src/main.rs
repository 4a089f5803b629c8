//! The bot as a service, beside bare clients that only acknowledge: the floor that no bot can go below.
//!
//! The one idea: both get the same interactions from the same stand-in in turns, a few hundred to one, then a few hundred to the
//! other, so that whatever else the machine does befalls both. Each figure stands beside the floor's of the same run.
//!
//! # Layout
//! - `floor`: the bare clients, over HTTP and over the gateway.
//! - `interactions`: what people do, as Discord's JSON, signed.
//! - `endpoint`, `gateway`: Discord's side of both ways.
//! - `subject`: a process that is measured.

mod endpoint;
mod floor;
mod gateway;
mod interactions;
mod subject;

use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Parser, Subcommand};
use tokio::time::sleep;

use crate::subject::{Figures, Subject};

/// The bot as a service, beside bare clients that only acknowledge
#[derive(Debug, Parser)]
struct Arguments {
    /// The built binary
    #[arg(long, default_value = "target/release/iom-maldives-bot")]
    binary: PathBuf,
    /// How many interactions each gets after its memory was first read
    #[arg(long, default_value_t = 200_000)]
    interactions: usize,
    /// How many of each are timed one by one
    #[arg(long, default_value_t = 6_000)]
    timed: usize,
    /// How often each is started
    #[arg(long, default_value_t = 9)]
    starts: usize,
    #[command(subcommand)]
    floor: Option<Floor>,
}

/// What this program is when it starts itself as the floor.
#[derive(Clone, Copy, Debug, Subcommand)]
enum Floor {
    /// Answers every request with an acknowledgement
    Endpoint {
        /// Where to listen
        address: SocketAddr,
    },
    /// Connects with serenity, and acknowledges every interaction
    Gateway {
        /// Discord's REST interface
        rest: SocketAddr,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let runtime = |threads| tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build();
    match arguments.floor {
        Some(Floor::Endpoint { address }) => runtime(2)?.block_on(floor::endpoint(address)),
        Some(Floor::Gateway { rest }) => runtime(2)?.block_on(floor::gateway(rest)),
        None => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(measure(&arguments))
        }
    }
}

/// Interactions in a row to one subject, before the other gets as many.
const TURN: usize = 200;
/// Interactions that are not counted, so that caches and the allocator are warm.
const WARMING: usize = 2_000;
/// On their way at once while memory and computing time are measured.
const AT_ONCE: usize = 32;

async fn measure(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let rows = [endpoint(arguments).await?, gateway(arguments).await?];
    println!(
        "| Way | | start to ready, ms | idle, MiB | after {} interactions, MiB | a second on one core | p50, µs | p99, µs |",
        arguments.interactions
    );
    println!("|---|---|---|---|---|---|---|---|");
    for (way, [floor, bot]) in ["endpoint", "gateway"].into_iter().zip(rows) {
        println!("| {way} | floor | {floor}");
        println!("| | bot | {bot}");
        println!(
            "| | bot over floor | +{:.0} | | | {:.2} | {:.2} | {:.2} |",
            bot.start - floor.start,
            bot.rate / floor.rate,
            bot.p50 / floor.p50,
            bot.p99 / floor.p99
        );
    }
    Ok(())
}

async fn endpoint(arguments: &Arguments) -> Result<[Figures; 2], Box<dyn Error>> {
    let mut figures = [Figures::default(), Figures::default()];
    let start = |at: usize| {
        if at == 0 { Subject::floor("endpoint") } else { Subject::bot(&arguments.binary).way("endpoint") }
    };
    for _ in 0..arguments.starts {
        for (at, figures) in figures.iter_mut().enumerate() {
            let (subject, took) = endpoint::started(start(at)).await?;
            figures.starts.push(took);
            subject.ends().await?;
        }
    }
    let mut subjects = [endpoint::started(start(0)).await?.0, endpoint::started(start(1)).await?.0];
    sleep(Duration::from_secs(1)).await;
    for (subject, figures) in subjects.iter_mut().zip(&mut figures) {
        figures.idle = subject.resident();
        endpoint::many(subject.address, WARMING, AT_ONCE).await?;
    }
    for _ in 0..arguments.timed.div_ceil(TURN) {
        for (subject, figures) in subjects.iter().zip(&mut figures) {
            figures.times.extend(endpoint::timed(subject.address, TURN).await?);
        }
    }
    for (subject, figures) in subjects.into_iter().zip(&mut figures) {
        let before = subject.computed();
        endpoint::many(subject.address, arguments.interactions, AT_ONCE).await?;
        figures.rate = arguments.interactions as f64 / (subject.computed() - before);
        figures.after = subject.resident();
        subject.ends().await?;
    }
    Ok(figures.map(Figures::finished))
}

async fn gateway(arguments: &Arguments) -> Result<[Figures; 2], Box<dyn Error>> {
    let mut figures = [Figures::default(), Figures::default()];
    let discords = [gateway::Discord::start().await?, gateway::Discord::start().await?];
    let start = |at: usize| {
        let discord = &discords[at];
        if at == 0 { Subject::floor_of(discord.rest) } else { Subject::bot(&arguments.binary).against(discord.rest) }
    };
    for _ in 0..arguments.starts {
        for (at, figures) in figures.iter_mut().enumerate() {
            discords[at].forgets();
            let begun = Instant::now();
            let subject = start(at).starts()?;
            discords[at].identified().await?;
            figures.starts.push(begun.elapsed());
            subject.ends().await?;
        }
    }
    let mut subjects = Vec::new();
    for (at, discord) in discords.iter().enumerate() {
        discord.forgets();
        subjects.push(start(at).starts()?);
        discord.identified().await?;
    }
    sleep(Duration::from_secs(3)).await;
    for ((subject, discord), figures) in subjects.iter().zip(&discords).zip(&mut figures) {
        figures.idle = subject.resident();
        discord.many(WARMING, AT_ONCE).await?;
    }
    for _ in 0..arguments.timed.div_ceil(TURN) {
        for (discord, figures) in discords.iter().zip(&mut figures) {
            figures.times.extend(discord.timed(TURN).await?);
        }
    }
    for ((subject, discord), figures) in subjects.into_iter().zip(&discords).zip(&mut figures) {
        let before = subject.computed();
        discord.many(arguments.interactions, AT_ONCE).await?;
        figures.rate = arguments.interactions as f64 / (subject.computed() - before);
        figures.after = subject.resident();
        subject.ends().await?;
    }
    Ok(figures.map(Figures::finished))
}
