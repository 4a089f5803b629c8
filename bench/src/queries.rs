//! Known items: words of one meeting that no other meeting holds together.
//!
//! The one idea: a query is fair only if it has one right answer, so words are drawn until they pick the meeting out; a
//! meeting whose title others share may be asked for by words and date instead.

use std::collections::{HashMap, HashSet};

use fastrand::Rng;

use crate::community::Recorded;

/// A query with its one right answer.
#[derive(Clone, Debug)]
pub struct Query {
    /// What is typed.
    pub text: String,
    /// The id of the meeting meant.
    pub id: String,
}

/// What kind of query is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// How many of the four words are misspelt.
    pub misspelt: usize,
    /// Whether the date is named, and the words need not pick the meeting out alone.
    pub dated: bool,
}

/// How many words a query has.
const WORDS: usize = 4;
/// Tries before a meeting is given up: some hold too few words that have a known misspelling.
const TRIES: usize = 60;

/// Words that nobody types to find a meeting.
const PLAIN: [&str; 47] = [
    "about", "after", "also", "been", "before", "being", "both", "could", "does", "each", "from", "have", "having",
    "into", "just", "more", "most", "only", "other", "over", "same", "should", "some", "such", "than", "that", "their",
    "them", "then", "there", "these", "they", "this", "those", "very", "were", "what", "when", "where", "whether",
    "which", "while", "whose", "will", "with", "would", "because",
];

/// Draws so many queries, the same in every run.
///
/// # Panics
/// Never: every index comes from a length.
#[must_use]
pub fn draw(meetings: &[Recorded], typos: &HashMap<String, Vec<String>>, kind: Kind, count: usize) -> Vec<Query> {
    let mut rng = Rng::with_seed(7 + kind.misspelt as u64 + 10 * u64::from(kind.dated));
    let held: Vec<HashSet<String>> = meetings.iter().map(|meeting| words(&meeting.text()).collect()).collect();
    let mut holding: HashMap<&str, Vec<u32>> = HashMap::new();
    for (at, words) in held.iter().enumerate() {
        for word in words {
            holding.entry(word).or_default().push(u32::try_from(at).expect("fewer meetings than 2^32"));
        }
    }
    let shown: Vec<usize> = {
        let mut order: Vec<usize> = (0..meetings.len()).collect();
        rng.shuffle(&mut order);
        order
    };
    let mut seen_on: HashSet<(&str, &str)> = HashSet::new();
    let twice: HashSet<(&str, &str)> =
        meetings.iter().map(|m| (m.title.as_str(), m.date.as_str())).filter(|key| !seen_on.insert(*key)).collect();
    let mut drawn = Vec::new();
    for &at in shown.iter().cycle().take(shown.len() * 4) {
        if drawn.len() == count {
            break;
        }
        let meeting = &meetings[at];
        if kind.dated && twice.contains(&(meeting.title.as_str(), meeting.date.as_str())) {
            continue;
        }
        let said = [&meeting.title, &meeting.topics.join(" "), &meeting.summary].map(String::as_str).join(" ");
        let mut known: Vec<String> = words(&said)
            .filter(|word| word.len() >= 4 && word.chars().all(char::is_alphabetic) && !PLAIN.contains(&word.as_str()))
            .collect();
        known.sort_unstable();
        known.dedup();
        let bendable: Vec<String> = known.iter().filter(|word| typos.contains_key(*word)).cloned().collect();
        if known.len() < WORDS || bendable.len() < kind.misspelt {
            continue;
        }
        for _ in 0..TRIES {
            let mut bent = rng.choose_multiple(bendable.iter(), kind.misspelt);
            bent.sort();
            let rest: Vec<&String> = known.iter().filter(|word| !bent.contains(word)).collect();
            let mut chosen = rng.choose_multiple(rest, WORDS - kind.misspelt);
            chosen.extend(&bent);
            if !kind.dated && !picks_out(&chosen, &holding) {
                continue;
            }
            rng.shuffle(&mut chosen);
            let typed: Vec<&str> = chosen
                .iter()
                .map(|word| match typos.get(*word).filter(|_| bent.contains(word)) {
                    Some(wrong) => rng.choice(wrong).map_or("", String::as_str),
                    None => word.as_str(),
                })
                .collect();
            let date = if kind.dated { format!(" {}", meeting.date_words()) } else { String::new() };
            drawn.push(Query { text: typed.join(" ") + &date, id: meeting.id.clone() });
            break;
        }
    }
    drawn
}

/// Whether one meeting alone holds all the words.
fn picks_out(words: &[&String], holding: &HashMap<&str, Vec<u32>>) -> bool {
    let mut lists: Vec<&Vec<u32>> = words.iter().filter_map(|word| holding.get(word.as_str())).collect();
    lists.sort_by_key(|list| list.len());
    let Some((shortest, others)) = lists.split_first() else { return false };
    shortest.iter().filter(|at| others.iter().all(|list| list.binary_search(at).is_ok())).take(2).count() == 1
}

/// The words of a text in lower case.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
