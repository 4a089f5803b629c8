//! As many distinct meetings as wanted, recombined from the real ones.
//!
//! The one idea: a grown meeting takes sentences, people and topics of several real meetings and a date of its own, and
//! brings words that nobody used before, at the rate at which the real meetings do (Heaps' law): a collection that only
//! repeats its words would flatter every index.

use std::collections::HashSet;

use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::community::Recorded;

/// How many meetings, of how many words.
#[derive(Clone, Copy, Debug)]
pub struct Growth {
    /// How many.
    pub meetings: usize,
    /// About how many words a summary has.
    pub words: usize,
}

/// One new word in so many running words: what remains of Heaps' law after the first thousand real meetings.
const WORDS_A_NEW_WORD: usize = 120;

/// Grows distinct meetings out of real ones; the same in every run.
///
/// # Panics
/// Where there are no real meetings to grow from.
#[must_use]
pub fn grow(real: &[Recorded], growth: Growth) -> Vec<Recorded> {
    let mut rng = Rng::with_seed(20_161_221);
    let sentences: Vec<&str> = real
        .iter()
        .flat_map(|meeting| meeting.summary.split(['.', ';', '\n']))
        .map(str::trim)
        .filter(|sentence| sentence.split_whitespace().count() >= 4 && !sentence.contains("http"))
        .collect();
    let topics: Vec<&str> = real.iter().flat_map(|meeting| &meeting.topics).map(String::as_str).collect();
    let mut coin = Coin::new(&sentences);
    let first = Date::new(1995, 1, 2).expect("a day of the calendar");
    let mut used = HashSet::new();
    let mut grown = Vec::with_capacity(growth.meetings);
    while grown.len() < growth.meetings {
        let pick = |rng: &mut Rng| &real[rng.usize(..real.len())];
        let (host, guest) = (pick(&mut rng), pick(&mut rng));
        let date = first.checked_add((rng.i64(0..11_400)).days()).expect("a day of the calendar").to_string();
        // Weekly meetings share their title; a fifth bears a name of its own.
        let title = if rng.u8(..5) == 0 {
            format!("{} {} meeting", coin.toss(&mut rng), host.organisers.first().unwrap_or(&host.title))
        } else {
            host.title.clone()
        };
        if !used.insert((title.clone(), date.clone())) {
            continue;
        }
        let mut summary = String::new();
        let mut count = 0;
        let wanted = rng.usize(growth.words / 3..=growth.words * 5 / 3);
        while count < wanted {
            let sentence = sentences[rng.usize(..sentences.len())];
            for word in sentence.split_whitespace() {
                if !summary.is_empty() {
                    summary.push(' ');
                }
                summary.push_str(word);
                count += 1;
                if rng.usize(..WORDS_A_NEW_WORD) == 0 {
                    summary.push(' ');
                    summary.push_str(&coin.toss(&mut rng));
                }
            }
            summary.push('.');
        }
        let mut people: Vec<String> = host.people.iter().chain(&guest.people).cloned().collect();
        rng.shuffle(&mut people);
        people.truncate(host.people.len().min(12));
        people.sort();
        people.dedup();
        grown.push(Recorded {
            id: format!("m-{:06}", grown.len()),
            title,
            date,
            place: host.place.clone(),
            organisers: host.organisers.clone(),
            chairs: guest.chairs.clone(),
            people,
            topics: (0..rng.usize(1..5)).map(|_| topics[rng.usize(..topics.len())].to_owned()).collect(),
            summary,
            url: format!("https://example.org/minutes/{}", grown.len()),
        });
    }
    grown
}

/// Makes words that look like the real ones: each letter follows the two before it as it does there.
struct Coin {
    /// Words with their ends marked.
    words: Vec<Vec<char>>,
    /// Words made before: names come back.
    made: Vec<String>,
}

impl Coin {
    fn new(sentences: &[&str]) -> Self {
        let mut words: Vec<&str> = sentences.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
        words.retain(|word| word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic()));
        words.sort_unstable();
        words.dedup();
        Self { words: words.iter().map(|word| word.to_lowercase().chars().collect()).collect(), made: Vec::new() }
    }

    fn toss(&mut self, rng: &mut Rng) -> String {
        // Half of the occurrences of rare words are not their first.
        if !self.made.is_empty() && rng.bool() {
            return self.made[rng.usize(..self.made.len())].clone();
        }
        // The front of one word, the middle of another, the end of a third.
        let mut part = |from: usize, to: usize| {
            let word = &self.words[rng.usize(..self.words.len())];
            let (from, to) = (word.len() * from / 6, (word.len() * to / 6).max(word.len() * from / 6 + 1));
            word[from.min(word.len())..to.min(word.len())].iter().collect::<String>()
        };
        let word = [part(0, 3), part(2, 4), part(3, 6)].concat();
        self.made.push(word.clone());
        word
    }
}
