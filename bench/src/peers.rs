//! Other ways to find a meeting, asked the same: tantivy with fuzzy terms, nucleo, and plain scans with strsim.

use std::collections::HashSet;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Occur, Query};
use tantivy::schema::{Field, STORED, STRING, Schema, TEXT, Value};
use tantivy::{Index, IndexReader, TantivyDocument, Term};

use crate::community::Recorded;
use crate::queries::words;

/// Something that ranks meetings.
pub trait Peer {
    /// Its name in the table.
    fn name(&self) -> &'static str;
    /// The ids of at most ten meetings, best first.
    fn find(&mut self, query: &str) -> Vec<String>;
}

/// Tantivy, an index in memory, every word as a fuzzy term of at most two edits that counts a swap as one.
pub struct Tantivy {
    reader: IndexReader,
    id: Field,
    text: Field,
}

impl Tantivy {
    /// Indexes the meetings.
    ///
    /// # Errors
    /// Tantivy's own.
    pub fn new(meetings: &[Recorded]) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let text = schema.add_text_field("text", TEXT);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(2, 64_000_000)?;
        for meeting in meetings {
            writer.add_document(tantivy::doc!(id => meeting.id.as_str(), text => meeting.text()))?;
        }
        writer.commit()?;
        Ok(Self { reader: index.reader()?, id, text })
    }
}

impl Peer for Tantivy {
    fn name(&self) -> &'static str {
        "tantivy, fuzzy"
    }

    fn find(&mut self, query: &str) -> Vec<String> {
        // As its users write it: the word itself by BM25, and the words near it at a constant score.
        let clauses = words(query).flat_map(|word| {
            let term = Term::from_field_text(self.text, &word);
            let edits = match word.chars().count() {
                8.. => 2,
                4.. => 1,
                _ => 0,
            };
            let exact: Box<dyn Query> =
                Box::new(tantivy::query::TermQuery::new(term.clone(), tantivy::schema::IndexRecordOption::WithFreqs));
            let near: Box<dyn Query> = Box::new(FuzzyTermQuery::new(term, edits, true));
            [(Occur::Should, exact), (Occur::Should, near)]
        });
        let query = BooleanQuery::new(clauses.collect());
        let searcher = self.reader.searcher();
        let found = searcher.search(&query, &TopDocs::with_limit(10)).unwrap_or_default();
        let id = |address| {
            let document: TantivyDocument = searcher.doc(address).ok()?;
            document.get_first(self.id)?.as_str().map(str::to_owned)
        };
        found.into_iter().filter_map(|(_, address)| id(address)).collect()
    }
}

/// Nucleo, every word an atom of the pattern, over the whole text of each meeting.
pub struct Nucleo {
    matcher: Matcher,
    texts: Vec<(String, String)>,
}

impl Nucleo {
    /// Keeps the meetings' texts.
    #[must_use]
    pub fn new(meetings: &[Recorded]) -> Self {
        let texts = meetings.iter().map(|meeting| (meeting.id.clone(), meeting.text())).collect();
        Self { matcher: Matcher::new(Config::DEFAULT), texts }
    }
}

impl Peer for Nucleo {
    fn name(&self) -> &'static str {
        "nucleo"
    }

    fn find(&mut self, query: &str) -> Vec<String> {
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut found: Vec<(u32, &String)> = Vec::new();
        for (id, text) in &self.texts {
            let text = Utf32Str::new(text, &mut buffer);
            found.extend(pattern.score(text, &mut self.matcher).map(|score| (score, id)));
        }
        found.sort_by_key(|other| std::cmp::Reverse(other.0));
        found.into_iter().take(10).map(|(_, id)| id.clone()).collect()
    }
}

/// A plain scan: for every word typed, the most alike word of the meeting, by strsim's distance.
pub struct Scan {
    texts: Vec<(String, Vec<String>)>,
    alike: fn(&str, &str) -> f64,
    name: &'static str,
}

impl Scan {
    /// Keeps the words of each meeting.
    #[must_use]
    pub fn new(meetings: &[Recorded], name: &'static str, alike: fn(&str, &str) -> f64) -> Self {
        let distinct = |meeting: &Recorded| {
            let mut found: Vec<String> = words(&meeting.text()).collect::<HashSet<_>>().into_iter().collect();
            found.sort_unstable();
            found
        };
        Self { texts: meetings.iter().map(|meeting| (meeting.id.clone(), distinct(meeting))).collect(), alike, name }
    }
}

impl Peer for Scan {
    fn name(&self) -> &'static str {
        self.name
    }

    fn find(&mut self, query: &str) -> Vec<String> {
        let typed: Vec<String> = words(query).collect();
        let score = |known: &Vec<String>| -> f64 {
            let best = |word: &String| known.iter().map(|known| (self.alike)(word, known)).fold(0.0, f64::max);
            typed.iter().map(best).sum()
        };
        let mut found: Vec<(f64, &String)> = self.texts.iter().map(|(id, words)| (score(words), id)).collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found.into_iter().take(10).map(|(_, id)| id.clone()).collect()
    }
}
