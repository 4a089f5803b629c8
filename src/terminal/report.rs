//! The report of a check: a table by kind of question, then what was answered otherwise than expected.

use std::fmt::Write;

use comfy_table::{CellAlignment, Table, presets};

use super::render::harmless;
use crate::message::{CheckReport, terminal_words as words};

/// The report as lines, with a newline at the end.
pub fn rendered_report(report: &CheckReport) -> String {
    if report.rows.is_empty() {
        return String::new();
    }
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(words::CHECK_COLUMNS);
    for row in &report.rows {
        table.add_row([row.kind.clone(), row.asked.to_string(), row.right.to_string()]);
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut text = format!("{}\n", table.trim_fmt());
    for failure in &report.failures {
        let said = [&failure.question, &failure.expected, &failure.found].map(|text| harmless(text));
        let [question, expected, found] = &said;
        let _ = writeln!(text, "\n{}", words::question_wrong(question, expected, found));
    }
    text.push('\n');
    text
}
