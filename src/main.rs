//! The IOM Maldives Bot: hands the command line over.

use std::process::ExitCode;

fn main() -> ExitCode {
    iom_maldives_bot::cli::run(std::env::args_os())
}
