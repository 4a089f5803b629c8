//! The commands with options: `about`, `meetings`, `attendees`.
//!
//! The one idea: an option is a question whose kind is already known, so the same words find the same entries.

use jiff::civil::Date;

use super::ask::{Asked, ask};
use super::found::{Answer, AskedDate, Aspect, Body, IomFilter, Listing, MeetingList, Party, Role, Unknown};
use super::request::MeetingFilter;
use super::subject::Subject;
use super::{card, listing, participation};
use crate::answer::question::Question;
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
        topic: (!words.is_empty()).then_some(words),
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
            card::in_context(&asked, entry, &[]).map_or(Subject::Nothing, Subject::One)
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
    let read = |text: Option<&str>| match given(text) {
        None => Ok(None),
        Some(text) => Question::read(library, text, today).timing.span.map(Some).ok_or(()),
    };
    let (from, to) = (read(filter.from.as_deref())?, read(filter.to.as_deref())?);
    Ok(match (from, to) {
        (None, None) => None,
        (from, to) => {
            Some(TimeSpan { from: from.map_or(Date::MIN, |span| span.from), to: to.map_or(Date::MAX, |span| span.to) })
        }
    })
}

fn read<'a>(library: &'a Library, text: &str, today: Date) -> Asked<'a> {
    Asked { library, question: Question::read(library, text, today), context: None, page: 0, today }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
