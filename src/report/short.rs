//! The advice in a few sentences, for whoever hears it read aloud: what to do, why, and the worst of what to mind.

use crate::diagnostic::suggest::enumerate;

use super::Report;
use super::parts::contradictions::Clash;
use super::parts::firmness;
use super::words::{how_well, uncapitalized};

/// So many gaps or conditions are named at most.
const MOST_NAMED: usize = 5;

/// The advice in a few sentences. What has several wordings has the longest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Short {
    /// What to do.
    pub(crate) what: String,
    /// Why, and how much of it falls short.
    pub(crate) why: Vec<String>,
    /// What it costs, where there is room, the most important first.
    pub(crate) cost: Vec<Vec<String>>,
    /// How firm it is; nothing where that cannot be said.
    pub(crate) firmness: Vec<String>,
    /// What to do next.
    pub(crate) next: Vec<String>,
}

impl Short {
    /// Picks the sentences of a report.
    pub(crate) fn of(report: &Report) -> Self {
        let decision = &report.decision;
        let conditions: Vec<String> = report
            .conditions
            .iter()
            .map(|condition| format!("\"{}\" ({})", condition.limit.title, condition.limit.severity.word()))
            .collect();
        let gaps: Vec<String> =
            report.gaps.iter().map(|gap| format!("\"{}\" ({})", gap.wish, how_well(gap.level))).collect();
        let alone = |sentence: String| vec![sentence];
        let mut cost: Vec<Vec<String>> = report.contradictions.iter().map(Clash::whole).map(alone).collect();
        cost.extend([named("Mind", &conditions), named("Gaps", &gaps)]);
        cost.extend(decision.caveats.iter().cloned().map(alone));
        let firmness = report.firmness.first().map(|firmness| {
            let short = firmness::claim(&firmness.statement).to_owned();
            wordings(&firmness.sentence, &["; "]).into_iter().chain([short]).collect()
        });
        let next = report.next_steps.first().map(|step| format!("Next: {}", uncapitalized(&step.text)));
        Self {
            what: decision.headline.clone(),
            why: why(report),
            cost,
            firmness: firmness.unwrap_or_default(),
            next: next.map(|next| wordings(&next, &[", first: ", ": \"", ". "])).unwrap_or_default(),
        }
    }
}

/// Why, with notices, without them, and as the counts alone.
fn why(report: &Report) -> Vec<String> {
    let decision = &report.decision;
    let joined = |sentences: &[&String]| sentences.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(" ");
    let reason = [&decision.reason];
    let counts: Vec<&String> = decision.summary.iter().collect();
    let short = [reason.as_slice(), counts.as_slice()].concat();
    let whole = [decision.notices.iter().collect::<Vec<_>>().as_slice(), short.as_slice()].concat();
    [whole, short, counts].iter().map(|sentences| joined(sentences)).filter(|why| !why.is_empty()).collect()
}

/// A sentence, and the same up to where each of some signs ends what can stand alone.
fn wordings(sentence: &str, ends: &[&str]) -> Vec<String> {
    let shorter = ends.iter().filter_map(|end| sentence.split_once(end)).map(|(first, _)| format!("{first}."));
    std::iter::once(sentence.to_owned()).chain(shorter).collect()
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
