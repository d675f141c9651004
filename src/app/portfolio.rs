//! The plans of the list as a portfolio: how each stands, and all of them as one page.

use crate::knowledge::days::Days;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::report::page::Page;
use crate::report::portfolio::{Judged, Pieces, PlanLine, Portfolio, every_plan, judged, page};

use super::cx::Cx;
use super::plan::as_of;
use super::plans::PlanNumber;

/// A plan of the list, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Which plan; `None` for the one that is open.
    pub(crate) number: Option<PlanNumber>,
    pub(crate) line: PlanLine,
}

/// Every plan of the list, the open one first.
pub(crate) fn standings(cx: &Cx<'_>) -> Vec<Standing> {
    let pieces = Pieces::of(cx.plan.base);
    let numbers = std::iter::once(None).chain(cx.others.iter().map(|kept| Some(kept.number)));
    numbers.zip(all(cx, &pieces)).map(|(number, judged)| Standing { number, line: judged.line }).collect()
}

/// All of them as one page.
pub(crate) fn whole(cx: &Cx<'_>) -> Page {
    let pieces = Pieces::of(cx.plan.base);
    let mut portfolio = Portfolio::of(&pieces, cx.plan.dated(), cx.others.len() + 1);
    for judged in all(cx, &pieces) {
        portfolio.add(judged);
    }
    portfolio.sort();
    every_plan(&portfolio).within(page(&portfolio))
}

fn all(cx: &Cx<'_>, pieces: &Pieces<'_>) -> Vec<Judged> {
    let (base, today) = (cx.plan.base, cx.plan.today);
    let mut days: Days<Facts<'_>> = Days::default();
    let mut judge = |answers: &Answers| {
        let as_of = as_of(base, answers, today);
        let facts = days.get(|facts| facts.are_for(as_of, answers), || base.at(as_of).for_plan(answers));
        judged(pieces, facts, answers, NO_FILE)
    };
    let answers = std::iter::once(cx.plan.answers()).chain(cx.others.iter().map(|kept| &kept.answers));
    answers.map(&mut judge).collect()
}

/// Plans of the list are known by their titles.
const NO_FILE: &str = "-";
