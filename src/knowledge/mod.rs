//! The knowledge base: its entries, their loading, and everything that can be wrong with a file.

mod base;
mod check_dates;
mod check_entries;
mod check_references;
mod entry;
mod expected_answer;
mod explain;
mod files;
mod finding;
mod load;
mod mistake;
mod nearest;
mod participant;
mod place;
mod schema;
mod violation;

pub use base::{Kind, Knowledge, Origin};
pub use entry::*;
pub use expected_answer::{ExpectedAnswer, ExpectedOutcome};
pub use files::Imprint;
pub use load::Loaded;
pub use mistake::{Mistake, Severity};
pub use schema::schema_files;
