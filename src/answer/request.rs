//! What was asked, as the fronts hand it over: the command with its options as typed.

/// A request from a front.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Request {
    /// Free text.
    Ask {
        /// The question as typed.
        question: String,
        /// The id of the entry that the reply is about.
        context: Option<String>,
        /// Which page of a list, from 0.
        page: usize,
    },
    /// A fact, organisation, person or term; without a topic the overview.
    About {
        /// What to tell about, or `id:` and an entry's id, or `topic:` and a topic of facts.
        topic: Option<String>,
    },
    /// Meetings, newest first.
    Meetings(MeetingFilter),
    /// Who took part.
    Attendees {
        /// The meeting as typed, or `id:` and its id.
        meeting: Option<String>,
        /// The organisation or person as typed, or `id:` and its id.
        who: Option<String>,
    },
    /// What can be asked.
    Help,
}

/// What a list of meetings is narrowed by; everything as typed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct MeetingFilter {
    /// Words of the meeting's name, or `id:` and its id.
    pub find: Option<String>,
    /// Not before this date.
    pub from: Option<String>,
    /// Not after this date.
    pub to: Option<String>,
    /// Only with this organisation or person.
    pub organisation: Option<String>,
    /// Only about this.
    pub topic: Option<String>,
    /// Which page, from 0.
    pub page: usize,
}
