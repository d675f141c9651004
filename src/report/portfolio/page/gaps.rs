//! What plans need in common: gaps to close once, what to order once, and limits to settle once.

use crate::model::capability::Severity;
use crate::model::source::Citation;
use crate::report::bibliography::Bibliography;
use crate::report::page::{Block, Cell, ColumnKind, Section, Table, citations, line};
use crate::report::parts::work::{HEADING as TO_ORDER, kind};
use crate::report::portfolio::Portfolio;
use crate::report::portfolio::piece::{Piece, PieceNumber};
use crate::report::portfolio::shared::Shared;
use crate::report::words::{capitalized, count};

use super::words::{area, serves, what, work};

/// What closes the gaps, each piece of work once.
pub(super) fn section(portfolio: &Portfolio<'_>, bibliography: &mut Bibliography) -> Section {
    let rows = portfolio.shared_gaps().into_iter().map(|(number, shared)| {
        let [must, ..] = shared.plans;
        [
            Cell::text(what(portfolio, number)),
            Cell::text(serves(portfolio, shared)),
            Cell::text(area(portfolio, number).unwrap_or_else(|| "-".to_owned())),
            Cell::text(work(portfolio, number)),
            Cell::text(shared.all_plans().to_string()),
            Cell::text(must.to_string()),
            citations(&bibliography.cite(&written(portfolio, number, shared))).into(),
        ]
    });
    let caption = "What closes gaps, what most plans need first, then what is the least work";
    let area_head = capitalized(&portfolio.base.nouns.alternative.one);
    let table = Table::of(caption, ["Build once", "For", &area_head, "Work", "Plans", "As a must", "Sources"], rows);
    let table = table.with("Plans", ColumnKind::Number).with("As a must", ColumnKind::Number);
    Section::new("shared-gaps", "Gaps that plans share", vec![Block::Table(table)])
}

/// Where it is written that a piece of work is needed.
fn written(portfolio: &Portfolio<'_>, number: PieceNumber, shared: &Shared) -> Vec<Citation> {
    let base = portfolio.base;
    match portfolio.pieces.piece(number) {
        Piece::Workaround(limitation, place) => {
            let limitation = &base.limitations[limitation];
            let more = limitation.workarounds.get(place).map_or(&[][..], |workaround| &workaround.sources);
            [&limitation.sources[..], more].concat()
        }
        Piece::Order(prerequisite) => base.prerequisites[prerequisite].sources.clone(),
        Piece::FindOut(_, side) | Piece::Accept(_, side) => {
            let support = shared.serves.iter().flat_map(|key| &base.capabilities[*key].support);
            let now = support.filter(|support| support.side == side && support.period.until.is_none());
            now.flat_map(|support| support.sources.clone()).collect()
        }
    }
}

/// What must be ordered, licensed or switched on, once for all plans.
pub(super) fn to_order(portfolio: &Portfolio<'_>, bibliography: &mut Bibliography) -> Section {
    let rows = portfolio.to_order().into_iter().filter_map(|(number, shared)| {
        let Piece::Order(key) = portfolio.pieces.piece(number) else { return None };
        let prerequisite = &portfolio.base.prerequisites[key];
        let said = prerequisite.text.as_ref().map(|text| format!("{}. {text}", prerequisite.title));
        Some([
            Cell::text(said.unwrap_or_else(|| prerequisite.title.to_string())),
            Cell::text(kind(prerequisite.kind)),
            Cell::text(serves(portfolio, shared)),
            Cell::text(shared.all_plans().to_string()),
            citations(&bibliography.cite(&prerequisite.sources)).into(),
        ])
    });
    let caption = "What must be there before it works, once for all plans";
    let table = Table::of(caption, ["What", "Kind", "For", "Plans", "Sources"], rows);
    Section::new("to-order", TO_ORDER, vec![Block::Table(table.with("Plans", ColumnKind::Number))])
}

/// The limits of what is built in that change the design, and how many more there are.
pub(super) fn conditions(portfolio: &Portfolio<'_>, bibliography: &mut Bibliography) -> Section {
    let (weighty, minor): (Vec<_>, Vec<_>) = portfolio
        .shared_conditions()
        .into_iter()
        .partition(|(key, _)| portfolio.base.limitations[*key].severity > Severity::Minor);
    let rows = weighty.into_iter().map(|(key, plans)| {
        let limitation = &portfolio.base.limitations[key];
        [
            Cell::text(limitation.title.to_string()),
            Cell::text(limitation.severity.word()),
            Cell::text(plans.to_string()),
            citations(&bibliography.cite(&limitation.sources)).into(),
        ]
    });
    let caption = "Limits in force of what is built in, to be settled once";
    let table = Table::of(caption, ["Limit", "Severity", "Plans", "Sources"], rows);
    let mut blocks = vec![Block::Table(table.with("Plans", ColumnKind::Number))];
    if !minor.is_empty() {
        let more = format!("And {}, which the advice on each plan lists.", count(minor.len(), "minor one"));
        blocks.push(Block::Remark(line(more)));
    }
    Section::new("conditions", "Built in, but mind", blocks)
}
