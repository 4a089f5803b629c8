//! What is not Discord's, or not an interaction, is refused; each refusal with its status, and the connection goes on.

use serde_json::json;
use tokio::net::TcpStream;

use super::letter::{Letter, help, ping};
use super::scene::{Scene, scene};
use super::stand_in::endpoint::now;

async fn status(scene: &Scene, letter: Letter) -> u16 {
    let answer = letter.sent_to(scene.bot.http).await;
    assert!(answer.status != 200 || answer.head.contains("content-type: application/json"), "{answer:?}");
    answer.status
}

#[test]
fn a_ping_is_answered_with_a_pong() {
    scene(async |scene| {
        let answer = Letter::of(ping()).sent_to(scene.bot.http).await;
        assert_eq!((answer.status, answer.json()), (200, json!({ "type": 1 })));
        assert_eq!(status(scene, Letter::of(r#"{"type":1}"#)).await, 200, "a ping needs nothing else");
    });
}

#[test]
fn what_is_not_signed_is_not_answered() {
    scene(async |scene| {
        let good = || Letter::of(help().to_string());
        let answer = good().sent_to(scene.bot.http).await;
        assert_eq!((answer.status, &answer.json()["type"]), (200, &json!(4)));
        let other = Letter::of("{}").headers.swap_remove(2).1;
        let stale = |seconds: i64| (now().cast_signed() + seconds).to_string();
        for (what, letter) in [
            ("no signature", good().without("x-signature-ed25519")),
            ("no timestamp", good().without("x-signature-timestamp")),
            ("another signature", good().with("x-signature-ed25519", other)),
            ("half a signature", good().with("x-signature-ed25519", "ab")),
            ("a signature of zeros", good().with("x-signature-ed25519", "0".repeat(128))),
            ("no hexadecimal digits", good().with("x-signature-ed25519", "z".repeat(128))),
            ("another timestamp", good().with("x-signature-timestamp", (now() - 1).to_string())),
            ("no number", good().with("x-signature-timestamp", "now")),
            ("an hour ago", Letter::signed_at(&stale(-3600), help().to_string())),
            ("in an hour", Letter::signed_at(&stale(3600), help().to_string())),
            ("before time began", Letter::signed_at("-5", help().to_string())),
            ("another body", Letter { body: ping().into_bytes(), ..good() }),
            ("a body with a space more", Letter { body: format!("{} ", help()).into_bytes(), ..good() }),
            ("no body", Letter { body: Vec::new(), ..good() }),
        ] {
            assert_eq!(status(scene, letter).await, 401, "{what}");
        }
        let log = scene.bot.output();
        assert!(log.contains("requests were refused") && log.contains("signature_missing"), "{log}");
        assert!(log.matches("requests were refused").count() <= 3, "strangers fill the log:\n{log}");
        let (_, metrics) = scene.bot.gets("/metrics").await.expect("metrics");
        assert!(metrics.contains(r#"iom_bot_requests_refused_total{reason="signature_stale"} 2"#), "{metrics}");
    });
}

#[test]
fn what_is_signed_and_no_interaction_is_refused() {
    scene(async |scene| {
        let change = |field: &str, value: serde_json::Value| {
            let mut interaction = help();
            interaction[field] = value;
            Letter::of(interaction.to_string())
        };
        let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let deep = format!(r#"{{"type":2,"application_id":null,"data":{}}}"#, r#"{"a":"#.repeat(10_000));
        for (what, letter, expected) in [
            ("nothing", Letter::of(""), 400),
            ("no JSON", Letter::of("{"), 400),
            ("cut off", Letter::of(help().to_string().get(..200).expect("long enough")), 400),
            ("an array", Letter::of("[]"), 400),
            ("no UTF-8", Letter::of(b"{\"type\":2,\"token\":\"\xff\xfe\"}".to_vec()), 400),
            ("no type", change("type", json!(null)), 400),
            ("nested arrays", Letter::of(nested), 400),
            ("nested objects", Letter::of(deep), 400),
            ("a new type that cannot be answered", Letter::of(r#"{"type":77}"#), 400),
            ("another application", change("application_id", json!("1300000000000000009")), 403),
            ("text", Letter::of(ping()).with("content-type", "text/plain"), 415),
            ("compressed", Letter::of(ping()).with("content-encoding", "gzip"), 415),
            ("a charset", Letter::of(ping()).with("content-type", "application/json; charset=utf-8"), 200),
            ("no content type", Letter::of(ping()).without("content-type"), 200),
        ] {
            assert_eq!(status(scene, letter).await, expected, "{what}");
        }
        for (method, expected) in [("GET", 405), ("PUT", 405), ("DELETE", 405), ("OPTIONS", 405), ("HEAD", 405)] {
            let letter = Letter { line: format!("{method} /interactions HTTP/1.1"), ..Letter::of(ping()) };
            let answer = letter.sent_to(scene.bot.http).await;
            assert_eq!(answer.status, expected, "{method}");
            assert!(answer.head.contains("allow: post"), "{answer:?}");
        }
        let letter = Letter { line: "POST /interaction HTTP/1.1".to_owned(), ..Letter::of(ping()) };
        assert_eq!(status(scene, letter).await, 404);
    });
}

#[test]
fn what_is_newer_than_this_version_gets_a_clear_answer() {
    scene(async |scene| {
        let mut modal = help();
        modal["type"] = json!(5);
        modal["data"] = json!({ "custom_id": "x", "components": [] });
        let mut unheard_of = help();
        unheard_of["type"] = json!(77);
        let mut renamed = help();
        renamed["data"]["name"] = json!("renamed");
        for (what, interaction) in [("a modal", modal), ("a new type", unheard_of), ("a command of old", renamed)] {
            let answer = Letter::of(interaction.to_string()).sent_to(scene.bot.http).await;
            assert_eq!((answer.status, &answer.json()["type"]), (200, &json!(4)), "{what}: {answer:?}");
            assert_eq!(answer.json()["data"]["flags"], 64, "{what}");
        }
        let mut typing = help();
        typing["type"] = json!(4);
        typing["data"]["options"] = json!([{ "name": "question", "type": 99, "value": {}, "focused": true }]);
        let answer = Letter::of(typing.to_string()).sent_to(scene.bot.http).await;
        assert_eq!(answer.json(), json!({ "type": 8, "data": { "choices": [] } }));
    });
}

#[test]
fn a_connection_is_kept_through_answers_and_refusals() {
    scene(async |scene| {
        let mut stream = TcpStream::connect(scene.bot.http).await.expect("the service listens");
        for _ in 0..50 {
            assert_eq!(Letter::of(ping()).sent_over(&mut stream).await.status, 200);
            assert_eq!(Letter::of(help().to_string()).sent_over(&mut stream).await.status, 200);
            assert_eq!(Letter::of("{").sent_over(&mut stream).await.status, 400);
            assert_eq!(Letter::of(ping()).without("x-signature-ed25519").sent_over(&mut stream).await.status, 401);
        }
    });
}

#[test]
fn what_is_sent_again_gets_the_same_again() {
    scene(async |scene| {
        let letter = Letter::of(help().to_string());
        let first = letter.sent_to(scene.bot.http).await;
        for _ in 0..5 {
            assert_eq!(letter.sent_to(scene.bot.http).await.body, first.body);
        }
    });
}
