//! A scene: a stand-in for Discord, the bot, an enclosure around both, and the checks at its end.
//!
//! The one idea: every scene ends on the same questions. Did the service live? Did it keep every rule? Did it leave? Did
//! anything go elsewhere, or the token anywhere?

use std::panic::resume_unwind;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream::iter;
use nix::sys::signal::Signal;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use tokio::time::timeout;

use super::bot::{Bot, Launch};
use super::deadlines::{SCENE, STARTED, STOPPED};
use super::enclosure;
use super::stand_in::{Discord, Person, TOKEN, World};
use super::way;

/// A stand-in with its bot.
pub(crate) struct Scene {
    /// The stand-in.
    pub(crate) discord: Rc<Discord>,
    /// The bot.
    pub(crate) bot: Bot,
}

/// Plays with a bot that is ready, and asks the questions at the end.
pub(crate) fn scene(body: impl AsyncFnOnce(&Scene) + Send) {
    stage(async || {
        let scene = Scene::open().await;
        body(&scene).await;
        scene.ends().await;
    });
}

/// Plays in an enclosure of its own; scenes are opened within.
pub(crate) fn stage(body: impl AsyncFnOnce() + Send) {
    let play = || {
        let enclosed = enclosure::enter();
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let within = LocalSet::new().block_on(&runtime, async { timeout(SCENE, body()).await });
        assert!(within.is_ok(), "the scene took longer than {SCENE:?}");
        if enclosed {
            assert_eq!(enclosure::attempts_outside(), 0, "something tried to leave loopback");
        }
    };
    thread::scope(|scope| {
        let played = scope.spawn(play).join();
        played.unwrap_or_else(|panic| resume_unwind(panic));
    });
}

/// So many bots at once: they wait most of the time, but each starts with work, on a machine with few cores.
const AT_ONCE: usize = 6;

/// Plays all of them, some at a time, and gives what they gave in their order.
pub(crate) async fn all_of<P: Future>(plays: impl IntoIterator<Item = P>) -> Vec<P::Output> {
    iter(plays).buffered(AT_ONCE).collect().await
}

impl Scene {
    /// With everything in order, and a bot that is ready.
    pub(crate) async fn open() -> Self {
        Self::with(|_, launch| launch).await
    }

    /// With something else about the stand-in or the launch, and a bot that is ready.
    pub(crate) async fn with(prepare: impl FnOnce(&Discord, Launch) -> Launch) -> Self {
        let scene = Self::begins(prepare).await;
        scene.can_be_used(STARTED).await;
        scene
    }

    /// Waits until people see the commands, and somebody answers them.
    pub(crate) async fn can_be_used(&self, within: Duration) {
        way::is_open(self, within).await;
        let registered = |world: &World| (!world.commands.is_empty()).then_some(());
        self.discord.until("the commands", within, registered).await;
    }

    /// The same without waiting for the bot.
    pub(crate) async fn begins(prepare: impl FnOnce(&Discord, Launch) -> Launch) -> Self {
        let discord = Discord::start().await;
        let launch = prepare(&discord, way::launch(&discord));
        let bot = launch.start();
        Self { discord, bot }
    }

    /// Another bot in place of this one, after a restart.
    pub(crate) async fn restarts(self) -> Self {
        self.leaves().await;
        let bot = way::launch(&self.discord).start();
        let scene = Self { discord: Rc::clone(&self.discord), bot };
        way::is_open(&scene, STARTED).await;
        scene
    }

    /// Somebody in the server.
    pub(crate) fn person(&self, name: &'static str) -> Person<'_> {
        self.discord.person(name)
    }

    /// The transcript as a snapshot.
    pub(crate) fn snapshot(&self, name: &str) {
        snapshot(name, &self.discord.transcript());
    }

    /// Tells the bot to end, expects it to, and asks the questions.
    pub(crate) async fn ends(self) {
        self.leaves().await;
    }

    /// How long the bot took to leave after SIGTERM.
    pub(crate) async fn leaves(&self) -> Duration {
        assert!(self.bot.runs(), "the service died:\n{}", self.bot.output());
        assert!(!self.bot.command_line().contains(TOKEN), "the token is in the arguments");
        self.bot.signal(Signal::SIGTERM);
        let begun = Instant::now();
        let (code, _) = self.bot.ends(STOPPED).await;
        assert_eq!(code, 0, "exit code after SIGTERM:\n{}", self.bot.output());
        self.kept_the_rules();
        begun.elapsed()
    }

    /// The questions that hold for every bot, however it ended.
    pub(crate) fn kept_the_rules(&self) {
        let output = self.bot.output();
        assert!(!output.contains(TOKEN), "the token was printed");
        assert!(!output.contains("panicked"), "something panicked:\n{output}");
        assert_eq!(self.bot.outside(), Vec::<String>::new(), "the bot had peers beyond loopback");
        let broken = self.discord.shared.look(|world| world.violations.clone());
        assert!(broken.is_empty(), "{} broken rules:\n{}", broken.len(), broken.join("\n"));
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("--- {}", self.discord.shared.lately());
            eprintln!("--- what the bot printed:\n{}", self.bot.output());
        }
    }
}

/// A snapshot beside the tests. The version of the bot has its commit in it, which is another one tomorrow.
pub(crate) fn snapshot(name: &str, text: &str) {
    let text = text.replace(iom_maldives_bot::VERSION, "VERSION");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}
