//! The ways in which advice is altered, each a conjunction of bounds on linear sums.

use crate::advise::bounds::{gain, lead};
use crate::advise::components::Forest;
use crate::advise::outcome::is_gone;
use crate::advise::tally::Tally;
use crate::model::alternative::{Pair, Side};
use crate::model::verdict::Recommendation;

/// A linear sum over the requirements that is to fall to its bound or below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sum {
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
    pub(super) fn of(self, forest: &Forest<'_>, tally: &Tally) -> i32 {
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

    /// What it must fall to.
    pub(super) fn bound(self) -> i32 {
        match self {
            Self::Free(_) | Self::Weight | Self::Lead(_) | Self::NoGain(_) | Self::Hopeful => 0,
            Self::Vetoed(_) | Self::Gain(_) | Self::Hopeless => -1,
        }
    }
}

/// A way in which advice is altered: all sums at or below their bounds. At most [`MOST_SUMS`] of them.
pub(super) type Goal = Vec<Sum>;

/// The most sums that a goal has.
pub(super) const MOST_SUMS: usize = 5;

/// The ways in which this advice can be altered.
pub(super) fn goals(forest: &Forest<'_>, recommendation: Recommendation) -> Vec<Goal> {
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
            // Where both can be had, both are vetoed: only the pair is left.
            if goals.len() == 2 {
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
