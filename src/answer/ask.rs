//! Free text: from a question to the kind of answer it wants.
//!
//! The one idea: structure before text. What is asked for is settled by the cues, what about by names, dates and
//! coverage; only a question that names nothing by its structure is ranked over everything.

use jiff::civil::Date;

use super::found::{Answer, Aspect, Body, Greeting, Listing, Unknown};
use super::lexicon::Cue;
use super::question::{Part, Question, Word};
use super::subject::{Hit, Subject, find};
use super::{aspects, card, compare, danger, keywords, listing, offices, participation, refuse, told};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library, Mention, Scored};
use crate::text::has_digit;

/// Every kind, in the order in which one that bears the name asked for is meant.
pub(super) const ANY: [Kind; 5] = [Kind::Meeting, Kind::Fact, Kind::Organisation, Kind::Person, Kind::Glossary];
/// The same where an explanation of a term is asked for.
const TERMS_FIRST: [Kind; 5] = [Kind::Glossary, Kind::Organisation, Kind::Fact, Kind::Meeting, Kind::Person];
/// Everything but meetings.
const NO_MEETING: [Kind; 4] = [Kind::Person, Kind::Fact, Kind::Organisation, Kind::Glossary];
/// What has a date.
const DATED: [Kind; 2] = [Kind::Meeting, Kind::Fact];

/// Words that make a question of a statement when they end it.
const TAGS: &str = "right yes correct true no";
/// Words of somebody who asks nothing.
const CHATTER: &str = "ok okay lol cool nice great wow hmm yes no yeah yep nope alright sure good haha perfect awesome";
/// Words that mean the subject of the answer that is replied to, and nothing else.
const PRONOUNS: &str = "it its he him his she her they them their";

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
    let mut asked = Asked { library, question, context, page, today };
    let answer = asked.answer();
    if matches!(
        answer.body,
        Body::Unknown(Unknown::Detail { .. } | Unknown::Nothing { .. } | Unknown::NotRecorded { .. })
    ) {
        asked.question = Question::read_without_question_names(library, text, today);
        let other = asked.answer();
        if !matches!(other.body, Body::Unknown(_) | Body::Choices) {
            return other;
        }
    }
    answer
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
        if let Some(answer) = offices::head_of_iom(self) {
            return answer;
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
        let pairs = question.words.iter().zip(question.words.iter().skip(1));
        let are_you = pairs.into_iter().any(|(are, you)| are.folded == "are" && you.folded == "you");
        let asks_what_it_is = are_you && ["robot", "human", "bot", "ai", "real"].iter().any(|word| says(word));
        let about_bot = ["help", "bot", "you", "your", "yours", "robot", "chatbot", "ai"].iter().any(|word| says(word));
        let is_chatter = |word: &Word| CHATTER.split_whitespace().any(|known| known == word.folded);
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

    /// The fact whose name, of several words, is all that the question says.
    pub(super) fn named_fact(&self) -> Option<Hit> {
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
        let aspects = aspects::asked_for(self);
        let people = aspects
            .iter()
            .any(|aspect| !matches!(aspect, Aspect::When | Aspect::Where | Aspect::Discussed | Aspect::Decided));
        if aspects.is_empty() {
            return None;
        }
        let kinds: &[Kind] = if people { &[Kind::Meeting] } else { &DATED };
        let mut telling = self.question.telling();
        if aspects::counts_people(self) {
            telling.retain(|&at| self.question.word(at).is_some_and(|word| !has_digit(&word.folded)));
        }
        match self.subject(&telling, kinds) {
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
        if question.has(Cue::HowLong) {
            return refuse::duration(self);
        }
        if let Some(answer) = self.counted_in_a_fact() {
            return answer;
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
        // What has a date is a meeting or a statement, not the body or the term of the same name.
        let dated = question.asked_date().filter(|_| kinds == ANY && !question.content().is_empty());
        let subject = match dated.map(|_| self.subject(&question.telling(), &DATED)) {
            Some(found @ (Subject::One(_) | Subject::Several(_))) => found,
            _ => self.subject(&question.telling(), kinds),
        };
        match subject {
            Subject::One(hit) if question.has(Cue::HowMany) && !told::how_many(self, hit.entry) => {
                Answer::unknown(Unknown::Detail { nearest: hit.entry })
            }
            Subject::Several(several) if question.has(Cue::HowMany) => self.those_with_a_number(&several),
            // Whom an airport is called after is not told by its name.
            Subject::One(hit)
                if hit.entry.kind == Kind::Glossary && self.asks_who_somebody_is() && !self.is_mentioned(hit.entry) =>
            {
                Answer::unknown(Unknown::Nothing { nearest: None })
            }
            Subject::One(hit) if self.is_only_a_place(hit.entry) => {
                Answer::unknown(Unknown::Detail { nearest: hit.entry })
            }
            Subject::One(hit)
                if question.has(Cue::Speak)
                    && hit.entry.kind != Kind::Meeting
                    && !question.says_any("does says about") =>
            {
                Answer::unknown(Unknown::Detail { nearest: hit.entry })
            }
            Subject::One(hit) => card::of_hit(self, &hit, &aspects::asked_for(self)),
            other => match self.with_another_number() {
                Some(hit) => card::of_hit(self, &hit, &[]),
                None => self.without_subject(other),
            },
        }
    }

    /// `in how many countries is IOM present`: what is counted is part of what the fact is about.
    fn counted_in_a_fact(&self) -> Option<Answer> {
        let question = &self.question;
        let counted: Vec<usize> = question
            .position(Cue::HowMany)
            .map(|at| at + 1)
            .into_iter()
            .flat_map(|from| {
                (from..question.words.len()).take_while(|&at| {
                    question.word(at).is_some_and(|word| !matches!(word.part, Part::Cue(Cue::Auxiliary)))
                })
            })
            .filter(|&at| {
                question.word(at).is_some_and(|word| word.part == Part::Cue(Cue::People) && !word.query.is_foreign())
            })
            .collect();
        if counted.is_empty() || !question.content().is_empty() {
            return None;
        }
        let counting = question.as_content(&counted);
        let places: Vec<usize> = question.telling().into_iter().chain(counted).collect();
        match find(self.library, &counting, &places, &[Kind::Fact]) {
            Subject::One(hit) if told::how_many(self, hit.entry) => Some(card::of_hit(self, &hit, &[])),
            _ => None,
        }
    }

    /// `does IOM have 200 member states`: the statement that gives the true number.
    fn with_another_number(&self) -> Option<Hit> {
        let question = &self.question;
        let opens = question.words.iter().find(|word| word.part != Part::Filler)?.part == Part::Cue(Cue::Auxiliary);
        let ends = question.words.last().is_some_and(|word| TAGS.split_whitespace().any(|tag| tag == word.folded));
        let (numbers, rest): (Vec<usize>, Vec<usize>) = question
            .telling()
            .into_iter()
            .partition(|&at| question.word(at).is_some_and(|word| has_digit(&word.folded)));
        if !(opens || ends) || numbers.is_empty() {
            return None;
        }
        match find(self.library, question, &rest, &[Kind::Fact]) {
            Subject::One(hit) if told::how_many(self, hit.entry) => Some(hit),
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
        let telling: Vec<Scored> = several.iter().copied().filter(|hit| told::how_many(self, hit.entry)).collect();
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

    fn is_mentioned(&self, entry: EntryRef) -> bool {
        self.question.mentions.iter().any(|mention| mention.entries.contains(&entry))
    }

    /// Whether one name of the entry holds all the words at these places.
    pub(super) fn is_called(&self, entry: EntryRef, places: &[usize]) -> bool {
        let words: Vec<_> = places.iter().filter_map(|&at| Some((at, &self.question.word(at)?.query))).collect();
        super::subject::is_in_one_name(self.library, entry, &words)
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
        let Some(entry) = context else { return found };
        let telling: Vec<usize> = places
            .iter()
            .copied()
            .filter(|&at| question.word(at).is_some_and(|word| word.part == Part::Content))
            .collect();
        // Another entry is meant only if it is called so; words that the context explains carry its subject on.
        if matches!(&found, Subject::One(hit) if self.is_called(hit.entry, &telling)) {
            return found;
        }
        match card::in_context(self, entry, places) {
            Some(hit) => Subject::One(hit),
            None if question.says_any(PRONOUNS) => Subject::Partly(entry),
            None => found,
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
