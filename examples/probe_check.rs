//! Probe.
use iom_maldives_bot::{knowledge::Knowledge, message, search::Library};
fn main() {
    let loaded = Knowledge::load(std::path::Path::new("/work/main/knowledge")).unwrap_or_else(|m| { for m in m { eprintln!("{} {}:{} {}", m.file, m.line, m.column, m.found);} std::process::exit(1) });
    let library = Library::new(loaded.knowledge);
    let report = message::check(&library, "2026-11-24".parse().unwrap());
    let asked: usize = report.rows.iter().map(|r| r.asked).sum();
    for f in &report.failures { println!("{} [{}] wanted {}\n    {}", f.question, f.kind, f.expected, f.found.chars().take(260).collect::<String>()); }
    println!("{} of {} right", asked - report.failures.len(), asked);
}
