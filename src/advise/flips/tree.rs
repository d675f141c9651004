//! What may be changed, as a tree: a part for each component of a question, follow-ups below what opens them.

use std::borrow::Cow;
use std::slice;

use crate::advise::forest::{Component, Forest, Group, Taken, taken};
use crate::advise::joint::{Joint, Opens};
use crate::advise::tally::Tally;
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::front::Changes;
use super::part::{End, Part, Way};
use super::{Change, ChangeKind, MOST_CHANGES, What};

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
            waiting.extend(part.followed());
            singles.extend(part.singles());
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
        let may_change = chosen && !question.fixed;
        for component in forest.components(key) {
            let part = match component.groups.as_slice() {
                [group] if component.follow_ups.is_empty() => {
                    Part::Alone(if may_change { self.alone(key, group, &taken) } else { Vec::new() })
                }
                groups => self.joined(key, component, groups, &taken, may_change),
            };
            if part.can_change() {
                self.parts.push(part);
                parts.push(self.parts.len() - 1);
            }
        }
        parts
    }

    /// The ways to change a group that opens nothing. What one choice adds the forest knows.
    fn alone(&self, key: Key<Question>, group: &Group, taken: &[Taken]) -> Vec<Way> {
        let own = within(group, taken);
        let now = self.worth(key, group, &own);
        let way = |kind, taken: &[Taken]| Way {
            difference: self.worth(key, group, taken) - now,
            changes: Changes::one(Change { question: key, kind }),
        };
        match (self.what, &*own, group.choices.as_slice()) {
            (What::Importances, [], _) => Vec::new(),
            (What::Importances, [(choice, importance)], _) => {
                let others = Importance::ALL.into_iter().filter(|other| other != importance);
                others.map(|other| way(ChangeKind::Weigh(*choice, other), &[(*choice, other)])).collect()
            }
            (What::Answers, [], [choice]) if self.takes_many(key) => {
                vec![way(ChangeKind::Add(*choice), &[self.take(key, *choice)])]
            }
            (What::Answers, [_], [choice]) if self.takes_many(key) => vec![way(ChangeKind::Drop(*choice), &[])],
            _ => self
                .several(key, group, &own)
                .into_iter()
                .map(|(taken, changes)| Way { difference: self.worth(key, group, &taken) - now, changes })
                .collect(),
        }
    }

    fn joined(
        &mut self,
        key: Key<Question>,
        component: &Component,
        of: &[Group],
        taken: &[Taken],
        may_change: bool,
    ) -> Part {
        let mut groups: Vec<Vec<Way>> = Vec::with_capacity(of.len());
        let mut opens: Vec<Vec<Opens>> = Vec::with_capacity(of.len());
        for group in of {
            let own = within(group, taken);
            let now = self.worth(key, group, &own);
            let changed = if may_change { self.several(key, group, &own) } else { Vec::new() };
            let unchanged = (own.into_owned(), Changes::default());
            let ways: Vec<(Vec<Taken>, Changes)> = std::iter::once(unchanged).chain(changed).collect();
            opens.push(ways.iter().map(|(way, _)| component.opens(way)).collect());
            let difference = |way: &[Taken]| self.worth(key, group, way) - now;
            groups.push(ways.into_iter().map(|(way, changes)| Way { difference: difference(&way), changes }).collect());
        }
        let joint = Joint::of(component.follow_ups.len(), opens.iter().map(|ways| ways.iter().collect()));
        let ends = self.ends(component, &joint, taken);
        Part::Joined { groups, joint, ends }
    }

    fn takes_many(&self, key: Key<Question>) -> bool {
        self.forest.question(key).kind == Kind::Many
    }

    /// What choices of a group add, without what they open.
    fn worth(&self, key: Key<Question>, group: &Group, way: &[Taken]) -> Tally {
        match way {
            [] => Tally::NOTHING,
            [only] => group.worth(*only).copied().unwrap_or(Tally::NOTHING),
            several => self.forest.part(key, several),
        }
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
        joint.ends().iter().map(end).collect()
    }

    /// What a question adds as it is answered, with the follow-ups that it opens.
    fn grown(&self, key: Key<Question>) -> Tally {
        let taken = taken(self.forest.question(key), self.answers.response(key));
        let opened = self.forest.components(key).iter().flat_map(|component| component.opened(&taken));
        opened.fold(self.forest.part(key, &taken), |sum, child| sum + self.grown(child))
    }

    /// The other ways to answer within a group, each with the changes it takes.
    fn several(&self, key: Key<Question>, group: &Group, own: &[Taken]) -> Vec<(Vec<Taken>, Changes)> {
        let mut ways = vec![(own.to_vec(), Changes::default())];
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
        ways.remove(0);
        ways
    }

    /// A choice newly taken, at the importance it would get.
    fn take(&self, key: Key<Question>, choice: ChoiceIndex) -> Taken {
        (choice, self.forest.importance(key, self.answers))
    }
}

/// Those of the taken choices that belong to a group.
fn within<'t>(group: &Group, taken: &'t [Taken]) -> Cow<'t, [Taken]> {
    let belongs = |(choice, _): &&Taken| group.choices.contains(choice);
    match taken.iter().filter(belongs).count() {
        1 => taken.iter().find(belongs).map(slice::from_ref).unwrap_or_default().into(),
        several if several == taken.len() => taken.into(),
        _ => taken.iter().filter(belongs).copied().collect(),
    }
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
