//! The architecture, held: who may name whom, what stays out of which layer, and what the documents say about it.
//!
//! The one idea: each invariant of `docs/ARCHITECTURE.md` names the test here that fails when it is broken.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod documents;

use std::collections::BTreeSet;

use documents::{anchors, code_spans, documents, files, links, read, root};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The layers from the lowest floor up. Those of one floor know nothing of each other.
const FLOORS: [&[&str]; 7] =
    [&["text"], &["knowledge"], &["search"], &["answer", "service"], &["message"], &["terminal", "discord"], &["cli"]];
/// What understands and words, without any front.
const CORE: [&str; 5] = ["text", "knowledge", "search", "answer", "message"];
/// The only file of the core that touches files.
const READS_FILES: &str = "src/knowledge/files.rs";
/// Files are parsed and entries indexed side by side; what comes of it does not depend on which was done first.
const WORK_SIDE_BY_SIDE: [&str; 2] = ["src/knowledge/load.rs", "src/search/index.rs"];
/// What the operating system refused is put into words where all words stand.
const SPEAKS_OF_FAILURES: &str = "src/message/operator_words.rs";
/// What opens a connection: to Discord's REST interface, to its gateway, and to the service's own health.
const CONNECTS: [&str; 3] = ["src/discord/api.rs", "src/discord/gateway/session.rs", "src/service/health.rs"];
/// Where the numbers of Discord's documentation stand.
const LIMITS: &str = "src/discord/limits.rs";
/// The help of the command line and of the metrics is their contract, a schema describes what it takes, and what serenity
/// says is listened for, not said.
const WORDS_ELSEWHERE: [&str; 5] = [
    "src/cli/arguments.rs",
    "src/service/metrics/exposition.rs",
    "src/service/metrics/state.rs",
    "src/text/partial_date.rs",
    "src/discord/gateway/serenity_log.rs",
];

#[test]
fn no_layer_names_one_above_it() {
    let floor = |layer: &str| FLOORS.iter().position(|floor| floor.contains(&layer));
    let mut upward = Vec::new();
    for source in Source::all().iter().filter(|source| !source.layer().is_empty()) {
        let own = floor(source.layer()).unwrap_or_else(|| panic!("{} is in no layer", source.name));
        for named in source.layers_named() {
            let other = floor(&named).unwrap_or_else(|| panic!("{} names {named}, which is no layer", source.name));
            if named != source.layer() && other >= own {
                upward.push(format!("{} names {named}", source.name));
            }
            if named == "service" && !["service", "message", "discord", "cli"].contains(&source.layer()) {
                upward.push(format!("{} names service, which no core knows", source.name));
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}

#[test]
fn the_reading_of_layers_sees_every_way_to_name_one() {
    let names = |name: &str, text: &str| Source::new(name, text).layers_named().into_iter().collect::<Vec<_>>();
    assert_eq!(names("src/search/index.rs", "use crate::{answer::Request, text};"), ["answer", "text"]);
    assert_eq!(names("src/search/index.rs", "fn f() { super::super::message::reply(); super::own(); }"), ["message"]);
    assert_eq!(names("src/search/mod.rs", "use super::cli; macro_call!(crate::terminal::X);"), ["cli", "terminal"]);
    assert_eq!(names("src/search/mod.rs", "// crate::cli\n#[cfg(test)] mod tests { use crate::message; }"), [""; 0]);
}

#[test]
fn no_word_of_discord_or_tokio_stands_below_the_fronts() {
    for source in Source::of(&CORE) {
        for name in ["serenity", "tokio"] {
            assert!(!source.names(&[name]), "{} names {name}", source.name);
        }
        if source.layer() != "message" {
            // A list of words that people type may hold it; a name may not.
            let is_name = |token: &&String| !token.contains('"') && token.to_lowercase().contains("discord");
            let word = source.tokens.iter().find(is_name);
            assert!(word.is_none(), "{} says {word:?}", source.name);
        }
    }
}

#[test]
fn no_file_outside_discord_names_serenity() {
    for source in Source::all().iter().filter(|source| source.layer() != "discord") {
        assert!(!source.names(&["serenity"]), "{}", source.name);
    }
}

#[test]
fn nothing_but_the_door_the_gateway_and_the_health_check_connects() {
    // What opens a connection, in the libraries that the manifest names.
    let openers = [
        "Client",
        "ClientBuilder",
        "HttpBuilder",
        "ShardManager",
        "TcpSocket",
        "TcpStream",
        "UdpSocket",
        "UnixStream",
        "connect",
        "connect_async",
    ];
    let mut found = BTreeSet::new();
    for source in Source::all() {
        if openers.iter().any(|opener| source.names(&[opener])) {
            found.insert(source.name);
        }
    }
    assert_eq!(found.into_iter().collect::<Vec<_>>(), CONNECTS);
}

#[test]
fn every_limit_of_discord_is_named_once() {
    let number = |token: &str| token.replace('_', "").parse::<u64>().ok();
    let limits = Source::all().into_iter().find(|source| source.name == LIMITS).expect("the limits");
    let named: BTreeSet<u64> = limits
        .tokens
        .windows(6)
        .filter(|tokens| tokens[0] == "const" && tokens[2] == ":" && tokens[4] == "=")
        .filter_map(|tokens| number(&tokens[5]))
        // A smaller number may be a count of something else.
        .filter(|limit| *limit >= 25)
        .collect();
    assert!(named.len() >= 8, "{named:?} were read");
    let uses_limits = |source: &&Source| {
        let below = source.name.strip_prefix("src/discord/").unwrap_or_default();
        let makes_bodies =
            ["outgoing/", "commands/", "custom_id.rs", "entry_key.rs", "packed_request.rs", "responder.rs"];
        makes_bodies.iter().any(|part| below.starts_with(part))
    };
    let sources = Source::all();
    let makers: Vec<&Source> = sources.iter().filter(uses_limits).collect();
    assert!(makers.len() >= 8, "{} files make bodies", makers.len());
    for source in makers {
        let again = source.tokens.iter().filter_map(|token| number(token)).find(|value| named.contains(value));
        assert!(again.is_none(), "{} says {again:?}, which {LIMITS} names", source.name);
    }
}

#[test]
fn no_clock_environment_network_or_file_is_read_in_the_core() {
    for source in Source::of(&CORE) {
        for module in ["env", "time", "net", "process", "thread", "io"] {
            let is_excused = (module == "thread" && WORK_SIDE_BY_SIDE.contains(&source.name.as_str()))
                || (["io", "net"].contains(&module) && source.name == SPEAKS_OF_FAILURES);
            assert!(is_excused || !source.names(&["std", module]), "{} uses std::{module}", source.name);
        }
        for clock in ["Timestamp", "Zoned", "SystemTime", "Instant"] {
            assert!(!source.names(&[clock]), "{} uses {clock}", source.name);
        }
        if source.name != READS_FILES {
            assert!(!source.names(&["std", "fs"]), "{} uses std::fs", source.name);
            assert!(!source.names(&["walkdir"]), "{} walks folders", source.name);
        }
    }
}

#[test]
fn no_sentence_for_people_stands_outside_message() {
    let mut found = Vec::new();
    let is_elsewhere = |source: &Source| {
        !["message", "knowledge"].contains(&source.layer()) && !WORDS_ELSEWHERE.contains(&source.name.as_str())
    };
    for source in Source::all().into_iter().filter(is_elsewhere) {
        found.extend(
            source.texts.iter().filter(|text| is_sentence(text)).map(|text| format!("{}: {text}", source.name)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(is_sentence("Nothing is known.") && is_sentence("Type a number") && !is_sentence("took taken takes"));
}

#[test]
fn nothing_prints_but_the_fronts() {
    let core = Source::of(&CORE);
    let printing = ["print", "println", "eprint", "eprintln", "dbg", "stdout", "stderr"];
    for source in core {
        let word = printing.iter().find(|name| source.names(&[name]));
        assert!(word.is_none(), "{} calls {word:?}", source.name);
    }
}

#[test]
fn nothing_is_unsafe_or_left_for_later() {
    for source in Source::all() {
        for word in ["unsafe", "todo", "unimplemented", "unreachable"] {
            assert!(!source.names(&[word]), "{} says {word}", source.name);
        }
    }
}

#[test]
fn every_file_is_short_and_opens_with_what_it_is_for() {
    for name in files("src", ".rs").into_iter().chain(outside()) {
        let text = read(&name);
        assert!(text.starts_with("//! "), "{name} does not open with what it is for");
        assert!(text.lines().count() <= 500, "{name} has {} lines", text.lines().count());
    }
}

#[test]
fn every_dependency_is_used_and_has_its_reason() {
    let manifest = read("Cargo.toml");
    let tests: Vec<Source> = outside().iter().map(|name| Source::new(name, &read(name))).collect();
    let sources = Source::all();
    let mut section = String::new();
    let mut before = "";
    let mut counted = 0;
    for line in manifest.lines() {
        if let Some(name) = line.strip_prefix('[') {
            name.trim_end_matches(']').clone_into(&mut section);
        } else if section.ends_with("dependencies") && !line.starts_with('#') && !line.trim().is_empty() {
            let name = line.split([' ', '.', '=']).next().unwrap_or_default();
            let user = if section == "dev-dependencies" { &tests } else { &sources };
            let crate_name = name.replace('-', "_");
            assert!(user.iter().any(|source| source.names(&[&crate_name])), "nothing uses {name}");
            assert!(before.starts_with('#'), "{name} has no reason above it");
            counted += 1;
        }
        before = line;
    }
    assert!(counted > 20, "{counted} dependencies read");
}

#[test]
fn every_link_and_anchor_leads_somewhere() {
    for name in documents() {
        let text = read(&name);
        let folder = root().join(&name).parent().expect("a folder").to_owned();
        for link in links(&text).into_iter().filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if path.is_empty() { root().join(&name) } else { folder.join(path) };
            assert!(target.exists(), "{name} links to {link}");
            if !anchor.is_empty() {
                let text = std::fs::read_to_string(&target).expect("a document");
                assert!(anchors(&text).iter().any(|known| known == anchor), "{name} links to {link}");
            }
        }
    }
}

#[test]
fn every_document_is_reachable_from_the_readme() {
    let readme = links(&read("README.md"));
    for name in documents().iter().filter(|name| *name != "README.md") {
        assert!(readme.contains(name), "the README does not link to {name}");
    }
}

#[test]
fn the_architecture_page_knows_every_folder_and_nothing_that_is_gone() {
    let spans = code_spans(&read("docs/ARCHITECTURE.md"));
    for span in spans.iter().filter(|span| span.contains('/') && !span.contains([' ', '*', ':'])) {
        assert!(root().join(span).exists(), "docs/ARCHITECTURE.md names {span}");
    }
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for name in files("src", ".rs") {
        let (folder, _) = name.rsplit_once('/').expect("a folder");
        folders.insert(format!("{folder}/"));
    }
    folders.extend(["tests/", "tests/discord/", "bench/", "docs/", "knowledge/", ".ci/"].map(str::to_owned));
    for folder in folders.iter().filter(|folder| *folder != "src/") {
        assert!(spans.contains(folder), "docs/ARCHITECTURE.md says nothing of {folder}");
    }
}

#[test]
fn every_invariant_of_the_architecture_page_names_its_test() {
    let page = read("docs/ARCHITECTURE.md");
    let tests: String = files("tests", ".rs").iter().chain(&files("src", ".rs")).map(|name| read(name)).collect();
    let invariants: Vec<&str> = page.lines().filter(|line| line.starts_with("- **")).collect();
    assert!(invariants.len() >= 8, "{} invariants", invariants.len());
    for line in invariants {
        let test = line.rsplit('`').nth(1).unwrap_or_default();
        assert!(tests.contains(&format!("fn {test}(")), "no test of that name: {line}");
    }
}

/// The code around `src/`.
fn outside() -> Vec<String> {
    let mut names = files("tests", ".rs");
    names.extend(
        ["benches", "examples"]
            .iter()
            .filter(|folder| root().join(folder).exists())
            .flat_map(|folder| files(folder, ".rs")),
    );
    names
}

/// Whether a file is a module of unit tests: the module above it brings it in for tests alone.
fn is_for_tests_alone(name: &str) -> bool {
    let (folder, file) = name.rsplit_once('/').expect("a folder");
    let module = file.trim_end_matches(".rs");
    let above = [format!("{folder}/mod.rs"), format!("{folder}.rs"), format!("{folder}/lib.rs")];
    above.iter().filter(|above| root().join(above).exists()).any(|above| {
        let text = read(above);
        let lines: Vec<&str> = text.lines().collect();
        lines.windows(2).any(|pair| pair[0] == "#[cfg(test)]" && pair[1].ends_with(&format!("mod {module};")))
    })
}

/// A file of `src/` as its tokens, without its comments and its unit tests.
struct Source {
    name: String,
    /// Every token in order; groups stand between their brackets.
    tokens: Vec<String>,
    /// What the string literals hold, without those that explain an `expect` or a lint.
    texts: Vec<String>,
}

impl Source {
    fn all() -> Vec<Self> {
        let names = files("src", ".rs").into_iter().filter(|name| !is_for_tests_alone(name));
        names.map(|name| Self::new(&name, &read(&name))).collect()
    }

    fn of(layers: &[&str]) -> Vec<Self> {
        let found: Vec<Self> = Self::all().into_iter().filter(|source| layers.contains(&source.layer())).collect();
        assert!(layers.iter().all(|layer| found.iter().any(|source| source.layer() == *layer)));
        found
    }

    fn new(name: &str, text: &str) -> Self {
        let mut source = Self { name: name.to_owned(), tokens: Vec::new(), texts: Vec::new() };
        let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        source.read(stream);
        source
    }

    fn read(&mut self, stream: TokenStream) {
        let mut is_test = false;
        for token in stream {
            match token {
                TokenTree::Group(group) => {
                    let inner = group.stream().to_string();
                    let is_attribute = group.delimiter() == Delimiter::Bracket
                        && matches!(self.tokens.last().map(String::as_str), Some("#" | "!"));
                    if is_attribute && inner.starts_with("doc") {
                        // A comment may say what the code must not know.
                    } else if is_attribute {
                        is_test |= inner.replace(' ', "") == "cfg(test)";
                        // What a lint is told is no wording; what an attribute names may be a dependency.
                        let texts = self.texts.len();
                        self.read(group.stream());
                        self.texts.truncate(texts);
                    } else if is_test {
                        is_test = false;
                    } else {
                        let is_promise = self.tokens.last().is_some_and(|name| name == "expect");
                        let texts = self.texts.len();
                        let (open, close) = brackets(group.delimiter());
                        self.tokens.push(open.to_owned());
                        self.read(group.stream());
                        self.tokens.push(close.to_owned());
                        if is_promise {
                            self.texts.truncate(texts);
                        }
                    }
                }
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    if text.contains('"') {
                        self.texts.push(text.trim_matches(['"', '#', 'r']).to_owned());
                    }
                    self.tokens.push(text);
                }
                TokenTree::Ident(ident) => self.tokens.push(ident.to_string()),
                TokenTree::Punct(punct) => {
                    is_test &= punct.as_char() != ';';
                    self.tokens.push(punct.to_string());
                }
            }
        }
    }

    /// The folder below `src/`; empty for the files beside the folders.
    fn layer(&self) -> &str {
        let below = self.name.strip_prefix("src/").unwrap_or_default();
        below.split_once('/').map_or("", |(layer, _)| layer)
    }

    /// How many `super` lead from this file's module to the crate.
    fn depth(&self) -> usize {
        let parts = self.name.split('/').count() - 1;
        if self.name.ends_with("/mod.rs") { parts - 1 } else { parts }
    }

    /// Every layer that a path from the root of the crate leads to.
    fn layers_named(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for at in 0..self.tokens.len() {
            let after = match self.tokens[at].as_str() {
                "crate" => at + 1,
                "super" if at < 3 || self.tokens[at - 3] != "super" => {
                    let supers =
                        (at..self.tokens.len()).step_by(3).take_while(|at| self.tokens[*at] == "super").count();
                    if supers < self.depth() {
                        continue;
                    }
                    at + 3 * supers - 2
                }
                _ => continue,
            };
            found.extend(self.first_names(after));
        }
        found
    }

    /// The names that follow `::` from here: one, or those of a group.
    fn first_names(&self, at: usize) -> Vec<String> {
        let [one, two, rest @ ..] = self.tokens.get(at..).unwrap_or_default() else { return Vec::new() };
        match rest {
            [open, group @ ..] if one == ":" && two == ":" && open == "{" => {
                let mut depth = 0_i32;
                let mut names = Vec::new();
                let mut is_first = true;
                for token in group {
                    match token.as_str() {
                        "{" => depth += 1,
                        "}" if depth == 0 => break,
                        "}" => depth -= 1,
                        "," if depth == 0 => is_first = true,
                        name if is_first => {
                            names.push(name.to_owned());
                            is_first = false;
                        }
                        _ => {}
                    }
                }
                names
            }
            [name, ..] if one == ":" && two == ":" && name.starts_with(char::is_lowercase) => vec![name.clone()],
            _ => Vec::new(),
        }
    }

    /// Whether a path stands anywhere, spelled out or as the first name of a group: `std::fs`, `std::{fs, io}`.
    fn names(&self, path: &[&str]) -> bool {
        let starts = (0..self.tokens.len()).filter(|at| self.tokens[*at] == path[0]);
        match path {
            [_, second] => starts.into_iter().any(|at| self.first_names(at + 1).iter().any(|name| name == second)),
            _ => starts.count() > 0,
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace | Delimiter::None => ("{", "}"),
    }
}

/// Whether a text reads as one: it begins with a capital and goes on for some words, or ends with a full stop.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let opens = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    (opens && words.len() >= 3) || (words.len() >= 2 && text.trim_end().ends_with(['.', '?', '!']))
}
