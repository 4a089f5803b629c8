//! The container in endpoint mode: no connection, no token; it answers what Discord posts.

use super::super::stand_in::endpoint::public_key;
use super::super::stand_in::{APPLICATION, Discord};
use super::engine::{self, Container};
use super::promises::{of_end, of_process, resident_kib};
use super::serving::{HARDENED, network};
use super::{image, stage};

#[test]
#[ignore = "wants an engine and an image: run .ci/image"]
fn a_hardened_container_answers_what_is_posted() {
    stage(async || {
        let discord = Discord::start().await;
        let commands = engine::runs(&["run", "--rm", "--network=none", &image(), "commands"]).await;
        discord.registers(serde_json::from_str(&commands).expect("JSON"));
        let mut flags = network(&discord);
        flags.extend(HARDENED.map(str::to_owned));
        flags.push("--env=IOM_BOT_MODE=endpoint".to_owned());
        flags.push(format!("--env=DISCORD_PUBLIC_KEY={}", public_key()));
        flags.push(format!("--env=DISCORD_APPLICATION_ID={APPLICATION}"));
        let container = Container::starts(&flags, &[&image()]).await;
        let healthy = container.is_healthy().await;
        discord.posts_to("127.0.0.1:8080".parse().expect("the address that is served by default"));
        let reply =
            discord.person("amina").asks("/attendees", &[("meeting", "thrid consuler working group".into())]).await;
        assert!(reply.text().contains("Prosecutor General's Office"), "{}", reply.text());
        let faults = of_process(&container, false);
        assert!(faults.names().is_empty(), "{faults:?}");
        let resident = resident_kib(&container);
        let (took, state) = container.stops().await;
        assert!(of_end(took, &state).names().is_empty(), "{state}\n{}", container.log().await);
        discord.shared.look(|world| {
            assert!(world.violations.is_empty(), "{:?}", world.violations);
            assert_eq!(world.connections, 0, "an endpoint opened a connection");
        });
        println!("endpoint: healthy after {healthy:.1?}, {resident} KiB resident, stopped in {took:.2?}");
    });
}
