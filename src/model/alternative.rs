//! What can be recommended: exactly two alternatives, and whether each can be had on a day.
//!
//! Two is the limit on purpose: margin, bounds and the value of information below are exact because they
//! compare one alternative with one other.

use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

use super::date::{Day, PartialDate};
use super::name::Id;
use super::source::Citation;
use super::text::Text;

/// One of the two alternatives. A positive margin speaks for the first, a negative one for the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The alternative that the knowledge base lists first.
    First,
    /// The alternative that it lists second.
    Second,
}

impl Side {
    /// Both sides, in the order of the knowledge base.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// The other alternative.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }

    /// +1 for the first, -1 for the second: the sign of a margin that speaks for it.
    pub fn sign(self) -> i32 {
        match self {
            Self::First => 1,
            Self::Second => -1,
        }
    }
}

/// One value for each alternative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Pair<T> {
    /// The value of the first alternative.
    pub first: T,
    /// The value of the second alternative.
    pub second: T,
}

impl<T> Pair<T> {
    /// Makes a pair by asking `make` for each side.
    pub(crate) fn of(mut make: impl FnMut(Side) -> T) -> Self {
        Self { first: make(Side::First), second: make(Side::Second) }
    }

    /// Both values with their sides.
    pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
        [(Side::First, &self.first), (Side::Second, &self.second)].into_iter()
    }
}

impl<T> Index<Side> for Pair<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::First => &self.first,
            Side::Second => &self.second,
        }
    }
}

impl<T> IndexMut<Side> for Pair<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::First => &mut self.first,
            Side::Second => &mut self.second,
        }
    }
}

/// An alternative with its life cycle.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Alternative {
    /// The id, as in answers and exports: `real-time`.
    pub id: Id,
    /// The name in a sentence: `real-time marketing`.
    pub title: Text,
    /// The short name for narrow places: `Real-time`.
    pub short: Text,
    /// At most two letters for a column head: `RT`.
    pub abbreviation: Text,
    /// What one builds in it: `Journey`.
    pub artefact: Text,
    /// Its life cycle, oldest phase first.
    pub phases: Vec<Phase>,
    /// What was said about its end and when, the oldest first.
    pub announcements: Vec<Announcement>,
}

impl Alternative {
    /// The phase on `day`: the last one that has begun. `None` before the first.
    pub(crate) fn phase(&self, day: Day) -> Option<&Phase> {
        self.phases.iter().rev().find(|phase| phase.from.first_day() <= day)
    }

    /// Whether it can be had on `day`.
    pub fn availability(&self, day: Day) -> Availability {
        self.phase(day).map_or(Availability::Available, |phase| phase.availability)
    }

    /// The phase on `day` if nothing can be built in it then.
    pub(crate) fn end(&self, day: Day) -> Option<&Phase> {
        self.phase(day).filter(|phase| !phase.availability.is_open())
    }

    /// What had been said about its end by `day`, unless it has been removed by then.
    pub(crate) fn announced(&self, day: Day) -> Option<&Announcement> {
        let said = || self.announcements.iter().rev().find(|said| said.date.first_day() <= day);
        if self.removed(day).is_some() { None } else { said() }
    }

    /// What had been said by `day` about an end that a plan would outlive.
    pub(crate) fn outlived(&self, day: Day, runs_until: PartialDate) -> Option<&Announcement> {
        let is_earlier = |ends: PartialDate| ends.first_day() < runs_until.last_day();
        self.announced(day).filter(|said| said.ends.is_some_and(is_earlier))
    }

    /// When it was removed, if that has been by `day`.
    fn removed(&self, day: Day) -> Option<PartialDate> {
        self.phase(day).filter(|phase| phase.availability == Availability::Removed).map(|phase| phase.from)
    }

    /// The day whose facts describe it on `day`: that day, or its last one if it has been removed by then.
    pub fn judged_on(&self, day: Day) -> Day {
        self.removed(day).map_or(day, |removed| removed.first_day().previous())
    }
}

/// A stretch of an alternative's life cycle.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phase {
    /// First day of the phase; it ends where the next begins.
    pub from: PartialDate,
    /// What can be had in it.
    pub availability: Availability,
    /// One plain sentence.
    pub note: Text,
    /// Where it is written.
    pub sources: Vec<Citation>,
}

/// What was said about the end of an alternative.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Announcement {
    /// When it was said; it counts until something else was said.
    pub date: PartialDate,
    /// The end that was named, if one was.
    pub ends: Option<PartialDate>,
    /// What was said, as the end of a sentence: `the town has announced its end for May 2024`.
    pub says: Text,
    /// Where it is written.
    pub sources: Vec<Citation>,
}

/// Whether an alternative can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Availability {
    /// Anybody can build in it.
    Available,
    /// Still there for those who have it; its end is announced or new use refused.
    Closing,
    /// What is in it runs on, but nobody can build anything new.
    Closed,
    /// It is gone.
    Removed,
    /// It can be had, but for less long than a plan must run, by what had been said about its end. Only the facts for a
    /// plan say so.
    Outlived,
}

impl Availability {
    /// All states of a life, in their order.
    pub(crate) const ALL: [Self; 4] = [Self::Available, Self::Closing, Self::Closed, Self::Removed];

    /// Whether something new can be built in it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Available | Self::Closing)
    }

    /// The word in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Closing => "closing",
            Self::Closed => "closed",
            Self::Removed => "removed",
            Self::Outlived => "outlived",
        }
    }
}

/// What running both alternatives side by side costs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Coexistence {
    /// The cost in a few words.
    pub(crate) title: Text,
    /// The cost in a sentence or two.
    pub(crate) text: Text,
    /// Where it is written.
    pub(crate) sources: Vec<Citation>,
}
