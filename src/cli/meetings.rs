//! `meetings`: a list, narrowed by any of its options.

use std::process::ExitCode;

use super::arguments::{Common, Meetings};
use super::failure::Failure;
use super::output;
use crate::answer::{MeetingFilter, Request};

pub(super) fn run(common: &Common, meetings: &Meetings) -> Result<ExitCode, Failure> {
    let filter = MeetingFilter {
        find: output::joined(&meetings.find),
        from: meetings.from.clone(),
        to: meetings.to.clone(),
        organisation: meetings.organisation.clone(),
        topic: meetings.topic.clone(),
        page: usize::try_from(meetings.page - 1).unwrap_or_default(),
    };
    output::answer(common, &Request::Meetings(filter), meetings.json)
}
