//! What is said around a question: `Donor liaison here. How much did Japan give?`, `sorry my english, is it correct that ...`.
//!
//! The one idea: where one sentence asks, the others are not answered in its stead; they only say what it is about, if it
//! does not say so itself.

use std::borrow::Cow;

use jiff::civil::Date;

use super::lexicon::{Cue, cue};
use super::listing::is_event;
use super::premise::is_tagged;
use super::question::Question;
use super::word::Part;
use crate::search::Library;
use crate::text::{Token, is_among, sentences, tokens};

/// Marks between two sentences.
const ENDS: [char; 3] = ['.', '!', '?'];
/// Words for the one who asks.
const ASKER: &str = "i im my we our me us sorry apologies hi hello hey pardon excuse";
/// Words that say that somebody else asks.
const ASKING: &str = "asks ask asked asking wonders wondering";
/// Words that say that somebody else says so.
const SAYING: &str = "wrote writes says said told claims claimed insists thinks believes heard read";
/// Who is said to say something, when a thing is doubted: `some say August`.
const DOUBTERS: &str = "some others people they everyone everybody somebody someone";
/// Words that mean what was said before.
const POINTING: &str = "it its he him his she her they them their this that these those then";
/// Words that ask at the end of a text whether it is so.
const TAGS: &str = "ok okay right correct true no yes";
/// As many words as may stand before a colon that opens a question.
const MOST_BEFORE_COLON: usize = 5;

/// What may be asked by a text, the likelier first: the sentence that asks, alone and with the names from the others. A
/// question that has no subject of its own takes it from them before all else.
pub(super) fn questions_in<'a>(library: &Library, text: &'a str, has_context: bool, today: Date) -> Vec<Cow<'a, str>> {
    let sentences = sentences(text);
    let Some((at, alone)) = the_asking(&sentences) else {
        let alone = without_preamble(library, text, today);
        return [Some(Cow::Borrowed(alone)), told_as_question(alone).map(Cow::Owned)].into_iter().flatten().collect();
    };
    let others = || sentences.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, said)| *said);
    if !others().all(|said| is_statement(library, said, today)) {
        return vec![Cow::Borrowed(text)];
    }
    let alone = without_preamble(library, alone, today);
    let question = Question::read(library, alone, today);
    // `Correct?` and `Is it so?` ask of the very sentence before.
    if is_tagged_alone(&question) {
        let said = others().find_map(said_in).map(|said| format!("did {}", said.trim_end_matches(ENDS)));
        return vec![said.map_or(Cow::Borrowed(text), Cow::Owned)];
    }
    let is_doubt = |said: &&str| tokens(said).first().is_some_and(|first| is_among(DOUBTERS, &first.folded));
    let named: Vec<String> =
        others().filter(|said| !is_doubt(said)).map(|said| names_in(library, said, &question, today)).collect();
    let named = named.join(" ");
    let there = alone.trim_end_matches('?').strip_suffix(" there");
    let with_names = match (named.trim(), there) {
        ("", _) => None,
        (named, Some(said)) => Some(Cow::Owned(format!("{said} at {named}"))),
        // What stands behind a question of yes or no changes who is meant.
        _ if question.has(Cue::Auxiliary) && !question.asks_openly() => Some(Cow::Borrowed(text)),
        (named, None) => {
            let joint = if question.has(Cue::HowMany) { "at " } else { "" };
            Some(Cow::Owned(format!("{} {joint}{named}", alone.trim_end_matches('?'))))
        }
    };
    let points = question.says_any(POINTING) || there.is_some();
    let says_subject = !question.content().is_empty() || question.says_iom() || question.asked_date().is_some();
    let alone = Cow::Borrowed(alone);
    match with_names {
        Some(with_names) if says_subject && !points => vec![alone, with_names],
        Some(with_names) if has_context => vec![with_names, alone],
        Some(with_names) => vec![with_names],
        None if has_context || (says_subject && !points) => vec![alone],
        None => vec![Cow::Borrowed(text)],
    }
}

/// `Amy Pope chaired the working group, right?` as the question that it is.
fn told_as_question(text: &str) -> Option<String> {
    let (said, tag) = text.rsplit_once(", ")?;
    let tag = tokens(tag);
    let is_tag = tag.len() <= 2 && tag.last().is_some_and(|last| is_among(TAGS, &last.folded));
    (is_tag && !opens_a_question(said)).then(|| format!("did {said}"))
}

/// Whether a sentence only asks whether what was said is so.
fn is_tagged_alone(question: &Question) -> bool {
    let is_so = || question.words.last().is_some_and(|word| word.folded == "so");
    (is_tagged(question) || is_so()) && question.content().is_empty() && !question.asks_openly()
}

/// The only sentence of several that asks: by its mark, or where none has one, by its first word.
fn the_asking<'a>(sentences: &[&'a str]) -> Option<(usize, &'a str)> {
    let only = |asks: &dyn Fn(&str) -> bool| {
        let mut asking = sentences.iter().copied().enumerate().filter(|(_, sentence)| asks(sentence));
        (asking.next(), asking.next())
    };
    if sentences.len() < 2 {
        return None;
    }
    match only(&|sentence| sentence.ends_with('?')) {
        (Some(one), None) => Some(one),
        (None, _) => match only(&opens_a_question) {
            (Some(one), None) => Some(one),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a sentence opens as a question does.
fn opens_a_question(sentence: &str) -> bool {
    let tokens = tokens(sentence);
    let mut words = tokens.iter().map(|token| token.folded.as_str());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let asks = |word: &str| {
        matches!(
            cue(word),
            Some(Cue::Who | Cue::What | Cue::When | Cue::Where | Cue::Why | Cue::Which | Cue::Auxiliary)
        ) || word == "how"
    };
    asks(first) || (matches!(first, "in" | "at" | "on" | "for" | "by" | "to" | "with" | "since") && asks(second))
}

/// Whether a sentence tells something and asks nothing: of the one who asks, or without a word that asks.
fn is_statement(library: &Library, sentence: &str, today: Date) -> bool {
    const ASKED: [Cue; 9] =
        [Cue::Who, Cue::What, Cue::Where, Cue::Why, Cue::Which, Cue::HowMany, Cue::HowMuch, Cue::HowLong, Cue::List];
    let tells = |first: &Token| is_among(ASKER, &first.folded) || is_among(DOUBTERS, &first.folded);
    tokens(sentence).first().is_some_and(tells) || !Question::read(library, sentence, today).has_any(&ASKED)
}

/// The names, dates and kinds of events in a statement, those dates left out that the question has of its own.
fn names_in(library: &Library, statement: &str, asking: &Question, today: Date) -> String {
    let question = Question::read(library, statement, today);
    let is_named = |at: usize| question.mentions.iter().any(|mention| mention.covers(at));
    let is_date = |at: usize| asking.asked_date().is_none() && question.is(at, Part::Time);
    let is_held = |at: usize| question.word(at).is_some_and(|word| is_event(&word.folded));
    let places: Vec<usize> =
        (0..question.words.len()).filter(|&at| is_named(at) || is_date(at) || is_held(at)).collect();
    question.shown(&places)
}

/// What is left of a sentence without what its asker says of himself, and without who else asks or says so.
fn without_preamble<'a>(library: &Library, text: &'a str, today: Date) -> &'a str {
    let rest = after_the_asker(library, text, today);
    after_somebody(rest).or_else(|| after_saying(rest)).unwrap_or(rest)
}

/// What follows `sorry my english, ` or `for the donor page: `, if it opens as a question does.
fn after_the_asker<'a>(library: &Library, text: &'a str, today: Date) -> &'a str {
    for mark in [", ", ": ", " - "] {
        let Some((before, rest)) = text.split_once(mark) else { continue };
        let said = Question::read(library, before, today);
        let is_of_asker = tokens(before).first().is_some_and(|first| is_among(ASKER, &first.folded));
        let is_heading = mark == ": " && said.words.len() <= MOST_BEFORE_COLON;
        let says_subject = said.asked_date().is_some() || !said.mentions.is_empty();
        if opens_a_question(rest) && !opens_a_question(before) && (is_of_asker || is_heading) && !says_subject {
            return rest;
        }
    }
    text
}

/// What follows `our donor asks `, if somebody is said before it and a question after it.
fn after_somebody(text: &str) -> Option<&str> {
    let tokens = tokens(text);
    let at = tokens.iter().take(5).position(|token| is_among(ASKING, &token.folded)).filter(|at| *at > 0)?;
    let rest = text.get(tokens.get(at)?.span.end..)?.trim_start_matches([' ', ',', ':']);
    let rest = rest.strip_prefix("me ").or_else(|| rest.strip_prefix("us ")).unwrap_or(rest);
    (!opens_a_question(text) && opens_a_question(rest)).then_some(rest)
}

/// What follows `the intern wrote that `, if the text asks at its end whether that is so.
fn after_saying(text: &str) -> Option<&str> {
    let last = tokens(text).last().map(|token| token.folded.clone())?;
    said_in(text).filter(|_| is_among(TAGS, &last))
}

/// What somebody said, by a sentence that begins with who said it: `I read on the web that IOM has 200 member states`.
fn said_in(sentence: &str) -> Option<&str> {
    let tokens = tokens(sentence);
    let verb = tokens.iter().take(5).position(|token| is_among(SAYING, &token.folded)).filter(|at| *at > 0)?;
    let that = tokens.iter().skip(verb + 1).take(4).find(|token| token.folded == "that")?;
    let rest = sentence.get(that.span.end..)?.trim_start();
    (!opens_a_question(sentence) && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sentence_of_several_asks() {
        let asking = |text: &'static str| the_asking(&sentences(text)).map(|(_, asking)| asking);
        assert_eq!(asking("I prepare a talk. who founded IOM"), Some("who founded IOM"));
        assert_eq!(asking("Who founded IOM? And when?"), None);
        assert_eq!(asking("Who founded IOM?"), None);
    }

    #[test]
    fn somebody_else_asks() {
        assert_eq!(after_somebody("Our donor asks which embassies came"), Some("which embassies came"));
        assert_eq!(after_somebody("who asked which embassies came"), None);
        assert_eq!(after_saying("the intern wrote that 53 came, ok?"), Some("53 came, ok?"));
        assert_eq!(said_in("I read on the web that IOM has 200 states."), Some("IOM has 200 states."));
    }
}
