//! Everything that is wrong with a file that could not be read, with the place of each mistake.
//!
//! The one idea: the JSON Schema finds all mistakes at once; here they are said in words, with the nearest right one.

use std::ops::Range;
use std::sync::Arc;

use jsonc_parser::ast::Value as Ast;
use serde_json::Value;

use super::files::SourceFile;
use super::nearest::nearest;
use super::place::{self, Lines};
use super::schema::FileKind;
use super::violation::{Rule, Violation, violations};
use super::{Mistake, Severity};

/// All mistakes of one file, and the ids that could still be read in it.
pub(super) fn explain(file: &SourceFile, kind: FileKind) -> (Vec<Mistake>, Vec<String>) {
    let text: Arc<str> = Arc::from(file.text.as_str());
    let lines = Lines::of(&file.text);
    let at = |pointer: String, span: Range<usize>, said: Said| mistake(file, &text, &lines, pointer, span, said);
    let root = match place::parse(&file.text) {
        Ok(Some(root)) => root,
        Ok(None) => {
            return (vec![at(String::new(), 0..0, Said::new("a JSON object or array", "an empty file"))], Vec::new());
        }
        Err(error) => {
            let range = error.range();
            let said = Said {
                hint: Some("the rest of the file was not checked".to_owned()),
                ..Said::new("JSON", &lower_first(&error.kind().to_string()))
            };
            return (vec![at(String::new(), range.start..range.end, said)], Vec::new());
        }
    };
    let mut mistakes: Vec<Mistake> = place::repeated_fields(&root)
        .into_iter()
        .map(|(pointer, name, span)| at(pointer, span, Said::new(&format!("field `{name}` once"), "a second one")))
        .collect();
    let value: Value = serde_json::from_str(&file.text).unwrap_or_default();
    let entries = entries(&root, &value);
    let schema = kind.entry_schema();
    for (prefix, entry) in &entries {
        for broken in violations(&schema, entry) {
            for (pointer, span, said) in said_of(&broken, &root, prefix, kind) {
                mistakes.push(at(pointer, span, said));
            }
        }
    }
    if mistakes.is_empty() {
        // The schema is looser than the types only where both are changed apart, which a test forbids.
        let found = format!("a {} that cannot be read", kind_name(&root));
        mistakes.push(at(String::new(), 0..0, Said::new("an entry of this folder's kind", &found)));
    }
    let ids = entries.iter().filter_map(|(_, entry)| entry.get("id")?.as_str()).map(str::to_owned).collect();
    (mistakes, ids)
}

/// What is wrong, in words.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) expected: String,
    pub(super) found: String,
    pub(super) hint: Option<String>,
}

impl Said {
    pub(super) fn new(expected: &str, found: &str) -> Self {
        Self { expected: expected.to_owned(), found: found.to_owned(), hint: None }
    }
}

/// A mistake at these bytes of a file.
fn mistake(
    file: &SourceFile,
    text: &Arc<str>,
    lines: &Lines<'_>,
    pointer: String,
    span: Range<usize>,
    said: Said,
) -> Mistake {
    let (line, column) = lines.place(span.start);
    let Said { expected, found, hint } = said;
    let text = Arc::clone(text);
    Mistake {
        severity: Severity::Error,
        file: file.name.clone(),
        line,
        column,
        pointer,
        expected,
        found,
        hint,
        text,
        span,
    }
}

/// The file's entries with the pointer of each.
fn entries<'a>(root: &Ast<'_>, value: &'a Value) -> Vec<(String, &'a Value)> {
    match (root, value) {
        (Ast::Array(_), Value::Array(entries)) => {
            entries.iter().enumerate().map(|(at, entry)| (format!("/{at}"), entry)).collect()
        }
        _ => vec![(String::new(), value)],
    }
}

/// One broken rule in words: several where several fields are unknown.
fn said_of(broken: &Violation<'_>, root: &Ast<'_>, prefix: &str, kind: FileKind) -> Vec<(String, Range<usize>, Said)> {
    let pointer = format!("{prefix}{}", broken.pointer);
    let here = || place::of_pointer(root, &pointer);
    let one = |expected: &str| vec![(pointer.clone(), here(), Said::new(expected, &shown(broken.value)))];
    match &broken.rule {
        Rule::Unknown(fields) => {
            let is_entry = broken.pointer.is_empty();
            let names = if is_entry { kind.field_names() } else { kind.all_field_names() };
            let said = |field: &&str| {
                let hint = match nearest(field, names.iter().map(String::as_str)) {
                    Some(name) => Some(format!("did you mean `{name}`?")),
                    None if !is_entry => None,
                    None => Some(format!(
                        "known here: {}",
                        names.iter().filter(|name| *name != "$schema").cloned().collect::<Vec<_>>().join(", ")
                    )),
                };
                let span = place::of_field_name(root, &pointer, field).unwrap_or_else(here);
                let said = Said { hint, ..Said::new("a known field", &format!("unknown field `{field}`")) };
                (format!("{pointer}/{}", place::escaped(field)), span, said)
            };
            fields.iter().map(said).collect()
        }
        Rule::Required(name) => {
            let start = here().start;
            let fields = broken.value.as_object().into_iter().flat_map(|fields| fields.keys());
            let hint = nearest(name, fields.map(String::as_str)).map(|near| format!("is it `{near}`?"));
            vec![(pointer.clone(), start..start + 1, Said { hint, ..Said::new(&format!("field `{name}`"), "none") })]
        }
        Rule::Type(names) => one(&type_names(names)),
        Rule::Date => one(date_words(broken.value)),
        Rule::Minimum(limit) => one(&format!("a number from {limit}")),
        Rule::Constant(value) => one(&shown(value)),
        Rule::Form(forms) => branches(broken, forms, root, prefix, kind),
    }
}

/// A value that fits none of several forms: the words of the form it was meant to have.
fn branches(
    broken: &Violation<'_>,
    forms: &[Vec<Violation<'_>>],
    root: &Ast<'_>,
    prefix: &str,
    kind: FileKind,
) -> Vec<(String, Range<usize>, Said)> {
    let pointer = format!("{prefix}{}", broken.pointer);
    let mut options = Vec::new();
    let mut types = Vec::new();
    for broken in forms.iter().flatten() {
        collect(broken, &mut options, &mut types);
    }
    if !broken.value.is_object() && !options.is_empty() {
        return one_of(&options, broken.value, &pointer, place::of_pointer(root, &pointer));
    }
    // The form that has the right type, and something wrong inside.
    let is_of_type = |form: &&Vec<Violation<'_>>| {
        !form.iter().any(|inner| matches!(inner.rule, Rule::Type(_)) && inner.pointer == broken.pointer)
    };
    if let Some(meant) = forms.iter().find(is_of_type) {
        return meant.iter().flat_map(|inner| said_of(inner, root, prefix, kind)).collect();
    }
    types.retain(|name: &String| !name.is_empty());
    types.dedup();
    vec![(pointer.clone(), place::of_pointer(root, &pointer), Said::new(&types.join(" or "), &shown(broken.value)))]
}

/// The constants and types that the forms of a value would take.
fn collect(broken: &Violation<'_>, options: &mut Vec<String>, types: &mut Vec<String>) {
    match &broken.rule {
        Rule::Constant(value) => options.extend(value.as_str().map(str::to_owned)),
        Rule::Type(names) => types.push(type_names(names)),
        Rule::Form(forms) => forms.iter().flatten().for_each(|broken| collect(broken, options, types)),
        _ => {}
    }
}

fn one_of(options: &[String], value: &Value, pointer: &str, span: Range<usize>) -> Vec<(String, Range<usize>, Said)> {
    let typed = value.as_str().unwrap_or_default();
    let hint = nearest(typed, options.iter().map(String::as_str)).map(|near| format!("did you mean `{near}`?"));
    let expected =
        format!("one of {}", options.iter().map(|option| format!("`{option}`")).collect::<Vec<_>>().join(", "));
    vec![(pointer.to_owned(), span, Said { hint, ..Said::new(&expected, &shown(value)) })]
}

fn date_words(value: &Value) -> &'static str {
    let is_date = value
        .as_str()
        .is_some_and(|text| text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    if is_date {
        "a date that exists, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`"
    } else {
        "a date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`"
    }
}

/// The types in words; none where only nothing would do.
fn type_names(names: &[&str]) -> String {
    let said = names.iter().filter(|name| **name != "null").map(|name| match *name {
        "string" => "a text in quotes",
        "array" => "a list in `[ ]`",
        "object" => "an object in `{ }`",
        "boolean" => "`true` or `false`",
        "integer" | "number" => "a whole number",
        _ => "another value",
    });
    said.collect::<Vec<_>>().join(" or ")
}

/// A value as a curator would recognise it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "`null`".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) if text.is_empty() => "an empty text".to_owned(),
        other => {
            let text = other.to_string();
            let short: String = text.chars().take(MOST_SHOWN).collect();
            if short.len() < text.len() { format!("`{short}…`") } else { format!("`{text}`") }
        }
    }
}

/// As many characters of a value as are said back.
const MOST_SHOWN: usize = 60;

fn kind_name(root: &Ast<'_>) -> &'static str {
    match root {
        Ast::Object(_) => "JSON object",
        Ast::Array(_) => "JSON array",
        _ => "JSON value",
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}
