//! The way from people to the service in these scenes: the gateway.
//!
//! The one idea: a scene knows nothing of it, so the scenes of `tests/endpoint` are the same ones.

use std::rc::Rc;
use std::time::Duration;

use super::bot::Launch;
use super::scene::Scene;
use super::stand_in::Discord;

/// A service that connects.
pub(crate) fn launch(discord: &Rc<Discord>) -> Launch {
    Launch::against(discord)
}

/// Waits until somebody who does something is heard.
pub(crate) async fn is_open(scene: &Scene, within: Duration) {
    // A session that ended belongs to a bot before this one.
    scene.discord.sessions_reach(1, within).await;
    scene.bot.is_ready().await;
}
