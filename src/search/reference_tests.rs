//! The matcher as plainly as it can be written: every word against every word, every entry against every query. It stays in
//! the tests, and the fast one must agree with it on any input.

use proptest::prelude::*;
use serde_json::json;

use super::Library;
use super::entry_ref::EntryRef;
use super::index::{Index, QueryWord};
use super::near_names::{SHORTEST, edits_forgiven};
use super::vocabulary::{Variant, Vocabulary, forgiven};
use crate::knowledge::Knowledge;

/// What every entry scores, best first.
fn scores(index: &Index, words: &[QueryWord]) -> Vec<(EntryRef, f32)> {
    let total: f32 = words.iter().map(|word| word.weight).sum();
    let mut found: Vec<(EntryRef, f32)> = Vec::new();
    for (document, &entry) in (0_u32..).zip(index.entries()) {
        let mut sum = 0.0;
        for word in words {
            let mut best = 0.0_f32;
            for variant in &word.variants {
                for posting in index.list(variant.surface) {
                    if posting.document() == document {
                        best = best.max(word.weight * variant.similarity * posting.contribution());
                    }
                }
            }
            sum += best;
        }
        if sum > 0.0 {
            found.push((entry, sum / total));
        }
    }
    found.sort_by(|one, other| other.1.total_cmp(&one.1));
    found
}

fn library(summaries: &[String]) -> Library {
    let entry = |(number, summary)| json!({ "id": format!("m-{number}"), "title": "Weekly", "summary": summary });
    of_meetings(&(1..).zip(summaries).map(entry).collect::<Vec<_>>())
}

fn named(titles: &[String]) -> Library {
    let entry = |(number, title)| json!({ "id": format!("m-{number}"), "title": title });
    of_meetings(&(1..).zip(titles).map(entry).collect::<Vec<_>>())
}

fn of_meetings(entries: &[serde_json::Value]) -> Library {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("meetings")).expect("a folder in it");
    std::fs::write(folder.path().join("meetings/all.json"), json!(entries).to_string()).expect("a file");
    Library::new(Knowledge::load(folder.path()).expect("sound entries").knowledge)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn ranking_agrees_with_a_scan(
        summaries in prop::collection::vec("([ab]{2,6} ){1,12}", 1..40),
        query in prop::collection::vec("[ab]{2,7}", 1..6),
        most in 1_usize..12,
    ) {
        let library = library(&summaries);
        let words: Vec<QueryWord> = query.iter().map(|word| library.index.word(word)).collect();
        let slow = scores(&library.index, &words);
        let fast = library.index.rank(&words, most, |_| true);
        prop_assert_eq!(fast.len(), slow.len().min(most));
        for (hit, (_, score)) in fast.iter().zip(&slow) {
            prop_assert!((hit.score - score).abs() < 1e-4, "{} {}", hit.score, score);
            let own = slow.iter().find(|(entry, _)| *entry == hit.entry).map_or(0.0, |(_, score)| *score);
            prop_assert!((hit.score - own).abs() < 1e-4);
        }
    }

    #[test]
    fn whole_names_agree_with_a_scan(
        titles in prop::collection::hash_set("[ab]{1,4}( [ab]{1,5}){1,3}", 1..30),
        typed in "[ab]{1,4}( [ab]{1,5}){1,3}",
    ) {
        let titles: Vec<String> = titles.into_iter().collect();
        let library = named(&titles);
        let edits = edits_forgiven(typed.len());
        let mut near: Vec<(usize, &String)> = titles
            .iter()
            .filter(|title| title.len() >= SHORTEST)
            .map(|title| (strsim::osa_distance(&typed, title), title))
            .filter(|(distance, _)| *distance <= edits)
            .collect();
        near.sort();
        let is_one = |distance: usize| near.iter().filter(|(other, _)| *other == distance).count() == 1;
        let slow = near.first().filter(|(distance, _)| *distance > 0 && is_one(*distance)).map(|(_, title)| *title);
        let fast = library.near_name(&typed).map(|near| near.name);
        prop_assert_eq!(fast.as_ref(), slow);
    }

    #[test]
    fn the_deletion_neighbourhood_misses_no_word(
        known in prop::collection::hash_set("[abc]{3,9}", 1..60),
        typed in "[abc]{3,9}",
    ) {
        let mut vocabulary = Vocabulary::default();
        for word in &known {
            vocabulary.add(word);
        }
        vocabulary.close();
        let found = vocabulary.misspellings(&typed);
        let mut all: Vec<f32> = known.iter().filter_map(|word| forgiven(&typed, word)).collect();
        all.sort_by(|one, other| other.total_cmp(one));
        let best = |variants: &[Variant]| variants.first().map(|variant| variant.similarity);
        prop_assert_eq!(best(&found), all.first().copied());
    }
}
