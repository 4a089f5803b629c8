//! The words of questions: what asks for what, and what says nothing about the subject.
//!
//! The one idea: a closed list. Whatever does not stand here is taken as content, and must then be found in the
//! knowledge; so a question about something else is refused rather than half understood.

use crate::search::spelling_similarity;
use crate::text::stem;

/// What a word asks for, or does in a question.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Cue {
    Who,
    What,
    When,
    Where,
    Why,
    Which,
    HowMany,
    Chair,
    Organise,
    Attend,
    Speak,
    Discuss,
    Decide,
    Latest,
    Earliest,
    Next,
    StandsFor,
    List,
    Compare,
    /// `before` and `earlier`, which ask for an order when two things are named.
    Order,
    /// `it`, `that meeting`: the subject of the answer that is replied to.
    Anaphora,
    /// A meeting as such: `meeting`, `event`.
    Meeting,
    /// People as such: `people`, `participants`.
    People,
    Not,
    /// A detail that no entry holds a place for: cost, length, recording.
    Detail,
    /// `how much`, `cost`: an amount of money.
    HowMuch,
    /// `funded`, `paid`: after `who`, it asks for who gave the money.
    Money,
    /// A way to reach somebody: telephone, hotline, address.
    Contact,
    /// `by`, `at`: they part the one who did it from what was done.
    By,
    At,
    /// `did`, `was`: they open a question that is answered with yes or no.
    Auxiliary,
    /// `only`, `all`: asks whether a list is closed.
    Complete,
}

/// The words of each cue, folded. A word stands once.
const CUES: &[(Cue, &[&str])] = &[
    (Cue::Who, &["who", "whom", "whos", "whose", "whoever", "hoo"]),
    (Cue::What, &["what", "whats", "wat", "wht", "wats", "waht", "whta", "explain", "describe"]),
    (Cue::When, &["when", "whens", "wen", "whn", "wehn", "date", "dates", "dated", "datum"]),
    (Cue::Where, &["where", "wheres", "whr", "wher", "venue", "place", "location", "located", "venu"]),
    (Cue::Why, &["why", "reason", "reasons", "because"]),
    (Cue::Which, &["which", "wich", "whihc", "whch"]),
    (Cue::HowMany, &["number", "count", "total", "many", "mny"]),
    (
        Cue::Chair,
        &["chair", "chairs", "chaired", "chairing", "chairperson", "chairman", "chairwoman", "chairmen", "chairpersons", "cochair", "cochaired", "cochairs", "cochairing", "led", "presided", "presiding", "preside", "headed", "moderated", "moderator"],
    ),
    (
        Cue::Organise,
        &["organise", "organised", "organising", "organiser", "organisers", "organises", "organize", "organized", "organizing", "organizer", "organizers", "organizes", "host", "hosted", "hosting", "hosts", "arranged", "arrange", "convened", "convene", "convenor", "behind", "coorganised", "coorganiser", "coorganisers", "coorganizer", "facilitated"],
    ),
    (
        Cue::Attend,
        &["attend", "attended", "attending", "attends", "attendee", "attendees", "attendence", "attendance", "present", "participated", "participating", "participate", "participates", "joined", "join", "came", "come", "invited", "turned", "showed", "took", "part", "take", "went", "represented", "involved"],
    ),
    (Cue::Speak, &["speak", "spoke", "speaker", "speakers", "speech", "speeches", "speaking", "keynote", "remarks", "addressed", "quoted", "said", "say"]),
    (
        Cue::Discuss,
        &["discuss", "discussed", "discussing", "discussion", "discussions", "topic", "topics", "agenda", "talked", "covered", "cover", "covers", "summary", "summarise", "summarize", "tackled", "issues", "subject", "subjects", "theme", "content", "substance"],
    ),
    (Cue::Decide, &["decide", "decided", "decision", "decisions", "outcome", "outcomes", "result", "results", "resulted", "concluded", "conclusion", "conclusions", "achieved", "resolved", "resolution", "resolutions", "recommended"]),
    (Cue::Latest, &["latest", "last", "recent", "recently", "newest", "lastest"]),
    (Cue::Earliest, &["earliest", "oldest"]),
    (Cue::Next, &["next", "upcoming", "future", "scheduled", "forthcoming", "soon"]),
    (Cue::StandsFor, &["define", "definition", "meaning", "mean", "means", "stand", "stands", "acronym", "abbreviation", "abbreviated", "short", "full", "form", "expand", "expansion", "spelled", "acronyms"]),
    (Cue::List, &["list", "show", "all", "every", "any", "each", "overview", "lists", "some"]),
    (Cue::Compare, &["compare", "compared", "comparison", "difference", "differ", "versus", "vs", "differences"]),
    (Cue::Order, &["older", "newer", "earlier", "later", "before", "after", "sooner"]),
    (Cue::Anaphora, &["it", "its", "that", "this", "they", "them", "there", "those", "these", "he", "she", "him", "her", "their", "theirs", "same"]),
    (Cue::Meeting, &["meeting", "meetings", "event", "events", "mtg", "mtgs", "mtng", "mtngs", "meting", "meetin", "happening", "happenings", "gathering", "gatherings", "activities", "activity", "session", "sessions"]),
    (Cue::People, &["people", "ppl", "person", "persons", "participant", "participants", "guest", "guests", "everyone", "anyone", "someone", "delegate", "delegates", "stakeholder", "stakeholders", "attendants", "representatives", "representative", "folks", "names", "somebody", "anybody", "everybody",  "organisations", "organizations", "agencies", "countries", "bodies", "institutions", "parties"]),
    (Cue::Not, &["not", "no", "wasnt", "werent", "didnt", "isnt", "never", "without", "except", "non", "arent", "hasnt"]),
    (
        Cue::Detail,
        &["salary", "salaries", "duration", "minutes", "transcript", "recording", "recordings", "video", "videos", "photo", "photos", "picture", "pictures", "lunch", "menu", "food", "catering", "weather", "hours", "livestream", "slides", "presentation", "presentations", "age", "married", "wife", "husband", "religion", "clock", "oclock", "wear", "wore"],
    ),
    (Cue::HowMuch, &["cost", "costs", "price", "expensive"]),
    (Cue::Money, &["paid", "pay", "pays", "money", "fund", "funds", "funded", "funder", "funders", "financed", "sponsored", "sponsor", "sponsors", "donor", "donors", "spent", "spend"]),
    (Cue::Contact, &["phone", "telephone", "hotline", "hotlines", "helpline", "tel", "whatsapp", "mobile", "fax", "contact", "contacts", "address", "addresses", "directions", "postcode", "viber", "telegram", "helplines", "call", "email", "emails", "mail"]),
    (Cue::By, &["by"]),
    (Cue::At, &["at", "in", "to"]),
    (Cue::Auxiliary, &["did", "was", "were", "is", "are", "has", "have", "had", "does", "do", "wer", "waz"]),
    (Cue::Complete, &["only", "complete", "else", "exhaustive", "others"]),
];

/// Words that say nothing about the subject.
const FILLERS: &[&str] = &[
    "a", "an", "the", "of", "for", "from", "with", "and", "or", "but", "so", "also", "then", "than", "as", "on", "into",
    "i", "me", "my", "mine", "we", "us", "our", "you", "your", "yours", "be", "been", "being", "am", "will", "would", "can", "could",
    "should", "shall", "may", "might", "must", "please", "pls", "plz", "plss", "thanks", "thank", "thx", "hi", "hello", "hey", "hii", "dear", "bot", "tell",
    "give", "gimme", "know", "knows", "want", "wanna", "need", "like", "find", "get", "got", "see", "look", "looking", "search", "read", "hear", "heard",
    "ask", "asking", "question", "wonder", "wondering", "curious", "remind", "info", "infos", "information", "detail", "details", "more", "about", "abt",
    "regarding", "concerning", "related", "relating", "happen", "happened", "happens", "held", "hold", "took", "place", "occur", "occurred", "take", "taken",
    "just", "really", "actually", "exactly", "again", "still", "even", "ever", "now", "currently", "current", "today", "nowadays", "presently", "how", "if", "let",
    "lets", "go", "going", "goes", "thing", "things", "stuff", "something", "anything", "everything", "there", "here", "up", "down", "out", "off", "over",
    "one", "ones", "other", "another", "both", "either", "too", "very", "much", "some", "few", "lot", "lots", "okay", "ok", "oh", "um", "well", "yes", "yeah",
    "quick", "quickly", "kindly", "sir", "madam", "maam", "guys", "team", "buddy", "man", "bro", "u", "ur", "r", "n", "s", "t", "re", "ve", "ll", "d", "m", "dont",
    "role", "roles", "between", "during", "within", "since", "until", "till", "year", "years", "month", "months", "day", "days", "week", "weeks", "time", "times",
    "co", "kind", "type", "sort", "name", "named", "called", "listed", "mentioned", "mention", "made", "make", "makes", "making", "done", "doing", "exist", "exists",
    "use", "used", "work", "works", "worked", "working_", "matter", "matters", "main", "important", "exact", "exactly", "precise", "precisely", "correct", "right",
    "true", "wrong", "sure", "think", "believe", "guess", "remember", "forgot", "forget", "understand", "help", "whole", "own", "us", "via", "per", "upon",
    "yet", "already", "once", "twice", "way", "case", "seems", "seem", "wasn", "didn", "isn", "weren", "im", "ive", "id", "idk", "lol", "btw", "asap", "hmm", "ya", "yo",
    "put", "set", "give", "gives", "gave", "given", "said_", "says", "talk", "learn", "share", "provide", "regards", "record", "records", "recorded", "knowledge", "source", "sources",
    "morning", "afternoon", "evening", "good", "great", "nice", "basically", "maybe", "perhaps", "probably", "alright", "whether", "it", "through", "towards", "around", "along",
    "having", "done", "ago", "back", "then", "thats", "theres", "were", "same", "particular", "specific", "specifically", "available", "known", "missed", "miss", "live", "lives", "living", "reside", "early", "late", "robot", "chatbot", "ai", "run", "runs", "ran", "running", "become", "became", "becoming",
];

/// Words that stand in nearly everything here: they never have to be explained, but still help to rank.
const SOFT: &[&str] = &[
    "maldives", "maldivian", "maldivians", "maldive", "male", "mv", "iom", "oim", "international", "organization", "organisation", "migration", "country", "national",
    "government", "officials", "official", "office", "project", "programme", "program",
];

/// Short words that are mistyped more often than any other.
const FUNCTION_WORDS: &[&str] = &[
    "the", "and", "that", "this", "with", "from", "have", "does", "what", "when", "where", "which", "were", "who", "how", "many", "tell", "about", "they", "there",
    "your", "please", "did", "was", "are", "for", "you", "can",
];

/// Shortest word that is taken for a misspelt cue; below it, one slip makes another word.
const FUZZY_FROM: usize = 5;

/// What a folded word asks for.
pub(crate) fn cue(folded: &str) -> Option<Cue> {
    CUES.iter().find(|(_, words)| words.contains(&folded)).map(|(cue, _)| *cue)
}

/// What a misspelt word asks for, if it is a slip or two away from a word that asks, and how alike the two are.
pub(crate) fn misspelt_cue(folded: &str) -> Option<(Cue, f32)> {
    let length = folded.chars().count();
    if length + 1 < FUZZY_FROM {
        return None;
    }
    let edits = if length >= 8 { 2 } else { 1 };
    let near = |known: &str| {
        let known_length = known.chars().count();
        let distance = strsim::osa_distance(known, folded);
        (known_length >= FUZZY_FROM && distance <= edits).then(|| spelling_similarity(distance, length.max(known_length)))
    };
    let fuzzy = CUES.iter().filter(|(cue, _)| !matches!(cue, Cue::Detail));
    fuzzy.flat_map(|(cue, words)| words.iter().filter_map(|word| near(word)).map(|similarity| (*cue, similarity))).max_by(|one, other| one.1.total_cmp(&other.1))
}

/// The short word of a question that was meant: with two letters swapped, or one inside left out.
pub(crate) fn meant_function_word(folded: &str) -> Option<&'static str> {
    let length = folded.chars().count();
    let is_swapped = |known: &str| known.len() == length && strsim::osa_distance(known, folded) == 1 && strsim::hamming(known, folded) == Ok(2);
    let is_shortened = |known: &str| {
        known.len() == length + 1 && length >= 3 && strsim::osa_distance(known, folded) == 1 && known.chars().next() == folded.chars().next()
    };
    FUNCTION_WORDS.iter().copied().find(|known| is_swapped(known) || is_shortened(known))
}

/// Whether a folded word says nothing about the subject.
pub(crate) fn is_filler(folded: &str) -> bool {
    FILLERS.contains(&folded)
}

/// Whether a misspelt word is a filler one slip away.
pub(crate) fn is_misspelt_filler(folded: &str) -> bool {
    folded.chars().count() >= FUZZY_FROM
        && FILLERS.iter().any(|known| known.len() >= FUZZY_FROM && strsim::osa_distance(known, folded) <= 1)
}

/// Whether a folded word means the organisation itself.
pub(crate) fn is_iom_word(folded: &str) -> bool {
    matches!(folded, "iom" | "oim" | "ioms" | "oims")
}

/// Whether a folded word means the country, which every entry is about.
pub(crate) fn is_country_word(folded: &str) -> bool {
    COUNTRY.contains(&folded)
}

const COUNTRY: [&str; 9] = ["maldives", "maldivian", "maldivians", "maldive", "male", "mv", "country", "national", "international"];

/// Whether a folded word stands in nearly every entry.
pub(crate) fn is_soft(folded: &str) -> bool {
    SOFT.contains(&folded) || SOFT.contains(&stem(folded).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_asks_for_one_thing() {
        let mut all: Vec<&str> = CUES.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn cues_survive_a_slip() {
        for (typed, meant) in [("chiared", Cue::Chair), ("atended", Cue::Attend), ("orgnaised", Cue::Organise), ("discused", Cue::Discuss)] {
            assert_eq!(cue(typed).or_else(|| misspelt_cue(typed).map(|(cue, _)| cue)), Some(meant), "{typed}");
        }
        assert_eq!(misspelt_cue("pizza"), None);
    }
}
