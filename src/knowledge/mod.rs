//! The knowledge base: its entries, their loading, and everything that can be wrong with a file.

mod base;
mod entry;
mod expected_answer;
mod load;
mod mistake;

pub use base::{Kind, Knowledge, Origin};
pub use entry::*;
pub use expected_answer::{ExpectedAnswer, ExpectedOutcome};
pub use load::Loaded;
pub use mistake::{Mistake, Severity};
