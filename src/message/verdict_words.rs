//! What is said where a question wants a verdict: which is more, whether somebody belongs, whether sources agree.
//!
//! The one idea: the verdict stands first, and only as far as it is recorded.

use super::plain::capitalised;

pub(super) const NO_CONFLICT: &str = "No disagreement between sources is recorded.";
pub(super) const TITLE_SIZES: &str = "Which had more people";

pub(super) fn same_size(one: &str, other: &str, count: u32) -> String {
    format!("Neither: {one} and {other} are each recorded with {count} people.")
}

pub(super) fn bigger(bigger: &str, most: u32, smaller: &str, fewer: u32) -> String {
    format!("{} had more people: {most}, where {smaller} had {fewer}.", capitalised(bigger))
}

pub(super) fn size_unknown(unknown: &str, known: &str, count: u32) -> String {
    format!("That cannot be told: how many people were at {unknown} is not recorded. At {known} there were {count}.")
}

pub(super) fn sizes_unknown(one: &str, other: &str) -> String {
    format!("That cannot be told: neither for {one} nor for {other} is a number of people recorded.")
}

/// Whether somebody belongs to a body, before what is recorded of them.
pub(super) fn belongs(person: &str, body: &str, belongs: bool) -> String {
    // No article stands before the country's name.
    let article = if body.starts_with("Maldives") { "" } else { "the " };
    if belongs {
        format!("Yes: {person} is recorded in an office of {article}{body}.")
    } else {
        format!("No office of {person} in {article}{body} is recorded.")
    }
}
