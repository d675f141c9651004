//! What comes out: plain data, from which every sentence, bar and export is made.

use super::alternative::{Alternative, Availability, Pair, Side};
use super::arena::Key;
use super::capability::{Capability, Level, Limitation, Limits};
use super::date::Day;
use super::question::{ChoiceIndex, Importance, Question};
use super::source::Source;

/// The day whose facts count, and whose word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf {
    /// The day.
    pub day: Day,
    /// The one source to go by; all of them if absent.
    pub basis: Option<Key<Source>>,
}

/// The advice on one set of answers at one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The date and basis of the facts.
    pub as_of: AsOf,
    /// What the requirements alone say, as if both alternatives could be had.
    pub fit: Outcome,
    /// What they say once availability is counted.
    pub outcome: Outcome,
    /// What to do.
    pub recommendation: Recommendation,
    /// How each alternative stands.
    pub standings: Pair<Standing>,
    /// The sum of all contributions: positive speaks for the first alternative.
    pub margin: i32,
    /// The sum of the weights of all counted requirements.
    pub weight: i32,
    /// The margin up to which the alternatives count as equal.
    pub threshold: i32,
    /// Every requirement, in the order of the interview.
    pub requirements: Vec<Requirement>,
    /// What the alternative that one would build in does less than natively.
    pub gaps: Vec<Gap>,
    /// Questions that are asked and have no answer yet.
    pub open: Vec<Key<Question>>,
    /// Questions answered "not sure".
    pub not_sure: Vec<Key<Question>>,
    /// Questions whose answers do not count, because they are no longer asked.
    pub parked: Vec<Key<Question>>,
    /// What else to say about the outcome.
    pub flags: Vec<Flag>,
}

impl Verdict {
    /// How well each alternative fits, in per cent; nothing while nothing counts.
    pub(crate) fn fits(&self) -> Pair<Option<u8>> {
        Pair::of(|side| self.standings[side].value)
    }

    /// The capabilities that are wanted where a limit concerns them.
    pub(crate) fn wanted(&self, condition: &Condition) -> Vec<Key<Capability>> {
        condition.requirements.iter().map(|number| self.requirement(*number).capability).collect()
    }

    /// The requirement with that number, which this verdict has given.
    pub(crate) fn requirement(&self, number: RequirementNumber) -> &Requirement {
        let found = self.requirements.iter().find(|requirement| requirement.number == number);
        found.expect("a verdict speaks of its own requirements")
    }

    /// The requirements that a limitation of these capabilities concerns, in the order of the interview. Of two that get in
    /// each other's way it concerns both or none.
    pub fn concerned(&self, limits: &Limits) -> Vec<&Requirement> {
        let asks = |one: &&Requirement| limits.capabilities().contains(&one.capability);
        let asking: Vec<&Requirement> = self.requirements.iter().filter(asks).collect();
        match limits {
            Limits::Together(both) if asking.len() < both.len() => Vec::new(),
            _ => asking,
        }
    }

    /// Whether the flag is set.
    pub fn has(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// The alternative whose gaps matter: the one recommended, else the best that can be had, else the better fit.
    pub(crate) fn focus(&self) -> Side {
        if let Recommendation::Build(side) = self.recommendation {
            return side;
        }
        let usable = |side: Side| self.standings[side].availability.is_open();
        match (usable(Side::First), usable(Side::Second)) {
            (true, false) => Side::First,
            (false, true) => Side::Second,
            _ if self.margin < 0 => Side::Second,
            _ => Side::First,
        }
    }

    /// The alternative in which a requirement would be built: where both are advised the one that does it better, else
    /// the focus.
    pub fn home(&self, requirement: &Requirement) -> Side {
        let side = self.focus();
        let is_both = self.recommendation == Recommendation::Both;
        if is_both && requirement.is_better_in(side.other()) { side.other() } else { side }
    }
}

/// Number of a requirement in the interview's order, from 1: `REQ-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequirementNumber(u32);

impl RequirementNumber {
    /// The number of the requirement in that place, from 1.
    pub fn new(number: usize) -> Self {
        Self(u32::try_from(number).expect("answers need no more than the knowledge has capabilities"))
    }
}

impl std::fmt::Display for RequirementNumber {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "REQ-{:02}", self.0)
    }
}

/// A needed capability at an importance, born from one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    /// Its number.
    pub number: RequirementNumber,
    /// The question whose answer it comes from.
    pub question: Key<Question>,
    /// The choice that needs the capability.
    pub choice: ChoiceIndex,
    /// What is needed.
    pub capability: Key<Capability>,
    /// How much it matters.
    pub importance: Importance,
    /// How well each alternative supports it.
    pub levels: Pair<Level>,
    /// What it adds to the margin; 0 if a level is unknown.
    pub contribution: i32,
}

impl Requirement {
    /// Whether both levels are known, so that it counts in values and margin.
    pub fn is_counted(&self) -> bool {
        self.levels.first != Level::Unknown && self.levels.second != Level::Unknown
    }

    /// Whether an alternative can do it, and does it better than the other. What cannot be done is no better than what
    /// nobody knows.
    pub(crate) fn is_better_in(&self, side: Side) -> bool {
        self.levels[side] > Level::None && self.levels[side] > self.levels[side.other()]
    }

    /// Whether it is a must of which nobody knows how well either alternative does it.
    pub(crate) fn is_unknown_must(&self) -> bool {
        self.importance == Importance::Must && self.levels == Pair { first: Level::Unknown, second: Level::Unknown }
    }
}

/// How one alternative stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its value from 0 to 100, for showing only; `None` while nothing counts.
    pub value: Option<u8>,
    /// Whether it can be had.
    pub availability: Availability,
    /// The musts that it cannot meet: each one vetoes it.
    pub vetoed_by: Vec<RequirementNumber>,
    /// The musts that it meets only by a workaround.
    pub accepted_workarounds: Vec<RequirementNumber>,
    /// The musts for which nobody knows whether it meets them.
    pub unconfirmed: Vec<RequirementNumber>,
}

impl Standing {
    /// Whether no must vetoes it.
    pub fn passes(&self) -> bool {
        self.vetoed_by.is_empty()
    }
}

/// What the computation says. The list is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Answers contradict each other in a way that decides.
    Inconsistent,
    /// Every alternative that can be had is vetoed.
    Neither,
    /// The other alternative is vetoed, or it would fit but cannot be had.
    Only(Side),
    /// Neither passes alone, together they do, and both can be had.
    Both,
    /// No remaining answer can change it.
    Decided(Side),
    /// It leads by more than the threshold.
    Recommended(Side),
    /// The lead is within the threshold.
    TooClose,
    /// Nothing was said that counts, or the two are level and nobody knows of a must.
    NotEnough,
}

impl Outcome {
    /// The word in files: `too-close`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Inconsistent => "inconsistent",
            Self::Neither => "neither",
            Self::Only(_) => "only",
            Self::Both => "both",
            Self::Decided(_) => "decided",
            Self::Recommended(_) => "recommended",
            Self::TooClose => "too-close",
            Self::NotEnough => "not-enough",
        }
    }

    /// The alternative that it speaks for, if it speaks for one alone.
    pub fn side(self) -> Option<Side> {
        match self {
            Self::Only(side) | Self::Decided(side) | Self::Recommended(side) => Some(side),
            _ => None,
        }
    }
}

/// What to do, after availability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recommendation {
    /// Build it in this alternative.
    Build(Side),
    /// Build it across both.
    Both,
    /// Build it in neither as it stands.
    Neither,
    /// There is nothing to recommend yet.
    Undecided,
}

impl Recommendation {
    /// The word in files: the id of an alternative, `both` or `neither`; `None` if there is no advice.
    pub(crate) fn id(self, alternatives: &Pair<Alternative>) -> Option<&str> {
        match self {
            Self::Build(side) => Some(alternatives[side].id.as_str()),
            Self::Both => Some("both"),
            Self::Neither => Some("neither"),
            Self::Undecided => None,
        }
    }

    /// Whether there is something to do: advice was given.
    pub fn is_advice(self) -> bool {
        matches!(self, Self::Build(_) | Self::Both)
    }
}

/// A requirement that an alternative meets less than natively, or of which nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The requirement.
    pub requirement: RequirementNumber,
    /// The alternative that has the gap.
    pub side: Side,
    /// How well it does instead.
    pub level: Level,
    /// The limitations that hold on the day, the most severe first.
    pub limitations: Vec<Key<Limitation>>,
}

/// A limit in force that no gap holds: of something that is built in, of two that get in each other's way, or of the other
/// alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The limitation.
    pub limitation: Key<Limitation>,
    /// The alternative that has it.
    pub side: Side,
    /// The requirements that it concerns, in the order of the interview.
    pub requirements: Vec<RequirementNumber>,
}

/// What else is true of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// It rests on a must that nobody could confirm, or on a "not sure" to a question that is a must.
    Conditional,
    /// Another answer in place of one that was given makes another alternative the advice.
    Fragile,
    /// The alternative that fits better has been removed.
    Removed,
    /// It rests on facts whose sources are past their review date.
    Stale,
}

impl Flag {
    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Conditional => "conditional",
            Self::Fragile => "fragile",
            Self::Removed => "removed",
            Self::Stale => "stale",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Importance, Key, Level, Pair, Requirement, RequirementNumber, Side};
    use crate::model::question::ChoiceIndex;

    #[test]
    fn better_is_what_can_be_done_and_better_than_elsewhere() {
        let better = |first, second| {
            let one = Requirement {
                number: RequirementNumber::new(1),
                question: Key::new(0),
                choice: ChoiceIndex::new(0),
                capability: Key::new(0),
                importance: Importance::Should,
                levels: Pair { first, second },
                contribution: 0,
            };
            Side::BOTH.map(|side| one.is_better_in(side))
        };
        assert_eq!(better(Level::Native, Level::Partial), [true, false]);
        assert_eq!(better(Level::Unknown, Level::Workaround), [false, true]);
        assert_eq!(better(Level::Unknown, Level::None), [false, false]);
        assert_eq!(better(Level::Partial, Level::Partial), [false, false]);
    }
}
