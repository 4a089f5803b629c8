//! Names the commit that is built, packs the everyday words, and rebuilds when the knowledge that the binary carries has
//! changed.
//!
//! The one idea: the commit is read from the files of `.git`, so that no git is needed, nor the history: an image is built
//! from the few files of it that say what is checked out. Outside a repository the build says that it does not know.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Lower-case words in the order of their bytes, a line each.
const WORDS: &str = "src/search/everyday_words.txt";

/// Names the commit where whoever builds says it: 7 to 64 hexadecimal digits.
const REVISION: &str = "SOURCE_REVISION";
/// As many digits as are shown.
const SHOWN: usize = 12;

fn main() {
    println!("cargo::rerun-if-changed=knowledge");
    println!("cargo::rerun-if-env-changed={REVISION}");
    let given = env::var(REVISION).unwrap_or_default();
    let commit = match given.trim() {
        "" => checked_out(Path::new(".git")),
        text if is_commit(text) => Some(text.to_owned()),
        text => return println!("cargo::error={REVISION} holds {text:?}: give 7 to 64 hexadecimal digits, or nothing"),
    };
    let source = commit.map_or("unknown".to_owned(), |commit| commit.chars().take(SHOWN).collect());
    println!("cargo::rustc-env=IOM_BOT_SOURCE={source}");
    if let Err(error) = pack_words() {
        println!("cargo::error={WORDS}: {error}");
    }
}

/// The everyday words as an automaton, where the crate takes it in.
fn pack_words() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WORDS}");
    let set = fst::Set::from_iter(fs::read_to_string(WORDS)?.lines())?;
    let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    Ok(fs::write(Path::new(&folder).join("everyday_words.fst"), set.as_fst().as_bytes())?)
}

/// The commit that is checked out here. What was changed since then and not committed is not seen.
fn checked_out(git: &Path) -> Option<String> {
    let git = followed(git)?;
    // The log of HEAD grows with every commit and every change of branch; an image is built without it.
    for file in ["HEAD", "logs/HEAD"].map(|name| git.join(name)).iter().filter(|file| file.exists()) {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    let head = fs::read_to_string(git.join("HEAD")).ok()?;
    let commit = match head.trim().strip_prefix("ref: ") {
        None => head.trim().to_owned(),
        Some(branch) => tip(&git, branch)?,
    };
    is_commit(&commit).then_some(commit)
}

/// A further work tree has a file in place of the folder, which leads there.
fn followed(git: &Path) -> Option<PathBuf> {
    if git.is_dir() {
        return Some(git.to_owned());
    }
    let text = fs::read_to_string(git).ok()?;
    Some(PathBuf::from(text.trim().strip_prefix("gitdir: ")?))
}

/// The last commit of a branch, from its own file or from the one that holds many.
fn tip(git: &Path, branch: &str) -> Option<String> {
    let common = fs::read_to_string(git.join("commondir"));
    let common = common.map_or_else(|_| git.to_owned(), |folder| git.join(folder.trim()));
    if let Ok(commit) = fs::read_to_string(common.join(branch)) {
        return Some(commit.trim().to_owned());
    }
    let packed = fs::read_to_string(common.join("packed-refs")).ok()?;
    let mut pairs = packed.lines().filter_map(|line| line.split_once(' '));
    pairs.find(|(_, name)| *name == branch).map(|(commit, _)| commit.to_owned())
}

fn is_commit(text: &str) -> bool {
    (7..=64).contains(&text.len()) && text.chars().all(|digit| digit.is_ascii_hexdigit())
}
