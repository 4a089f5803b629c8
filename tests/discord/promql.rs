//! What a query of Prometheus' names: metrics, and the labels and values that it asks them for.
//!
//! The one idea: whether a query is sound is for `promtool` to say; here it is only found out what it needs to exist.

use std::collections::{BTreeMap, BTreeSet};

/// Words that name neither a metric nor a label.
const KEYWORDS: [&str; 10] = ["and", "or", "unless", "bool", "offset", "sum", "count", "min", "max", "avg"];
/// Words whose parentheses hold labels.
const OF_LABELS: [&str; 6] = ["by", "without", "on", "ignoring", "group_left", "group_right"];

/// What one query names.
#[derive(Debug, Default, Eq, PartialEq)]
pub(crate) struct Named {
    /// Metrics, each with the labels it is asked for and the values that are asked for; `=~` asks for several.
    pub(crate) metrics: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// Labels by which series are put together.
    pub(crate) labels: BTreeSet<String>,
}

/// Reads a query.
pub(crate) fn named(query: &str) -> Named {
    let mut named = Named::default();
    let mut last = String::new();
    let mut rest = query;
    while let Some(first) = rest.chars().next() {
        let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let (word, after_word) = rest.split_at(rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()));
        if first.is_ascii_alphabetic() || first == '_' {
            rest = after_word.trim_start();
            if OF_LABELS.contains(&word) {
                if let Some(group) = rest.strip_prefix('(') {
                    let (labels, after) = group.split_once(')').expect("the parenthesis ends");
                    named.labels.extend(labels.split(',').map(|label| label.trim().to_owned()));
                    rest = after;
                }
            } else if !rest.starts_with('(') && !KEYWORDS.contains(&word) {
                // What is called is a function.
                word.clone_into(&mut last);
                named.metrics.entry(last.clone()).or_default();
            }
        } else if let Some(matchers) = rest.strip_prefix('{') {
            let (matchers, after) = matchers.split_once('}').expect("the brace ends");
            let of_metric = named.metrics.get_mut(&last).expect("a metric before its labels");
            for matcher in matchers.split(',').filter(|matcher| !matcher.trim().is_empty()) {
                let (label, value) = matcher.split_once('=').expect("a matcher");
                let values = value.trim_start_matches('~').trim().trim_matches('"').split('|').map(str::to_owned);
                of_metric.entry(label.trim().trim_end_matches('!').to_owned()).or_default().extend(values);
            }
            rest = after;
        } else if let Some(range) = rest.strip_prefix('[') {
            rest = range.split_once(']').expect("the range ends").1;
        } else {
            rest = if word.is_empty() { rest.strip_prefix(first).expect("it begins so") } else { after_word };
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_query_names_is_found() {
        let found = named(
            "sum by (job, le) (rate(a_total{kind!=\"x\", result=~\"y|z\"}[5m])) / on (job) group_left (v) b > 0.5e3 and c offset 5m",
        );
        assert_eq!(found.metrics.keys().collect::<Vec<_>>(), ["a_total", "b", "c"]);
        let asked: Vec<(&str, Vec<&str>)> = found.metrics["a_total"]
            .iter()
            .map(|(label, values)| (label.as_str(), values.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(asked, [("kind", vec!["x"]), ("result", vec!["y", "z"])]);
        assert_eq!(found.labels.iter().collect::<Vec<_>>(), ["job", "le", "v"]);
        assert_eq!(named("time() - max(d) > 365 * 86400").metrics.keys().collect::<Vec<_>>(), ["d"]);
    }
}
