//! All that is kept of one plan of many.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::advise::conditions;
use crate::advise::settled::{Settled, settled};
use crate::diagnostic::clean::beginning;
use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation, Severity};
use crate::model::question::Importance;
use crate::model::topic::Topic;
use crate::model::verdict::{AsOf, Condition, Outcome, Recommendation, Requirement, Verdict};
use crate::report;
use crate::report::parts::work::needed;

use super::piece::{Piece, PieceNumber, Pieces};
use super::stage::Stage;

/// A longer title is cut: nobody reads it in a list.
const LONGEST_TITLE: usize = 200;

/// All that is kept of one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// What it is called, as it was typed but for its end if it is long.
    pub title: Box<str>,
    /// The file that it was read from.
    pub file: Box<str>,
    /// The day whose facts count.
    pub as_of: AsOf,
    /// What to do.
    pub recommendation: Recommendation,
    /// What the computation says.
    pub outcome: Outcome,
    /// How well each area fits, from 0 to 100; `None` while nothing counts.
    pub fits: Pair<Option<u8>>,
    /// How many requirements it has.
    pub requirements: u32,
    /// How many of them the area that one would build in does less than natively.
    pub gaps: u32,
    /// How many limits of what is built in there are, for each severity, the worst first.
    pub conditions: [u32; Severity::ALL.len()],
    /// How many questions have no answer.
    pub open: u32,
    /// How many are answered with "not sure".
    pub not_sure: u32,
    /// When it can be built.
    pub stage: Stage,
    /// The pieces of work that it needs, if something is advised.
    pub needs: Box<[Need]>,
    /// The musts that no area that can be had meets, if none can carry it.
    pub stopped_by: Box<[Key<Capability>]>,
    /// How much work is open, for each topic that has some.
    pub work: Box<[(Key<Topic>, u32)]>,
}

/// A piece of work that a plan needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// The piece.
    pub piece: PieceNumber,
    /// How much the most important requirement matters that it serves.
    pub importance: Importance,
    /// How many gaps it closes; none where it is ordered.
    pub gaps: u16,
}

impl Need {
    /// Whether the plan waits for it: what could be left out holds nothing up, nor does what is only lived with.
    pub fn holds_up(&self, pieces: &Pieces<'_>) -> bool {
        self.importance >= Importance::Should && pieces.is_work(pieces.piece(self.piece))
    }
}

/// A plan, and what is added up over plans.
#[derive(Debug)]
pub struct Judged {
    /// What is kept of it.
    pub line: PlanLine,
    /// Which features its pieces of work serve.
    pub(super) serves: Vec<(PieceNumber, Key<Capability>)>,
    /// The limits of what is built in, if something is advised.
    pub(super) conditions: Vec<Key<Limitation>>,
}

/// Judges a plan by the facts that it counts with.
pub fn judged(pieces: &Pieces<'_>, facts: &Facts<'_>, answers: &Answers, file: &str) -> Judged {
    let settled = settled(facts, answers);
    let verdict = &settled.verdict;
    let conditions = conditions::of(facts, verdict).own;
    let all_served = served(pieces, facts, answers, verdict);
    let severe = |severity: Severity| {
        let of = |limitation| facts.base.limitations[limitation].severity;
        conditions.iter().filter(|one| of(one.limitation) == severity).count()
    };
    let needs = needs(pieces, &all_served);
    let is_advised = verdict.recommendation.is_advice();
    let line = PlanLine {
        title: beginning(&report::title(answers), LONGEST_TITLE).into(),
        file: file.into(),
        as_of: verdict.as_of,
        recommendation: verdict.recommendation,
        outcome: verdict.outcome,
        fits: Pair::of(|side| verdict.standings[side].value),
        requirements: number(verdict.requirements.len()),
        gaps: number(verdict.gaps.len()),
        conditions: Severity::ALL.map(|severity| number(severe(severity))),
        open: number(verdict.open.len()),
        not_sure: number(verdict.not_sure.len()),
        stage: stage(pieces, &settled, &needs),
        needs,
        stopped_by: stopped_by(verdict),
        work: work(facts, verdict, &conditions),
    };
    let serves = all_served.into_iter().map(|served| (served.piece, served.requirement.capability)).collect();
    let conditions = conditions.iter().filter(|_| is_advised).map(|one| one.limitation).collect();
    Judged { line, serves, conditions }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("the knowledge has no more entries")
}

/// A requirement and a piece of work that serves it.
struct Served<'v> {
    piece: PieceNumber,
    requirement: &'v Requirement,
}

/// What serves which requirement, if something is advised: nothing is to be built before.
fn served<'v>(pieces: &Pieces<'_>, facts: &Facts<'_>, answers: &Answers, verdict: &'v Verdict) -> Vec<Served<'v>> {
    if !verdict.recommendation.is_advice() {
        return Vec::new();
    }
    let gaps = verdict.gaps.iter().map(|gap| {
        let piece = pieces.of_gap(facts, verdict, gap);
        Served { piece, requirement: verdict.requirement(gap.requirement) }
    });
    let orders = needed(facts, answers, verdict).into_iter().flat_map(|(key, numbers)| {
        let piece = pieces.number(Piece::Order(key));
        numbers.into_iter().map(move |number| Served { piece, requirement: verdict.requirement(number) })
    });
    gaps.chain(orders).collect()
}

/// Each piece once.
fn needs(pieces: &Pieces<'_>, served: &[Served<'_>]) -> Box<[Need]> {
    let mut needs: BTreeMap<PieceNumber, Need> = BTreeMap::new();
    for Served { piece, requirement } in served {
        let gaps = u16::from(!matches!(pieces.piece(*piece), Piece::Order(_)));
        let new = Need { piece: *piece, importance: requirement.importance, gaps: 0 };
        let need = needs.entry(*piece).or_insert(new);
        need.importance = need.importance.max(requirement.importance);
        need.gaps = need.gaps.saturating_add(gaps);
    }
    needs.into_values().collect()
}

fn stage(pieces: &Pieces<'_>, settled: &Settled, needs: &[Need]) -> Stage {
    let waits_for: Vec<PieceNumber> =
        needs.iter().filter(|need| need.holds_up(pieces)).map(|need| need.piece).collect();
    Stage::of(settled, &waits_for)
}

/// What keeps the areas that can be had from carrying a plan.
fn stopped_by(verdict: &Verdict) -> Box<[Key<Capability>]> {
    if verdict.recommendation != Recommendation::Neither {
        return Box::default();
    }
    let usable = Side::BOTH.into_iter().map(|side| &verdict.standings[side]);
    let vetoes = usable.filter(|standing| standing.availability.is_open()).flat_map(|standing| &standing.vetoed_by);
    let mut stopped_by: Vec<_> = vetoes.map(|number| verdict.requirement(*number).capability).collect();
    stopped_by.sort_unstable();
    stopped_by.dedup();
    stopped_by.into()
}

/// Gaps, limits that change the design, and what is not sure, by topic. A limit counts with the first requirement that it
/// concerns.
fn work(facts: &Facts<'_>, verdict: &Verdict, conditions: &[Condition]) -> Box<[(Key<Topic>, u32)]> {
    let base = facts.base;
    let gaps = verdict.gaps.iter().map(|gap| gap.requirement);
    let weighty = conditions.iter().filter(|one| base.limitations[one.limitation].severity > Severity::Minor);
    let conditions = weighty.filter_map(|condition| condition.requirements.first().copied());
    let questions = gaps.chain(conditions).map(|number| verdict.requirement(number).question);
    let mut work: BTreeMap<Key<Topic>, u32> = BTreeMap::new();
    for question in questions.chain(verdict.not_sure.iter().copied()) {
        *work.entry(base.questions[question].topic).or_default() += 1;
    }
    work.into_iter().collect()
}

impl PlanLine {
    /// All that is open to work on.
    pub fn open_work(&self) -> u32 {
        self.work.iter().map(|(_, count)| count).sum()
    }

    /// How many limits of what is built in there are.
    pub fn all_conditions(&self) -> u32 {
        self.conditions.iter().sum()
    }

    /// How well it fits where it would be built; the better of both where none is advised alone.
    pub(crate) fn best_fit(&self) -> Option<u8> {
        match self.recommendation {
            Recommendation::Build(side) => self.fits[side],
            _ => self.fits.first.max(self.fits.second),
        }
    }

    /// What puts plans in the order in which they can be built: what waits for the least first, then by title.
    pub(crate) fn in_order(&self) -> impl Ord + '_ {
        (self.stage.place(), self.stage.pieces(), self.gaps, Reverse(self.best_fit()), &self.title, &self.file)
    }
}
