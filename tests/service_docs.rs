//! The pages for whoever sets the bot up and runs it, held against the binary: settings, permissions, commands, log.
//!
//! The one idea: a table of a page and the definitions in the code must name the same things, in both directions.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod documents;

use std::collections::{BTreeMap, BTreeSet};

use assert_cmd::Command;
use clap::CommandFactory;
use documents::{code_spans, files, read};
use iom_maldives_bot::cli::Arguments;
use proc_macro2::{TokenStream, TokenTree};
use serde_json::Value;

/// The commands whose settings the page for operators lists.
const OF_A_SERVICE: [&str; 3] = ["serve", "commands", "health"];

#[test]
fn the_table_of_settings_is_that_of_the_code() {
    let page = read("docs/OPERATIONS.md");
    let listed: BTreeMap<String, String> = rows(&page, "## Configuration")
        .into_iter()
        .map(|row| (code_spans(&row[0])[0].clone(), row[1].clone()))
        .collect();
    let mut defined: BTreeMap<String, String> = BTreeMap::new();
    let command = Arguments::command();
    let services = command.get_subcommands().filter(|command| OF_A_SERVICE.contains(&command.get_name()));
    for argument in command.get_arguments().chain(services.flat_map(clap::Command::get_arguments)) {
        if let Some(variable) = argument.get_env().filter(|_| !argument.is_hide_set()) {
            let is_given = argument.get_action().takes_values();
            let default =
                argument.get_default_values().first().filter(|_| is_given).map(|value| value.to_string_lossy());
            defined.insert(variable.to_string_lossy().into_owned(), default.unwrap_or_default().into_owned());
        }
    }
    assert!(defined.len() >= 8, "{defined:?}");
    for (variable, default) in &defined {
        let shown = listed.get(variable).unwrap_or_else(|| panic!("{variable} is not in the table"));
        let is_right = default.is_empty() && !shown.contains('`') || shown.contains(&format!("`{default}`"));
        // What happens without a folder cannot be said by a value.
        assert!(is_right || variable == "KNOWLEDGE_DIR", "{variable}: the code says `{default}`, the page {shown}");
    }
    let others: BTreeSet<&str> =
        listed.keys().map(String::as_str).filter(|variable| !defined.contains_key(*variable)).collect();
    assert_eq!(others, read_without_an_option().iter().map(String::as_str).collect());
}

/// The variables that the service reads where no option may or need stand for them.
fn read_without_an_option() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for name in ["src/cli", "src/service", "src/discord"].iter().flat_map(|folder| files(folder, ".rs")) {
        let text = read(&name);
        for call in ["env::var(\"", "env::var_os(\""] {
            found.extend(text.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
        if text.contains("EnvFilter::") && text.contains("from_env_lossy") {
            found.insert("RUST_LOG".to_owned());
        }
    }
    found
}

#[test]
fn the_table_of_the_log_has_every_message_and_no_other() {
    let page = read("docs/OPERATIONS.md");
    let listed: BTreeSet<String> =
        rows(&page, "## What the log says").iter().map(|row| code_spans(&row[0])[0].clone()).collect();
    let mut logged = BTreeSet::new();
    for name in ["src/cli", "src/service", "src/discord"].iter().flat_map(|folder| files(folder, ".rs")) {
        let text = read(&name);
        let code = text.split("\n#[cfg(test)]").next().unwrap_or_default();
        messages(code.parse().unwrap_or_else(|error| panic!("{name}: {error}")), &mut logged);
    }
    let missing: Vec<&String> = logged.difference(&listed).collect();
    let stale: Vec<&String> = listed.difference(&logged).collect();
    assert!(missing.is_empty() && stale.is_empty(), "not in the table: {missing:?}; never logged: {stale:?}");
}

/// The last text of every `tracing::info!`, `warn!` and `error!`.
fn messages(code: TokenStream, found: &mut BTreeSet<String>) {
    let mut names: Vec<String> = Vec::new();
    for token in code {
        if let TokenTree::Group(group) = &token {
            let is_event = matches!(names.as_slice(), [.., level, bang] if bang == "!" && ["info", "warn", "error"].contains(&level.as_str()))
                && names.iter().rev().take(5).any(|name| name == "tracing");
            let texts = group.stream().into_iter().filter_map(|token| match token {
                TokenTree::Literal(literal) => Some(literal.to_string()),
                _ => None,
            });
            if let Some(text) = texts.last().filter(|_| is_event) {
                found.insert(text.trim_matches('"').to_owned());
            }
            messages(group.stream(), found);
        }
        names.push(token.to_string());
    }
}

#[test]
fn the_invitation_asks_for_the_permissions_of_the_table_and_for_no_other() {
    let page = read("docs/DISCORD.md");
    let link = |scope: &str| {
        let mut links =
            page.lines().map(str::trim).filter(|line| line.starts_with("https://discord.com/oauth2/authorize?"));
        links.find(|link| link.contains(scope)).unwrap_or_else(|| panic!("no link with {scope}"))
    };
    let value = |link: &str, name: &str| {
        let query = link.split_once('?').expect("a query").1;
        let pair = query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}="))).map(str::to_owned);
        pair.unwrap_or_else(|| panic!("no {name} in {link}"))
    };
    let invitation = link("scope=bot+applications.commands");
    let table = rows(&page, "## 2. The invitation");
    let permissions = table.iter().filter(|row| row[0].starts_with("permission "));
    let bits: Vec<u64> = permissions
        .map(|row| row[0].rsplit(['(', ')']).nth(1).and_then(|bit| bit.parse().ok()).expect("a number in brackets"))
        .collect();
    assert!(bits.len() >= 4 && bits.iter().all(|bit| bit.is_power_of_two()), "{bits:?}");
    assert_eq!(value(invitation, "permissions"), bits.iter().sum::<u64>().to_string());
    let scopes: Vec<String> =
        table.iter().filter(|row| row[0].starts_with("scope ")).map(|row| code_spans(&row[0])[0].clone()).collect();
    let asked = value(invitation, "scope");
    assert_eq!(asked.split('+').collect::<BTreeSet<_>>(), scopes.iter().map(String::as_str).collect());
    // Taken along by a person, the bot is in no server: it can have commands and nothing else.
    let own = link("integration_type=1");
    assert_eq!(value(own, "scope"), "applications.commands");
    assert!(!own.contains("permissions="));
}

#[test]
fn the_ways_in_are_the_commands_that_are_registered() {
    let page = read("docs/DISCORD.md");
    let table = rows(&page, "## 4. What people can do");
    let named: BTreeSet<String> = table
        .iter()
        .flat_map(|row| code_spans(&row[0]))
        .filter_map(|span| span.strip_prefix('/').map(str::to_owned))
        .collect();
    let output = Command::cargo_bin("iom-maldives-bot").expect("the binary").arg("commands").assert().success();
    let commands: Vec<Value> = serde_json::from_slice(&output.get_output().stdout).expect("JSON");
    let name = |command: &Value| command["name"].as_str().expect("a name").to_owned();
    let (typed, menus): (Vec<&Value>, Vec<&Value>) = commands.iter().partition(|command| command["type"] == 1);
    assert_eq!(named, typed.into_iter().map(name).collect());
    assert_eq!(menus.len(), 1);
    assert!(page.contains(&format!("**Apps → {}**", name(menus[0]))));
    let languages: BTreeSet<&String> =
        commands[0]["name_localizations"].as_object().expect("translations").keys().collect();
    let said = page.split("translated into").nth(1).and_then(|rest| rest.split(';').next()).expect("languages");
    assert_eq!(
        said.split([',', ' ', '\n']).filter(|word| word.starts_with(char::is_uppercase)).count(),
        languages.len()
    );
}

/// The rows of the first table below a heading, cell by cell, without its head.
fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let below = page.split(&format!("\n{heading}\n")).nth(1).unwrap_or_else(|| panic!("no {heading}"));
    let section = below.split("\n## ").next().unwrap_or_default();
    let table = section.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    table.skip(2).map(cells).collect()
}
