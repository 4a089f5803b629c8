//! The known name that a mistyped one was meant for.

/// The name nearest to the typed one: at most a third of its letters apart, which is as far as a slip goes.
pub(super) fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let reach = (typed.chars().count() / 3).max(1);
    let distance = |name: &str| strsim::osa_distance(&typed, &name.to_lowercase());
    known
        .map(|name| (distance(name), name))
        .filter(|(edits, _)| *edits <= reach)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant_or_nothing() {
        let known = ["attendees", "attendees_complete", "aliases"];
        assert_eq!(nearest("atendees", known.into_iter()), Some("attendees"));
        assert_eq!(nearest("Alaises", known.into_iter()), Some("aliases"));
        assert_eq!(nearest("colour", known.into_iter()), None);
    }
}
