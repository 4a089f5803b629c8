//! The knowledge that is served now.
//!
//! The one idea: whoever answers asks once, at the beginning of a question, and keeps what it got until the answer is made. New
//! knowledge replaces the whole at one moment, so no answer mixes two versions.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::watch;

use crate::search::Library;

/// The knowledge being served; every clone gives the same.
#[derive(Clone, Debug)]
pub struct Serving(Arc<watch::Sender<Arc<Edition>>>);

/// What is served at one moment.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The knowledge with its index.
    pub library: Arc<Library>,
    /// When it was loaded.
    pub loaded: Timestamp,
    /// Newer knowledge that could not be read, if that is so.
    pub failure: Option<Failure>,
}

/// Why newer knowledge is not served. It names places of files, never what stands there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Failure {
    /// When the first of the loads failed that have failed in a row.
    pub since: Timestamp,
    /// How many mistakes the last one found, at least 1.
    pub mistakes: usize,
    /// The file of the first mistake, below the knowledge folder.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Serving {
    /// Serves this knowledge, just loaded.
    pub fn new(library: Library) -> Self {
        Self(Arc::new(watch::Sender::new(Arc::new(Edition::new(library)))))
    }

    /// What is served now. To be asked once a question.
    pub fn now(&self) -> Arc<Edition> {
        Arc::clone(&self.0.borrow())
    }

    /// Serves this knowledge from now on. Gives what was served before, so that the caller chooses where it is freed.
    pub fn replace(&self, library: Library) -> Arc<Edition> {
        self.0.send_replace(Arc::new(Edition::new(library)))
    }

    /// Goes on serving what is served, and says that newer knowledge could not be read; `None`, that there is none any more.
    pub fn keep(&self, failure: Option<Failure>) {
        let edition = self.now();
        if edition.failure != failure {
            self.0.send_replace(Arc::new(Edition { failure, ..Edition::clone(&edition) }));
        }
    }
}

/// In one line, for whoever watches the service.
impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { since, mistakes, file, line } = self;
        let file = file.split_whitespace().collect::<Vec<_>>().join(" ");
        let noun = if *mistakes == 1 { "mistake" } else { "mistakes" };
        write!(
            formatter,
            "newer knowledge cannot be read since {since:.0}: {mistakes} {noun}, the first in {file} line {line}"
        )
    }
}

impl Edition {
    fn new(library: Library) -> Self {
        Self { library: Arc::new(library), loaded: Timestamp::now(), failure: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    fn library() -> Library {
        Library::new(Knowledge::built_in().expect("sound").knowledge)
    }

    #[test]
    fn what_was_taken_stays_while_the_next_question_gets_the_new() {
        let serving = Serving::new(library());
        let taken = serving.now();
        let before = serving.clone().replace(library());
        assert!(Arc::ptr_eq(&taken, &before) && !Arc::ptr_eq(&taken.library, &serving.now().library));
    }

    #[test]
    fn a_failure_is_said_without_another_library_and_ends_with_the_next() {
        let serving = Serving::new(library());
        let taken = serving.now();
        let failure = Failure { since: Timestamp::now(), mistakes: 2, file: "facts/a.json".to_owned(), line: 3 };
        serving.keep(Some(failure.clone()));
        let now = serving.now();
        assert!(Arc::ptr_eq(&taken.library, &now.library) && now.loaded == taken.loaded);
        assert_eq!(now.failure, Some(failure));
        serving.replace(library());
        assert_eq!(serving.now().failure, None);
    }
}
