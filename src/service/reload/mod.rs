//! Reading the knowledge again while the service runs.
//!
//! The one idea: whatever wakes it, an event of the file system, SIGHUP or the time, only the imprint of the folder says whether
//! something changed and whether it has come to rest. Then all of it is read on a thread of its own and swapped at once; what
//! cannot be read changes nothing that is answered.

mod load;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use tokio::signal::unix::{Signal, SignalKind, signal};

use self::load::Loader;
use self::watch::Watch;
use super::{Metrics, Serving};
use crate::knowledge::Imprint;

/// Two imprints so far apart are the same once a change has come to rest.
const REST: Duration = Duration::from_millis(250);
/// However often it is rung, it is looked no more often than this, nor for more than a fifth of the time.
const LULL: Duration = Duration::from_millis(50);
/// What has not come to rest by then is read as it is, and again when it changes.
const LONGEST: Duration = Duration::from_secs(10);
/// As often the folder is looked at although the file system tells what happens in it: some do not tell everything.
const LOOK: Duration = Duration::from_secs(30);
/// As often where the file system tells nothing.
const LOOK_OFTEN: Duration = Duration::from_secs(2);

/// SIGHUP, heard from when this is made: without it the signal would end the process.
#[derive(Debug)]
pub struct Hangups(Signal);

impl Hangups {
    /// Must be called within a runtime.
    ///
    /// # Errors
    /// When the operating system gives no signals.
    pub fn heard() -> io::Result<Self> {
        signal(SignalKind::hangup()).map(Self)
    }
}

/// The folder that is read, as it was before it was read first: what changed since is not missed.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    imprint: Imprint,
}

impl Folder {
    /// To be called before the knowledge is read.
    pub fn before(path: PathBuf) -> Self {
        let imprint = Imprint::of(&path);
        Self { path, imprint }
    }
}

/// Keeps what is served up to date with a folder, as long as the process runs; without one there is nothing to keep up with,
/// and SIGHUP is only heard. Must be called within a runtime.
///
/// # Errors
/// When the operating system gives no thread.
pub fn start(folder: Option<Folder>, hangups: Hangups, serving: Serving, metrics: Metrics) -> io::Result<()> {
    let Some(folder) = folder else {
        tokio::spawn(heard(hangups, || {
            tracing::info!("the knowledge is built in, there is nothing to read again");
        }));
        return Ok(());
    };
    let (bell, rung) = Bell::new();
    let ringing = bell.clone();
    tokio::spawn(heard(hangups, move || ringing.ask()));
    let keeper = Keeper {
        watch: Watch::new(folder.path.clone(), bell.clone()),
        loader: Loader::new(folder.path.clone(), serving, metrics),
        path: folder.path,
        known: folder.imprint,
        bell,
        rung,
    };
    thread::Builder::new().name("knowledge".to_owned()).spawn(move || keeper.keep()).map(drop)
}

async fn heard(mut hangups: Hangups, then: impl Fn()) {
    while hangups.0.recv().await.is_some() {
        then();
    }
}

/// Wakes the keeper. Rung often, it is heard once.
#[derive(Clone, Debug)]
struct Bell {
    ring: SyncSender<()>,
    asked: Arc<AtomicBool>,
}

impl Bell {
    fn new() -> (Self, Receiver<()>) {
        let (ring, heard) = sync_channel(1);
        (Self { ring, asked: Arc::default() }, heard)
    }

    /// Something may have changed.
    fn ring(&self) {
        // Full, it has been rung already.
        let _ = self.ring.try_send(());
    }

    /// Somebody wants it read, changed or not.
    fn ask(&self) {
        self.asked.store(true, Ordering::Release);
        self.ring();
    }
}

/// Keeps what is served up to date.
struct Keeper {
    path: PathBuf,
    /// The folder as it was when it was last read.
    known: Imprint,
    watch: Watch,
    loader: Loader,
    bell: Bell,
    rung: Receiver<()>,
}

impl Keeper {
    fn keep(mut self) {
        self.watch.renew();
        loop {
            let begun = Instant::now();
            let is_asked = self.bell.asked.swap(false, Ordering::Acquire);
            if is_asked || Imprint::of(&self.path) != self.known {
                self.read(is_asked);
                continue;
            }
            let looking = begun.elapsed();
            let look = if self.watch.tells() { LOOK } else { LOOK_OFTEN };
            // This end holds a bell too, so nothing but the bell and the time ends the waiting.
            if self.rung.recv_timeout(look).is_ok() {
                thread::sleep(LULL.max(looking * 4));
            }
        }
    }

    /// Reads the folder once it has come to rest, and what is read only counts if nothing changed meanwhile.
    fn read(&mut self, is_asked: bool) {
        let begun = Instant::now();
        loop {
            // Folders that are new have to be watched as well, before they are read.
            self.watch.renew();
            self.known = self.rest(begun, is_asked);
            // Whoever asked until now gets this reading.
            self.bell.asked.store(false, Ordering::Release);
            let read = self.loader.read();
            if Imprint::of(&self.path) == self.known || begun.elapsed() >= LONGEST {
                self.loader.serve(read);
                return;
            }
        }
    }

    /// Waits until nothing changes. Who asks has finished already, so where nothing changed nothing is waited for.
    fn rest(&self, begun: Instant, is_asked: bool) -> Imprint {
        let mut last = Imprint::of(&self.path);
        if is_asked && last == self.known {
            return last;
        }
        loop {
            thread::sleep(REST);
            // What was rung meanwhile shows in the imprint.
            let _ = self.rung.try_recv();
            let now = Imprint::of(&self.path);
            if now == last || begun.elapsed() >= LONGEST {
                return now;
            }
            last = now;
        }
    }
}
