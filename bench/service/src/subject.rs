//! A process that is measured, and its figures.

use std::error::Error;
use std::fmt;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::interactions::{APPLICATION, TOKEN, public_key};

/// Clock ticks a second in `/proc`, on every Linux.
const TICKS: f64 = 100.0;

/// How a process is started.
pub struct Start {
    command: Command,
    address: SocketAddr,
}

/// A process that runs.
pub struct Subject {
    child: Child,
    process: u32,
    /// Where it listens, if it does.
    pub address: SocketAddr,
}

impl Subject {
    /// This program as the floor over HTTP.
    pub fn floor(way: &str) -> Start {
        let address = free_address();
        let mut command = Command::new("/proc/self/exe");
        command.args([way, &address.to_string()]);
        Start { command, address }
    }

    /// This program as the floor over the gateway.
    pub fn floor_of(rest: SocketAddr) -> Start {
        let mut command = Command::new("/proc/self/exe");
        command.args(["gateway", &rest.to_string()]);
        Start { command, address: rest }
    }

    /// The built binary.
    pub fn bot(binary: &Path) -> Start {
        let address = free_address();
        let mut command = Command::new(binary);
        command.arg("serve").env_clear().env("HTTP_ADDR", address.to_string());
        Start { command, address }
    }

    /// MiB that it holds now.
    pub fn resident(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process)).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib: f64 = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default();
        kib / 1024.0
    }

    /// Seconds of a core that it has used.
    pub fn computed(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process)).unwrap_or_default();
        // Behind the name in brackets: state, ..., user time and system time as the 12th and 13th.
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / TICKS
    }

    /// Kills it.
    pub async fn ends(mut self) -> Result<(), Box<dyn Error>> {
        self.child.kill().await?;
        Ok(())
    }
}

impl Start {
    /// The bot in this mode.
    pub fn way(mut self, mode: &str) -> Self {
        self.command.env("IOM_BOT_MODE", mode).env("DISCORD_PUBLIC_KEY", public_key());
        self.command.env("DISCORD_APPLICATION_ID", APPLICATION);
        self
    }

    /// The bot against this stand-in.
    pub fn against(mut self, rest: SocketAddr) -> Self {
        self.command.env("DISCORD_TOKEN", TOKEN).env("DISCORD_API_URL", format!("http://{rest}"));
        self
    }

    /// Starts it. What it logs is written, as in earnest, and read by nobody.
    pub fn starts(mut self) -> Result<Subject, Box<dyn Error>> {
        self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        let child = self.command.spawn()?;
        let process = child.id().ok_or("it has ended")?;
        Ok(Subject { child, process, address: self.address })
    }
}

fn free_address() -> SocketAddr {
    let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    free.expect("loopback has a free port")
}

/// What was measured of one.
#[derive(Debug, Default)]
pub struct Figures {
    pub starts: Vec<Duration>,
    pub times: Vec<Duration>,
    /// Milliseconds, the median.
    pub start: f64,
    /// MiB.
    pub idle: f64,
    /// MiB.
    pub after: f64,
    /// Interactions a second of computing time.
    pub rate: f64,
    /// Microseconds.
    pub p50: f64,
    /// Microseconds.
    pub p99: f64,
}

impl Figures {
    /// With everything worked out.
    pub fn finished(mut self) -> Self {
        self.start = at(&mut self.starts, 50) * 1e3;
        self.p50 = at(&mut self.times, 50) * 1e6;
        self.p99 = at(&mut self.times, 99) * 1e6;
        self
    }
}

fn at(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    times.get(times.len().saturating_sub(1) * percent / 100).map_or(0.0, Duration::as_secs_f64)
}

impl fmt::Display for Figures {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { start, idle, after, rate, p50, p99, .. } = self;
        write!(formatter, "{start:.0} | {idle:.1} | {after:.1} | {rate:.0} | {p50:.0} | {p99:.0} |")
    }
}
