//! What looks beyond the answers given: how firm the advice is, what would change it, and what to find out first.

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::alternative::{Availability, Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::{Flag, Outcome, Recommendation, Verdict};

use super::bounds::{Bounds, Weighting, bounds, is_decided};
use super::components::Forest;
use super::conflicts::{self, Contradiction};
use super::counterfactual::{self, Change, Counterfactual, MOST_CHANGES, What};
use super::dominance;
use super::fit::{self, FitRange};
use super::information::{self, Use};
use super::outcome::is_gone;
use super::reach::Reach;
use super::relax::{self, Relaxation};
use super::split::{self, Split};
use super::tally::Tally;

/// What looks beyond the answers given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// How far the margin can still move.
    pub bounds: Bounds,
    /// Whether anything left open can change the advice.
    pub decided: Decided,
    /// The fewest answers whose change alters the advice.
    pub counterfactuals: Vec<Vec<Change>>,
    /// What the advice becomes, other than it is, by the change of a single answer.
    pub(crate) one_change_away: Vec<Recommendation>,
    /// The fewest importances whose change alters it.
    pub(crate) importance_counterfactuals: Vec<Vec<Change>>,
    /// The unsettled questions, the most useful first.
    pub next: Vec<Use>,
    /// The question that could still separate alternatives that are too close.
    pub breaker: Option<Key<Question>>,
    /// The smallest sets of musts to relax where neither can carry the plan.
    pub(crate) relaxations: Vec<Relaxation>,
    /// The alternative that wins under every weighting.
    pub dominating: Option<Side>,
    /// How far the fit of each alternative can still move; nothing where only what is fragile is looked for, or nothing counts.
    pub(crate) fits: Pair<Option<FitRange>>,
    /// The most points of the margin that the advice could turn out to lose by; 0 if it cannot.
    pub regret: i32,
    /// Answers that contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// The proposals to make several plans of this one.
    pub splits: Vec<Split>,
}

impl Analysis {
    /// The unsettled questions whose answer can change something, the most useful first.
    pub(crate) fn useful(&self) -> impl Iterator<Item = &Use> {
        self.next.iter().filter(|next| next.reach < Reach::Nothing)
    }

    /// How far open answers can still move the fit of a side; nothing if they cannot.
    pub(crate) fn open_fit(&self, verdict: &Verdict, side: Side) -> Option<FitRange> {
        let is_open = !(verdict.open.is_empty() && verdict.not_sure.is_empty());
        self.fits[side].filter(|fit| is_open && fit.lowest < fit.highest)
    }

    /// The contradictions that no proposed split settles.
    pub(crate) fn unsettled(&self) -> impl Iterator<Item = &Contradiction> {
        self.contradictions.iter().filter(|contradiction| !split::settles(&self.splits, contradiction.conflict))
    }
}

/// How settled the advice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// An answer still to come can change it.
    No,
    /// None can at its preset importance.
    AtPresetImportance,
    /// None can at any importance.
    AtAnyImportance,
}

/// The verdict with everything that looks beyond the answers given: `decided`, `inconsistent` and `fragile` are settled here.
pub fn advise(facts: &Facts<'_>, answers: &Answers) -> (Verdict, Analysis) {
    advise_in(&Forest::of(facts), answers)
}

/// The same for many plans on one day, whose forest is cut once.
pub fn advise_in(forest: &Forest<'_>, answers: &Answers) -> (Verdict, Analysis) {
    advise_looking_for(LookFor::Everything, forest, answers)
}

/// Which counterfactuals are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LookFor {
    /// Single other answers, which tell whether the advice is fragile, and no open question.
    Fragility,
    /// Sets of up to [`MOST_CHANGES`] other answers, other importances, and the use of each open question. That takes most of
    /// the time.
    Everything,
}

/// The same, looking for no more than is wanted.
pub(crate) fn advise_looking_for(look_for: LookFor, forest: &Forest<'_>, answers: &Answers) -> (Verdict, Analysis) {
    let mut verdict = super::assess(&forest.facts, answers);
    let analysis = analysis(look_for, forest, answers, &verdict);
    if analysis.decided != Decided::No
        && let Outcome::Recommended(side) = verdict.outcome
    {
        verdict.outcome = Outcome::Decided(side);
    }
    // Fragile: a single other answer makes another alternative the advice, or both together.
    if verdict.recommendation.is_advice() && analysis.one_change_away.iter().any(|then| then.is_advice()) {
        verdict.flags.push(Flag::Fragile);
        verdict.flags.sort();
    }
    (conflicts::unsettled(verdict, &forest.facts, &analysis.contradictions), analysis)
}

fn analysis(look_for: LookFor, forest: &Forest<'_>, answers: &Answers, verdict: &Verdict) -> Analysis {
    let facts = &forest.facts;
    let advice = verdict.recommendation;
    let visible = Visible::of(facts.base, answers);
    let now = verdict.requirements.iter().map(|requirement| Tally::of(requirement, &facts.scoring)).sum();
    let contradictions = conflicts::all(facts, answers, &visible);
    // What would change advice that is not given is nothing.
    let given = if conflicts::decide(&contradictions) { Recommendation::Undecided } else { advice };
    let bounds = bounds(forest, answers);
    let found = |what, most| counterfactual::found(forest, answers, &now, given, what, most);
    let changes = |found: Vec<Counterfactual>| found.into_iter().map(|found| found.changes).collect();
    let (counterfactuals, importances) = match look_for {
        LookFor::Fragility => (found(What::Answers, 1), Vec::new()),
        LookFor::Everything => (found(What::Answers, MOST_CHANGES), found(What::Importances, MOST_CHANGES)),
    };
    let is_level = verdict.outcome == Outcome::TooClose;
    let next = match look_for {
        LookFor::Fragility => Vec::new(),
        LookFor::Everything => information::by_use(forest, answers, &visible, &now, advice),
    };
    Analysis {
        bounds,
        decided: decided(forest, answers, &now, advice),
        one_change_away: one_change_away(&counterfactuals),
        counterfactuals: changes(counterfactuals),
        importance_counterfactuals: changes(importances),
        breaker: next.first().filter(|next| is_level && next.reach < Reach::Nothing).map(|next| next.question),
        next,
        relaxations: relax::smallest(facts, verdict),
        dominating: dominance::dominating(facts, verdict),
        fits: match look_for {
            LookFor::Fragility => Pair::default(),
            LookFor::Everything => Pair::of(|side| fit::possible(forest, answers, side)),
        },
        regret: regret(facts.availability, advice, bounds),
        splits: split::all(facts, answers, &visible, &contradictions),
        contradictions,
    }
}

/// The different ends of single changes, in the order of the alternatives.
fn one_change_away(found: &[Counterfactual]) -> Vec<Recommendation> {
    let single = || found.iter().filter(|found| found.changes.len() == 1);
    let [first, second] = Side::BOTH.map(Recommendation::Build);
    [first, second, Recommendation::Both, Recommendation::Neither, Recommendation::Undecided]
        .into_iter()
        .filter(|end| single().any(|found| found.then == *end))
        .collect()
}

fn decided(forest: &Forest<'_>, answers: &Answers, now: &Tally, advice: Recommendation) -> Decided {
    if !is_decided(forest, answers, now, advice, Weighting::Preset) {
        Decided::No
    } else if is_decided(forest, answers, now, advice, Weighting::Any) {
        Decided::AtAnyImportance
    } else {
        Decided::AtPresetImportance
    }
}

/// The largest margin against what is advised that any completion reaches; nothing is lost to what cannot be had.
fn regret(availability: Pair<Availability>, advice: Recommendation, bounds: Bounds) -> i32 {
    match advice {
        Recommendation::Build(side) if is_gone(availability, side.other()) => 0,
        Recommendation::Build(Side::First) => (-bounds.lowest).max(0),
        Recommendation::Build(Side::Second) => bounds.highest.max(0),
        _ => 0,
    }
}
