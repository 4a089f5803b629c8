//! Suggestions while typing: tolerant, useful on the empty box, and each says why.

use super::scene::scene;

#[test]
fn suggestions() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for (command, option, text) in [
            ("/about", "topic", ""),
            ("/about", "topic", "iom"),
            ("/about", "topic", "minstry of ec"),
            ("/meetings", "find", ""),
            ("/meetings", "find", "cwg"),
            ("/meetings", "from", ""),
            ("/meetings", "to", "201"),
            ("/meetings", "organisation", "polise"),
            ("/meetings", "topic", ""),
            ("/meetings", "topic", "pros"),
            ("/attendees", "meeting", "thrid consul"),
            ("/attendees", "who", "high comm"),
            ("/ask", "question", ""),
            ("/ask", "question", "who chaired the third"),
            ("/ask", "question", "volcano"),
        ] {
            let suggestions = amina.types(command, option, text).await;
            if text.is_empty() {
                assert!(!suggestions.is_empty(), "the empty box of {command} {option} is useless");
            }
        }
        scene.snapshot("suggestions");
    });
}

#[test]
fn what_is_suggested_leads_to_an_answer() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for (command, option) in [
            ("/about", "topic"),
            ("/meetings", "find"),
            ("/meetings", "from"),
            ("/meetings", "organisation"),
            ("/meetings", "topic"),
            ("/attendees", "meeting"),
            ("/attendees", "who"),
            ("/ask", "question"),
        ] {
            for (name, value) in amina.types(command, option, "").await.into_iter().take(4) {
                let reply = amina.asks(command, &[(option, value.as_str().into())]).await;
                assert!(!reply.text().contains("# Not known"), "{command} {option}: {name} led to\n{}", reply.text());
            }
        }
    });
}

#[test]
fn hostile_typing_is_answered() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for text in super::hostile::texts() {
            for (command, option) in [("/about", "topic"), ("/meetings", "from"), ("/ask", "question")] {
                amina.types(command, option, &text).await;
            }
        }
    });
}
