//! The way from people to the service in these scenes: HTTP, signed by Discord.

use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;

use super::bot::Launch;
use super::scene::Scene;
use super::stand_in::endpoint::public_key;
use super::stand_in::{APPLICATION, Discord};

/// A service that is posted to, without a token.
pub(crate) fn launch(discord: &Rc<Discord>) -> Launch {
    let launch = Launch::against(discord).without("DISCORD_TOKEN").with("IOM_BOT_MODE", "endpoint");
    let launch = launch.with("DISCORD_PUBLIC_KEY", public_key()).with("DISCORD_APPLICATION_ID", APPLICATION);
    discord.posts_to(launch.http);
    launch
}

/// Waits until somebody who does something is heard. The commands were registered by somebody else.
pub(crate) async fn is_open(scene: &Scene, _: Duration) {
    scene.bot.is_ready().await;
    scene.discord.registers(commands());
}

/// The commands as the binary prints them for whoever registers them.
pub(crate) fn commands() -> Value {
    static COMMANDS: OnceLock<Value> = OnceLock::new();
    let print = || {
        let printed = Command::cargo_bin("iom-maldives-bot").expect("the binary").arg("commands").assert().success();
        serde_json::from_slice(&printed.get_output().stdout).expect("JSON")
    };
    COMMANDS.get_or_init(print).clone()
}
