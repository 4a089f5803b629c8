//! Liveness and readiness over HTTP, and the question to them.
//!
//! The one idea: live means that requests are answered; ready means that a question would be. What is missing, or stale, is
//! said in one line.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;

use super::{Edition, Serving, Shutdown};

/// The body of `/livez`.
const LIVE: &str = "live\n";
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

/// `/livez` and `/readyz`.
pub fn routes(serving: Serving, readiness: Readiness, shutdown: Shutdown) -> Router {
    let ready = move || {
        let answer = readyz(&serving.now(), readiness.is_ready(), shutdown.is_requested());
        async move { answer }
    };
    Router::new().route("/livez", get(|| async { LIVE })).route("/readyz", get(ready))
}

/// Where there is a service there is knowledge, so what can be missing is Discord.
fn readyz(edition: &Edition, is_ready: bool, ends: bool) -> (StatusCode, String) {
    match (&edition.failure, is_ready, ends) {
        (_, _, true) => (StatusCode::SERVICE_UNAVAILABLE, "not ready: the service ends\n".to_owned()),
        (_, false, _) => (StatusCode::SERVICE_UNAVAILABLE, "not ready: not connected to Discord\n".to_owned()),
        (None, true, _) => (StatusCode::OK, "ready\n".to_owned()),
        (Some(failure), true, _) => {
            (StatusCode::OK, format!("ready, with knowledge {}; {failure}\n", edition.library.knowledge.version))
        }
    }
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
    use tokio::net::TcpListener;
    use tokio::sync::watch;

    use super::*;
    use crate::knowledge::Knowledge;
    use crate::search::Library;
    use crate::service::Failure;
    use crate::service::http::{self, Limits};

    fn serving() -> Serving {
        Serving::new(Library::new(Knowledge::built_in().expect("sound").knowledge))
    }

    #[tokio::test]
    async fn health_follows_readiness_and_fails_where_nothing_listens() {
        let (end, ends) = watch::channel(false);
        let readiness = Readiness::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let ends = Shutdown::when(ends);
        let routes = routes(serving(), readiness.clone(), ends.clone());
        let service = tokio::spawn(http::serve(listener, routes, Limits::WATCHED, ends));
        assert_eq!(ask(address).await, Err(Unhealthy::NotReady { status: 503 }));
        readiness.set(true);
        ask(address).await.expect("connected");
        end.send(true).expect("the service listens");
        service.await.expect("no panic");
        assert_eq!(ask(address).await, Err(Unhealthy::Silent));
    }

    #[test]
    fn one_line_says_what_is_missing_or_stale() {
        let serving = serving();
        let said = |is_ready, ends| {
            let (status, body) = readyz(&serving.now(), is_ready, ends);
            assert!(body.ends_with('\n') && body.lines().count() == 1, "{body}");
            (status.as_u16(), body)
        };
        assert_eq!(said(true, false), (200, "ready\n".to_owned()));
        assert!(said(false, false).1.contains("not connected") && said(false, false).0 == 503);
        assert!(said(true, true).1.contains("ends") && said(true, true).0 == 503);
        let since = "2026-11-25T06:00:00.5Z".parse().expect("a moment");
        let failure = Failure { since, mistakes: 2, file: "facts/a\nb.json".to_owned(), line: 3 };
        serving.keep(Some(failure));
        let (status, body) = said(true, false);
        assert_eq!(status, 200, "the last good knowledge serves");
        assert!(body.contains("since 2026-11-25T06:00:00Z: 2 mistakes, the first in facts/a b.json line 3"), "{body}");
    }

    #[test]
    fn every_address_is_asked_on_loopback() {
        let reach = |address: &str| reachable(address.parse().expect("an address")).to_string();
        assert_eq!(reach("0.0.0.0:8080"), "127.0.0.1:8080");
        assert_eq!(reach("[::]:8080"), "[::1]:8080");
        assert_eq!(reach("10.1.2.3:80"), "10.1.2.3:80");
    }
}
