//! What levels and importances are worth. Both tables stand in the knowledge base, none in the code.

use super::capability::Level;
use super::question::Importance;
use serde::{Deserialize, Serialize};

/// The two tables of the additive value model and the threshold of indifference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scoring {
    /// Points of native support, 0 to 100.
    pub native: u8,
    /// Points of partial support, 0 to 100.
    pub partial: u8,
    /// Points of a workaround, 0 to 100.
    pub workaround: u8,
    /// Points of no support, 0 to 100.
    pub none: u8,
    /// Weight of a must, 1 to 100.
    pub must: u8,
    /// Weight of a should, 1 to 100.
    pub should: u8,
    /// Weight of a could, 1 to 100.
    pub could: u8,
    /// Share of the highest possible margin up to which the alternatives count as equal, in percent, 0 to 50.
    pub indifference: u8,
}

impl Scoring {
    /// The points of a level; `None` for unknown, which counts neither way.
    pub fn points(&self, level: Level) -> Option<i32> {
        let points = match level {
            Level::Native => self.native,
            Level::Partial => self.partial,
            Level::Workaround => self.workaround,
            Level::None => self.none,
            Level::Unknown => return None,
        };
        Some(i32::from(points))
    }

    /// The weight of an importance.
    pub fn weight(&self, importance: Importance) -> i32 {
        i32::from(match importance {
            Importance::Must => self.must,
            Importance::Should => self.should,
            Importance::Could => self.could,
        })
    }

    /// The margin up to which two alternatives count as equal, for requirements of that total weight.
    pub fn threshold(&self, weight: i32) -> i32 {
        weight * i32::from(self.indifference)
    }
}
