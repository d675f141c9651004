//! A part of what may be changed, which adds up independently of the others: the ways to change its groups of choices, what
//! each does to the sums, and the parts of the follow-ups that are then asked.

use crate::advise::joint::Joint;
use crate::advise::tally::Tally;

use super::Change;
use super::front::Changes;

/// A component of a question.
#[derive(Debug)]
pub(super) enum Part {
    /// One group that opens nothing, as most are: the ways to change it.
    Alone(Vec<Way>),
    /// Groups that have follow-ups in common.
    Joined {
        /// The ways to change each group of choices. The first is to change nothing.
        groups: Vec<Vec<Way>>,
        /// Where they lead together.
        joint: Joint,
        /// What the follow-ups come to, for each end of the groups.
        ends: Vec<End>,
    },
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

/// Where nothing opens or closes.
static AS_NOW: End = End { difference: Tally::NOTHING, followed: Vec::new() };

impl Part {
    /// Puts the groups together, apart for each end; see [`Joint::fold`].
    pub(super) fn fold<T>(
        &self,
        nothing: T,
        of: impl Fn(&Way) -> Option<T>,
        and: impl Fn(&T, &T) -> T,
        or: impl Fn(&mut T, T),
    ) -> Vec<(&End, T)> {
        match self {
            Self::Alone(ways) => {
                let values: Vec<T> = ways.iter().filter_map(of).map(|own| and(&nothing, &own)).collect();
                let mut sum = nothing;
                for value in values {
                    or(&mut sum, value);
                }
                vec![(&AS_NOW, sum)]
            }
            Self::Joined { groups, joint, ends } => {
                let sums = joint.fold(groups.iter().map(Vec::as_slice), nothing, of, and, or);
                ends.iter().zip(sums).filter_map(|(end, sum)| Some((end, sum?))).collect()
            }
        }
    }

    /// Every single change of the groups, with what it adds to the sums.
    pub(super) fn singles(&self) -> Vec<(Change, Tally)> {
        let single = |way: &Way, end: &End| Some((way.changes.only()?, way.difference + end.difference));
        match self {
            Self::Alone(ways) => ways.iter().filter_map(|way| single(way, &AS_NOW)).collect(),
            Self::Joined { groups, joint, ends } => {
                let end = |changed, way| {
                    let ways = (0..groups.len()).map(|group| if group == changed { way } else { 0 });
                    ends.get(joint.end(ways))
                };
                let positions =
                    groups.iter().enumerate().flat_map(|(group, ways)| (0..).zip(ways).map(move |way| (group, way)));
                positions.filter_map(|(group, (position, way))| single(way, end(group, position)?)).collect()
            }
        }
    }

    /// The parts of the follow-ups that are asked now.
    pub(super) fn followed(&self) -> &[usize] {
        match self {
            Self::Alone(_) => &[],
            Self::Joined { groups, joint, ends } => {
                ends.get(joint.end(groups.iter().map(|_| 0))).map_or(&[], |end| &end.followed)
            }
        }
    }

    /// Whether something can be changed here or in what follows.
    pub(super) fn can_change(&self) -> bool {
        match self {
            Self::Alone(ways) => !ways.is_empty(),
            Self::Joined { groups, ends, .. } => {
                groups.iter().any(|ways| ways.len() > 1) || ends.iter().any(|end| !end.followed.is_empty())
            }
        }
    }
}
