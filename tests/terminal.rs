//! The conversation in a real terminal: keys go in, the screen is read.
//!
//! The one idea: tmux is the terminal, so what is tested is what somebody sees. Where it is missing, the tests say so.

#![allow(clippy::panic, reason = "tests may fail loudly")]

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// As long as a busy machine may take to show an answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often the screen is looked at meanwhile.
const GLANCE: Duration = Duration::from_millis(50);

#[test]
fn tab_completes_a_misspelt_name_and_enter_asks_it() {
    let Some(terminal) = Terminal::start(100) else { return };
    terminal.keys(&["-l", "/attendees cnsular"]);
    terminal.keys(&["Tab"]);
    // Without colour, the chosen line of the menu stands in capitals behind a mark.
    terminal.wait_for(">THIRD CONSULAR WORKING GROUP");
    terminal.keys(&["Enter"]);
    terminal.wait_for("id:third-consular-working-group");
    terminal.keys(&["Enter"]);
    terminal.wait_for("Royal Thai Consulate");
}

#[test]
fn up_recalls_the_last_line_even_in_the_next_conversation() {
    let Some(mut terminal) = Terminal::start(100) else { return };
    terminal.ask("who chaird the thrid CWG");
    terminal.wait_for_answer("Shareen Tuladhar");
    // The window is closed, not the conversation.
    terminal.restart(100);
    terminal.keys(&["Up"]);
    terminal.wait_for("? who chaird the thrid CWG");
}

#[test]
fn a_number_picks_from_choices_and_from_lists() {
    let Some(terminal) = Terminal::start(100) else { return };
    terminal.ask("handover");
    terminal.wait_for_answer("Type a number to pick one");
    terminal.ask("2");
    terminal.wait_for_answer("240 pages");
    terminal.ask("/meetings from:2016 to:2016 organisation:india");
    terminal.wait_for_answer("21 July 2016");
    terminal.ask("/meetings from:2016 to:2017");
    terminal.wait_for_answer("Type a number to open one");
    terminal.ask("2");
    terminal.wait_for_answer("Date: 21 May 2017");
    terminal.ask("what was the latest meeting");
    let screen = terminal.wait_for_answer("The latest on record");
    // The questions to ask next are numbered on from the list.
    let next = screen.rsplit("Ask next\n").next().and_then(|rest| rest.trim().split('.').next());
    assert_eq!(next, Some("4"), "{screen}");
}

#[test]
fn a_topic_of_the_overview_opens_by_its_number() {
    let Some(terminal) = Terminal::start(100) else { return };
    terminal.wait_for_answer("leaves.");
    terminal.ask("/about");
    let screen = terminal.wait_for_answer("IOM worldwide");
    let line = screen.lines().find(|line| line.contains("IOM worldwide")).unwrap_or_default();
    let number = line.trim().split('.').next().unwrap_or_default();
    assert!(number.parse::<u8>().is_ok(), "{screen}");
    terminal.ask(number);
    terminal.wait_for_answer("recorded under");
}

#[test]
fn no_width_breaks_a_word() {
    let Some(mut terminal) = Terminal::start(80) else { return };
    let screen = terminal.wait_for_answer("leaves.");
    assert!(screen.contains("\n/quit leaves."), "{screen}");
    terminal.restart(40);
    let screen = terminal.wait_for_answer("leaves.");
    let words: Vec<&str> = screen.split_whitespace().collect();
    assert!(words.contains(&"completes,") && words.contains(&"/quit"), "{screen}");
    terminal.ask("who attended the third CWG");
    let screen = terminal.wait_for_answer("Ask next");
    assert!(screen.lines().all(|line| line.chars().count() <= 40), "{screen}");
    assert!(screen.contains("The list of participants is open: its\nsource names some"), "{screen}");
}

#[test]
fn the_end_of_input_leaves_and_the_interrupt_only_drops_the_line() {
    let Some(terminal) = Terminal::start(100) else { return };
    terminal.keys(&["-l", "never asked"]);
    terminal.wait_for("never asked");
    terminal.keys(&["C-c"]);
    terminal.wait_for_answer("never asked\n?");
    terminal.ask("what is IOM");
    terminal.wait_for_answer("The International Organization for Migration (IOM) is");
    terminal.keys(&["C-d"]);
    let screen = terminal.wait_for("left with 0");
    assert!(screen.contains("Goodbye."), "{screen}");
}

/// A terminal with a conversation in it.
struct Terminal {
    /// Its own socket and home, so that nobody's history is touched.
    home: TempDir,
    /// How often it was started: a server that is still ending must not be asked for the next one.
    starts: usize,
}

impl Terminal {
    /// Nothing where tmux is not installed.
    fn start(width: usize) -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            eprintln!("skipped: tmux is not installed");
            return None;
        }
        let mut terminal = Self { home: tempfile::tempdir().expect("a folder"), starts: 0 };
        terminal.restart(width);
        Some(terminal)
    }

    fn restart(&mut self, width: usize) {
        let binary = assert_cmd::cargo::cargo_bin("iom-maldives-bot");
        let knowledge = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
        let home = self.home.path().display();
        let line = format!(
            "env HOME='{home}' XDG_STATE_HOME='{home}' KNOWLEDGE_DIR='{}' IOM_BOT_TODAY=2026-11-24 NO_COLOR=1 '{}' chat; \
             echo left with $?; cat",
            knowledge.display(),
            binary.display()
        );
        let _ = self.tmux(&["kill-server"]);
        self.starts += 1;
        let width = width.to_string();
        let started = self.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", &width, "-y", "50", &line]);
        assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
        self.wait_for_answer("leaves.");
    }

    fn ask(&self, line: &str) {
        self.keys(&["-l", line]);
        self.keys(&["Enter"]);
    }

    fn keys(&self, keys: &[&str]) {
        let mut arguments = vec!["send-keys"];
        arguments.extend(keys);
        assert!(self.tmux(&arguments).status.success(), "{keys:?}");
    }

    /// The screen, once it shows a text above an empty prompt: from then on keys reach the conversation.
    fn wait_for_answer(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text) && screen.trim_end().ends_with("\n?"))
    }

    /// The screen, once it shows a text.
    fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    fn wait_until(&self, text: &str, is_there: impl Fn(&str) -> bool) -> String {
        let began = Instant::now();
        loop {
            let screen = String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p"]).stdout).into_owned();
            if is_there(&screen) {
                return screen;
            }
            assert!(began.elapsed() < PATIENCE, "no `{text}` on\n{screen}");
            std::thread::sleep(GLANCE);
        }
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let socket = self.home.path().join(format!("socket-{}", self.starts));
        Command::new("tmux").arg("-S").arg(socket).args(arguments).env("TERM", "xterm").output().expect("tmux")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.tmux(&["kill-server"]);
    }
}
