//! Words without a subject: a greeting, thanks, a question about the bot.

use super::asked::Asked;
use super::found::Greeting;
use super::lexicon::Cue;
use super::word::{Part, Word};
use crate::text::is_among;

/// Words of somebody who asks nothing.
const CHATTER: &str = "ok okay lol cool nice great wow hmm yes no yeah yep nope alright sure good haha perfect awesome";

/// Words without a subject: a greeting, thanks, or a call for help with the bot.
pub(super) fn greeting(asked: &Asked<'_>) -> Option<Greeting> {
    let question = &asked.question;
    let says = |word: &str| question.words.iter().any(|known| known.folded == word);
    let is_bare = question.content().is_empty() && question.asked_date().is_none();
    let subjectless = is_bare && asked.context.is_none();
    let polite = ["thanks", "thank", "thx"].iter().any(|word| says(word));
    let hello = ["hi", "hello", "hey", "hii", "morning", "afternoon", "evening"].iter().any(|word| says(word));
    let no_cue = question.words.iter().all(|word| {
        matches!(word.part, Part::Filler)
            || matches!(word.part, Part::Cue(Cue::Anaphora | Cue::Auxiliary | Cue::List | Cue::People))
    });
    let pairs = question.words.iter().zip(question.words.iter().skip(1));
    let are_you = pairs.into_iter().any(|(are, you)| are.folded == "are" && you.folded == "you");
    let asks_what_it_is = are_you && ["robot", "human", "bot", "ai", "real"].iter().any(|word| says(word));
    let about_bot = ["help", "bot", "you", "your", "yours", "robot", "chatbot", "ai"].iter().any(|word| says(word));
    let is_chatter = |word: &Word| is_among(CHATTER, &word.folded);
    match () {
        () if question.words.iter().all(is_chatter) => Some(Greeting::Empty),
        () if is_bare && polite && no_cue => Some(Greeting::Thanks),
        () if asks_what_it_is => Some(Greeting::Asked),
        () if is_bare && hello && (no_cue || about_bot) => Some(Greeting::Hello),
        () if subjectless
            && about_bot
            && !question.has_any(&[Cue::Meeting, Cue::Chair, Cue::Attend, Cue::Organise]) =>
        {
            Some(Greeting::Asked)
        }
        () => None,
    }
}
