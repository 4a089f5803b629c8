//! Hostile texts, through every way in: a clear answer, nothing pinged, nothing broken, nobody else disturbed.
//!
//! The one idea: the stand-in checks every body, so here only what comes back as answer needs a look.

use super::scene::scene;

/// What people paste, and what people try.
pub(crate) fn texts() -> Vec<String> {
    let zalgo: String = "IOM".chars().flat_map(|letter| [letter].into_iter().chain(['\u{301}'; 40])).collect();
    vec![
        " ".to_owned(),
        "a".repeat(6000),
        "what is IOM ".repeat(100),
        "\u{202e}what is IOM\u{202d} \u{2066}third CWG".to_owned(),
        "\u{200b}\u{200d}\u{feff}what\u{200b} is\u{200d} IOM".to_owned(),
        "👩‍👩‍👧‍👦🏳️‍🌈🇲🇻".repeat(60),
        "**what** is `IOM` ||third|| [CWG](https://example.org) > # ~~x~~ ```rust\n```".to_owned(),
        "@everyone @here <@1200000000000000000> <@&1300000000000000002> <#1300000000000000003> what is IOM".to_owned(),
        "\\@everyone \\<@1200000000000000000>".to_owned(),
        "'; DROP TABLE meetings; -- {{7*7}} ${HOME} %s%n \u{0}\u{7}\u{1b}[31m".to_owned(),
        zalgo,
        "މާލެ އައި.އޯ.އެމް".to_owned(),
        "متى كان الاجتماع الثالث".to_owned(),
        "第三次会议是什么时候".to_owned(),
        "?!?!.,;:".to_owned(),
        "9".repeat(400),
        "id:".to_owned(),
        "id:third-consular-working-group|x~y\n#abc".to_owned(),
    ]
}

#[test]
fn as_questions() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for text in texts() {
            amina.asks("/ask", &[("question", text.as_str().into()), ("visible", true.into())]).await;
            amina.asks("/about", &[("topic", text.as_str().into())]).await;
        }
    });
}

#[test]
fn as_filters() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for text in texts() {
            let text = text.as_str();
            amina.asks("/meetings", &[("find", text.into()), ("from", text.into()), ("topic", text.into())]).await;
            amina.asks("/attendees", &[("meeting", text.into()), ("who", text.into())]).await;
        }
    });
}

#[test]
fn in_the_menu_of_a_message() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for text in texts() {
            amina.asks_about(&text).await;
        }
    });
}

#[test]
fn what_is_pressed_next_works_too() {
    scene(async |scene| {
        let amina = scene.person("amina");
        for text in texts() {
            let reply = amina.asks("/ask", &[("question", text.as_str().into())]).await;
            let labels: Vec<String> =
                reply.buttons().into_iter().filter(|label| *label != "Delete").map(str::to_owned).collect();
            for label in labels.into_iter().filter(|label| !reply.button(label)["custom_id"].is_null()) {
                if label == "Share" {
                    amina.shares(&reply, &label).await;
                } else {
                    amina.presses(&reply, &label).await;
                }
            }
        }
    });
}
