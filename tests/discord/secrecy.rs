//! The token appears nowhere: not in logs at their loudest, not in arguments, not in metrics.

use serde_json::{Value, json};

use super::deadlines::RECOVERED;
use super::scene::{Scene, stage};
use super::stand_in::{Order, Place, TOKEN};

#[test]
fn the_token_is_not_in_the_loudest_log() {
    stage(async || {
        let formats = ["text", "json"];
        for format in formats {
            let scene = Scene::with(|_, launch| launch.with("RUST_LOG", "trace").with("LOG_FORMAT", format)).await;
            let amina = scene.person("amina").at(Place::Direct);
            amina.asks("/help", &[]).await;
            amina.tells("what is IOM").await;
            scene.discord.orders(Order::Close(4000));
            scene.discord.sessions_reach(2, RECOVERED).await;
            let (_, metrics) = scene.bot.gets("/metrics").await.expect("metrics");
            assert!(!metrics.contains(TOKEN));
            let secret = TOKEN.rsplit('.').next().expect("three parts");
            scene.leaves().await;
            let output = scene.bot.output();
            assert!(!output.is_empty(), "the loudest log is silent");
            assert!(!metrics.contains(secret), "the secret part of the token is in the metrics");
            assert!(!output.contains(secret), "the secret part of the token was printed");
            let tokens = scene.discord.shared.look(|world| {
                world.interactions.values().filter(|interaction| output.contains(&interaction.token)).count()
            });
            println!("{format}: {} bytes of log; tokens of {tokens} interactions in it", output.len());
            if format == "json" {
                for line in output.lines() {
                    assert!(serde_json::from_str::<Value>(line).is_ok_and(|line| line.is_object()), "not JSON: {line}");
                }
            }
        }
    });
}

#[test]
fn what_people_ask_is_not_in_the_usual_log() {
    stage(async || {
        let scene = Scene::open().await;
        let amina = scene.person("amina");
        amina.asks("/ask", &[("question", json!("who chaired the third CWG, asks Xanthippe"))]).await;
        amina.at(Place::Direct).tells("when was the third CWG, Xanthippe").await;
        scene.leaves().await;
        let output = scene.bot.output().to_lowercase();
        let user = amina.user()["id"].as_str().expect("an id").to_owned();
        assert!(!output.contains(&user), "somebody's id is in the log:\n{output}");
        assert!(!output.contains("xanthippe"), "what somebody wrote is in the log:\n{output}");
    });
}
