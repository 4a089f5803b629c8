//! Probe.
use iom_maldives_bot::{answer::Request, knowledge::Knowledge, message, search::Library};
fn main() {
    let loaded = Knowledge::load(std::path::Path::new("knowledge")).unwrap_or_else(|_| std::process::exit(1));
    let library = Library::new(loaded.knowledge);
    let today: jiff::civil::Date = "2026-11-24".parse().unwrap();
    let (mut bad, mut all) = (0, 0);
    for line in std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap().lines() {
        let parts: Vec<&str> = line.split('|').collect();
        let (ctx, q, want) = match parts.as_slice() { [c, q, w] => (Some((*c).to_owned()).filter(|c| !c.is_empty()), *q, *w), [q, w] => (None, *q, *w), _ => continue };
        let m = message::reply(&library, &Request::Ask { question: q.to_owned(), context: ctx.clone() }, today);
        let ok = if want == "U" { m.outcome == message::Outcome::Unknown } else { m.outcome == message::Outcome::Answered && want.split(';').all(|w| m.text.to_lowercase().contains(&w.to_lowercase())) };
        all += 1; if !ok { bad += 1; }
        if !ok || want.is_empty() || want.ends_with('?') {
            println!("{} {} {q}   [{want}]\n     {:?} [{}] {}", if ok {"  "} else {"XX"}, ctx.unwrap_or_default(), m.outcome, m.entries.first().map_or("-", |e| &e.id), m.text.replace('\n', " | ").chars().take(260).collect::<String>());
        }
    }
    println!("{} of {all}", all - bad);
}
