//! Text as people type it: folding, tokens, stems, dates. Pure and total: no input fails.

mod bound;
mod fold;
mod partial_date;
mod sentences;
mod slips;
mod stem;
mod time_span;
mod tokens;
mod word_list;

pub use fold::fold;
pub use partial_date::{NotADate, PartialDate};
pub use sentences::sentences;
pub use slips::{edits_between, is_shuffled, is_within};
pub use stem::stem;
pub use time_span::{Ordinal, TimeSpan, Timing, month_word, plain_ordinal, read_times};
pub use tokens::{Token, each_spelling, each_token, has_digit, tokens};
pub use word_list::{WordList, is_among};
