//! SIGTERM: not ready at once, open a little longer, closed after the answer in hand, and gone with 0 in time.

use std::cell::Cell;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use nix::sys::signal::Signal;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::deadlines::{LOOK_AGAIN, STOPPED};
use super::letter::{Answer, Letter, help, ping};
use super::scene::{Scene, stage};
use super::stand_in::{On, Then};

#[test]
fn it_is_not_ready_at_once_and_answers_a_little_longer() {
    stage(async || {
        let scene = Scene::open().await;
        let mut kept = TcpStream::connect(scene.bot.http).await.expect("the service listens");
        assert_eq!(Letter::of(ping()).sent_over(&mut kept).await.status, 200);
        let resting = TcpStream::connect(scene.bot.http).await.expect("the service listens");
        scene.bot.signal(Signal::SIGTERM);
        let begun = Instant::now();
        while scene.bot.gets("/readyz").await.is_some_and(|(status, _)| status == 200) {
            assert!(begun.elapsed() < Duration::from_secs(1), "still ready");
            sleep(LOOK_AGAIN).await;
        }
        let (status, said) = scene.bot.gets("/readyz").await.expect("it still answers");
        assert!(status == 503 && said.contains("the service ends"), "{status} {said}");
        // A balancer that has not noticed yet: a kept connection is closed after its answer, a new one is taken.
        let last = Letter::of(help().to_string()).sent_over(&mut kept).await;
        assert!(last.status == 200 && last.head.contains("connection: close"), "{last:?}");
        assert_eq!(Letter::of(ping()).sent_over(&mut kept).await.status, 0);
        assert_eq!(Letter::of(ping()).sent_to(scene.bot.http).await.status, 200);
        let (code, _) = scene.bot.ends(STOPPED).await;
        println!("left {:.1?} after the signal, with a connection that rested", begun.elapsed());
        assert_eq!(code, 0);
        drop(resting);
        scene.kept_the_rules();
    });
}

#[test]
fn under_load_every_request_that_was_taken_is_answered() {
    stage(async || {
        let scene = Scene::open().await;
        let (answered, refused) = (Cell::new(0), Cell::new(0));
        let body = help().to_string();
        let client = async || {
            loop {
                let Ok(mut stream) = TcpStream::connect(scene.bot.http).await else {
                    refused.set(refused.get() + 1);
                    return;
                };
                // As a balancer does: until it is told to close.
                loop {
                    let answer = Letter::of(body.as_str()).sent_over(&mut stream).await;
                    if answer.status == 0 {
                        // Only the end of the last grace may cut a request off, and only before anything was said.
                        assert!(answer.body.is_empty(), "half an answer: {answer:?}");
                        break;
                    }
                    assert_eq!(answer.status, 200);
                    answered.set(answered.get() + 1);
                    if answer.head.contains("connection: close") {
                        break;
                    }
                }
            }
        };
        let ending = async {
            sleep(Duration::from_secs(1)).await;
            scene.bot.signal(Signal::SIGTERM);
            scene.bot.ends(STOPPED).await
        };
        let clients = join_all((0..20).map(|_| client()));
        let (_, (code, took)) = tokio::join!(clients, ending);
        println!("{} answers, then left {took:.1?} after the signal", answered.get());
        assert!(code == 0 && answered.get() > 20 && refused.get() == 20);
        scene.kept_the_rules();
    });
}

#[test]
fn whoever_is_slow_is_not_waited_for() {
    stage(async || {
        let scene = Scene::open().await;
        let letter = Letter::of(help().to_string());
        let mut slow = Vec::new();
        for part in
            [&letter.head()[..50], &letter.head()[..], &[&letter.head()[..], &letter.body[..9]].concat()[..], b""]
        {
            let mut stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
            stream.write_all(part).await.expect("sent");
            slow.push(stream);
        }
        println!("with clients that are slow: left after {:.1?}", scene.leaves().await);
        drop(slow);
    });
}

#[test]
fn an_answer_that_is_being_taken_away_goes_before_the_end() {
    stage(async || {
        for (what, then) in [
            ("at once", None),
            ("Discord is slow", Some(Then::Slow(Duration::from_millis(500)))),
            ("Discord does not answer", Some(Then::Silence)),
        ] {
            let scene = Scene::open().await;
            let amina = scene.person("amina");
            let public = amina.asks("/about", &[("topic", "third CWG".into()), ("visible", true.into())]).await;
            if let Some(then) = then {
                scene.discord.breaks(On::FollowUp, then, 9);
            }
            let id = public.button("Delete")["custom_id"].as_str().expect("an id").to_owned();
            let press = amina.uses(&public, 2, &id, &[]);
            let heard = |world: &super::stand_in::World| world.interactions[&press].acknowledged.clone();
            scene.discord.until("the acknowledgement", STOPPED, heard).await;
            println!("taking an answer away, {what}: left after {:.1?}", scene.leaves().await);
            let is_gone = scene.discord.shared.look(|world| world.posted[&public.id].deleted);
            assert!(is_gone || matches!(then, Some(Then::Silence)), "{what}");
        }
    });
}

#[test]
fn a_deletion_that_came_too_early_is_made_again() {
    stage(async || {
        let scene = Scene::open().await;
        let amina = scene.person("amina");
        let public = amina.asks("/about", &[("topic", "third CWG".into()), ("visible", true.into())]).await;
        scene.discord.breaks(On::FollowUp, Then::Error(404, 10_015), 1);
        assert!(amina.presses(&public, "Delete").await.deleted);
        scene.ends().await;
    });
}

#[test]
fn a_reset_in_the_middle_of_an_answer_does_no_harm() {
    stage(async || {
        let scene = Scene::open().await;
        for _ in 0..50 {
            let letter = Letter::of(help().to_string());
            let mut stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
            stream.write_all(&[letter.head(), letter.body.clone()].concat()).await.expect("sent");
            stream.set_zero_linger().expect("a socket");
            drop(stream);
        }
        let mut stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
        let letter = Letter::of(help().to_string());
        stream.write_all(&[letter.head(), letter.body.clone()].concat()).await.expect("sent");
        assert_eq!(Answer::read(&mut stream).await.status, 200);
        scene.ends().await;
    });
}
