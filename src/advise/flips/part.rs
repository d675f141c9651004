//! A part of what may be changed, which adds up independently of the others: the ways to change its choices, what each
//! does to the sums, and the parts of the follow-ups that are then asked.

use std::ops::Range;

use crate::advise::joint::Joint;
use crate::advise::tally::Tally;

use super::answered::Way;

/// A component of a question, or a group in it.
#[derive(Debug)]
pub(super) enum Part<'f> {
    /// A group that opens and closes nothing, as most: where the ways to change it stand in the tree.
    Alone(Range<usize>),
    /// Groups that have follow-ups in common.
    Joined {
        /// For each way to answer each group how to get there, if that takes few enough changes.
        groups: Vec<Vec<Option<Way>>>,
        /// Where the ways lead together.
        joint: &'f Joint,
        /// What the follow-ups come to, for each end of the groups.
        ends: Vec<End>,
        /// The end of the answers as they are.
        now: usize,
    },
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

impl Part<'_> {
    /// Puts the groups together, apart for each end that can be reached, and hands those over; see [`Joint::fold`].
    /// `nothing` is what no change comes to, and `all` are the ways of the tree. Where nothing opens or closes comes first.
    pub(super) fn fold<T>(
        &self,
        all: &[Way],
        nothing: T,
        of: impl Fn(&Way) -> T,
        and: impl Fn(&T, &T) -> T,
        or: impl Fn(&mut T, T),
        mut each: impl FnMut(&End, T),
    ) {
        match self {
            Self::Alone(ways) => {
                let mut sum = nothing;
                all.get(ways.clone()).into_iter().flatten().for_each(|way| or(&mut sum, of(way)));
                each(&AS_NOW, sum);
            }
            Self::Joined { groups, joint, ends, now } => {
                let of = |way: &Option<Way>| way.as_ref().map(&of);
                let sums = joint.fold(groups.iter().map(Vec::as_slice), nothing, of, and, or);
                let mut reached: Vec<(usize, &End, T)> = (0..)
                    .zip(ends)
                    .zip(sums)
                    .filter_map(|((position, end), sum)| Some((position, end, sum?)))
                    .collect();
                reached.sort_by_key(|(position, ..)| position != now);
                for (_, end, sum) in reached {
                    each(end, sum);
                }
            }
        }
    }
}
