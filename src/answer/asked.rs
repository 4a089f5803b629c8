//! A question as it was asked: its parts, the library it is put to, the subject it may carry on, and the day.

use jiff::civil::Date;

use super::candidate::is_in_one_name;
use super::found::Listing;
use super::lexicon::Cue;
use super::question::Question;
use crate::search::{EntryRef, Library};

/// A question with the subject it may carry on.
pub(super) struct Asked<'a> {
    pub(super) library: &'a Library,
    pub(super) question: Question,
    pub(super) context: Option<EntryRef>,
    /// Which page of a list, from 0.
    pub(super) page: usize,
    pub(super) today: Date,
}

impl Asked<'_> {
    pub(super) fn is_mentioned(&self, entry: EntryRef) -> bool {
        self.question.mentions.iter().any(|mention| mention.entries.contains(&entry))
    }

    /// Whether one name of the entry holds all the words at these places.
    pub(super) fn is_called(&self, entry: EntryRef, places: &[usize]) -> bool {
        let words: Vec<_> = places.iter().filter_map(|&at| Some((at, &self.question.word(at)?.query))).collect();
        is_in_one_name(self.library, entry, &words)
    }

    /// Whether the first or the last of a list is wanted, or how many.
    pub(super) fn listing(&self) -> Listing {
        let question = &self.question;
        match () {
            () if question.has(Cue::Latest) => Listing::Latest,
            () if question.has(Cue::Earliest) => Listing::Earliest,
            () if question.has(Cue::HowMany) => Listing::Count,
            () => Listing::All,
        }
    }
}
