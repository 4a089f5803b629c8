//! Words that say one thing together: `how many`, `took place`.
//!
//! The one idea: a phrase asks for what none of its words asks for alone; its first word takes the part, the others say
//! nothing.

use super::lexicon::Cue;
use super::word::{Part, Word};

/// Words that say one thing together. Longer ones stand first.
const PHRASES: &[(&[&str], Part)] = &[
    (&["how", "many", "seconds"], Part::Cue(Cue::HowLong)),
    (&["how", "many", "minutes"], Part::Cue(Cue::HowLong)),
    (&["how", "many", "hours"], Part::Cue(Cue::HowLong)),
    (&["how", "many", "days"], Part::Cue(Cue::HowLong)),
    (&["how", "many", "weeks"], Part::Cue(Cue::HowLong)),
    (&["how", "many", "months"], Part::Cue(Cue::HowLong)),
    (&["how", "many", "years"], Part::Cue(Cue::HowLong)),
    (&["how", "many"], Part::Cue(Cue::HowMany)),
    (&["hw", "many"], Part::Cue(Cue::HowMany)),
    (&["how", "mny"], Part::Cue(Cue::HowMany)),
    (&["how", "much"], Part::Cue(Cue::HowMuch)),
    (&["how", "long"], Part::Cue(Cue::HowLong)),
    (&["how", "big"], Part::Cue(Cue::HowMany)),
    (&["what", "time"], Part::Cue(Cue::Detail)),
    (&["wat", "time"], Part::Cue(Cue::Detail)),
    (&["how", "old"], Part::Cue(Cue::Detail)),
    (&["were", "was"], Part::Cue(Cue::Where)),
    (&["were", "is"], Part::Cue(Cue::Where)),
    (&["at", "the", "same", "time"], Part::Filler),
    (&["knowledge", "base"], Part::Filler),
    (&["had", "the", "job"], Part::Filler),
    (&["job", "in", "it"], Part::Filler),
    (&["job", "there"], Part::Filler),
    (&["took", "the", "floor"], Part::Cue(Cue::Speak)),
    (&["take", "the", "floor"], Part::Cue(Cue::Speak)),
    (&["short", "for", "what"], Part::Cue(Cue::StandsFor)),
    (&["long", "form"], Part::Cue(Cue::StandsFor)),
    (&["which", "years"], Part::Cue(Cue::When)),
    (&["what", "years"], Part::Cue(Cue::When)),
    (&["drop", "in"], Part::Filler),
    (&["dropped", "in"], Part::Filler),
    (&["drop", "by"], Part::Filler),
    (&["dropped", "by"], Part::Filler),
    (&["come", "by"], Part::Filler),
    (&["what", "went", "on"], Part::Cue(Cue::Discuss)),
    (&["what", "was", "going", "on"], Part::Cue(Cue::Discuss)),
    (&["in", "charge", "of"], Part::Cue(Cue::Chair)),
    (&["in", "charge"], Part::Cue(Cue::Chair)),
    (&["one", "sentence"], Part::Filler),
    (&["a", "sentence"], Part::Filler),
    (&["list", "complete"], Part::Cue(Cue::Complete)),
    (&["cut", "the", "ribbon", "on"], Part::Filler),
    (&["cut", "the", "ribbon"], Part::Filler),
    (&["foots", "the", "bill"], Part::Cue(Cue::Money)),
    (&["foot", "the", "bill"], Part::Cue(Cue::Money)),
    (&["footed", "the", "bill"], Part::Cue(Cue::Money)),
    (&["the", "deal", "with"], Part::Filler),
    (&["who", "many"], Part::Cue(Cue::HowMany)),
    (&["came", "up"], Part::Cue(Cue::Discuss)),
    (&["put", "on"], Part::Cue(Cue::Organise)),
    (&["show", "up"], Part::Cue(Cue::Attend)),
    (&["signed", "off", "on"], Part::Filler),
    (&["in", "favour", "of"], Part::Filler),
    (&["in", "favor", "of"], Part::Filler),
    (&["under", "the", "act"], Part::Filler),
    (&["under", "the", "law"], Part::Filler),
    (&["in", "the", "end"], Part::Filler),
    (&["name", "of", "the"], Part::Cue(Cue::Who)),
    (&["so", "far"], Part::Filler),
    (&["put", "out"], Part::Cue(Cue::Organise)),
    (&["puts", "out"], Part::Cue(Cue::Organise)),
    (&["brought", "out"], Part::Cue(Cue::Organise)),
    (&["put", "together"], Part::Cue(Cue::Organise)),
    (&["next", "to"], Part::Cue(Cue::Detail)),
    (&["sent", "someone"], Part::Cue(Cue::Attend)),
    (&["sent", "somebody"], Part::Cue(Cue::Attend)),
    (&["sent", "people"], Part::Cue(Cue::Attend)),
    (&["sent", "delegates"], Part::Cue(Cue::Attend)),
    (&["sent", "representatives"], Part::Cue(Cue::Attend)),
    (&["call", "on"], Part::Filler),
    (&["been", "present"], Part::Filler),
    (&["for", "whom"], Part::Cue(Cue::Attend)),
    (&["full", "text"], Part::Cue(Cue::Detail)),
    (&["any", "good"], Part::Cue(Cue::Detail)),
    (&["which", "city"], Part::Cue(Cue::Where)),
    (&["what", "city"], Part::Cue(Cue::Where)),
    (&["which", "building"], Part::Cue(Cue::Where)),
    (&["which", "place"], Part::Cue(Cue::Where)),
    (&["which", "hotel"], Part::Cue(Cue::Where)),
    (&["which", "ministry"], Part::Cue(Cue::Who)),
    (&["which", "year"], Part::Cue(Cue::When)),
    (&["what", "year"], Part::Cue(Cue::When)),
    (&["which", "month"], Part::Cue(Cue::When)),
    (&["what", "month"], Part::Cue(Cue::When)),
    (&["which", "day"], Part::Cue(Cue::When)),
    (&["what", "day"], Part::Cue(Cue::When)),
    (&["what", "happened"], Part::Cue(Cue::Discuss)),
    (&["wat", "happened"], Part::Cue(Cue::Discuss)),
    (&["talk", "about"], Part::Cue(Cue::Discuss)),
    (&["talking", "about"], Part::Cue(Cue::Discuss)),
    (&["came", "out"], Part::Cue(Cue::Decide)),
    (&["come", "out"], Part::Cue(Cue::Decide)),
    (&["came", "of"], Part::Cue(Cue::Decide)),
    (&["come", "of"], Part::Cue(Cue::Decide)),
    (&["take", "place"], Part::Filler),
    (&["took", "place"], Part::Filler),
    (&["taken", "place"], Part::Filler),
    (&["taking", "place"], Part::Filler),
    (&["next", "steps"], Part::Cue(Cue::Decide)),
    (&["how", "did"], Part::Filler),
    (&["at", "all"], Part::Filler),
    (&["after", "all"], Part::Filler),
    (&["in", "the", "room"], Part::Cue(Cue::Attend)),
    (&["around", "the", "table"], Part::Cue(Cue::Attend)),
    (&["most", "recent"], Part::Cue(Cue::Latest)),
    (&["very", "first"], Part::Cue(Cue::Earliest)),
];

/// Gives the words of each phrase their parts.
pub(super) fn join(words: &mut [Word]) {
    for at in 0..words.len() {
        for (phrase, part) in PHRASES {
            let matches = words
                .get(at..at + phrase.len())
                .is_some_and(|run| run.iter().zip(*phrase).all(|(word, known)| word.folded == *known));
            if matches {
                for (offset, word) in words.get_mut(at..at + phrase.len()).unwrap_or_default().iter_mut().enumerate() {
                    word.part = if offset == 0 { *part } else { Part::Filler };
                }
                break;
            }
        }
    }
}
