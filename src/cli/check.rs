//! `check`: everything that is wrong with the knowledge, and how it answers the curator's own questions.

use std::io::Write;
use std::process::ExitCode;

use serde_json::json;

use super::arguments::{Check, Common};
use super::failure::Failure;
use super::{opening, output};
use crate::knowledge::Mistake;
use crate::message::{self, CheckReport, terminal_words as words};
use crate::search::Library;
use crate::terminal::{mistakes, rendered_report};

pub(super) fn run(common: &Common, check: &Check) -> Result<ExitCode, Failure> {
    let folder = check.folder.as_deref().or(common.knowledge.as_deref());
    let mut output = anstream::stdout().lock();
    let loaded = match opening::load(folder) {
        Err(Failure::Knowledge(mistakes)) if check.json => {
            output::json_line(&mut output, &report_of_broken(&mistakes))?;
            return Ok(ExitCode::FAILURE);
        }
        loaded => loaded?,
    };
    let library = Library::new(loaded.knowledge);
    let report = message::check(&library, opening::today(common));
    let knowledge = &library.knowledge;
    let asked: usize = report.rows.iter().map(|row| row.asked).sum();
    let right: usize = report.rows.iter().map(|row| row.right).sum();
    if check.json {
        let entries: usize = knowledge.counts().iter().map(|(_, count)| count).sum();
        let CheckReport { rows, failures } = &report;
        let json = json!({
            "version": knowledge.version, "entries": entries, "asked": asked, "right": right,
            "kinds": rows, "failures": failures, "mistakes": loaded.warnings,
        });
        output::json_line(&mut output, &json)?;
    } else {
        if !loaded.warnings.is_empty() {
            writeln!(output, "{}", mistakes::drawn(&loaded.warnings))?;
        }
        let entries: usize = knowledge.counts().iter().map(|(_, count)| count).sum();
        write!(output, "{}", rendered_report(&report))?;
        writeln!(output, "{}", words::checked(entries, &knowledge.version, loaded.warnings.len()))?;
        writeln!(output, "{}", words::questions_right(right, asked))?;
    }
    output.flush()?;
    Ok(if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn report_of_broken(mistakes: &[Mistake]) -> serde_json::Value {
    json!({ "mistakes": mistakes })
}
