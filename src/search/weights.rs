//! Every number that ranking rests on, each with its reason.
//!
//! The one idea: scores are shares. A query's score for an entry is the share of the query's information that the entry
//! explains, from 0 to 1, so it means the same over 20 entries and over 50,000.

/// BM25F (Robertson, Zaragoza, Taylor, CIKM 2004, p. 45): how much a word counts by the field it stands in. A name is
/// what people look for, so one mention in a name outweighs a few in running text.
pub(super) const FIELD_NAME: f32 = 6.0;
/// Participants are asked for by name, but are not what the entry is.
pub(super) const FIELD_PEOPLE: f32 = 3.0;
/// A curator's topics are words chosen to be found.
pub(super) const FIELD_TOPIC: f32 = 3.0;
/// Dates and places tell meetings of one name apart.
pub(super) const FIELD_PLACE_AND_DATE: f32 = 3.0;
/// Running text says it in passing.
pub(super) const FIELD_BODY: f32 = 1.0;

/// BM25's saturation, at its usual value (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, p. 360).
pub(super) const K1: f32 = 1.2;
/// BM25's length normalisation, weaker than usual: a long summary is thorough, not padded.
pub(super) const B: f32 = 0.3;
/// What a single mention in running text is worth of a full match, before saturation adds the rest.
pub(super) const PRESENCE: f32 = 0.6;

/// Shortest word that a typo is forgiven in: below it, one edit reaches a different word more often than the meant one.
pub(super) const ONE_EDIT_FROM: usize = 4;
/// A typed word of three letters may have lost one of four, not the first; any other slip in it makes another word.
pub(super) const LOST_LETTER_FROM: usize = 3;
/// Shortest typed word that two edits are forgiven in; `LEAST_SIMILARITY` allows them only where the longer of the two words
/// has six letters.
pub(super) const TWO_EDITS_FROM: usize = 5;
/// What one edit costs, as a share of the word's length: a slip in a long word says less than one in a short word.
pub(super) const EDIT_COST: f32 = 0.9;
/// Readers and typists mostly get the first letter right; a change there costs this much more.
pub(super) const FIRST_LETTER_COST: f32 = 0.06;
/// The same stem in another form is nearly the word itself.
pub(crate) const STEM_SIMILARITY: f32 = 0.98;
/// A word that means the same says nearly as much as the word itself.
pub(crate) const SYNONYM_SIMILARITY: f32 = 0.9;
/// A form that neither the knowledge nor the dictionary has is as likely a slip for another word; its ending speaks for it by
/// this much.
pub(super) const UNSEEN_FORM: f32 = 0.01;
/// Words sounder than this are taken as what was meant; below, as another word.
pub(super) const LEAST_SIMILARITY: f32 = 0.66;
/// How many spellings of one typed word are followed; further ones are ever less alike.
pub(super) const MOST_VARIANTS: usize = 12;

/// Of spellings equally near, the one that more entries hold is likelier meant: at most this much is added for it, less
/// than any difference in letters makes.
pub(super) const FREQUENCY_TILT: f32 = 0.02;
/// A slip that people make often is likelier than another, as `slips` has it: a swap weighs as much as ten times the entries.
pub(super) const SLIP_TILT: f32 = 0.015;
/// What both tilts add at most. Likenesses nearer than this are alike.
pub(crate) const MOST_TILT: f32 = FREQUENCY_TILT + SLIP_TILT / 2.0;
/// A word that no dictionary has may be a slip that a curator made too: it is also followed to an everyday word, if so
/// many times as many entries hold that one. Smaller collections never reach it.
pub(super) const OUTNUMBERED: usize = 20;
/// A word that stands in the knowledge as typed keeps its lead over what it may be a slip for.
pub(super) const SLIP_IN_KNOWLEDGE: f32 = 0.9;
/// So many words are followed from the beginning of one, those that most entries hold first: one more letter brings the
/// others in.
pub(super) const MOST_COMPLETIONS: usize = 48;
