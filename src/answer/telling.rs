//! The sentence of an entry that tells what is asked: `who was dropped from the steering committee`.
//!
//! The one idea: what an entry is called by says nothing of the question; the sentence that holds most of the other words
//! leads the answer, unless it leans on the one before it.

use super::asked::Asked;
use super::aspects;
use super::lexicon::Cue;
use super::told;
use crate::knowledge::Kind;
use crate::search::EntryRef;
use crate::text::{sentences, tokens};

/// Words that ask for all of a thing.
const ASKING_FOR_ALL: &str = "anything something everything info information details overview tell";
/// Words with which a sentence leans on the one before, wherever they stand in it.
const LEANING: &str = "it its they their them he his she her these those both";
/// The same, where they open it.
const LEANING_FIRST: &str = "each this that there another others also then of in one no none such";

/// The place of the sentence that is to lead, if that is not the first.
pub(super) fn telling_sentence(asked: &Asked<'_>, entry: EntryRef, text: &str) -> Option<usize> {
    let question = &asked.question;
    // `anything on the system` asks for all of it.
    if question.says_any(ASKING_FOR_ALL) {
        return None;
    }
    let vocabulary = &asked.library.index.vocabulary;
    let stems_of =
        |text: &str| -> Vec<u32> { tokens(text).iter().filter_map(|token| vocabulary.stem(&token.folded)).collect() };
    let title = stems_of(entry.title(&asked.library.knowledge));
    // A body is told by its whole name, any other word by itself or by one that means the same.
    let own = |at: usize| -> Vec<u32> {
        let word = asked.question.word(at).into_iter();
        let stems = word.flat_map(|word| &word.query.variants).map(|variant| variant.stem);
        stems.filter(|stem| !title.contains(stem)).collect()
    };
    let mut wanted: Vec<(Vec<u32>, Vec<u32>)> =
        asked.question.content().into_iter().map(|at| (own(at), stems_of(&name_of_body(asked, at)))).collect();
    if aspects::asks_whom_it_quotes(asked) {
        wanted.push((stems_of("quotes quoted"), Vec::new()));
    }
    let counts = asked.question.has(Cue::HowMany);
    let held = |sentence: &&str| {
        let said = stems_of(sentence);
        // A body that is asked about says more than any word beside it.
        let weight = |(own, body): &(Vec<u32>, Vec<u32>)| {
            let names_body = !body.is_empty() && body.iter().all(|stem| said.contains(stem));
            if names_body { 2 } else { usize::from(own.iter().any(|stem| said.contains(stem))) }
        };
        if counts && !told::tells_number(sentence) { 0 } else { wanted.iter().map(weight).sum::<usize>() }
    };
    let sentences = sentences(text);
    let held: Vec<usize> = sentences.iter().map(held).collect();
    let most = held.iter().copied().max()?;
    let at = held.iter().position(|count| *count == most)?;
    (at > 0 && !leans(sentences.get(at)?)).then_some(at)
}

/// Whether a sentence cannot be understood without the one before.
fn leans(sentence: &str) -> bool {
    let is_of = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
    let words = tokens(sentence);
    words.first().is_some_and(|first| is_of(LEANING_FIRST, &first.folded))
        || words.iter().any(|word| is_of(LEANING, &word.folded))
}

/// The name in full of the body that a word stands for: `PGO`.
fn name_of_body(asked: &Asked<'_>, at: usize) -> String {
    let bodies = asked.question.mentioned(|entry| entry.kind == Kind::Organisation);
    let named = bodies.iter().find(|(mention, _)| (mention.first..=mention.last).contains(&at));
    let body = named.and_then(|(_, entries)| entries.first());
    body.map(|body| body.title(&asked.library.knowledge).to_owned()).unwrap_or_default()
}
