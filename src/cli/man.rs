//! `man`: the manual page.
//!
//! The one idea: one page holds every command, so that nothing points to a page that was not installed.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_mangen::Man;

use super::arguments::Arguments;
use super::failure::Failure;

pub(super) fn run() -> Result<ExitCode, Failure> {
    let mut page = Vec::new();
    write_page(&mut page)?;
    io::stdout().lock().write_all(&page)?;
    Ok(ExitCode::SUCCESS)
}

fn write_page(page: &mut Vec<u8>) -> io::Result<()> {
    let mut command = Arguments::command();
    // Gives every command its full name, and the options that all of them take.
    command.build();
    let whole = Man::new(command.clone());
    whole.render_title(page)?;
    whole.render_name_section(page)?;
    whole.render_synopsis_section(page)?;
    whole.render_options_section(page)?;
    for below in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        let mut section = Vec::new();
        // What every command takes stands above, once.
        let own = below.clone().mut_args(|argument| {
            let is_common = argument.is_global_set() || argument.get_id() == "help";
            argument.hide(is_common)
        });
        let man = Man::new(own);
        man.render_description_section(&mut section)?;
        man.render_synopsis_section(&mut section)?;
        man.render_options_section(&mut section)?;
        // The headings of a page of its own become the parts of a section of this one.
        let parts = String::from_utf8_lossy(&section).replace(".SH ", ".SS ");
        writeln!(page, ".SH {}", below.get_name().to_uppercase())?;
        page.write_all(parts.as_bytes())?;
        if let Some(example) = below.get_after_help() {
            writeln!(page, ".PP\n{}", example.to_string().replace('-', "\\-"))?;
        }
    }
    Ok(())
}
