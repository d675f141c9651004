//! How much work there is, in the classes of the authors.

use crate::model::work::Effort;

use super::Portfolio;
use super::piece::Piece;

/// How many pieces of work are of each class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Efforts {
    /// Less than a day each.
    pub hours: usize,
    /// Up to two weeks each.
    pub days: usize,
    /// More than that each.
    pub weeks: usize,
    /// Nobody has said.
    pub unsaid: usize,
}

impl Efforts {
    fn add(&mut self, effort: Option<Effort>, times: usize) {
        *match effort {
            Some(Effort::Hours) => &mut self.hours,
            Some(Effort::Days) => &mut self.days,
            Some(Effort::Weeks) => &mut self.weeks,
            None => &mut self.unsaid,
        } += times;
    }

    /// Every class with its number, the least effort first.
    pub fn all(self) -> [(&'static str, usize); 4] {
        [("some hours", self.hours), ("some days", self.days), ("some weeks", self.weeks), ("not said", self.unsaid)]
    }
}

impl Portfolio<'_> {
    /// The work on gaps if each piece is done once.
    pub(crate) fn done_once(&self) -> Efforts {
        self.efforts(|_| 1)
    }

    /// The same if each plan does it for itself.
    pub(crate) fn done_by_each(&self) -> Efforts {
        self.efforts(|plans| plans)
    }

    fn efforts(&self, times: impl Fn(usize) -> usize) -> Efforts {
        let mut efforts = Efforts::default();
        for (number, shared) in &self.shared {
            let piece = self.pieces.piece(*number);
            if self.pieces.is_work(piece) && !matches!(piece, Piece::Order(_)) {
                efforts.add(self.pieces.effort(piece), times(shared.all_plans()));
            }
        }
        efforts
    }
}
