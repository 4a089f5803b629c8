//! The picture of an answer in the README: drawn from the body that the bot really sent, and kept current.
//!
//! The one idea: every word in it comes from the wire; only the frame around the words is drawn here.
//! `UPDATE_PICTURE=1 cargo test --test discord picture` draws it anew.

use std::fmt::Write;
use std::{env, fs};

use serde_json::Value;
use textwrap::wrap;

use super::scene::scene;

/// The picture, and what was asked for it.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/discord.svg");
const QUESTION: &str = "who chaird the thrid consuler workng group";
/// Pixels.
const WIDTH: usize = 800;
const LEFT: usize = 72;
const LINE: usize = 20;
/// What fits beside the bar of the embed: as wide as letters of running text are on average, and a little more.
const CHARACTERS: usize = 78;
/// As wide as a letter of a button, with room for wide ones.
const LETTER: usize = 8;
/// Buttons of a picture end where it does.
const BUTTON: usize = 40;

#[test]
fn the_picture_of_an_answer_is_the_answer() {
    scene(async |scene| {
        let reply = scene.person("amina").asks("/ask", &[("question", QUESTION.into())]).await;
        assert!(reply.is_private());
        let drawn = drawing(&reply.body);
        for part in ["read as third", "Shareen Tuladhar", "21 July 2016", ">Share<"] {
            assert!(drawn.contains(part), "the picture does not show {part:?}");
        }
        if env::var_os("UPDATE_PICTURE").is_some() {
            fs::write(FILE, &drawn).expect("a picture");
        }
        let kept = fs::read_to_string(FILE).unwrap_or_default();
        assert!(kept == drawn, "docs/discord.svg is out of date: UPDATE_PICTURE=1 cargo test --test discord picture");
    });
}

/// A message with its first embed and its buttons, in Discord's dark colours.
fn drawing(body: &Value) -> String {
    let embed = &body["embeds"][0];
    let mut page = Page { shapes: String::new(), y: 34 };
    page.text(LEFT, "small", &format!("amina used /ask question: {QUESTION}"));
    page.y += 26;
    page.circle();
    page.text(LEFT, "name", "IOM Maldives Bot");
    page.y += 14;
    let top = page.y;
    page.y += 24;
    page.lines("title", string(&embed["title"]), CHARACTERS - 8);
    page.y += 4;
    page.lines("body", string(&embed["description"]), CHARACTERS);
    for field in embed["fields"].as_array().into_iter().flatten() {
        page.y += 8;
        page.lines("field", string(&field["name"]), CHARACTERS);
        page.lines("body", string(&field["value"]), CHARACTERS);
    }
    page.y += 8;
    page.lines("small", string(&embed["footer"]["text"]), CHARACTERS + 16);
    let bottom = page.y - 6;
    page.y = bottom + 10;
    for row in body["components"].as_array().into_iter().flatten() {
        page.buttons(row["components"].as_array().map_or(&[], Vec::as_slice));
    }
    if body["flags"] == 64 {
        page.y += 18;
        page.text(LEFT, "small", "Only you can see this");
    }
    let height = page.y + 20;
    let colour = embed["color"].as_u64().expect("a colour");
    let (box_width, box_height) = (WIDTH - LEFT - 20, bottom - top);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\">\n\
         <title>An answer of the bot in Discord</title>\n\
         <style>\n\
         text {{ font-family: 'gg sans', 'Noto Sans', 'Helvetica Neue', Helvetica, Arial, sans-serif; font-size: 14px; fill: #dbdee1 }}\n\
         .name, .title, .field {{ font-weight: 600; fill: #f2f3f5 }}\n\
         .title {{ font-size: 16px }}\n\
         .small {{ font-size: 12px; fill: #949ba4 }}\n\
         .link {{ fill: #00a8fc }}\n\
         .label {{ font-weight: 500; fill: #ffffff }}\n\
         </style>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" rx=\"8\" fill=\"#313338\"/>\n\
         <rect x=\"{LEFT}\" y=\"{top}\" width=\"{box_width}\" height=\"{box_height}\" rx=\"4\" fill=\"#2b2d31\"/>\n\
         <rect x=\"{LEFT}\" y=\"{top}\" width=\"4\" height=\"{box_height}\" rx=\"2\" fill=\"#{colour:06x}\"/>\n\
         {}</svg>\n",
        page.shapes
    )
}

/// Shapes, and how far down the page they reach.
struct Page {
    shapes: String,
    y: usize,
}

impl Page {
    fn text(&mut self, x: usize, class: &str, text: &str) {
        writeln!(self.shapes, "<text x=\"{x}\" y=\"{}\" class=\"{class}\">{}</text>", self.y, safe(text)).expect(TAKES);
    }

    fn circle(&mut self) {
        let y = self.y + 2;
        writeln!(
            self.shapes,
            "<circle cx=\"36\" cy=\"{y}\" r=\"20\" fill=\"#0033a0\"/>\n\
             <text x=\"36\" y=\"{}\" class=\"name\" text-anchor=\"middle\">IOM</text>",
            y + 5
        )
        .expect(TAKES);
    }

    /// Text in an embed, wrapped; a link is shown by its words.
    fn lines(&mut self, class: &str, text: &str, characters: usize) {
        for line in text.lines() {
            let (shown, is_link) = without_markup(line);
            let class = if is_link { "link" } else { class };
            for part in wrap(&shown, characters) {
                self.text(LEFT + 18, class, &part);
                self.y += LINE;
            }
        }
    }

    fn buttons(&mut self, buttons: &[Value]) {
        let mut x = LEFT;
        for button in buttons {
            let label = string(&button["label"]);
            let width = label.chars().count().min(BUTTON * 2) * LETTER + 28;
            if x > LEFT && x + width > WIDTH - 20 {
                x = LEFT;
                self.y += BUTTON;
            }
            let width = width.min(WIDTH - 20 - x);
            let fill = match button["style"].as_u64() {
                Some(1) => "#5865f2",
                Some(4) => "#da373c",
                _ => "#4e5058",
            };
            writeln!(
                self.shapes,
                "<rect x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"32\" rx=\"4\" fill=\"{fill}\"/>",
                self.y
            )
            .expect(TAKES);
            let (middle, baseline) = (x + width / 2, self.y + 21);
            writeln!(
                self.shapes,
                "<text x=\"{middle}\" y=\"{baseline}\" class=\"label\" text-anchor=\"middle\">{}</text>",
                safe(label)
            )
            .expect(TAKES);
            x += width + 8;
        }
        self.y += BUTTON;
    }
}

const TAKES: &str = "a string takes everything";

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What Discord shows of a line: `[words](address) (date)` by its words, and nothing of a backslash that escapes.
fn without_markup(line: &str) -> (String, bool) {
    let is_link = line.starts_with('[') && line.contains("](https://");
    let (words, after) = line.split_once("](").filter(|_| is_link).unwrap_or((line, ""));
    let rest = after.split_once(')').map_or("", |(_, rest)| rest);
    (format!("{}{rest}", words.trim_start_matches('[')).replace('\\', ""), is_link)
}

fn safe(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
