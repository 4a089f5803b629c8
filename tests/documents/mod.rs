//! Documents as the tests read them: files of the checkout, fenced blocks, links.
//!
//! The one idea: what a document claims is taken out of it word for word, so that document and test cannot drift apart.

#![allow(dead_code, reason = "each test crate uses its own part")]
#![allow(clippy::panic, reason = "tests may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

/// The checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the checkout.
pub(crate) fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every file below a folder of the checkout that ends in `ending`, as paths relative to the checkout, in order.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(relative(&path));
            }
        }
    }
    found.sort();
    found
}

/// The documents that people read.
pub(crate) fn documents() -> Vec<String> {
    let mut names = vec!["README.md".to_owned()];
    names.extend(files("docs", ".md"));
    names
}

/// The fenced blocks of a language, without their fences.
pub(crate) fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut block: Option<(bool, String)> = None;
    for line in text.lines() {
        block = match (block, line.strip_prefix("```")) {
            (None, Some(info)) => Some((info == language, String::new())),
            (Some((wanted, body)), Some(_)) => {
                found.extend(wanted.then_some(body));
                None
            }
            (Some((wanted, body)), None) => Some((wanted, body + line + "\n")),
            (None, None) => None,
        };
    }
    found
}

/// The text outside fenced blocks.
pub(crate) fn prose(text: &str) -> String {
    let mut inside = false;
    let mut prose = String::new();
    for line in text.lines() {
        if line.starts_with("```") {
            inside = !inside;
        } else if !inside {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    prose
}

/// What stands in backticks.
pub(crate) fn code_spans(text: &str) -> Vec<String> {
    prose(text).split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The targets of all links and pictures.
pub(crate) fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let targets = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.map(str::to_owned).collect()
}

/// The anchors of all headings, as code hosts make them.
pub(crate) fn anchors(text: &str) -> Vec<String> {
    let prose = prose(text);
    let headings = prose.lines().filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| {
        let title = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'));
        kept.collect::<String>().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

fn relative(path: &Path) -> String {
    let below: PathBuf = path.strip_prefix(root()).expect("a path of the checkout").to_owned();
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
