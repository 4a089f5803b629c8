//! A stand-in that lies about where to go: with `DISCORD_API_URL` set, nobody but that host is ever connected to.
//!
//! The one idea: the enclosure counts every attempt; these scenes only tempt.

use super::deadlines::RECOVERED;
use super::scene::{Scene, all_of, stage};
use super::stand_in::{ELSEWHERE, Event, On, Order, Place, Then, World};

fn times_asked_for_the_gateway(world: &World) -> usize {
    world.count(|event| matches!(event, Event::Request(_, path, _) if path.starts_with("/gateway")))
}

#[test]
fn a_gateway_elsewhere_is_not_dialled() {
    stage(async || {
        let addresses =
            [format!("ws://{ELSEWHERE}:443"), format!("wss://{ELSEWHERE}"), "wss://gateway.discord.gg".to_owned()];
        let plays = addresses.into_iter().map(|address| async move {
            let scene = Scene::begins(|discord, launch| {
                discord.settings.gateway_address.replace(Some(address));
                launch
            })
            .await;
            let asked_again = |world: &World| (times_asked_for_the_gateway(world) >= 2).then_some(());
            scene.discord.until("another try", RECOVERED, asked_again).await;
            assert_eq!(scene.discord.shared.look(|world| world.connections), 0);
            scene.discord.settings.gateway_address.replace(None);
            scene.can_be_used(RECOVERED * 2).await;
            scene.ends().await;
        });
        all_of(plays).await;
    });
}

#[test]
fn a_resume_address_elsewhere_is_not_dialled() {
    stage(async || {
        let scene = Scene::with(|discord, launch| {
            discord.settings.resume_address.replace(Some(format!("ws://{ELSEWHERE}:443")));
            launch
        })
        .await;
        scene.discord.orders(Order::Close(4000));
        scene.discord.sessions_reach(2, RECOVERED).await;
        scene.person("amina").asks("/help", &[]).await;
        scene.ends().await;
    });
}

#[test]
fn a_redirection_is_not_followed() {
    stage(async || {
        let scene = Scene::begins(|discord, launch| {
            discord.breaks(On::Gateway, Then::Redirect, 2);
            launch
        })
        .await;
        scene.can_be_used(RECOVERED * 2).await;
        scene.discord.breaks(On::Callback, Then::Redirect, 1);
        scene.person("amina").begins("/help", &[]);
        scene.discord.breaks(On::ChannelMessage, Then::Redirect, 1);
        scene.person("amina").at(Place::Direct).says("what is IOM");
        scene.discord.until("both redirections", RECOVERED, nothing_is_left_to_happen).await;
        scene.person("ibrahim").asks("/help", &[]).await;
        scene.ends().await;
    });
}

#[test]
fn a_redirected_registration_is_not_followed_either() {
    stage(async || {
        let scene = Scene::begins(|discord, launch| {
            discord.breaks(On::Commands, Then::Redirect, 1);
            launch
        })
        .await;
        scene.discord.until("the redirection", RECOVERED, nothing_is_left_to_happen).await;
        scene.discord.sessions_reach(1, RECOVERED).await;
        scene.person("amina").at(Place::Direct).tells("what is IOM").await;
        scene.ends().await;
    });
}

fn nothing_is_left_to_happen(world: &World) -> Option<()> {
    world.faults.iter().all(|fault| fault.times == 0).then_some(())
}
