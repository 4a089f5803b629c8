//! What an operator's tools see while the service runs: alive, ready, and the `health` command.

use std::time::Duration;

use super::deadlines::{RECOVERED, STARTED};
use super::scene::{Scene, stage};
use super::stand_in::{Event, On, Order, Then};

async fn health(scene: &Scene) -> bool {
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_iom-maldives-bot"));
    command.env_clear().env("HTTP_ADDR", scene.bot.http.to_string()).arg("health");
    command.output().await.expect("the built binary").status.success()
}

async fn status(scene: &Scene, path: &str) -> Option<u16> {
    scene.bot.gets(path).await.map(|(status, _)| status)
}

#[test]
fn alive_and_ready_are_told_apart() {
    stage(async || {
        let scene = Scene::begins(|discord, launch| {
            discord.breaks(On::Gateway, Then::Silence, 1);
            launch
        })
        .await;
        let asked = |world: &super::stand_in::World| world.faults.iter().all(|fault| fault.times == 0).then_some(());
        scene.discord.until("the first request", STARTED, asked).await;
        assert_eq!(status(&scene, "/livez").await, Some(200), "alive before it is connected");
        assert_ne!(status(&scene, "/readyz").await, Some(200), "ready before it is connected");
        assert!(!health(&scene).await);
        scene.can_be_used(RECOVERED * 2).await;
        assert!(health(&scene).await);
        scene.person("amina").asks("/help", &[]).await;
        assert_eq!(status(&scene, "/nothing-here").await, Some(404));
        scene.ends().await;
    });
}

#[test]
fn health_is_answered_while_the_gateway_is_frozen() {
    stage(async || {
        let scene = Scene::open().await;
        scene.discord.orders(Order::EmptyClose { end_of_stream: true });
        for _ in 0..20 {
            assert_eq!(status(&scene, "/livez").await, Some(200));
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        scene.discord.sessions_reach(2, RECOVERED * 2).await;
        assert!(scene.discord.shared.look(|world| world.count(|event| matches!(event, Event::Connected(_)))) >= 2);
        scene.bot.is_ready().await;
        scene.ends().await;
    });
}
