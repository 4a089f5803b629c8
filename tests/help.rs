//! Every help text in one snapshot, so that each change to the command line is seen in review.
//!
//! `INSTA_UPDATE=always cargo test --test help` writes it anew.

use assert_cmd::Command;
use clap::CommandFactory;
use iom_maldives_bot::cli::Arguments;

#[test]
fn the_help_of_every_command_reads_as_reviewed() {
    let mut text = help(&[]);
    for command in Arguments::command().get_subcommands() {
        text.push_str("\n---- ");
        text.push_str(&help(&[command.get_name()]));
    }
    insta::assert_snapshot!(text);
}

/// What a command says to `--help`, on a terminal of usual width and without anybody's environment.
fn help(command: &[&str]) -> String {
    let mut bot = Command::cargo_bin("iom-maldives-bot").expect("the binary");
    let output = bot.args(command).arg("--help").env_clear().env("COLUMNS", "100").assert().success();
    String::from_utf8(output.get_output().stdout.clone()).expect("UTF-8")
}
