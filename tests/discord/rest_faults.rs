//! Whatever Discord's REST side does, nobody is answered twice, nobody else waits, and the bot lives.

use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::time::sleep;

use super::deadlines::{ANSWERED, RECOVERED};
use super::scene::{Scene, all_of, scene, stage};
use super::stand_in::{Event, On, Place, Then, World};

/// A fault, and whether the person that met it still gets the answer.
type Fault = (&'static str, Then, bool);

/// Discord's "Unknown interaction" and "already acknowledged".
const FINAL: [u64; 2] = [10_062, 40_060];

const ONCE: &[Fault] = &[
    ("429, come back in 0.4 s", Then::RateLimited(Duration::from_millis(400)), true),
    ("500", Then::Error(500, 0), true),
    ("502 of a proxy", Then::Html(502), true),
    ("503 of a proxy", Then::Html(503), true),
    ("slow by 2 s", Then::Slow(Duration::from_secs(2)), true),
    ("reset", Then::Reset, true),
    ("carried out, then reset", Then::ResetAfterwards, true),
    ("10062, too late", Then::Error(404, FINAL[0]), false),
    ("40060, already acknowledged", Then::Error(400, FINAL[1]), false),
    ("403", Then::Error(403, 50_001), false),
    ("no answer at all", Then::Silence, false),
];

fn acknowledged(world: &World, interaction: &str) -> Option<()> {
    world.interactions[interaction].acknowledged.as_ref().map(|_| ())
}

#[test]
fn an_interaction_is_answered_through_faults_where_it_can_be() {
    stage(async || {
        let plays = ONCE.iter().map(|(name, then, answered)| async move {
            let scene = Scene::open().await;
            let (amina, ibrahim) = (scene.person("amina"), scene.person("ibrahim"));
            scene.discord.breaks(On::Callback, *then, 1);
            let first = amina.begins("/about", &[("topic", "third CWG".into())]);
            scene
                .discord
                .until("the fault", ANSWERED, |world| world.faults.iter().all(|fault| fault.times == 0).then_some(()))
                .await;
            // Somebody else does not wait for it.
            let begun = Instant::now();
            ibrahim.asks("/help", &[]).await;
            println!("{name}: somebody else was answered after {:.1?}", begun.elapsed());
            if *answered {
                scene.discord.until(name, ANSWERED, |world| acknowledged(world, &first)).await;
            }
            let statuses = scene.discord.shared.look(|world| world.answered("/callback"));
            let good = statuses.iter().filter(|status| **status == 204).count();
            assert!(good <= 2, "{name}: answered twice: {statuses:?}");
            if matches!(then, Then::Error(404 | 400 | 403, _)) {
                assert_eq!(statuses.len(), 2, "{name}: what Discord refuses for good is not sent again: {statuses:?}");
            }
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn a_late_token_and_a_second_acknowledgement_are_let_go() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let late = amina.begins("/help", &[]);
        scene.discord.shared.change(|world| world.interactions.get_mut(&late).expect("begun").expired = true);
        amina.asks("/help", &[]).await;
        let again = scene.discord.shared.look(|world| {
            let of_late = |event: &&Event| matches!(event, Event::Request(_, path, _) if path.contains(&late));
            world.events.iter().filter(of_late).count()
        });
        assert!(again <= 1, "an expired interaction was tried {again} times");
    });
}

/// Faults of messages in channels.
const IN_CHANNELS: &[Fault] = &[
    ("429, come back in 0.4 s", Then::RateLimited(Duration::from_millis(400)), true),
    ("500", Then::Error(500, 0), true),
    ("502 of a proxy", Then::Html(502), true),
    ("slow by 2 s", Then::Slow(Duration::from_secs(2)), true),
    ("reset", Then::Reset, true),
    ("carried out, then reset", Then::ResetAfterwards, true),
    ("403, may not write here", Then::Error(403, 50_013), false),
    ("404, the channel is gone", Then::Error(404, 10_003), false),
    ("garbage", Then::Garbage, false),
];

#[test]
fn a_mention_is_answered_once_through_faults() {
    stage(async || {
        let plays = IN_CHANNELS.iter().map(|(name, then, answered)| async move {
            let scene = Scene::open().await;
            let amina = scene.person("amina").at(Place::Direct);
            scene.discord.breaks(On::ChannelMessage, *then, 1);
            let question = amina.says("who chaired the third CWG");
            if *answered {
                amina.reply_to(&question).await;
            }
            scene
                .discord
                .until("the fault", ANSWERED, |world| world.faults.iter().all(|fault| fault.times == 0).then_some(()))
                .await;
            scene.person("ibrahim").at(Place::Direct).tells("what is IOM").await;
            let answers = scene.discord.shared.look(|world| {
                let of_question =
                    |body: &Value| body["message_reference"]["message_id"].as_str() == Some(question.as_str());
                world.posted.values().filter(|posted| of_question(&posted.body)).count()
            });
            assert!(answers <= 1, "{name}: answered {answers} times");
            println!("{name}: answered {answers} times");
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

/// Faults of `/gateway`, when nobody may be dialled but the stand-in.
const OF_GATEWAY: &[(&str, Then)] = &[
    ("500", Then::Error(500, 0)),
    ("502 of a proxy", Then::Html(502)),
    ("429", Then::RateLimited(Duration::from_secs(1))),
    ("reset", Then::Reset),
    ("garbage", Then::Garbage),
    ("silence", Then::Silence),
];

#[test]
fn without_a_gateway_address_nobody_else_is_dialled() {
    stage(async || {
        let plays = OF_GATEWAY.iter().map(|(name, then)| async move {
            let scene = Scene::begins(|discord, launch| {
                discord.breaks(On::Gateway, *then, 2);
                launch
            })
            .await;
            let since = Instant::now();
            scene.discord.sessions_reach(1, RECOVERED * 2).await;
            println!("/gateway {name} twice: connected after {:.1?}", since.elapsed());
            scene.can_be_used(RECOVERED).await;
            scene.person("amina").asks("/help", &[]).await;
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn commands_that_cannot_be_registered_do_not_keep_the_bot_from_answering() {
    stage(async || {
        let faults = [Then::Error(500, 0), Then::Html(502), Then::RateLimited(Duration::from_secs(1)), Then::Reset];
        let plays = faults.into_iter().map(|then| async move {
            let scene = Scene::begins(|discord, launch| {
                discord.breaks(On::Commands, then, 2);
                launch
            })
            .await;
            scene.discord.sessions_reach(1, RECOVERED).await;
            let registered = |world: &World| world.commands.get("").map(|_| ());
            scene.discord.until("the registration after two faults", RECOVERED * 2, registered).await;
            scene.person("amina").asks("/help", &[]).await;
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn what_is_said_of_a_registration_that_failed_fits_the_status() {
    stage(async || {
        let steps = [(302, "A proxy redirects"), (403, "applications.commands"), (404, "DISCORD_APPLICATION_ID")];
        let plays = steps.into_iter().map(|(status, step)| async move {
            let scene = Scene::begins(|discord, launch| {
                discord.breaks(On::Commands, Then::Error(status, 0), 9);
                launch
            })
            .await;
            scene.discord.sessions_reach(1, RECOVERED).await;
            let begun = Instant::now();
            while !scene.bot.output().contains("not registered") {
                assert!(begun.elapsed() < RECOVERED, "{status}: nothing was said");
                sleep(Duration::from_millis(50)).await;
            }
            let output = scene.bot.output();
            let line = output.lines().find(|line| line.contains("not registered")).unwrap_or_default();
            assert!(line.contains(&format!("Discord answers {status}")) && line.contains(step), "{line}");
            assert_eq!(line.contains("scope"), status == 403, "{line}");
            scene.bot.is_ready().await;
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn a_deletion_gets_through_faults() {
    stage(async || {
        let faults = [
            ("429, come back in 0.4 s", Then::RateLimited(Duration::from_millis(400))),
            ("500", Then::Error(500, 0)),
            ("502 of a proxy", Then::Html(502)),
            ("reset", Then::Reset),
            ("carried out, then reset", Then::ResetAfterwards),
        ];
        let plays = faults.into_iter().map(|(name, then)| async move {
            let scene = Scene::open().await;
            let amina = scene.person("amina");
            let public = amina.asks("/help", &[("visible", true.into())]).await;
            scene.discord.breaks(On::FollowUp, then, 1);
            let id = public.button("Delete")["custom_id"].as_str().expect("an id").to_owned();
            amina.uses(&public, 2, &id, &[]);
            scene.discord.until(name, ANSWERED, |world| world.posted[&public.id].deleted.then_some(())).await;
            scene.ends().await;
        });
        all_of(plays).await;
    });
}
