//! Many plans as one: how each stands, what they need in common, and in which order they can be built.
//!
//! A [`PlanLine`] is all that is kept of a plan; what plans have in common is added up as they come, so ten thousand of them take
//! little room.

mod conditions;
mod effort;
mod heat;
mod line;
mod order;
mod page;
mod piece;
mod shared;
mod stage;
mod standing;

use std::collections::BTreeMap;

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::capability::Limitation;
use crate::model::date::Today;

pub use effort::Efforts;
pub use heat::{HeatMap, HeatRow, MOST_DRAWN};
pub use line::{Judged, Need, PlanLine, judged};
pub use order::{Step, steps};
pub(crate) use page::{A_TABLE, TITLE, foot, not_listed, serves, stages, what, work};
pub use page::{about, every_plan, page};
pub use piece::{Piece, PieceNumber, Pieces};
pub use shared::Shared;
pub use stage::{Reason, Stage};
pub use standing::{advice, fits};

/// Many plans.
#[derive(Debug)]
pub struct Portfolio<'k> {
    /// The knowledge base.
    pub base: &'k KnowledgeBase,
    /// The day on which it is made.
    pub today: Today,
    /// Every piece of work that the knowledge knows.
    pub pieces: &'k Pieces<'k>,
    /// Every plan.
    pub lines: Vec<PlanLine>,
    /// What the plans that can be built need, each piece once.
    shared: BTreeMap<PieceNumber, Shared>,
    /// The limits of what is built in, with how many of these plans have each.
    conditions: BTreeMap<Key<Limitation>, usize>,
    /// Why some plans could not be read, in a sentence each.
    pub left_out: Vec<String>,
}

impl<'k> Portfolio<'k> {
    /// Without a plan yet, with room for so many.
    pub fn of(pieces: &'k Pieces<'k>, today: Today, plans: usize) -> Self {
        Self {
            base: pieces.base,
            today,
            pieces,
            lines: Vec::with_capacity(plans),
            shared: BTreeMap::new(),
            conditions: BTreeMap::new(),
            left_out: Vec::new(),
        }
    }

    /// Adds a plan.
    pub fn add(&mut self, judged: Judged) {
        for need in &judged.line.needs {
            self.shared.entry(need.piece).or_default().add(need, self.pieces);
        }
        for (piece, capability) in judged.serves {
            self.shared.entry(piece).or_default().serves.insert(capability);
        }
        for limitation in judged.conditions {
            *self.conditions.entry(limitation).or_default() += 1;
        }
        self.lines.push(judged.line);
    }

    /// Adds that a plan could not be read, with why.
    pub fn leave_out(&mut self, why: String) {
        self.left_out.push(why);
    }

    /// Puts the plans in the order in which they can be built: what waits for the least first.
    pub fn sort(&mut self) {
        self.lines.sort_by(|one, other| one.in_order().cmp(&other.in_order()));
    }

    /// How many plans stand so.
    pub fn count(&self, is: impl Fn(&PlanLine) -> bool) -> usize {
        self.lines.iter().filter(|line| is(line)).count()
    }
}
