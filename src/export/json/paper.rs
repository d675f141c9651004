//! The decision paper in JSON: what stands on its two pages.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::capability::Level;
use crate::model::date::Day;
use crate::model::question::Importance;
use crate::report::paper::chart::Bar;
use crate::report::paper::costs::Work;
use crate::report::paper::identity::Identity;
use crate::report::paper::options::OptionRow;
use crate::report::paper::risks::Risk;
use crate::report::paper::steps::NextStep;
use crate::report::paper::why::Reason;
use crate::report::paper::{Paper as Pages, find_first};
use crate::report::tiles::Tile;

use super::words::Shown;

/// What stands on the two pages.
#[derive(Serialize)]
pub(super) struct Paper<'p> {
    identity: Named<'p>,
    answer: &'p str,
    lead: &'p str,
    why: Vec<Claim<'p>>,
    chart: Chart<'p>,
    journey: Vec<Piece<'p>>,
    throughout: Vec<Piece<'p>>,
    costs: Costs<'p>,
    find_first: Vec<Point<'p>>,
    ask: Ask<'p>,
    next_steps: Vec<Step<'p>>,
    rests_on: Rests<'p>,
    options: Vec<Compared<'p>>,
    risks: Vec<Seen<'p>>,
    would_change_it: Vec<&'p str>,
    to_order: Option<&'p str>,
    sign_off: Vec<&'p str>,
}

#[derive(Serialize)]
struct Named<'p> {
    project: &'p str,
    client: Option<&'p str>,
    author: Option<&'p str>,
    company: Option<&'p str>,
    version: &'p str,
    status: &'p str,
    confidentiality: Option<&'p str>,
    product: Option<&'p str>,
    planned_for: &'p str,
    decision_maker: Option<&'p str>,
    decide_by: Shown<Day>,
}

#[derive(Serialize)]
struct Claim<'p> {
    claim: &'p str,
    proof: &'p str,
}

#[derive(Serialize)]
struct Chart<'p> {
    title: &'p str,
    bars: Vec<Stacked>,
}

#[derive(Serialize)]
struct Stacked {
    importance: &'static str,
    levels: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Piece<'p> {
    requirement: String,
    label: &'p str,
    place: &'static str,
    level: &'static str,
}

#[derive(Serialize)]
struct Costs<'p> {
    heading: &'p str,
    work: Vec<Effort<'p>>,
    mind: Vec<&'p str>,
    more_to_mind: usize,
}

#[derive(Serialize)]
struct Effort<'p> {
    gap: &'p str,
    level: &'static str,
    importance: &'static str,
    meaning: &'p str,
    workaround: &'p str,
    size: &'p str,
    owner: &'p str,
    by: &'p str,
    decision: &'p str,
    requirements: Vec<String>,
}

#[derive(Serialize)]
struct Point<'p> {
    question: &'p str,
    who: &'p str,
    can: &'p str,
}

#[derive(Serialize)]
struct Ask<'p> {
    by: Shown<Day>,
    from: Option<&'p str>,
    boxes: Vec<&'p str>,
}

#[derive(Serialize)]
struct Step<'p> {
    step: &'p str,
    owner: &'p str,
    by: &'p str,
}

#[derive(Serialize)]
struct Rests<'p> {
    assumptions: Option<&'p str>,
    facts: &'p str,
}

#[derive(Serialize)]
struct Compared<'p> {
    name: &'static str,
    areas: Vec<&'p str>,
}

#[derive(Serialize)]
struct Seen<'p> {
    kind: &'static str,
    what: &'p str,
    to_do: &'p str,
    owner: &'p str,
}

impl<'p> Paper<'p> {
    pub(super) fn of(pages: &'p Pages) -> Self {
        let tiles = &pages.tiles;
        Self {
            identity: Named::of(&pages.identity),
            answer: &pages.answer.headline,
            lead: &pages.answer.lead,
            why: pages.why.iter().map(Claim::of).collect(),
            chart: Chart { title: &pages.chart.title, bars: pages.chart.bars.iter().map(Stacked::of).collect() },
            journey: tiles.row.iter().map(Piece::of).collect(),
            throughout: tiles.throughout.iter().map(Piece::of).collect(),
            costs: Costs {
                heading: &pages.costs.heading,
                work: pages.costs.work.iter().map(Effort::of).collect(),
                mind: pages.costs.mind.conditions.iter().map(|condition| &**condition).collect(),
                more_to_mind: pages.costs.mind.more,
            },
            find_first: pages.find_first.iter().flat_map(|first| &first.points).map(Point::of).collect(),
            ask: Ask {
                by: Shown(pages.ask.by),
                from: pages.ask.from.as_deref(),
                boxes: pages.ask.boxes.iter().map(|text| &**text).collect(),
            },
            next_steps: pages.steps.iter().map(Step::of).collect(),
            rests_on: Rests { assumptions: pages.rests.assumptions.as_deref(), facts: &pages.rests.facts },
            options: pages.options.rows.iter().map(Compared::of).collect(),
            risks: pages.risks.iter().map(Seen::of).collect(),
            would_change_it: pages.changes.iter().map(|said| &**said).collect(),
            to_order: pages.to_order.as_deref(),
            sign_off: pages.sign_off.iter().map(|part| &**part).collect(),
        }
    }
}

impl<'p> Named<'p> {
    fn of(identity: &'p Identity) -> Self {
        Self {
            project: &identity.project,
            client: identity.client.as_deref(),
            author: identity.author.as_deref(),
            company: identity.company.as_deref(),
            version: &identity.version,
            status: identity.status.word(),
            confidentiality: identity.confidentiality.as_deref(),
            product: identity.product.as_deref(),
            planned_for: &identity.planned_for,
            decision_maker: identity.decision_maker.as_deref(),
            decide_by: Shown(identity.decide_by),
        }
    }
}

impl<'p> Claim<'p> {
    fn of(reason: &'p Reason) -> Self {
        Self { claim: &reason.claim, proof: &reason.proof }
    }
}

impl Stacked {
    fn of(bar: &Bar) -> Self {
        let levels = bar.parts.iter().map(|(level, some)| (Level::word(*level), *some)).collect();
        Self { importance: Importance::word(bar.importance), levels }
    }
}

impl<'p> Piece<'p> {
    fn of(tile: &'p Tile) -> Self {
        let Tile { number, label, place, level, .. } = tile;
        Self { requirement: number.to_string(), label, place: place.word(), level: level.word() }
    }
}

impl<'p> Effort<'p> {
    fn of(work: &'p Work) -> Self {
        Self {
            gap: &work.gap,
            level: work.level.word(),
            importance: work.importance.word(),
            meaning: &work.meaning,
            workaround: &work.workaround,
            size: &work.size,
            owner: &work.owner,
            by: &work.by,
            decision: work.decision.word(),
            requirements: work.numbers.iter().map(ToString::to_string).collect(),
        }
    }
}

impl<'p> Point<'p> {
    fn of(point: &'p find_first::Point) -> Self {
        Self { question: &point.question, who: &point.who, can: &point.can }
    }
}

impl<'p> Step<'p> {
    fn of(step: &'p NextStep) -> Self {
        Self { step: &step.step, owner: &step.owner, by: &step.by }
    }
}

impl<'p> Compared<'p> {
    fn of(row: &'p OptionRow) -> Self {
        Self { name: row.name, areas: row.cells.iter().map(|cell| &*cell.words).collect() }
    }
}

impl<'p> Seen<'p> {
    fn of(risk: &'p Risk) -> Self {
        Self { kind: risk.kind.word(), what: &risk.what, to_do: &risk.to_do, owner: &risk.owner }
    }
}
