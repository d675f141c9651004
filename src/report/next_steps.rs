//! What to do next, in order: settle, find out, prove, plan the gaps, sign, and look again.

use crate::knowledge::facts::Facts;
use crate::model::capability::Way;
use crate::model::verdict::{Flag, RequirementNumber, Verdict};

use super::contradictions::Clash;
use super::find_out::FindOut;
use super::gaps::GapEntry;
use super::words::{capitalized, count, name, wishes};

/// How many wishes or questions a step names.
const MOST: usize = 3;

/// What the steps look at.
pub(super) struct Findings<'r> {
    pub(super) contradictions: &'r [Clash],
    pub(super) find_out: &'r [FindOut],
    pub(super) gaps: &'r [GapEntry],
}

/// The steps.
pub(super) fn all(facts: &Facts<'_>, verdict: &Verdict, findings: &Findings<'_>) -> Vec<String> {
    let mut steps = Vec::new();
    steps.extend(settle(findings.contradictions));
    steps.extend(ask(findings.find_out));
    steps.extend(prove(facts, verdict));
    steps.extend(agenda(facts, verdict, findings.gaps));
    if verdict.has(Flag::Stale) {
        steps.push("Read the sources past their review date again, and correct the knowledge.".to_owned());
    }
    steps.push("Have the decision and each gap signed below by those who answer for them.".to_owned());
    steps.push(
        "Before building, and after every release of the product, run \"journey-advisor verify\" on this document."
            .to_owned(),
    );
    steps
}

fn settle(contradictions: &[Clash]) -> Option<String> {
    let answers: Vec<String> =
        contradictions.iter().map(|clash| crate::diagnostic::suggest::enumerate(&clash.answers, "against")).collect();
    (!answers.is_empty()).then(|| format!("Settle what contradicts itself: {}.", answers.join("; ")))
}

fn ask(find_out: &[FindOut]) -> Option<String> {
    let first = find_out.first()?;
    let who = first.who.as_ref().map(|who| format!(", from {who}")).unwrap_or_default();
    Some(format!("Find out what is still open ({}), first: {}{who}.", count(find_out.len(), "question"), quoted(first)))
}

fn quoted(line: &FindOut) -> String {
    format!("\"{}\"", line.ask)
}

/// Musts that rest on a way round, or on what nothing confirms, are tried out before anybody relies on them.
fn prove(facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    let side = verdict.focus();
    let standing = &verdict.standings[side];
    let shaky: Vec<RequirementNumber> = standing.conditions.iter().chain(&standing.unconfirmed).copied().collect();
    let named = wishes(facts.base, shaky.iter().filter_map(|number| verdict.requirement(*number)), MOST);
    (!shaky.is_empty())
        .then(|| format!("Prove in a trial of {} what is a must and not built in: {named}.", name(facts.base, side)))
}

/// The agenda of a workshop on the gaps, grouped by what they ask of the project.
fn agenda(facts: &Facts<'_>, verdict: &Verdict, gaps: &[GapEntry]) -> Option<String> {
    let of = |way: Way| {
        let own: Vec<_> = gaps.iter().filter(|gap| gap.way == way).collect();
        let named = wishes(facts.base, own.iter().filter_map(|gap| verdict.requirement(gap.number)), MOST);
        (!own.is_empty()).then(|| format!("{}: {named}", capitalized(way.phrase())))
    };
    let parts: Vec<String> = Way::ALL.into_iter().filter_map(of).collect();
    let gaps = if gaps.len() == 1 { "gap".to_owned() } else { count(gaps.len(), "gap") };
    (!parts.is_empty()).then(|| format!("Hold a workshop on the {gaps}. {}.", parts.join(". ")))
}
