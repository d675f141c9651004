//! What may be changed, as a tree: parts that add up independently, each with the ways to change it, each way with what
//! it does to the sums and with the parts of the follow-ups that are then asked.

use crate::advise::forest::{Component, Forest, Taken, taken};
use crate::advise::tally::Tally;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::front::Changes;
use super::{Change, ChangeKind, What};

/// A component of a question. Its first way is to change nothing.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) ways: Vec<Way>,
}

/// A way to change a component.
#[derive(Debug)]
pub(super) struct Way {
    /// What it adds to the sums of now, the follow-ups that open or close included.
    pub(super) difference: Tally,
    /// What it changes.
    pub(super) changes: Changes,
    /// The parts of the follow-ups that are asked then, by position in the tree.
    pub(super) followed: Vec<usize>,
}

/// Everything that may be changed.
#[derive(Debug)]
pub(super) struct Tree<'s, 'f, 'k> {
    /// All parts; follow-ups stand before what opens them.
    pub(super) parts: Vec<Part>,
    /// The parts of the questions without a parent.
    pub(super) roots: Vec<usize>,
    forest: &'s Forest<'f, 'k>,
    answers: &'s Answers,
    what: What,
    most: usize,
    known: Vec<Option<Vec<usize>>>,
}

impl<'s, 'f, 'k> Tree<'s, 'f, 'k> {
    /// Everything that may be changed in these answers, with up to `most` changes of each part.
    pub(super) fn of(forest: &'s Forest<'f, 'k>, answers: &'s Answers, what: What, most: usize) -> Self {
        let known = vec![None; forest.facts.base.questions.len()];
        let mut tree = Self { parts: Vec::new(), roots: Vec::new(), forest, answers, what, most, known };
        for root in forest.roots() {
            let parts = tree.question(root);
            tree.roots.extend(parts);
        }
        tree
    }

    /// Every single change of a question that is asked, with what it adds to the sums.
    pub(super) fn singles(&self) -> Vec<(Change, Tally)> {
        let mut singles = Vec::new();
        let mut waiting = self.roots.clone();
        while let Some(part) = waiting.pop().and_then(|position| self.parts.get(position)) {
            waiting.extend(part.ways.first().into_iter().flat_map(|unchanged| &unchanged.followed));
            for way in part.ways.iter().filter(|way| way.changes.count() == 1) {
                singles.extend(way.changes.iter().next().map(|change| (change, way.difference)));
            }
        }
        singles
    }

    /// The parts of a question that may be changed; the others only ever add nothing.
    fn question(&mut self, key: Key<Question>) -> Vec<usize> {
        if let Some(Some(parts)) = self.known.get(key.position()) {
            return parts.clone();
        }
        let forest = self.forest;
        let question = forest.question(key);
        let response = self.answers.response(key);
        let chosen = matches!(response.and_then(|response| response.answer.as_ref()), Some(Answer::Chosen(_)));
        let taken = taken(question, response);
        let mut parts = Vec::new();
        for component in forest.components(key) {
            let part = self.part(key, component, &within(component, &taken), chosen && !question.fixed);
            if part.ways.len() > 1 || part.ways.iter().any(|way| !way.followed.is_empty()) {
                self.parts.push(part);
                parts.push(self.parts.len() - 1);
            }
        }
        if let Some(known) = self.known.get_mut(key.position()) {
            *known = Some(parts.clone());
        }
        parts
    }

    fn part(&mut self, key: Key<Question>, component: &Component, own: &[Taken], may_change: bool) -> Part {
        let now = self.grown(key, component, own);
        let mut ways = Vec::new();
        for (way, changes) in self.ways(key, component, own, may_change) {
            let difference =
                if changes.count() == 0 { Tally::default() } else { self.grown(key, component, &way) - now };
            let followed = component.opened(&way).flat_map(|child| self.question(child)).collect();
            ways.push(Way { difference, changes, followed });
        }
        Part { ways }
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
                        extend(&mut ways, self.most, change(ChangeKind::Weigh(*choice, importance)), |way| {
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
                    extend(&mut ways, self.most, change(kind), |way| {
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
        (choice, self.forest.importance(key, self.answers))
    }
}

/// Those of the taken choices that belong to a component.
fn within(component: &Component, taken: &[Taken]) -> Vec<Taken> {
    taken.iter().filter(|(choice, _)| component.choices.contains(choice)).copied().collect()
}

/// Adds to each way the same way with one more change, if it is not too many and changes no choice twice.
fn extend(ways: &mut Vec<(Vec<Taken>, Changes)>, most: usize, change: Change, edit: impl Fn(&mut Vec<Taken>)) {
    for position in 0..ways.len() {
        let Some((way, changes)) = ways.get(position) else { continue };
        let same_choice = changes.iter().any(|known| known.choice() == change.choice());
        if changes.count() == most || same_choice {
            continue;
        }
        let (mut way, changes) = (way.clone(), changes.with(change));
        edit(&mut way);
        ways.push((way, changes));
    }
}
