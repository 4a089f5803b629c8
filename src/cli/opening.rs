//! Opening the knowledge: from the folder named, else from `./knowledge`, else from the binary itself, which is said.

use std::path::Path;

use anstream::eprintln;
use jiff::civil::Date;
use jiff::{Timestamp, tz};
use serde_json::json;

use super::arguments::{Common, LogFormat};
use super::failure::Failure;
use crate::knowledge::{Knowledge, Loaded, Origin};
use crate::message::terminal_words as words;
use crate::search::Library;

/// Where the knowledge lies unless a folder is named.
const FOLDER: &str = "knowledge";
/// The Maldives keep UTC+5 all year.
const HOURS_AHEAD: i8 = 5;

/// The knowledge, indexed.
pub(super) fn library(common: &Common) -> Result<Library, Failure> {
    let loaded = load(common.knowledge.as_deref())?;
    if loaded.knowledge.origin == Origin::BuiltIn {
        notice(common, &words::built_in(&loaded.knowledge.version));
    }
    Ok(Library::new(loaded.knowledge))
}

/// The knowledge with its warnings.
pub(super) fn load(folder: Option<&Path>) -> Result<Loaded, Failure> {
    let loaded = match self::folder(folder) {
        Some(folder) => Knowledge::load(folder),
        None => Knowledge::built_in(),
    };
    loaded.map_err(Failure::Knowledge)
}

/// The folder that is read: the one named, else `./knowledge`; none where that is missing.
pub(super) fn folder(named: Option<&Path>) -> Option<&Path> {
    named.or_else(|| Some(Path::new(FOLDER)).filter(|folder| folder.is_dir()))
}

/// The day that `last year` is counted from: today in Malé.
pub(super) fn today(common: &Common) -> Date {
    common.today.unwrap_or_else(|| Timestamp::now().to_zoned(tz::offset(HOURS_AHEAD).to_time_zone()).date())
}

/// Says something on standard error that is no answer.
pub(super) fn notice(common: &Common, text: &str) {
    match common.log_format {
        LogFormat::Text => eprintln!("{text}"),
        LogFormat::Json => eprintln!("{}", json!({ "level": "info", "message": text })),
    }
}
