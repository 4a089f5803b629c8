//! Buttons and menus: the next question, sharing, deleting, paging, and presses after a restart.

use super::scene::{Scene, scene, stage};
use super::stand_in::Reply;

async fn third(scene: &Scene, visible: bool) -> Reply {
    let options = [("meeting", "third CWG".into()), ("visible", visible.into())];
    scene.person("amina").asks("/attendees", &options).await
}

/// The first button that asks a question.
fn a_question(reply: &Reply) -> String {
    let found = reply
        .buttons()
        .into_iter()
        .find(|words| words.starts_with("Who ") || words.starts_with("What "))
        .map(str::to_owned);
    found.unwrap_or_else(|| panic!("no question on\n{}", reply.shown()))
}

#[test]
fn the_next_question() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let reply = third(scene, false).await;
        let next = amina.presses(&reply, &a_question(&reply)).await;
        assert!(next.is_private(), "the next answer is as private as the one before");
        amina.presses(&next, &a_question(&next)).await;
        scene.snapshot("the_next_question");
    });
}

#[test]
fn sharing() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let private = third(scene, false).await;
        assert!(private.is_private());
        let shared = amina.shares(&private, "Share").await;
        assert!(!shared.is_private());
        let id = amina.user()["id"].as_str().expect("an id").to_owned();
        assert!(shared.text().contains(&id), "who shared it is said:\n{}", shared.text());
        assert!(!shared.buttons().contains(&"Share"), "what is public cannot be shared again");
        // Somebody else sees it, and asks on.
        scene.person("ibrahim").presses(&shared, &a_question(&shared)).await;
        scene.snapshot("sharing");
    });
}

#[test]
fn deleting() {
    scene(async |scene| {
        let (amina, ibrahim) = (scene.person("amina"), scene.person("ibrahim"));
        let public = third(scene, true).await;
        let refused = ibrahim.presses(&public, "Delete").await;
        assert!(refused.is_private() && refused.id != public.id, "somebody else is told so alone");
        let still_there = |id: &str| scene.discord.shared.look(|world| !world.posted[id].deleted);
        assert!(still_there(&public.id), "somebody else deleted it");
        let gone = amina.presses(&public, "Delete").await;
        assert!(gone.deleted && !still_there(&public.id));
        let private = third(scene, false).await;
        let shared = amina.shares(&private, "Share").await;
        ibrahim.presses(&shared, "Delete").await;
        assert!(still_there(&shared.id));
        amina.presses(&shared, "Delete").await;
        assert!(!still_there(&shared.id));
        scene.snapshot("deleting");
    });
}

#[test]
fn pages_and_menus() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let first = amina.asks("/meetings", &[]).await;
        let second = amina.presses(&first, "Next").await;
        assert!(second.in_place && second.id == first.id, "a page is turned in place");
        assert_ne!(second.body["embeds"], first.body["embeds"]);
        let again = amina.presses(&second, "Previous").await;
        assert_eq!(again.body["embeds"], first.body["embeds"]);
        let meeting = amina.picks(&again, "").await;
        assert_ne!(meeting.body["embeds"], first.body["embeds"]);
        let overview = amina.asks("/about", &[]).await;
        amina.picks(&overview, "").await;
        scene.snapshot("pages_and_menus");
    });
}

#[test]
fn choices() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let several = amina.asks("/ask", &[("question", "how many people attended the handover".into())]).await;
        assert!(several.text().contains("Which one do you mean?"), "{}", several.text());
        let first = several.buttons().into_iter().next().expect("choices are buttons").to_owned();
        let picked = amina.presses(&several, &first).await;
        assert!(!picked.text().contains("Which one do you mean?"));
        scene.snapshot("choices");
    });
}

#[test]
fn presses_after_a_restart() {
    stage(async || {
        let scene = Scene::open().await;
        let (private, list) = (third(&scene, false).await, scene.person("amina").asks("/meetings", &[]).await);
        let public = third(&scene, true).await;
        let scene = scene.restarts().await;
        let amina = scene.person("amina");
        amina.presses(&private, &a_question(&private)).await;
        assert!(amina.presses(&list, "Next").await.in_place);
        assert!(!amina.shares(&private, "Share").await.is_private());
        assert!(amina.presses(&public, "Delete").await.deleted);
        scene.ends().await;
    });
}

#[test]
fn a_public_answer_is_not_turned_by_somebody_else() {
    scene(async |scene| {
        let (amina, ibrahim) = (scene.person("amina"), scene.person("ibrahim"));
        let list = amina.asks("/meetings", &[("visible", true.into())]).await;
        let turned = ibrahim.presses(&list, "Next").await;
        scene.snapshot("a_public_answer_and_somebody_else");
        println!(
            "somebody else turns a page of a public answer: {}",
            if turned.id == list.id { "in place" } else { "for themselves" }
        );
    });
}
