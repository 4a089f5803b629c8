//! The numbers that decide between an answer, choices and a refusal, each with its reason.
//!
//! The one idea: scores are shares of the question explained, so one set of numbers serves any size of knowledge.

/// The best entry must reach this. An entry that holds every word in running text alone scores about 0.45: enough to be
/// meant, since every word is there; below it the words are scattered and misspelt at once.
pub(crate) const SCORE_FLOOR: f32 = 0.35;

/// Entries nearer than this to the best are offered beside it. A word in a name instead of in running text is worth
/// about 0.1; entries that differ by less differ by wording, not by what they are about.
pub(crate) const AMBIGUITY_GAP: f32 = 0.04;

/// How much of the score rests on names: a question that spells an entry's name means that entry.
pub(crate) const NAME_BONUS: f32 = 0.4;

/// Up to so many content words, each must be explained. Short questions have no word to spare.
pub(crate) const COVERED_ALL_UP_TO: usize = 5;
/// Longer questions may hold a word of the asker's own, if this share of their information is explained.
pub(crate) const COVERED_SHARE: f32 = 0.85;

/// A question of one misspelt word has nothing else to bear it out, so the word must be this alike: one slip in four
/// letters or two in eight, the first letter right. A word of everyday English is never taken for another here.
pub(crate) const SURE_OF_ONE_WORD: f32 = 0.77;

/// A word of a person's name must be this alike: one slip in four letters or two in seven, but not two with the first
/// letter among them. `Nasheed` is another person than `Waheed`.
pub(crate) const SURE_OF_A_PERSON: f32 = 0.7;

/// A word of everyday English is taken for a misspelling of another only beside so many words that the entry holds, or
/// inside its name: `the police lunch of the system` is a launch, `a lunch` is not.
pub(crate) const BEARING_OUT: usize = 2;

/// A word that stands in nearly every entry helps to rank by this much of its weight.
pub(crate) const SOFT_WEIGHT: f32 = 0.5;

/// So many of the best are looked at closely; an entry further down explains less.
pub(crate) const CANDIDATES: usize = 40;

/// As many as a row of buttons holds.
pub(crate) const MOST_CHOICES: usize = 5;

/// An entry is offered as the nearest if it explains this share of the question: half of it, or it is about something else.
pub(crate) const NEAR_SHARE: f32 = 0.5;

/// A statement may leave one everyday word unexplained if more than so many words are said,
pub(crate) const SPOKEN_FOR: usize = 2;
/// if it explains this share of them,
pub(crate) const NEARLY_ALL: f32 = 0.55;
/// and no other entry explains nearly as much.
pub(crate) const RIVAL_SHARE: f32 = 0.1;
