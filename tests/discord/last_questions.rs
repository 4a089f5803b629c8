//! The questions at the end of a scene can be answered with no: each of them fails a scene that deserves it.

use std::panic::catch_unwind;
use std::process::Command;
use std::time::Duration;

use nix::sys::signal::Signal;

use super::scene::{Scene, scene, stage};

/// Whether a scene fails; what it prints on the way is not shown, as it is meant to.
fn fails(play: fn()) -> bool {
    catch_unwind(play).is_err()
}

#[test]
fn a_scene_fails_when_the_service_died() {
    assert!(fails(|| scene(async |scene| {
        scene.bot.signal(Signal::SIGKILL);
        while scene.bot.runs() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })));
}

#[test]
fn a_scene_fails_when_a_rule_was_broken() {
    assert!(fails(|| scene(async |scene| scene.discord.shared.violation("a rule".to_owned()))));
}

#[test]
fn a_stage_fails_when_something_was_dialled_outside() {
    let enclosed = std::thread::spawn(super::enclosure::enter).join().expect("the thread");
    // Without a namespace nothing may be dialled, not even to see the guard trip.
    assert!(
        !enclosed
            || fails(|| stage(async || {
                let dialled = Command::new("bash").args(["-c", "exec 3<>/dev/tcp/198.51.100.1/443"]).output();
                dialled.expect("bash");
            }))
    );
}

#[test]
fn a_scene_fails_when_the_bot_does_not_leave() {
    assert!(fails(|| stage(async || {
        let scene = Scene::open().await;
        scene.bot.signal(Signal::SIGSTOP);
        scene.leaves().await;
    })));
}
