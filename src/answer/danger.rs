//! A cry for help, which is not a question.
//!
//! The one idea: better to point once too often than to look up a word while somebody is in danger. The words are those
//! of people who speak of themselves or of somebody near them; a question about the subject names nobody near.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::question::Question;
use super::word::Word;
use crate::text::{WordList, fold, is_among, is_shuffled};

/// Words of those who speak of themselves or of somebody near.
const NEAR: &str = "i im ive me my myself we us our friend friends brother sister husband wife cousin colleague roommate neighbour \
     neighbor someone somebody son daughter madam sir maid";
/// Somebody who may be the one in danger.
const SOMEBODY: &str = "girl boy child kid kids children woman man worker workers maid lady people person he she they";
/// Words that say that somebody near is in danger.
const DANGER: &str = "suicide suicidal trafficked forced forcing forces beaten beat beats beating abused abuse abusing abuses \
     danger scared afraid threatened threatening threatens raped rape molested assaulted harassed exploited exploiting \
     enslaved slave stranded confiscated escape trapped victim deported hurt kidnapped emergency starving unpaid \
     cheated hits hitting slapped bleeding imprisoned homeless trouble";
/// What is locked, forced or dangerous about these is no danger.
const TRAFFIC: &str = "traffic channel discord account password printer laptop computer deadline game exam customs";
/// Those who hold power over a worker.
const HOLDERS: &str =
    "employer boss agent company owner recruiter supervisor manager employers agency he she they sponsor madam";
/// What is taken or kept from a worker.
const KEPT: &str = "passport passports salary wages wage money paid pay paying pays documents permit";
/// What is done with it.
const TAKEN: &str = "took taken takes taking take kept keeps keep keeping holds holding refuses refused wont not \
     dont cannot cant hasnt havent didnt doesnt never stole away owe owes";
/// The same in words that say much else: they tell of it only where somebody holds power.
const HAD: &str = "has had have held hold";
/// What nobody should be without.
const NEEDS: &str = "food water money rest salary pay shelter sleep";
/// What is done to somebody who is seen to be in danger.
const DONE: &str = "forced beaten abused locked raped trafficked held exploited";
/// Where somebody is whom one can see.
const HERE: &str = "my next door building house room floor neighbour neighbor here";
/// Words after which `me` is whoever is answered.
const TELLING: &str = "tell give show send remind";
/// `Help` in the scripts of those who work in the Maldives: Bengali, Hindi and Nepali, Dhivehi, Sinhala, Tamil.
const OTHER_SCRIPTS: &str = "সাহায্য বাঁচান मदद बचाओ मद्दत सहयोग އެހީ އެހީތެރިކަން උදව් உதவி";

/// What the words of a text may show.
enum Sign {
    /// One of these words stands in it.
    Says(&'static str),
    /// None of these does.
    Lacks(&'static str),
    /// One of these stands right before one of those.
    Follows(&'static str, &'static str),
    /// None of these stands right before one of those.
    Apart(&'static str, &'static str),
    /// It has at most two words.
    IsShort,
}

use Sign::{Apart, Follows, IsShort, Lacks, Says};

/// The cries: a text is one of them if it shows all signs of a line.
const CRIES: &[&[Sign]] = &[
    // Nothing but the word itself, or the wish to die.
    &[IsShort, Says("suicide suicidal sos emergency mayday")],
    &[Follows("to will gonna wanna", "die")],
    &[Follows("kill killing", "me myself us him her"), Lacks("deadline heat exam game")],
    &[Says("dont not no cannot cant"), Follows("to", "live"), Lacks("where in")],
    &[Follows("sleep sex", "with"), Says("must made makes make forced customers guests")],
    // Somebody speaks of themselves, and of something that is done to them.
    &[Says(NEAR), Says(DANGER), Lacks(TRAFFIC)],
    &[Says(NEAR), Follows("locked lock locks", "in me us up inside him her"), Lacks(TRAFFIC)],
    &[Says(NEAR), Follows("cannot cant", "leave escape")],
    &[Says(NEAR), Says("let lets allowed allow"), Says("not dont wont doesnt"), Says("leave go out")],
    &[
        Says(NEAR),
        Follows("i to we can", "report"),
        Apart("report", "on about"),
        Says("trafficking abuse exploitation crime trafficker"),
    ],
    &[Says(NEAR), Follows("make makes making made forces", "me us him her"), Says("work")],
    &[Says(NEAR), Follows("sleep sex", "with")],
    &[Says(NEAR), Follows("against", "her his my their")],
    &[Says(NEAR), Follows("no without", NEEDS)],
    &[Says(NEAR), Says("owe debt"), Says(HOLDERS)],
    &[Says(NEAR), Says("shelter"), Says("need needs tonight")],
    &[Says(NEAR), Follows("save rescue", "me us him her")],
    &[Says(NEAR), Follows("hurt hit kick beat", "me myself us him her")],
    // Papers or pay are kept from a worker.
    &[Follows("not never hasnt havent", "paid"), Says("month months week weeks year salary")],
    &[Says(KEPT), Says(TAKEN), Says(NEAR)],
    &[Says(KEPT), Says(TAKEN), Says("employer employers boss")],
    &[Says(KEPT), Says(HAD), Says(NEAR), Says(HOLDERS)],
    &[Says(KEPT), Says(HAD), Says("employer employers boss"), Lacks("act law legal can may allowed")],
    &[Follows("no without", NEEDS), Says("help please pls plz")],
    // Somebody else is seen to be in danger now: `a child being forced to work next door`.
    &[Says(SOMEBODY), Says(HERE), Follows("being is are", DONE), Lacks("many number")],
    &[Says(SOMEBODY), Says(HERE), Says("allowed"), Says("not"), Says("out leave")],
    &[Says(SOMEBODY), Says(HERE), Says("cries crying screams screaming")],
];

/// The words of the cries, for the exact and for the misspelt.
static KNOWN: LazyLock<(FxHashSet<&'static str>, WordList<()>)> = LazyLock::new(|| {
    let lists = CRIES.iter().flat_map(|signs| signs.iter()).flat_map(|sign| match sign {
        Says(list) | Lacks(list) => [*list, ""],
        Follows(first, then) | Apart(first, then) => [*first, *then],
        IsShort => ["", ""],
    });
    let known: FxHashSet<&str> = lists.flat_map(str::split_ascii_whitespace).collect();
    let list = WordList::new(SHORTEST_MISSPELT, known.iter().map(|word| (*word, ())));
    (known, list)
});

/// A shorter word with a slip is another word; in one of so many letters only a swap is none.
const SHORTEST_MISSPELT: usize = 4;

/// Whether somebody asks for help with their own life, or with the life of somebody near.
pub(super) fn is_cry_for_help(question: &Question) -> bool {
    let mut words: Vec<Vec<&str>> = question.words.iter().map(meant).collect();
    // `Tell me how many were trafficked` says nothing of the one who asks.
    for (told, asker) in question.words.iter().zip(words.iter_mut().skip(1)) {
        if is_among(TELLING, &told.folded) {
            asker.retain(|word| !matches!(*word, "me" | "us"));
        }
    }
    let text = Text { words };
    question.words.iter().any(is_help_in_another_script)
        || CRIES.iter().any(|signs| signs.iter().all(|sign| text.shows(sign)))
}

fn is_help_in_another_script(word: &Word) -> bool {
    !word.folded.is_ascii() && OTHER_SCRIPTS.split_whitespace().any(|known| fold(known) == word.folded)
}

/// The words of cries that a word may be: itself, or those one slip away where it is no word of its own.
fn meant(word: &Word) -> Vec<&'static str> {
    let (known, list) = &*KNOWN;
    let is_meant = |known: &&str| known.len() > SHORTEST_MISSPELT || is_shuffled(known, &word.folded);
    let misspelt = list.within(1, &word.folded).map(|(known, ..)| known);
    let misspelt = misspelt.filter(|_| !word.query.is_everyday).filter(is_meant);
    known.get(word.folded.as_str()).copied().into_iter().chain(misspelt).collect()
}

/// A text: the words of cries that each of its words may be.
struct Text {
    words: Vec<Vec<&'static str>>,
}

impl Text {
    fn shows(&self, sign: &Sign) -> bool {
        match sign {
            Says(list) => self.says(list),
            Lacks(list) => !self.says(list),
            Follows(first, then) => self.follows(first, then),
            Apart(first, then) => !self.follows(first, then),
            IsShort => self.words.len() <= 2,
        }
    }

    fn follows(&self, first: &str, then: &str) -> bool {
        self.words.windows(2).any(|pair| matches!(pair, [one, other] if is_of(one, first) && is_of(other, then)))
    }

    fn says(&self, list: &str) -> bool {
        self.words.iter().any(|meant| is_of(meant, list))
    }
}

fn is_of(meant: &[&str], list: &str) -> bool {
    !meant.is_empty() && list.split_ascii_whitespace().any(|known| meant.contains(&known))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::knowledge::Knowledge;
    use crate::search::Library;

    #[test]
    fn tells_a_cry_from_a_question() {
        let library = Library::new(Knowledge::built_in().expect("the built-in knowledge is sound").knowledge);
        let is_cry = |text: &str| is_cry_for_help(&Question::read(&library, text, date(2026, 1, 1)));
        for text in [
            "my employer took my passport",
            "they dont pay me salary 6 month what can i do",
            "sir please save me no food no money",
            "girl in my building is not allowed to go out and cries every night",
            "I don't want to live anymore",
            "i am loked in teh house were i work plese help",
            "i want to excape from my emploer",
            "not paid for 5 months",
            "my employer toko my passport",
            "the agent has my passport",
            "employer has passport, i want go home",
            "employer hold passport",
            "can i report trafficking here",
            "tell me what to do, i am trafficked",
            "child being forced to work next door",
            "sos",
            "আমাকে সাহায্য করুন",
        ] {
            assert!(is_cry(text), "{text}");
        }
        for text in [
            "what does the law say about forced labour",
            "how many victims were trafficked in 2016",
            "locked out of the discord channel",
            "trapped in traffic, what did i miss at the third cwg",
            "who spoke about passport confiscation",
            "can you help me find the third consular working group",
            "is there a shelter for victims",
            "Tell me how many people were trafficked",
            "tell me who paid for the workshop that was held in 2016",
            "Has our passport verification system been launched?",
            "How many people are trafficked here?",
            "I need to report on human trafficking in the Maldives, what does the law say?",
            "what documents do we need to hold a visa",
            "can an employer hold a passport under the act",
        ] {
            assert!(!is_cry(text), "{text}");
        }
    }
}
