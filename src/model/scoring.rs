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

/// What importances are worth to one plan, where its author wants other weights than the knowledge base has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    must: u8,
    should: u8,
    could: u8,
}

impl Weights {
    /// The heaviest that anything can weigh.
    pub(crate) const HEAVIEST: u8 = 100;

    /// Weights from 1 to 100, none above that of a greater importance.
    pub fn new(must: u8, should: u8, could: u8) -> Option<Self> {
        let in_order = Self::HEAVIEST >= must && must >= should && should >= could && could >= 1;
        in_order.then_some(Self { must, should, could })
    }

    /// Reads `5 3 1`: must, should and could.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let numbers = text.split([' ', ',', '/']).filter(|word| !word.is_empty()).map(str::parse::<u8>);
        match numbers.collect::<Result<Vec<_>, _>>().ok()?.as_slice() {
            [must, should, could] => Self::new(*must, *should, *could),
            _ => None,
        }
    }

    /// Must, should and could.
    pub(crate) fn all(self) -> [u8; 3] {
        [self.must, self.should, self.could]
    }
}

impl Scoring {
    /// The weights of the importances.
    pub(crate) fn weights(&self) -> Weights {
        Weights { must: self.must, should: self.should, could: self.could }
    }

    /// The same tables with other weights.
    #[must_use]
    pub(crate) fn weighing(self, Weights { must, should, could }: Weights) -> Self {
        Self { must, should, could, ..self }
    }

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

#[cfg(test)]
mod tests {
    use super::Weights;

    #[test]
    fn weights_are_three_numbers_in_order() {
        assert_eq!(Weights::parse("9 3 1").map(Weights::all), Some([9, 3, 1]));
        assert_eq!(Weights::parse(" 4, 4/4 ").map(Weights::all), Some([4, 4, 4]));
        for wrong in ["", "5 3", "5 3 1 1", "3 5 1", "5 3 0", "101 3 1", "5 3 x", "-5 3 1", "300 3 1"] {
            assert_eq!(Weights::parse(wrong), None, "{wrong}");
        }
    }
}
