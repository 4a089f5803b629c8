//! A crowd: thousands of keystrokes, none lost, each in time, and memory that stays.

use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream::iter;

use super::bot::KNOWLEDGE;
use super::scene::{Scene, stage};

/// So many keystrokes warm up caches and the allocator.
const WARMING: usize = 500;
/// So many are counted.
const KEYSTROKES: usize = 3000;
/// So many people type at once.
const AT_ONCE: usize = 40;
/// The memory may grow by so much over the counted keystrokes: an entry of 156 bytes for each, as the library's own
/// limiter would keep, is 0.5 MiB; what else grows with use would show above it.
const MOST_GROWTH_KIB: u64 = 4096;

const TYPED: [&str; 12] =
    ["", "c", "cw", "cwg", "consuler", "thrid", "poli", "minstry", "handover", "2016", "xyzzy", "ފޮޓޯ"];
const WHERE: [(&str, &str); 5] = [
    ("/about", "topic"),
    ("/meetings", "find"),
    ("/attendees", "who"),
    ("/ask", "question"),
    ("/meetings", "organisation"),
];

async fn types(scene: &Scene, keystrokes: usize) -> (usize, Vec<Duration>) {
    let amina = scene.person("amina");
    let one = |at: usize| {
        let amina = amina.clone();
        async move {
            let (command, option) = WHERE[at % WHERE.len()];
            let interaction = amina.starts_typing(command, option, TYPED[at % TYPED.len()]);
            amina.suggestions(&interaction).await;
            amina.discord.shared.look(|world| world.interactions[&interaction].took).expect("answered")
        }
    };
    let mut took: Vec<Duration> = iter(0..keystrokes).map(one).buffer_unordered(AT_ONCE).collect().await;
    took.sort_unstable();
    (took.len(), took)
}

#[test]
fn three_thousand_keystrokes_are_answered_in_time_and_memory_stays() {
    stage(async || {
        let scene = Scene::with(|_, launch| launch.with("KNOWLEDGE_DIR", KNOWLEDGE)).await;
        types(&scene, WARMING).await;
        let (before, begun) = (scene.bot.resident_kib(), Instant::now());
        let (answered, took) = types(&scene, KEYSTROKES).await;
        let (after, elapsed) = (scene.bot.resident_kib(), begun.elapsed());
        assert_eq!(answered, KEYSTROKES);
        let at = |share: usize| took[(took.len() - 1) * share / 100];
        println!(
            "{answered} keystrokes in {elapsed:.1?}, {AT_ONCE} at once: median {:.1?}, 99th {:.1?}, longest {:.1?}; \
             memory {before} KiB before, {after} KiB after",
            at(50),
            at(99),
            at(100)
        );
        assert!(after.saturating_sub(before) < MOST_GROWTH_KIB, "memory grew from {before} to {after} KiB");
        let statuses = scene.discord.shared.look(|world| world.answered("/callback"));
        assert!(statuses.iter().all(|status| *status == 204), "some keystrokes were refused");
        assert_eq!(statuses.len(), WARMING + KEYSTROKES, "each is answered once");
        scene.ends().await;
    });
}
