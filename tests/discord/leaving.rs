//! SIGTERM in every state: what is in hand is finished, and the process ends with 0 within 8 seconds.
//!
//! The one idea: a table of states; `Scene::leaves` sends the signal and holds the service to its promise.

use std::time::Duration;

use nix::sys::signal::Signal;
use serde_json::json;

use super::deadlines::{ANSWERED, RECOVERED, STARTED, STOPPED};
use super::scene::{Scene, all_of, stage};
use super::stand_in::{Discord, Event, On, Order, Place, Then, World};

/// Brings a bot that is ready into a state, and tells when it is there.
type State = (&'static str, fn(&Scene), fn(&World) -> bool);

/// A request that was broken has come.
fn a_fault_befell(world: &World) -> bool {
    world.count(|event| matches!(event, Event::Befallen)) > 0
}

/// The connection did as it was told.
fn obeyed(world: &World) -> bool {
    world.count(|event| matches!(event, Event::Obeyed(_))) > 0
}

const STATES: &[State] = &[
    ("idle", |_| {}, |_| true),
    (
        "a first answer is slow",
        |scene| {
            scene.discord.breaks(On::Callback, Then::Slow(Duration::from_secs(2)), 1);
            scene.person("amina").begins("/help", &[]);
        },
        a_fault_befell,
    ),
    (
        "a first answer is never taken",
        |scene| {
            scene.discord.breaks(On::Callback, Then::Silence, 9);
            scene.person("amina").begins("/help", &[]);
        },
        a_fault_befell,
    ),
    (
        "an answer in a channel is never taken",
        |scene| {
            scene.discord.breaks(On::ChannelMessage, Then::Silence, 9);
            scene.person("amina").at(Place::Direct).says("what is IOM");
        },
        a_fault_befell,
    ),
    (
        "rate limited for longer than there is time",
        |scene| {
            scene.discord.breaks(On::ChannelMessage, Then::RateLimited(Duration::from_mins(1)), 9);
            scene.person("amina").at(Place::Direct).says("what is IOM");
        },
        a_fault_befell,
    ),
    (
        "every request fails",
        |scene| {
            scene.discord.breaks(On::Any, Then::Error(500, 0), 1000);
            scene.person("amina").begins("/help", &[]);
        },
        a_fault_befell,
    ),
    ("frozen by an empty close", |scene| scene.discord.orders(Order::EmptyClose { end_of_stream: true }), obeyed),
    ("an empty close without an end", |scene| scene.discord.orders(Order::EmptyClose { end_of_stream: false }), obeyed),
    ("a gateway that reads nothing", |scene| scene.discord.orders(Order::Freeze), obeyed),
    ("heartbeats are not acknowledged", |scene| scene.discord.orders(Order::StopAcknowledging), obeyed),
    (
        "between two sessions",
        |scene| {
            scene.discord.forgets_sessions();
            scene.discord.orders(Order::Raw(json!({ "op": 9, "d": false, "s": null, "t": null }).to_string()));
        },
        obeyed,
    ),
    (
        "reconnecting to a gateway that is away",
        |scene| {
            scene.discord.settings.gateway_refuses.set(true);
            scene.discord.orders(Order::Close(4000));
        },
        |world| world.connected().is_none(),
    ),
    (
        "reconnecting, and /gateway does not answer",
        |scene| {
            scene.discord.settings.gateway_refuses.set(true);
            scene.discord.breaks(On::Gateway, Then::Silence, 99);
            scene.discord.orders(Order::Reset);
        },
        |world| world.connected().is_none(),
    ),
];

#[test]
fn it_leaves_from_every_state() {
    stage(async || {
        let plays = STATES.iter().map(|(name, state, reached)| async move {
            let scene = Scene::open().await;
            state(&scene);
            scene.discord.until(name, RECOVERED, |world| reached(world).then_some(())).await;
            println!("{name}: left after {:.1?}", scene.leaves().await);
        });
        all_of(plays).await;
    });
}

/// How a bot is started that cannot become ready.
type Start = (&'static str, fn(&Discord));

const STARTS: &[Start] = &[
    ("/gateway fails", |discord| discord.breaks(On::Gateway, Then::Error(500, 0), 10_000)),
    ("/gateway does not answer", |discord| discord.breaks(On::Gateway, Then::Silence, 10_000)),
    ("the gateway is away", |discord| discord.settings.gateway_refuses.set(true)),
    ("nothing answers", |discord| discord.breaks(On::Any, Then::Silence, 10_000)),
    ("every request is reset", |discord| discord.breaks(On::Any, Then::Reset, 10_000)),
];

#[test]
fn it_leaves_before_it_was_ever_connected() {
    stage(async || {
        let plays = STARTS.iter().map(|(name, start)| async move {
            let scene = Scene::begins(|discord, launch| {
                start(discord);
                launch
            })
            .await;
            let asked = |world: &World| (!world.events.is_empty()).then_some(());
            scene.discord.shared.found(STARTED, asked).await;
            println!("{name}: left after {:.1?}", scene.leaves().await);
        });
        all_of(plays).await;
    });
}

#[test]
fn what_is_in_hand_is_finished_and_the_gateway_is_closed_properly() {
    stage(async || {
        let scene = Scene::open().await;
        let amina = scene.person("amina");
        scene.discord.breaks(On::Callback, Then::Slow(Duration::from_secs(2)), 1);
        let interaction = amina.begins("/about", &[("topic", "third CWG".into())]);
        let arrived = |world: &World| world.interactions[&interaction].acknowledged.clone();
        scene.discord.until("the answer on its way", ANSWERED, arrived).await;
        scene.bot.signal(Signal::SIGTERM);
        let goodbye = |world: &World| {
            world
                .events
                .iter()
                .find_map(|event| if let Event::ClientClosed(_, code) = event { Some(*code) } else { None })
        };
        let code = scene.discord.until("the gateway's goodbye", STOPPED, goodbye).await;
        assert_eq!(code, Some(1000), "1000 shows the bot offline at once");
        let (exit, took) = scene.bot.ends(STOPPED).await;
        assert_eq!(exit, 0);
        println!("with an answer in hand: left after {took:.1?}");
        // The answer that was under way was given, and its socket was waited for.
        assert_eq!(scene.discord.shared.look(|world| world.answered("/callback")), [204]);
        scene.kept_the_rules();
    });
}

#[test]
fn a_second_signal_does_no_harm() {
    stage(async || {
        let scene = Scene::open().await;
        scene.discord.breaks(On::Callback, Then::Silence, 9);
        let interaction = scene.person("amina").begins("/help", &[]);
        let asked = |world: &World| world.faults.iter().any(|fault| fault.times < 9).then_some(());
        scene.discord.until("the request", RECOVERED, asked).await;
        scene.bot.signal(Signal::SIGTERM);
        scene.bot.signal(Signal::SIGTERM);
        scene.bot.ends(STOPPED).await;
        assert!(scene.discord.shared.look(|world| world.interactions[&interaction].acknowledged.is_none()));
        scene.kept_the_rules();
    });
}
