//! A cry for help, which is not a question.
//!
//! The one idea: better to point once too often than to look up a word while somebody is in danger. The words are those
//! of people who speak of themselves or of somebody near them; a question about the subject names nobody near.

use super::question::Question;
use super::word::Word;
use crate::text::{fold, is_within};

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
/// Words that need nobody beside them.
const ALONE: &str = "suicide suicidal sos emergency mayday";
/// Those who hold power over a worker.
const HOLDERS: &str =
    "employer boss agent company owner recruiter supervisor manager employers agency he she they sponsor madam";
/// What is taken or kept from a worker.
const KEPT: &str = "passport passports salary wages wage money paid pay paying pays documents permit";
/// What is done with it.
const TAKEN: &str = "took taken takes taking take kept keeps keep keeping holds holding held hold has refuses refused wont not \
     dont cannot cant hasnt havent didnt doesnt never stole away owe owes";
/// What nobody should be without.
const NEEDS: &str = "food water money rest salary pay shelter sleep";
/// `Help` in the scripts of those who work in the Maldives: Bengali, Hindi and Nepali, Dhivehi, Sinhala, Tamil.
const OTHER_SCRIPTS: &str = "সাহায্য বাঁচান मदद बचाओ मद्दत सहयोग އެހީ އެހީތެރިކަން උදව් உதவி";

/// Whether somebody asks for help with their own life, or with the life of somebody near.
pub(super) fn is_cry_for_help(question: &Question) -> bool {
    let cry = Cry { words: &question.words };
    cry.is_alone()
        || cry.is_in_another_script()
        || (cry.says(NEAR) && cry.is_near_danger())
        || cry.is_kept_from()
        || cry.is_about_somebody()
}

/// The words, as a cry.
struct Cry<'a> {
    words: &'a [Word],
}

impl Cry<'_> {
    /// Nothing but the word itself, or the wish to die.
    fn is_alone(&self) -> bool {
        let wants_to_die = self.follows("to will gonna wanna", "die")
            || (self.follows("kill killing", "me myself us him her") && !self.says("deadline heat exam game"))
            || (self.says("dont not no cannot cant") && self.follows("to", "live") && !self.says("where in"));
        let is_sold = self.follows("sleep sex", "with") && self.says("must made makes make forced customers guests");
        wants_to_die || is_sold || (self.words.len() <= 2 && self.says(ALONE))
    }

    fn is_in_another_script(&self) -> bool {
        let is_help = |word: &Word| {
            !word.folded.is_ascii() && OTHER_SCRIPTS.split_ascii_whitespace().any(|known| fold(known) == word.folded)
        };
        self.words.iter().any(is_help)
    }

    /// Somebody speaks of themselves, and of something that is done to them.
    fn is_near_danger(&self) -> bool {
        let is_in_traffic =
            self.says("traffic channel discord account password printer laptop computer deadline game exam customs");
        let sold = self.follows("sleep sex", "with") || self.follows("against", "her his my their");
        let locked_in = self.follows("locked lock locks", "in me us up inside him her") && !is_in_traffic;
        let kept_in = self.follows("cannot cant", "leave escape")
            || (self.says("let lets allowed allow") && self.says("not dont wont doesnt") && self.says("leave go out"));
        let reports =
            self.follows("i to we can", "report") && self.says("trafficking abuse exploitation crime trafficker");
        let made_to = self.follows("make makes making made forces", "me us him her") && self.says("work");
        let in_need = self.follows("no without", NEEDS);
        let owes = self.says("owe debt") && self.says(HOLDERS);
        let wants_shelter = self.says("shelter") && self.says("need needs tonight");
        let danger = self.says(DANGER) && !is_in_traffic;
        danger
            || locked_in
            || kept_in
            || reports
            || made_to
            || sold
            || in_need
            || owes
            || wants_shelter
            || self.follows("save rescue", "me us him her")
            || self.follows("hurt hit kick beat", "me myself us him her")
    }

    /// Papers or pay are kept from a worker.
    fn is_kept_from(&self) -> bool {
        let near = self.says(NEAR);
        let taken = self.says(KEPT) && self.says(TAKEN);
        let unpaid = self.follows("not never hasnt havent", "paid") && self.says("month months week weeks year salary");
        unpaid
            || (taken && (near || self.says("employer employers boss")) && (near || self.says(HOLDERS)))
            || (self.follows("no without", NEEDS) && self.says("help please pls plz"))
    }

    /// Somebody else is seen to be in danger now: `a child being forced to work next door`.
    fn is_about_somebody(&self) -> bool {
        let is_happening = self.follows("being is are", "forced beaten abused locked raped trafficked held exploited");
        let is_shut_in = self.says("allowed") && self.says("not") && self.says("out leave");
        let is_here = self.says("my next door building house room floor neighbour neighbor here");
        self.says(SOMEBODY) && is_here && (is_happening || is_shut_in || self.says("cries crying screams screaming"))
    }

    fn says(&self, list: &str) -> bool {
        self.words.iter().any(|word| list.split_ascii_whitespace().any(|known| is_nearly(word, known)))
    }

    fn follows(&self, first: &str, then: &str) -> bool {
        let is_of = |word: &Word, list: &str| list.split_ascii_whitespace().any(|known| is_nearly(word, known));
        self.words.windows(2).any(|pair| matches!(pair, [one, other] if is_of(one, first) && is_of(other, then)))
    }
}

/// Whether a word was typed so, or is one slip away without being a word of its own.
fn is_nearly(typed: &Word, known: &str) -> bool {
    typed.folded == known || (known.len() >= 5 && !typed.query.is_everyday && is_within(1, &typed.folded, known))
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
        ] {
            assert!(!is_cry(text), "{text}");
        }
    }
}
