//! The facts of one day: levels, limitations and life cycle as they stood, from the sources that count.

use std::sync::OnceLock;

use crate::model::alternative::{Availability, Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation, Support, Workaround};
use crate::model::date::Day;
use crate::model::scoring::{Scoring, Weights};
use crate::model::setting::Settings;
use crate::model::source::{Citation, Source};
use crate::model::verdict::AsOf;
use crate::model::work::Builder;

use super::KnowledgeBase;

/// The facts of one day.
#[derive(Debug, Clone)]
pub struct Facts<'k> {
    /// The whole knowledge base.
    pub base: &'k KnowledgeBase,
    /// The day and the source to go by.
    pub as_of: AsOf,
    /// Whether each alternative can be had, and for as long as the plan must run.
    pub availability: Pair<Availability>,
    /// What levels and importances are worth.
    pub scoring: Scoring,
    /// What the plan says about itself.
    pub settings: Settings,
    judged_on: Pair<Day>,
    /// What counts, for each capability. The first frame does without: it would take a tenth longer.
    counting: OnceLock<Vec<Pair<Counting>>>,
}

/// What counts of the support of a capability by an alternative.
#[derive(Debug, Clone, Copy)]
struct Counting {
    /// How well it does it; what the plan cannot use is not supported.
    level: Level,
    /// The place of the entry.
    support: Option<usize>,
    /// Why the plan cannot use it, if it cannot.
    refusal: Option<Refusal>,
}

/// Why a plan cannot use what a workaround would reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It takes no workarounds.
    NoWorkarounds,
    /// The workaround needs somebody whom it has not.
    Without(Builder),
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
            settings: Settings::default(),
            judged_on,
            counting: OnceLock::new(),
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
    /// The same facts as a plan counts with them: importances worth what it wants, and nothing that it cannot use.
    #[must_use]
    pub fn for_plan(self, answers: &Answers) -> Self {
        let scoring = self.base.scoring.weighing(self.wanted(answers));
        self.counted(scoring, answers.settings)
    }

    /// The facts of another day, counted in the same way.
    pub(crate) fn on(&self, as_of: AsOf) -> Self {
        self.base.at(as_of).counted(self.scoring, self.settings)
    }

    fn counted(mut self, scoring: Scoring, settings: Settings) -> Self {
        self.scoring = scoring;
        self.availability = Pair::of(|side| self.availability_for(side, settings));
        self.settings = settings;
        self.counting = OnceLock::new();
        self
    }

    /// Whether an alternative can be had for as long as a plan must run.
    fn availability_for(&self, side: Side, settings: Settings) -> Availability {
        let (alternative, day) = (&self.base.alternatives[side], self.as_of.day);
        let availability = alternative.availability(day);
        let outlived = settings.runs_until.and_then(|runs_until| alternative.outlived(day, runs_until));
        if outlived.is_some() && availability.is_open() { Availability::Outlived } else { availability }
    }

    /// Whether these are the facts that a plan on that day counts with.
    pub(crate) fn are_for(&self, as_of: AsOf, answers: &Answers) -> bool {
        self.as_of == as_of && self.scoring.weights() == self.wanted(answers) && self.settings == answers.settings
    }

    fn wanted(&self, answers: &Answers) -> Weights {
        answers.weights.unwrap_or(self.base.scoring.weights())
    }

    /// How well an alternative supports a capability.
    pub fn level(&self, capability: Key<Capability>, side: Side) -> Level {
        self.levels(capability)[side]
    }

    /// How well both alternatives support a capability. What the plan cannot use is not supported.
    pub fn levels(&self, capability: Key<Capability>) -> Pair<Level> {
        let counting = self.counting(capability);
        Pair::of(|side| counting[side].level)
    }

    /// The entry behind a level; `None` if nothing that counts says anything.
    pub fn support(&self, capability: Key<Capability>, side: Side) -> Option<&'k Support> {
        let position = self.counting(capability)[side].support?;
        self.base.capabilities[capability].support.get(position)
    }

    /// Why the plan cannot use what a workaround would reach, if it cannot.
    pub fn refusal(&self, capability: Key<Capability>, side: Side) -> Option<Refusal> {
        self.counting(capability)[side].refusal
    }

    fn counting(&self, capability: Key<Capability>) -> &Pair<Counting> {
        let of = |key| Pair::of(|side| self.count(key, side));
        let counting = self.counting.get_or_init(|| self.base.capabilities.keys().map(of).collect());
        counting.get(capability.position()).expect("the key is of this knowledge")
    }

    fn count(&self, capability: Key<Capability>, side: Side) -> Counting {
        let entries = &self.base.capabilities[capability].support;
        let position = support_on(entries, side, self.judged_on[side], self.as_of.basis);
        let support = position.and_then(|position| entries.get(position));
        let is_workaround = support.is_some_and(|support| support.level == Level::Workaround);
        let refusal = if is_workaround { self.refused(capability, side) } else { None };
        let level = match support {
            Some(_) if refusal.is_some() => Level::None,
            support => support.map_or(Level::Unknown, |support| support.level),
        };
        Counting { level, support: position, refusal }
    }

    /// Why the plan cannot use the workarounds of a capability: it takes none, or for each of those in force somebody is
    /// missing. Where none is known, nobody is known to be missing.
    fn refused(&self, capability: Key<Capability>, side: Side) -> Option<Refusal> {
        if self.settings.refuses_workarounds {
            return Some(Refusal::NoWorkarounds);
        }
        let limitations = self.limitations(capability, side);
        let workarounds = limitations
            .iter()
            .flat_map(|limitation| self.workarounds(&self.base.limitations[*limitation]))
            .filter(|workaround| workaround.concerns(capability));
        let missing: Option<Vec<Builder>> = workarounds.map(|workaround| self.missing(workaround)).collect();
        missing?.first().copied().map(Refusal::Without)
    }

    /// Who is missing to do a workaround, as far as the plan says who is there.
    pub(crate) fn missing(&self, workaround: &Workaround) -> Option<Builder> {
        workaround.who.filter(|who| !self.settings.builders.is_empty() && !self.settings.builders.has(*who))
    }

    /// Whether a limitation holds on the day, by the sources that count.
    pub fn holds(&self, limitation: &Limitation) -> bool {
        limitation.period.contains(self.judged_on[limitation.side])
            && (self.as_of.basis.is_none() || cites(&limitation.sources, self.as_of.basis))
    }

    /// What to do instead of what a limitation forbids, on the day and by the sources that count, whatever it is for.
    pub fn workaround<'l>(&self, limitation: &'l Limitation) -> Option<&'l Workaround> {
        self.best(self.workarounds(limitation))
    }

    /// The same for somebody who wants any of these capabilities.
    pub fn workaround_for<'l>(&self, limitation: &'l Limitation, wanted: &[Key<Capability>]) -> Option<&'l Workaround> {
        let helps = |one: &&Workaround| wanted.iter().any(|capability| one.concerns(*capability));
        self.best(self.workarounds(limitation).filter(helps))
    }

    /// The first for which nobody is missing, or else the first.
    fn best<'l>(&self, mut workarounds: impl Iterator<Item = &'l Workaround>) -> Option<&'l Workaround> {
        let first = workarounds.next()?;
        let mut can_be_done = std::iter::once(first).chain(workarounds).filter(|one| self.missing(one).is_none());
        can_be_done.next().or(Some(first))
    }

    /// All that can be done instead, the better first.
    fn workarounds<'l>(&self, limitation: &'l Limitation) -> impl Iterator<Item = &'l Workaround> {
        let (day, basis) = (self.judged_on[limitation.side], self.as_of.basis);
        let counts = move |workaround: &&Workaround| {
            basis.is_none() || workaround.sources.is_empty() || cites(&workaround.sources, basis)
        };
        limitation.workarounds.iter().filter(move |workaround| workaround.period.contains(day)).filter(counts)
    }

    /// The limitations of an alternative that restrict a capability by itself on the day, the most severe first.
    pub fn limitations(&self, capability: Key<Capability>, side: Side) -> Vec<Key<Limitation>> {
        self.in_force(&self.base.capabilities[capability].limitations, side)
    }

    /// The limitations of an alternative that restrict a capability on the day where another one is wanted too, the most
    /// severe first.
    pub(crate) fn limitations_together(&self, capability: Key<Capability>, side: Side) -> Vec<Key<Limitation>> {
        self.in_force(&self.base.capabilities[capability].limited_together, side)
    }

    fn in_force(&self, limitations: &[Key<Limitation>], side: Side) -> Vec<Key<Limitation>> {
        let held = |key: &Key<Limitation>| {
            let limitation = &self.base.limitations[*key];
            limitation.side == side && self.holds(limitation)
        };
        limitations.iter().copied().filter(held).collect()
    }

    /// Whether a level of a capability rests on a source that should have been read again by the day.
    pub(crate) fn is_stale(&self, capability: Key<Capability>, side: Side) -> bool {
        self.support(capability, side).is_some_and(|support| {
            support.sources.iter().any(|citation| self.base.sources[citation.source].is_stale(self.as_of.day))
        })
    }
}
