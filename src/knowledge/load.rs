//! Loading: from files to knowledge, or to all their mistakes.
//!
//! The one idea: a sound file is read once, straight into the types. Only a file in which something is wrong is parsed
//! again with places, so that 50,000 meetings load fast and one bad comma is still shown where it stands.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::base::Entries;
use super::explain::explain;
use super::files::{self, SourceFile};
use super::finding::Finding;
use super::nearest::nearest;
use super::participant::forget_names;
use super::schema::FileKind;
use super::{Kind, Knowledge, Mistake, Origin, Severity, check_dates, check_entries, check_references, place};

/// Knowledge that loaded, with what a curator should look at.
#[derive(Debug)]
pub struct Loaded {
    /// The knowledge.
    pub knowledge: Knowledge,
    /// Mistakes that did not stop it.
    pub warnings: Vec<Mistake>,
}

impl Knowledge {
    /// Reads every `*.json` below a folder.
    ///
    /// # Errors
    /// All mistakes of all files, warnings included, in the order of files and lines.
    pub fn load(folder: &Path) -> Result<Loaded, Vec<Mistake>> {
        let (files, mistakes) = files::in_folder(folder);
        from_files(files, mistakes, Origin::Folder(folder.to_owned()))
    }

    /// Reads the knowledge that the binary carries.
    ///
    /// # Errors
    /// Its mistakes; a test makes sure that a binary with any is never built.
    pub fn built_in() -> Result<Loaded, Vec<Mistake>> {
        from_files(files::built_in(), Vec::new(), Origin::BuiltIn)
    }
}

/// Where an entry stands: which file, and which place of its array.
#[derive(Clone, Copy, Debug)]
struct EntryPlace {
    file: usize,
    at: Option<usize>,
}

fn from_files(files: Vec<SourceFile>, mistakes: Vec<Mistake>, origin: Origin) -> Result<Loaded, Vec<Mistake>> {
    // The version hashes every byte, which takes as long as a quarter of the reading and needs nothing of it.
    let (entries, warnings, version) = std::thread::scope(|scope| {
        let version = scope.spawn(|| files::version(&files));
        let (entries, warnings) = sound_entries(&files, mistakes, &origin)?;
        Ok::<_, Vec<Mistake>>((entries, warnings, version.join().unwrap_or_else(|_| files::version(&files))))
    })?;
    // The files are as large as what was read from them; nothing needs both any more.
    drop(files);
    Ok(Loaded { knowledge: Knowledge::new(entries, version, origin), warnings })
}

/// The entries with their warnings, if nothing worse is wrong with them.
fn sound_entries(
    files: &[SourceFile],
    mut mistakes: Vec<Mistake>,
    origin: &Origin,
) -> Result<(Entries, Vec<Mistake>), Vec<Mistake>> {
    let mut entries = Entries::default();
    let mut places: BTreeMap<FileKind, Vec<EntryPlace>> = BTreeMap::new();
    let mut ids_in_broken_files = HashSet::new();
    for (number, file) in files.iter().enumerate() {
        let Some(kind) = FileKind::of(&file.name) else {
            mistakes.push(not_a_kind(&file.name));
            continue;
        };
        match read(&file.text, kind, &mut entries) {
            Ok(Shape::One) => places.entry(kind).or_default().push(EntryPlace { file: number, at: None }),
            Ok(Shape::Many(count)) => {
                places.entry(kind).or_default().extend((0..count).map(|at| EntryPlace { file: number, at: Some(at) }));
            }
            Err(()) => {
                let (found, ids) = explain(file, kind);
                mistakes.extend(found);
                ids_in_broken_files.extend(ids);
            }
        }
    }
    if mistakes.is_empty() && places.is_empty() {
        let folder = match origin {
            Origin::Folder(folder) => folder.display().to_string(),
            Origin::BuiltIn => String::new(),
        };
        let hint = "a knowledge folder holds meetings/, facts/, organisations/, people/ and glossary/".to_owned();
        mistakes.push(Mistake::of_file(&folder, "at least one entry", "none".to_owned(), Some(hint)));
    }
    forget_names();
    let mut findings = check_entries::check(&entries);
    findings.extend(check_dates::check(&entries));
    findings.extend(check_references::check(&entries, &ids_in_broken_files));
    mistakes.extend(placed(findings, files, &places));
    mistakes.sort_by(|one, other| {
        (&one.file, one.line, one.column, one.severity).cmp(&(&other.file, other.line, other.column, other.severity))
    });
    if mistakes.iter().any(Mistake::is_error) {
        return Err(mistakes);
    }
    Ok((entries, mistakes))
}

/// Whether a file holds one entry or an array.
enum Shape {
    One,
    Many(usize),
}

fn read(text: &str, kind: FileKind, entries: &mut Entries) -> Result<Shape, ()> {
    match kind {
        FileKind::Entries(Kind::Fact) => read_into(text, &mut entries.facts),
        FileKind::Entries(Kind::Meeting) => read_into(text, &mut entries.meetings),
        FileKind::Entries(Kind::Organisation) => read_into(text, &mut entries.organisations),
        FileKind::Entries(Kind::Person) => read_into(text, &mut entries.people),
        FileKind::Entries(Kind::Glossary) => read_into(text, &mut entries.glossary),
        FileKind::Questions => read_into(text, &mut entries.questions),
    }
}

fn read_into<T: DeserializeOwned>(text: &str, into: &mut Vec<T>) -> Result<Shape, ()> {
    if text.trim_start().starts_with('[') {
        let entries: Vec<T> = serde_json::from_str(text).map_err(|_| ())?;
        let count = entries.len();
        if into.is_empty() {
            *into = entries;
        } else {
            into.extend(entries);
        }
        Ok(Shape::Many(count))
    } else {
        into.push(serde_json::from_str(text).map_err(|_| ())?);
        Ok(Shape::One)
    }
}

/// A file that lies where no kind of entry is kept.
fn not_a_kind(name: &str) -> Mistake {
    let folder = name.split('/').next().unwrap_or_default();
    let known = Kind::ALL.into_iter().map(Kind::folder);
    let hint = nearest(folder, known.chain(["questions.json"])).map(|near| format!("did you mean `{near}`?"));
    let expected = "a file in facts/, meetings/, organisations/, people/ or glossary/, or questions.json";
    let mistake = Mistake::of_file(name, expected, "a file that is not read".to_owned(), hint);
    Mistake { severity: Severity::Warning, ..mistake }
}

/// The findings with their places; each file is parsed once.
fn placed(findings: Vec<Finding>, files: &[SourceFile], places: &BTreeMap<FileKind, Vec<EntryPlace>>) -> Vec<Mistake> {
    let mut by_file: BTreeMap<usize, Vec<(Option<usize>, Finding)>> = BTreeMap::new();
    for finding in findings {
        let (kind, number) = finding.of;
        if let Some(place) = places.get(&kind).and_then(|places| places.get(number)) {
            by_file.entry(place.file).or_default().push((place.at, finding));
        }
    }
    let mut mistakes = Vec::new();
    for (number, findings) in by_file {
        let Some(file) = files.get(number) else { continue };
        let root = place::parse(&file.text).ok().flatten();
        let text: Arc<str> = Arc::from(file.text.as_str());
        let lines = place::Lines::of(&file.text);
        for (at, finding) in findings {
            let pointer = format!("{}{}", at.map(|at| format!("/{at}")).unwrap_or_default(), finding.pointer);
            let span = root.as_ref().map_or(0..0, |root| place::of_pointer(root, &pointer));
            let (line, column) = lines.place(span.start);
            let Finding { severity, expected, found, hint, .. } = finding;
            let text = Arc::clone(&text);
            mistakes.push(Mistake {
                severity,
                file: file.name.clone(),
                line,
                column,
                pointer,
                expected,
                found,
                hint,
                text,
                span,
            });
        }
    }
    mistakes
}
