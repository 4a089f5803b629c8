//! How much of a name is typed until it is among the first suggestions, and how little could do.
//!
//! The one idea: no order of suggestions can show six names after one and the same letter, so the mean is told beside the
//! least that any order reaches with these names.

use std::collections::{HashMap, HashSet};

/// So many suggestions are seen without scrolling.
pub const SEEN: usize = 5;

/// The mean letters typed, from the beginning of each name, until `shows` tells that it is among those seen.
pub fn mean(names: &[String], shows: impl Fn(&str, &str) -> bool) -> f64 {
    let typed = |name: &String| {
        let letters: Vec<char> = name.chars().collect();
        let is_shown = |count: &usize| shows(&letters.iter().take(*count).collect::<String>(), name);
        (1..letters.len()).find(is_shown).unwrap_or(letters.len())
    };
    names.iter().map(typed).sum::<usize>() as f64 / names.len().max(1) as f64
}

/// The least mean that any order reaches: after each beginning the names are shown that would wait longest otherwise.
#[must_use]
pub fn least(names: &[String]) -> f64 {
    let folded: Vec<Vec<char>> = names.iter().map(|name| name.to_lowercase().chars().collect()).collect();
    let longest = folded.iter().map(Vec::len).max().unwrap_or_default();
    let mut waiting: HashSet<usize> = (0..folded.len()).collect();
    let mut sum = 0;
    for length in 1..=longest {
        let mut by_beginning: HashMap<&[char], Vec<usize>> = HashMap::new();
        for &at in &waiting {
            by_beginning.entry(&folded[at][..length.min(folded[at].len())]).or_default().push(at);
        }
        let mut next: HashMap<&[char], usize> = HashMap::new();
        for &at in &waiting {
            *next.entry(&folded[at][..(length + 1).min(folded[at].len())]).or_default() += 1;
        }
        for mut together in by_beginning.into_values() {
            // Those that share the next letter with most others are helped least by typing it.
            together.sort_by_key(|&at| {
                (std::cmp::Reverse(next.get(&folded[at][..(length + 1).min(folded[at].len())])), at)
            });
            for at in together.into_iter().take(SEEN) {
                sum += length;
                waiting.remove(&at);
            }
        }
    }
    sum as f64 / names.len().max(1) as f64
}
