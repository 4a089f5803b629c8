//! The built binary, a line in, a line out: what an acceptance test or another program sees.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::figures::peak_memory;

/// A running `ask --stdin --json` or `complete --stdin --json`.
#[derive(Debug)]
pub struct Driven {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Driven {
    /// Starts the binary over a knowledge folder.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn start(binary: &Path, knowledge: &Path, command: &[&str]) -> io::Result<Self> {
        let mut child = Command::new(binary)
            .arg("--knowledge")
            .arg(knowledge)
            .args(command)
            .args(["--stdin", "--json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let missing = || io::Error::other("a pipe that was asked for is missing");
        let input = child.stdin.take().ok_or_else(missing)?;
        let output = BufReader::new(child.stdout.take().ok_or_else(missing)?);
        Ok(Self { child, input, output })
    }

    /// Sends a line and waits for the answer.
    ///
    /// # Errors
    /// The binary has ended, or its line is no JSON.
    pub fn ask(&mut self, line: &str) -> io::Result<Value> {
        writeln!(self.input, "{line}")?;
        self.input.flush()?;
        let mut answer = String::new();
        self.output.read_line(&mut answer)?;
        serde_json::from_str(&answer).map_err(io::Error::from)
    }

    /// The most memory it held, in MiB.
    #[must_use]
    pub fn peak_memory(&self) -> f64 {
        peak_memory(&self.child.id().to_string())
    }

    /// Ends it.
    ///
    /// # Errors
    /// It does not end.
    pub fn end(self) -> io::Result<()> {
        let Self { mut child, input, .. } = self;
        drop(input);
        child.wait().map(|_| ())
    }
}

/// The ids of the entries an answer names, best first.
#[must_use]
pub fn entry_ids(answer: &Value) -> Vec<String> {
    let entries = answer.get("entries").and_then(Value::as_array).into_iter().flatten();
    entries.filter_map(|entry| entry.get("id")?.as_str()).map(str::to_owned).collect()
}
