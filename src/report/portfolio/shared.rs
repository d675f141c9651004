//! What plans need in common: each piece of work once, with how many plans it serves.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::question::Importance;
use crate::model::work::Effort;

use super::Portfolio;
use super::line::Need;
use super::piece::{Piece, PieceNumber, Pieces};

/// How many plans need a piece of work, and for what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared {
    /// How many plans need it, for each importance, the strongest first.
    pub plans: [usize; Importance::ALL.len()],
    /// How many of them wait for it.
    pub holds_up: usize,
    /// How many gaps it closes in all.
    pub gaps: usize,
    /// The features that it serves.
    pub serves: BTreeSet<Key<Capability>>,
}

impl Shared {
    pub(super) fn add(&mut self, need: &Need, pieces: &Pieces<'_>) {
        for (plans, importance) in self.plans.iter_mut().zip(Importance::ALL) {
            *plans += usize::from(need.importance == importance);
        }
        self.holds_up += usize::from(need.holds_up(pieces));
        self.gaps += usize::from(need.gaps);
    }

    /// How many plans need it.
    pub fn all_plans(&self) -> usize {
        self.plans.iter().sum()
    }
}

/// The least effort first, then what nobody has said.
pub(super) fn by_effort(effort: Option<Effort>) -> impl Ord {
    (effort.is_none(), effort)
}

impl Portfolio<'_> {
    /// What closes the gaps of all plans: what most plans need first, then what is the least work.
    pub fn shared_gaps(&self) -> Vec<(PieceNumber, &Shared)> {
        self.sorted(|piece| !matches!(piece, Piece::Order(_)))
    }

    /// What must be ordered, licensed or switched on, what takes longest to get first.
    pub fn to_order(&self) -> Vec<(PieceNumber, &Shared)> {
        let mut orders = self.sorted(|piece| matches!(piece, Piece::Order(_)));
        orders.sort_by_key(|(number, _)| match self.pieces.piece(*number) {
            Piece::Order(key) => Some(self.base.prerequisites[key].kind),
            Piece::Workaround(..) | Piece::FindOut(..) | Piece::Accept(..) => None,
        });
        orders
    }

    fn sorted(&self, is_wanted: impl Fn(Piece) -> bool) -> Vec<(PieceNumber, &Shared)> {
        let of = |number: PieceNumber| self.pieces.piece(number);
        let all = self.shared.iter().map(|(number, shared)| (*number, shared));
        let mut wanted: Vec<_> = all.filter(|(number, _)| is_wanted(of(*number))).collect();
        wanted.sort_by_key(|(number, shared)| {
            let effort = by_effort(self.pieces.effort(of(*number)));
            (Reverse(shared.all_plans()), !self.pieces.is_work(of(*number)), effort, Reverse(shared.plans), *number)
        });
        wanted
    }
}
