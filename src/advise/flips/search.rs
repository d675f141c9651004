//! The search: part by part of the forest, what can be reached with how few changes.

use crate::advise::forest::{Component, Forest, Taken, taken};
use crate::advise::tally::Tally;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::front::{Changes, Front, Point};
use super::goal::{Goal, is_reached};
use super::{Change, ChangeKind, MOST_CHANGES, What};

/// The search, for what may be changed and what is to be reached.
pub(super) struct Search<'s, 'f, 'k> {
    pub(super) forest: &'s Forest<'f, 'k>,
    pub(super) answers: &'s Answers,
    pub(super) what: What,
    pub(super) goals: &'s [Goal],
}

impl Search<'_, '_, '_> {
    /// For each goal the fewest changes that reach it, if any do.
    pub(super) fn smallest(&self) -> Vec<Vec<Change>> {
        let whole = self.forest.roots().fold(self.unchanged(), |sum, root| plus(sum, &self.of(root)));
        let best = self.goals.iter().zip(whole).filter_map(|(goal, front)| {
            let reached = front.points.into_iter().filter(|point| is_reached(goal, &point.sums));
            reached.map(|point| point.changes).min_by_key(|changes| changes.count()).filter(|best| best.count() > 0)
        });
        best.map(|changes| changes.iter().collect()).collect()
    }

    /// Every single change of a question that is asked, with what it adds to the sums.
    pub(super) fn single_changes(&self, key: Key<Question>) -> Vec<(Change, Tally)> {
        let question = self.forest.question(key);
        let response = self.answers.response(key);
        if question.fixed || !matches!(response.and_then(|response| response.answer.as_ref()), Some(Answer::Chosen(_)))
        {
            return Vec::new();
        }
        let taken = taken(question, response);
        let mut singles = Vec::new();
        for component in self.forest.components(key) {
            let own = within(component, &taken);
            let now = self.grown(key, component, &own);
            for (way, changes) in self.ways(key, component, &own, true) {
                if let (1, Some(change)) = (changes.count(), changes.iter().next()) {
                    singles.push((change, self.grown(key, component, &way) - now));
                }
            }
        }
        singles
    }

    /// What choices of a component add, with the follow-ups that they open as these are answered.
    fn grown(&self, key: Key<Question>, component: &Component, way: &[Taken]) -> Tally {
        let opened = component.opened(way).map(|child| {
            let taken = taken(self.forest.question(child), self.answers.response(child));
            let parts = self.forest.components(child).iter();
            parts.map(|part| self.grown(child, part, &within(part, &taken))).sum()
        });
        opened.fold(self.forest.part(key, way), |sum, more: Tally| sum + more)
    }

    /// One front for each goal, without any change.
    fn unchanged(&self) -> Vec<Front> {
        let point = |goal: &Goal| Point::of(goal, self.forest, &Tally::default(), Changes::default());
        self.goals.iter().map(|goal| Front::from(point(goal))).collect()
    }

    /// What a question that is asked can contribute, with its follow-ups.
    fn of(&self, key: Key<Question>) -> Vec<Front> {
        let question = self.forest.question(key);
        let response = self.answers.response(key);
        let taken = taken(question, response);
        let is_answered = matches!(response.and_then(|response| response.answer.as_ref()), Some(Answer::Chosen(_)));
        let mut sum = self.unchanged();
        for component in self.forest.components(key) {
            let own = within(component, &taken);
            sum = plus(sum, &self.component(key, component, &own, is_answered && !question.fixed));
        }
        sum
    }

    fn component(&self, key: Key<Question>, component: &Component, own: &[Taken], may_change: bool) -> Vec<Front> {
        let mut fronts = vec![Front::default(); self.goals.len()];
        for (way, changes) in self.ways(key, component, own, may_change) {
            let part = self.forest.part(key, &way);
            let mut opened = component.opened(&way).map(|child| self.of(child));
            let followed = opened.next().map(|first| opened.fold(first, |sum, child| plus(sum, &child)));
            for (position, (front, goal)) in fronts.iter_mut().zip(self.goals).enumerate() {
                let point = Point::of(goal, self.forest, &part, changes);
                match followed.as_ref().and_then(|fronts| fronts.get(position)) {
                    None => front.add(point),
                    Some(rest) => Front::from(point).plus(rest).points.into_iter().for_each(|point| front.add(point)),
                }
            }
        }
        fronts
    }

    /// The ways to answer within a component, each with the changes it takes.
    fn ways(
        &self,
        key: Key<Question>,
        component: &Component,
        own: &[Taken],
        may_change: bool,
    ) -> Vec<(Vec<Taken>, Changes)> {
        let mut ways = vec![(own.to_vec(), Changes::default())];
        if !may_change {
            return ways;
        }
        let change = |kind| Change { question: key, kind };
        match (self.what, self.forest.question(key).kind) {
            (What::Importances, _) => {
                for (choice, now) in own {
                    for importance in Importance::ALL.into_iter().filter(|importance| importance != now) {
                        extend(&mut ways, change(ChangeKind::Weigh(*choice, importance)), |way| {
                            way.iter_mut().filter(|(taken, _)| taken == choice).for_each(|(_, own)| *own = importance);
                        });
                    }
                }
            }
            (What::Answers, Kind::One) => {
                for choice in component.choices.iter().filter(|choice| own.iter().all(|(taken, _)| taken != *choice)) {
                    ways.push((vec![self.take(key, *choice)], Changes::one(change(ChangeKind::Choose(*choice)))));
                }
            }
            (What::Answers, Kind::Many) => {
                for choice in &component.choices {
                    let is_taken = own.iter().any(|(taken, _)| taken == choice);
                    let kind = if is_taken { ChangeKind::Drop(*choice) } else { ChangeKind::Add(*choice) };
                    extend(&mut ways, change(kind), |way| {
                        if is_taken {
                            way.retain(|(taken, _)| taken != choice);
                        } else {
                            way.push(self.take(key, *choice));
                        }
                    });
                }
            }
        }
        ways
    }

    /// A choice newly taken, at the importance it would get.
    fn take(&self, key: Key<Question>, choice: ChoiceIndex) -> Taken {
        let response = self.answers.response(key).and_then(|response| response.importance);
        (choice, response.unwrap_or(self.forest.question(key).importance))
    }
}

/// Those of the taken choices that belong to a component.
fn within(component: &Component, taken: &[Taken]) -> Vec<Taken> {
    taken.iter().filter(|(choice, _)| component.choices.contains(choice)).copied().collect()
}

/// One front and another, goal by goal.
fn plus(mut left: Vec<Front>, right: &[Front]) -> Vec<Front> {
    for (left, right) in left.iter_mut().zip(right) {
        *left = std::mem::take(left).plus(right);
    }
    left
}

/// Adds to each way the same way with one more change, if it is not too many and changes no choice twice.
fn extend(ways: &mut Vec<(Vec<Taken>, Changes)>, change: Change, edit: impl Fn(&mut Vec<Taken>)) {
    for position in 0..ways.len() {
        let Some((way, changes)) = ways.get(position) else { continue };
        let same_choice = changes.iter().any(|known| known.choice() == change.choice());
        if changes.count() == MOST_CHANGES || same_choice {
            continue;
        }
        let (mut way, changes) = (way.clone(), changes.with(change));
        edit(&mut way);
        ways.push((way, changes));
    }
}
