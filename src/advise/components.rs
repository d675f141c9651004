//! The questions as a forest, each cut into the smallest parts that can be looked at one by one.
//!
//! Choices of one question belong to the same [`Component`] if they share a capability or open the same follow-up
//! question. Components add up independently of each other, so extremes, means, counts and edits are found component by
//! component and summed, exactly. Within a component every [`Selection`] is listed.
//!
//! For example, a question takes many of `sms`, `push` and `call`. `sms` and `push` both open "Which provider?", so they
//! make one component with four selections: neither, one of them, the other, both. `call` is a component of its own with
//! two. The question has 4 x 2 = 8 answers, and only 4 + 2 selections are looked at.

use crate::knowledge::connected::connected;
use crate::knowledge::facts::Facts;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::requirements::{Need, Taken, needs, taken};
use super::tally::Tally;

/// Choices that must be looked at together.
#[derive(Debug, Clone)]
pub(super) struct Component {
    /// The choices, in order. Of a question that takes one answer, all of them.
    pub(super) choices: Vec<ChoiceIndex>,
    /// Every way to choose among them, the empty one first.
    pub(super) selections: Vec<Selection>,
    /// The follow-ups that only these choices open.
    pub(super) follow_ups: Vec<FollowUp>,
}

/// A question that some choices open: one of them is enough.
#[derive(Debug, Clone)]
pub(super) struct FollowUp {
    pub(super) question: Key<Question>,
    opened_by: Vec<ChoiceIndex>,
}

/// Some choices of a component taken together.
#[derive(Debug, Clone)]
pub(super) struct Selection {
    /// The choices, in order.
    pub(super) choices: Vec<ChoiceIndex>,
    /// Which of the follow-ups of the component they open.
    pub(super) opens: Vec<bool>,
    worth: [Tally; 3],
}

impl Selection {
    /// What the choices add if all are taken at one importance, without their follow-ups.
    pub(super) fn worth(&self, importance: Importance) -> &Tally {
        let [must, should, could] = &self.worth;
        match importance {
            Importance::Must => must,
            Importance::Should => should,
            Importance::Could => could,
        }
    }

    /// Whether it can be the answer to a question of that kind: where one choice is taken, there must be one.
    pub(super) fn answers(&self, kind: Kind) -> bool {
        kind == Kind::Many || !self.choices.is_empty()
    }

    /// What belongs to the follow-ups that the choices open, of what belongs to each follow-up of the component.
    pub(super) fn opened<'b, T>(&self, below: &'b [T]) -> impl Iterator<Item = &'b T> {
        self.opens.iter().zip(below).filter(|(opens, _)| **opens).map(|(_, below)| below)
    }
}

impl FollowUp {
    /// Whether one of the choices that open it is taken.
    pub(super) fn is_open(&self, taken: &[Taken]) -> bool {
        taken.iter().any(|(choice, _)| self.opened_by.contains(choice))
    }
}

impl Component {
    /// The follow-ups that these choices open.
    pub(super) fn opened<'c>(&'c self, taken: &'c [Taken]) -> impl Iterator<Item = Key<Question>> + 'c {
        self.follow_ups.iter().filter(|follow_up| follow_up.is_open(taken)).map(|follow_up| follow_up.question)
    }
}

/// The forest of questions by the facts of a day.
#[derive(Debug, Clone)]
pub struct Forest<'k> {
    /// The facts.
    pub(crate) facts: Facts<'k>,
    components: Vec<Vec<Component>>,
}

impl<'k> Forest<'k> {
    /// Cuts the questions into components.
    pub fn of(facts: &Facts<'k>) -> Self {
        Self { components: cut(facts), facts: facts.clone() }
    }

    pub(super) fn question(&self, key: Key<Question>) -> &'k Question {
        &self.facts.base.questions[key]
    }

    /// The importance that a choice newly taken gets: what was set for the answer, else what the question presets.
    pub(super) fn importance(&self, key: Key<Question>, answers: &Answers) -> Importance {
        let set = answers.response(key).and_then(|response| response.importance);
        set.unwrap_or(self.question(key).importance)
    }

    pub(super) fn components(&self, key: Key<Question>) -> &[Component] {
        self.components.get(key.position()).expect("every question was cut")
    }

    /// The questions without a parent.
    pub(super) fn roots(&self) -> impl Iterator<Item = Key<Question>> + use<'k> {
        let base = self.facts.base;
        base.questions.iter().filter(|(_, question)| question.condition.is_none()).map(|(key, _)| key)
    }

    /// The choices taken in the answer to a question.
    pub(super) fn taken(&self, key: Key<Question>, answers: &Answers) -> Vec<Taken> {
        taken(self.question(key), answers.response(key))
    }

    /// What a question adds as it is answered, with the follow-ups that it opens.
    pub(super) fn whole(&self, key: Key<Question>, answers: &Answers) -> Tally {
        let taken = self.taken(key, answers);
        let opened = self.components(key).iter().flat_map(|component| component.opened(&taken));
        opened.fold(self.part(key, &taken), |sum, child| sum + self.whole(child, answers))
    }

    /// What choices of one question add, without their follow-ups.
    pub(super) fn part(&self, key: Key<Question>, taken: &[Taken]) -> Tally {
        part(&self.facts, self.question(key), taken)
    }
}

/// The components of every question.
fn cut(facts: &Facts<'_>) -> Vec<Vec<Component>> {
    let questions = &facts.base.questions;
    let children = |parent: Key<Question>| -> Vec<FollowUp> {
        let opened = |(question, child): (Key<Question>, &Question)| {
            let condition = child.condition.as_ref().filter(|condition| condition.question == parent)?;
            Some(FollowUp { question, opened_by: condition.choices.clone() })
        };
        questions.iter().filter_map(opened).collect()
    };
    questions.keys().map(|key| components(facts, key, &children(key))).collect()
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
        let with = |chosen: &Vec<ChoiceIndex>| chosen.iter().copied().chain([*choice]).collect();
        let more: Vec<Vec<ChoiceIndex>> = all.iter().take(known).map(with).collect();
        all.extend(more);
    }
    all
}

impl Selection {
    fn of(facts: &Facts<'_>, question: &Question, choices: Vec<ChoiceIndex>, follow_ups: &[FollowUp]) -> Self {
        let taken: Vec<Taken> = choices.iter().map(|choice| (*choice, question.importance)).collect();
        let opens = follow_ups.iter().map(|follow_up| follow_up.is_open(&taken)).collect();
        let levels: Vec<_> = needs(question, &taken).iter().map(|need| facts.levels(need.capability)).collect();
        let at = |importance| levels.iter().map(|levels| Tally::at(*levels, importance, &facts.scoring)).sum();
        Self { opens, worth: Importance::ALL.map(at), choices }
    }
}

/// Whether a question still waits for an answer: it has none, or "not sure".
pub(super) fn is_unsettled(answers: &Answers, question: Key<Question>) -> bool {
    matches!(answers.answer(question), None | Some(Answer::NotSure))
}

/// What choices of one question add, without their follow-ups.
fn part(facts: &Facts<'_>, question: &Question, taken: &[Taken]) -> Tally {
    let worth = |need: Need| Tally::at(facts.levels(need.capability), need.importance, &facts.scoring);
    needs(question, taken).into_iter().map(worth).sum()
}
