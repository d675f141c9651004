//! What goes where if both areas are advised: each requirement in the area that does it better.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::capability::Level;
use crate::model::verdict::{Recommendation, Requirement, Verdict};
use crate::report::Report;
use crate::report::page::{Section, line, list};
use crate::report::words::{name, name_first, wishes};

/// A line for each area, and one for what both do equally well; empty unless both are advised.
pub(in crate::report) fn lines(facts: &Facts<'_>, verdict: &Verdict) -> Vec<String> {
    if verdict.recommendation != Recommendation::Both {
        return Vec::new();
    }
    let base = facts.base;
    let of = |wanted: &dyn Fn(&Requirement) -> bool| {
        let own: Vec<&Requirement> = verdict.requirements.iter().filter(|one| wanted(one)).collect();
        (!own.is_empty()).then(|| wishes(base, own.iter().copied(), own.len()))
    };
    let better = |side: Side| {
        let own = of(&|one| one.is_better_in(side))?;
        Some(format!("In {}: {own}.", name(base, side)))
    };
    let level = of(&|one| one.levels.first == one.levels.second && one.levels.first > Level::None).map(|own| {
        format!("{} and {} do the same for {own}.", name_first(base, Side::First), name(base, Side::Second))
    });
    Side::BOTH.into_iter().filter_map(better).chain(level).collect()
}

/// What goes where.
pub(crate) fn section(report: &Report) -> Section {
    Section::new("division", "What goes where", vec![list(report.division.iter().map(line))])
}

/// What running both costs.
pub(crate) fn costs(report: &Report) -> Section {
    Section::new("costs", "What running both costs", vec![list(report.costs.iter().map(line))])
}
