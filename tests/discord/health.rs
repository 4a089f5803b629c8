//! What an operator's tools see while the service runs: alive, ready, and the `health` command.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::deadlines::{LET_GO, RECOVERED, STARTED};
use super::exposed::Exposed;
use super::scene::{Scene, scene, stage};
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
        assert_eq!(Exposed::by(&scene.bot).await.count("iom_bot_gateway_connected"), 0);
        let (_, body) = scene.bot.gets("/readyz").await.expect("an answer");
        assert_eq!(body, "not ready: not connected to Discord\n");
        scene.can_be_used(RECOVERED * 2).await;
        assert!(health(&scene).await);
        scene.person("amina").asks("/help", &[]).await;
        assert_eq!(status(&scene, "/nothing-here").await, Some(404));
        scene.ends().await;
    });
}

/// What comes back over a connection of its own until it ends; all of it as it is written.
async fn raw(scene: &Scene, request: &str) -> String {
    let mut stream = TcpStream::connect(scene.bot.http).await.expect("a connection");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut said = Vec::new();
    let read = timeout(LET_GO * 3, stream.read_to_end(&mut said)).await;
    // A connection that is reset has ended as well.
    let _ = read.expect("the connection ends");
    String::from_utf8_lossy(&said).into_owned()
}

#[test]
fn head_is_answered_without_a_body_and_what_is_wrong_is_refused() {
    scene(async |scene| {
        for (path, status) in [("/livez", 200), ("/readyz", 200), ("/metrics", 200), ("/nothing-here", 404)] {
            let said = raw(scene, &format!("HEAD {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")).await;
            assert!(said.starts_with(&format!("HTTP/1.1 {status} ")) && said.ends_with("\r\n\r\n"), "{path}: {said}");
        }
        let with_a_body = "POST /metrics HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc";
        assert!(raw(scene, with_a_body).await.starts_with("HTTP/1.1 405 "));
        for nonsense in ["\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1} a TLS hello\r\n\r\n"]
        {
            let said = raw(scene, nonsense).await;
            assert!(
                said.is_empty() || said.starts_with("HTTP/1.1 400 ") || said.starts_with("HTTP/1.1 505 "),
                "{said}"
            );
        }
        assert_eq!(status(scene, "/livez").await, Some(200));
    });
}

#[test]
fn clients_that_take_their_time_hold_nothing_that_others_need() {
    scene(async |scene| {
        let before = scene.bot.resident_kib();
        let mut slow = Vec::new();
        for at in 0..400 {
            let mut stream = TcpStream::connect(scene.bot.http).await.expect("a connection");
            let begun = [
                "",
                "GET /livez HT",
                "GET /metrics HTTP/1.1\r\nhost: a\r\n",
                "POST /livez HTTP/1.1\r\ncontent-length: 9999999\r\n",
            ];
            stream.write_all(begun[at % begun.len()].as_bytes()).await.expect("sent");
            slow.push(stream);
        }
        let asked = Instant::now();
        scene.person("amina").asks("/help", &[]).await;
        println!("somebody was answered after {:.1?} beside {} slow clients", asked.elapsed(), slow.len());
        let grown = scene.bot.resident_kib().saturating_sub(before);
        assert!(grown < 16 << 10, "{grown} KiB for clients that say nothing");
        // All of them are let go in their turn; then there is room again.
        drop(slow);
        let begun = Instant::now();
        while status(scene, "/livez").await != Some(200) {
            assert!(begun.elapsed() < LET_GO * 3, "nobody is let go");
        }
        println!("the health check was answered {:.1?} after they had gone", begun.elapsed());
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
