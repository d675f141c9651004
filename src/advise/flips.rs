//! Flip sets: the fewest of the user's own answers, or importances, whose change alters the advice.
//!
//! One change is another choice where a question takes one answer, or one choice more or less where it takes many; a
//! change of a parent opens or closes its follow-ups with whatever was answered there. Advice is altered when one of a
//! few goals is reached, each a conjunction of bounds on linear sums. For every number of changes the search keeps
//! the sums that no other beats, part by part of the forest, so the smallest set is found exactly.

use crate::model::alternative::{Pair, Side};
use crate::model::answers::{Answer, Answers, Pick};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};
use crate::model::verdict::Recommendation;

use super::asked::Asked;
use super::assess;
use super::bounds::{gain, lead};
use super::forest::{Component, Forest, Taken, taken};
use super::outcome::is_gone;
use super::tally::Tally;

/// Sets of more changes than this are not looked for: nobody changes their mind about so much at once.
pub const MOST_CHANGES: usize = 3;

/// One change of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The question.
    pub question: Key<Question>,
    /// What is changed.
    pub kind: ChangeKind,
}

/// What is changed in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Choose this instead.
    Choose(ChoiceIndex),
    /// Choose this as well.
    Add(ChoiceIndex),
    /// Do without this.
    Drop(ChoiceIndex),
    /// Give this choice another importance.
    Weigh(ChoiceIndex, Importance),
}

/// What may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The choices.
    Answers,
    /// The importances of the choices.
    Importances,
}

/// The smallest sets of changes that alter the advice: every single one if one is enough, else one set for each way in
/// which it can be altered. Empty if no set of up to [`MOST_CHANGES`] does.
pub fn smallest(
    forest: &Forest<'_, '_>,
    answers: &Answers,
    now: &Tally,
    recommendation: Recommendation,
    what: What,
) -> Vec<Vec<Change>> {
    let mut smallest: Vec<Vec<Change>> = goals(forest, now, recommendation)
        .iter()
        .filter_map(|goal| Search { forest, answers, what, goal }.smallest())
        .collect();
    let least = smallest.iter().map(Vec::len).min().unwrap_or(0);
    smallest.retain(|set| set.len() == least);
    if least == 1 {
        smallest = singles(forest, answers, recommendation, what);
    }
    smallest.sort();
    smallest.dedup();
    smallest
}

/// Every single change that alters the advice.
fn singles(forest: &Forest<'_, '_>, answers: &Answers, recommendation: Recommendation, what: What) -> Vec<Vec<Change>> {
    let search = Search { forest, answers, what, goal: &[] };
    let asked = Asked::of(forest.facts.base, answers);
    let candidates = asked.iter().flat_map(|key| search.single_changes(key));
    let alters = |change: &Change| {
        let verdict = assess(forest.facts, &apply(answers, &[*change]));
        verdict.recommendation != recommendation
    };
    candidates.filter(alters).map(|change| vec![change]).collect()
}

/// The answers after some changes.
pub fn apply(answers: &Answers, changes: &[Change]) -> Answers {
    let mut edited = answers.clone();
    for change in changes {
        let mut response = edited.response(change.question).cloned().unwrap_or_default();
        if let Some(Answer::Chosen(picks)) = &mut response.answer {
            match change.kind {
                ChangeKind::Choose(choice) => *picks = vec![Pick::of(choice)],
                ChangeKind::Add(choice) => {
                    picks.push(Pick::of(choice));
                    picks.sort_by_key(|pick| pick.choice);
                }
                ChangeKind::Drop(choice) => picks.retain(|pick| pick.choice != choice),
                ChangeKind::Weigh(choice, importance) => {
                    let own = picks.iter_mut().filter(|pick| pick.choice == choice);
                    own.for_each(|pick| pick.importance = Some(importance));
                }
            }
        }
        edited.set(change.question, response);
    }
    edited
}

/// A linear sum over the requirements that is to fall to its bound or below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sum {
    /// Nothing vetoes the side.
    Free(Side),
    /// Something vetoes the side.
    Vetoed(Side),
    /// Nothing counts.
    Weight,
    /// The side's lead is within the threshold.
    Lead(Side),
    /// Both together gain no more than the threshold over the side.
    NoGain(Side),
    /// Both together gain more than the threshold over the side.
    Gain(Side),
    /// No must is beyond both.
    Hopeful,
    /// Some must is beyond both.
    Hopeless,
}

impl Sum {
    fn of(self, forest: &Forest<'_, '_>, tally: &Tally) -> i32 {
        match self {
            Self::Free(side) => tally.vetoes[side],
            Self::Vetoed(side) => -tally.vetoes[side],
            Self::Weight => tally.weight,
            Self::Lead(side) => lead(forest, tally, side),
            Self::NoGain(side) => gain(forest, tally, side),
            Self::Gain(side) => -gain(forest, tally, side),
            Self::Hopeful => tally.hopeless,
            Self::Hopeless => -tally.hopeless,
        }
    }

    fn bound(self) -> i32 {
        match self {
            Self::Free(_) | Self::Weight | Self::Lead(_) | Self::NoGain(_) | Self::Hopeful => 0,
            Self::Vetoed(_) | Self::Gain(_) | Self::Hopeless => -1,
        }
    }
}

/// A way in which advice is altered: all sums at or below their bounds.
type Goal = Vec<Sum>;

/// The ways in which this advice can be altered.
fn goals(forest: &Forest<'_, '_>, now: &Tally, recommendation: Recommendation) -> Vec<Goal> {
    let [first, second] = Side::BOTH;
    let gone = Pair::of(|side| is_gone(forest.facts.availability, side));
    match recommendation {
        Recommendation::Build(side) if gone[side.other()] => {
            vec![vec![Sum::Vetoed(side)], vec![Sum::Free(side.other()), Sum::Weight]]
        }
        Recommendation::Build(side) => {
            vec![vec![Sum::Vetoed(side)], vec![Sum::Free(side.other()), Sum::Lead(side)]]
        }
        Recommendation::Both => {
            [Sum::Free(first), Sum::Free(second), Sum::Hopeless, Sum::NoGain(first), Sum::NoGain(second)]
                .map(|sum| vec![sum])
                .into()
        }
        Recommendation::Neither => {
            let usable = Side::BOTH.into_iter().filter(|side| !gone[*side]);
            let mut goals: Vec<Goal> = usable.map(|side| vec![Sum::Free(side)]).collect();
            if goals.len() == 2 && now.vetoes.first > 0 && now.vetoes.second > 0 {
                goals.push(vec![
                    Sum::Hopeful,
                    Sum::Vetoed(first),
                    Sum::Vetoed(second),
                    Sum::Gain(first),
                    Sum::Gain(second),
                ]);
            }
            goals
        }
        Recommendation::Undecided => Vec::new(),
    }
}

/// Sums that can be reached, with the changes that reach them.
#[derive(Debug, Clone)]
struct Point {
    sums: Vec<i32>,
    changes: Vec<Change>,
}

impl Point {
    fn plus(&self, other: &Self) -> Self {
        Self {
            sums: self.sums.iter().zip(&other.sums).map(|(left, right)| left + right).collect(),
            changes: self.changes.iter().chain(&other.changes).copied().collect(),
        }
    }
}

/// The points that no other beats with as few changes.
#[derive(Debug, Clone, Default)]
struct Front {
    points: Vec<Point>,
}

impl Front {
    /// Adds a point unless one with no more changes is at or below it everywhere; drops those that it beats so.
    fn add(&mut self, point: Point) {
        let beats = |left: &Point, right: &Point| {
            left.changes.len() <= right.changes.len()
                && left.sums.iter().zip(&right.sums).all(|(left, right)| left <= right)
        };
        if self.points.iter().any(|known| beats(known, &point)) {
            return;
        }
        self.points.retain(|known| !beats(&point, known));
        self.points.push(point);
    }

    /// Every sum of a point here and one there, with few enough changes.
    fn plus(&self, other: &Self) -> Self {
        if let [only] = other.points.as_slice()
            && only.changes.is_empty()
        {
            return Self { points: self.points.iter().map(|point| point.plus(only)).collect() };
        }
        let mut sums = Self::default();
        for left in &self.points {
            for right in &other.points {
                if left.changes.len() + right.changes.len() <= MOST_CHANGES {
                    sums.add(left.plus(right));
                }
            }
        }
        sums
    }
}

struct Search<'s, 'f, 'k> {
    forest: &'s Forest<'f, 'k>,
    answers: &'s Answers,
    what: What,
    goal: &'s [Sum],
}

impl Search<'_, '_, '_> {
    fn smallest(&self) -> Option<Vec<Change>> {
        let fronts: Vec<Front> = self.forest.roots().map(|root| self.of(root)).collect();
        let whole = fronts.iter().fold(self.unchanged(&Tally::default()), |sum, front| sum.plus(front));
        let reached = whole.points.into_iter().filter(|point| self.is_reached(&point.sums));
        let best = reached.min_by_key(|point| point.changes.len()).filter(|point| !point.changes.is_empty());
        best.map(|point| point.changes)
    }

    /// Every single change of a question that is asked.
    fn single_changes(&self, key: Key<Question>) -> Vec<Change> {
        let question = self.forest.question(key);
        let response = self.answers.response(key);
        if question.fixed || !matches!(response.and_then(|response| response.answer.as_ref()), Some(Answer::Chosen(_)))
        {
            return Vec::new();
        }
        let taken = taken(question, response);
        let ways = self.forest.components(key).iter().flat_map(|component| {
            let own: Vec<Taken> =
                taken.iter().filter(|(choice, _)| component.choices.contains(choice)).copied().collect();
            self.ways(key, component, &own, true)
        });
        ways.filter_map(|(_, changes)| <[Change; 1]>::try_from(changes).ok()).map(|[change]| change).collect()
    }

    fn is_reached(&self, sums: &[i32]) -> bool {
        sums.iter().zip(self.goal).all(|(sum, goal)| *sum <= goal.bound())
    }

    fn unchanged(&self, tally: &Tally) -> Front {
        Front { points: vec![self.point(tally, Vec::new())] }
    }

    fn point(&self, tally: &Tally, changes: Vec<Change>) -> Point {
        Point { sums: self.goal.iter().map(|sum| sum.of(self.forest, tally)).collect(), changes }
    }

    /// What a question that is asked can contribute, with its follow-ups.
    fn of(&self, key: Key<Question>) -> Front {
        let question = self.forest.question(key);
        let response = self.answers.response(key);
        let taken = taken(question, response);
        let is_answered = matches!(response.and_then(|response| response.answer.as_ref()), Some(Answer::Chosen(_)));
        let mut sum = self.unchanged(&Tally::default());
        for component in self.forest.components(key) {
            let own: Vec<Taken> =
                taken.iter().filter(|(choice, _)| component.choices.contains(choice)).copied().collect();
            sum = sum.plus(&self.component(key, component, &own, is_answered && !question.fixed));
        }
        sum
    }

    fn component(&self, key: Key<Question>, component: &Component, own: &[Taken], may_change: bool) -> Front {
        let mut front = Front::default();
        for (way, changes) in self.ways(key, component, own, may_change) {
            let part = Front { points: vec![self.point(&self.forest.part(key, &way), changes)] };
            let whole = component.opened(&way).fold(part, |sum, child| sum.plus(&self.of(child)));
            whole.points.into_iter().for_each(|point| front.add(point));
        }
        front
    }

    /// The ways to answer within a component, each with the changes it takes.
    fn ways(
        &self,
        key: Key<Question>,
        component: &Component,
        own: &[Taken],
        may_change: bool,
    ) -> Vec<(Vec<Taken>, Vec<Change>)> {
        let mut ways = vec![(own.to_vec(), Vec::new())];
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
                    ways.push((vec![self.take(key, *choice)], vec![change(ChangeKind::Choose(*choice))]));
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

/// Adds to each way the same way with one more change, if it is not too many and changes no choice twice.
fn extend(ways: &mut Vec<(Vec<Taken>, Vec<Change>)>, change: Change, edit: impl Fn(&mut Vec<Taken>)) {
    for position in 0..ways.len() {
        let Some((way, changes)) = ways.get(position) else { continue };
        let same_choice = changes.iter().any(|known| known.choice() == change.choice());
        if changes.len() == MOST_CHANGES || same_choice {
            continue;
        }
        let (mut way, mut changes) = (way.clone(), changes.clone());
        edit(&mut way);
        changes.push(change);
        ways.push((way, changes));
    }
}

impl Change {
    /// The choice concerned.
    pub fn choice(&self) -> ChoiceIndex {
        match self.kind {
            ChangeKind::Choose(choice)
            | ChangeKind::Add(choice)
            | ChangeKind::Drop(choice)
            | ChangeKind::Weigh(choice, _) => choice,
        }
    }
}
