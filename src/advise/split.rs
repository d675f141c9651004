//! Splits: several journeys in one plan, what goes to each of them, and the advice on each alone.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::answers::{Answer, Answers, Response};
use crate::model::journeys::{Chosen, JourneyPart, JourneysApart};
use crate::model::question::ChoiceIndex;
use crate::model::verdict::Recommendation;

use super::conflicts::{self, Contradiction};
use super::recommendation;

/// The proposal to make several plans of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Position of the group of journeys in the knowledge base.
    pub group: usize,
    /// The journeys of which something was chosen, two or more.
    pub journeys: Vec<Journey>,
    /// Positions of the conflicts that the answers run into and that no plan of a single journey does.
    pub settles: Vec<usize>,
}

/// One journey of a split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// Position of its part in the group.
    pub part: usize,
    /// The chosen choices that go to this journey and not to every one, in the order of the questions.
    pub own: Vec<Chosen>,
    /// What a plan of this journey alone says: everything but the choices that go to others.
    pub answers: Answers,
    /// The advice on that plan.
    pub then: Recommendation,
}

/// Whether a split is proposed that settles the conflict of that position.
pub(crate) fn settles(splits: &[Split], conflict: usize) -> bool {
    splits.iter().any(|split| split.settles.contains(&conflict))
}

/// The splits that the answers that count ask for: one for each group of which they choose from two parts or more.
pub(super) fn all(
    facts: &Facts<'_>,
    answers: &Answers,
    visible: &Visible,
    contradictions: &[Contradiction],
) -> Vec<Split> {
    let chosen = chosen(answers, visible);
    let groups = facts.base.journeys_apart.iter().enumerate();
    groups
        .filter_map(|(position, group)| {
            let places = places(facts.base, group, &chosen)?;
            Some(split(facts, answers, (position, &places), contradictions))
        })
        .collect()
}

/// Whether any split is asked for, without what would become of it.
pub(super) fn is_asked_for(base: &KnowledgeBase, answers: &Answers, visible: &Visible) -> bool {
    let chosen = chosen(answers, visible);
    let takes_some = |part: &JourneyPart| part.choices.iter().any(|choice| chosen.contains(choice));
    base.journeys_apart.iter().any(|group| group.parts.iter().filter(|part| takes_some(part)).nth(1).is_some())
}

/// The chosen choices that count.
fn chosen(answers: &Answers, visible: &Visible) -> Vec<Chosen> {
    let picked = |question| answers.answer(question).into_iter().flat_map(Answer::picks);
    visible.iter().flat_map(|question| picked(question).map(move |pick| (question, pick.choice))).collect()
}

/// Where each chosen choice goes.
struct Places {
    /// The parts of the group of which something was chosen.
    parts: Vec<usize>,
    /// Each choice with the parts it goes to.
    of: Vec<(Chosen, Vec<usize>)>,
}

/// Where each choice goes; `None` unless some of two parts are chosen. What a part lists goes to that part. What contradicts
/// a choice of a part does not go there, if it can go anywhere else. Everything else goes to all.
fn places(base: &KnowledgeBase, group: &JourneysApart, chosen: &[Chosen]) -> Option<Places> {
    let own = |part: usize| {
        let listed = group.parts.get(part).into_iter().flat_map(|part| &part.choices);
        listed.copied().filter(|choice| chosen.contains(choice)).collect::<Vec<Chosen>>()
    };
    let parts: Vec<(usize, Vec<Chosen>)> =
        (0..group.parts.len()).map(|part| (part, own(part))).filter(|(_, own)| !own.is_empty()).collect();
    if parts.len() < 2 {
        return None;
    }
    let all: Vec<usize> = parts.iter().map(|(part, _)| *part).collect();
    let goes_to = |choice: Chosen| -> Vec<usize> {
        if let Some((part, _)) = parts.iter().find(|(_, own)| own.contains(&choice)) {
            return vec![*part];
        }
        let fitting = parts.iter().filter(|(_, own)| !contradicts(base, choice, own));
        let fitting: Vec<usize> = fitting.map(|(part, _)| *part).collect();
        if fitting.is_empty() { all.clone() } else { fitting }
    };
    let of = chosen.iter().map(|choice| (*choice, goes_to(*choice))).collect();
    Some(Places { parts: all, of })
}

/// Whether a choice and some others run into a conflict.
fn contradicts(base: &KnowledgeBase, choice: Chosen, others: &[Chosen]) -> bool {
    base.conflicts.iter().any(|conflict| {
        conflict.between.contains(&choice) && conflict.between.iter().all(|end| *end == choice || others.contains(end))
    })
}

fn split(
    facts: &Facts<'_>,
    answers: &Answers,
    (group, places): (usize, &Places),
    contradictions: &[Contradiction],
) -> Split {
    let mut left = Vec::new();
    let journeys = places.parts.iter().map(|part| {
        let answers = without_others(answers, places, *part);
        let remaining = conflicts::all(facts, &answers, &Visible::of(facts.base, &answers));
        let then =
            if conflicts::decide(&remaining) { Recommendation::Undecided } else { recommendation(facts, &answers) };
        left.extend(remaining.into_iter().map(|contradiction| contradiction.conflict));
        let is_own = |(_, parts): &&(Chosen, Vec<usize>)| parts.contains(part) && parts.len() < places.parts.len();
        let own = places.of.iter().filter(is_own).map(|(choice, _)| *choice).collect();
        Journey { part: *part, own, answers, then }
    });
    let journeys = journeys.collect();
    let conflicts = contradictions.iter().map(|contradiction| contradiction.conflict);
    Split { group, journeys, settles: conflicts.filter(|conflict| !left.contains(conflict)).collect() }
}

/// The answers without the choices that go to other parts only. A question that has no choice left is open again.
fn without_others(answers: &Answers, places: &Places, part: usize) -> Answers {
    let mut own = answers.clone();
    for ((question, choice), parts) in &places.of {
        if !parts.contains(&part) {
            let response = own.response(*question).cloned().expect("a chosen choice belongs to an answer");
            own.set(*question, without(response, *choice));
        }
    }
    own
}

fn without(mut response: Response, choice: ChoiceIndex) -> Response {
    if let Some(Answer::Chosen(picks)) = &mut response.answer {
        picks.retain(|pick| pick.choice != choice);
        if picks.is_empty() {
            response = Response { note: response.note, ..Response::default() };
        }
    }
    response
}
