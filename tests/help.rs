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

#[test]
fn the_manual_holds_every_option_and_points_to_no_page_that_is_not_there() {
    let mut bot = Command::cargo_bin("iom-maldives-bot").expect("the binary");
    let output = bot.arg("man").assert().success().get_output().stdout.clone();
    let page = String::from_utf8(output).expect("UTF-8").replace('\\', "");
    for command in Arguments::command().get_subcommands() {
        assert!(page.contains(&format!(".SH {}\n", command.get_name().to_uppercase())), "{}", command.get_name());
        for option in command.get_arguments().filter_map(clap::Arg::get_long) {
            assert!(page.contains(&format!("--{option}")), "{option}");
        }
    }
    assert!(page.contains("KNOWLEDGE_DIR") && page.contains("IOM_BOT_FROM"), "no environment variables");
    assert!(!page.contains("(1)"), "a page that nobody installs");
}
