//! Rows, buttons and menus.

use serde_json::Value;

use super::messages::{repeated, within};
use super::text::{self, length};

const ROWS: usize = 5;
const BUTTONS: usize = 5;
const LABEL: usize = 80;
const CUSTOM_ID: usize = 100;
const URL: usize = 512;
const OPTIONS: usize = 25;
const OPTION_TEXT: usize = 100;
const PLACEHOLDER: usize = 150;
const LINK: u64 = 5;

/// Every rule that the components of a message break.
pub(crate) fn broken(message: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let rows: Vec<&Value> = message["components"].as_array().into_iter().flatten().collect();
    if rows.len() > ROWS {
        broken.push(format!("{} rows of components", rows.len()));
    }
    let mut all = Vec::new();
    for row in rows {
        let inside: Vec<&Value> = row["components"].as_array().into_iter().flatten().collect();
        let menus = inside.iter().filter(|component| component["type"] == 3).count();
        if row["type"] != 1 || inside.is_empty() || inside.len() > BUTTONS || (menus > 0 && inside.len() > 1) {
            broken.push(format!("a row holds {} components, {menus} of them menus", inside.len()));
        }
        all.extend(inside);
    }
    if let Some(twice) = repeated(all.iter().filter_map(|component| component["custom_id"].as_str())) {
        broken.push(format!("custom_id {twice:?} stands twice"));
    }
    for component in all {
        match component["type"].as_u64() {
            Some(2) => button(&mut broken, component),
            Some(3) => menu(&mut broken, component),
            other => broken.push(format!("component type {other:?} is not used by this bot")),
        }
    }
    broken
}

fn button(broken: &mut Vec<String>, button: &Value) {
    let label = button["label"].as_str().unwrap_or_default();
    if label.trim().is_empty() {
        broken.push("a button has no words on it".to_owned());
    }
    within(broken, "label", label, LABEL);
    text::plain(broken, "label", label);
    let (id, url) = (button["custom_id"].as_str(), button["url"].as_str());
    match (button["style"].as_u64(), id, url) {
        (Some(LINK), None, Some(url)) if url.starts_with("https://") => within(broken, "url", url, URL),
        (Some(1..=4), Some(id), None) => custom_id(broken, id),
        other => broken.push(format!("a button has style, id and address {other:?}")),
    }
}

fn menu(broken: &mut Vec<String>, menu: &Value) {
    custom_id(broken, menu["custom_id"].as_str().unwrap_or_default());
    within(broken, "placeholder", menu["placeholder"].as_str().unwrap_or_default(), PLACEHOLDER);
    let options: Vec<&Value> = menu["options"].as_array().into_iter().flatten().collect();
    if options.is_empty() || options.len() > OPTIONS {
        broken.push(format!("a menu has {} options", options.len()));
    }
    if let Some(twice) = repeated(options.iter().filter_map(|option| option["value"].as_str())) {
        broken.push(format!("menu value {twice:?} stands twice"));
    }
    for option in options {
        for field in ["label", "value", "description"] {
            let Some(text) = option[field].as_str() else { continue };
            within(broken, field, text, OPTION_TEXT);
            if text.trim().is_empty() {
                broken.push(format!("a menu's {field} is empty"));
            }
            if field != "value" {
                text::plain(broken, field, text);
            }
        }
    }
}

fn custom_id(broken: &mut Vec<String>, id: &str) {
    if !(1..=CUSTOM_ID).contains(&length(id)) {
        broken.push(format!("custom_id {id:?} has {} characters", length(id)));
    }
}
