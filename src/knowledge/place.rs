//! Where in a file a JSON pointer points.
//!
//! The one idea: a file is parsed with places only once something is wrong with it, so loading sound files costs nothing.

use std::ops::Range;

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseError;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// Parses strict JSON with the place of every value.
///
/// # Errors
/// The first place at which the text is no JSON.
pub(super) fn parse(text: &str) -> Result<Option<Value<'_>>, ParseError> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    Ok(parse_to_ast(text, &CollectOptions::default(), &strict)?.value)
}

/// The bytes of the value a pointer points to; of the nearest value around it where there is none.
pub(super) fn of_pointer(root: &Value<'_>, pointer: &str) -> Range<usize> {
    let mut value = root;
    for part in pointer.split('/').skip(1) {
        let part = part.replace("~1", "/").replace("~0", "~");
        let next = match value {
            Value::Object(object) => {
                object.properties.iter().find(|property| name(&property.name) == part).map(|property| &property.value)
            }
            Value::Array(array) => part.parse::<usize>().ok().and_then(|at| array.elements.get(at)),
            _ => None,
        };
        match next {
            Some(next) => value = next,
            None => break,
        }
    }
    range(value)
}

/// The bytes of the name of an object's field.
pub(super) fn of_field_name(root: &Value<'_>, pointer: &str, field: &str) -> Option<Range<usize>> {
    let object = lookup(root, pointer)?.as_object()?;
    object.properties.iter().find(|property| name(&property.name) == field).map(|property| {
        let range = property.name.range();
        range.start..range.end
    })
}

/// Every field that stands twice in one object: its pointer, its name, and its second place.
pub(super) fn repeated_fields(root: &Value<'_>) -> Vec<(String, String, Range<usize>)> {
    let mut found = Vec::new();
    visit(root, "", &mut found);
    found
}

/// Line and column of a byte, both from 1, the column in characters.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before.get(line_start..).unwrap_or_default().chars().count() + 1)
}

/// A name as it stands in a pointer.
pub(super) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The value at a pointer.
pub(super) fn lookup<'a, 'b>(root: &'b Value<'a>, pointer: &str) -> Option<&'b Value<'a>> {
    pointer.split('/').skip(1).try_fold(root, |value, part| match value {
        Value::Object(object) => object
            .properties
            .iter()
            .find(|property| escaped(name(&property.name)) == part)
            .map(|property| &property.value),
        Value::Array(array) => array.elements.get(part.parse::<usize>().ok()?),
        _ => None,
    })
}

pub(super) fn name<'a>(name: &'a ObjectPropName<'_>) -> &'a str {
    match name {
        ObjectPropName::String(text) => &text.value,
        ObjectPropName::Word(word) => word.value,
    }
}

fn range(value: &Value<'_>) -> Range<usize> {
    let range = value.range();
    range.start..range.end
}

fn visit(value: &Value<'_>, pointer: &str, found: &mut Vec<(String, String, Range<usize>)>) {
    match value {
        Value::Object(object) => {
            for (at, property) in object.properties.iter().enumerate() {
                let name = name(&property.name);
                let here = format!("{pointer}/{}", escaped(name));
                visit(&property.value, &here, found);
                if object.properties.iter().take(at).any(|earlier| self::name(&earlier.name) == name) {
                    let range = property.name.range();
                    found.push((here, name.to_owned(), range.start..range.end));
                }
            }
        }
        Value::Array(array) => {
            array.elements.iter().enumerate().for_each(|(at, value)| visit(value, &format!("{pointer}/{at}"), found));
        }
        _ => {}
    }
}
