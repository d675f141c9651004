//! How the advice was computed, with the tables it used.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::verdict::Verdict;
use crate::report::Report;
use crate::report::page::{Section, line, list};
use crate::report::words::{count, documentation, name, number, signed};

/// The lines of the method note.
pub(in crate::report) fn lines(facts: &Facts<'_>, verdict: &Verdict) -> Vec<String> {
    let base = facts.base;
    let mut lines = computed(facts, verdict);
    if facts.scoring != base.scoring {
        let [must, should, could] = base.scoring.weights().all();
        lines.push(format!("The weights are this plan's own; the knowledge has {must}, {should} and {could}."));
    }
    let unknown = verdict.requirements.iter().filter(|requirement| !requirement.is_counted()).count();
    if unknown > 0 {
        lines.push(format!(
            "{} counted for neither {}, because the level of one is not documented.",
            count(unknown, "requirement"),
            base.nouns.alternative.one
        ));
    }
    if let Some(basis) = verdict.as_of.basis {
        let source = &base.sources[basis];
        lines.push(format!(
            "Only what \"{}\" ({}) says counts here; where it is silent, nothing is assumed.",
            source.title, source.publisher
        ));
    }
    lines.push(format!("Facts: {}, edition {}.", base.title, base.edition));
    let archive = base.documentation.as_ref().and_then(|documentation| documentation.archive.as_ref());
    lines.extend(archive.map(ToString::to_string));
    lines.push(reminder(base));
    lines
}

/// How points become advice.
fn computed(facts: &Facts<'_>, verdict: &Verdict) -> Vec<String> {
    let base = facts.base;
    let scoring = &facts.scoring;
    vec![
        format!(
            "Each answer becomes requirements. A must that {} cannot meet rules it out; points never buy that back.",
            base.nouns.alternative.a()
        ),
        format!(
            "Support is worth {} points when built in, {} partly, {} by a workaround and {} when not supported. Each is multiplied by {} for a must, {} for a should, {} for a could.",
            scoring.native,
            scoring.partial,
            scoring.workaround,
            scoring.none,
            scoring.must,
            scoring.should,
            scoring.could
        ),
        format!("Fit is what {} reaches of the most it could, in per cent.", base.nouns.alternative.a()),
        format!(
            "The margin is the sum of the differences: here {}. Above zero it speaks for {}, below for {}. Up to {} points ({} percent of the weight) count as equal.",
            signed(verdict.margin),
            name(base, Side::First),
            name(base, Side::Second),
            number(verdict.threshold),
            scoring.indifference
        ),
        "A single other answer is another choice, one more or one less, at the usual importance of its question; what the project is given stays as it is."
            .to_owned(),
    ]
}

/// What the method cannot do.
fn reminder(base: &KnowledgeBase) -> String {
    let documentation = documentation(base);
    format!("This is help with a decision: check what matters with {documentation} before you commit a budget.")
}

/// How the advice was computed.
pub(crate) fn section(report: &Report) -> Section {
    let lines = report.method.iter().map(line);
    Section::new("method", "Method", vec![list(lines)])
}
