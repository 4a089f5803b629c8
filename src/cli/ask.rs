//! `ask`: a question in one's own words.

use std::process::ExitCode;

use super::arguments::{Ask, Common};
use super::failure::Failure;
use super::{lines, opening, output};
use crate::answer::Request;
use crate::message::reply;

pub(super) fn run(common: &Common, ask: &Ask) -> Result<ExitCode, Failure> {
    let request =
        |question: &str| Request::Ask { question: question.to_owned(), context: ask.context.clone(), page: 0 };
    if ask.stdin {
        let library = opening::library(common)?;
        let today = opening::today(common);
        return lines::each_line(|line| reply(&library, &request(line), today));
    }
    output::answer(common, &request(&ask.question.join(" ")), ask.json)
}
