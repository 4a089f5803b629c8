//! Gives the words of a phrase its part: the first takes it, the others say nothing.

use super::lexicon::phrase;
use super::word::{Part, Word};

/// Gives the words of each phrase their parts. Of two phrases that begin at one word, the longer is meant.
pub(super) fn join(words: &mut [Word]) {
    let mut from = 0;
    while from < words.len() {
        let ahead = words.get(from..).unwrap_or_default().iter().map(|word| word.folded.as_str());
        let Some((length, cue)) = phrase(&ahead) else {
            from += 1;
            continue;
        };
        for (at, word) in words.iter_mut().skip(from).take(length).enumerate() {
            word.part = cue.filter(|_| at == 0).map_or(Part::Filler, Part::Cue);
        }
        from += length;
    }
}
