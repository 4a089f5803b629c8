//! Loading a folder or the built-in knowledge.

use std::path::Path;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::base::Entries;
use super::{Knowledge, Mistake, Origin, Severity};

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
    /// All mistakes of all files.
    pub fn load(folder: &Path) -> Result<Loaded, Vec<Mistake>> {
        let mut entries = Entries::default();
        let mut mistakes = Vec::new();
        let mut hash = Sha256::new();
        for file in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten() {
            let path = file.path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let text = std::fs::read_to_string(path).unwrap_or_default();
            let name = path.strip_prefix(folder).unwrap_or(path).display().to_string();
            hash.update(&text);
            let result = match name.split('/').next().unwrap_or_default() {
                "facts" => read(&text, &mut entries.facts),
                "meetings" => read(&text, &mut entries.meetings),
                "organisations" => read(&text, &mut entries.organisations),
                "people" => read(&text, &mut entries.people),
                "glossary" => read(&text, &mut entries.glossary),
                "questions.json" => read(&text, &mut entries.questions),
                _ => Ok(()),
            };
            if let Err(error) = result {
                mistakes.push(Mistake {
                    severity: Severity::Error,
                    file: name,
                    line: error.line(),
                    column: error.column(),
                    pointer: String::new(),
                    expected: String::new(),
                    found: error.to_string(),
                    hint: None,
                });
            }
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let version = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let knowledge = Knowledge::new(entries, version, Origin::Folder(folder.to_owned()));
        Ok(Loaded { knowledge, warnings: Vec::new() })
    }
}

fn read<T: DeserializeOwned>(text: &str, into: &mut Vec<T>) -> Result<(), serde_json::Error> {
    if text.trim_start().starts_with('[') {
        into.extend(serde_json::from_str::<Vec<T>>(text)?);
    } else {
        into.push(serde_json::from_str(text)?);
    }
    Ok(())
}
