//! Probe.
use iom_maldives_bot::{answer::Request, knowledge::Knowledge, message, search::Library};
fn main() {
    let loaded = Knowledge::load(std::path::Path::new("/work/main/knowledge")).unwrap_or_else(|m| { for m in m { eprintln!("{} {}:{} {}", m.file, m.line, m.column, m.found);} std::process::exit(1) });
    let library = Library::new(loaded.knowledge);
    let today: jiff::civil::Date = "2026-11-24".parse().unwrap();
    let mut line = String::new();
    let mut context: Option<String> = None;
    while std::io::stdin().read_line(&mut line).unwrap() > 0 {
        let q = line.trim_end().to_owned(); line.clear();
        let (ctx, q) = match q.split_once("||") { Some((c, q)) => (Some(c.to_owned()), q.to_owned()), None => (None, q) };
        let _ = &mut context;
        let m = message::reply(&library, &Request::Ask { question: q.clone(), context: ctx }, today);
        println!("Q: {q}\n  {:?} [{}] {}", m.outcome, m.entries.first().map_or("-", |e| &e.id), m.text.replace('\n', " | ").chars().take(330).collect::<String>());
    }
}
