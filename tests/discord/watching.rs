//! What whoever watches the service sees: every metric that the page for operators lists, each counting what was done.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use serde_json::json;
use tokio::time::sleep;

use super::deadlines::{LOOK_AGAIN, RECOVERED};
use super::exposed::Exposed;
use super::folder::{Folder, fact};
use super::scene::{Scene, scene, stage};
use super::stand_in::{On, Order, Place, Then};

#[test]
fn the_page_lists_every_metric_that_is_exposed_and_no_other() {
    scene(async |scene| {
        let exposed = Exposed::by(&scene.bot).await;
        let page = include_str!("../../docs/OPERATIONS.md");
        let metrics: BTreeMap<String, (String, BTreeSet<String>)> = rows(page, "## Metrics")
            .into_iter()
            .map(|row| (spans(&row[0])[0].clone(), (row[1].clone(), spans(&row[2]).into_iter().collect())))
            .collect();
        let listed: BTreeMap<String, String> =
            metrics.iter().map(|(name, (kind, _))| (name.clone(), kind.clone())).collect();
        assert_eq!(listed, exposed.types);
        let mut values: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for series in exposed.series() {
            let (name, labels) = labels(series);
            let name = exposed.metric(name).unwrap_or_else(|| panic!("{series} has no type"));
            let own: BTreeSet<String> =
                labels.iter().filter(|(label, _)| *label != "le").map(|(label, _)| (*label).to_owned()).collect();
            assert_eq!(metrics[name].1, own, "labels of {name}");
            for (label, value) in labels.into_iter().filter(|(label, _)| !["le", "version"].contains(label)) {
                values.entry(format!("{name} {label}")).or_default().insert(value.to_owned());
            }
        }
        let mut of_page: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in rows(page, "### Labels") {
            for name in spans(&row[0]) {
                of_page.insert(format!("{name} {}", spans(&row[1])[0]), spans(&row[2]).into_iter().collect());
            }
        }
        assert_eq!(of_page, values);
    });
}

/// The rows of the first table below a heading, cell by cell, without its head.
pub(crate) fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let below = page.split(&format!("\n{heading}\n")).nth(1).unwrap_or_else(|| panic!("no {heading}"));
    let table = below.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    table.skip(2).map(cells).collect()
}

pub(crate) fn spans(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// `name{label="value",...}` in its parts.
pub(crate) fn labels(series: &str) -> (&str, Vec<(&str, &str)>) {
    let Some((name, rest)) = series.split_once('{') else { return (series, Vec::new()) };
    let pairs = rest.trim_end_matches('}').split(',');
    (name, pairs.filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name, value.trim_matches('"'))).collect())
}

#[test]
fn every_metric_moves_with_what_it_counts_and_no_series_comes_of_it() {
    stage(async || {
        let folder = Folder::new();
        let scene = Scene::with(|_, launch| launch.knowing(folder.path())).await;
        let begun = Instant::now();
        while Exposed::by(&scene.bot).await.count("iom_bot_registrations_total{result=\"changed\"}") == 0 {
            assert!(begun.elapsed() < RECOVERED, "the registration was not counted");
            sleep(LOOK_AGAIN).await;
        }
        let before = Exposed::by(&scene.bot).await;
        let mut moved: BTreeSet<String> = ["iom_bot_registrations_total".to_owned()].into();
        questions(&scene, &mut moved).await;
        rest_faults(&scene, &mut moved).await;
        gateway_losses(&scene, &mut moved).await;
        new_knowledge(&scene, &folder, &mut moved).await;
        let fixed = [
            "iom_bot_build_info",
            "process_start_time_seconds",
            // Nobody can bring a defect about from outside.
            "iom_bot_defects_total",
        ];
        let unmoved: Vec<&String> =
            before.types.keys().filter(|name| !moved.contains(*name) && !fixed.contains(&name.as_str())).collect();
        assert!(unmoved.is_empty(), "nothing showed that these move: {unmoved:?}");
        let after = Exposed::by(&scene.bot).await;
        let fixed = |exposed: &Exposed| -> BTreeSet<String> {
            let of_version = |series: &&&str| !series.starts_with("iom_bot_knowledge_info");
            exposed.series().iter().filter(of_version).map(|series| (*series).to_owned()).collect()
        };
        assert_eq!(fixed(&before), fixed(&after), "a series came or went");
        let text = after.text.to_lowercase();
        let person = scene.person("amina").user()["id"].as_str().expect("an id").to_owned();
        for written in ["amina", "third", "registry", "who chaired", person.as_str()] {
            assert!(!text.contains(written), "{written} is in the metrics");
        }
        scene.ends().await;
    });
}

/// Waits until every series has grown by so much since a moment, and notes their metrics.
async fn grows(scene: &Scene, before: &Exposed, by: &[(&str, u64)], moved: &mut BTreeSet<String>) {
    let begun = Instant::now();
    loop {
        let now = Exposed::by(&scene.bot).await;
        let grown = |series: &str| now.count(series).saturating_sub(before.count(series));
        let wrong: Vec<String> = by
            .iter()
            .filter(|(series, number)| grown(series) != *number)
            .map(|(series, number)| format!("{series} grew by {} and not {number}", grown(series)))
            .collect();
        if wrong.is_empty() {
            moved.extend(by.iter().map(|(series, _)| now.metric(labels(series).0).expect("its type").to_owned()));
            return;
        }
        assert!(begun.elapsed() < RECOVERED, "{wrong:#?}\n{}", scene.bot.output());
        sleep(LOOK_AGAIN).await;
    }
}

async fn questions(scene: &Scene, moved: &mut BTreeSet<String>) {
    let before = Exposed::by(&scene.bot).await;
    let amina = scene.person("amina");
    let reply = amina.asks("/attendees", &[("meeting", "third CWG".into())]).await;
    let question = reply.buttons().into_iter().find(|label| label.starts_with("Wh")).map(str::to_owned);
    amina.presses(&reply, &question.expect("a question")).await;
    amina.asks("/about", &[("topic", "Seagrass registry".into())]).await;
    amina.asks("/ask", &[("question", "how many people attended the handover".into())]).await;
    amina.types("/about", "topic", "third").await;
    amina.asks_about("who chaired the third CWG").await;
    let alone = amina.at(Place::Direct);
    let asked = alone.says("who chaired the third CWG");
    alone.reply_to(&asked).await;
    scene.discord.shared.change(|world| {
        let session = world.connected().expect("connected");
        let again = session.after(0).into_iter().filter(|event| event["t"] == "MESSAGE_CREATE");
        again.for_each(|event| session.order(Order::Send(event)));
    });
    let public = amina.asks("/help", &[("visible", true.into())]).await;
    amina.presses(&public, "Delete").await;
    let by = [
        ("iom_bot_interactions_total{kind=\"command\",outcome=\"delivered\"}", 4),
        ("iom_bot_interactions_total{kind=\"component\",outcome=\"delivered\"}", 2),
        ("iom_bot_interactions_total{kind=\"delete\",outcome=\"delivered\"}", 1),
        ("iom_bot_interactions_total{kind=\"autocomplete\",outcome=\"delivered\"}", 1),
        ("iom_bot_interactions_total{kind=\"menu\",outcome=\"delivered\"}", 1),
        ("iom_bot_interactions_total{kind=\"message\",outcome=\"delivered\"}", 1),
        ("iom_bot_answer_duration_seconds_count{kind=\"command\"}", 4),
        ("iom_bot_answers_total{outcome=\"unknown\"}", 1),
        ("iom_bot_answers_total{outcome=\"choices\"}", 1),
        ("iom_bot_answers_total{outcome=\"answered\"}", 5),
        ("iom_bot_events_dropped_total{reason=\"repeated\"}", 1),
        ("iom_bot_rest_calls_total{result=\"done\"}", 10),
    ];
    grows(scene, &before, &by, moved).await;
}

async fn rest_faults(scene: &Scene, moved: &mut BTreeSet<String>) {
    let faults = [
        (Then::Error(500, 0), "faulty", "delivered"),
        (Then::RateLimited(Duration::from_millis(300)), "limited", "delivered"),
        (Then::Reset, "unreachable", "delivered"),
        (Then::Error(404, 10_062), "refused", "unwanted"),
        (Then::Error(403, 50_001), "refused", "undelivered"),
        (Then::Silence, "late", "undelivered"),
    ];
    for (then, result, outcome) in faults {
        let before = Exposed::by(&scene.bot).await;
        scene.discord.breaks(On::Callback, then, if result == "late" { 9 } else { 1 });
        scene.person("amina").begins("/help", &[]);
        let calls = format!("iom_bot_rest_calls_total{{result=\"{result}\"}}");
        let interactions = format!("iom_bot_interactions_total{{kind=\"command\",outcome=\"{outcome}\"}}");
        grows(scene, &before, &[(&calls, 1), (&interactions, 1)], moved).await;
        scene.discord.shared.change(|world| world.faults.clear());
    }
    // More than are answered at once, while no answer is taken.
    let before = Exposed::by(&scene.bot).await;
    scene.discord.breaks(On::Callback, Then::Silence, 10_000);
    let (mut most, dropped) = (0, "iom_bot_events_dropped_total{reason=\"crowded\"}");
    let begun = Instant::now();
    while Exposed::by(&scene.bot).await.count(dropped) == before.count(dropped) {
        assert!(begun.elapsed() < RECOVERED, "nothing was dropped, and {most} answers were in hand");
        for _ in 0..200 {
            scene.person("ibrahim").begins("/help", &[]);
        }
        most = most.max(Exposed::by(&scene.bot).await.count("iom_bot_answers_in_flight"));
    }
    assert!(most > 100, "{most} answers in hand");
    scene.discord.shared.change(|world| world.faults.clear());
    let begun = Instant::now();
    while Exposed::by(&scene.bot).await.count("iom_bot_answers_in_flight") > 0 {
        assert!(begun.elapsed() < RECOVERED, "answers stay in hand");
        sleep(LOOK_AGAIN).await;
    }
    moved.extend(["iom_bot_answers_in_flight", "process_resident_memory_bytes"].map(str::to_owned));
}

async fn gateway_losses(scene: &Scene, moved: &mut BTreeSet<String>) {
    let connections = |start: &str| format!("iom_bot_gateway_connections_total{{start=\"{start}\"}}");
    let losses = |reason: &str| format!("iom_bot_gateway_losses_total{{reason=\"{reason}\"}}");
    let before = Exposed::by(&scene.bot).await;
    assert_eq!(before.count("iom_bot_gateway_connected"), 1);
    scene.discord.orders(Order::Close(4000));
    grows(scene, &before, &[(&losses("disconnected"), 1), (&connections("resumed"), 1)], moved).await;

    let before = Exposed::by(&scene.bot).await;
    scene.discord.breaks(On::Gateway, Then::Garbage, 1);
    scene.discord.orders(Order::Close(4003));
    let begun = Instant::now();
    while Exposed::by(&scene.bot).await.count("iom_bot_gateway_connected") == 1 {
        assert!(begun.elapsed() < RECOVERED, "connected without a connection");
    }
    moved.insert("iom_bot_gateway_connected".to_owned());
    let calls = "iom_bot_rest_calls_total{result=\"unreadable\"}";
    grows(scene, &before, &[(&losses("not_authenticated"), 1), (&connections("new"), 1), (calls, 1)], moved).await;

    let before = Exposed::by(&scene.bot).await;
    scene.discord.orders(Order::EmptyClose { end_of_stream: true });
    grows(scene, &before, &[(&losses("frozen"), 1), (&connections("new"), 1)], moved).await;
    assert_eq!(Exposed::by(&scene.bot).await.count("iom_bot_gateway_connected"), 1);
}

async fn new_knowledge(scene: &Scene, folder: &Folder, moved: &mut BTreeSet<String>) {
    let reloads = |result: &str| format!("iom_bot_knowledge_reloads_total{{result=\"{result}\"}}");
    let before = Exposed::by(&scene.bot).await;
    let mut newest = fact("newest", "Lagoon registry", "It lists lagoons.");
    newest["as_of"] = json!("2026-11-01");
    // The time of loading is told in whole seconds.
    sleep(Duration::from_secs(1)).await;
    folder.replaces("facts/newest.json", &newest);
    let by = [
        (&*reloads("loaded"), 1),
        ("iom_bot_knowledge_reload_duration_seconds_count", 1),
        ("iom_bot_knowledge_entries{kind=\"fact\"}", 1),
    ];
    grows(scene, &before, &by, moved).await;
    let after = Exposed::by(&scene.bot).await;
    for name in ["iom_bot_knowledge_loaded_timestamp_seconds", "iom_bot_knowledge_newest_timestamp_seconds"] {
        assert!(after.value(name) > before.value(name), "{name}");
        moved.insert(name.to_owned());
    }
    // 1 November 2026, midnight in UTC.
    assert_eq!(after.count("iom_bot_knowledge_newest_timestamp_seconds"), 1_793_491_200);
    let version = |exposed: &Exposed| {
        exposed.series().iter().find(|name| name.starts_with("iom_bot_knowledge_info")).map(|name| (*name).to_owned())
    };
    assert_ne!(version(&before), version(&after));
    moved.insert("iom_bot_knowledge_info".to_owned());

    let before = Exposed::by(&scene.bot).await;
    scene.bot.signal(Signal::SIGHUP);
    grows(scene, &before, &[(&reloads("unchanged"), 1)], moved).await;
    folder.replaces("facts/newest.json", &json!({ "id": "newest" }));
    grows(scene, &before, &[(&reloads("failed"), 1), ("iom_bot_knowledge_mistakes", 1)], moved).await;
    folder.replaces("facts/newest.json", &newest);
    grows(scene, &before, &[(&reloads("unchanged"), 2), ("iom_bot_knowledge_mistakes", 0)], moved).await;
}
