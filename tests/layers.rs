//! Each floor of the house uses only what is below it.

use std::path::Path;

use walkdir::WalkDir;

/// Every source file below a folder, with its text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let files = WalkDir::new(root).into_iter().map(|entry| entry.expect("a readable folder"));
    let rust = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    rust.map(|entry| {
        (entry.path().display().to_string(), std::fs::read_to_string(entry.path()).expect("a readable file"))
    })
    .collect()
}

#[test]
fn discord_alone_names_serenity() {
    let all = sources("");
    assert!(all.iter().any(|(path, text)| path.contains("/discord/") && text.contains("serenity::")));
    for (path, text) in all.iter().filter(|(path, _)| !path.contains("/src/discord/")) {
        assert!(!text.contains("serenity"), "{path} names serenity");
    }
}

#[test]
fn knowledge_search_and_answers_know_no_network_and_no_clock() {
    for folder in ["knowledge", "search", "answer", "text"] {
        for (path, text) in sources(folder) {
            for stranger in
                ["tokio", "reqwest", "crate::discord", "crate::service", "crate::message", "::now()", "std::time"]
            {
                assert!(!text.contains(stranger), "{path} names {stranger}");
            }
        }
    }
}

#[test]
fn the_service_knows_neither_front_nor_words() {
    for (path, text) in sources("service") {
        for stranger in ["crate::discord", "crate::message", "crate::cli", "crate::terminal", "crate::answer"] {
            assert!(!text.contains(stranger), "{path} names {stranger}");
        }
    }
}
