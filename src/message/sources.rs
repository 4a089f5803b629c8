//! Sources as links, and the notes that every honest answer carries with them.

use super::shape::Link;
use super::{dates, words};
use crate::knowledge::{Conflict, Source};
use crate::text::PartialDate;

/// Sources as links; a source that bears no date of its own holds as of the entry's.
pub(super) fn links<'a>(sources: impl IntoIterator<Item = &'a Source>, as_of: Option<PartialDate>) -> Vec<Link> {
    let mut links = Vec::new();
    for source in sources {
        add(&mut links, link(source, as_of));
    }
    links
}

/// The same with the sources of every reading on which sources disagree, each as of its reading: the entry's date is not
/// theirs.
pub(super) fn links_of_all(sources: &[Source], conflicts: &[Conflict], as_of: Option<PartialDate>) -> Vec<Link> {
    let mut links = links(sources, as_of);
    for reading in conflicts.iter().flat_map(|conflict| &conflict.readings) {
        if let Some(source) = &reading.source {
            add(&mut links, link(source, reading.as_of));
        }
    }
    links
}

fn add(links: &mut Vec<Link>, link: Link) {
    if !links.iter().any(|known| known.url == link.url && known.title == link.title) {
        links.push(link);
    }
}

fn link(source: &Source, as_of: Option<PartialDate>) -> Link {
    let date = source.published.or(as_of).or(source.accessed);
    Link {
        title: source.title.clone(),
        url: source.url.clone().unwrap_or_default(),
        as_of: date.map(|date| date.to_string()).unwrap_or_default(),
    }
}

/// A note for each point on which sources disagree, with every reading.
pub(super) fn conflicts(conflicts: &[Conflict]) -> Vec<String> {
    conflicts.iter().map(conflict).collect()
}

fn conflict(conflict: &Conflict) -> String {
    let readings = conflict.readings.iter().map(|reading| {
        let source = reading.source.as_ref().map(|source| source.title.as_str());
        words::reading(reading.says.trim_end_matches('.'), source, reading.as_of.map(dates::said).as_deref())
    });
    words::conflict(&conflict.about, &readings.collect::<Vec<_>>(), conflict.note.as_deref().unwrap_or_default())
}
