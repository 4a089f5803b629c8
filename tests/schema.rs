//! The schemas that editors use are those of the types that are loaded.

use std::path::Path;

use iom_maldives_bot::knowledge::schema_files;

/// `UPDATE_SCHEMAS=1 cargo test --test schema` writes them anew.
#[test]
fn the_schemas_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/schema");
    for (name, text) in schema_files() {
        let file = folder.join(&name);
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(&file, &text).expect("a schema file");
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(written == text, "{name} is out of date: run UPDATE_SCHEMAS=1 cargo test --test schema");
    }
}

#[test]
fn every_file_of_the_knowledge_passes_its_schema_and_names_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let is_date = |text: &str| text.parse::<iom_maldives_bot::text::PartialDate>().is_ok();
    for (name, text) in schema_files() {
        let schema: serde_json::Value = serde_json::from_str(&text).expect("a schema");
        let validator = jsonschema::options()
            .with_format("partial-date", is_date)
            .should_validate_formats(true)
            .build(&schema)
            .expect("a sound schema");
        let kind = name.trim_end_matches(".json");
        let own = match kind {
            "questions" => vec![folder.join("questions.json")],
            "person" => files(&folder.join("people")),
            "glossary" => files(&folder.join("glossary")),
            other => files(&folder.join(format!("{other}s"))),
        };
        assert!(!own.is_empty(), "no file of kind {kind}");
        for file in own {
            let value: serde_json::Value =
                serde_json::from_str(&std::fs::read_to_string(&file).expect("a file")).expect("JSON");
            let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", file.display());
            // An array has no place for it; editors find its schema by the settings beside the knowledge.
            let named = value.get("$schema").and_then(serde_json::Value::as_str);
            assert!(
                value.is_array() || named == Some(&format!("../schema/{name}")),
                "{} names no schema",
                file.display()
            );
        }
    }
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect()
}
