//! A reply as a person sees it.

use std::fmt::Write;

use serde_json::Value;

use super::world::World;

const EPHEMERAL: u64 = 1 << 6;

/// What a person got.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// The message's id.
    pub(crate) id: String,
    /// Its channel.
    pub(crate) channel: String,
    /// The message as it stands now.
    pub(crate) body: Value,
    /// Whether it took the place of an earlier one.
    pub(crate) in_place: bool,
    /// Whether it is gone.
    pub(crate) deleted: bool,
}

impl Reply {
    /// The message with this id.
    pub(crate) fn of(world: &World, id: &str) -> Option<Self> {
        let posted = world.posted.get(id)?;
        Some(Self {
            id: id.to_owned(),
            channel: posted.channel.clone(),
            body: posted.body.clone(),
            in_place: posted.edits > 0,
            deleted: posted.deleted,
        })
    }

    /// Whether only the asker sees it.
    pub(crate) fn is_private(&self) -> bool {
        self.body["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0
    }

    /// Every component, without its row.
    pub(crate) fn components(&self) -> Vec<&Value> {
        let rows = self.body["components"].as_array().into_iter().flatten();
        rows.filter_map(|row| row["components"].as_array()).flatten().collect()
    }

    /// The words on the buttons, in order.
    pub(crate) fn buttons(&self) -> Vec<&str> {
        self.components()
            .iter()
            .filter(|component| component["type"] == 2)
            .filter_map(|button| button["label"].as_str())
            .collect()
    }

    /// The button whose words begin so.
    pub(crate) fn button(&self, label: &str) -> &Value {
        let fits = |button: &&&Value| button["label"].as_str().is_some_and(|words| words.starts_with(label));
        let found = self.components().iter().find(fits).copied();
        found.unwrap_or_else(|| panic!("no button {label:?} on\n{}", self.shown()))
    }

    /// The menu that has an option whose label begins so, and the option's value.
    pub(crate) fn menu_option(&self, label: &str) -> (&Value, &str) {
        let menus = self.components().into_iter().filter(|component| component["type"] == 3);
        let options =
            menus.flat_map(|menu| menu["options"].as_array().into_iter().flatten().map(move |option| (menu, option)));
        let fits = |option: &Value| option["label"].as_str().is_some_and(|words| words.starts_with(label));
        let found = options.into_iter().find(|(_, option)| fits(option));
        let (menu, option) = found.unwrap_or_else(|| panic!("no menu has {label:?} on\n{}", self.shown()));
        (menu, option["value"].as_str().expect("a value"))
    }

    /// All text of it, as for a search.
    pub(crate) fn text(&self) -> String {
        self.shown()
    }

    /// As a person sees it: who sees it, its text, its buttons and menus.
    pub(crate) fn shown(&self) -> String {
        let mut out = String::new();
        let who = if self.is_private() { "only the asker sees this" } else { "everybody sees this" };
        let how = if self.deleted {
            ", deleted"
        } else if self.in_place {
            ", in place"
        } else {
            ""
        };
        line(&mut out, &format!("({who}{how})"));
        if self.deleted {
            return out;
        }
        line(&mut out, self.body["content"].as_str().unwrap_or_default());
        for embed in self.body["embeds"].as_array().into_iter().flatten() {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            line(&mut out, &prefixed("by ", &text(&embed["author"]["name"])));
            line(&mut out, &prefixed("# ", &text(&embed["title"])));
            line(&mut out, &text(&embed["description"]));
            for field in embed["fields"].as_array().into_iter().flatten() {
                line(&mut out, &prefixed("## ", &text(&field["name"])));
                line(&mut out, &text(&field["value"]));
            }
            line(&mut out, &prefixed("-- ", &text(&embed["footer"]["text"])));
        }
        for row in self.body["components"].as_array().into_iter().flatten() {
            let parts: Vec<String> = row["components"].as_array().into_iter().flatten().map(component).collect();
            line(&mut out, &parts.join(" "));
        }
        out
    }
}

fn prefixed(prefix: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{prefix}{text}") }
}

fn line(out: &mut String, text: &str) {
    if !text.is_empty() {
        writeln!(out, "{text}").expect("a string takes everything");
    }
}

fn component(component: &Value) -> String {
    let words = component["label"].as_str().unwrap_or_default();
    let off = if component["disabled"] == true { " (off)" } else { "" };
    if component["type"] == 3 {
        let options = component["options"].as_array().into_iter().flatten();
        let options: Vec<String> = options.map(|option| format!("\n    - {}", labelled(option))).collect();
        return format!("menu {}{off}:{}", component["placeholder"], options.concat());
    }
    match component["url"].as_str() {
        Some(url) => format!("[{words} -> {url}]"),
        None => format!("[{words}]{off}"),
    }
}

fn labelled(option: &Value) -> String {
    let label = option["label"].as_str().unwrap_or_default();
    match option["description"].as_str() {
        Some(description) => format!("{label} | {description}"),
        None => label.to_owned(),
    }
}
