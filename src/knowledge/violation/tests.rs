//! Held against a validator that knows every keyword: whatever is done to an entry, both find fault with the same places.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;

use super::*;
use crate::knowledge::files;
use crate::knowledge::schema::FileKind;

/// The keywords that are checked, and those that say something to people alone.
const CHECKED: [&str; 11] = [
    "$ref",
    "additionalProperties",
    "anyOf",
    "const",
    "format",
    "items",
    "minimum",
    "oneOf",
    "properties",
    "required",
    "type",
];
const SAID: [&str; 5] = ["$defs", "$schema", "default", "description", "title"];

#[test]
fn every_keyword_of_the_schemas_is_known_here() {
    fn keywords(schema: &Value, found: &mut BTreeSet<String>) {
        for (name, value) in schema.as_object().into_iter().flatten() {
            found.insert(name.clone());
            match name.as_str() {
                "properties" | "$defs" => {
                    value.as_object().into_iter().flatten().for_each(|(_, schema)| keywords(schema, found));
                }
                "items" => keywords(value, found),
                "anyOf" | "oneOf" => value.as_array().into_iter().flatten().for_each(|schema| keywords(schema, found)),
                // Whatever is no date by its pattern is none by its format either.
                "pattern" => assert_eq!(schema.get("format"), Some(&json!(DATE))),
                "additionalProperties" => assert_eq!(value, &json!(false)),
                // The two widths of a number say nothing that `minimum` does not.
                "format" => assert!([DATE, "uint32", "uint"].iter().any(|known| value == known), "{value}"),
                _ => {}
            }
        }
    }
    let mut found = BTreeSet::new();
    for kind in FileKind::ALL {
        keywords(&kind.entry_schema(), &mut found);
    }
    found.remove("pattern");
    let known: BTreeSet<String> = CHECKED.into_iter().chain(SAID).map(str::to_owned).collect();
    assert_eq!(found, known);
}

/// Entries as they are, with their kinds.
static SOUND: LazyLock<Vec<(FileKind, Value)>> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for file in files::built_in() {
        let kind = FileKind::of(&file.name).expect("a kind");
        match serde_json::from_str(&file.text).expect("JSON") {
            Value::Array(several) => entries.extend(several.into_iter().map(|entry| (kind, entry))),
            one => entries.push((kind, one)),
        }
    }
    entries
});

/// The schema of each kind, with what checks all of it.
static SCHEMAS: LazyLock<HashMap<FileKind, (Value, Validator)>> = LazyLock::new(|| {
    let is_date = |text: &str| text.parse::<PartialDate>().is_ok();
    let both = |kind: FileKind| {
        let options = jsonschema::options().with_format(DATE, is_date).should_validate_formats(true);
        let schema = kind.entry_schema();
        let validator = options.build(&schema).expect("a sound schema");
        (kind, (schema, validator))
    };
    FileKind::ALL.into_iter().map(both).collect()
});

/// The places of a value, itself among them.
fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, &format!("{pointer}/{name}"), found));
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| places(value, &format!("{pointer}/{at}"), found));
        }
        _ => {}
    }
}

/// What a curator may write where something else was meant.
fn strange() -> impl Strategy<Value = Value> {
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1.0),
        json!(2.5),
        json!("x"),
        json!("2016-02"),
        json!("2016-13"),
        json!("third"),
        json!([]),
        json!([5]),
        json!(["x", null]),
        json!({}),
        json!({ "person": "x" }),
        json!({ "persn": 5 }),
        json!({ "title": 5, "url": null }),
        json!({ "start": "yesterday", "precision": "hour" }),
    ];
    prop::sample::select(values.to_vec())
}

proptest! {
    #[test]
    fn both_find_fault_with_the_same_places(
        entry in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), strange(), 0..3_u8), 0..4),
    ) {
        let (kind, mut entry) = entry.get(&SOUND).clone();
        for (place, value, way) in changes {
            let mut all = Vec::new();
            places(&entry, "", &mut all);
            let place = entry.pointer_mut(place.get::<String>(&all)).expect("a place");
            match (way, place) {
                (0, Value::Object(fields)) => { fields.insert("colour".to_owned(), value); }
                (1, Value::Object(fields)) => { let first = fields.keys().next().cloned(); first.map(|name| fields.remove(&name)); }
                (_, place) => *place = value,
            }
        }
        let (schema, validator) = &SCHEMAS[&kind];
        let here: BTreeSet<String> = violations(schema, &entry).into_iter().map(|broken| broken.pointer).collect();
        let there: BTreeSet<String> = validator.iter_errors(&entry).map(|error| error.instance_path().to_string()).collect();
        prop_assert_eq!(here, there, "{}", entry);
    }
}
