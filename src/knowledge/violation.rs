//! What in an entry breaks the schema of its kind: every rule that is broken, with its place.
//!
//! The one idea: the schemas are generated from a few types and use a dozen keywords, so those are all that is known here. What
//! knows every keyword, with its engine for patterns, is larger than all of the bot's own code; the tests hold this against it.

use serde_json::Value;

use crate::text::PartialDate;

/// A rule that is broken.
#[derive(Debug)]
pub(super) struct Violation<'a> {
    /// Where, as a JSON pointer below the entry.
    pub(super) pointer: String,
    /// The value that stands there.
    pub(super) value: &'a Value,
    /// The rule.
    pub(super) rule: Rule<'a>,
}

/// The rules that can be broken.
#[derive(Debug)]
pub(super) enum Rule<'a> {
    /// These fields are not known.
    Unknown(Vec<&'a str>),
    /// This field must be there.
    Required(&'a str),
    /// One of these types.
    Type(Vec<&'a str>),
    /// A date.
    Date,
    /// No smaller number than this.
    Minimum(&'a Value),
    /// This value and no other.
    Constant(&'a Value),
    /// One of several forms; what each of them would want.
    Form(Vec<Vec<Violation<'a>>>),
}

/// Every broken rule of an entry, in the order of the schema.
pub(super) fn violations<'a>(schema: &'a Value, entry: &'a Value) -> Vec<Violation<'a>> {
    Check { root: schema }.value(schema, entry, "")
}

/// The name of the format of dates, which no standard knows.
pub(super) const DATE: &str = "partial-date";

#[cfg(test)]
mod tests;

struct Check<'a> {
    /// What references lead into.
    root: &'a Value,
}

impl<'a> Check<'a> {
    fn value(&self, schema: &'a Value, value: &'a Value, pointer: &str) -> Vec<Violation<'a>> {
        let mut broken = Vec::new();
        let mut breaks = |rule| broken.push(Violation { pointer: pointer.to_owned(), value, rule });
        let word = |name: &str| schema.get(name).and_then(Value::as_str);
        let types: Vec<&str> = match schema.get("type") {
            Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
            one => one.and_then(Value::as_str).into_iter().collect(),
        };
        if !types.is_empty() && !types.iter().any(|name| is_of_type(value, name)) {
            breaks(Rule::Type(types));
        }
        if let Some(constant) = schema.get("const").filter(|constant| *constant != value) {
            breaks(Rule::Constant(constant));
        }
        let is_no_date = |text: &str| text.parse::<PartialDate>().is_err();
        if word("format") == Some(DATE) && value.as_str().is_some_and(is_no_date) {
            breaks(Rule::Date);
        }
        if let Some(limit) = schema.get("minimum")
            && value.as_f64().zip(limit.as_f64()).is_some_and(|(number, limit)| number < limit)
        {
            breaks(Rule::Minimum(limit));
        }
        for keyword in ["anyOf", "oneOf"] {
            let forms = schema.get(keyword).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let tried: Vec<_> = forms.iter().map(|form| self.value(form, value, pointer)).collect();
            if !tried.is_empty() && tried.iter().all(|broken| !broken.is_empty()) {
                breaks(Rule::Form(tried));
            }
        }
        self.fields(schema, value, pointer, &mut broken);
        if let (Some(schema), Value::Array(values)) = (schema.get("items"), value) {
            for (at, value) in values.iter().enumerate() {
                broken.extend(self.value(schema, value, &format!("{pointer}/{at}")));
            }
        }
        let reference = word("$ref").and_then(|name| self.root.pointer(name.strip_prefix('#')?));
        broken.extend(reference.into_iter().flat_map(|schema| self.value(schema, value, pointer)));
        broken
    }

    fn fields(&self, schema: &'a Value, value: &'a Value, pointer: &str, broken: &mut Vec<Violation<'a>>) {
        let Value::Object(fields) = value else { return };
        let mut breaks = |rule| broken.push(Violation { pointer: pointer.to_owned(), value, rule });
        let known = schema.get("properties").and_then(Value::as_object);
        let is_known = |name: &str| known.is_some_and(|known| known.contains_key(name));
        if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
            let unknown: Vec<&str> = fields.keys().map(String::as_str).filter(|name| !is_known(name)).collect();
            if !unknown.is_empty() {
                breaks(Rule::Unknown(unknown));
            }
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        required.filter(|name| !fields.contains_key(*name)).for_each(|name| breaks(Rule::Required(name)));
        for (name, schema) in known.into_iter().flatten() {
            if let Some(value) = fields.get(name) {
                broken.extend(self.value(schema, value, &format!("{pointer}/{}", super::place::escaped(name))));
            }
        }
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match (name, value) {
        ("null", Value::Null)
        | ("boolean", Value::Bool(_))
        | ("number", Value::Number(_))
        | ("string", Value::String(_))
        | ("array", Value::Array(_))
        | ("object", Value::Object(_)) => true,
        // A whole number may be written with a point.
        ("integer", Value::Number(number)) => {
            number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
        _ => false,
    }
}
