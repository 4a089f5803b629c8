//! Every fixed wording of an answer.
//!
//! The one idea: plain, short, sentence case; what is known first, what to do next last.

use super::plain::{capitalised, one_line, the};
use crate::answer::{Aspect, Matched, Role};
use crate::knowledge::{IomRole, Kind, Knowledge, OrganisationKind};

/// A word that led to the answer, with what it was taken for.
pub(super) fn matched(word: &Matched) -> String {
    let typed = one_line(&word.typed);
    word.read_as.as_ref().map_or_else(|| typed.clone(), |known| format!("{typed} (read as {known})"))
}

/// Between the bearers of one name.
pub(super) const OR: &str = " or ";
pub(super) const DATE_NOT_KNOWN: &str = "date not known";
pub(super) const NOT_IOM: &str = "not an IOM event";
pub(super) const NOT_IOM_SENTENCE: &str = "This was not an IOM event.";
pub(super) const OPEN_LIST: &str =
    "The list of participants is open: its source names some, and others may have been there.";
pub(super) const CLOSED_LIST: &str = "The source gives this list of participants as complete.";
pub(super) const UNVERIFIED: &str = "Nobody has confirmed this.";
pub(super) const UNDOCUMENTED: &str =
    "No source was seen that uses this short form; it is understood because people type it.";

pub(super) const FIELD_DATE: &str = "Date";
pub(super) const FIELD_PLACE: &str = "Place";
pub(super) const FIELD_ORGANISED: &str = "Organised by";
pub(super) const FIELD_LED: &str = "Led by";
pub(super) const FIELD_CHAIRED: &str = "Chaired by";
pub(super) const FIELD_SPEAKERS: &str = "Speakers";
pub(super) const FIELD_NUMBER: &str = "Number of participants";
pub(super) const FIELD_TOPICS: &str = "Topics";
pub(super) const FIELD_SUMMARY: &str = "Summary";
pub(super) const FIELD_OUTCOME: &str = "Outcome";
pub(super) const FIELD_DECISIONS: &str = "Decisions";
pub(super) const FIELD_IOM: &str = "IOM's part";
pub(super) const FIELD_MEETINGS: &str = "Meetings";
pub(super) const FIELD_OFFICES: &str = "Offices";
pub(super) const FIELD_PART_OF: &str = "Part of";
pub(super) const FIELD_SHORT_FORMS: &str = "Short forms";
pub(super) const FIELD_OVER_TIME: &str = "Over time";
pub(super) const FIELD_CONTENT: &str = "Entries";
pub(super) const FIELD_FACTS: &str = "Facts";
pub(super) const FIELD_TOPIC_LIST: &str = "Topics";

pub(super) const TITLE_HELP: &str = "What you can ask";
pub(super) const TITLE_DISTRESS: &str = "If you or somebody else is in danger";
pub(super) const TITLE_OVERVIEW: &str = "IOM in the Maldives";
pub(super) const TITLE_CHOICES: &str = "Which one do you mean?";
pub(super) const TITLE_UNKNOWN: &str = "Not known";
pub(super) const TITLE_MEETINGS: &str = "Meetings";
pub(super) const TITLE_COMPARE: &str = "Which came first";
pub(super) const TITLE_BESIDE: &str = "What the names mean";
pub(super) const MEAN_THE_SAME: &str = "The names mean the same.";
pub(super) const TITLE_OFFICES: &str = "Who held the office";

pub(super) const LEAD_CHOICES: &str = "Several entries fit. Pick one.";
pub(super) const LEAD_HELP: &str = "Ask about IOM in the Maldives in your own words: the organisation, its meetings, who was there, what was discussed. \
     Spelling does not matter.";
pub(super) const LEAD_EMPTY: &str = "Nothing was asked. Type a question, or pick one below.";
pub(super) const LEAD_HELLO: &str =
    "Hello. Ask about IOM in the Maldives: its meetings, who was there, what was discussed.";
pub(super) const LEAD_THANKS: &str = "You are welcome. Ask the next question whenever you like.";
pub(super) const LEAD_DISTRESS: &str = "Turn to people who can help now: the Maldives Police Service or another authority near you, or your embassy or consulate. \
     This bot gives out no telephone numbers, because none that it has seen is confirmed.";
pub(super) const NOTE_DISTRESS: &str = "The IOM office in the Maldives assists migrants and victims of trafficking; its own site says how to reach it: https://maldives.iom.int";
pub(super) const LEAD_WITHHELD: &str = "Telephone numbers, hotlines and office addresses are withheld: those that were printed are old and unconfirmed. \
     Look on the office's own site: https://maldives.iom.int";
pub(super) const LEAD_FUTURE: &str = "No future meeting is recorded; only meetings that were held are known here.";
pub(super) const LEAD_IMPOSSIBLE_DATE: &str = "That date could not be read. Write it as 2016, July 2016 or 21/07/2016.";
pub(super) const LEAD_NOTHING: &str =
    "The knowledge base has no answer to this. Ask about IOM in the Maldives, or type help.";
pub(super) const NOTE_BEHIND: &str =
    "Newer knowledge could not be read, so this is the last that could. The log of the service says why.";
pub(super) const NOTE_ALL: &str = "Only what a source says is answered; the rest is said to be unknown.";

pub(super) fn about_date(date: &str) -> String {
    format!("about {date} (worked out, not stated)")
}

pub(super) fn until(date: &str) -> String {
    format!("until {date}")
}

pub(super) fn since(date: &str) -> String {
    format!("since {date}")
}

pub(super) fn from_to(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

pub(super) fn as_of(date: &str) -> String {
    format!("As of {date}.")
}

pub(super) fn replaced(title: &str, date: &str) -> String {
    if date.is_empty() {
        format!("A later entry replaced this: \u{201c}{title}\u{201d}.")
    } else {
        format!("A later entry replaced this: \u{201c}{title}\u{201d} ({date}).")
    }
}

pub(super) fn nearest_date(asked: &str, held: &str) -> String {
    format!("Nothing is recorded for {asked} itself; this is what held as of {held}.")
}

pub(super) fn overtaken(title: &str, date: &str) -> String {
    format!("What was planned here was overtaken by a later event: {} ({date}).", the(title))
}

pub(super) fn reading(says: &str, source: Option<&str>, as_of: Option<&str>) -> String {
    match [source, as_of].into_iter().flatten().collect::<Vec<_>>().join(", ") {
        from if from.is_empty() => says.to_owned(),
        from => format!("{says} ({from})"),
    }
}

pub(super) fn conflict(about: &str, readings: &[String], note: &str) -> String {
    format!("Sources differ on {about}: {}. {note}", readings.join("; ")).trim_end().to_owned()
}

pub(super) fn correction(held: &str, asked: &str) -> String {
    format!("It was held {held}, not on {asked}.")
}

pub(super) fn correction_month(held: &str, asked: &str) -> String {
    format!("It was held {held}, not in {asked}.")
}

/// What somebody did, as a list reads: `was chaired by`.
pub(super) fn by(aspect: Aspect, names: &str, several: bool) -> String {
    match aspect {
        Aspect::Chairs if several => format!("Co-chaired by {names}."),
        Aspect::Chairs => format!("Chaired by {names}."),
        Aspect::Organisers => format!("Organised by {names}."),
        Aspect::Speakers => format!("Named as speaking: {names}."),
        _ => format!("Named as taking part: {names}."),
    }
}

pub(super) fn led(names: &str) -> String {
    format!("Led by {names}.")
}

pub(super) fn held(when: &str) -> String {
    format!("Held {when}.")
}

pub(super) const DATE_UNKNOWN: &str = "The date is not known.";
pub(super) const NO_DECISION: &str = "No decision is recorded. What is recorded:";
pub(super) const LIST_COMPLETE: &str = "Yes: the source closes the list of participants.";
pub(super) const LIST_NOT_COMPLETE: &str = "No: the list of participants is open; others may have been there.";

pub(super) fn place(place: &str) -> String {
    format!("Held at: {place}.")
}

pub(super) fn count(count: u32) -> String {
    format!("{count} people are recorded as taking part.")
}

pub(super) fn iom_role(role: IomRole) -> &'static str {
    match role {
        IomRole::Organiser => "organiser",
        IomRole::CoOrganiser => "co-organiser",
        IomRole::Supporter => "supporter",
        IomRole::Participant => "participant",
        IomRole::None => "none: this was not an IOM event",
    }
}

fn took_part(part: Role) -> &'static str {
    match part {
        Role::Chair => "chairing",
        Role::Organiser => "organising",
        Role::Speaker => "speaking",
        Role::Any => "taking part",
    }
}

/// `said` is the participant as recorded: the one asked about, with or without an office, or somebody of theirs.
pub(super) fn took_part_yes(name: &str, part: Role, said: &str) -> String {
    let part = took_part(part);
    match said.strip_prefix(name).map(|office| office.trim_start_matches([',', ' '])) {
        Some("") => format!("Yes: {name} is named as {part}."),
        // Who came from it, or what it was there for, stands in brackets behind its name.
        Some(office) if office.starts_with('(') => format!("Yes: {said} is named as {part}."),
        Some(office) => format!("Yes: {name} is named as {part}: {office}."),
        None => format!("Yes: {said} is named as {part}."),
    }
}

pub(super) fn took_part_open(name: &str) -> String {
    format!("{name} is not among those named. The list is open, so this does not say that {name} was absent.")
}

/// A meeting in a list with the part that somebody had in it, and the office held there.
pub(super) fn with_part(line: &str, part: Role, role: &str) -> String {
    let chaired = (part == Role::Chair && !role.contains("led")).then_some("chair");
    let said: Vec<&str> = chaired.into_iter().chain((!role.is_empty()).then_some(role)).collect();
    if said.is_empty() { line.to_owned() } else { format!("{line} ({})", said.join("; ")) }
}

pub(super) fn took_part_other(name: &str, part: Role) -> String {
    format!("No: {name} is not named as {}.", took_part(part))
}

pub(super) fn took_part_closed(name: &str) -> String {
    format!("No: {name} is not among those named, and the source closes the list.")
}

/// The heading of a group of participants.
pub(super) fn group(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Government => "Government",
        OrganisationKind::Mission => "Diplomatic missions",
        OrganisationKind::Iom | OrganisationKind::Un => "IOM and UN",
        OrganisationKind::CivilSociety => "Civil society",
        OrganisationKind::Private => "Private sector",
        OrganisationKind::Academia => "Academia",
        OrganisationKind::Media => "Media",
        OrganisationKind::Other => "Others",
    }
}

/// What an organisation is.
pub(super) fn organisation_kind(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Government => "a government body",
        OrganisationKind::Mission => "a diplomatic mission",
        OrganisationKind::Iom => "part of IOM",
        OrganisationKind::Un => "part of the United Nations system",
        OrganisationKind::CivilSociety => "a civil society body",
        OrganisationKind::Private => "a company",
        OrganisationKind::Academia => "an academic body",
        OrganisationKind::Media => "a media body",
        OrganisationKind::Other => "a body named in the sources",
    }
}

pub(super) fn is_a(name: &str, what: &str) -> String {
    format!("{name} is {what}.")
}

pub(super) fn stands_for(term: &str, long: &str) -> String {
    format!("{term} stands for {long}.")
}

pub(super) fn office(role: &str, body: Option<&str>, as_of: Option<&str>) -> String {
    let office = [Some(role), body].into_iter().flatten().collect::<Vec<_>>().join(", ");
    as_of.map_or_else(|| office.clone(), |date| format!("{office} (as of {date})"))
}

pub(super) fn held_office(name: &str, office: &str) -> String {
    format!("{name}: {office}.")
}

pub(super) fn and_more(count: usize) -> String {
    format!("and {count} more")
}

pub(super) fn meetings_found(count: usize, which: &str, others: usize) -> String {
    let noun = if count == 1 { "meeting or event is" } else { "meetings and events are" };
    let own = match others {
        0 => String::new(),
        1 => " 1 of them was not IOM's.".to_owned(),
        others => format!(" {others} of them were not IOM's."),
    };
    format!("{count} {noun} recorded{which}.{own}")
}

pub(super) fn latest(title: &str, when: &str) -> String {
    format!("The latest on record is {}, held {when}.", the(title))
}

pub(super) fn earliest(title: &str, when: &str) -> String {
    format!("The earliest on record is {}, held {when}.", the(title))
}

pub(super) fn with(name: &str, part: Role) -> String {
    match part {
        Role::Chair => format!(" that {name} chaired"),
        Role::Organiser => format!(" that {name} organised"),
        Role::Speaker => format!(" at which {name} spoke"),
        Role::Any => format!(" with {name}"),
    }
}

pub(super) fn about(topic: &str) -> String {
    format!(" about {topic}")
}

/// A date behind a list's name: `in 2016`, `on 21 July 2016`, `from 2014 to 2016`, `since 2016`.
pub(super) fn dated(date: &str, is_day: bool) -> String {
    match date {
        _ if is_day => format!(" on {date}"),
        _ if date.contains(" to ") => format!(" from {date}"),
        _ if date.starts_with(char::is_lowercase) => format!(" {date}"),
        _ => format!(" in {date}"),
    }
}

pub(super) const IOM_ONLY: &str = " with a part of IOM";
pub(super) const NOT_IOM_ONLY: &str = " that were not IOM's";

pub(super) fn none_found(which: &str) -> String {
    format!("No meeting is recorded{which}. What is not recorded may still have been held.")
}

pub(super) fn perhaps(meetings: &str) -> String {
    format!("Recorded too roughly to say whether it belongs here: {meetings}.")
}

pub(super) fn page(number: usize, of: usize) -> String {
    format!("Page {number} of {of}.")
}

/// An entry as it is named inside a sentence.
pub(super) fn named(kind: Kind, title: &str) -> String {
    match kind {
        Kind::Meeting => the(title),
        _ => format!("\u{201c}{title}\u{201d}"),
    }
}

pub(super) fn came_first(first: &str, when: &str, second: &str, later: &str) -> String {
    format!("{} came first: it was held {when}. {} followed, {later}.", capitalised(first), capitalised(second))
}

/// A name with what is said of it, unless that begins with the name.
pub(super) fn explained(name: &str, said: &str) -> String {
    if said.starts_with(name) { said.to_owned() } else { format!("{name}: {said}") }
}

/// Two days that are two occasions.
pub(super) fn both(first: &str, second: &str) -> String {
    format!("{first} and {second}")
}

pub(super) const NO_REASON: &str = "The sources give no reason in so many words.";

pub(super) fn answers_only(part: &str) -> String {
    format!("This answers \u{201c}{part}\u{201d}. Ask the rest on its own.")
}

pub(super) fn same_time(one: &str, other: &str, when: &str) -> String {
    format!("{} and {} cannot be put in order: both were held {when}.", capitalised(one), other)
}

pub(super) fn cannot_order(one: &str, other: &str) -> String {
    format!("Which of {one} and {other} came first cannot be told: not both have a date that says so.")
}

pub(super) fn foreign(word: &str) -> String {
    if word.is_empty() {
        "The knowledge base says nothing about this.".to_owned()
    } else {
        format!("The knowledge base says nothing about \u{201c}{word}\u{201d}.")
    }
}

pub(super) fn nearest(title: &str) -> String {
    format!("The nearest entry is \u{201c}{title}\u{201d}.")
}

pub(super) fn detail(title: &str) -> String {
    format!("The knowledge base does not answer this. The nearest entry is \u{201c}{title}\u{201d}.")
}

pub(super) fn not_recorded(title: &str, aspect: Aspect) -> String {
    let what = match aspect {
        Aspect::Chairs => "who chaired it",
        Aspect::Organisers => "who organised it",
        Aspect::Attendees | Aspect::AttendeesOf(_) | Aspect::Complete => "who took part",
        Aspect::Speakers => "who spoke",
        Aspect::When | Aspect::HowSure => "when it was held",
        Aspect::Weekday => "on which day it was held",
        Aspect::IomPart => "what part IOM had",
        Aspect::Where => "where it was held",
        Aspect::Discussed => "what was discussed",
        Aspect::Decided => "what was decided",
        Aspect::AttendeeCount => "how many people took part",
    };
    format!("{} is known, but its sources do not say {what}.", capitalised(&the(title)))
}

pub(super) fn named_instead(count: usize) -> String {
    format!("They name {count} and leave the list open.")
}

pub(super) fn series(number: u32, known: &str) -> String {
    format!("Number {number} of this series is not recorded. Recorded: {known}.")
}

/// The kind of an entry, as a choice or a suggestion says it.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Fact => "fact",
        Kind::Meeting => "meeting",
        Kind::Organisation => "organisation",
        Kind::Person => "person",
        Kind::Glossary => "term",
    }
}

/// How many entries of a kind there are.
pub(super) fn counted(kind: Kind, count: usize) -> String {
    let noun = match (kind, count) {
        (Kind::Fact, 1) => "fact",
        (Kind::Fact, _) => "facts",
        (Kind::Meeting, 1) => "meeting or event",
        (Kind::Meeting, _) => "meetings and events",
        (Kind::Organisation, 1) => "organisation",
        (Kind::Organisation, _) => "organisations",
        (Kind::Person, 1) => "person",
        (Kind::Person, _) => "people",
        (Kind::Glossary, 1) => "term",
        (Kind::Glossary, _) => "terms",
    };
    format!("{count} {noun}")
}

pub(super) fn overview(version: &str, latest: Option<&str>) -> String {
    match latest {
        Some(latest) => format!(
            "What public sources say about IOM in the Maldives. The newest entry is of {latest}; knowledge version {version}."
        ),
        None => format!("What public sources say about IOM in the Maldives. Knowledge version {version}."),
    }
}

/// Which bot answers.
pub(super) fn bot_version() -> String {
    format!("Bot version {}.", crate::VERSION)
}

pub(super) fn topic(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

/// Topics whose name says less than people would.
const TOPICS: [(&str, &str); 5] = [
    ("iom-global", "IOM worldwide"),
    ("iom-maldives", "IOM in the Maldives"),
    ("law-and-plans", "Laws and plans"),
    ("migration-context", "Migration in the Maldives"),
    ("un-partners", "The UN and its partners"),
];

/// A topic as people write it: in sentence case, with the short forms that the knowledge holds as it writes them.
pub(super) fn topic_name(knowledge: &Knowledge, topic: &str) -> String {
    if let Some((_, name)) = TOPICS.iter().find(|(known, _)| *known == topic) {
        return (*name).to_owned();
    }
    let acronyms = || knowledge.organisations.iter().flat_map(|body| &body.acronyms);
    let said = |word: &str| match acronyms().find(|acronym| acronym.eq_ignore_ascii_case(word)) {
        Some(acronym) => acronym.clone(),
        None if word.eq_ignore_ascii_case(MALDIVES) => MALDIVES.to_owned(),
        None => word.to_owned(),
    };
    let words = topic.split(['-', '_', ' ']).filter(|word| !word.is_empty()).map(said);
    capitalised(&words.collect::<Vec<_>>().join(" "))
}

const MALDIVES: &str = "Maldives";

pub(super) fn facts_found(count: usize, topic: &str) -> String {
    let are = if count == 1 { "is" } else { "are" };
    let any = if count == 1 { "it" } else { "any of them" };
    format!("{} {are} recorded under \u{201c}{topic}\u{201d}. Ask about {any}.", counted(Kind::Fact, count))
}

pub(super) fn dated_title(title: &str, date: &str) -> String {
    if date.is_empty() { title.to_owned() } else { format!("{title} ({date})") }
}

pub(super) const WHY_NAME: &str = "by name";
pub(super) const WHY_TEXT: &str = "mentioned there";
pub(super) const WHY_TOPIC: &str = "topic";
pub(super) const WHY_QUESTION: &str = "question";
pub(super) const WHY_DATE: &str = "meetings in that year";

pub(super) fn why_alias(alias: &str) -> String {
    format!("also: {alias}")
}
