//! The dashboard and the alerts in `deploy/`, held against what the running service exposes and what the page for operators says.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::exposed::Exposed;
use super::promql::{Named, named};
use super::scene::scene;
use super::watching::{labels, rows, spans};

/// Labels that Prometheus gives to what it scrapes.
const OF_PROMETHEUS: [&str; 2] = ["instance", "job"];

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The rules as written: name, query, and all of the rule.
fn alerts() -> Vec<(String, String, Value)> {
    let text = fs::read_to_string(place("deploy/prometheus/alerts.yaml")).expect("the alerts");
    let file: Value = serde_saphyr::from_str(&text).expect("YAML");
    let groups = file["groups"].as_array().expect("groups");
    let rules = groups.iter().flat_map(|group| group["rules"].as_array().expect("rules"));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    rules.map(|rule| (text(&rule["alert"]), text(&rule["expr"]), rule.clone())).collect()
}

/// The queries of every dashboard, as Prometheus gets them once Grafana has put its variables in.
fn queries_of_dashboards() -> Vec<String> {
    let mut found = Vec::new();
    for file in fs::read_dir(place("deploy/grafana")).expect("dashboards").flatten() {
        let text = fs::read_to_string(file.path()).expect("a dashboard");
        let dashboard: Value = serde_json::from_str(&text).expect("JSON");
        let mut open = vec![&dashboard];
        while let Some(value) = open.pop() {
            if let Some(query) = value["expr"].as_str() {
                found.push(query.replace("$__rate_interval", "5m").replace("$instance", "a|b"));
            }
            if let Some(asked) = value["definition"].as_str() {
                let arguments = asked.strip_prefix("label_values(").and_then(|rest| rest.strip_suffix(')'));
                let (metric, label) = arguments.and_then(|rest| rest.split_once(", ")).expect("label_values(...)");
                found.push(format!("count by ({label}) ({metric})"));
            }
            open.extend(value.as_array().into_iter().flatten());
            open.extend(value.as_object().into_iter().flat_map(|object| object.values()));
        }
    }
    assert!(found.len() > 15, "{} queries were read", found.len());
    found
}

/// What a query needs and the service does not expose.
fn missing(query: &str, exposed: &Exposed) -> Vec<String> {
    let Named { metrics, labels: together } = named(query);
    let mut missing = Vec::new();
    let mut known: BTreeSet<&str> = OF_PROMETHEUS.into();
    let series: Vec<(&str, Vec<(&str, &str)>)> = exposed.series().into_iter().map(labels).collect();
    for (metric, asked) in &metrics {
        let own: Vec<_> = series.iter().filter(|(name, _)| name == metric).flat_map(|(_, labels)| labels).collect();
        if !series.iter().any(|(name, _)| name == metric) {
            missing.push(format!("{metric} in {query}"));
        }
        known.extend(own.iter().map(|(label, _)| *label));
        for (label, values) in asked.iter().filter(|(label, _)| !OF_PROMETHEUS.contains(&label.as_str())) {
            let is_exposed = |value: &&String| own.iter().any(|pair| **pair == (label.as_str(), value.as_str()));
            missing.extend(
                values.iter().filter(|value| !is_exposed(value)).map(|value| format!("{metric}{{{label}={value}}}")),
            );
        }
    }
    missing.extend(
        together
            .iter()
            .filter(|label| !known.contains(label.as_str()))
            .map(|label| format!("label {label} in {query}")),
    );
    assert!(!metrics.is_empty(), "{query} asks for nothing");
    missing
}

#[test]
fn every_query_asks_for_what_the_service_exposes() {
    scene(async |scene| {
        let exposed = Exposed::by(&scene.bot).await;
        let queries = alerts().into_iter().map(|(_, query, _)| query).chain(queries_of_dashboards());
        let missing: Vec<String> = queries.flat_map(|query| missing(&query, &exposed)).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        for wrong in [
            "iom_bot_answer_total",
            "iom_bot_answers_total{outcome=\"refused\"}",
            "sum by (kind) (iom_bot_answers_total)",
        ] {
            assert_eq!(super::alerts::missing(wrong, &exposed).len(), 1, "{wrong} was not noticed");
        }
        if let Some(promtool) = promtool() {
            let mut check = Command::new(promtool);
            check.args(["check", "metrics"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut check = check.spawn().expect("promtool");
            check.stdin.take().expect("its input").write_all(exposed.text.as_bytes()).expect("written");
            let output = check.wait_with_output().expect("its end");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success() && said.is_empty(), "promtool check metrics: {said}");
        }
    });
}

#[test]
fn the_page_says_what_every_alert_means_and_of_no_other() {
    let page = include_str!("../../docs/OPERATIONS.md");
    let listed: Vec<(String, String)> =
        rows(page, "## Alerts").into_iter().map(|row| (spans(&row[0])[0].clone(), row[1].clone())).collect();
    let severity = |rule: &Value| rule["labels"]["severity"].as_str().expect("a severity").to_owned();
    let written: Vec<(String, String)> = alerts().into_iter().map(|(name, _, rule)| (name, severity(&rule))).collect();
    assert_eq!(listed, written);
    for (name, _, rule) in alerts() {
        assert!(rule["annotations"]["summary"].as_str().is_some_and(|text| text.ends_with('.')), "{name} says nothing");
    }
}

#[test]
fn the_rules_fire_when_they_should_and_the_dashboards_queries_are_sound() {
    let Some(promtool) = promtool() else { return };
    let run = |arguments: &[&str]| {
        let output = Command::new(&promtool).args(arguments).output().expect("promtool");
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "promtool {arguments:?}: {said}");
    };
    run(&["check", "rules", &place("deploy/prometheus/alerts.yaml").to_string_lossy()]);
    run(&["test", "rules", &place("deploy/prometheus/alerts_test.yaml").to_string_lossy()]);
    // A query is checked as a rule is.
    let rules: Vec<Value> = queries_of_dashboards()
        .into_iter()
        .enumerate()
        .map(|(at, query)| json!({ "record": format!("q:{at}"), "expr": query }))
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("dashboards.yaml");
    let groups = json!({ "groups": [{ "name": "dashboards", "rules": rules }] });
    fs::write(&file, groups.to_string()).expect("a file");
    run(&["check", "rules", &file.to_string_lossy()]);
    // Each alert is in what the rules are tested with.
    let tests = fs::read_to_string(place("deploy/prometheus/alerts_test.yaml")).expect("the tests");
    for (name, _, _) in alerts() {
        assert!(tests.contains(&name), "{name} is not tested");
    }
}

/// Prometheus' own tool: from `PROMTOOL`, from where the gate puts it, or as it is installed.
fn promtool() -> Option<PathBuf> {
    let given = std::env::var_os("PROMTOOL").map(PathBuf::from);
    let places = given.into_iter().chain([place("target/tools/bin/promtool"), PathBuf::from("promtool")]);
    let runs =
        |tool: &PathBuf| Command::new(tool).arg("--version").output().is_ok_and(|output| output.status.success());
    let found = places.into_iter().find(runs);
    if found.is_none() {
        eprintln!("SKIPPED: promtool is missing; PROMTOOL may name it");
    }
    found
}
