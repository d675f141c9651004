//! The portfolio for programs: what plans need in common, then each plan on a line of its own.

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation};
use crate::model::date::Day;
use crate::report::parts::header::TOOL;
use crate::report::portfolio::{Efforts, HeatMap, Piece, PieceNumber, Portfolio, Shared, Stage, Step, steps};

use super::escaped;
use super::knowledge::Knowledge;
use super::words::Shown;
use super::work::Asks;

mod plan;

/// The schema of the portfolio.
pub const SCHEMA: &str = include_str!("../../../schemas/portfolio.schema.json");

/// The version of this form.
const SCHEMA_VERSION: u32 = 1;

/// Everything but the plans.
#[derive(Serialize)]
struct Head<'k> {
    schema_version: u32,
    tool: &'static str,
    made_on: Shown<Day>,
    made_on_from: &'static str,
    knowledge: Knowledge<'k>,
    counts: Counts,
    order_of_work: Order,
    efforts: Work,
    shared_gaps: Vec<Closing<'k>>,
    to_order: Vec<ToOrder<'k>>,
    conditions: Vec<Condition<'k>>,
    work_by_topic: Vec<Topic<'k>>,
    left_out: &'k [String],
}

#[derive(Serialize)]
struct Counts {
    plans: usize,
    left_out: usize,
    requirements: u64,
    gaps: u64,
    conditions: u64,
    open: u64,
    not_sure: u64,
}

#[derive(Serialize)]
struct Order {
    ready: usize,
    after_one: usize,
    after_several: usize,
    decision: usize,
    not_carried: usize,
    steps: Vec<StepOf>,
}

#[derive(Serialize)]
struct StepOf {
    piece: String,
    wait: usize,
    ready: usize,
}

/// How much work the gaps are.
#[derive(Serialize)]
struct Work {
    done_once: Classes,
    done_by_each: Classes,
}

#[derive(Serialize)]
struct Classes {
    hours: usize,
    days: usize,
    weeks: usize,
    unsaid: usize,
}

/// A piece of work that closes gaps.
#[derive(Serialize)]
struct Closing<'k> {
    id: String,
    kind: &'static str,
    alternative: &'k str,
    limitation: Option<&'k str>,
    what: Option<&'k str>,
    #[serde(flatten)]
    asks: Asks<'k>,
    serves: Vec<&'k str>,
    gaps: usize,
    #[serde(flatten)]
    plans: Plans,
}

/// How many plans need a piece of work.
#[derive(Serialize)]
struct Plans {
    plans: usize,
    must: usize,
    should: usize,
    could: usize,
    holds_up: usize,
}

#[derive(Serialize)]
struct ToOrder<'k> {
    id: &'k str,
    title: &'k str,
    kind: &'static str,
    serves: Vec<&'k str>,
    #[serde(flatten)]
    plans: Plans,
}

#[derive(Serialize)]
struct Condition<'k> {
    id: &'k str,
    title: &'k str,
    alternative: &'k str,
    severity: &'static str,
    plans: usize,
}

#[derive(Serialize)]
struct Topic<'k> {
    id: &'k str,
    title: &'k str,
    work: u32,
}

/// Bytes that are handed over together.
const PART: usize = 32 * 1024;

/// The portfolio as JSON, part by part.
pub(crate) fn write(portfolio: &Portfolio<'_>, take: &mut dyn FnMut(&str)) {
    let head = serde_json::to_string_pretty(&Head::of(portfolio)).expect("the keys are text and no part fails");
    let mut out = escaped(head);
    assert_eq!(out.pop(), Some('}'), "an object ends so");
    out.truncate(out.trim_end().len());
    out.push_str(",\n  \"plans\": [");
    for (position, line) in portfolio.lines.iter().enumerate() {
        out.push_str(if position == 0 { "\n    " } else { ",\n    " });
        let plan = serde_json::to_string(&plan::Plan::of(portfolio, line));
        out.push_str(&escaped(plan.expect("the keys are text and no part fails")));
        if out.len() > PART {
            take(&out);
            out.clear();
        }
    }
    out.push_str("\n  ]\n}\n");
    take(&out);
}

impl<'k> Head<'k> {
    fn of(portfolio: &'k Portfolio<'_>) -> Self {
        let base = portfolio.base;
        Self {
            schema_version: SCHEMA_VERSION,
            tool: TOOL,
            made_on: Shown(portfolio.today.day),
            made_on_from: portfolio.today.origin.word(),
            knowledge: Knowledge::of(base),
            counts: Counts::of(portfolio),
            order_of_work: Order::of(portfolio),
            efforts: Work {
                done_once: Classes::of(portfolio.done_once()),
                done_by_each: Classes::of(portfolio.done_by_each()),
            },
            shared_gaps: portfolio
                .shared_gaps()
                .into_iter()
                .map(|(number, shared)| Closing::of(portfolio, number, shared))
                .collect(),
            to_order: portfolio
                .to_order()
                .into_iter()
                .filter_map(|(number, shared)| to_order(portfolio, number, shared))
                .collect(),
            conditions: portfolio.shared_conditions().into_iter().map(|one| condition(base, one)).collect(),
            work_by_topic: topics(portfolio),
            left_out: &portfolio.left_out,
        }
    }
}

impl Counts {
    fn of(portfolio: &Portfolio<'_>) -> Self {
        let lines = || portfolio.lines.iter();
        Self {
            plans: portfolio.lines.len(),
            left_out: portfolio.left_out.len(),
            requirements: lines().map(|line| u64::from(line.requirements)).sum(),
            gaps: lines().map(|line| u64::from(line.gaps)).sum(),
            conditions: lines().map(|line| u64::from(line.all_conditions())).sum(),
            open: lines().map(|line| u64::from(line.open)).sum(),
            not_sure: lines().map(|line| u64::from(line.not_sure)).sum(),
        }
    }
}

impl Order {
    fn of(portfolio: &Portfolio<'_>) -> Self {
        let count = |is: fn(&Stage) -> bool| portfolio.count(|line| is(&line.stage));
        let step = |step: Step| StepOf { piece: id(portfolio, step.piece), wait: step.wait, ready: step.ready };
        Self {
            ready: count(|stage| matches!(stage, Stage::Ready)),
            after_one: count(|stage| matches!(stage, Stage::AfterOne(_))),
            after_several: count(|stage| matches!(stage, Stage::AfterSeveral(_))),
            decision: count(|stage| matches!(stage, Stage::Decision(_))),
            not_carried: count(|stage| matches!(stage, Stage::NotCarried)),
            steps: steps(portfolio).into_iter().map(step).collect(),
        }
    }
}

impl Classes {
    fn of(Efforts { hours, days, weeks, unsaid }: Efforts) -> Self {
        Self { hours, days, weeks, unsaid }
    }
}

impl Plans {
    fn of(shared: &Shared) -> Self {
        let [must, should, could] = shared.plans;
        Self { plans: shared.all_plans(), must, should, could, holds_up: shared.holds_up }
    }
}

impl<'k> Closing<'k> {
    fn of(portfolio: &'k Portfolio<'_>, number: PieceNumber, shared: &'k Shared) -> Self {
        let (base, piece) = (portfolio.base, portfolio.pieces.piece(number));
        let workaround = portfolio.pieces.workaround(piece);
        let (kind, side, limitation) = match piece {
            Piece::Workaround(key, _) => {
                let limitation: &Limitation = &base.limitations[key];
                ("workaround", limitation.side, Some(limitation.id.as_str()))
            }
            Piece::FindOut(_, side) => ("find-out", side, None),
            Piece::Accept(_, side) => ("accept", side, None),
            Piece::Order(_) => ("order", Side::First, None),
        };
        Self {
            id: id(portfolio, number),
            kind,
            alternative: base.alternatives[side].id.as_str(),
            limitation,
            what: workaround.map(|workaround| workaround.text.as_str()),
            asks: Asks::of(workaround, base),
            serves: serves(base, shared),
            gaps: shared.gaps,
            plans: Plans::of(shared),
        }
    }
}

/// The name of a piece of work for programs: the id of what it is about, with its place where there are several.
fn id(portfolio: &Portfolio<'_>, number: PieceNumber) -> String {
    let base = portfolio.base;
    let of = |what: &str, key: Key<Capability>, side: Side| {
        format!("{what}:{}:{}", base.capabilities[key].id, base.alternatives[side].id)
    };
    match portfolio.pieces.piece(number) {
        Piece::Workaround(limitation, 0) => base.limitations[limitation].id.to_string(),
        Piece::Workaround(limitation, place) => format!("{}:{}", base.limitations[limitation].id, place + 1),
        Piece::FindOut(capability, side) => of("find-out", capability, side),
        Piece::Accept(capability, side) => of("accept", capability, side),
        Piece::Order(prerequisite) => format!("order:{}", base.prerequisites[prerequisite].id),
    }
}

fn serves<'k>(base: &'k KnowledgeBase, shared: &Shared) -> Vec<&'k str> {
    shared.serves.iter().map(|key| base.capabilities[*key].id.as_str()).collect()
}

fn to_order<'k>(portfolio: &'k Portfolio<'_>, number: PieceNumber, shared: &Shared) -> Option<ToOrder<'k>> {
    let Piece::Order(key) = portfolio.pieces.piece(number) else { return None };
    let prerequisite = &portfolio.base.prerequisites[key];
    Some(ToOrder {
        id: prerequisite.id.as_str(),
        title: &prerequisite.title,
        kind: prerequisite.kind.word(),
        serves: serves(portfolio.base, shared),
        plans: Plans::of(shared),
    })
}

fn condition(base: &KnowledgeBase, (key, plans): (Key<Limitation>, usize)) -> Condition<'_> {
    let limitation = &base.limitations[key];
    Condition {
        id: limitation.id.as_str(),
        title: &limitation.title,
        alternative: base.alternatives[limitation.side].id.as_str(),
        severity: limitation.severity.word(),
        plans,
    }
}

fn topics<'k>(portfolio: &'k Portfolio<'_>) -> Vec<Topic<'k>> {
    let topic = |(key, work)| {
        let topic = &portfolio.base.topics[key];
        Topic { id: topic.id.as_str(), title: &topic.title, work }
    };
    let sums = HeatMap::of(portfolio).map(|map| map.topics.into_iter().zip(map.all.cells));
    sums.into_iter().flatten().map(topic).collect()
}
