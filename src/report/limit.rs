//! A limitation in words: what does not work, since when, and what to do about it. The same words stand beside a choice of
//! the interview, with a gap, with a condition, and in every document.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Availability, Side};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation, Limits, Severity};
use crate::model::text::Text;
use crate::model::work::Effort;

use super::availability::state;
use super::bibliography::{Bibliography, Cited};
use super::page::{Block, Item, Line, Piece, line, with};
use super::words::{name, name_first, without};
use super::work::{somebody, told, told_under_its_head};

/// What stands above two that get in each other's way.
pub(crate) const TOGETHER: &str = "These two get in each other's way";

/// That something limits a feature only where another one is wanted too.
pub(crate) fn only_with(other: &str) -> String {
    format!("Only together with \"{other}\"")
}

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
    /// The two that it concerns only together, in a sentence.
    pub(crate) together: Option<String>,
    /// What else of the plan it concerns, where it stands with one requirement.
    pub(crate) also: Option<String>,
    /// Since when or until when, in words.
    pub period: String,
    /// The workaround on that day.
    pub workaround: Option<Text>,
    /// The same with who can do it, how long it takes and what must be there first.
    pub(super) told: Option<String>,
    /// The same where a head says that it is a workaround.
    pub(super) instead: Option<String>,
    /// Who can do the workaround, as far as somebody has said.
    pub(crate) who: Option<String>,
    /// How long it takes, as far as somebody has said.
    pub(crate) effort: Option<Effort>,
    /// That there is a workaround, but not on that day.
    pub without: Option<&'static str>,
    /// How the plan stands to the number that it names, if a question asks for that.
    pub held: Option<String>,
    /// Where it is written.
    pub(crate) cited: Vec<Cited>,
}

impl Limit {
    /// Puts a limitation into words for somebody who wants these of the capabilities that it restricts.
    pub(crate) fn of(
        facts: &Facts<'_>,
        key: Key<Limitation>,
        wanted: &[Key<Capability>],
        bibliography: &mut Bibliography,
    ) -> Self {
        let limitation = &facts.base.limitations[key];
        let workaround = facts.workaround_for(limitation, wanted);
        let more = workaround.map_or(&[][..], |workaround| &workaround.sources);
        Self {
            key,
            id: limitation.id.to_string(),
            side: limitation.side,
            title: limitation.title.clone(),
            text: limitation.text.clone(),
            severity: limitation.severity,
            together: together(facts, limitation),
            also: None,
            period: limitation.period.words(),
            workaround: workaround.map(|workaround| workaround.text.clone()),
            told: workaround.map(|workaround| told(facts, workaround)),
            instead: workaround.map(|workaround| told_under_its_head(facts, workaround)),
            who: workaround.and_then(|workaround| workaround.who).map(|who| somebody(facts.base, who)),
            effort: workaround.and_then(|workaround| workaround.effort),
            without: without(limitation, workaround),
            held: None,
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

    /// Returns the same under a head that says what it is.
    pub(crate) fn instead(&self) -> Option<&str> {
        self.instead.as_deref().or(self.without)
    }

    /// Returns all that is known about it but its workaround, on one line: what does not work, since when, and where it is written.
    pub(crate) fn meaning(&self) -> Line {
        let mut meaning = self.head();
        let more = self.together.as_deref().into_iter().chain(self.text.as_deref());
        let more = more.chain(self.also.as_deref()).chain(self.held.as_deref());
        meaning.extend(more.map(|text| Piece::Text(format!(" {text}"))));
        with(meaning, &self.cited)
    }

    /// Returns what stands below the limitation: what to do about it, and how the plan stands to its number.
    pub(crate) fn below(&self) -> Vec<Line> {
        self.remedy().into_iter().chain(self.also.clone()).chain(self.held.clone()).map(line).collect()
    }

    /// Returns the head with all that is known about it, and the workaround below.
    pub(crate) fn item(&self) -> Item {
        let mut head = self.head();
        let more = self.together.as_deref().into_iter().chain(self.text.as_deref());
        head.extend(more.map(|text| Piece::Text(format!(" {text}"))));
        Item { line: with(head, &self.cited), more: self.below() }
    }

    /// Returns the limitation as a block of its own, where the page is about one area only.
    pub(crate) fn block(&self) -> Block {
        Block::Limit { side: None, severity: self.severity, item: self.item() }
    }

    /// Returns the same after the name of its area.
    pub(crate) fn block_in(&self, area: &str) -> Block {
        let mut item = self.item();
        item.line.insert(0, Piece::Text(format!("{area}: ")));
        Block::Limit { side: Some(self.side), severity: self.severity, item }
    }

    /// Returns the same with the name of the area, and that it no longer matters where the area is removed.
    pub(crate) fn block_of_area(&self, facts: &Facts<'_>) -> Block {
        let mut block = self.block_in(&name_first(facts.base, self.side));
        let state = state(facts.base, self.side, facts.as_of.day);
        let state = state.filter(|_| facts.availability[self.side] == Availability::Removed);
        if let (Some(state), Block::Limit { item, .. }) = (state, &mut block) {
            item.line.push(Piece::Text(format!(" ({state}, so this no longer matters)")));
        }
        block
    }
}

/// Which two get in each other's way, in a sentence.
fn together(facts: &Facts<'_>, limitation: &Limitation) -> Option<String> {
    let Limits::Together(both) = limitation.limits else { return None };
    let [first, second] = both.map(|key| &facts.base.capabilities[key].title);
    Some(format!("{TOGETHER} in {}: \"{first}\" and \"{second}\".", name(facts.base, limitation.side)))
}
