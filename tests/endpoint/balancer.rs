//! The load balancer, haproxy, in front of replicas, as `deploy/haproxy/` configures it.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;
use tokio::time::sleep;

use super::deadlines::{LOOK_AGAIN, STARTED};

const CONFIGURATION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/haproxy/haproxy.cfg");

/// A balancer that runs.
pub(crate) struct Balancer {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl Balancer {
    /// Starts one before these replicas; nothing where there is no haproxy, which is said.
    pub(crate) async fn before(replicas: [SocketAddr; 3]) -> Option<Self> {
        // The kernel gives the port to nobody else meanwhile: this network belongs to the scene.
        let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
        let address = free.expect("a free port");
        let mut command = Command::new("haproxy");
        command.args(["-db", "-f", CONFIGURATION]).env("BIND", address.to_string()).stdin(Stdio::null());
        for (name, replica) in ["BOT_1", "BOT_2", "BOT_3"].into_iter().zip(replicas) {
            command.env(name, replica.to_string());
        }
        let child = match command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() {
            Ok(child) => child,
            Err(error) => {
                eprintln!("NOT RUN: replicas behind a load balancer, because haproxy cannot be started here ({error})");
                return None;
            }
        };
        let mut balancer = Self { child, address };
        let begun = Instant::now();
        while TcpStream::connect(address).await.is_err() {
            let ended = balancer.child.try_wait().expect("its state");
            let runs = ended.is_none() && begun.elapsed() < STARTED;
            assert!(runs, "haproxy does not start ({ended:?}); `haproxy -c -f {CONFIGURATION}` says why");
            sleep(LOOK_AGAIN).await;
        }
        // It takes every replica for ready until the first checks are over.
        sleep(Duration::from_millis(600)).await;
        Some(balancer)
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
