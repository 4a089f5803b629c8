//! What keeps the service from starting: one clear line with the fix, and a non-zero exit.

use std::fs;
use std::net::TcpListener;
use std::time::Duration;

use super::bot::Launch;
use super::deadlines::{RECOVERED, REFUSED_TO_START};
use super::scene::{Scene, all_of, snapshot, stage};
use super::stand_in::{Discord, On, Order, TOKEN, Then};

/// Starts a bot that must refuse, and gives what it printed, without what differs from run to run.
async fn refuses(discord: &Discord, launch: Launch) -> String {
    let address = launch.environment.get("HTTP_ADDR").cloned().unwrap_or_default();
    let bot = launch.start();
    let (code, _) = bot.ends(REFUSED_TO_START).await;
    assert_ne!(code, 0, "it ended as if all were well:\n{}", bot.output());
    let output = bot.output();
    assert!(!output.contains(TOKEN) && !output.contains("panicked"), "{output}");
    let rest = discord.rest.to_string();
    format!("exit {code}\n{}", output.replace(&rest, "(stand-in)").replace(&address, "(address)"))
}

/// The line that says what is wrong; nothing of the kind may stand before or after it.
fn last_line(output: &str) -> &str {
    output.trim_end().lines().last().unwrap_or_default()
}

#[test]
fn mistakes_of_the_operator_are_said_in_one_line() {
    stage(async || {
        let discord = Discord::start().await;
        let folder = tempfile::tempdir().expect("a folder");
        let token_file = folder.path().join("token");
        fs::write(&token_file, "  \n").expect("a file");
        let launch = || Launch::against(&discord).with("RUST_LOG", "off");
        let without_token = || launch().without("DISCORD_TOKEN");
        let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let taken_address = taken.local_addr().expect("its address").to_string();
        let mistakes = [
            ("no token", without_token()),
            ("an empty token", launch().with("DISCORD_TOKEN", "")),
            ("a token with a line break inside", launch().with("DISCORD_TOKEN", "two\nlines")),
            ("no token file", without_token().with("DISCORD_TOKEN_FILE", "/nowhere/token")),
            ("an empty token file", without_token().with("DISCORD_TOKEN_FILE", token_file.to_string_lossy())),
            ("an API address that is none", launch().with("DISCORD_API_URL", "not an address")),
            ("a server id that is none", launch().with("DISCORD_GUILD_ID", "our server")),
            ("an HTTP address that is none", launch().with("HTTP_ADDR", "everywhere")),
            ("a port in use", launch().with("HTTP_ADDR", taken_address.as_str())),
        ];
        let plays = mistakes.map(|(name, launch)| {
            let discord = &discord;
            async move { (name, refuses(discord, launch).await) }
        });
        let mut text = String::new();
        for (name, said) in all_of(plays).await {
            let said = said
                .replace(&folder.path().to_string_lossy().into_owned(), "(folder)")
                .replace(&taken_address, "(taken)");
            assert_eq!(said.trim_end().lines().count(), 2, "{name}: more than one line:\n{said}");
            text.extend([name, ": ", &said, "\n"]);
        }
        snapshot("mistakes_of_the_operator", &text);
        assert_eq!(discord.shared.look(|world| world.events.len()), 0, "Discord was asked although a setting is wrong");
    });
}

#[test]
fn broken_knowledge_is_shown_and_keeps_it_from_starting() {
    stage(async || {
        let discord = Discord::start().await;
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("facts")).expect("a folder");
        let broken = "{ \"id\": \"half\", \"title\": \"Half a fact\", \"txt\": \"misspelt\" }";
        fs::write(folder.path().join("facts/half.json"), broken).expect("a file");
        let said = refuses(&discord, Launch::against(&discord).with("RUST_LOG", "off").knowing(folder.path())).await;
        assert!(said.contains("txt") && said.contains("half.json"), "{said}");
        let absent = folder.path().join("absent");
        let said = refuses(&discord, Launch::against(&discord).with("RUST_LOG", "off").knowing(&absent)).await;
        assert!(said.contains("absent"), "{said}");
        assert_eq!(
            discord.shared.look(|world| world.events.len()),
            0,
            "Discord was asked although the knowledge is broken"
        );
    });
}

#[test]
fn a_token_from_a_file_may_end_in_a_line_break() {
    stage(async || {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("token");
        fs::write(&file, format!("{TOKEN}\n")).expect("a file");
        let launch = |_: &Discord, launch: Launch| {
            launch.without("DISCORD_TOKEN").with("DISCORD_TOKEN_FILE", file.to_string_lossy())
        };
        let scene = Scene::with(launch).await;
        scene.person("amina").asks("/help", &[]).await;
        scene.ends().await;
    });
}

/// Codes after which Discord wants no reconnection, with words that the line must hold.
const FATAL: [(u16, &str); 6] =
    [(4004, "token"), (4010, "4010"), (4011, "4011"), (4012, "4012"), (4013, "4013"), (4014, "4014")];

#[test]
fn what_discord_refuses_for_good_ends_the_service_with_one_line() {
    stage(async || {
        let at_start = FATAL.map(|(code, word)| async move {
            let scene = Scene::begins(|discord, launch| {
                discord.settings.refuses_identify.set(Some(code));
                launch
            })
            .await;
            (code, word, "at the start", scene)
        });
        let later = FATAL.map(|(code, word)| async move {
            let scene = Scene::open().await;
            scene.discord.settings.refuses_identify.set(Some(code));
            scene.discord.orders(Order::Close(code));
            (code, word, "later", scene)
        });
        let scenes = all_of(at_start).await.into_iter().chain(all_of(later).await);
        let plays = scenes.map(|(code, word, when, scene)| async move {
            let (exit, took) = scene.bot.ends(RECOVERED).await;
            let output = scene.bot.output();
            let line = last_line(&output).to_owned();
            assert_ne!(exit, 0, "{code} {when}: {output}");
            assert!(line.contains(word), "{code} {when}: the last line does not say {word}:\n{output}");
            println!("{code} {when}: exit {exit} after {took:.1?}: {line}");
            scene.kept_the_rules();
        });
        all_of(plays).await;
    });
}

#[test]
fn a_token_that_rest_refuses_ends_the_service_with_one_line() {
    stage(async || {
        let scene = Scene::begins(|discord, launch| {
            discord.breaks(On::Any, Then::Error(401, 0), 10_000);
            launch
        })
        .await;
        let (exit, _) = scene.bot.ends(RECOVERED + Duration::from_secs(5)).await;
        let output = scene.bot.output();
        assert!(exit != 0 && last_line(&output).contains("token"), "exit {exit}:\n{output}");
        let asked = scene.discord.shared.look(|world| world.events.len());
        assert!(asked < 10, "a refused token was sent {asked} times; 10,000 refusals are a ban");
        scene.kept_the_rules();
    });
}
