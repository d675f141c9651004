//! One plan of the portfolio, in JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::export::json::words::Shown;
use crate::model::date::Day;
use crate::report::portfolio::{PlanLine, Portfolio, Stage};

use super::id;

/// One plan.
#[derive(Serialize)]
pub(super) struct Plan<'k> {
    title: &'k str,
    file: &'k str,
    as_of: Shown<Day>,
    basis: Option<&'k str>,
    recommendation: Option<&'k str>,
    outcome: &'static str,
    fits: BTreeMap<&'k str, Option<u8>>,
    stage: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    requirements: u32,
    gaps: u32,
    conditions: Conditions,
    open: u32,
    not_sure: u32,
    needs: BTreeMap<String, &'static str>,
    stopped_by: Vec<&'k str>,
    work: BTreeMap<&'k str, u32>,
}

#[derive(Serialize)]
struct Conditions {
    blocker: u32,
    major: u32,
    minor: u32,
}

impl<'k> Plan<'k> {
    pub(super) fn of(portfolio: &'k Portfolio<'_>, line: &'k PlanLine) -> Self {
        let base = portfolio.base;
        let [blocker, major, minor] = line.conditions;
        let reason = match line.stage {
            Stage::Decision(reason) => Some(reason.word()),
            _ => None,
        };
        let needs = line.needs.iter().map(|need| (id(portfolio, need.piece), need.importance.word()));
        Self {
            title: &line.title,
            file: &line.file,
            as_of: Shown(line.as_of.day),
            basis: line.as_of.basis.map(|source| base.sources[source].id.as_str()),
            recommendation: line.recommendation.id(&base.alternatives),
            outcome: line.outcome.word(),
            fits: line.fits.iter().map(|(side, fit)| (base.alternatives[side].id.as_str(), *fit)).collect(),
            stage: line.stage.word(),
            reason,
            requirements: line.requirements,
            gaps: line.gaps,
            conditions: Conditions { blocker, major, minor },
            open: line.open,
            not_sure: line.not_sure,
            needs: needs.collect(),
            stopped_by: line.stopped_by.iter().map(|key| base.capabilities[*key].id.as_str()).collect(),
            work: line.work.iter().map(|(topic, work)| (base.topics[*topic].id.as_str(), *work)).collect(),
        }
    }
}
