//! The start of an endpoint: what it needs, what it does not, and what it says.

use super::deadlines::{REFUSED_TO_START, STARTED};
use super::letter::{Letter, help, ping};
use super::scene::{Scene, stage};
use super::stand_in::endpoint::public_key;
use super::stand_in::{TOKEN, World};

#[test]
fn mistakes_of_the_operator_are_one_line_with_the_fix() {
    stage(async || {
        for (variable, value, says) in [
            ("DISCORD_PUBLIC_KEY", "", "There is no public key"),
            ("DISCORD_PUBLIC_KEY", "abc", "DISCORD_PUBLIC_KEY holds `abc`"),
            ("DISCORD_PUBLIC_KEY", &"0".repeat(64), "no public key"),
            ("DISCORD_APPLICATION_ID", "me", "DISCORD_APPLICATION_ID is `me`"),
            ("HTTP_ADDR", "everywhere", "HTTP_ADDR is `everywhere`"),
        ] {
            let scene = Scene::begins(|_, launch| launch.with(variable, value)).await;
            let (code, _) = scene.bot.ends(REFUSED_TO_START).await;
            let said = scene.bot.output();
            assert_eq!((code, said.lines().count()), (2, 1), "{variable}={value}: {said}");
            assert!(said.contains(says), "{variable}={value}: {said}");
        }
    });
}

#[test]
fn without_a_token_nothing_is_registered_and_nobody_is_connected_to() {
    stage(async || {
        let scene = Scene::open().await;
        scene.person("amina").asks("/help", &[]).await;
        let (connections, requests) =
            scene.discord.shared.look(|world| (world.connections, world.answered("/commands")));
        assert_eq!((connections, requests), (0, Vec::new()));
        let (_, metrics) = scene.bot.gets("/metrics").await.expect("metrics");
        assert!(!metrics.contains("gateway"), "nothing may look as if a connection were lost:\n{metrics}");
        assert!(scene.bot.output().contains("commands are not registered by this service"), "{}", scene.bot.output());
        scene.ends().await;
    });
}

#[test]
fn with_a_token_the_commands_are_registered() {
    stage(async || {
        for application in ["", super::stand_in::APPLICATION] {
            let prepare = |launch: super::bot::Launch| {
                launch.with("DISCORD_TOKEN", TOKEN).with("DISCORD_APPLICATION_ID", application)
            };
            let scene = Scene::begins(|_, launch| prepare(launch)).await;
            let registered = |world: &World| (!world.commands.is_empty()).then_some(());
            scene.discord.until("the commands", STARTED, registered).await;
            scene.bot.is_ready().await;
            scene.person("amina").asks("/help", &[]).await;
            assert_eq!(scene.discord.shared.look(|world| world.connections), 0, "the gateway was connected to");
            scene.ends().await;
        }
    });
}

#[test]
fn a_token_that_is_refused_stops_no_answer() {
    stage(async || {
        let scene = Scene::begins(|_, launch| launch.with("DISCORD_TOKEN", "another.token.altogether")).await;
        scene.bot.is_ready().await;
        assert_eq!(Letter::of(help().to_string()).sent_to(scene.bot.http).await.status, 200);
        let refused = |world: &World| world.answered("/commands").contains(&401).then_some(());
        scene.discord.until("the refusal", STARTED, refused).await;
        scene.ends().await;
    });
}

#[test]
fn while_a_key_is_exchanged_both_are_taken() {
    stage(async || {
        let another = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        for keys in [format!("{another},{}", public_key()), format!("{}, {another}", public_key())] {
            let scene = Scene::with(|_, launch| launch.with("DISCORD_PUBLIC_KEY", keys)).await;
            assert_eq!(Letter::of(ping()).sent_to(scene.bot.http).await.status, 200);
            scene.ends().await;
        }
        let scene = Scene::with(|_, launch| launch.with("DISCORD_PUBLIC_KEY", another)).await;
        assert_eq!(Letter::of(ping()).sent_to(scene.bot.http).await.status, 401);
        scene.ends().await;
    });
}
