//! `man`: the manual page.

use std::process::ExitCode;

use clap::CommandFactory;

use super::arguments::Arguments;
use super::failure::Failure;

pub(super) fn run() -> Result<ExitCode, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
    std::io::Write::write_all(&mut std::io::stdout().lock(), &page)?;
    Ok(ExitCode::SUCCESS)
}
