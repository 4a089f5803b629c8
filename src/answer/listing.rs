//! Lists of meetings asked for in free text: with somebody, in a year, about a topic, the latest, how many.
//!
//! The one idea: names become filters by who took part, dates filters by day, and every word left a filter by topic.

use super::asked::Asked;
use super::dated::on_date;
use super::found::{Answer, AskedDate, Body, IomFilter, Listing, Matched, MeetingList, Party, Role, Unknown};
use super::lexicon::Cue;
use super::meetings::{can_be_of, is_held_within, is_iom, is_iom_itself, newest_first, took_part};
use super::subject::{Subject, find};
use super::word::{Part, Word};
use super::{aspects, card, told};
use crate::knowledge::{Kind, Meeting};
use crate::search::{EntryRef, Scored, Stem};
use crate::text::is_among;

/// Words for kinds of events: a list of them is a list of meetings.
const EVENT_NOUNS: &str = "workshop workshops training trainings conference conferences launch launches visit visits handover handovers \
     colloquium campaign campaigns signing signings consultation consultations seminar seminars ceremony \
     ceremonies function functions colloquia";

/// Words for the list of those at one meeting.
const LISTED: &str = "attendee attendees attendance attendence";
/// Words for being named in something.
const SEEN: &str =
    "appear appears appeared show shows pop pops crop crops turn turns come comes figure figures feature features";

/// The answer, if a list is asked for.
pub(super) fn listing(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if let Some(answer) = where_seen(asked) {
        return Some(answer);
    }
    let wants_list = question.has_any(&[Cue::Which, Cue::List, Cue::HowMany, Cue::Latest, Cue::Earliest]);
    let is_plural = |word: &Word| {
        is_plural_event(&word.folded) || (word.part == Part::Cue(Cue::Meeting) && word.folded.ends_with('s'))
    };
    let plural = question.words.iter().any(is_plural);
    let event_noun = question.words.iter().any(|word| is_event(&word.folded));
    let meeting = question.has(Cue::Meeting) || plural;
    let about_people = (question.has_any(&[Cue::Who, Cue::People, Cue::When, Cue::Where]) || question.says_any(LISTED))
        && !question.has_any(&[Cue::Latest, Cue::Earliest])
        && !(aspects::counts_people(asked) && question.has(Cue::Which));
    let bare = question.content().is_empty();
    let names_meeting = names_one_meeting(asked);
    let is_counted = question.has(Cue::HowMany) && plural && counts_meetings(asked);
    let is_list = match () {
        () if wants_everything(asked) => true,
        () if names_meeting && !is_counted => false,
        () if question.has(Cue::HowLong) || (question.has(Cue::HowMany) && !counts_meetings(asked)) => false,
        () if about_people && !(plural && question.has_any(&[Cue::Which, Cue::List])) => false,
        () if plural => true,
        () if meeting || event_noun => {
            (wants_list && !asks_which_of_others(asked))
                || question.has(Cue::Not)
                || (bare && question.asked_date().is_some() && aspects::asked_for(asked).is_empty())
        }
        // `latest`, `in 2019`: nothing but the order or the date.
        () => {
            bare && asked.context.is_none()
                && (question.has_any(&[Cue::Latest, Cue::Earliest]) || question.asked_date().is_some())
        }
    };
    is_list.then(|| answer(asked))?
}

/// `everything with judges in it`: whatever was held with them.
fn wants_everything(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    let pairs = question.words.iter().zip(question.words.iter().skip(1));
    let is_all = |(all, with): (&Word, &Word)| {
        matches!(all.folded.as_str(), "everything" | "anything") && matches!(with.folded.as_str(), "with" | "involving")
    };
    pairs.into_iter().any(is_all)
        && question.mentioned(|entry| entry.kind == Kind::Person).is_empty()
        && !question.has_any(&[Cue::Who, Cue::When, Cue::Where, Cue::Why, Cue::HowMany, Cue::HowMuch])
}

/// Meetings that somebody took part in.
pub(super) fn with_party(asked: &Asked<'_>, mut parties: Vec<Party>, part: Role) -> Option<Answer> {
    let with = parties.pop()?;
    let list = MeetingList { with: Some(with), part, ..blank(asked) };
    Some(filled(asked, list, &[]))
}

/// `where does the Red Crescent show up`: in which meetings.
fn where_seen(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let named = question.mentioned(|entry| matches!(entry.kind, Kind::Organisation | Kind::Person));
    let content = question.content();
    let (mention, entries) = named.into_iter().next()?;
    let is_only_name = !content.is_empty() && content.iter().all(|at| mention.covers(*at));
    (question.has(Cue::Where) && question.says_any(SEEN) && is_only_name)
        .then(|| with_party(asked, vec![Party::Known(entries)], Role::Any))?
}

/// The meetings about what is named, where there are several.
pub(super) fn all_about(asked: &Asked<'_>) -> Option<Answer> {
    answer(asked).filter(|answer| answer.entries.len() > 1)
}

fn answer(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if let Some(date) = question.asked_date().filter(|date| question.content().is_empty() && date.is_day())
        && let Subject::One(hit) = on_date(&asked.library.knowledge, date)
    {
        return Some(card::of_hit(asked, &hit, &[]));
    }
    let is_party = |entry: EntryRef| matches!(entry.kind, Kind::Organisation | Kind::Person);
    let is_ours = |entry: &EntryRef| is_iom_itself(&asked.library.knowledge, *entry);
    let mut taken = Vec::new();
    let mut with = None;
    for (mention, entries) in question.mentioned(is_party) {
        if entries.iter().all(is_ours) || mention.entries.iter().any(|entry| entry.kind == Kind::Meeting) {
            continue;
        }
        let mut words = mention.first..=mention.last;
        if words.any(|at| question.is(at, Part::Content)) {
            // Two words of one name, each misspelt, are one party.
            let is_same = matches!(&with, Some(Party::Known(known)) if *known == entries);
            if with.is_none() || is_same {
                taken.extend(mention.first..=mention.last);
                with = Some(Party::Known(entries));
            }
        }
    }
    if with.is_none() && question.has(Cue::Anaphora) {
        with = asked.context.filter(|entry| is_party(*entry)).map(|entry| Party::Known(vec![entry]));
    }
    // What IOM itself organised is narrower than what it had a part in.
    let mut says_iom = question.says_iom();
    if says_iom && with.is_none() && !question.has(Cue::Not) && part(asked) != Role::Any {
        with = EntryRef::find(&asked.library.knowledge, "iom").map(|iom| Party::Known(vec![iom]));
        says_iom = with.is_none();
    }
    // A word of somebody's name beside the rest of it is no topic, however it is spelt.
    let is_of_name = |at: usize| {
        let is_beside = taken.contains(&(at + 1)) || at.checked_sub(1).is_some_and(|before| taken.contains(&before));
        let names = |entry: &EntryRef| {
            let stems = asked.library.stems_of_names(*entry).concat();
            let held = |word: &Word| word.query.variants.iter().any(|variant| stems.contains(&variant.stem));
            entry.kind == Kind::Person && question.word(at).is_some_and(held)
        };
        is_beside && matches!(&with, Some(Party::Known(entries)) if entries.iter().any(names))
    };
    let topic: Vec<usize> =
        question.content().into_iter().filter(|at| !taken.contains(at) && !is_of_name(*at)).collect();
    let list = MeetingList {
        with,
        part: part(asked),
        topic: (!topic.is_empty()).then(|| question.shown(&with_counted(asked, &topic))),
        iom: match (says_iom, question.has(Cue::Not)) {
            (_, true) => IomFilter::None,
            (true, false) => IomFilter::Only,
            (false, false) => IomFilter::All,
        },
        ..blank(asked)
    };
    let words: Vec<usize> =
        topic.into_iter().filter(|&at| !is_event_noun(asked, at) || question.content().len() == 1).collect();
    let is_strange = |word: &&Word| word.query.is_foreign() && as_headcount(asked, word).is_none();
    if let Some(foreign) = words.iter().filter_map(|&at| question.word(at)).find(is_strange) {
        return Some(Answer::unknown(Unknown::Foreign { word: foreign.shown.clone(), nearest: None }));
    }
    let mut filled = filled(asked, list.clone(), &words);
    // Somebody else's event that is taken for IOM's is shown as what it is.
    if matches!(filled.body, Body::Unknown(_)) && list.iom == IomFilter::Only && question.content().len() > 1 {
        let anybodys = self::filled(asked, MeetingList { iom: IomFilter::All, ..list }, &words);
        if matches!(&anybodys.body, Body::Meetings(list) if list.hits.len() == 1) {
            filled = anybodys;
        }
    }
    // A list of nothing about a topic may be a fact: `how many projects`.
    let is_empty = matches!(filled.body, Body::Unknown(Unknown::NoMeetings(_)));
    let names_fact = || matches!(find(asked.library, question, &question.telling(), &[Kind::Fact]), Subject::One(_));
    (!is_empty || question.has(Cue::Meeting) || !names_fact()).then_some(filled)
}

/// The list with its hits.
pub(super) fn filled(asked: &Asked<'_>, mut list: MeetingList, words: &[usize]) -> Answer {
    let library = asked.library;
    let is_size = |at: usize, word: &Word| {
        let size = library.knowledge.meetings.get(at).and_then(|meeting| meeting.attendee_count);
        size.is_some() && as_headcount(asked, word) == size
    };
    let explains = |at: usize| {
        let entry = EntryRef { kind: Kind::Meeting, at };
        let words = words.iter().filter_map(|&place| asked.question.word(place));
        words.filter(|word| word.part == Part::Content).all(|word| {
            // A workshop is what is called so, not what mentions one.
            let is_called = || {
                let means = |stem: &Stem| word.query.variants.iter().any(|variant| variant.stem == *stem);
                library.stems_of_names(entry).iter().flatten().any(means)
            };
            let is_held = || library.index.likeness(entry, &word.query).is_some() || is_size(at, word);
            if is_event(&word.folded) { is_called() } else { is_held() }
        })
    };
    let passes = |meeting: &Meeting| {
        let in_series = |who: &Party| matches!((who, &meeting.series), (Party::Known(entries), Some(series)) if entries.iter().any(|entry| entry.id(&library.knowledge) == series.id));
        list.with.as_ref().is_none_or(|who| took_part(library, meeting, who, list.part) || in_series(who))
            && list.dates.is_none_or(|date| can_be_of(meeting, date))
            && match list.iom {
                IomFilter::All => true,
                IomFilter::Only => is_iom(meeting),
                IomFilter::None => !is_iom(meeting),
            }
    };
    // A word that must be explained narrows the meetings to those that hold it, without a look at the others.
    let narrows = |word: &&Word| word.part == Part::Content && as_headcount(asked, word).is_none();
    let told = words.iter().filter_map(|&place| asked.question.word(place)).filter(narrows);
    let narrowed = told.map(|word| library.index.holders(&word.query, Kind::Meeting)).min_by_key(Vec::len);
    let wanted = |at: &usize| library.knowledge.meetings.get(*at).is_some_and(&passes) && explains(*at);
    let mut hits: Vec<usize> = match narrowed {
        Some(held) => {
            let mut held = held.into_iter().filter(wanted).collect::<Vec<_>>();
            newest_first(&library.knowledge, &mut held);
            held
        }
        None => library.meetings_newest_first().filter(wanted).collect(),
    };
    if let Some(date) = list.dates {
        let is_sure =
            |at: &usize| library.knowledge.meetings.get(*at).is_some_and(|meeting| is_held_within(meeting, date));
        (hits, list.perhaps) = hits.into_iter().partition(is_sure);
    }
    let dated = |at: &usize| library.knowledge.meetings.get(*at).is_some_and(|meeting| meeting.date.start.is_some());
    match list.asked {
        Listing::Earliest | Listing::Latest => {
            if hits.iter().any(dated) {
                hits.retain(dated);
            }
            if list.asked == Listing::Earliest {
                hits.reverse();
            }
        }
        Listing::All | Listing::Count => {}
    }
    if hits.is_empty() {
        return Answer::unknown(Unknown::NoMeetings(list));
    }
    let entries =
        hits.iter().take(10).map(|&at| Scored { entry: EntryRef { kind: Kind::Meeting, at }, score: 1.0 }).collect();
    list.hits = hits;
    let matched = list.topic.iter().map(|topic| Matched::plain(topic)).collect();
    Answer::new(Body::Meetings(list), entries, matched)
}

/// The words of a topic with what is counted in them: `35 people`.
fn with_counted(asked: &Asked<'_>, topic: &[usize]) -> Vec<usize> {
    let is_people = |at: &usize| asked.question.word(*at).is_some_and(|word| word.part == Part::Cue(Cue::People));
    let counts = |at: usize| asked.question.word(at).is_some_and(|word| as_headcount(asked, word).is_some());
    topic
        .iter()
        .flat_map(|&at| [Some(at), Some(at + 1).filter(|next| counts(at) && is_people(next))])
        .flatten()
        .collect()
}

/// The number that a word is, if so many people were at some meeting.
fn as_headcount(asked: &Asked<'_>, word: &Word) -> Option<u32> {
    let number = word.folded.parse().ok()?;
    asked.library.knowledge.meetings.iter().any(|meeting| meeting.attendee_count == Some(number)).then_some(number)
}

/// A list without filters but the date and the order asked for.
fn blank(asked: &Asked<'_>) -> MeetingList {
    MeetingList {
        asked: asked.listing(),
        hits: Vec::new(),
        page: asked.page,
        dates: asked.question.asked_date(),
        with: None,
        part: Role::Any,
        topic: None,
        iom: IomFilter::All,
        perhaps: Vec::new(),
    }
}

/// Every meeting within a span, or every one that IOM had a part in.
pub(super) fn within(asked: &Asked<'_>, dates: AskedDate) -> MeetingList {
    let iom = if asked.question.says_iom() { IomFilter::Only } else { IomFilter::All };
    MeetingList { dates: Some(dates), iom, ..blank(asked) }
}

/// `which police units took part in the training` asks for units, not for trainings.
fn asks_which_of_others(asked: &Asked<'_>) -> bool {
    let question = &asked.question;
    let Some(which) = question.position(Cue::Which) else { return false };
    let is_meeting = |word: &Word| word.part == Part::Cue(Cue::Meeting) || is_event(&word.folded);
    // `which was the very first meeting` asks for no units.
    let is_open = question.word(which + 1).is_some_and(|word| word.part == Part::Cue(Cue::Auxiliary));
    !is_open && !question.words.iter().skip(which + 1).take(3).any(is_meeting)
}

/// Whether it is meetings that are counted, or nothing is named: `how many were there`.
fn counts_meetings(asked: &Asked<'_>) -> bool {
    let mut counted = told::counted(&asked.question).peekable();
    let is_meeting = |word: &Word| {
        word.part == Part::Cue(Cue::Meeting)
            || is_event(&word.folded)
            || is_plural_event(&word.folded)
            || word.folded == "times"
    };
    !aspects::counts_heads(asked) && (counted.peek().is_none() || counted.any(is_meeting))
}

/// The part that the list's party took.
fn part(asked: &Asked<'_>) -> Role {
    let question = &asked.question;
    match () {
        () if question.has(Cue::Chair) => Role::Chair,
        () if question.has(Cue::Organise) => Role::Organiser,
        () if question.has(Cue::Speak) => Role::Speaker,
        () => Role::Any,
    }
}

/// Whether the words name one meeting in full: then it is that meeting, not a list.
fn names_one_meeting(asked: &Asked<'_>) -> bool {
    let content = asked.question.content();
    !content.is_empty()
        && asked.question.mentions.iter().any(|mention| {
            mention.words > 1
                && mention.entries.iter().any(|entry| entry.kind == Kind::Meeting)
                && content.iter().all(|at| mention.covers(*at))
        })
}

fn is_event_noun(asked: &Asked<'_>, at: usize) -> bool {
    asked
        .question
        .word(at)
        .is_some_and(|word| matches!(word.folded.as_str(), "conference" | "conferences" | "seminar" | "seminars"))
}

/// Whether a word is for a kind of events.
pub(super) fn is_event(folded: &str) -> bool {
    is_among(EVENT_NOUNS, folded)
}

fn is_plural_event(folded: &str) -> bool {
    matches!(folded, "meetings" | "events" | "mtgs" | "mtngs" | "activities" | "gatherings" | "sessions" | "happenings")
        || (is_event(folded) && folded.ends_with('s'))
}
