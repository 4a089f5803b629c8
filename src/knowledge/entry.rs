//! The entries of the knowledge base, exactly as a curator writes them in JSON.
//!
//! The one idea: these types are the contract. The JSON Schemas that editors use are generated from them, the loader
//! deserialises into them, and nothing else describes the shape of a file. Unknown fields are refused.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::PartialDate;

/// A statement about the organisation or its context, with the date it held and where it comes from.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The schema an editor checks this entry with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Unique over all entries: lower case words joined with hyphens.
    pub id: String,
    /// What the fact is about, in a few words.
    pub title: String,
    /// The fact in one to three sentences that stand on their own.
    #[serde(default)]
    pub text: String,
    /// Other words people use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The heading it is listed under.
    #[serde(default)]
    pub topic: String,
    /// The date at which it was true.
    #[serde(default)]
    pub as_of: Option<PartialDate>,
    /// How far it can be relied on.
    #[serde(default)]
    pub status: Status,
    /// Never shown, only said to exist: for contact data that nobody has confirmed.
    #[serde(default)]
    pub withheld: bool,
    /// The id of the fact that replaced this one.
    #[serde(default)]
    pub superseded_by: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Where sources disagree.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
}

/// How far a fact can be relied on.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Holds as far as is known.
    #[default]
    Current,
    /// Held once; kept for the record.
    Archived,
    /// Nobody has confirmed it.
    Unverified,
}

/// A meeting or event.
// Its lists are boxed: over 50,000 meetings, what a growing list keeps in reserve is a fifth of the memory.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The schema an editor checks this entry with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Unique over all entries: lower case words joined with hyphens.
    pub id: String,
    /// The meeting's name.
    pub title: String,
    /// Other names people use for it.
    #[serde(default)]
    pub aliases: Box<[String]>,
    /// The series it belongs to, and its number there.
    #[serde(default)]
    pub series: Option<Series>,
    /// When it was held, and how sure that is.
    #[serde(default)]
    pub date: MeetingDate,
    /// Where it was held.
    #[serde(default)]
    pub place: Option<String>,
    /// What IOM had to do with it.
    #[serde(default)]
    pub iom_role: Option<IomRole>,
    /// IOM's part in one sentence, where the role alone says too little.
    #[serde(default)]
    pub iom_note: Option<String>,
    /// Who organised it.
    #[serde(default)]
    pub organisers: Box<[Participant]>,
    /// Who chaired it.
    #[serde(default)]
    pub chairs: Box<[Participant]>,
    /// Who spoke.
    #[serde(default)]
    pub speakers: Box<[Participant]>,
    /// Who was there.
    #[serde(default)]
    pub attendees: Box<[Participant]>,
    /// True only where the source closes its list of attendees.
    #[serde(default)]
    pub attendees_complete: bool,
    /// How many people took part, where a source counts them.
    #[serde(default)]
    pub attendee_count: Option<u32>,
    /// What it was about, in short phrases.
    #[serde(default)]
    pub topics: Box<[String]>,
    /// What was discussed, in a few sentences.
    #[serde(default)]
    pub summary: String,
    /// What came of it.
    #[serde(default)]
    pub outcome: Option<String>,
    /// What was decided, a sentence each.
    #[serde(default)]
    pub decisions: Box<[String]>,
    /// The id of the later entry that made a plan of this meeting out of date.
    #[serde(default)]
    pub overtaken_by: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Box<[Source]>,
    /// Where sources disagree.
    #[serde(default)]
    pub conflicts: Box<[Conflict]>,
}

/// A meeting's place in a series.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// The series: the id of an organisation, or a name of its own.
    pub id: String,
    /// 1 for the first meeting.
    #[serde(default)]
    pub number: Option<u32>,
}

/// A date with its precision, so that an answer never looks more certain than its source.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingDate {
    /// First day, month or year.
    #[serde(default)]
    pub start: Option<PartialDate>,
    /// Last day, where it lasted longer.
    #[serde(default)]
    pub end: Option<PartialDate>,
    /// How precisely the source gives it.
    #[serde(default)]
    pub precision: Precision,
    /// True where it was worked out from other evidence, which `note` names.
    #[serde(default)]
    pub inferred: bool,
    /// What it was worked out from, or what else is known about it.
    #[serde(default)]
    pub note: Option<String>,
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// The day is stated.
    Day,
    /// Only the month.
    Month,
    /// Only the year.
    Year,
    /// Not known.
    #[default]
    Unknown,
}

/// What IOM had to do with a meeting.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IomRole {
    /// IOM organised it.
    Organiser,
    /// IOM organised it with others.
    CoOrganiser,
    /// IOM supported it.
    Supporter,
    /// IOM took part.
    Participant,
    /// It was not IOM's.
    None,
}

/// Who took part: an id or a name, or a person with organisation and role.
#[derive(Clone, Debug, JsonSchema, Serialize)]
#[serde(untagged)]
pub enum Participant {
    // The same people meet every week, so each name is kept once.
    /// The id or the name of an organisation or person.
    Named(Arc<str>),
    /// More than a name.
    Detailed(Box<ParticipantDetail>),
}

/// A participant with role.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ParticipantDetail {
    /// The id or the name of the person.
    #[serde(default)]
    pub person: Option<String>,
    /// The id or the name of the organisation the person came from.
    #[serde(default)]
    pub organisation: Option<String>,
    /// The person's office at the time, or the part taken.
    #[serde(default)]
    pub role: Option<String>,
}

impl Participant {
    /// The person's reference, where one is given as such.
    pub fn person(&self) -> Option<&str> {
        match self {
            Self::Named(_) => None,
            Self::Detailed(detail) => detail.person.as_deref(),
        }
    }

    /// Every id or name this participant refers to.
    pub fn references(&self) -> impl Iterator<Item = &str> {
        let (first, second) = match self {
            Self::Named(name) => (Some(name.as_ref()), None),
            Self::Detailed(detail) => (detail.person.as_deref(), detail.organisation.as_deref()),
        };
        first.into_iter().chain(second)
    }

    /// The role, where one is given.
    pub fn role(&self) -> Option<&str> {
        match self {
            Self::Named(_) => None,
            Self::Detailed(detail) => detail.role.as_deref(),
        }
    }
}

/// A body that organises, hosts or attends.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The schema an editor checks this entry with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Unique over all entries: lower case words joined with hyphens.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// What kind of body it is; attendees are grouped by it.
    #[serde(default)]
    pub kind: OrganisationKind,
    /// Short forms in capitals.
    #[serde(default)]
    pub acronyms: Vec<String>,
    /// Other names people use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The id of the body it belongs to.
    #[serde(default)]
    pub parent: Option<String>,
    /// The country it speaks for, where it is a foreign one.
    #[serde(default)]
    pub country: Option<String>,
    /// What it is, in a sentence or two.
    #[serde(default)]
    pub text: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Source>,
}

/// The group an organisation is listed in.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// A government body.
    Government,
    /// An embassy, high commission or consulate.
    Mission,
    /// IOM itself.
    Iom,
    /// The rest of the United Nations system.
    Un,
    /// Civil society.
    CivilSociety,
    /// A company.
    Private,
    /// A university or the like.
    Academia,
    /// Press and broadcasting.
    Media,
    /// Anything else.
    #[default]
    Other,
}

/// A person named in a source.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The schema an editor checks this entry with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Unique over all entries: lower case words joined with hyphens.
    pub id: String,
    /// The name without titles.
    pub name: String,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The offices held, with dates.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Who it is, in a sentence or two.
    #[serde(default)]
    pub text: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Where sources disagree.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
}

/// An office a person held.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its name.
    pub role: String,
    /// The id or the name of the organisation.
    #[serde(default)]
    pub organisation: Option<String>,
    /// The date at which a source shows it.
    #[serde(default)]
    pub as_of: Option<PartialDate>,
}

/// A term or acronym.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryTerm {
    /// The schema an editor checks this entry with.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Unique over all entries: lower case words joined with hyphens.
    pub id: String,
    /// The term.
    pub term: String,
    /// What an acronym stands for.
    #[serde(default)]
    pub stands_for: Option<String>,
    /// Other forms people type.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it means, in a sentence or two.
    #[serde(default)]
    pub text: String,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// False where the pairing was seen in no source and serves matching alone.
    #[serde(default = "documented_unless_said_otherwise")]
    pub documented: bool,
    /// The id of the entry that says more.
    #[serde(default)]
    pub entry: Option<String>,
}

/// A page that says it.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The page's title.
    pub title: String,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// The date it bears.
    #[serde(default)]
    pub published: Option<PartialDate>,
    /// The date it was read.
    #[serde(default)]
    pub accessed: Option<PartialDate>,
}

/// A point on which sources disagree.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The point, in a few words.
    pub about: String,
    /// What each source says.
    #[serde(default)]
    pub readings: Vec<Reading>,
    /// How to take it.
    #[serde(default)]
    pub note: Option<String>,
}

/// One side of a conflict.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What it says.
    pub says: String,
    /// The date of the saying.
    #[serde(default)]
    pub as_of: Option<PartialDate>,
    /// Who says it.
    #[serde(default)]
    pub source: Option<Source>,
}

/// An acronym is taken as documented unless the curator says otherwise.
fn documented_unless_said_otherwise() -> bool {
    true
}
