//! `about`: one topic, or what the knowledge holds.

use std::process::ExitCode;

use super::arguments::{About, Common};
use super::failure::Failure;
use super::output;
use crate::answer::Request;

pub(super) fn run(common: &Common, about: &About) -> Result<ExitCode, Failure> {
    output::answer(common, &Request::About { topic: output::joined(&about.topic) }, about.json)
}
