//! `attendees`: who took part in a meeting, where somebody took part, or whether somebody was there.

use std::process::ExitCode;

use super::arguments::{Attendees, Common};
use super::failure::Failure;
use super::output;
use crate::answer::Request;

pub(super) fn run(common: &Common, attendees: &Attendees) -> Result<ExitCode, Failure> {
    let request = Request::Attendees { meeting: output::joined(&attendees.meeting), who: attendees.who.clone() };
    output::answer(common, &request, attendees.json)
}
