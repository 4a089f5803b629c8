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

/// Files and folders that are looked at, at most: far more than any team's knowledge has, and few enough that a link to the
/// root of the machine does not keep the reading from ending.
const MOST: usize = 200_000;

/// What tells one state of a folder from another without reading a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Imprint(u64);

impl Imprint {
    /// Of every file that would be read: which it is, how long, and when it was changed; and of what cannot be reached.
    /// A file that is replaced, or linked to another, differs even with the same length and time.
    pub fn of(folder: &Path) -> Self {
        let mut hash = DefaultHasher::new();
        for found in walk(folder, MOST) {
            match found {
                Ok((entry, name)) => {
                    let about = entry.metadata().map(|data| {
                        let changed = (data.mtime(), data.mtime_nsec(), data.ctime(), data.ctime_nsec());
                        (data.dev(), data.ino(), data.len(), changed)
                    });
                    (name, about.ok()).hash(&mut hash);
                }
                Err(Unreached::Walk(error)) => {
                    let why = error.io_error().map(ToString::to_string);
                    (error.path(), why, error.loop_ancestor()).hash(&mut hash);
                }
                Err(Unreached::TooMany) => MOST.hash(&mut hash),
            }
        }
        Self(hash.finish())
    }
}

/// Why not everything was reached.
enum Unreached {
    Walk(walkdir::Error),
    TooMany,
}

/// Every `*.json` below a folder in the order of its name, as long as no more than `most` files and folders lie there. Hidden
/// files and the schemas are passed over, links are followed: Kubernetes mounts a volume as links into a hidden folder.
fn walk(folder: &Path, most: usize) -> impl Iterator<Item = Result<(DirEntry, String), Unreached>> {
    let shown = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(shown);
    let named = move |(number, entry): (usize, Result<DirEntry, walkdir::Error>)| {
        if number == most {
            return Some(Err(Unreached::TooMany));
        }
        match entry {
            Ok(entry) => {
                let name = below(folder, entry.path());
                (entry.file_type().is_file() && is_read(&name)).then_some(Ok((entry, name)))
            }
            Err(error) => Some(Err(Unreached::Walk(error))),
        }
    };
    entries.enumerate().take(most.saturating_add(1)).filter_map(named)
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
    for found in walk(folder, MOST) {
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
            Err(Unreached::TooMany) => {
                let hint = Some("look for a link that leads out of the folder".to_owned());
                let expected = format!("at most {MOST} files and folders");
                mistakes.push(Mistake::of_file(&folder.display().to_string(), &expected, "more".to_owned(), hint));
            }
            Err(Unreached::Walk(error)) => {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_end_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["a.json", "b.json", "c.txt", "d.json"] {
            std::fs::write(folder.path().join(name), "[]").expect("a file");
        }
        // The folder itself counts as well.
        let all: Vec<_> = walk(folder.path(), 5).collect();
        assert!(all.len() == 3 && all.iter().all(Result::is_ok));
        let some: Vec<_> = walk(folder.path(), 4).collect();
        assert!(matches!(some.as_slice(), [Ok(_), Ok(_), Err(Unreached::TooMany)]));
    }

    #[test]
    fn an_imprint_differs_with_whatever_would_be_read_differently() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.json");
        std::fs::write(&file, "[1]").expect("a file");
        let mut before = Imprint::of(folder.path());
        assert_eq!(before, Imprint::of(folder.path()));
        let time = std::fs::metadata(&file).and_then(|data| data.modified()).expect("a time");
        let changes: [&dyn Fn(); 5] = [
            // The same length and time: as a tool restores both.
            &|| {
                let other = folder.path().join("aside");
                std::fs::write(&other, "[2]").expect("a file");
                std::fs::File::options().write(true).open(&other).expect("it").set_modified(time).expect("a time");
                std::fs::rename(other, &file).expect("in place");
            },
            &|| {
                std::fs::create_dir(folder.path().join("b"))
                    .and_then(|()| std::fs::write(folder.path().join("b/c.json"), ""))
                    .expect("a file");
            },
            &|| std::os::unix::fs::symlink("..", folder.path().join("b/loop")).expect("a link"),
            &|| std::fs::remove_file(&file).expect("a file"),
            &|| std::fs::remove_dir_all(folder.path()).expect("a folder"),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            change();
            let after = Imprint::of(folder.path());
            assert_ne!(before, after, "change {number}");
            before = after;
        }
    }

    #[test]
    fn what_is_not_read_leaves_no_imprint() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("a.json"), "[1]").expect("a file");
        let before = Imprint::of(folder.path());
        for name in [".a.json.swp", "4913", "notes.md", ".git"] {
            std::fs::write(folder.path().join(name), "x").expect("a file");
        }
        assert_eq!(before, Imprint::of(folder.path()));
    }
}
