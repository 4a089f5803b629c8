//! Both ways give the same bodies, to the letter, for every kind of interaction.

use std::rc::Rc;

use serde_json::Value;

use super::bot::Launch;
use super::deadlines::STARTED;
use super::scene::{Scene, stage};
use super::stand_in::{Discord, Place, World};

/// Somebody does one of everything; what the bot answered, in order.
async fn of_everything(discord: &Discord) -> Vec<(u64, Value)> {
    let (amina, ibrahim) = (discord.person("amina"), discord.person("ibrahim"));
    for place in [Place::Server, Place::Direct, Place::Elsewhere, Place::Group] {
        let amina = amina.at(place);
        amina.asks("/help", &[]).await;
        amina.asks("/about", &[("topic", "what is iom".into())]).await;
        amina.asks("/meetings", &[("organisation", "police".into()), ("from", "2015".into())]).await;
        amina.asks("/attendees", &[("meeting", "third CWG".into()), ("who", "Nepal".into())]).await;
        amina.asks("/ask", &[("question", "who won the world cup".into())]).await;
    }
    for (command, option, text) in [("/about", "topic", ""), ("/meetings", "find", "cwg"), ("/ask", "question", "vol")]
    {
        amina.types(command, option, text).await;
    }
    amina.asks_about("does anybody know who chaired the third CWG?").await;
    amina.asks_about("").await;
    let list = amina.asks("/meetings", &[]).await;
    let turned = amina.presses(&list, "Next").await;
    amina.picks(&turned, "").await;
    let several = amina.asks("/ask", &[("question", "how many people attended the handover".into())]).await;
    let first = several.buttons().first().expect("choices").to_string();
    amina.presses(&several, &first).await;
    let private = amina.asks("/attendees", &[("meeting", "third CWG".into())]).await;
    for label in private.buttons().into_iter().filter(|label| *label != "Share") {
        amina.presses(&private, label).await;
    }
    let shared = amina.shares(&private, "Share").await;
    ibrahim.presses(&shared, "Delete").await;
    amina.presses(&shared, "Delete").await;
    discord.shared.look(|world| {
        let mut ids: Vec<&String> = world.interactions.keys().collect();
        ids.sort();
        ids.into_iter().map(|id| world.interactions[id].acknowledged.clone().expect("answered")).collect()
    })
}

#[test]
fn over_http_and_over_the_gateway_every_body_is_the_same() {
    stage(async || {
        let discord: Rc<Discord> = Discord::start().await;
        let gateway = Launch::against(&discord).start();
        discord.sessions_reach(1, STARTED).await;
        gateway.is_ready().await;
        let registered = |world: &World| (!world.commands.is_empty()).then_some(());
        discord.until("the commands", STARTED, registered).await;
        let expected = of_everything(&discord).await;
        let scene = Scene::open().await;
        let answered = of_everything(&scene.discord).await;
        assert_eq!(answered.len(), expected.len());
        for (at, (answer, expected)) in answered.iter().zip(&expected).enumerate() {
            assert_eq!(answer, expected, "answer number {at}");
        }
        println!("{} bodies are the same, of the types {:?}", answered.len(), {
            let mut kinds: Vec<u64> = answered.iter().map(|(kind, _)| *kind).collect();
            kinds.sort_unstable();
            kinds.dedup();
            kinds
        });
        scene.ends().await;
    });
}
