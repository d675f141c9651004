//! What may be changed, as a tree: parts that add up independently, each with the ways to change its groups of choices, what
//! each does to the sums, and the parts of the follow-ups that are then asked.

use crate::advise::forest::{Component, Forest, Group, Taken, taken};
use crate::advise::joint::{Joint, Opens};
use crate::advise::tally::Tally;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::front::Changes;
use super::{Change, ChangeKind, MOST_CHANGES, What};

/// A component of a question.
#[derive(Debug)]
pub(super) struct Part {
    /// The ways to change each group of choices. The first is to change nothing.
    groups: Vec<Vec<Way>>,
    joint: Joint,
    /// What the follow-ups come to, for each end of the groups.
    ends: Vec<End>,
}

/// A way to change a group of choices.
#[derive(Debug)]
pub(super) struct Way {
    /// What it adds to the sums of now, without what opens or closes.
    pub(super) difference: Tally,
    /// What it changes.
    pub(super) changes: Changes,
}

/// Which follow-ups are asked in the end.
#[derive(Debug)]
pub(super) struct End {
    /// What those that open add to the sums of now, and those that close take away.
    pub(super) difference: Tally,
    /// Their parts, by position in the tree.
    pub(super) followed: Vec<usize>,
}

impl Part {
    /// Puts the groups together, apart for each end; see [`Joint::fold`].
    pub(super) fn fold<T>(
        &self,
        nothing: T,
        of: impl Fn(&Way) -> Option<T>,
        and: impl Fn(&T, &T) -> T,
        or: impl Fn(&mut T, T),
    ) -> impl Iterator<Item = (&End, T)> {
        let sums = self.joint.fold(self.groups.iter().map(Vec::as_slice), nothing, of, and, or);
        self.ends.iter().zip(sums).filter_map(|(end, sum)| Some((end, sum?)))
    }

    /// Where a way of one group leads if the others stay as they are.
    fn end(&self, changed: usize, way: usize) -> Option<&End> {
        let ways = (0..self.groups.len()).map(|group| if group == changed { way } else { 0 });
        self.ends.get(self.joint.end(ways))
    }

    /// Whether something can be changed here or in what follows.
    fn can_change(&self) -> bool {
        self.groups.iter().any(|ways| ways.len() > 1) || self.ends.iter().any(|end| !end.followed.is_empty())
    }
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
}

impl<'s, 'f, 'k> Tree<'s, 'f, 'k> {
    /// Everything that may be changed in these answers.
    pub(super) fn of(forest: &'s Forest<'f, 'k>, answers: &'s Answers, what: What) -> Self {
        let mut tree = Self { parts: Vec::new(), roots: Vec::new(), forest, answers, what };
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
            waiting.extend(part.end(0, 0).into_iter().flat_map(|unchanged| &unchanged.followed));
            for (group, ways) in part.groups.iter().enumerate() {
                for (position, way) in ways.iter().enumerate().filter(|(_, way)| way.changes.count() == 1) {
                    let difference = part.end(group, position).map(|end| way.difference + end.difference);
                    singles.extend(way.changes.iter().next().zip(difference));
                }
            }
        }
        singles
    }

    /// The parts of a question that may be changed; the others only ever add nothing.
    fn question(&mut self, key: Key<Question>) -> Vec<usize> {
        let forest = self.forest;
        let question = forest.question(key);
        let response = self.answers.response(key);
        let chosen = matches!(response.and_then(|response| response.answer.as_ref()), Some(Answer::Chosen(_)));
        let taken = taken(question, response);
        let mut parts = Vec::new();
        for component in forest.components(key) {
            let part = self.part(key, component, &taken, chosen && !question.fixed);
            if part.can_change() {
                self.parts.push(part);
                parts.push(self.parts.len() - 1);
            }
        }
        parts
    }

    fn part(&mut self, key: Key<Question>, component: &Component, taken: &[Taken], may_change: bool) -> Part {
        let mut groups: Vec<Vec<Way>> = Vec::with_capacity(component.groups.len());
        let mut opens: Vec<Vec<Opens>> = Vec::with_capacity(component.groups.len());
        for group in &component.groups {
            let own = within(group, taken);
            let now = self.forest.part(key, &own);
            let ways = self.ways(key, group, &own, may_change);
            opens.push(ways.iter().map(|(way, _)| component.opens(way)).collect());
            let difference = |way: &[Taken]| self.forest.part(key, way) - now;
            groups.push(ways.into_iter().map(|(way, changes)| Way { difference: difference(&way), changes }).collect());
        }
        let joint = Joint::of(component.follow_ups.len(), opens.iter().map(|ways| ways.iter().collect()));
        let ends = self.ends(component, &joint, taken);
        Part { groups, joint, ends }
    }

    /// What the follow-ups of a component come to, for each combination that can be asked.
    fn ends(&mut self, component: &Component, joint: &Joint, taken: &[Taken]) -> Vec<End> {
        let now = component.opens(taken);
        let follow_ups: Vec<(Tally, Vec<usize>)> =
            component.follow_ups.iter().map(|(child, _)| (self.grown(*child), self.question(*child))).collect();
        let grown = |opens: &Opens| -> Tally {
            opens.iter().zip(&follow_ups).filter(|(opens, _)| **opens).map(|(_, (grown, _))| *grown).sum()
        };
        let before = grown(&now);
        let end = |opens: &Opens| {
            let opened = opens.iter().zip(&follow_ups).filter(|(opens, _)| **opens);
            let followed = opened.flat_map(|(_, (_, parts))| parts).copied().collect();
            End { difference: grown(opens) - before, followed }
        };
        joint.ends.iter().map(end).collect()
    }

    /// What a question adds as it is answered, with the follow-ups that it opens.
    fn grown(&self, key: Key<Question>) -> Tally {
        let taken = taken(self.forest.question(key), self.answers.response(key));
        let opened = self.forest.components(key).iter().flat_map(|component| component.opened(&taken));
        opened.fold(self.forest.part(key, &taken), |sum, child| sum + self.grown(child))
    }

    /// The ways to answer within a group, each with the changes it takes.
    fn ways(&self, key: Key<Question>, group: &Group, own: &[Taken], may_change: bool) -> Vec<(Vec<Taken>, Changes)> {
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
                for choice in group.choices.iter().filter(|choice| own.iter().all(|(taken, _)| taken != *choice)) {
                    ways.push((vec![self.take(key, *choice)], Changes::one(change(ChangeKind::Choose(*choice)))));
                }
            }
            (What::Answers, Kind::Many) => {
                for choice in &group.choices {
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
        (choice, self.forest.importance(key, self.answers))
    }
}

/// Those of the taken choices that belong to a group.
fn within(group: &Group, taken: &[Taken]) -> Vec<Taken> {
    taken.iter().filter(|(choice, _)| group.choices.contains(choice)).copied().collect()
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
