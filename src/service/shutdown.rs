//! The end of the service: a signal that every part can wait for, and a moment after which nothing is waited for.
//!
//! The one idea: the deadline belongs to a thread of its own, so that nothing that hangs can hold the process.

use std::io;
use std::thread;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::sleep;

/// From the signal to the end of the process, whatever the other side does. The contract is 8 s; what is left is for the
/// operating system.
pub const DEADLINE: Duration = Duration::from_secs(7);

/// Whether the service is to end; every clone hears of it.
#[derive(Clone, Debug)]
pub struct Shutdown(watch::Receiver<bool>);

impl Shutdown {
    /// Ends at SIGTERM or SIGINT. Must be called within a runtime.
    ///
    /// # Errors
    /// When the operating system gives no signals.
    pub fn on_signal() -> io::Result<Self> {
        let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let (send, receive) = watch::channel(false);
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            end_at_the_latest(DEADLINE);
            // Nobody listens where the service has ended by itself.
            let _ = send.send(true);
        });
        Ok(Self(receive))
    }

    /// Ends when the sender says so, for tests and for parts that end on their own.
    pub fn when(receiver: watch::Receiver<bool>) -> Self {
        Self(receiver)
    }

    /// One that ends so much later. Must be called within a runtime.
    #[must_use]
    pub fn after(&self, pause: Duration) -> Self {
        let (earlier, (send, receive)) = (self.clone(), watch::channel(false));
        tokio::spawn(async move {
            earlier.requested().await;
            sleep(pause).await;
            // Nobody listens where the service has ended by itself.
            let _ = send.send(true);
        });
        Self(receive)
    }

    /// Returns once the service is to end.
    pub async fn requested(&self) {
        let mut receiver = self.0.clone();
        if receiver.wait_for(|ends| *ends).await.is_err() && !*receiver.borrow() {
            // Whoever could ask is gone, so nobody will.
            std::future::pending::<()>().await;
        }
    }

    /// Whether the service is to end.
    pub fn is_requested(&self) -> bool {
        *self.0.borrow()
    }
}

/// Ends the process with 0 after this time, from a thread that nothing else can hold up.
pub fn end_at_the_latest(after: Duration) {
    let ending = move || {
        thread::sleep(after);
        tracing::warn!("ended at the deadline, something did not finish in time");
        std::process::exit(0);
    };
    if thread::Builder::new().name("deadline".to_owned()).spawn(ending).is_err() {
        std::process::exit(0);
    }
}
