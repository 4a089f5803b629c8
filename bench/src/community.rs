//! Meetings as a community recorded them, and the knowledge folder made of them.

use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

/// A meeting of `community_meetings.jsonl`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Recorded {
    /// Its id.
    pub id: String,
    /// Its name, which weekly meetings share.
    pub title: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Where it was held.
    pub place: String,
    /// The workgroup.
    pub organisers: Vec<String>,
    /// The host.
    pub chairs: Vec<String>,
    /// Everybody present.
    pub people: Vec<String>,
    /// Short phrases.
    pub topics: Vec<String>,
    /// What was said.
    pub summary: String,
    /// Where it stands.
    pub url: String,
}

impl Recorded {
    /// Everything of it that a search engine would be given, dates in figures and in words.
    #[must_use]
    pub fn text(&self) -> String {
        let people = [&self.organisers, &self.chairs, &self.people].map(|names| names.join(" ")).join(" ");
        [&self.title, &self.date_words(), &people, &self.topics.join(" "), &self.summary].map(String::as_str).join("\n")
    }

    /// `12 December 2024`.
    #[must_use]
    pub fn date_words(&self) -> String {
        self.date.parse::<jiff::civil::Date>().map(|date| date.strftime("%-d %B %Y").to_string()).unwrap_or_default()
    }

    /// The entry as the knowledge folder has it.
    #[must_use]
    pub fn entry(&self) -> Value {
        let url = if self.url.starts_with("http") { Some(&self.url) } else { None };
        let mut attendees = self.people.clone();
        attendees.retain(|name| !name.trim().is_empty());
        json!({
            "id": self.id, "title": self.title, "date": { "start": self.date, "precision": "day" },
            "place": self.place, "organisers": self.organisers, "chairs": self.chairs, "attendees": attendees,
            "topics": self.topics, "summary": self.summary,
            "sources": [{ "title": "Meeting notes", "url": url }],
        })
    }
}

/// Reads the meetings of a file, a line each.
///
/// # Errors
/// The file cannot be read, or a line is no meeting.
pub fn read(path: &Path) -> io::Result<Vec<Recorded>> {
    let text = fs::read_to_string(path)?;
    let parse = |line: &str| serde_json::from_str(line).map_err(io::Error::from);
    text.lines().filter(|line| !line.trim().is_empty()).map(parse).collect()
}

/// Writes a knowledge folder that holds the meetings in one file.
///
/// # Errors
/// The folder cannot be written.
pub fn write_folder(folder: &Path, meetings: &[Recorded]) -> io::Result<()> {
    fs::create_dir_all(folder.join("meetings"))?;
    let entries: Vec<Value> = meetings.iter().map(Recorded::entry).collect();
    let file = io::BufWriter::new(fs::File::create(folder.join("meetings/all.json"))?);
    serde_json::to_writer(file, &entries).map_err(io::Error::from)
}

/// Writes a knowledge folder that holds each meeting in a file of its own.
///
/// # Errors
/// The folder cannot be written.
pub fn write_files(folder: &Path, meetings: &[Recorded]) -> io::Result<()> {
    fs::create_dir_all(folder.join("meetings"))?;
    for meeting in meetings {
        fs::write(folder.join("meetings").join(format!("{}.json", meeting.id)), meeting.entry().to_string())?;
    }
    Ok(())
}
