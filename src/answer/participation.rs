//! Was X at Y: questions that are answered with yes, or with what the list leaves open.
//!
//! The one idea: the sentence is cut at its verb; one side names who, the other the meeting. Who is not in the list is
//! never said to have been absent.

use super::asked::Asked;
use super::card;
use super::context::in_context;
use super::found::{Answer, Aspect, Body, Party, Role};
use super::lexicon::{Cue, cue};
use super::listing;
use super::meetings::{of_series, took_part};
use super::subject::{Hit, Subject, find};
use super::thresholds::MOST_CHOICES;
use super::word::{Part, Word};
use crate::knowledge::Kind;
use crate::search::{EntryRef, Mention, SYNONYM_SIMILARITY, Scored};
use crate::text::has_digit;

/// The answer, if the question can be answered with yes.
pub(super) fn participation(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    if let Some(answer) = what_about(asked) {
        return Some(answer);
    }
    if question.has(Cue::Why) {
        return taken_for_granted(asked);
    }
    let opening = question.words.iter().position(|word| word.part != Part::Filler)?;
    let opens = question.word(opening).is_some_and(|word| word.part == Part::Cue(Cue::Auxiliary));
    if opens { asked_whether(asked, opening) } else { None }
}

/// `Why did the Ministry of Defence chair it`, where somebody else did: that is said before the reason is regretted.
fn taken_for_granted(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let why = question.position(Cue::Why)?;
    let is_auxiliary = |at: &usize| question.word(*at).is_some_and(|word| word.part == Part::Cue(Cue::Auxiliary));
    // `how come the police chaired it` has no word before the name.
    let comes = Some(why + 1).filter(|at| question.word(*at).is_some_and(|word| word.folded == "come"));
    let opening = (why + 1..question.words.len()).find(is_auxiliary).or(comes)?;
    let is_active = |word: &Word| matches!(word.folded.as_str(), "did" | "does" | "do" | "come");
    let is_passive = !question.word(opening).is_some_and(is_active);
    if !question.has_any(&[Cue::Chair, Cue::Organise, Cue::Speak, Cue::Attend])
        || question.has(Cue::Not)
        || (is_passive && !question.has(Cue::By))
    {
        return None;
    }
    let answer = asked_whether(asked, opening)?;
    let Body::Participation { who, .. } = &answer.body else { return None };
    let is_wrong = who.iter().all(|(who, was_there)| matches!(who, Party::Known(_)) && !was_there);
    is_wrong.then_some(answer)
}

/// Whether those named after this word took part in what is named after the verb.
fn asked_whether(asked: &Asked<'_>, opening: usize) -> Option<Answer> {
    let question = &asked.question;
    if question.has_any(&[Cue::Who, Cue::When, Cue::Where, Cue::Which, Cue::HowMany, Cue::Complete, Cue::What])
        || question.has_any(&[Cue::Discuss, Cue::Decide, Cue::Compare, Cue::Order])
    {
        return None;
    }
    let Some((cut, part)) = verb(asked, opening) else { return went_along(asked) };
    let by = question.position(Cue::By).filter(|by| *by > cut && *by <= cut + 2);
    let (who, meeting) = match by {
        Some(by) => (by + 1..question.words.len(), opening + 1..cut),
        None => (opening + 1..cut, cut + 1..question.words.len()),
    };
    let parties = parties(asked, who.clone());
    if let Some(answer) = was_it_there(asked, who.clone(), &meeting, &parties) {
        return Some(answer);
    }
    if by.is_none() && is_about_something_else(asked, opening, cut, &who, &parties) {
        return None;
    }
    // `part of the UN` is nobody.
    let is_asking = |party: &Party| {
        let first = match party {
            Party::Named(name) => name.split(' ').next().map(str::to_lowercase),
            Party::Known(_) => None,
        };
        first.is_some_and(|word| cue(&word).is_some())
    };
    if parties.iter().any(is_asking) {
        return None;
    }
    let holds_digit = |party: &Party| matches!(party, Party::Named(name) if has_digit(name));
    if parties.is_empty() || parties.iter().any(holds_digit) {
        return None;
    }
    // `was the colloquium in 2017` asks for a date, `is ILO part of the country team` for members: not who was at a meeting.
    let says_meeting = meeting.clone().any(|at| question.is(at, Part::Content));
    let all_unknown = parties.iter().all(is_unknown);
    let is_done_by = by.is_none() && question.has(Cue::By);
    if all_unknown && (is_done_by || (!says_meeting && asked.context.is_none())) {
        return None;
    }
    let places: Vec<usize> = meeting
        .clone()
        .filter(|&at| question.word(at).is_some_and(|word| matches!(word.part, Part::Content | Part::Soft)))
        .collect();
    let subject = match series_alone(asked, &meeting) {
        Some(meetings) if !meetings.is_empty() => of_several(&meetings),
        // Nobody chairs or addresses a body as such, but may well be part of one.
        Some(_) if question.says_any("part member members belong belongs") => return None,
        _ => asked.subject(&places, &[Kind::Meeting]),
    };
    // `on` says little: only what is called so is the meeting.
    let is_on = question.word(cut).is_some_and(|word| word.folded == "on");
    let content: Vec<usize> = places.iter().copied().filter(|&at| question.is(at, Part::Content)).collect();
    if is_on && !matches!(&subject, Subject::One(hit) if asked.is_called(hit.entry, &content)) {
        return None;
    }
    match subject {
        // A thing that the meeting's own text speaks of is no guest of it: `was any pledge made there`.
        Subject::One(hit) if all_unknown && is_spoken_of(asked, hit.entry, &who, part) => {
            Some(card::of_hit(asked, &hit, &[]))
        }
        Subject::One(hit) => {
            let parties = office(asked, who, hit.entry, &parties, part).map_or(parties, |office| vec![office]);
            Some(verdict(asked, hit.entry, hit.score, parties, part))
        }
        Subject::Nothing if asked.context.is_none() => listing::with_party(asked, parties, part),
        // Of several meetings that the words fit, the one they were at is meant.
        Subject::Several(several) => {
            let was_at = |hit: &&Scored| parties.iter().any(|who| is_at(asked, hit.entry, who, part));
            let mut theirs = several.iter().filter(was_at);
            match (theirs.next(), theirs.next()) {
                (Some(one), None) => Some(verdict(asked, one.entry, one.score, parties, part)),
                _ => Some(asked.without_subject(Subject::Several(several))),
            }
        }
        other => Some(asked.without_subject(other)),
    }
}

/// `Was the colloquium in Colombo`: not who was at it, but where it was.
fn was_it_there(
    asked: &Asked<'_>,
    who: std::ops::Range<usize>,
    place: &std::ops::Range<usize>,
    parties: &[Party],
) -> Option<Answer> {
    let question = &asked.question;
    let cut = place.start.checked_sub(1).and_then(|at| question.word(at))?;
    let says_place = place.clone().any(|at| question.is(at, Part::Content));
    let is_about_it = question.has(Cue::Anaphora) && asked.context.is_some_and(|entry| entry.kind == Kind::Meeting);
    if !matches!(cut.folded.as_str(), "in" | "at")
        || !says_place
        || question.has(Cue::By)
        || !parties.iter().all(is_unknown)
    {
        return None;
    }
    // Where it is not told where a meeting was, a place is not what is asked of it.
    let has_place =
        |entry: EntryRef| asked.library.knowledge.meetings.get(entry.at).is_some_and(|meeting| meeting.place.is_some());
    let words: Vec<usize> = who.filter(|&at| question.is(at, Part::Content)).collect();
    let hit = match (words.is_empty() && is_about_it, asked.context) {
        (true, Some(entry)) => Hit::alone(entry, 1.0),
        _ => match find(asked.library, question, &words, &[Kind::Meeting]) {
            // Who was there may be told by the same words; only what the meeting is called by is the meeting.
            Subject::One(hit) if asked.is_called(hit.entry, &words) && has_place(hit.entry) => hit,
            _ => return None,
        },
    };
    Some(card::of_hit(asked, &hit, &[Aspect::Where]))
}

/// `Did anybody from the Civil Court go?`, in reply to a meeting.
fn went_along(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let meeting = asked.context.filter(|entry| entry.kind == Kind::Meeting)?;
    let names = question.mentioned(|entry| matches!(entry.kind, Kind::Organisation | Kind::Person));
    let covered = |at: &usize| names.iter().any(|(mention, _)| mention.covers(*at));
    let content = question.content();
    let goes = question.says_any("go went gone come came along");
    (goes && !content.is_empty() && content.iter().all(covered))
        .then(|| verdict(asked, meeting, 1.0, parties(asked, 0..question.words.len()), Role::Any))
}

/// Whether what stands before `in` or `to` is no more than somebody: `did the World Bank approve a loan to Nepal`.
fn is_about_something_else(
    asked: &Asked<'_>,
    opening: usize,
    cut: usize,
    who: &std::ops::Range<usize>,
    parties: &[Party],
) -> bool {
    let question = &asked.question;
    let is_weak = question.word(cut).is_some_and(|word| matches!(word.folded.as_str(), "in" | "to"));
    let is_present = question.word(opening).is_some_and(|word| matches!(word.folded.as_str(), "do" | "does"));
    let said = who.clone().filter(|&at| question.is(at, Part::Content)).count();
    let known: usize = question
        .mentioned(|entry| matches!(entry.kind, Kind::Organisation | Kind::Person))
        .iter()
        .filter(|(mention, _)| who.contains(&mention.first))
        .map(|(mention, _)| (mention.first..=mention.last).filter(|&at| question.is_telling(at)).count())
        .sum();
    // `Nepal`, `the High Commission of Malaysia`: somebody whom nothing here knows.
    let is_strange = |at: usize| {
        let word = question.word(at).filter(|word| word.part == Part::Content);
        word.is_some_and(|word| !word.query.is_everyday && (said == 1 || word.query.is_foreign()))
    };
    let is_one_name = parties.len() == 1 && parties.iter().all(is_unknown) && who.clone().any(is_strange);
    let sends = question.says_any("send sends sent");
    is_weak && !sends && (is_present || (said > known && !is_one_name))
}

/// Whether what is named is no participant of the meeting, and its text holds every word of it.
fn is_spoken_of(asked: &Asked<'_>, entry: EntryRef, who: &std::ops::Range<usize>, part: Role) -> bool {
    let words = who.clone().filter_map(|at| asked.question.word(at)).filter(|word| word.part == Part::Content);
    let mut words = words.peekable();
    let is_told = |word: &Word| {
        let is_sure = word.query.variants.first().is_some_and(|variant| variant.similarity >= SYNONYM_SIMILARITY);
        is_sure && asked.library.index.likeness(entry, &word.query).is_some()
    };
    words.peek().is_some()
        && words.all(is_told)
        && !parties(asked, who.clone()).iter().any(|party| is_at(asked, entry, party, part))
        && office(asked, who.clone(), entry, &[], part).is_none()
}

fn is_unknown(party: &Party) -> bool {
    matches!(party, Party::Named(_))
}

/// `And Nepal?` after a meeting: was it there as well.
fn what_about(asked: &Asked<'_>) -> Option<Answer> {
    let question = &asked.question;
    let meeting = asked.context.filter(|entry| entry.kind == Kind::Meeting)?;
    let opens = question
        .words
        .first()
        .is_some_and(|word| matches!(word.folded.as_str(), "what" | "and" | "how" | "also" | "but"));
    // `Nepal?` names nothing but somebody.
    let is_somebody = |entry: EntryRef| matches!(entry.kind, Kind::Organisation | Kind::Person);
    let names_somebody =
        question.mentions.iter().all(|mention| mention.entries.iter().all(|entry| is_somebody(*entry)));
    let only_names = question.words.iter().all(|word| {
        matches!(word.part, Part::Content | Part::Filler | Part::Soft | Part::Cue(Cue::What | Cue::At | Cue::Anaphora))
    });
    let names = question.mentioned(is_somebody);
    let covered = |at: &usize| names.iter().any(|(mention, _)| mention.covers(*at));
    let content = question.content();
    let numbered = question.timing.ordinals.iter().any(|ordinal| content.contains(&ordinal.token));
    let is_strange = |word: &Word| !word.query.is_everyday && question.words.len() == 1;
    let names_only =
        names_somebody && content.iter().all(|at| covered(at) || question.word(*at).is_some_and(is_strange));
    if numbered || !(opens || names_only) || !only_names || content.is_empty() || question.asked_date().is_some() {
        return None;
    }
    let is_foreign = content.iter().filter_map(|&at| question.word(at)).any(|word| word.query.is_foreign());
    let parties = parties(asked, 0..question.words.len());
    let is_topic = || in_context(asked, meeting, &content).is_some();
    (content.iter().all(covered) || (content.len() == 1 && !is_foreign && names.is_empty() && !is_topic()))
        .then(|| verdict(asked, meeting, 1.0, parties, Role::Any))
}

/// The answer for a meeting and those asked about.
pub(super) fn verdict(asked: &Asked<'_>, entry: EntryRef, score: f32, parties: Vec<Party>, part: Role) -> Answer {
    let who = parties
        .into_iter()
        .map(|who| (is_at(asked, entry, &who, part), who))
        .map(|(found, who)| (who, found))
        .collect();
    Answer::about(Body::Participation { meeting: entry.at, who, part }, entry, score)
}

fn is_at(asked: &Asked<'_>, entry: EntryRef, who: &Party, part: Role) -> bool {
    asked.library.knowledge.meetings.get(entry.at).is_some_and(|meeting| took_part(asked.library, meeting, who, part))
}

/// The office that a stretch of the sentence names, if somebody holds it at the meeting and nobody is named otherwise.
fn office(
    asked: &Asked<'_>,
    who: std::ops::Range<usize>,
    entry: EntryRef,
    parties: &[Party],
    part: Role,
) -> Option<Party> {
    let shown: Vec<&str> = who.filter_map(|at| asked.question.word(at)).map(|word| word.shown.as_str()).collect();
    let office = Party::Named(shown.join(" ").trim_start_matches("the ").to_owned());
    let is_named = parties.iter().any(|who| is_at(asked, entry, who, part));
    (!is_named && is_at(asked, entry, &office, part)).then_some(office)
}

/// The meetings of the series that a stretch of the sentence names; none where it names a body that is no series. Where
/// it names no body alone, nothing is said.
fn series_alone(asked: &Asked<'_>, places: &std::ops::Range<usize>) -> Option<Vec<usize>> {
    let names_meeting = |mention: &Mention| mention.entries.iter().any(|entry| entry.kind == Kind::Meeting);
    if asked.question.mentions.iter().any(names_meeting) {
        return None;
    }
    let content: Vec<usize> = places.clone().filter(|&at| asked.question.is(at, Part::Content)).collect();
    let bodies = asked.question.mentioned(|entry| entry.kind == Kind::Organisation);
    let (_, entries) =
        bodies.into_iter().find(|(mention, _)| !content.is_empty() && content.iter().all(|at| mention.covers(*at)))?;
    let knowledge = &asked.library.knowledge;
    Some(entries.iter().flat_map(|body| of_series(asked.library, body.id(knowledge))).collect())
}

/// One meeting, or several to pick from.
fn of_several(meetings: &[usize]) -> Subject {
    let hits = meetings.iter().map(|&at| Scored { entry: EntryRef { kind: Kind::Meeting, at }, score: 1.0 });
    match meetings {
        [at] => Subject::One(Hit::alone(EntryRef { kind: Kind::Meeting, at: *at }, 1.0)),
        _ => Subject::Several(hits.take(MOST_CHOICES).collect()),
    }
}

/// Where the sentence is cut, and the part asked for.
fn verb(asked: &Asked<'_>, opening: usize) -> Option<(usize, Role)> {
    let question = &asked.question;
    let verbs = [
        (Cue::Chair, Role::Chair),
        (Cue::Organise, Role::Organiser),
        (Cue::Speak, Role::Speaker),
        (Cue::Attend, Role::Any),
    ];
    let spoken = verbs
        .into_iter()
        .filter_map(|(cue, part)| question.position(cue).map(|at| (at, part)))
        .find(|(at, _)| *at > opening);
    let is_content = |at: usize| question.is(at, Part::Content);
    let said = |at: usize| (opening + 1..at).any(is_content);
    // `was the Red Crescent on the trip`, but not `was the study on health`.
    let knows = |at: usize| {
        let named = question.mentioned(|entry| matches!(entry.kind, Kind::Organisation | Kind::Person));
        let (mut before, is_after) =
            ((opening + 1..at).filter(|at| is_content(*at)), (at + 1..question.words.len()).any(is_content));
        let named = |at: usize| named.iter().any(|(mention, _)| mention.covers(at));
        said(at) && is_after && before.all(named)
    };
    // `go to Colombo in September`: the first preposition after a name ends it.
    let there = |(at, word): (usize, &Word)| {
        let is_phrase = word.part == Part::Filler && word.folded != "there";
        let is_there = !is_phrase
            && (matches!(word.folded.as_str(), "at" | "there" | "in")
                || (word.folded == "on" && asked.context.is_some()))
            || (word.folded == "on" && knows(at))
            || (word.folded == "to" && said(at))
            || (said(at) && matches!(word.folded.as_str(), "go" | "went" | "gone" | "travel" | "travelled"));
        (at > opening && is_there).then_some((at, Role::Any))
    };
    spoken.or_else(|| question.words.iter().enumerate().find_map(there))
}

/// Everybody named in a stretch of the sentence.
pub(super) fn parties(asked: &Asked<'_>, places: std::ops::Range<usize>) -> Vec<Party> {
    let is_party = |entry: EntryRef| matches!(entry.kind, Kind::Organisation | Kind::Person);
    let mentioned = asked.question.mentioned(is_party);
    let inside =
        mentioned.into_iter().filter(|(mention, _)| places.contains(&mention.first) && places.contains(&mention.last));
    let mut taken = Vec::new();
    let mut parties: Vec<(usize, Party)> = Vec::new();
    for (mention, entries) in inside {
        taken.extend(mention.first..=mention.last);
        parties.push((mention.first, Party::Known(entries)));
    }
    // What bears no entry's name is taken as typed, until something else stands between. What stands right beside a known
    // name describes it: `the Bangladesh high commissioner`.
    let mut name: Vec<&str> = Vec::new();
    let mut start = 0;
    for at in places.clone().chain([places.end]) {
        let word = asked.question.word(at).filter(|_| places.contains(&at) && !taken.contains(&at));
        match word {
            Some(word) if word.part == Part::Content => {
                if name.is_empty() {
                    start = at;
                }
                name.push(&word.shown);
            }
            Some(word) if !name.is_empty() && matches!(word.folded.as_str(), "of" | "the") => name.push(&word.shown),
            _ if !name.is_empty() => {
                let is_beside =
                    taken.contains(&at) || start.checked_sub(1).is_some_and(|before| taken.contains(&before));
                if !is_beside {
                    parties.push((start, Party::Named(name.join(" "))));
                }
                name.clear();
            }
            _ => {}
        }
    }
    parties.sort_by_key(|(at, _)| *at);
    parties.into_iter().map(|(_, party)| party).collect()
}
