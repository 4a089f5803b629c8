//! Free text: from a question to the kind of answer it wants.
//!
//! The one idea: structure before text. What is asked for is settled by the cues, what about by names, dates and
//! coverage; only a question that names nothing by its structure is ranked over everything.

use jiff::civil::Date;

use super::found::{Answer, Aspect, Body, Greeting, Listing, Unknown};
use super::lexicon::Cue;
use super::question::{Part, Question, Word};
use super::subject::{Hit, Subject, find};
use super::{card, compare, danger, keywords, listing, offices, participation, refuse};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library, Mention, Scored};
use crate::text::{has_digit, tokens};

/// Every kind, in the order in which one that bears the name asked for is meant.
pub(super) const ANY: [Kind; 5] = [Kind::Meeting, Kind::Fact, Kind::Organisation, Kind::Person, Kind::Glossary];
/// The same where an explanation of a term is asked for.
const TERMS_FIRST: [Kind; 5] = [Kind::Glossary, Kind::Organisation, Kind::Fact, Kind::Meeting, Kind::Person];
/// Everything but meetings.
const NO_MEETING: [Kind; 4] = [Kind::Person, Kind::Fact, Kind::Organisation, Kind::Glossary];
/// Numbers in words, as running text has them.
const NUMBERS: [&str; 15] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "third", "half",
    "quarter",
];
/// What has a date.
const DATED: [Kind; 2] = [Kind::Meeting, Kind::Fact];

/// A question with the subject it may carry on.
pub(super) struct Asked<'a> {
    pub(super) library: &'a Library,
    pub(super) question: Question,
    pub(super) context: Option<EntryRef>,
    /// Which page of a list, from 0.
    pub(super) page: usize,
    pub(super) today: Date,
}

/// Answers free text.
pub(crate) fn ask(library: &Library, text: &str, context: Option<&str>, page: usize, today: Date) -> Answer {
    let question = Question::read(library, text, today);
    let context = context.and_then(|id| EntryRef::find(&library.knowledge, id));
    let asked = Asked { library, question, context, page, today };
    asked.answer()
}

impl Asked<'_> {
    fn answer(&self) -> Answer {
        let question = &self.question;
        if question.words.is_empty() {
            return Answer::bare(Body::Help(Greeting::Empty));
        }
        if danger::is_cry_for_help(question) {
            return Answer::bare(Body::Distress);
        }
        if let Some(answer) = keywords::keywords(self) {
            return answer;
        }
        if let Some(greeting) = self.greeting() {
            return Answer::bare(Body::Help(greeting));
        }
        if refuse::asks_for_contact(self) {
            return Answer::unknown(Unknown::Withheld);
        }
        if question.timing.impossible {
            return Answer::unknown(Unknown::ImpossibleDate);
        }
        if refuse::asks_for_future(self) {
            return Answer::unknown(Unknown::Future);
        }
        if question.asks_for_money() {
            return refuse::money(self);
        }
        if let Some(fact) = self.named_fact() {
            return card::of_hit(self, &fact, &[]);
        }
        compare::compare(self)
            .or_else(|| participation::participation(self))
            .or_else(|| listing::listing(self))
            .or_else(|| self.meeting_aspects())
            .or_else(|| offices::offices(self))
            .unwrap_or_else(|| self.general())
    }

    /// Words without a subject: a greeting, thanks, or a call for help with the bot.
    fn greeting(&self) -> Option<Greeting> {
        let question = &self.question;
        let says = |word: &str| question.words.iter().any(|known| known.folded == word);
        let is_bare = question.content().is_empty() && question.asked_date().is_none();
        let subjectless = is_bare && self.context.is_none();
        let polite = ["thanks", "thank", "thx"].iter().any(|word| says(word));
        let hello = ["hi", "hello", "hey", "hii", "morning", "afternoon", "evening"].iter().any(|word| says(word));
        let no_cue = question.words.iter().all(|word| {
            matches!(word.part, Part::Filler)
                || matches!(word.part, Part::Cue(Cue::Anaphora | Cue::Auxiliary | Cue::List | Cue::People))
        });
        let about_bot = ["help", "bot", "you", "your", "yours", "robot", "chatbot", "ai"].iter().any(|word| says(word));
        match () {
            () if is_bare && polite && no_cue => Some(Greeting::Thanks),
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

    /// The fact whose name, of several words, is all that the question says.
    fn named_fact(&self) -> Option<Hit> {
        let question = &self.question;
        let is_fact = |entry: EntryRef| entry.kind == Kind::Fact;
        let content = question.content();
        let covers = |mention: &Mention| {
            mention.words > 1 && content.iter().all(|at| (mention.first..=mention.last).contains(at))
        };
        let names_fact = question
            .mentioned(is_fact)
            .iter()
            .any(|(mention, entries)| covers(mention) && entries.len() == mention.entries.len());
        if !names_fact || content.is_empty() || question.has(Cue::Meeting) || question.has_detail() {
            return None;
        }
        match find(self.library, question, &content, &[Kind::Fact]) {
            Subject::One(hit) => Some(hit),
            _ => None,
        }
    }

    /// Who, when, where and what of one meeting.
    fn meeting_aspects(&self) -> Option<Answer> {
        let aspects = self.aspects();
        let people = aspects
            .iter()
            .any(|aspect| !matches!(aspect, Aspect::When | Aspect::Where | Aspect::Discussed | Aspect::Decided));
        if aspects.is_empty() {
            return None;
        }
        let kinds: &[Kind] = if people { &[Kind::Meeting] } else { &DATED };
        match self.subject(&self.question.telling(), kinds) {
            Subject::One(hit) => Some(card::of_hit(self, &hit, &aspects)),
            // What is no meeting may be a fact: `who leads the country team`.
            Subject::Partly(_) | Subject::Foreign { .. } | Subject::Nothing if people => None,
            other => Some(self.without_subject(other)),
        }
    }

    /// Anything else: the entry that explains the question, whatever its kind.
    pub(super) fn general(&self) -> Answer {
        let question = &self.question;
        if question.has(Cue::Why) || question.has(Cue::Detail) {
            return refuse::detail(self);
        }
        let term = question.has(Cue::StandsFor) || question.words.len() == 1;
        // `who was it before Amy Pope` is told by a statement about the office.
        if question.has(Cue::Who)
            && question.has(Cue::Order)
            && let Subject::One(hit) = find(self.library, question, &question.telling(), &[Kind::Fact])
        {
            return card::of_hit(self, &hit, &[]);
        }
        let part = question.has(Cue::Who) && question.has_any(&[Cue::Chair, Cue::Organise, Cue::Attend, Cue::Speak]);
        let kinds: &[Kind] = match () {
            // Who did something is told by an event or a statement, not by a name that happens to be alike.
            () if part => &DATED,
            () if term => &TERMS_FIRST,
            () if self.asks_who_somebody_is() => &NO_MEETING,
            () => &ANY,
        };
        match self.subject(&question.telling(), kinds) {
            Subject::One(hit) if question.has(Cue::HowMany) && !self.tells_a_number(hit.entry) => {
                Answer::unknown(Unknown::Detail { nearest: hit.entry })
            }
            Subject::Several(several) if question.has(Cue::HowMany) => self.those_with_a_number(&several),
            Subject::One(hit) if self.is_only_a_place(hit.entry) => {
                Answer::unknown(Unknown::Detail { nearest: hit.entry })
            }
            Subject::One(hit) if question.has(Cue::Speak) && hit.entry.kind != Kind::Meeting => {
                Answer::unknown(Unknown::Detail { nearest: hit.entry })
            }
            Subject::One(hit) => card::of_hit(self, &hit, &self.aspects()),
            other => match self.with_another_number() {
                Some(hit) => card::of_hit(self, &hit, &[]),
                None => self.without_subject(other),
            },
        }
    }

    /// `does IOM have 200 member states`: the statement that gives the true number.
    fn with_another_number(&self) -> Option<Hit> {
        let question = &self.question;
        let opens = question.words.iter().find(|word| word.part != Part::Filler)?.part == Part::Cue(Cue::Auxiliary);
        let (numbers, rest): (Vec<usize>, Vec<usize>) = question
            .telling()
            .into_iter()
            .partition(|&at| question.word(at).is_some_and(|word| has_digit(&word.folded)));
        if !opens || numbers.is_empty() {
            return None;
        }
        match find(self.library, question, &rest, &[Kind::Fact]) {
            Subject::One(hit) if self.tells_a_number(hit.entry) => Some(hit),
            _ => None,
        }
    }

    /// `who is X`: somebody, not a meeting that X is named in.
    fn asks_who_somebody_is(&self) -> bool {
        let words = &self.question.words;
        let is_be = |word: &Word| matches!(word.folded.as_str(), "is" | "was" | "are" | "were");
        let opens =
            words.iter().zip(words.iter().skip(1)).any(|(who, be)| who.part == Part::Cue(Cue::Who) && is_be(be));
        let is_named = self
            .question
            .mentions
            .iter()
            .any(|mention| mention.words > 1 && mention.entries.iter().any(|entry| entry.kind == Kind::Meeting));
        (opens || words.iter().any(|word| word.folded == "whos")) && !is_named
    }

    /// Of several entries that may tell how many, those that hold a number.
    fn those_with_a_number(&self, several: &[Scored]) -> Answer {
        let telling: Vec<Scored> = several.iter().copied().filter(|hit| self.tells_a_number(hit.entry)).collect();
        match (telling.as_slice(), several.first()) {
            ([], Some(nearest)) => Answer::unknown(Unknown::Detail { nearest: nearest.entry }),
            ([one], _) => card::of_entry(self, one.entry, &[]),
            _ => self.without_subject(Subject::Several(telling)),
        }
    }

    /// `what did IOM do in Bangladesh` names a place, not the embassy that is found by its country.
    fn is_only_a_place(&self, entry: EntryRef) -> bool {
        let is_in = |at: usize| {
            at.checked_sub(1).and_then(|before| self.question.word(before)).is_some_and(|word| word.folded == "in")
        };
        let is_place =
            |mention: &Mention| mention.words == 1 && mention.entries.contains(&entry) && is_in(mention.first);
        entry.kind == Kind::Organisation && self.question.says_iom() && self.question.mentions.iter().any(is_place)
    }

    /// Whether an entry holds a number at all: without one it cannot say how many.
    fn tells_a_number(&self, entry: EntryRef) -> bool {
        let knowledge = &self.library.knowledge;
        let text = match entry.kind {
            Kind::Fact => knowledge.facts.get(entry.at).map(|fact| fact.text.as_str()),
            Kind::Meeting => knowledge.meetings.get(entry.at).map(|meeting| meeting.summary.as_str()),
            _ => None,
        };
        text.is_some_and(|text| {
            tokens(text).iter().any(|token| token.has_digit() || NUMBERS.contains(&token.folded.as_str()))
        })
    }

    /// The subject: what the words name, or what the reply is about.
    pub(super) fn subject(&self, places: &[usize], kinds: &[Kind]) -> Subject {
        let context = self.context.filter(|entry| kinds.contains(&entry.kind));
        let question = &self.question;
        let numbered_only = places
            .iter()
            .filter(|&&at| question.word(at).is_some_and(|word| word.part == Part::Content))
            .all(|at| question.timing.ordinals.iter().any(|ordinal| ordinal.token == *at));
        if let Some(entry) = context
            && numbered_only
            && let Some(other) = super::subject::other_number(self.library, question, entry)
        {
            return other;
        }
        let says_nothing = !places.iter().any(|&at| question.word(at).is_some_and(|word| word.part == Part::Content));
        if let Some(entry) = context
            && (says_nothing || question.has(Cue::Anaphora))
            && let Some(hit) = card::in_context(self, entry, places)
        {
            return Subject::One(hit);
        }
        if says_nothing
            && let Some(asked) = question.asked_date()
            && kinds.contains(&Kind::Meeting)
        {
            return listing::on_date(self, asked);
        }
        let found = find(self.library, question, places, kinds);
        match (&found, context) {
            (Subject::Several(several), Some(entry)) if several.iter().any(|hit| hit.entry == entry) => {
                card::in_context(self, entry, places).map_or(found, Subject::One)
            }
            _ => found,
        }
    }

    /// What to say where there is no one subject.
    pub(super) fn without_subject(&self, subject: Subject) -> Answer {
        match subject {
            Subject::Several(entries) => Answer { body: Body::Choices, entries, matched: Vec::new() },
            Subject::Foreign { word, nearest } => Answer::unknown(Unknown::Foreign { word, nearest }),
            Subject::Partly(nearest) if self.takes_for_iom(nearest) => card::of_entry(self, nearest, &[]),
            Subject::Partly(nearest) => Answer::unknown(Unknown::Detail { nearest }),
            Subject::Missing { number, known } => Answer::unknown(Unknown::Series { number, known }),
            Subject::Nothing | Subject::One(_) => Answer::unknown(Unknown::Nothing { nearest: self.context }),
        }
    }

    /// Whether the question names somebody else's event and takes it for IOM's: then that is corrected before all else.
    fn takes_for_iom(&self, entry: EntryRef) -> bool {
        let meeting = self.library.knowledge.meetings.get(entry.at).filter(|_| entry.kind == Kind::Meeting);
        let named = self.question.mentions.iter().any(|mention| mention.words > 1 && mention.entries.contains(&entry));
        named && self.question.says_iom() && meeting.is_some_and(|meeting| !super::meetings::is_iom(meeting))
    }

    /// The sides of a meeting that the cues ask for.
    pub(super) fn aspects(&self) -> Vec<Aspect> {
        let question = &self.question;
        let mut aspects = Vec::new();
        let mut ask = |wanted: bool, aspect: Aspect| {
            if wanted {
                aspects.push(aspect);
            }
        };
        let people = question.has_any(&[Cue::Attend, Cue::People]);
        ask(question.has(Cue::HowMany) && people, Aspect::AttendeeCount);
        ask(question.has(Cue::Complete) && people, Aspect::Complete);
        ask(question.has(Cue::Chair), Aspect::Chairs);
        ask(question.has(Cue::Organise), Aspect::Organisers);
        let who_was_there = question.has(Cue::Who)
            && question.has_any(&[Cue::Anaphora, Cue::At])
            && !question.has_any(&[Cue::Chair, Cue::Organise, Cue::Speak]);
        let there = who_was_there && question.words.iter().any(|word| matches!(word.folded.as_str(), "there" | "at"));
        ask((people || there) && !question.has_any(&[Cue::HowMany, Cue::Complete]), Aspect::Attendees);
        ask(question.has(Cue::Speak), Aspect::Speakers);
        ask(question.has(Cue::When), Aspect::When);
        ask(question.has(Cue::Where), Aspect::Where);
        ask(question.has(Cue::Discuss), Aspect::Discussed);
        ask(question.has(Cue::Decide), Aspect::Decided);
        aspects
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
