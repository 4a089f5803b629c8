//! `health`: whether a running service is ready, for a container's health check.

use std::process::ExitCode;

use anstream::println;

use super::arguments::Health;
use super::failure::{FAILED, Failure, Operator};
use super::{serve, settings};
use crate::message::operator_words as words;
use crate::service::configuration::http_address;
use crate::service::health;

pub(super) fn run(health: &Health) -> Result<ExitCode, Failure> {
    let address = http_address(&health.http_addr).map_err(|fault| settings::wrong(&fault))?;
    let answer = serve::runtime()?.block_on(health::ask(address));
    answer.map_err(|why| Operator { line: words::unhealthy(address, why), code: FAILED })?;
    println!("{}", words::HEALTHY);
    Ok(ExitCode::SUCCESS)
}
