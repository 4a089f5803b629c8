//! Shares, ranks, times and memory.

use std::time::{Duration, Instant};

/// How well the right answers ranked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ranks {
    asked: usize,
    first: usize,
    reciprocal: f64,
}

impl Ranks {
    /// Takes in one ranking: the place of the right answer among the first ten, from 0.
    pub fn take(&mut self, place: Option<usize>) {
        self.asked += 1;
        self.first += usize::from(place == Some(0));
        self.reciprocal += place.filter(|place| *place < 10).map_or(0.0, |place| 1.0 / (place + 1) as f64);
    }

    /// The share of right answers that ranked first.
    #[must_use]
    pub fn hit_at_1(self) -> f64 {
        self.first as f64 / self.asked.max(1) as f64
    }

    /// The mean of one over the rank, 0 below the tenth.
    #[must_use]
    pub fn mrr_at_10(self) -> f64 {
        self.reciprocal / self.asked.max(1) as f64
    }
}

/// How long things took.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs something and takes its time in.
    pub fn time<T>(&mut self, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = run();
        self.0.push(start.elapsed());
        done
    }

    /// The median time of so many runs of the same.
    #[must_use]
    pub fn median<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
        let mut times = Self::default();
        (0..runs.max(1)).for_each(|_| {
            times.time(&mut run);
        });
        times.0.sort_unstable();
        times.0.get(times.len() / 2).copied().unwrap_or_default()
    }

    /// Takes a time in.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// How many runs were timed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was timed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The time that this share of the runs stayed within, in milliseconds.
    #[must_use]
    pub fn percentile(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
        let at = ((sorted.len().saturating_sub(1)) as f64 * share).round() as usize;
        sorted.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }
}

/// The most memory a process held, in MiB, as Linux counts it; 0 elsewhere.
#[must_use]
pub fn peak_memory(process: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: f64 = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default();
    kib / 1024.0
}
