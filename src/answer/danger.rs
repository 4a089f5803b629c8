//! A cry for help, which is not a question.
//!
//! The one idea: better to point once too often than to look up a word while somebody is in danger.

use super::question::Question;

/// Words of those who speak of themselves or of somebody near.
const NEAR: &str = "i im ive me my we us our friend friends brother sister husband wife cousin colleague roommate neighbour \
     someone";
/// Words that alone say that somebody is in danger.
const DANGER: &str = "suicide suicidal trafficked forced forcing forces beaten beat beats beating abused abuse abusing abuses \
     locked danger scared afraid threatened threatening threatens raped exploited exploiting enslaved slave \
     stranded confiscated escape trapped victim deported hurt kidnapped emergency starving unpaid cheated";
/// Those who hold power over a worker.
const HOLDERS: &str =
    "employer boss agent company owner recruiter supervisor manager employers agency he she they sponsor";
/// What is taken or kept from a worker.
const KEPT: &str = "passport passports salary wages wage money paid pay paying pays documents permit";
/// What is done with it.
const TAKEN: &str = "took taken takes taking take kept keeps keep keeping holds holding held hold has refuses refused wont not \
     hasnt havent didnt doesnt never stole away";

/// Whether somebody asks for help with their own life.
pub(super) fn is_cry_for_help(question: &Question) -> bool {
    let says = |list: &str| {
        question.words.iter().any(|word| list.split_whitespace().any(|known| is_nearly(&word.folded, known)))
    };
    let near = says(NEAR);
    let taken = says(KEPT) && says(TAKEN);
    let follows = |first: &[&str], then: &[&str]| {
        question.words.windows(2).any(|pair| matches!(pair, [one, other] if first.contains(&one.folded.as_str()) && then.contains(&other.folded.as_str())))
    };
    let wants_out = follows(&["to", "will", "gonna"], &["die"])
        || follows(&["kill", "killing", "hurt", "kills"], &["me", "myself", "us", "him", "her"]);
    let reports =
        follows(&["i", "to", "we", "can"], &["report"]) && says("trafficking abuse exploitation crime trafficker");
    (near && (says(DANGER) || wants_out || reports))
        || (taken && (near || says("employer employers boss")) && (near || says(HOLDERS)))
}

fn is_nearly(typed: &str, known: &str) -> bool {
    typed == known || (known.len() >= 7 && strsim::osa_distance(typed, known) == 1)
}
