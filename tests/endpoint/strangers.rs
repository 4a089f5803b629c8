//! Strangers: bodies and heads that are too large, too slow or cut off, and many at once; others are answered meanwhile.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::letter::{Answer, Letter, help, ping};
use super::scene::{Scene, scene};

/// Whoever is real is answered in this time, whatever strangers do.
const ANSWERED: Duration = Duration::from_secs(3);

async fn real_people_are_answered(scene: &Scene) {
    let begun = Instant::now();
    let answer = Letter::of(help().to_string()).sent_to(scene.bot.http).await;
    assert_eq!(answer.status, 200);
    assert!(begun.elapsed() < ANSWERED, "{:?}", begun.elapsed());
}

#[test]
fn a_body_that_is_too_large_is_refused_and_not_kept() {
    scene(async |scene| {
        real_people_are_answered(scene).await;
        let before = scene.bot.resident_kib();
        let large = || vec![b' '; 10 << 20];
        let chunked = || [format!("{:x}\r\n", 10 << 20).into_bytes(), large(), b"\r\n0\r\n\r\n".to_vec()].concat();
        for _ in 0..5 {
            let announced = Letter::of(large());
            let unsigned = Letter { body: large(), ..Letter::of("") }.without("x-signature-ed25519");
            let in_chunks = Letter { body: chunked(), ..Letter::of(ping()).with("transfer-encoding", "chunked") };
            for letter in [announced, unsigned, in_chunks] {
                assert_eq!(letter.sent_to(scene.bot.http).await.status, 413);
            }
        }
        let grown = scene.bot.resident_kib().saturating_sub(before);
        assert!(grown < 8 << 10, "{grown} KiB more after 150 MiB of bodies");
        real_people_are_answered(scene).await;
    });
}

#[test]
fn the_largest_that_discord_sends_is_taken_in_any_framing() {
    scene(async |scene| {
        let padded = format!("{}{}", " ".repeat(200 << 10), ping());
        assert_eq!(Letter::of(padded.as_str()).sent_to(scene.bot.http).await.status, 200);
        let (first, second) = padded.split_at(100_000);
        let chunks = format!("{:x}\r\n{first}\r\n{:x}\r\n{second}\r\n0\r\n\r\n", first.len(), second.len());
        let letter = Letter::of(padded.as_str()).with("transfer-encoding", "chunked");
        assert_eq!(Letter { body: chunks.into_bytes(), ..letter }.sent_to(scene.bot.http).await.status, 200);
    });
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    scene(async |scene| {
        let begun = Instant::now();
        let mut waiting = Vec::new();
        for sent in [0, 1, 100] {
            let letter = Letter::of(help().to_string());
            let mut stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
            stream.write_all(&[&letter.head(), &letter.body[..sent]].concat()).await.expect("sent");
            waiting.push(stream);
        }
        real_people_are_answered(scene).await;
        for mut stream in waiting {
            assert_eq!(Answer::read(&mut stream).await.status, 408);
        }
        assert!(begun.elapsed() < Duration::from_secs(6), "{:?}", begun.elapsed());
    });
}

#[test]
fn a_body_that_trickles_is_not_waited_for() {
    scene(async |scene| {
        let letter = Letter::of(help().to_string());
        let stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
        let (mut reads, mut writes) = stream.into_split();
        let begun = Instant::now();
        let trickling = async {
            writes.write_all(&letter.head()).await.expect("sent");
            for byte in &letter.body {
                sleep(Duration::from_millis(100)).await;
                if writes.write_all(&[*byte]).await.is_err() {
                    break;
                }
            }
        };
        let answer = tokio::select! {
            answer = Answer::read(&mut reads) => answer,
            () = trickling => panic!("all of it was taken"),
        };
        assert!(answer.status == 408 && begun.elapsed() < Duration::from_secs(6), "{answer:?} {:?}", begun.elapsed());
    });
}

#[test]
fn a_body_that_is_cut_off_costs_nothing() {
    scene(async |scene| {
        for sent in [0, 1, 100] {
            let letter = Letter::of(help().to_string());
            let mut stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
            stream.write_all(&[&letter.head(), &letter.body[..sent]].concat()).await.expect("sent");
            stream.shutdown().await.expect("half closed");
            let answer = Answer::read(&mut stream).await;
            assert!([0, 400].contains(&answer.status), "{answer:?}");
        }
        real_people_are_answered(scene).await;
    });
}

#[test]
fn heads_that_do_not_end_are_let_go_while_others_are_answered() {
    scene(async |scene| {
        let letter = Letter::of(help().to_string());
        let head = letter.head();
        let mut slow = Vec::new();
        for at in 0..200 {
            let mut stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
            stream.write_all(&head[..at % head.len()]).await.expect("sent");
            slow.push(stream);
        }
        real_people_are_answered(scene).await;
        let begun = Instant::now();
        let ends = slow.iter_mut().map(Answer::read);
        assert!(join_all(ends).await.iter().all(|answer| answer.status == 0 || answer.status == 408));
        assert!(begun.elapsed() < Duration::from_secs(18), "{:?}", begun.elapsed());
        let mut long = Letter::of(ping());
        long.headers.push(("x-padding", "a".repeat(100_000)));
        assert!([0, 431].contains(&long.sent_to(scene.bot.http).await.status));
        real_people_are_answered(scene).await;
    });
}

#[test]
fn two_hundred_connections_at_once_are_all_answered() {
    scene(async |scene| {
        let mut streams = Vec::new();
        for _ in 0..200 {
            streams.push(TcpStream::connect(scene.bot.http).await.expect("the service listens"));
        }
        let body = help().to_string();
        let begun = Instant::now();
        let mut took = join_all(streams.iter_mut().map(async |stream| {
            for _ in 0..2 {
                assert_eq!(Letter::of(body.as_str()).sent_over(stream).await.status, 200);
            }
            begun.elapsed()
        }))
        .await;
        took.sort_unstable();
        println!("400 answers over 200 connections at once within {:.1?}", took[took.len() - 1]);
        assert!(took[took.len() - 1] < ANSWERED * 5);
    });
}
