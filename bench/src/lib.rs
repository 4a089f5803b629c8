//! Measures the bot's matching: on real meetings, real misspellings and real questions, named on the command line.
//!
//! The one idea: every figure comes with its peers' figures from the same run, over the same queries, on the same machine.
//!
//! # Layout
//! - `community`: meetings as other people recorded them, and the knowledge folder made of them.
//! - `growth`: as many distinct meetings as wanted, recombined from the real ones.
//! - `typos`: real misspellings, and slips of one kind made by rule.
//! - `queries`: known items: words of one meeting that no other meeting holds together.
//! - `figures`: shares, ranks, times and memory.
//! - `keystrokes`: how much of a name is typed until it is seen.
//! - `peers`: tantivy, nucleo and plain scans, asked the same.
//! - `driven`: the built binary, a line in, a line out.

pub mod community;
pub mod driven;
pub mod figures;
pub mod growth;
pub mod keystrokes;
#[cfg(feature = "peers")]
pub mod peers;
pub mod queries;
pub mod typos;

use jiff::civil::Date;

/// The day that `last year` is counted from in every program here.
///
/// # Panics
/// Never: the day exists.
#[must_use]
pub fn today() -> Date {
    Date::new(2026, 11, 23).expect("a day of the calendar")
}
