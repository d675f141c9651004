//! What may be changed, as a tree: a part for each group or component of a question, follow-ups below what opens them.

use crate::advise::forest::{Component, Forest};
use crate::advise::tally::Tally;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::What;
use super::answered::{Answered, Way};
use super::part::{End, Part};

/// Everything that may be changed.
#[derive(Debug)]
pub(super) struct Tree<'f> {
    /// All parts; follow-ups stand before what opens them.
    pub(super) parts: Vec<Part<'f>>,
    /// The parts of the questions without a parent, and of follow-ups that no change can close.
    pub(super) roots: Vec<usize>,
    /// The ways to change groups that open and close nothing.
    pub(super) ways: Vec<Way>,
}

impl<'f> Tree<'f> {
    /// Everything that may be changed in these answers.
    pub(super) fn of(forest: &'f Forest<'_, '_>, answers: &Answers, what: What) -> Self {
        let tree = Self { parts: Vec::new(), roots: Vec::new(), ways: Vec::new() };
        let mut growing = Growing { tree, forest, answers, what };
        let mut roots = Vec::new();
        forest.roots().for_each(|root| growing.question(root, &mut roots));
        Self { roots, ..growing.tree }
    }
}

/// A tree in the making.
struct Growing<'s, 'f, 'b, 'k> {
    tree: Tree<'f>,
    forest: &'f Forest<'b, 'k>,
    answers: &'s Answers,
    what: What,
}

impl<'f> Growing<'_, 'f, '_, '_> {
    /// Adds the parts of a question, and to `parts` where they stand. What may not be changed and opens nothing has none.
    fn question(&mut self, key: Key<Question>, parts: &mut Vec<usize>) {
        let forest = self.forest;
        let answered = Answered::of(forest, self.answers, key);
        for component in forest.components(key) {
            if self.what == What::Answers && !component.follow_ups.is_empty() {
                let part = self.joined(&answered, component);
                parts.push(self.add(part));
                continue;
            }
            for group in component.groups.iter().filter(|_| answered.may_change) {
                let begin = self.tree.ways.len();
                answered.add_changed(group, self.what, &mut self.tree.ways);
                let part = Part::Alone(begin..self.tree.ways.len());
                parts.push(self.add(part));
            }
            component.opened(&answered.taken).for_each(|child| self.question(child, parts));
        }
    }

    fn add(&mut self, part: Part<'f>) -> usize {
        self.tree.parts.push(part);
        self.tree.parts.len() - 1
    }

    /// Groups that open and close follow-ups.
    fn joined(&mut self, answered: &Answered<'_, '_, '_>, component: &'f Component) -> Part<'f> {
        let joint = component.joint();
        let opens = component.opens(&answered.taken);
        Part::Joined {
            groups: component.groups.iter().map(|group| answered.ways(group).collect()).collect(),
            joint,
            now: joint.ends().iter().position(|end| *end == opens).unwrap_or_default(),
            ends: self.ends(component, &opens),
        }
    }

    /// What the follow-ups of a component come to, for each combination that can be asked; `now` are those asked now.
    fn ends(&mut self, component: &'f Component, now: &[bool]) -> Vec<End> {
        let mut follow_ups: Vec<(Tally, Vec<usize>)> = Vec::with_capacity(component.follow_ups.len());
        for (child, _) in &component.follow_ups {
            let mut parts = Vec::new();
            self.question(*child, &mut parts);
            follow_ups.push((self.forest.whole(*child, self.answers), parts));
        }
        let grown = |opens: &[bool]| -> Tally {
            opens.iter().zip(&follow_ups).filter(|(opens, _)| **opens).map(|(_, (whole, _))| *whole).sum()
        };
        let before = grown(now);
        let end = |opens: &Vec<bool>| {
            let opened = opens.iter().zip(&follow_ups).filter(|(opens, _)| **opens);
            let followed = opened.flat_map(|(_, (_, parts))| parts).copied().collect();
            End { difference: grown(opens) - before, followed }
        };
        component.joint().ends().iter().map(end).collect()
    }
}
