//! The HTTP side: routes served to whoever connects, within limits that no client can stretch.
//!
//! The one idea: a connection is one of a fixed number, must say what it wants in a short time and in few bytes, and ends by
//! itself. However many clients are slow, what they hold is bounded, and it is theirs, not the bot's.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::Shutdown;

/// What one client, and all of them, may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at once; further ones wait to be accepted.
    pub connections: usize,
    /// From the beginning of a connection, or the end of the last answer, to the end of the next request's head.
    pub head_time: Duration,
    /// Bytes of a head. hyper takes no less than 8 KiB.
    pub head_bytes: usize,
    /// A connection ends after so long, between two requests if it has any.
    pub lifetime: Duration,
    /// What is in hand when a connection is to end may take so long.
    pub finishing: Duration,
}

impl Limits {
    /// For health checks and scrapes: a few clients, each with one short request now and then.
    pub const WATCHED: Self = Self {
        connections: 64,
        head_time: Duration::from_secs(5),
        head_bytes: 16 << 10,
        lifetime: Duration::from_mins(1),
        finishing: Duration::from_secs(2),
    };
}

impl Limits {
    /// For interactions, which come over a few connections that a load balancer keeps, or over one each.
    pub const INTERACTIONS: Self = Self {
        // Half of the 1,024 open files that systems grant unless told otherwise.
        connections: 512,
        // A connection that rests is closed after the same time, so a balancer must let go of one that rested earlier.
        head_time: Duration::from_secs(15),
        // Discord's heads are well below 2 KiB; balancers add to them.
        head_bytes: 16 << 10,
        // Long, because a balancer that sends just as a connection is closed has to send again.
        lifetime: Duration::from_hours(1),
        finishing: Duration::from_secs(2),
    };
}

/// A pause after an error of accepting, which is most often a lack of file handles.
const PAUSE: Duration = Duration::from_millis(500);

/// Serves until the service ends; answers in hand are finished within `limits`.
pub async fn serve(listener: TcpListener, routes: Router, limits: Limits, shutdown: Shutdown) {
    let room = Arc::new(Semaphore::new(limits.connections));
    loop {
        let accepted = async {
            let place = Arc::clone(&room).acquire_owned().await;
            listener.accept().await.map(|(stream, _)| (stream, place))
        };
        let accepted = tokio::select! {
            accepted = accepted => accepted,
            () = shutdown.requested() => break,
        };
        match accepted {
            Ok((stream, place)) => {
                let connection = connection(stream, routes.clone(), limits, shutdown.clone());
                tokio::spawn(async move {
                    connection.await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    // Every place is free again once the last connection has ended, which each of them does in time.
    let _ = room.acquire_many(u32::try_from(limits.connections).unwrap_or(u32::MAX)).await;
}

async fn connection(stream: impl AsyncRead + AsyncWrite + Unpin, routes: Router, limits: Limits, shutdown: Shutdown) {
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(limits.head_time).max_buf_size(limits.head_bytes);
    let service = TowerToHyperService::new(routes);
    let mut serving = pin!(server.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // A client that breaks the protocol, or leaves, is no concern of the operator's.
        _ = serving.as_mut() => return,
        () = sleep(limits.lifetime) => {}
        () = shutdown.requested() => {}
    }
    serving.as_mut().graceful_shutdown();
    let _ = timeout(limits.finishing, serving).await;
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::time::Instant;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tokio::sync::watch;
    use tokio::task::JoinHandle;

    use super::*;

    /// Short, so that the tests are.
    const LIMITS: Limits = Limits {
        connections: 4,
        head_time: Duration::from_millis(300),
        head_bytes: 8 << 10,
        lifetime: Duration::from_secs(2),
        finishing: Duration::from_millis(500),
    };
    /// Anything that takes longer than this has no limit.
    const MOST: Duration = Duration::from_secs(10);
    const ASKED: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";

    async fn service() -> (SocketAddr, watch::Sender<bool>, JoinHandle<()>) {
        let (end, ends) = watch::channel(false);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        // An answer larger than what the sockets hold stays in hand while nobody reads it.
        let routes = Router::new()
            .route("/", get(|| async { "here" }))
            .route("/slow", get(|| async { sleep(Duration::from_millis(200)).await }))
            .route("/large", get(|| async { vec![b'a'; 64 << 20] }));
        (address, end, tokio::spawn(serve(listener, routes, LIMITS, Shutdown::when(ends))))
    }

    /// Everything that comes until the connection ends.
    async fn rest(stream: &mut TcpStream) -> String {
        let mut bytes = Vec::new();
        let read = timeout(MOST, stream.read_to_end(&mut bytes)).await;
        // A connection that is reset has ended as well.
        let _ = read.expect("the connection ends");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    async fn asked(address: SocketAddr, request: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(request).await.expect("sent");
        stream
    }

    /// The first line of the answer to a request of its own.
    async fn answer(address: SocketAddr) -> String {
        let mut stream = asked(address, b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
        rest(&mut stream).await.lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_page_for_operators_tells_the_limits() {
        let page = include_str!("../../docs/OPERATIONS.md").split_whitespace().collect::<Vec<_>>().join(" ");
        let Limits { connections, head_time, head_bytes, lifetime, .. } = Limits::WATCHED;
        assert_eq!(lifetime, Duration::from_mins(1));
        let said = format!(
            "A client has {} s for the head of a request and {} KiB for its size, a connection ends after a minute, and there \
             are {connections} at once.",
            head_time.as_secs(),
            head_bytes >> 10
        );
        assert!(page.contains(&said), "the page does not say: {said}");
    }

    #[tokio::test]
    async fn slow_clients_are_let_go_and_others_are_answered() {
        let (address, _end, _service) = service().await;
        let begun = Instant::now();
        let mut slow = Vec::new();
        for part in [&b""[..], b"GET", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nhost: a\r\n", b"GET /livez", b"\r\n"]
        {
            slow.push(asked(address, part).await);
        }
        // Two more than there is room for: whoever comes after them waits, and is answered.
        assert_eq!(answer(address).await, "HTTP/1.1 200 OK");
        for mut stream in slow {
            rest(&mut stream).await;
        }
        assert!(begun.elapsed() < LIMITS.lifetime, "{:?}", begun.elapsed());
    }

    #[tokio::test]
    async fn who_says_nothing_more_after_an_answer_is_let_go() {
        let (address, _end, _service) = service().await;
        let mut stream = asked(address, ASKED).await;
        assert!(rest(&mut stream).await.starts_with("HTTP/1.1 200 OK"));
    }

    #[tokio::test]
    async fn a_head_without_end_is_refused() {
        let (address, _end, _service) = service().await;
        for (part, times) in [("a: b\r\n", 40_000), ("x", 200_000)] {
            let head = format!("GET / HTTP/1.1\r\n{}", part.repeat(times));
            let mut stream = TcpStream::connect(address).await.expect("a connection");
            // The connection may be over before all of it was sent.
            let _ = stream.write_all(head.as_bytes()).await;
            let said = rest(&mut stream).await;
            assert!(said.is_empty() || said.starts_with("HTTP/1.1 431") || said.starts_with("HTTP/1.1 400"), "{said}");
            assert_eq!(answer(address).await, "HTTP/1.1 200 OK");
        }
    }

    #[tokio::test]
    async fn clients_that_do_not_read_hold_their_place_for_a_lifetime() {
        let (address, _end, _service) = service().await;
        let begun = Instant::now();
        let mut greedy = Vec::new();
        for _ in 0..LIMITS.connections {
            greedy.push(asked(address, b"GET /large HTTP/1.1\r\nhost: a\r\n\r\n").await);
        }
        assert_eq!(answer(address).await, "HTTP/1.1 200 OK");
        assert!(begun.elapsed() >= LIMITS.lifetime, "there was no limit of connections");
    }

    #[tokio::test]
    async fn at_the_end_what_is_in_hand_is_finished_and_nobody_is_waited_for_without_end() {
        let (address, end, service) = service().await;
        let mut stream = asked(address, b"GET /slow HTTP/1.1\r\nhost: a\r\n\r\n").await;
        let greedy = asked(address, b"GET /large HTTP/1.1\r\nhost: a\r\n\r\n").await;
        sleep(Duration::from_millis(50)).await;
        end.send(true).expect("the service listens");
        assert!(rest(&mut stream).await.starts_with("HTTP/1.1 200 OK"));
        timeout(LIMITS.finishing * 4, service).await.expect("in time").expect("no panic");
        drop(greedy);
    }
}
