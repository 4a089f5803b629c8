//! Sources as links, and the notes that every honest answer carries with them.

use super::shape::Link;
use super::{dates, words};
use crate::knowledge::{Conflict, Source};
use crate::text::PartialDate;

/// Sources as links; a source that bears no date of its own holds as of the entry's.
pub(super) fn links<'a>(sources: impl IntoIterator<Item = &'a Source>, as_of: Option<PartialDate>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for source in sources {
        let date = source.published.or(as_of).or(source.accessed);
        let link = Link {
            title: source.title.clone(),
            url: source.url.clone().unwrap_or_default(),
            as_of: date.map(|date| date.to_string()).unwrap_or_default(),
        };
        if !links.iter().any(|known| known.url == link.url && known.title == link.title) {
            links.push(link);
        }
    }
    links
}

/// A note for each point on which sources disagree, with every reading.
pub(super) fn conflicts(conflicts: &[Conflict]) -> Vec<String> {
    conflicts.iter().map(conflict).collect()
}

/// The sources of the readings.
pub(super) fn of_conflicts(conflicts: &[Conflict]) -> impl Iterator<Item = &Source> {
    conflicts.iter().flat_map(|conflict| &conflict.readings).filter_map(|reading| reading.source.as_ref())
}

fn conflict(conflict: &Conflict) -> String {
    let readings = conflict.readings.iter().map(|reading| {
        let source = reading.source.as_ref().map(|source| source.title.as_str());
        words::reading(reading.says.trim_end_matches('.'), source, reading.as_of.map(dates::said).as_deref())
    });
    words::conflict(&conflict.about, &readings.collect::<Vec<_>>(), conflict.note.as_deref().unwrap_or_default())
}
