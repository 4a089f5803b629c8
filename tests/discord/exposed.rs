//! `/metrics` of the running service, read as Prometheus reads it.

use std::collections::{BTreeMap, BTreeSet};

use super::bot::Bot;

/// What was exposed at one moment.
pub(crate) struct Exposed {
    samples: BTreeMap<String, f64>,
    /// The type of each metric, by its name in `# TYPE`.
    pub(crate) types: BTreeMap<String, String>,
    /// As it came.
    pub(crate) text: String,
}

impl Exposed {
    /// Asks the service.
    pub(crate) async fn by(bot: &Bot) -> Self {
        let (status, text) = bot.gets("/metrics").await.expect("an answer from /metrics");
        assert_eq!(status, 200);
        let mut samples = BTreeMap::new();
        let mut types = BTreeMap::new();
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("# TYPE ") {
                let (name, kind) = rest.split_once(' ').expect("a name and a type");
                assert!(types.insert(name.to_owned(), kind.to_owned()).is_none(), "{name} has two types");
            } else if !line.starts_with('#') {
                let (series, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("no sample: {line}"));
                let value = value.parse().unwrap_or_else(|_| panic!("no number: {line}"));
                assert!(samples.insert(series.to_owned(), value).is_none(), "{series} twice");
            }
        }
        Self { samples, types, text }
    }

    /// The value of a series, as it stands in the text; of all series of a metric where it has no labels.
    pub(crate) fn value(&self, series: &str) -> f64 {
        if let Some(value) = self.samples.get(series) {
            return *value;
        }
        let all = self.samples.iter().filter(|(name, _)| name.starts_with(&format!("{series}{{")));
        let values: Vec<f64> = all.map(|(_, value)| *value).collect();
        assert!(!values.is_empty(), "nothing named {series} is exposed");
        values.iter().sum()
    }

    /// The same of what counts whole things.
    pub(crate) fn count(&self, series: &str) -> u64 {
        let value = self.value(series);
        assert!(value >= 0.0 && value.fract() == 0.0, "{series} is {value}");
        format!("{value:.0}").parse().expect("a whole number")
    }

    /// The metric that a series of this name belongs to, as `# TYPE` names it.
    pub(crate) fn metric(&self, name: &str) -> Option<&str> {
        let of_histogram = || ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end));
        let known = |name| self.types.get_key_value(name).map(|(name, _)| name.as_str());
        known(name).or_else(|| known(of_histogram()?))
    }

    /// Every series.
    pub(crate) fn series(&self) -> BTreeSet<&str> {
        self.samples.keys().map(String::as_str).collect()
    }
}
