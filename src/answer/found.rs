//! What was found out, before it is put into words.
//!
//! The one idea: an answer names entries and parts of entries, never text; every word is chosen in `message`.

use jiff::civil::Date;

use crate::knowledge::OrganisationKind;
use crate::search::{EntryRef, Scored};
use crate::text::TimeSpan;

/// An answer with the entries it rests on.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) body: Body,
    /// Best first.
    pub(crate) entries: Vec<Scored>,
    /// The words that led there, as typed and as understood.
    pub(crate) matched: Vec<Matched>,
    /// What is said of the question as a whole.
    pub(crate) remark: Option<Remark>,
    /// The parts of the entry's text that tell most of what is asked: they lead.
    pub(crate) first: Vec<Piece>,
}

/// A part of an entry's text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Piece {
    /// A sentence of the summary, or of a fact.
    Sentence(usize),
    Outcome,
    /// How the date is known.
    DateNote,
    /// IOM's part.
    IomNote,
    /// A point on which sources differ.
    Conflict(usize),
}

/// What is said of a question as a whole, beside what is told: what is not answered, or whether what was taken for granted is so.
#[derive(Clone, Debug)]
pub(crate) enum Remark {
    /// All but the part that this answers, as typed.
    AllBut(String),
    /// The reason for what is told.
    Reason,
    /// What the asker takes for granted and nothing recorded says, as typed.
    Premise(String),
    /// Whether somebody belongs to what is told: nobody named there is it.
    NotNamed(Party),
    /// Who came to a meeting for a body: its people there, if any is named.
    SentBy(Party),
    /// Whether what the asker takes for granted is so.
    Agreed(bool),
    /// A side of a meeting that its sources do not tell.
    Side(Aspect),
}

/// A word that led to an answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Matched {
    /// As typed.
    pub(crate) typed: String,
    /// The word of the knowledge that it was taken for, where that is another.
    pub(crate) read_as: Option<String>,
}

impl Matched {
    /// A word that stands for itself.
    pub(crate) fn plain(typed: &str) -> Self {
        Self { typed: typed.to_owned(), read_as: None }
    }
}

/// What the answer says.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    Help(Greeting),
    /// Somebody is in danger.
    Distress,
    Overview,
    /// The facts of a topic that exists.
    Topic(String),
    /// No aspect: all of it.
    Meeting {
        at: usize,
        aspects: Vec<Aspect>,
        correction: Option<AskedDate>,
    },
    /// Was X at Y?
    Participation {
        meeting: usize,
        who: Vec<(Party, bool)>,
        part: Role,
    },
    /// Meetings that X took part in, or whatever else a list was asked for.
    Meetings(MeetingList),
    /// Which of two came first.
    Compare {
        one: EntryRef,
        other: EntryRef,
    },
    /// Which of two meetings had more participants.
    MoreParticipants {
        one: usize,
        other: usize,
    },
    /// What was so when a meeting was held.
    AtTheTime {
        fact: usize,
        meeting: usize,
    },
    /// On what the sources of an entry differ.
    Disagreement(EntryRef),
    /// Whether somebody belongs to a body.
    Affiliation {
        person: usize,
        body: EntryRef,
        belongs: bool,
    },
    /// What several names mean, beside each other.
    Beside(Vec<EntryRef>),
    Fact {
        at: usize,
        asked: Option<TimeSpan>,
    },
    Organisation {
        at: usize,
    },
    Person {
        at: usize,
    },
    Term {
        at: usize,
    },
    /// People who held an office: person and place among the roles.
    Offices(Vec<(usize, usize)>),
    Choices,
    Unknown(Unknown),
}

/// Why help is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Greeting {
    Asked,
    Empty,
    Hello,
    Thanks,
}

/// The side of a meeting that is asked about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Aspect {
    Chairs,
    Organisers,
    Attendees,
    Speakers,
    When,
    Where,
    Discussed,
    Decided,
    AttendeeCount,
    /// Is the list of attendees complete?
    Complete,
    /// How well the date is known.
    HowSure,
    /// Which day of the week it was.
    Weekday,
    /// What IOM had to do with it.
    IomPart,
    /// Those attendees that are of one kind.
    AttendeesOf(OrganisationKind),
}

/// The part somebody took in a meeting.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Role {
    Chair,
    Organiser,
    Speaker,
    Any,
}

/// A date as far as it was typed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum AskedDate {
    Span(TimeSpan),
    Yearless(Option<i8>, i8),
}

impl AskedDate {
    /// Whether a single day is asked for.
    pub(crate) fn is_day(self) -> bool {
        match self {
            Self::Span(span) => span.is_day(),
            Self::Yearless(day, _) => day.is_some(),
        }
    }

    /// Whether a year or a longer span is asked for.
    pub(crate) fn is_year_or_more(self) -> bool {
        matches!(self, Self::Span(span) if span.to.duration_since(span.from) >= jiff::SignedDuration::from_hours(24 * 364))
    }

    /// Whether every day from the first to the last is meant.
    pub(crate) fn holds(self, first: Date, last: Date) -> bool {
        match self {
            Self::Span(span) => span.from <= first && last <= span.to,
            Self::Yearless(day, month) => {
                day.is_none() && first.month() == month && last.month() == month && first.year() == last.year()
            }
        }
    }

    /// Whether a day from the first to the last may be meant.
    pub(crate) fn touches(self, first: Date, last: Date) -> bool {
        match self {
            Self::Span(span) => span.touches(first, last),
            Self::Yearless(day, month) => (first.year()..=last.year()).any(|year| {
                let from = Date::new(year, month, day.unwrap_or(1));
                from.is_ok_and(|from| {
                    let to = if day.is_some() { from } else { from.last_of_month() };
                    first <= to && from <= last
                })
            }),
        }
    }
}

/// Somebody asked about.
#[derive(Clone, Debug)]
pub(crate) enum Party {
    /// Entries that bear the name, one of which is shown.
    Known(Vec<EntryRef>),
    /// A name that no entry bears.
    Named(String),
}

/// A list of meetings.
#[derive(Clone, Debug)]
pub(crate) struct MeetingList {
    pub(crate) asked: Listing,
    /// In the order shown.
    pub(crate) hits: Vec<usize>,
    pub(crate) page: usize,
    pub(crate) dates: Option<AskedDate>,
    pub(crate) with: Option<Party>,
    pub(crate) part: Role,
    /// The topic as typed.
    pub(crate) topic: Option<String>,
    pub(crate) iom: IomFilter,
    /// Whose date is known too roughly to say whether they belong here.
    pub(crate) perhaps: Vec<usize>,
}

/// What is wanted of a list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Listing {
    All,
    Count,
    Latest,
    Earliest,
}

/// Whose meetings are wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum IomFilter {
    All,
    Only,
    None,
}

/// Why there is no answer.
#[derive(Clone, Debug)]
pub(crate) enum Unknown {
    /// A word that the knowledge does not hold; the nearest entry without it.
    Foreign { word: String, nearest: Option<EntryRef> },
    /// The entry is there, but not what is asked of it.
    Detail { nearest: EntryRef },
    /// The meeting's source does not say.
    NotRecorded { meeting: usize, aspect: Aspect },
    /// The series holds other numbers.
    Series { number: u32, known: Vec<usize> },
    /// No other meeting on the day of this one.
    NothingElse { meeting: usize },
    /// Who holds an office today; who was seen in it: person and place among the roles.
    HolderNow(Vec<(usize, usize)>),
    /// Unconfirmed contact data.
    Withheld,
    /// No meeting fits.
    NoMeetings(MeetingList),
    /// Nothing after today is known.
    Future,
    /// The date does not exist.
    ImpossibleDate,
    /// Nothing was found.
    Nothing { nearest: Option<EntryRef> },
}

impl Answer {
    /// An answer that rests on these entries, found by these words.
    pub(crate) fn new(body: Body, entries: Vec<Scored>, matched: Vec<Matched>) -> Self {
        Self { body, entries, matched, remark: None, first: Vec::new() }
    }

    /// An answer that rests on one entry.
    pub(crate) fn about(body: Body, entry: EntryRef, score: f32) -> Self {
        Self::new(body, vec![Scored { entry, score }], Vec::new())
    }

    /// An answer that rests on no entry.
    pub(crate) fn bare(body: Body) -> Self {
        Self::new(body, Vec::new(), Vec::new())
    }

    /// Why there is no answer.
    pub(crate) fn unknown(why: Unknown) -> Self {
        Self::bare(Body::Unknown(why))
    }
}
