//! Every command with its options, asked as people ask.

use super::scene::scene;
use super::stand_in::Place;

#[test]
fn about() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let overview = amina.asks("/about", &[]).await;
        assert!(overview.is_private(), "private by default in a server");
        let fact = amina.asks("/about", &[("topic", "what is iom".into())]).await;
        assert!(fact.is_private());
        amina.asks("/about", &[("topic", "maldves police".into())]).await;
        amina.asks("/about", &[("topic", "CWG".into())]).await;
        amina.asks("/about", &[("topic", "id:third-consular-working-group".into())]).await;
        let unknown = amina.asks("/about", &[("topic", "pizza".into()), ("visible", true.into())]).await;
        assert!(unknown.is_private(), "what is not known is nobody else's business");
        scene.snapshot("about");
    });
}

#[test]
fn meetings() {
    scene(async |scene| {
        let amina = scene.person("amina");
        amina.asks("/meetings", &[]).await;
        amina.asks("/meetings", &[("find", "consuler workng group".into())]).await;
        amina.asks("/meetings", &[("from", "2016".into()), ("to", "December 2016".into())]).await;
        amina.asks("/meetings", &[("organisation", "police".into()), ("from", "2015".into())]).await;
        amina.asks("/meetings", &[("topic", "prosecution".into())]).await;
        amina.asks("/meetings", &[("from", "21/07/2016".into()), ("to", "21/07/2016".into())]).await;
        amina.asks("/meetings", &[("from", "the day after never".into())]).await;
        amina.asks("/meetings", &[("from", "last year".into())]).await;
        scene.snapshot("meetings");
    });
}

#[test]
fn attendees() {
    scene(async |scene| {
        let amina = scene.person("amina");
        amina.asks("/attendees", &[("meeting", "thrid consuler working group".into())]).await;
        amina.asks("/attendees", &[("who", "police".into())]).await;
        let nepal = amina.asks("/attendees", &[("meeting", "third CWG".into()), ("who", "Nepal".into())]).await;
        assert!(!nepal.text().contains("did not attend"), "an open list is never read as complete");
        amina.asks("/attendees", &[("meeting", "third CWG".into()), ("who", "High Commission of India".into())]).await;
        amina.asks("/attendees", &[]).await;
        scene.snapshot("attendees");
    });
}

#[test]
fn free_text_and_help() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let ask = async |question: &'static str| amina.asks("/ask", &[("question", question.into())]).await;
        ask("who chaird the thrid consuler workng group").await;
        ask("how many member states does IOM have").await;
        ask("was nepal at the third CWG").await;
        ask("did the meeting on 20 July 2016 take place").await;
        ask("what is the phone number of the office").await;
        let distress = ask("my employer took my passport").await;
        let telling = distress.text().lines().filter(|line| !line.starts_with("-- ")).collect::<String>();
        let digits = |run: &[char]| run.iter().all(char::is_ascii_digit);
        assert!(!telling.chars().collect::<Vec<_>>().windows(3).any(digits), "a number in:\n{telling}");
        ask("who won the world cup").await;
        ask("handover").await;
        amina.asks("/help", &[]).await;
        scene.snapshot("free_text_and_help");
    });
}

#[test]
fn who_sees_an_answer() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let options = |visible: bool| [("question", "what is IOM".into()), ("visible", visible.into())];
        assert!(amina.asks("/ask", &options(false)).await.is_private());
        assert!(!amina.asks("/ask", &options(true)).await.is_private());
        assert!(amina.at(Place::Elsewhere).asks("/ask", &options(false)).await.is_private());
        assert!(amina.at(Place::Group).asks("/ask", &options(false)[..1]).await.is_private());
        let alone = amina.at(Place::Direct).asks("/ask", &options(false)[..1]).await;
        assert!(!alone.is_private(), "alone with the bot there is nobody to hide from");
        scene.snapshot("who_sees_an_answer");
    });
}

#[test]
fn asking_about_a_message() {
    scene(async |scene| {
        let amina = scene.person("amina");
        let reply = amina.asks_about("does anybody know who chaired the third CWG?").await;
        assert!(reply.is_private() && reply.text().contains("Mohamed Anees"));
        amina.asks_about("").await;
        amina.asks_about("lunch at one?").await;
        scene.snapshot("asking_about_a_message");
    });
}
