//! The JSON Schema of each kind of file, generated from the types that are loaded.
//!
//! The one idea: editors and the loader check with the same schema, so a curator sees a mistake while typing.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::{ExpectedAnswer, Fact, GlossaryTerm, Kind, Meeting, Organisation, Person};

/// What a file holds.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum FileKind {
    /// Entries of one kind.
    Entries(Kind),
    /// Questions with expected answers.
    Questions,
}

impl FileKind {
    pub(super) const ALL: [Self; 6] = [
        Self::Entries(Kind::Fact),
        Self::Entries(Kind::Meeting),
        Self::Entries(Kind::Organisation),
        Self::Entries(Kind::Person),
        Self::Entries(Kind::Glossary),
        Self::Questions,
    ];

    /// What a file of this name holds.
    pub(super) fn of(file: &str) -> Option<Self> {
        if file == "questions.json" {
            return Some(Self::Questions);
        }
        let (folder, _) = file.split_once('/')?;
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder).map(Self::Entries)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Entries(kind) => kind.as_str(),
            Self::Questions => "questions",
        }
    }

    /// The schema of one entry, with the definitions it refers to.
    pub(super) fn entry_schema(self) -> Value {
        match self {
            Self::Entries(Kind::Fact) => generated::<Fact>(),
            Self::Entries(Kind::Meeting) => generated::<Meeting>(),
            Self::Entries(Kind::Organisation) => generated::<Organisation>(),
            Self::Entries(Kind::Person) => generated::<Person>(),
            Self::Entries(Kind::Glossary) => generated::<GlossaryTerm>(),
            Self::Questions => generated::<ExpectedAnswer>(),
        }
    }

    /// The names of the fields of everything inside an entry.
    pub(super) fn all_field_names(self) -> Vec<String> {
        let schema = self.entry_schema();
        let definitions =
            schema.get("$defs").and_then(Value::as_object).into_iter().flat_map(|definitions| definitions.values());
        let fields = definitions.filter_map(|definition| definition.get("properties")?.as_object());
        fields.flat_map(|fields| fields.keys().cloned()).collect()
    }

    /// The names of an entry's fields.
    pub(super) fn field_names(self) -> Vec<String> {
        let schema = self.entry_schema();
        schema
            .get("properties")
            .and_then(Value::as_object)
            .map(|fields| fields.keys().cloned().collect())
            .unwrap_or_default()
    }
}

/// Every schema file below `knowledge/schema/`: its name and its text.
pub fn schema_files() -> Vec<(String, String)> {
    FileKind::ALL.into_iter().map(|kind| (format!("{}.json", kind.name()), file_schema(kind))).collect()
}

/// The schema of a file, which holds one entry or an array of them.
fn file_schema(kind: FileKind) -> String {
    let mut entry = kind.entry_schema();
    let mut definitions = entry.as_object_mut().and_then(|entry| entry.remove("$defs")).unwrap_or_else(|| json!({}));
    let (draft, title) = (take(&mut entry, "$schema"), take(&mut entry, "title"));
    if let (Some(definitions), Some(name)) = (definitions.as_object_mut(), title.as_str()) {
        definitions.insert(name.to_owned(), entry);
    }
    let reference = json!({ "$ref": format!("#/$defs/{}", title.as_str().unwrap_or_default()) });
    let schema = json!({
        "$schema": draft,
        "title": format!("IOM Maldives Bot: {}", kind.name()),
        "description": "One entry, or an array of entries.",
        "anyOf": [reference, { "type": "array", "items": reference }],
        "$defs": definitions,
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn take(value: &mut Value, field: &str) -> Value {
    value.as_object_mut().and_then(|object| object.remove(field)).unwrap_or_default()
}

fn generated<T: JsonSchema>() -> Value {
    let schema: Schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.into()
}
