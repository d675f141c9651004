//! The questions as a forest, each cut into the smallest parts that can be looked at one by one.
//!
//! Choices of one question belong to the same [`Component`] if they share a capability or open the same follow-up
//! question. Components add up independently of each other, so extremes, means, counts and edits are found component by
//! component and summed, exactly. Within a component every [`Selection`] is listed.
//!
//! For example, a question takes many of `sms`, `push` and `call`. `sms` and `push` both open "Which provider?", so they
//! make one component with four selections: neither, one of them, the other, both. `call` is a component of its own with
//! two. The question has 4 x 2 = 8 answers, and only 4 + 2 selections are looked at.

use std::borrow::Cow;

use crate::knowledge::connected::connected;
use crate::knowledge::facts::Facts;
use crate::model::answers::{Answer, Answers, Response};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::tally::Tally;

/// A choice taken at an importance.
pub type Taken = (ChoiceIndex, Importance);

/// Choices that must be looked at together.
#[derive(Debug, Clone)]
pub struct Component {
    /// The choices, in order. Of a question that takes one answer, all of them.
    pub choices: Vec<ChoiceIndex>,
    /// Every way to choose among them, the empty one first.
    pub selections: Vec<Selection>,
    /// The follow-ups that only these choices open.
    pub follow_ups: Vec<FollowUp>,
}

/// A question that some choices open.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// The question.
    pub question: Key<Question>,
    /// The choices that open it: one of them is enough.
    pub opened_by: Vec<ChoiceIndex>,
}

/// Some choices of a component taken together.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The choices, in order.
    pub choices: Vec<ChoiceIndex>,
    /// The positions of the follow-ups that they open, in [`Component::follow_ups`].
    pub opens: Vec<usize>,
    worth: [Tally; 3],
}

impl Selection {
    /// What the choices add if all are taken at one importance, without their follow-ups.
    pub fn worth(&self, importance: Importance) -> &Tally {
        let [must, should, could] = &self.worth;
        match importance {
            Importance::Must => must,
            Importance::Should => should,
            Importance::Could => could,
        }
    }

    /// Whether it can be the answer to a question of that kind: where one choice is taken, there must be one.
    pub fn answers(&self, kind: Kind) -> bool {
        kind == Kind::Many || !self.choices.is_empty()
    }
}

impl FollowUp {
    /// Whether one of the choices that open it is taken.
    pub fn is_open(&self, taken: &[Taken]) -> bool {
        taken.iter().any(|(choice, _)| self.opened_by.contains(choice))
    }
}

impl Component {
    /// The follow-ups that these choices open.
    pub fn opened<'c>(&'c self, taken: &'c [Taken]) -> impl Iterator<Item = Key<Question>> + 'c {
        self.follow_ups.iter().filter(|follow_up| follow_up.is_open(taken)).map(|follow_up| follow_up.question)
    }
}

/// The forest of questions by the facts of a day.
#[derive(Debug, Clone)]
pub struct Forest<'f, 'k> {
    /// The facts.
    pub facts: Cow<'f, Facts<'k>>,
    components: Vec<Vec<Component>>,
}

impl<'f, 'k> Forest<'f, 'k> {
    /// Cuts the questions into components.
    pub fn of(facts: &'f Facts<'k>) -> Self {
        Self { components: cut(facts), facts: Cow::Borrowed(facts) }
    }

    /// The same for facts that go nowhere else.
    pub fn with(facts: Facts<'k>) -> Self {
        Self { components: cut(&facts), facts: Cow::Owned(facts) }
    }

    /// The question.
    pub fn question(&self, key: Key<Question>) -> &'k Question {
        &self.facts.base.questions[key]
    }

    /// The importance that a choice newly taken gets: what was set for the answer, else what the question presets.
    pub fn importance(&self, key: Key<Question>, answers: &Answers) -> Importance {
        let set = answers.response(key).and_then(|response| response.importance);
        set.unwrap_or(self.question(key).importance)
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

    /// What a question adds as it is answered, with the follow-ups that it opens.
    pub fn whole(&self, key: Key<Question>, answers: &Answers) -> Tally {
        let taken = taken(self.question(key), answers.response(key));
        let opened = self.components(key).iter().flat_map(|component| component.opened(&taken));
        opened.fold(self.part(key, &taken), |sum, child| sum + self.whole(child, answers))
    }

    /// What choices of one question add, without their follow-ups.
    pub fn part(&self, key: Key<Question>, taken: &[Taken]) -> Tally {
        part(&self.facts, self.question(key), taken)
    }
}

/// The components of every question.
fn cut(facts: &Facts<'_>) -> Vec<Vec<Component>> {
    let mut follow_ups: Vec<Vec<FollowUp>> = vec![Vec::new(); facts.base.questions.len()];
    for (child, question) in facts.base.questions.iter() {
        if let Some(condition) = &question.condition
            && let Some(children) = follow_ups.get_mut(condition.question.position())
        {
            children.push(FollowUp { question: child, opened_by: condition.choices.clone() });
        }
    }
    let of = |(key, follow_ups): (Key<Question>, Vec<FollowUp>)| components(facts, key, &follow_ups);
    facts.base.questions.keys().zip(follow_ups).map(of).collect()
}

fn components(facts: &Facts<'_>, key: Key<Question>, follow_ups: &[FollowUp]) -> Vec<Component> {
    let question = &facts.base.questions[key];
    let component = |choices: Vec<ChoiceIndex>| {
        let own = |follow_up: &&FollowUp| follow_up.opened_by.iter().any(|choice| choices.contains(choice));
        let follow_ups: Vec<FollowUp> = follow_ups.iter().filter(own).cloned().collect();
        let selections = selections(question.kind, &choices).into_iter();
        let selections = selections.map(|choices| Selection::of(facts, question, choices, &follow_ups)).collect();
        Component { choices, selections, follow_ups }
    };
    connected(facts.base, key).into_iter().map(component).collect()
}

/// Every way to choose among these, the empty one first.
fn selections(kind: Kind, choices: &[ChoiceIndex]) -> Vec<Vec<ChoiceIndex>> {
    let mut all = vec![Vec::new()];
    for choice in choices {
        let known = match kind {
            Kind::One => 1,
            Kind::Many => all.len(),
        };
        for position in 0..known {
            let with = all.get(position).into_iter().flatten().copied().chain([*choice]).collect();
            all.push(with);
        }
    }
    all
}

impl Selection {
    fn of(facts: &Facts<'_>, question: &Question, choices: Vec<ChoiceIndex>, follow_ups: &[FollowUp]) -> Self {
        let opens = |follow_up: &FollowUp| choices.iter().any(|choice| follow_up.opened_by.contains(choice));
        let opens = (0..).zip(follow_ups).filter(|(_, follow_up)| opens(follow_up)).map(|(position, _)| position);
        let needs = needs(question, &choices);
        let at = |importance| needs.iter().map(|capability| worth(facts, *capability, importance)).sum();
        Self { opens: opens.collect(), worth: Importance::ALL.map(at), choices }
    }
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

/// What choices of one question add. A capability that several need counts once, at the highest importance.
fn part(facts: &Facts<'_>, question: &Question, taken: &[Taken]) -> Tally {
    if let [(choice, importance)] = taken {
        let needs = question.choice(*choice).into_iter().flat_map(|choice| &choice.needs);
        return needs.map(|capability| worth(facts, *capability, *importance)).sum();
    }
    let mut needs: Vec<(Key<Capability>, Importance)> = Vec::with_capacity(taken.len());
    for (choice, importance) in taken {
        for capability in question.choice(*choice).into_iter().flat_map(|choice| &choice.needs) {
            match needs.iter_mut().find(|(known, _)| known == capability) {
                Some((_, known)) => *known = (*known).max(*importance),
                None => needs.push((*capability, *importance)),
            }
        }
    }
    needs.into_iter().map(|(capability, importance)| worth(facts, capability, importance)).sum()
}

/// What choices need, each capability once.
fn needs<'k>(question: &'k Question, choices: &[ChoiceIndex]) -> Cow<'k, [Key<Capability>]> {
    let needs = |choice: &ChoiceIndex| question.choice(*choice).map_or(&[][..], |choice| &choice.needs);
    match choices {
        [] => Cow::default(),
        [only] => needs(only).into(),
        several => {
            let mut all: Vec<Key<Capability>> = several.iter().flat_map(needs).copied().collect();
            all.sort();
            all.dedup();
            all.into()
        }
    }
}

fn worth(facts: &Facts<'_>, capability: Key<Capability>, importance: Importance) -> Tally {
    Tally::at(facts.levels(capability), importance, &facts.scoring)
}
