//! Whatever the gateway does, the bot answers again within a stated time, and answers nothing twice.
//!
//! The one idea: a table of faults; each has a stand-in and a bot of its own, and all of them run at once.

use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::deadlines::{ANSWERED, RECOVERED, THAWED};
use super::scene::{Scene, all_of, scene, stage};
use super::stand_in::{Event, Order, Place, Reply, World};

/// Asks something, and expects the answer.
async fn answers(scene: &Scene) -> Reply {
    scene.person("amina").asks("/help", &[]).await
}

/// Waits until an interaction is answered, begun again and again as people do who got no answer.
async fn answers_again(scene: &Scene, since: Instant, within: Duration) -> Duration {
    while since.elapsed() < within {
        let interaction = scene.person("amina").begins("/help", &[]);
        let answered = |world: &World| world.interactions[&interaction].acknowledged.clone();
        if scene.discord.shared.found(Duration::from_secs(1), answered).await.is_some() {
            return since.elapsed();
        }
    }
    panic!("no answer within {within:?} after the fault. {}", scene.discord.shared.lately());
}

/// A fault, its name, and whether the session can be resumed after it.
type Fault = (&'static str, Duration, Duration, fn(&Scene));

/// Longer than any scene: heartbeats play no part.
const USUAL: Duration = Duration::from_millis(41_250);
/// So short that a missing acknowledgement shows within a scene.
const BRISK: Duration = Duration::from_secs(1);

const FAULTS: &[Fault] = &[
    ("close 4000, unknown error", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(4000))),
    ("close 4001, unknown opcode", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(4001))),
    ("close 4002, decode error", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(4002))),
    ("close 4003, not authenticated", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(4003))),
    ("close 4005, already authenticated", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(4005))),
    ("close 4007, invalid sequence", USUAL, RECOVERED, |scene| {
        scene.discord.orders(Order::Close(4007));
        scene.discord.forgets_sessions();
    }),
    ("close 4008, rate limited", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(4008))),
    ("close 4009, session timed out", USUAL, RECOVERED, |scene| {
        scene.discord.orders(Order::Close(4009));
        scene.discord.forgets_sessions();
    }),
    ("close 1000", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(1000))),
    ("close 1001", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Close(1001))),
    ("the end of the stream without a close", USUAL, RECOVERED, |scene| scene.discord.orders(Order::EndOfStream)),
    ("a reset", USUAL, RECOVERED, |scene| scene.discord.orders(Order::Reset)),
    ("an empty close and the end of the stream", USUAL, THAWED, |scene| {
        scene.discord.orders(Order::EmptyClose { end_of_stream: true });
    }),
    ("an empty close alone", BRISK, RECOVERED, |scene| {
        scene.discord.orders(Order::EmptyClose { end_of_stream: false });
    }),
    ("no acknowledgement of heartbeats", BRISK, RECOVERED, |scene| scene.discord.orders(Order::StopAcknowledging)),
    ("silence", BRISK, RECOVERED, |scene| scene.discord.orders(Order::Freeze)),
    ("op 7, reconnect", USUAL, RECOVERED, |scene| scene.discord.sends_opcode(7, &Value::Null)),
    ("op 9 true, resumable", USUAL, RECOVERED, |scene| scene.discord.sends_opcode(9, &json!(true))),
    ("op 9 false, begin anew", USUAL, RECOVERED, |scene| {
        scene.discord.forgets_sessions();
        scene.discord.shared.change(|world| {
            world
                .connected()
                .expect("connected")
                .order(Order::Send(json!({ "op": 9, "d": false, "s": null, "t": null })));
        });
    }),
];

#[test]
fn the_bot_answers_again_after_every_fault() {
    stage(async || {
        let plays = FAULTS.iter().map(|(name, heartbeat, within, fault)| async move {
            let scene = Scene::with(|discord, launch| {
                discord.settings.heartbeat.set(*heartbeat);
                launch
            })
            .await;
            answers(&scene).await;
            let since = Instant::now();
            fault(&scene);
            scene.discord.sessions_reach(2, *within).await;
            let took = answers_again(&scene, since, *within).await;
            let (identified, resumed) = scene.discord.shared.look(|world| (world.identified(), world.resumed()));
            println!("{name}: answers again after {took:.1?} (sessions begun {identified}, resumed {resumed})");
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn an_event_missed_while_the_connection_was_lost_is_answered_once() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let before = answers(scene).await;
        scene.discord.orders(Order::Close(4000));
        let missed = amina.begins("/about", &[("topic", "third CWG".into())]);
        amina.gets_within(&missed, RECOVERED).await;
        scene.discord.until("a resumption", RECOVERED, |world| (world.resumed() > 0).then_some(())).await;
        assert!(!before.deleted);
        let statuses = scene.discord.shared.look(|world| world.answered("/callback"));
        assert_eq!(statuses, [204, 204], "each of two interactions is answered once");
        assert_eq!(scene.discord.shared.look(World::identified), 1, "the session was resumed, not begun anew");
    });
}

#[test]
fn events_that_come_twice_are_answered_once() {
    scene(async |scene| {
        let amina = scene.person("amina").at(Place::Direct);
        let question = amina.says("what is IOM");
        amina.reply_to(&question).await;
        // A gateway that replays what was received already, as after a resumption with an old number.
        scene.discord.shared.change(|world| {
            let session = world.connected().expect("connected");
            let events = session.after(0).into_iter().filter(|event| event["t"] == "MESSAGE_CREATE");
            events.for_each(|event| session.order(Order::Send(event)));
        });
        amina.tells("who chaired the third CWG").await;
        let answers = scene.discord.shared.look(|world| {
            let of_question =
                |body: &Value| body["message_reference"]["message_id"].as_str() == Some(question.as_str());
            world.posted.values().filter(|posted| of_question(&posted.body)).count()
        });
        assert_eq!(answers, 1);
    });
}

/// What no bot should have to read.
fn unreadable() -> Vec<(&'static str, Order)> {
    let event = |kind: &str, data: Value| Order::Send(json!({ "op": 0, "s": 1000, "t": kind, "d": data }));
    vec![
        ("an unknown event", event("SOMETHING_OF_NEXT_YEAR", json!({ "new": [1, 2, 3] }))),
        ("an event without data", event("MESSAGE_CREATE", Value::Null)),
        ("an interaction without most of its fields", event("INTERACTION_CREATE", json!({ "id": "1", "type": 2 }))),
        (
            "an interaction of an unknown type",
            event("INTERACTION_CREATE", json!({ "id": "1", "type": 99, "token": "x" })),
        ),
        ("a message of the wrong types", event("MESSAGE_CREATE", json!({ "id": 5, "content": ["a"], "author": "x" }))),
        ("an unknown opcode", Order::Send(json!({ "op": 42, "d": {}, "s": null, "t": null }))),
        ("an opcode that is no number", Order::Send(json!({ "op": "seven", "d": {} }))),
        ("text that is not JSON", Order::Raw("{\"op\": 0, \"t\":".to_owned())),
        ("an empty text", Order::Raw(String::new())),
        ("bytes that are not zlib", Order::RawBinary(vec![0x78, 0x9c, 1, 2, 3])),
        (
            "a deep nest",
            Order::Raw(format!("{{\"op\":0,\"t\":\"X\",\"s\":7,\"d\":{}{}}}", "[".repeat(500), "]".repeat(500))),
        ),
    ]
}

#[test]
fn unknown_and_malformed_payloads_do_no_harm() {
    stage(async || {
        let plays = unreadable().into_iter().map(|(name, order)| async move {
            let scene = Scene::open().await;
            let since = Instant::now();
            scene.discord.orders(order);
            let took = answers_again(&scene, since, RECOVERED).await;
            println!("{name}: answers after {took:.1?}");
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn unknown_commands_and_components_get_an_answer() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let command = json!({ "id": "9", "name": "a-command-of-next-year", "type": 1, "options": [] });
        let reply = amina.gets(&amina.interacts(2, &command, None)).await;
        assert!(reply.is_private(), "what failed is nobody else's business");
        let help = answers(scene).await;
        for id in ["", "x", "of-another-bot:1:2", "o|", "|||||", "\u{202e}", &"z".repeat(100)] {
            let reply = amina.gets(&amina.uses(&help, 2, id, &[])).await;
            assert!(!reply.deleted, "{id:?}");
        }
        scene.snapshot("unknown_commands_and_components");
    });
}

#[test]
fn heartbeats_keep_their_interval() {
    stage(async || {
        let interval = Duration::from_secs(4);
        let scene = Rc::new(
            Scene::with(|discord, launch| {
                discord.settings.heartbeat.set(interval);
                launch
            })
            .await,
        );
        let beats = scene.discord.until("three heartbeats", interval * 4 + ANSWERED, |world| {
            let beat = |event: &Event| match event {
                Event::Heartbeat(_, after) => Some(*after),
                _ => None,
            };
            let beats: Vec<Duration> = world.events.iter().filter_map(beat).collect();
            (beats.len() >= 3).then_some(beats)
        });
        let beats = beats.await;
        println!("heartbeats after the hello: {beats:.2?}");
        assert!(beats[0] <= interval + Duration::from_millis(500), "the first heartbeat is late: {beats:?}");
        for pair in beats.windows(2) {
            let pause = pair[1].saturating_sub(pair[0]);
            assert!(pause < interval + Duration::from_secs(1) && pause > interval / 2, "{beats:?}");
        }
        scene.leaves().await;
    });
}
