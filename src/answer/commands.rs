//! The commands with options: `about`, `meetings`, `attendees`.
//!
//! The one idea: an option is a question whose kind is already known, so the same words find the same entries.

use jiff::civil::Date;

use super::ask::ask;
use super::asked::Asked;
use super::context::in_context;
use super::found::{Answer, AskedDate, Aspect, Body, IomFilter, Listing, MeetingList, Party, Role, Unknown};
use super::request::MeetingFilter;
use super::subject::Subject;
use super::{card, listing, participation};
use crate::answer::lexicon::Cue;
use crate::answer::question::Question;
use crate::answer::word::{Part, Word};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Library};
use crate::text::TimeSpan;

/// `about`: any entry, or the overview.
pub(crate) fn about(library: &Library, topic: Option<&str>, today: Date) -> Answer {
    let Some(topic) = given(topic) else { return Answer::bare(Body::Overview) };
    if let Some(chosen) = topic.strip_prefix("topic:").map(str::trim).filter(|chosen| has_topic(library, chosen)) {
        return Answer::bare(Body::Topic(chosen.to_owned()));
    }
    let asked = read(library, topic, today);
    match chosen(library, topic) {
        Some(entry) => card::of_entry(&asked, entry, &[]),
        None => ask(library, topic, None, 0, today),
    }
}

/// `meetings`: a list, or the one meeting that was found.
pub(crate) fn meetings(library: &Library, filter: &MeetingFilter, today: Date) -> Answer {
    let find = given(filter.find.as_deref());
    let topic = given(filter.topic.as_deref());
    if let Some(entry) = find.and_then(|find| chosen(library, find)) {
        return card::of_entry(&read(library, "", today), entry, &[]);
    }
    let words = [find, topic].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let asked = read(library, &words, today);
    let dates = match span_of(library, filter, today) {
        Ok(span) => span.map(AskedDate::Span).or(asked.question.asked_date()),
        Err(()) => return Answer::unknown(Unknown::ImpossibleDate),
    };
    let organisation = given(filter.organisation.as_deref());
    let content = asked.question.telling();
    if let Some(foreign) = content.iter().filter_map(|&at| asked.question.word(at)).find(|word| word.query.is_foreign())
    {
        return Answer::unknown(Unknown::Foreign { word: foreign.shown.clone(), nearest: None });
    }
    if find.is_some()
        && topic.is_none()
        && organisation.is_none()
        && filter.from.is_none()
        && filter.to.is_none()
        && !content.is_empty()
    {
        match asked.subject(&content, &[Kind::Meeting]) {
            Subject::One(hit) if hit.others.is_empty() || hit.matched.len() > 1 => {
                return card::of_hit(&asked, &hit, &[]);
            }
            Subject::Missing { number, known } => return Answer::unknown(Unknown::Series { number, known }),
            _ => {}
        }
    }
    let list = MeetingList {
        asked: Listing::All,
        hits: Vec::new(),
        page: filter.page,
        dates,
        with: organisation.map(|name| party(library, name, today)),
        part: Role::Any,
        topic: (!content.is_empty()).then(|| asked.question.shown(&content)),
        iom: IomFilter::All,
        perhaps: Vec::new(),
    };
    listing::filled(&asked, list, &content)
}

/// `attendees`: of a meeting, of somebody, or of both.
pub(crate) fn attendees(library: &Library, meeting: Option<&str>, who: Option<&str>, today: Date) -> Answer {
    let who = given(who).map(|who| party(library, who, today));
    let Some(text) = given(meeting) else {
        return match who {
            Some(with) => listing::with_party(&read(library, "", today), vec![with], Role::Any)
                .unwrap_or_else(|| Answer::bare(Body::Overview)),
            None => Answer::bare(Body::Help(super::found::Greeting::Asked)),
        };
    };
    let asked = read(library, text, today);
    let subject = match chosen(library, text) {
        Some(entry) if entry.kind == Kind::Meeting => {
            in_context(&asked, entry, &[]).map_or(Subject::Nothing, Subject::One)
        }
        _ => asked.subject(&asked.question.telling(), &[Kind::Meeting]),
    };
    match (subject, who) {
        (Subject::One(hit), Some(who)) => participation::verdict(&asked, hit.entry, hit.score, vec![who], Role::Any),
        (Subject::One(hit), None) => card::of_hit(&asked, &hit, &[Aspect::Attendees]),
        (other, _) => asked.without_subject(other),
    }
}

/// Whether any fact that may be shown is of this topic.
fn has_topic(library: &Library, topic: &str) -> bool {
    library.knowledge.facts.iter().any(|fact| fact.topic == topic && !fact.withheld)
}

/// The entry that a suggestion's value names.
fn chosen(library: &Library, text: &str) -> Option<EntryRef> {
    text.strip_prefix("id:").and_then(|id| EntryRef::find(&library.knowledge, id.trim()))
}

/// An organisation or person as typed or chosen.
fn party(library: &Library, text: &str, today: Date) -> Party {
    if let Some(entry) = chosen(library, text) {
        return Party::Known(vec![entry]);
    }
    let asked = read(library, text, today);
    let is_party = |entry: EntryRef| matches!(entry.kind, Kind::Organisation | Kind::Person);
    let mentioned = asked.question.mentioned(is_party);
    let longest = mentioned.into_iter().max_by_key(|(mention, _)| mention.words);
    if let Some((_, entries)) = longest {
        return Party::Known(entries);
    }
    match asked.subject(&asked.question.telling(), &[Kind::Organisation, Kind::Person]) {
        Subject::One(hit) => Party::Known(vec![hit.entry]),
        _ => Party::Named(text.trim().to_owned()),
    }
}

/// The days from one option to the other.
fn span_of(library: &Library, filter: &MeetingFilter, today: Date) -> Result<Option<TimeSpan>, ()> {
    // Nothing but the date may stand in an option for a date: `summer 2016` is not all of 2016.
    let is_of_a_date = |word: &Word| match word.part {
        Part::Time | Part::Filler => true,
        Part::Cue(cue) => matches!(cue, Cue::At | Cue::Order | Cue::Latest | Cue::Auxiliary),
        Part::Soft | Part::Content => false,
    };
    let read = |text: Option<&str>| match given(text) {
        None => Ok(None),
        Some(text) => {
            let question = Question::read(library, text, today);
            let is_plain = question.words.iter().all(is_of_a_date);
            question.timing.span.filter(|_| is_plain).map(Some).ok_or(())
        }
    };
    Ok(match (read(filter.from.as_deref())?, read(filter.to.as_deref())?) {
        (None, None) => None,
        // `between 2014 and 2016` says both; `before 2016` says where it ends.
        (Some(span), None) if given(filter.from.as_deref()).is_some_and(names_an_end) => Some(span),
        (Some(span), None) => Some(TimeSpan { from: span.from, to: Date::MAX }),
        (None, Some(span)) => Some(TimeSpan { from: Date::MIN, to: span.to }),
        // The later of two dates is the end, in whichever order they came.
        (Some(one), Some(other)) => Some(TimeSpan { from: one.from.min(other.from), to: one.to.max(other.to) }),
    })
}

/// Whether a date that opens a span names its end as well.
fn names_an_end(text: &str) -> bool {
    let mut words = text.split_ascii_whitespace().map(str::to_lowercase);
    words.any(|word| matches!(word.as_str(), "between" | "before" | "until" | "till" | "to" | "and" | "-"))
}

fn read<'a>(library: &'a Library, text: &str, today: Date) -> Asked<'a> {
    Asked { library, question: Question::read(library, text, today), context: None, page: 0, today }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
