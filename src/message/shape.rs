//! The message: an answer put into words, as a plain structure that both the terminal and Discord can show.
//!
//! The one idea: everything here is plain text without markup. A front escapes, links, colours and cuts; it never words.

use serde::Serialize;

/// How sure the answer is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Sure.
    Answered,
    /// Several entries are near; the asker picks one.
    Choices,
    /// The knowledge cannot tell.
    Unknown,
}

impl Outcome {
    /// The name used in answers as JSON, in logs and in metrics.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Choices => "choices",
            Self::Unknown => "unknown",
        }
    }
}

/// An answer, ready to be shown.
#[derive(Clone, Debug, Serialize)]
pub struct Message {
    /// How sure the answer is.
    pub outcome: Outcome,
    /// A short heading.
    pub title: String,
    /// The answer itself, in one or two sentences.
    #[serde(skip)]
    pub lead: String,
    /// The details below it.
    #[serde(skip)]
    pub fields: Vec<Field>,
    /// What the asker must know to take it rightly: open lists, inferred dates, conflicts, age.
    #[serde(skip)]
    pub notes: Vec<String>,
    /// All an asker would read, as plain text.
    pub text: String,
    /// The entries it rests on, best first, at most ten.
    pub entries: Vec<RankedEntry>,
    /// Where it comes from.
    pub sources: Vec<Link>,
    /// What to pick from, where several entries are near.
    pub choices: Vec<Choice>,
    /// The words that led to the entry.
    pub matched: Vec<String>,
    /// Questions people ask next; each of them is understood and has an answer.
    pub next: Vec<NextQuestion>,
    /// What can be opened from here, beside what is asked next: the meetings of a list, the topics of the overview.
    #[serde(skip)]
    pub menu: Vec<MenuItem>,
    /// Which page of a list this is, where it has several.
    #[serde(skip)]
    pub page: Option<Page>,
}

impl Message {
    /// A message that says one thing so far.
    pub(super) fn new(outcome: Outcome, title: impl Into<String>, lead: impl Into<String>) -> Self {
        Self {
            outcome,
            title: title.into(),
            lead: lead.into(),
            fields: Vec::new(),
            notes: Vec::new(),
            text: String::new(),
            entries: Vec::new(),
            sources: Vec::new(),
            choices: Vec::new(),
            matched: Vec::new(),
            next: Vec::new(),
            menu: Vec::new(),
            page: None,
        }
    }

    /// Adds a heading with its lines, unless there are none.
    pub(super) fn field(&mut self, name: &str, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.fields.push(Field { name: name.to_owned(), lines, is_said: false });
        }
    }

    /// Writes all that an asker would read as plain text.
    pub(super) fn with_text(mut self) -> Self {
        let mut lines = vec![self.title.clone(), self.lead.clone()];
        lines.extend(self.fields.iter().map(|field| format!("{}: {}", field.name, joined(&field.lines))));
        lines.extend(self.notes.iter().cloned());
        lines.extend(self.choices.iter().map(|choice| format!("- {}", choice.label)));
        lines.extend(self.sources.iter().map(|link| [&link.title, link.url.as_str()].join(" ").trim_end().to_owned()));
        lines.retain(|line| !line.is_empty());
        self.text = lines.join("\n");
        self
    }
}

/// Lines of a field in one: sentences follow one another, other lines are parted by semicolons.
fn joined(lines: &[String]) -> String {
    lines.join("; ").replace(".; ", ". ")
}

/// Which page of a list is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Page {
    /// From 0.
    pub number: usize,
    /// How many there are, at least 2.
    pub of: usize,
}

impl Page {
    /// The page after this one, if there is one.
    pub fn next(self) -> Option<usize> {
        (self.number + 1 < self.of).then_some(self.number + 1)
    }
}

/// A heading with its lines.
#[derive(Clone, Debug)]
pub struct Field {
    /// The heading.
    pub name: String,
    /// A line each.
    pub lines: Vec<String>,
    /// Whether the answer itself says all of it: where room is scarce it can be left out.
    pub is_said: bool,
}

/// An entry with its score.
#[derive(Clone, Debug, Serialize)]
pub struct RankedEntry {
    /// `fact`, `meeting`, `organisation`, `person` or `glossary`.
    pub kind: &'static str,
    /// The entry's id.
    pub id: String,
    /// The entry's title.
    pub title: String,
    /// From 0 to 1.
    pub score: f32,
}

/// A source as shown.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Link {
    /// The page's title.
    pub title: String,
    /// Its address, empty where there is none.
    pub url: String,
    /// The date at which it held, empty where unknown.
    pub as_of: String,
}

/// One of several near entries.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// What to show.
    pub label: String,
    /// The entry's kind.
    pub kind: &'static str,
    /// The entry's id: as context or topic it leads straight to the entry.
    pub id: String,
}

/// A question to ask next. As JSON it is the question alone.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct NextQuestion {
    /// The question in full, to be asked anywhere.
    pub question: String,
    /// What to show of it beside the answer where there is little room; within an answer, no two are alike.
    #[serde(skip)]
    pub label: String,
}

impl NextQuestion {
    /// Whether it only opens the entry with this title.
    pub fn opens(&self, title: &str) -> bool {
        !title.is_empty() && self.question.to_lowercase().ends_with(&title.to_lowercase())
    }
}

/// Something that can be opened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MenuItem {
    /// What to show.
    pub label: String,
    /// What tells it from the others.
    pub detail: String,
    /// As the topic of `about`, it opens.
    pub value: String,
}

/// A suggestion while typing.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Suggestion {
    /// What is shown.
    pub name: String,
    /// What is put into the option: an entry's id, or the text itself.
    pub value: String,
    /// Why it is suggested.
    pub why: String,
}
