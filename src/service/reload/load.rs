//! One reading of the knowledge folder, and what comes of it.
//!
//! The one idea: a reading ends as the knowledge that is served from now on, as what is served already, or as a failure that is
//! said wherever somebody looks: in the log, in the metrics, by `/readyz`, and by `/about`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::knowledge::{Knowledge, Loaded, Mistake};
use crate::search::Library;
use crate::service::{Edition, Failure, Metrics, Serving};

/// So long it is waited for answers that are still made from what was served before.
const ANSWERING: Duration = Duration::from_secs(5);
/// Between two looks whether they are made.
const PAUSE: Duration = Duration::from_millis(10);

/// Reads the knowledge and serves it.
pub(super) struct Loader {
    folder: PathBuf,
    serving: Serving,
    metrics: Metrics,
}

/// What was read.
pub(super) struct Read {
    result: Result<Sound, Vec<Mistake>>,
    took: Duration,
}

/// Knowledge that can be served.
enum Sound {
    /// It is served already.
    Same,
    New {
        library: Box<Library>,
        warnings: usize,
    },
}

impl Loader {
    pub(super) fn new(folder: PathBuf, serving: Serving, metrics: Metrics) -> Self {
        Self { folder, serving, metrics }
    }

    /// Reads all of it.
    pub(super) fn read(&self) -> Read {
        let begun = Instant::now();
        let served = self.serving.now();
        let reading = || {
            let Loaded { knowledge, warnings } = Knowledge::load(&self.folder)?;
            if knowledge.version == served.library.knowledge.version {
                return Ok(Sound::Same);
            }
            Ok(Sound::New { library: Box::new(Library::new(knowledge)), warnings: warnings.len() })
        };
        // A defect in reading is in the log by itself, and costs this reading alone.
        let result = catch_unwind(AssertUnwindSafe(reading)).unwrap_or_else(|_| Err(Vec::new()));
        Read { result, took: begun.elapsed() }
    }

    /// Serves it from now on, or says why not.
    pub(super) fn serve(&self, read: Read) {
        let duration_ms = u64::try_from(read.took.as_millis()).unwrap_or(u64::MAX);
        let result = match read.result {
            Ok(Sound::Same) => {
                self.serving.keep(None);
                tracing::info!(duration_ms, "the knowledge was read again and is the same");
                "unchanged"
            }
            Ok(Sound::New { library, warnings }) => {
                let knowledge = &library.knowledge;
                let (version, entries) = (knowledge.version.clone(), knowledge.count());
                let before = self.serving.replace(*library);
                tracing::info!(knowledge = %version, entries, warnings, duration_ms, "the knowledge was read again");
                free(before);
                "loaded"
            }
            Err(mistakes) => {
                self.fail(&mistakes);
                "failed"
            }
        };
        self.metrics.reloaded(result, read.took);
    }

    fn fail(&self, all: &[Mistake]) {
        let since = self.serving.now().failure.as_ref().map_or_else(Timestamp::now, |failure| failure.since);
        let mistakes = all.iter().filter(|mistake| mistake.is_error()).count().max(1);
        let first = all.iter().find(|mistake| mistake.is_error());
        tracing::error!(
            mistakes,
            file = first.map(|mistake| mistake.file.as_str()),
            line = first.map(|mistake| mistake.line),
            pointer = first.map(|mistake| mistake.pointer.as_str()),
            expected = first.map(|mistake| mistake.expected.as_str()),
            found = first.map(|mistake| mistake.found.as_str()),
            hint = first.and_then(|mistake| mistake.hint.as_deref()),
            "newer knowledge cannot be read, the last good is served"
        );
        let (file, line) = first
            .map_or_else(|| (self.folder.display().to_string(), 1), |mistake| (mistake.file.clone(), mistake.line));
        self.serving.keep(Some(Failure { since, mistakes, file, line }));
    }
}

/// Gives back what was served before: here, where nobody waits, unless an answer takes very long.
fn free(before: Arc<Edition>) {
    let begun = Instant::now();
    let is_held = || Arc::strong_count(&before) > 1 || Arc::strong_count(&before.library) > 1;
    while is_held() && begun.elapsed() < ANSWERING {
        thread::sleep(PAUSE);
    }
    drop(before);
}
