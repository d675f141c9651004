//! A limitation in words: what does not work, since when, and what to do about it. The same words stand beside a choice of
//! the interview, with a gap, with a condition, and in every document.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Availability, Side};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation, Severity, Workaround};
use crate::model::text::Text;

use super::availability::state;
use super::bibliography::{Bibliography, Cited};
use super::page::{Block, Item, Line, Piece, line, with};
use super::words::{name_first, without};
use super::work::told;

/// A limitation in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Which one.
    pub(crate) key: Key<Limitation>,
    /// Its id.
    pub id: String,
    /// Whose.
    pub(crate) side: Side,
    /// What does not work.
    pub title: Text,
    /// What else there is to say.
    pub text: Option<Text>,
    /// How much it hurts.
    pub severity: Severity,
    /// Since when or until when, in words.
    pub period: String,
    /// The workaround on that day.
    pub workaround: Option<Text>,
    /// The same with who can do it, how long it takes and what must be there first.
    told: Option<String>,
    /// That there is a workaround, but not on that day.
    pub without: Option<&'static str>,
    /// Where it is written.
    pub(crate) cited: Vec<Cited>,
}

impl Limit {
    /// Puts a limitation into words.
    pub(crate) fn of(facts: &Facts<'_>, key: Key<Limitation>, bibliography: &mut Bibliography) -> Self {
        let workaround = facts.workaround(&facts.base.limitations[key]);
        Self::by(facts, key, workaround, bibliography)
    }

    /// The same where it restricts one capability.
    pub(crate) fn of_capability(
        facts: &Facts<'_>,
        key: Key<Limitation>,
        capability: Key<Capability>,
        bibliography: &mut Bibliography,
    ) -> Self {
        let workaround = facts.workaround_for(&facts.base.limitations[key], capability);
        Self::by(facts, key, workaround, bibliography)
    }

    fn by(
        facts: &Facts<'_>,
        key: Key<Limitation>,
        workaround: Option<&Workaround>,
        bibliography: &mut Bibliography,
    ) -> Self {
        let limitation = &facts.base.limitations[key];
        let more = workaround.map_or(&[][..], |workaround| &workaround.sources);
        Self {
            key,
            id: limitation.id.to_string(),
            side: limitation.side,
            title: limitation.title.clone(),
            text: limitation.text.clone(),
            severity: limitation.severity,
            period: limitation.period.words(),
            workaround: workaround.map(|workaround| workaround.text.clone()),
            told: workaround.map(|workaround| told(facts, workaround)),
            without: without(limitation, workaround),
            cited: bibliography.cite(&[&limitation.sources[..], more].concat()),
        }
    }

    /// Returns the title with severity and period: `No A/B test (major, since May 2023).`
    pub(crate) fn head(&self) -> Line {
        vec![
            Piece::Strong(self.title.to_string()),
            Piece::Text(format!(" ({}, {}).", self.severity.word(), self.period)),
        ]
    }

    /// Returns the workaround, or that none is known for the day.
    pub(crate) fn remedy(&self) -> Option<String> {
        self.told.clone().or_else(|| self.without.map(str::to_owned))
    }

    /// Returns the head with all that is known about it, and the workaround below.
    pub(crate) fn item(&self) -> Item {
        let mut head = self.head();
        head.extend(self.text.iter().map(|text| Piece::Text(format!(" {text}"))));
        Item { line: with(head, &self.cited), more: self.remedy().map(line).into_iter().collect() }
    }

    /// Returns the limitation as a block of its own, where the page is about one area only.
    pub(crate) fn block(&self) -> Block {
        Block::Limit { side: None, severity: self.severity, item: self.item() }
    }

    /// Returns the same with the name of the area, and that it no longer matters where the area is removed.
    pub(crate) fn block_of_area(&self, facts: &Facts<'_>) -> Block {
        let mut item = self.item();
        item.line.insert(0, Piece::Text(format!("{}: ", name_first(facts.base, self.side))));
        let state = state(facts.base, self.side, facts.as_of.day);
        if let Some(state) = state.filter(|_| facts.availability[self.side] == Availability::Removed) {
            item.line.push(Piece::Text(format!(" ({state}, so this no longer matters)")));
        }
        Block::Limit { side: Some(self.side), severity: self.severity, item }
    }
}
