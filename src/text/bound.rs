//! On which side of a date a span of time lies: `since 2020`, `no later than 2010`.
//!
//! The one idea: the words right before the date say it, and a slip in them says the same.

use super::slips::edits_between;
use super::tokens::Token;

/// On which side of a date a span lies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Bound {
    Since,
    After,
    Before,
    Until,
}

/// The side that the last of these words says, a slip in a word of five letters forgiven, and how many words say it.
pub(super) fn bound(before: &[Token]) -> Option<(Bound, usize)> {
    let is_it = |token: &Token, known: &str| {
        token.folded == known || (known.len() >= 5 && edits_between(1, known, &token.folded).is_some())
    };
    let ends_so = |phrase: &[&str]| {
        let from = before.len().checked_sub(phrase.len());
        let run = from.and_then(|from| before.get(from..)).unwrap_or_default();
        run.len() == phrase.len() && run.iter().zip(phrase).all(|(token, known)| is_it(token, known))
    };
    BOUNDS.iter().find(|(phrase, _)| ends_so(phrase)).map(|(phrase, bound)| (*bound, phrase.len()))
}

/// What says on which side, longer first.
const BOUNDS: &[(&[&str], Bound)] = &[
    (&["no", "later", "than"], Bound::Until),
    (&["not", "later", "than"], Bound::Until),
    (&["no", "earlier", "than"], Bound::Since),
    (&["not", "before"], Bound::Since),
    (&["prior", "to"], Bound::Before),
    (&["earlier", "than"], Bound::Before),
    (&["later", "than"], Bound::After),
    (&["up", "to"], Bound::Until),
    (&["since"], Bound::Since),
    (&["after"], Bound::After),
    (&["before"], Bound::Before),
    (&["until"], Bound::Until),
    (&["till"], Bound::Until),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn the_last_words_say_the_side() {
        for (text, side) in [
            ("meetings since", Some((Bound::Since, 1))),
            ("meetings befroe", Some((Bound::Before, 1))),
            ("held no later than", Some((Bound::Until, 3))),
            ("later than", Some((Bound::After, 2))),
            ("later", None),
            ("meetings in", None),
            ("", None),
        ] {
            assert_eq!(bound(&tokens(text)), side, "{text}");
        }
    }
}
