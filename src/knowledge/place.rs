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

/// Lines and columns of a text, found without going through all of it for each: a file of one line may hold fifty thousand
/// mistakes.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Every so many bytes, where that is: byte, line and column.
    marks: Vec<(usize, usize, usize)>,
}

/// Bytes between two marks.
const STEP: usize = 1024;

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut marks = vec![(0, 1, 1)];
        let mut next = STEP;
        let mut at = (1, 1);
        for (byte, letter) in text.char_indices() {
            if byte >= next {
                marks.push((byte, at.0, at.1));
                next = byte + STEP;
            }
            at = after(at, letter);
        }
        Self { text, marks }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(super) fn place(&self, byte: usize) -> (usize, usize) {
        let number = self.marks.partition_point(|(mark, ..)| *mark <= byte).saturating_sub(1);
        let (mark, line, column) = self.marks.get(number).copied().unwrap_or((0, 1, 1));
        let rest = self.text.get(mark..).unwrap_or_default().char_indices();
        let before = rest.take_while(|(at, _)| mark + at < byte);
        before.fold((line, column), |at, (_, letter)| after(at, letter))
    }
}

/// The place after a letter.
fn after((line, column): (usize, usize), letter: char) -> (usize, usize) {
    if letter == '\n' { (line + 1, 1) } else { (line, column + 1) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_that_counting_from_the_start_gives() {
        let text = format!("é\n{}\n\nlast 🏝 line", "aä🏝\n b".repeat(3000));
        let lines = Lines::of(&text);
        let mut expected = (1, 1);
        for (byte, letter) in text.char_indices() {
            assert_eq!(lines.place(byte), expected, "byte {byte}");
            expected = after(expected, letter);
        }
        assert_eq!(lines.place(text.len()), expected);
        assert_eq!(lines.place(usize::MAX), expected);
        assert_eq!(Lines::of("").place(7), (1, 1));
    }
}
