//! The files of a knowledge base, read from a folder or out of the binary itself, and the version that names them.
//!
//! The one idea: both origins give the same list of names and texts, so everything after this knows only one way.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use super::Mistake;

/// A file as read.
#[derive(Debug)]
pub(super) struct SourceFile {
    /// Its path below the knowledge folder, with slashes.
    pub(super) name: String,
    pub(super) text: String,
}

/// The knowledge folder as it stood when the binary was built.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

/// Bytes of the version: enough to tell any two versions of one team's knowledge apart.
const VERSION_BYTES: usize = 6;

/// What tells one state of a folder from another without reading a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Imprint(u64);

impl Imprint {
    /// Of every file that would be read: which it is, how long, and when it was changed; and of what cannot be reached.
    /// A file that is replaced, or linked to another, differs even with the same length and time.
    pub fn of(folder: &Path) -> Self {
        let mut hash = DefaultHasher::new();
        for found in walk(folder) {
            match found {
                Ok((entry, name)) => {
                    let about = entry.metadata().map(|data| {
                        let changed = (data.mtime(), data.mtime_nsec(), data.ctime(), data.ctime_nsec());
                        (data.dev(), data.ino(), data.len(), changed)
                    });
                    (name, about.ok()).hash(&mut hash);
                }
                Err(error) => {
                    let why = error.io_error().map(ToString::to_string);
                    (error.path(), why, error.loop_ancestor()).hash(&mut hash);
                }
            }
        }
        Self(hash.finish())
    }
}

/// Every `*.json` below a folder in the order of its name. Hidden files and the schemas are passed over, links are
/// followed: Kubernetes mounts a volume as links into a hidden folder.
fn walk(folder: &Path) -> impl Iterator<Item = Result<(DirEntry, String), walkdir::Error>> {
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(shown);
    let named = move |entry: DirEntry| {
        let name = below(folder, entry.path());
        (entry, name)
    };
    let is_wanted = |found: &Result<(DirEntry, String), walkdir::Error>| match found {
        Ok((entry, name)) => entry.file_type().is_file() && is_read(name),
        Err(_) => true,
    };
    entries.map(move |entry| entry.map(&named)).filter(is_wanted)
}

/// A path below a folder, with slashes.
fn below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// What every file holds, and what cannot be read.
pub(super) fn in_folder(folder: &Path) -> (Vec<SourceFile>, Vec<Mistake>) {
    let mut files = Vec::new();
    let mut mistakes = Vec::new();
    for found in walk(folder) {
        match found {
            Ok((entry, name)) => match std::fs::read(entry.path()).map(String::from_utf8) {
                Ok(Ok(text)) => files.push(SourceFile { name, text: without_mark(text) }),
                Ok(Err(error)) => {
                    let at = error.utf8_error().valid_up_to();
                    let hint = Some("save the file as UTF-8".to_owned());
                    let found = format!("other bytes after byte {at}");
                    mistakes.push(Mistake::of_file(&name, "text in UTF-8", found, hint));
                }
                Err(error) => {
                    mistakes.push(Mistake::of_file(&name, "a file that can be read", error.to_string(), None));
                }
            },
            Err(error) => {
                let place = error.path().map(|path| below(folder, path)).filter(|name| !name.is_empty());
                let found = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                let hint =
                    Some("name the folder with --knowledge or KNOWLEDGE_DIR".to_owned()).filter(|_| place.is_none());
                let place = place.unwrap_or_else(|| folder.display().to_string());
                mistakes.push(Mistake::of_file(&place, "a folder that can be read", found, hint));
            }
        }
    }
    (files, mistakes)
}

/// The files that the binary carries.
pub(super) fn built_in() -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files.sort_by(|one: &SourceFile, other| one.name.cmp(&other.name));
    files
}

/// Twelve hexadecimal digits of the SHA-256 over names and texts: the same content has the same version anywhere.
pub(super) fn version(files: &[SourceFile]) -> String {
    let mut hash = Sha256::new();
    let mut in_order: Vec<&SourceFile> = files.iter().collect();
    in_order.sort_by(|one, other| one.name.cmp(&other.name));
    for file in in_order {
        for part in [&file.name, &file.text] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
    }
    let digest = hash.finalize();
    digest
        .iter()
        .take(VERSION_BYTES)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

fn collect(folder: &Dir<'_>, files: &mut Vec<SourceFile>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if let Some(text) = file.contents_utf8().filter(|_| is_read(&name)) {
            files.push(SourceFile { name, text: without_mark(text.to_owned()) });
        }
    }
    folder.dirs().for_each(|folder| collect(folder, files));
}

fn is_read(name: &str) -> bool {
    let is_json = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    is_json && !name.starts_with("schema/")
}

/// The text without the byte order mark that some editors put first.
fn without_mark(text: String) -> String {
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}
