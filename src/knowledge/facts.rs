//! The facts of one day: levels, limitations and life cycle as they stood, from the sources that count.

use std::sync::OnceLock;

use crate::model::alternative::{Availability, Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation, Support, Workaround};
use crate::model::date::Day;
use crate::model::scoring::{Scoring, Weights};
use crate::model::source::{Citation, Source};
use crate::model::verdict::AsOf;

use super::KnowledgeBase;

/// The facts of one day.
#[derive(Debug, Clone)]
pub struct Facts<'k> {
    /// The whole knowledge base.
    pub base: &'k KnowledgeBase,
    /// The day and the source to go by.
    pub as_of: AsOf,
    /// Whether each alternative can be had.
    pub availability: Pair<Availability>,
    /// What levels and importances are worth.
    pub scoring: Scoring,
    judged_on: Pair<Day>,
    /// The place of the entry that counts, for each capability. The first frame does without: it would take a tenth longer.
    support: OnceLock<Vec<Pair<Option<usize>>>>,
}

impl KnowledgeBase {
    /// The facts of a day. A removed alternative is judged as it stood on its last day, so that fit keeps its meaning.
    pub fn at(&self, as_of: AsOf) -> Facts<'_> {
        let judged_on = Pair::of(|side| self.alternatives[side].judged_on(as_of.day));
        Facts {
            base: self,
            as_of,
            availability: Pair::of(|side| self.alternatives[side].availability(as_of.day)),
            scoring: self.scoring,
            judged_on,
            support: OnceLock::new(),
        }
    }
}

/// The entry that holds on a day. With a basis, that source's own reading comes first, then what else cites it;
/// without one, readings of a single source do not count.
fn support_on(entries: &[Support], side: Side, day: Day, basis: Option<Key<Source>>) -> Option<usize> {
    let held = |support: &Support| support.side == side && support.period.contains(day);
    let place = |counts: &dyn Fn(&Support) -> bool| entries.iter().position(|support| held(support) && counts(support));
    let any = |support: &Support| support.according_to.is_none() && (basis.is_none() || cites(&support.sources, basis));
    let own = basis.and_then(|_| place(&|support| support.according_to == basis));
    own.or_else(|| place(&any))
}

fn cites(citations: &[Citation], source: Option<Key<Source>>) -> bool {
    citations.iter().any(|citation| Some(citation.source) == source)
}

impl<'k> Facts<'k> {
    /// The same facts, with importances worth what a plan wants.
    #[must_use]
    pub fn weighed_for(mut self, answers: &Answers) -> Self {
        self.scoring = self.base.scoring.weighing(self.wanted(answers));
        self
    }

    /// Whether these are the facts that a plan on that day counts with.
    pub(crate) fn are_for(&self, as_of: AsOf, answers: &Answers) -> bool {
        self.as_of == as_of && self.scoring.weights() == self.wanted(answers)
    }

    fn wanted(&self, answers: &Answers) -> Weights {
        answers.weights.unwrap_or(self.base.scoring.weights())
    }

    /// How well an alternative supports a capability.
    pub fn level(&self, capability: Key<Capability>, side: Side) -> Level {
        self.levels(capability)[side]
    }

    /// How well both alternatives support a capability.
    pub fn levels(&self, capability: Key<Capability>) -> Pair<Level> {
        let level = |side| self.support(capability, side).map_or(Level::Unknown, |support| support.level);
        Pair::of(level)
    }

    /// The entry behind a level; `None` if nothing that counts says anything.
    pub fn support(&self, capability: Key<Capability>, side: Side) -> Option<&'k Support> {
        let entries = |key| &self.base.capabilities[key].support;
        let of = |key| Pair::of(|side| support_on(entries(key), side, self.judged_on[side], self.as_of.basis));
        let support = self.support.get_or_init(|| self.base.capabilities.keys().map(of).collect());
        let position = support.get(capability.position()).expect("the key is of this knowledge")[side]?;
        entries(capability).get(position)
    }

    /// Whether a limitation holds on the day, by the sources that count.
    pub fn holds(&self, limitation: &Limitation) -> bool {
        limitation.period.contains(self.judged_on[limitation.side])
            && (self.as_of.basis.is_none() || cites(&limitation.sources, self.as_of.basis))
    }

    /// What to do instead of what a limitation forbids, on the day and by the sources that count, whatever it is for.
    pub fn workaround<'l>(&self, limitation: &'l Limitation) -> Option<&'l Workaround> {
        self.workarounds(limitation).next()
    }

    /// The same where a limitation restricts one capability.
    pub fn workaround_for<'l>(
        &self,
        limitation: &'l Limitation,
        capability: Key<Capability>,
    ) -> Option<&'l Workaround> {
        self.workarounds(limitation).find(|workaround| workaround.concerns(capability))
    }

    /// All that can be done instead, the better first.
    fn workarounds<'l>(&self, limitation: &'l Limitation) -> impl Iterator<Item = &'l Workaround> {
        let (day, basis) = (self.judged_on[limitation.side], self.as_of.basis);
        let counts = move |workaround: &&Workaround| {
            basis.is_none() || workaround.sources.is_empty() || cites(&workaround.sources, basis)
        };
        limitation.workarounds.iter().filter(move |workaround| workaround.period.contains(day)).filter(counts)
    }

    /// The limitations of an alternative that restrict a capability on the day, the most severe first.
    pub fn limitations(&self, capability: Key<Capability>, side: Side) -> Vec<Key<Limitation>> {
        let held = |key: &Key<Limitation>| {
            let limitation = &self.base.limitations[*key];
            limitation.side == side && self.holds(limitation)
        };
        self.base.capabilities[capability].limitations.iter().copied().filter(held).collect()
    }

    /// Whether a level of a capability rests on a source that should have been read again by the day.
    pub(crate) fn is_stale(&self, capability: Key<Capability>, side: Side) -> bool {
        self.support(capability, side).is_some_and(|support| {
            support.sources.iter().any(|citation| self.base.sources[citation.source].is_stale(self.as_of.day))
        })
    }
}
