//! The method against brute force: what is computed cleverly must equal what is enumerated stupidly.

mod definitions;
mod enumerate;
mod firmness;
mod fits;
mod proofs;
mod sentences;
mod settings;
mod splits;
mod sums;

use journey_advisor::advise::analysis::advise_in;
use journey_advisor::advise::components::Forest;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::verdict::Verdict;
use journey_advisor::report::Report;

use crate::support::generate::{self, Random, SMALL, as_of};

/// Calls `check` with so many random cases and the report on each.
fn each(runs: u64, mut check: impl FnMut(&Facts<'_>, &Answers, &Verdict, &Report, u64)) {
    for seed in 0..runs {
        let mut random = Random::new(seed);
        let base = generate::base(&mut random, SMALL);
        let answers = generate::answers(&mut random, &base);
        let facts = base.at(as_of());
        let forest = Forest::of(&facts);
        let (verdict, analysis) = advise_in(&forest, &answers);
        let report = Report::of(&forest, &answers, &verdict, &analysis, as_of().day.into());
        check(&facts, &answers, &verdict, &report, seed);
    }
}
