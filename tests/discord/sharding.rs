//! One of several processes that share the servers: it says which share it takes, and lives and leaves like any other.

use nix::sys::signal::Signal;
use serde_json::json;

use super::deadlines::{RECOVERED, REFUSED_TO_START, STOPPED};
use super::scene::{Scene, all_of, stage};
use super::stand_in::{Event, Order, World};

fn shares_taken(world: &World) -> Vec<serde_json::Value> {
    let share = |event: &Event| if let Event::Identified(_, said) = event { Some(said["shard"].clone()) } else { None };
    world.events.iter().filter_map(share).collect()
}

#[test]
fn each_process_takes_the_share_that_it_is_given() {
    stage(async || {
        let shares = [("0", "2"), ("1", "2"), ("", "")];
        let plays = shares.into_iter().map(|(id, count)| async move {
            let scene = Scene::with(|_, launch| launch.with("SHARD_ID", id).with("SHARD_COUNT", count)).await;
            scene.person("amina").asks("/help", &[]).await;
            let number = |text: &str, otherwise: u64| text.parse().unwrap_or(otherwise);
            let expected = json!([number(id, 0), number(count, 1)]);
            assert_eq!(scene.discord.shared.look(shares_taken), std::slice::from_ref(&expected));
            // A session that is begun anew takes the same share.
            scene.discord.forgets_sessions();
            scene.discord.orders(Order::Close(4009));
            scene.discord.sessions_reach(2, RECOVERED).await;
            assert_eq!(scene.discord.shared.look(shares_taken), [expected.clone(), expected]);
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn a_process_with_a_share_closes_its_session_properly() {
    stage(async || {
        let scene = Scene::with(|_, launch| launch.with("SHARD_ID", "1").with("SHARD_COUNT", "2")).await;
        scene.bot.signal(Signal::SIGTERM);
        let goodbye = |world: &World| {
            let closed = |event: &Event| matches!(event, Event::ClientClosed(_, Some(1000)));
            world.events.iter().any(closed).then_some(())
        };
        scene.discord.until("the gateway's goodbye", STOPPED, goodbye).await;
        assert_eq!(scene.bot.ends(STOPPED).await.0, 0);
        scene.kept_the_rules();
    });
}

#[test]
fn a_share_that_is_none_is_said_in_one_line() {
    stage(async || {
        let scene = Scene::begins(|_, launch| launch.with("SHARD_ID", "2").with("SHARD_COUNT", "2")).await;
        let (code, _) = scene.bot.ends(REFUSED_TO_START).await;
        let said = scene.bot.output();
        assert_eq!((code, said.lines().count()), (2, 1), "{said}");
        assert!(said.contains("SHARD_ID is `2` and SHARD_COUNT is `2`"), "{said}");
    });
}
