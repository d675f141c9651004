//! The decision paper: what stands on its pages, and that it keeps its limits for every plan.

mod identity;
mod limits;
mod outcomes;
mod record;
mod tiles;

use journey_advisor::advise::components::Forest;
use journey_advisor::export::Document;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::verdict::Verdict;
use journey_advisor::report::Report;
use journey_advisor::report::paper::Paper;

use crate::personas::plan::{TODAY, advice, day};

/// Days with both areas, with one that is closing, with one that is closed, and with one that is gone.
const DAYS: [&str; 7] = ["article", "2022-06-01", "2023-09-01", "2024-09-01", "2025-08-01", "2025-11-01", TODAY];

/// The paper of a plan for a day, made today.
fn paper(base: &KnowledgeBase, answers: &Answers, at: &str) -> (Verdict, Report, Paper) {
    let as_of = base.as_of(at, day(TODAY)).unwrap();
    let facts = base.at(as_of);
    let (verdict, analysis, _) = advice(base, answers, as_of, day(TODAY));
    let Document { report, paper, .. } = Document::of(&Forest::of(&facts), answers, &verdict, &analysis, day(TODAY));
    (verdict, report, paper)
}

/// Every text of the first page but for the project's own names.
fn first_page(paper: &Paper) -> Vec<String> {
    let Paper { answer, why, chart, costs, find_first, ask, steps, rests, .. } = paper;
    let mut all = vec![answer.headline.to_string(), answer.lead.to_string(), chart.title.to_string()];
    all.extend(why.iter().flat_map(|reason| [reason.claim.to_string(), reason.proof.to_string()]));
    all.extend(chart.bars.iter().map(|bar| bar.label.clone()));
    if let Some(first) = find_first {
        let points = first.points.iter();
        all.extend(points.flat_map(|point| [&*point.question, &*point.who, &*point.can].map(str::to_owned)));
    } else {
        all.push(costs.heading.to_string());
        all.extend(costs.nothing.map(str::to_owned));
        let (work, _) = costs.on_the_first_page();
        all.extend(
            work.iter().flat_map(|work| {
                [&*work.gap, &*work.workaround, &*work.size, &*work.owner, &*work.by].map(str::to_owned)
            }),
        );
        all.extend(costs.mind.conditions.iter().map(ToString::to_string));
    }
    all.push(ask.lead());
    all.extend(ask.boxes.iter().map(ToString::to_string));
    all.extend(steps.iter().flat_map(|step| [step.step.to_string(), step.who_and_when()]));
    all.extend(rests.assumptions.iter().map(ToString::to_string));
    all.push(rests.facts.to_string());
    all
}

/// Every text of the second page.
fn second_page(paper: &Paper) -> Vec<String> {
    let mut all: Vec<String> = paper.options.areas.iter().map(ToString::to_string).collect();
    let rows = paper.options.rows.iter();
    all.extend(
        rows.flat_map(|row| {
            [row.name.to_owned()].into_iter().chain(row.cells.iter().map(|cell| cell.words.to_string()))
        }),
    );
    all.extend(paper.costs.work.iter().map(|work| work.meaning.to_string()));
    all.extend(paper.risks.iter().flat_map(|risk| [&*risk.what, &*risk.to_do, &*risk.owner].map(str::to_owned)));
    all.extend(paper.changes.iter().map(ToString::to_string));
    all.extend(paper.to_order.iter().map(ToString::to_string));
    all.extend(paper.sign_off.iter().map(ToString::to_string));
    all
}
