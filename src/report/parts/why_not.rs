//! Why not the other: what rules it out, what it loses, and its best case in the user's own answers.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::verdict::{Recommendation, Requirement, Verdict};
use crate::report::Report;
use crate::report::adds::Adds;
use crate::report::page::{Section, line, list};
use crate::report::settings::out_of_reach;
use crate::report::words::{name, name_first, wish};

use super::arguments::strongest;
use super::decision::unmet;

/// The sentences on the alternative that is not recommended.
pub(in crate::report) fn sentences(facts: &Facts<'_>, verdict: &Verdict) -> Vec<String> {
    match verdict.recommendation {
        Recommendation::Build(side) => against(facts, verdict, side.other()),
        Recommendation::Both => Vec::new(),
        Recommendation::Neither | Recommendation::Undecided => {
            Side::BOTH.into_iter().flat_map(|side| against(facts, verdict, side)).collect()
        }
    }
}

fn against(facts: &Facts<'_>, verdict: &Verdict, other: Side) -> Vec<String> {
    let base = facts.base;
    let subject = name_first(base, other);
    let mut sentences = Vec::new();
    if let Some(ended) = out_of_reach(facts, other) {
        sentences.push(format!("{ended} Nothing can be built in it."));
    }
    if !verdict.standings[other].passes() {
        sentences.push([&subject, " cannot do ", &unmet(facts, verdict, other), "."].concat());
    }
    let losses = strongest(verdict, other.other());
    if !losses.is_empty() {
        let subject = if sentences.is_empty() { subject.as_str() } else { "It" };
        sentences.push([subject, " loses most on ", &listed(facts, verdict, &losses), "."].concat());
    }
    let gains = strongest(verdict, other);
    if gains.is_empty() {
        sentences.push(format!("None of your answers speaks for {}.", name(base, other)));
    } else {
        sentences.push(["Its best case in your own answers: ", &listed(facts, verdict, &gains), "."].concat());
    }
    sentences
}

fn listed(facts: &Facts<'_>, verdict: &Verdict, requirements: &[&Requirement]) -> String {
    let words: Vec<String> = requirements
        .iter()
        .map(|requirement| {
            let adds = Adds::of(facts.base, verdict, requirement);
            ["\"", wish(facts.base, requirement), "\" (", &adds.share, ")"].concat()
        })
        .collect();
    crate::diagnostic::suggest::enumerate(&words, "and")
}

/// Why not the other alternative.
pub(crate) fn section(report: &Report) -> Section {
    Section::new("why-not", "Why not the other", vec![list(report.why_not.iter().map(line))])
}
