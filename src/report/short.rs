//! The advice in a few sentences, for whoever hears it read aloud: what to do, why, and the worst of what to mind.

use crate::diagnostic::suggest::enumerate;

use super::Report;
use super::parts::contradictions::Clash;
use super::words::how_well;

/// So many gaps or conditions are named at most.
const MOST_NAMED: usize = 5;

/// The advice in a few sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Short {
    /// What is always said: what to do, and why.
    pub(crate) lead: [String; 2],
    /// What is said where there is room, the most important first: each in several wordings, the longest first.
    pub(crate) further: Vec<Vec<String>>,
}

impl Short {
    /// Picks the sentences of a report.
    pub(crate) fn of(report: &Report) -> Self {
        let decision = &report.decision;
        let why = decision.notices.iter().chain([&decision.reason]).chain(&decision.summary);
        let conditions: Vec<String> = report
            .conditions
            .iter()
            .map(|condition| format!("\"{}\" ({})", condition.limit.title, condition.limit.severity.word()))
            .collect();
        let gaps: Vec<String> =
            report.gaps.iter().map(|gap| format!("\"{}\" ({})", gap.wish, how_well(gap.level))).collect();
        let alone = |sentence: String| vec![sentence];
        let mut further: Vec<Vec<String>> = report.contradictions.iter().map(Clash::whole).map(alone).collect();
        further.extend([named("Mind", &conditions), named("Gaps", &gaps)]);
        further.extend(
            decision
                .caveats
                .iter()
                .chain(report.firmness.first().map(|firmness| &firmness.sentence))
                .cloned()
                .map(alone),
        );
        let why: Vec<&str> = why.map(String::as_str).collect();
        Self { lead: [decision.headline.clone(), why.join(" ")], further }
    }
}

/// What is counted, by name: all of it, then less and less of it with how many more there are.
fn named(what: &str, all: &[String]) -> Vec<String> {
    let most = all.len().min(MOST_NAMED);
    let wording = |number: usize| {
        let more = all.len() - number;
        let first = all.iter().take(number).cloned();
        let listed: Vec<String> = first.chain((more > 0).then(|| format!("{more} more"))).collect();
        format!("{what}: {}.", enumerate(&listed, "and"))
    };
    (1..=most).rev().map(wording).collect()
}
