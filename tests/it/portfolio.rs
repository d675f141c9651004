//! Many plans as one: forty journeys of all kinds of clients, and random plans held against the advice on each alone.

mod alone;
mod backlog;
mod faces;
mod packed;

use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::report::portfolio::{Pieces, Portfolio, judged};

use crate::support::documents::today;

/// The portfolio of some plans.
fn portfolio<'k>(pieces: &'k Pieces<'k>, plans: &[(String, Answers)]) -> Portfolio<'k> {
    let mut portfolio = Portfolio::of(pieces, today().into(), plans.len());
    for (file, answers) in plans {
        portfolio.add(judged(pieces, &facts(pieces.base, answers), answers, file));
    }
    portfolio.sort();
    portfolio
}

/// The facts that a plan counts with.
fn facts<'k>(base: &'k KnowledgeBase, answers: &Answers) -> journey_advisor::knowledge::facts::Facts<'k> {
    let as_of = base.as_of(answers.as_of.as_deref().unwrap_or("today"), today()).unwrap();
    base.at(as_of).for_plan(answers)
}
