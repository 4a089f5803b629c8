//! Liveness and readiness over HTTP, and the question to them.
//!
//! The one idea: live means that requests are answered; ready means that a question would be.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use tokio::net::TcpListener;

use super::Shutdown;

/// The body of `/livez`.
const LIVE: &str = "live\n";
/// The body of `/readyz`, when questions are answered.
const READY: &str = "ready\n";
/// The body of `/readyz`, when they are not.
const NOT_READY: &str = "not ready\n";
/// As long as a health check waits for its answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether questions can be answered; whoever holds a clone may say so.
#[derive(Clone, Debug, Default)]
pub struct Readiness(Arc<AtomicBool>);

impl Readiness {
    /// Says whether questions reach the bot now.
    pub fn set(&self, ready: bool) {
        self.0.store(ready, Ordering::Relaxed);
    }

    /// Whether they do.
    pub fn is_ready(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Answers `/livez` and `/readyz` on this listener until the service ends.
///
/// # Errors
/// When the listener fails for good.
pub async fn serve(listener: TcpListener, readiness: Readiness, shutdown: Shutdown) -> std::io::Result<()> {
    let ready = move || {
        let is_ready = readiness.is_ready();
        async move { if is_ready { (StatusCode::OK, READY) } else { (StatusCode::SERVICE_UNAVAILABLE, NOT_READY) } }
    };
    let routes = Router::new().route("/livez", get(|| async { LIVE })).route("/readyz", get(ready));
    axum::serve(listener, routes).with_graceful_shutdown(async move { shutdown.requested().await }).await
}

/// Why a service is not healthy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unhealthy {
    /// It answers, but not that it is ready.
    NotReady {
        /// The HTTP status.
        status: u16,
    },
    /// It does not answer.
    Silent,
}

/// Asks the service at this address whether it is ready.
///
/// # Errors
/// When it is not.
pub async fn ask(address: SocketAddr) -> Result<(), Unhealthy> {
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().map_err(|_| Unhealthy::Silent)?;
    let url = format!("http://{}/readyz", reachable(address));
    match client.get(url).send().await {
        Ok(answer) if answer.status().is_success() => Ok(()),
        Ok(answer) => Err(Unhealthy::NotReady { status: answer.status().as_u16() }),
        Err(_) => Err(Unhealthy::Silent),
    }
}

/// Where a service that listens on every address can be asked.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

#[cfg(test)]
mod tests {
    use tokio::sync::watch;

    use super::*;

    #[tokio::test]
    async fn health_follows_readiness_and_fails_where_nothing_listens() {
        let (end, ends) = watch::channel(false);
        let readiness = Readiness::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let service = tokio::spawn(serve(listener, readiness.clone(), Shutdown::when(ends)));
        assert_eq!(ask(address).await, Err(Unhealthy::NotReady { status: 503 }));
        readiness.set(true);
        ask(address).await.expect("connected");
        end.send(true).expect("the service listens");
        service.await.expect("no panic").expect("no failure");
        assert_eq!(ask(address).await, Err(Unhealthy::Silent));
    }

    #[test]
    fn every_address_is_asked_on_loopback() {
        let reach = |address: &str| reachable(address.parse().expect("an address")).to_string();
        assert_eq!(reach("0.0.0.0:8080"), "127.0.0.1:8080");
        assert_eq!(reach("[::]:8080"), "[::1]:8080");
        assert_eq!(reach("10.1.2.3:80"), "10.1.2.3:80");
    }
}
