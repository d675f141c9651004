//! The questions as a forest, cut into the smallest parts that can be looked at one by one.
//!
//! Choices of one question belong to the same [`Component`] if they share a capability or open the same follow-up;
//! components add up independently, so extremes, means and changes are found per component and summed, exactly.

use crate::knowledge::facts::Facts;
use crate::model::answers::{Answer, Answers, Response};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};
use crate::model::verdict::RequirementNumber;

use super::requirements::{Need, requirement};
use super::tally::Tally;

/// A choice taken at an importance.
pub type Taken = (ChoiceIndex, Importance);

/// Choices that must be looked at together, with the follow-ups that only they open.
#[derive(Debug, Clone, Default)]
pub struct Component {
    /// The choices, in order. Of a question that takes one answer, all of them.
    pub choices: Vec<ChoiceIndex>,
    /// The follow-ups, each with the choices that open it.
    pub follow_ups: Vec<(Key<Question>, Vec<ChoiceIndex>)>,
}

impl Component {
    /// The follow-ups that these choices open.
    pub fn opened<'c>(&'c self, taken: &'c [Taken]) -> impl Iterator<Item = Key<Question>> + 'c {
        let opens = |choices: &[ChoiceIndex]| taken.iter().any(|(choice, _)| choices.contains(choice));
        self.follow_ups.iter().filter(move |(_, choices)| opens(choices)).map(|(question, _)| *question)
    }
}

/// The forest of questions by the facts of a day.
#[derive(Debug)]
pub struct Forest<'f, 'k> {
    /// The facts.
    pub facts: &'f Facts<'k>,
    components: Vec<Vec<Component>>,
}

impl<'f, 'k> Forest<'f, 'k> {
    /// Cuts the questions into components.
    pub fn of(facts: &'f Facts<'k>) -> Self {
        let components = facts.base.questions.iter().map(|(key, question)| components(facts, key, question)).collect();
        Self { facts, components }
    }

    /// The question.
    pub fn question(&self, key: Key<Question>) -> &'k Question {
        &self.facts.base.questions[key]
    }

    /// The components of a question.
    pub fn components(&self, key: Key<Question>) -> &[Component] {
        self.components.get(key.position()).map_or(&[], Vec::as_slice)
    }

    /// The questions without a parent.
    pub fn roots(&self) -> impl Iterator<Item = Key<Question>> + use<'k> {
        let base = self.facts.base;
        base.questions.iter().filter(|(_, question)| question.condition.is_none()).map(|(key, _)| key)
    }

    /// What choices of one question add, without their follow-ups.
    pub fn part(&self, key: Key<Question>, taken: &[Taken]) -> Tally {
        let question = self.question(key);
        let scoring = &self.facts.base.scoring;
        let mut needs: Vec<(Key<Capability>, Importance)> = Vec::with_capacity(taken.len());
        for (choice, importance) in taken {
            for capability in question.choice(*choice).into_iter().flat_map(|choice| &choice.needs) {
                match needs.iter_mut().find(|(known, _)| known == capability) {
                    Some((_, known)) => *known = (*known).max(*importance),
                    None => needs.push((*capability, *importance)),
                }
            }
        }
        let tally = |(capability, importance)| {
            let need = Need { choice: ChoiceIndex::new(0), capability, importance };
            Tally::of(&requirement(RequirementNumber(0), key, need, self.facts), scoring)
        };
        needs.into_iter().map(tally).sum()
    }

    /// Every way to take choices of a component: at most one where the question takes one answer, else any of them.
    pub fn ways(&self, key: Key<Question>, component: &Component, response: Option<&Response>) -> Vec<Vec<Taken>> {
        let question = self.question(key);
        let importance = response.and_then(|response| response.importance).unwrap_or(question.importance);
        let taken: Vec<Taken> = component.choices.iter().map(|choice| (*choice, importance)).collect();
        match question.kind {
            Kind::One => std::iter::once(Vec::new()).chain(taken.into_iter().map(|one| vec![one])).collect(),
            Kind::Many => subsets(&taken),
        }
    }
}

/// All subsets, the empty one first. Components have few choices, because few share anything.
fn subsets(taken: &[Taken]) -> Vec<Vec<Taken>> {
    let mut all = vec![Vec::new()];
    for one in taken {
        for position in 0..all.len() {
            let mut with: Vec<Taken> = all.get(position).cloned().unwrap_or_default();
            with.push(*one);
            all.push(with);
        }
    }
    all
}

/// The choices taken in an answer, each at its importance.
pub fn taken(question: &Question, response: Option<&Response>) -> Vec<Taken> {
    let Some(response) = response else { return Vec::new() };
    let picks = response.answer.iter().flat_map(Answer::picks);
    picks.map(|pick| (pick.choice, response.importance_of(*pick, question))).collect()
}

/// Whether a question still waits for an answer: it has none, or "not sure".
pub fn is_unsettled(answers: &Answers, question: Key<Question>) -> bool {
    matches!(answers.answer(question), None | Some(Answer::NotSure))
}

fn components(facts: &Facts<'_>, key: Key<Question>, question: &Question) -> Vec<Component> {
    let follow_ups: Vec<(Key<Question>, &[ChoiceIndex])> = facts
        .base
        .questions
        .iter()
        .filter_map(|(child, entry)| Some((child, entry.condition.as_ref()?)))
        .filter(|(_, condition)| condition.question == key)
        .map(|(child, condition)| (child, condition.choices.as_slice()))
        .collect();
    let groups = match question.kind {
        Kind::One => vec![question.indexed().map(|(index, _)| index).collect()],
        Kind::Many => groups(question, &follow_ups),
    };
    groups
        .into_iter()
        .map(|choices: Vec<ChoiceIndex>| Component {
            follow_ups: follow_ups
                .iter()
                .filter(|(_, opens)| opens.iter().any(|choice| choices.contains(choice)))
                .map(|(child, opens)| (*child, opens.to_vec()))
                .collect(),
            choices,
        })
        .collect()
}

/// Groups the choices that share a capability or a follow-up.
fn groups(question: &Question, follow_ups: &[(Key<Question>, &[ChoiceIndex])]) -> Vec<Vec<ChoiceIndex>> {
    let mut groups: Vec<Vec<ChoiceIndex>> = Vec::new();
    for (index, choice) in question.indexed() {
        let related = |other: &ChoiceIndex| {
            let shares =
                question.choice(*other).is_some_and(|other| other.needs.iter().any(|need| choice.needs.contains(need)));
            shares || follow_ups.iter().any(|(_, opens)| opens.contains(&index) && opens.contains(other))
        };
        let (mut joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.iter().any(related));
        groups = apart;
        let mut group: Vec<ChoiceIndex> = joined.drain(..).flatten().collect();
        group.push(index);
        group.sort();
        groups.push(group);
    }
    groups.sort();
    groups
}
