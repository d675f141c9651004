//! Traceability without orphans, in either direction.

use std::collections::BTreeSet;

use journey_advisor::embedded;
use journey_advisor::report::document;
use journey_advisor::report::page::{Block, Piece};

use crate::support::documents::with_document;
use crate::support::generate::{self, Random};

#[test]
fn nothing_is_an_orphan() {
    let base = embedded::knowledge();
    for seed in 0..100 {
        let answers = generate::answers(&mut Random::new(seed), &base);
        with_document(&base, &answers, |document| {
            let report = &document.report;
            let traced: BTreeSet<_> = report.traces.iter().map(|trace| trace.number).collect();
            let required: BTreeSet<_> = report.drivers.iter().map(|driver| driver.number).collect();
            assert_eq!(traced, required, "each requirement has a row, and each row a requirement");

            let in_gaps = report.gaps.iter().flat_map(|gap| &gap.limits);
            let in_conditions = report.conditions.iter().map(|condition| &condition.limit);
            let limits: BTreeSet<&str> = in_gaps.chain(in_conditions).map(|limit| limit.id.as_str()).collect();
            let named: BTreeSet<&str> =
                report.traces.iter().flat_map(|trace| &trace.limitations).map(String::as_str).collect();
            assert_eq!(named, limits, "the limitations of the register are those of the matrix");

            let outline = document::full(report, &document.paper);
            let cited: BTreeSet<usize> = outline
                .sections
                .iter()
                .filter(|section| section.id != "sources")
                .flat_map(|section| &section.blocks)
                .flat_map(Block::lines)
                .flatten()
                .filter_map(|piece| match piece {
                    Piece::Cited(cited) => Some(cited.number),
                    _ => None,
                })
                .collect();
            assert_eq!(
                cited,
                (1..=report.works.len()).collect(),
                "each source is cited, and each citation has its source"
            );

            for trace in &report.traces {
                let question = base.question(&trace.question).unwrap();
                let choice = base.questions[question].find(&trace.choice).unwrap();
                assert!(answers.answer(question).unwrap().has(choice), "{trace:?}");
            }
        });
    }
}

#[test]
fn each_answer_that_counts_is_traced_or_assumed() {
    let base = embedded::knowledge();
    for seed in 0..100 {
        let answers = generate::answers(&mut Random::new(seed), &base);
        with_document(&base, &answers, |document| {
            let traced = document.report.traces.iter().map(|trace| trace.question.as_str());
            let assumed = document.report.assumptions.iter().map(|assumption| assumption.question.as_str());
            let told: BTreeSet<&str> = traced.chain(assumed).collect();
            let asked = journey_advisor::knowledge::visible::Visible::of(&base, &answers);
            for (question, response) in answers.iter().filter(|(question, _)| asked.contains(*question)) {
                let id = base.questions[question].id.as_str();
                assert_eq!(told.contains(id), response.answer.is_some(), "{id}");
            }
        });
    }
}
