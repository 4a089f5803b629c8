//! The built binary, started as an operator starts it, and watched while it runs.
//!
//! The one idea: nothing of the service is linked in; what counts is what the process does.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::rc::Rc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Empty};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::task::{JoinHandle, spawn_local};
use tokio::time::{sleep, timeout};

use super::deadlines::{LOOK_AGAIN, STARTED};
use super::enclosure;
use super::stand_in::{Discord, TOKEN};

/// The knowledge of the tests: true entries, but always the same ones, so that snapshots stay.
pub(crate) const KNOWLEDGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/discord/knowledge");

/// How the process is started.
pub(crate) struct Launch {
    /// Its whole environment.
    pub(crate) environment: BTreeMap<&'static str, String>,
    /// What follows the program's name.
    pub(crate) arguments: Vec<String>,
    /// A script of the shell that starts it.
    through: Option<&'static str>,
    /// Where its HTTP side will be.
    pub(crate) http: SocketAddr,
}

impl Launch {
    /// As for this stand-in, with everything in order.
    pub(crate) fn against(discord: &Discord) -> Self {
        let http = free_port();
        let environment = BTreeMap::from([
            ("DISCORD_API_URL", format!("http://{}", discord.rest)),
            ("DISCORD_TOKEN", TOKEN.to_owned()),
            ("HTTP_ADDR", http.to_string()),
            ("IOM_BOT_TODAY", "2026-11-24".to_owned()),
            ("KNOWLEDGE_DIR", KNOWLEDGE.to_owned()),
            ("LOG_FORMAT", "text".to_owned()),
            ("NO_COLOR", "1".to_owned()),
        ]);
        Self { environment, arguments: vec!["serve".to_owned()], through: None, http }
    }

    /// With another value.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.environment.insert(name, value.into());
        self
    }

    /// Without a value.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.environment.remove(name);
        self
    }

    /// With other knowledge.
    pub(crate) fn knowing(self, folder: &Path) -> Self {
        self.with("KNOWLEDGE_DIR", folder.to_string_lossy())
    }

    /// By a script, which is given the program and its arguments and ends by becoming it.
    pub(crate) fn through(self, script: &'static str) -> Self {
        Self { through: Some(script), ..self }
    }

    /// Starts the process.
    pub(crate) fn start(self) -> Bot {
        const PROGRAM: &str = env!("CARGO_BIN_EXE_iom-maldives-bot");
        let mut command = Command::new(if self.through.is_some() { "/bin/sh" } else { PROGRAM });
        if let Some(script) = self.through {
            command.args(["-c", script, PROGRAM]);
        }
        command.env_clear().envs(&self.environment).args(&self.arguments).current_dir(std::env::temp_dir());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().expect("the built binary");
        let process = child.id().expect("it runs");
        let output = Rc::new(RefCell::new(Vec::new()));
        let readers = [
            spawn_local(collect(child.stdout.take().expect("piped"), Rc::clone(&output))),
            spawn_local(collect(child.stderr.take().expect("piped"), Rc::clone(&output))),
        ];
        let outside = Rc::new(RefCell::new(Vec::new()));
        spawn_local(watch(process, Rc::clone(&outside)));
        Bot {
            child: RefCell::new(child),
            process,
            http: self.http,
            output,
            readers: RefCell::new(readers.into()),
            outside,
        }
    }
}

/// The running process.
pub(crate) struct Bot {
    child: RefCell<Child>,
    /// Its number.
    pub(crate) process: u32,
    /// Where its health is asked.
    pub(crate) http: SocketAddr,
    output: Rc<RefCell<Vec<u8>>>,
    readers: RefCell<Vec<JoinHandle<()>>>,
    outside: Rc<RefCell<Vec<String>>>,
}

impl Bot {
    /// Waits until it says of itself that it is ready.
    pub(crate) async fn is_ready(&self) {
        let started = Instant::now();
        while self.gets("/readyz").await.is_none_or(|(status, _)| status != 200) {
            assert!(self.runs(), "the bot ended while it started:\n{}", self.output());
            assert!(started.elapsed() < STARTED, "the bot was not ready within {STARTED:?}:\n{}", self.output());
            sleep(LOOK_AGAIN).await;
        }
    }

    /// Asks its own HTTP side; nothing where nobody answers.
    pub(crate) async fn gets(&self, path: &str) -> Option<(u16, String)> {
        let asking = async {
            let stream = TcpStream::connect(self.http).await.ok()?;
            let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.ok()?;
            spawn_local(connection);
            let request = Request::get(path).header("host", "localhost").body(Empty::<Bytes>::new()).ok()?;
            let response = sender.send_request(request).await.ok()?;
            let status = response.status().as_u16();
            let body = response.into_body().collect().await.ok()?.to_bytes();
            Some((status, String::from_utf8_lossy(&body).into_owned()))
        };
        timeout(Duration::from_secs(2), asking).await.ok().flatten()
    }

    /// Whether it still runs.
    pub(crate) fn runs(&self) -> bool {
        self.child.borrow_mut().try_wait().is_ok_and(|status| status.is_none())
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.process.cast_signed()), signal).expect("the process is there");
    }

    /// Waits for its end, and gives its exit code and how long that took.
    pub(crate) async fn ends(&self, within: Duration) -> (i32, Duration) {
        let begun = Instant::now();
        loop {
            let status = self.child.borrow_mut().try_wait();
            if let Ok(Some(status)) = status {
                let code = status.code().unwrap_or_else(|| panic!("the bot was ended by {status}:\n{}", self.output()));
                let took = begun.elapsed();
                let readers = self.readers.take();
                for reader in readers {
                    reader.await.expect("its output is read to the end");
                }
                return (code, took);
            }
            assert!(begun.elapsed() < within, "the bot did not end within {within:?}:\n{}", self.output());
            sleep(LOOK_AGAIN).await;
        }
    }

    /// Everything it printed so far, of both streams.
    pub(crate) fn output(&self) -> String {
        String::from_utf8_lossy(&self.output.borrow()).into_owned()
    }

    /// Peers beyond loopback that its sockets had.
    pub(crate) fn outside(&self) -> Vec<String> {
        self.outside.borrow().clone()
    }

    /// Its memory in KiB, as the kernel counts it.
    pub(crate) fn resident_kib(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process)).expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("the kernel says VmRSS");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// The arguments that everybody on the machine can read.
    pub(crate) fn command_line(&self) -> String {
        fs::read_to_string(format!("/proc/{}/cmdline", self.process)).unwrap_or_default()
    }
}

/// A port that is free, below those that the kernel gives to outgoing connections: nobody takes it before the bot does.
fn free_port() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(21_000);
    loop {
        let port = NEXT.fetch_add(1, Ordering::Relaxed);
        if let Ok(address) = TcpListener::bind(("127.0.0.1", port)).and_then(|listener| listener.local_addr()) {
            return address;
        }
    }
}

async fn collect(mut stream: impl AsyncRead + Unpin, output: Rc<RefCell<Vec<u8>>>) {
    let mut buffer = vec![0; 8192];
    while let Ok(read @ 1..) = stream.read(&mut buffer).await {
        output.borrow_mut().extend_from_slice(&buffer[..read]);
    }
}

async fn watch(process: u32, outside: Rc<RefCell<Vec<String>>>) {
    while PathBuf::from(format!("/proc/{process}")).exists() {
        outside.borrow_mut().extend(enclosure::peers_outside(process));
        sleep(LOOK_AGAIN * 2).await;
    }
}
