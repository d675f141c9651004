//! What else to beware of: what nobody could confirm, workarounds to accept, and answers that do not count.

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::{Flag, Recommendation, Verdict};
use crate::report::words::{beyond_facts, does_not_count, name, sole_source};

use super::reason::named;

/// So many answers that do not count are told one by one.
const MOST_PARKED: usize = 2;

/// What to beware of, the most serious first.
pub(super) fn caveats(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> Vec<String> {
    let base = facts.base;
    let mut caveats: Vec<String> = not_confirmed(facts, verdict).into_iter().collect();
    if let Recommendation::Build(side) = verdict.recommendation {
        let accepted = &verdict.standings[side].accepted_workarounds;
        if !accepted.is_empty() {
            caveats.push(format!("Accept a workaround for {} before you build.", named(facts, verdict, accepted)));
        }
    }
    if verdict.has(Flag::Conditional) && !verdict.not_sure.is_empty() {
        caveats.push(format!(
            "Not confirmed: {} still answered \"not sure\".",
            match verdict.not_sure.len() {
                1 => "1 question is".to_owned(),
                several => format!("{several} questions are"),
            }
        ));
    }
    let is_stale = verdict.has(Flag::Stale);
    let stale = || is_stale.then(|| "Some of the facts behind this should have been checked again by now.".to_owned());
    let outdated = beyond_facts(base, verdict.as_of.day).or_else(stale);
    caveats.extend(outdated.into_iter().chain(parked(base, verdict, answers)));
    caveats
}

/// The musts of which nobody knows whether an alternative still in the running meets them.
fn not_confirmed(facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    let base = facts.base;
    let unconfirmed = |side: &Side| {
        let standing = &verdict.standings[*side];
        standing.passes() && standing.availability.is_open() && !standing.unconfirmed.is_empty()
    };
    let silent = sole_source(base, verdict.as_of)
        .map_or_else(|| "nothing published says".to_owned(), |source| format!("{source} does not say"));
    let can_do = |side: Side| named(facts, verdict, &verdict.standings[side].unconfirmed);
    let sides: Vec<Side> = Side::BOTH.into_iter().filter(unconfirmed).collect();
    let whether = match sides.as_slice() {
        [] => return None,
        [first, second] if can_do(*first) == can_do(*second) => {
            format!("whether either {} can do {}", base.nouns.alternative.one, can_do(*first))
        }
        several => {
            let each = several.iter().map(|side| format!("whether {} can do {}", name(base, *side), can_do(*side)));
            each.collect::<Vec<_>>().join(", or ")
        }
    };
    Some(format!("Not confirmed: {silent} {whether}. Find out before you rely on it."))
}

/// The choices that do not count, because their question is not asked. An answer that chooses nothing says nothing either
/// way.
fn parked(base: &KnowledgeBase, verdict: &Verdict, answers: &Answers) -> Vec<String> {
    let says_something = |key: &&Key<Question>| answers.answer(**key).is_some_and(|answer| !answer.picks().is_empty());
    let parked: Vec<Key<Question>> = verdict.parked.iter().filter(says_something).copied().collect();
    if parked.len() <= MOST_PARKED {
        return parked.into_iter().filter_map(|key| does_not_count(base, key)).collect();
    }
    let named = parked.iter().take(MOST_PARKED).map(|key| format!("\"{}\"", base.questions[*key].ask));
    let named: Vec<String> = named.chain([format!("{} more", parked.len() - MOST_PARKED)]).collect();
    vec![format!(
        "Your answers to {} do not count: these questions are asked only after certain answers to others.",
        enumerate(&named, "and")
    )]
}
