//! What to do next, in order: settle, find out, prove, plan the gaps, sign, and look again.

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::capability::Level;
use crate::model::nouns::Nouns;
use crate::model::question::Importance;
use crate::model::text::Text;
use crate::model::verdict::{Flag, Recommendation, Requirement, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::words::{capitalized, count, name, uncapitalized, wishes};

use super::contradictions::Clash;
use super::find_out::{FindOut, State};
use super::gaps::{GapEntry, Proposal};
use super::journeys_apart::{self, Apart};
use super::work::ToOrder;

/// How many wishes or questions a step names.
const MOST: usize = 3;

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What to do, the verb first.
    pub text: String,
    /// When it is done, in a sentence.
    pub(crate) done: &'static str,
    /// Who does it.
    pub(crate) who: Who,
    /// The requirements that it is about; none if it is about all of the plan.
    pub(crate) concerns: Vec<RequirementNumber>,
}

impl Step {
    fn of(who: Who, done: &'static str, text: impl Into<String>) -> Self {
        Self { text: text.into(), done, who, concerns: Vec::new() }
    }

    fn about(self, concerned: impl IntoIterator<Item = RequirementNumber>) -> Self {
        let mut concerns: Vec<RequirementNumber> = concerned.into_iter().collect();
        concerns.sort();
        concerns.dedup();
        Self { concerns, ..self }
    }
}

/// The steps that follow from the rest of the report.
pub(in crate::report) fn all(facts: &Facts<'_>, verdict: &Verdict, report: &Report) -> Vec<Step> {
    let mut steps = Vec::new();
    steps.extend(part(&report.nouns, &report.journeys_apart));
    steps.extend(settle(&report.contradictions));
    steps.extend(ask(&report.find_out));
    steps.extend(give_way(&report.what_if.relaxations));
    steps.extend(order(&report.to_order));
    steps.extend(prove(facts, verdict).map(|text| {
        let step = Step::of(Who::Somebody, "A trial has shown each of them as the plan needs it.", text);
        step.about(shaky(verdict).map(|one| one.number))
    }));
    steps.extend(agenda(facts, verdict, &report.gaps));
    steps.extend(mind(report));
    if verdict.has(Flag::Stale) {
        let read = "Read the sources past their review date again, and correct the knowledge.";
        steps.push(Step::of(Who::Somebody, "No source is past its review date.", read));
    }
    steps.extend(last(verdict, steps.is_empty()));
    steps
}

/// To sign and to look again where something is advised, else to ask again.
fn last(verdict: &Verdict, is_first: bool) -> Vec<Step> {
    if verdict.recommendation.is_advice() {
        let signed = "Have the decision, each gap and each condition signed below by those who answer for them.";
        let verified =
            "Before building, and after every release of the product, run \"journey-advisor verify\" on this document.";
        return vec![
            Step::of(Who::Decider, "Everybody has signed.", signed),
            Step::of(Who::Somebody, "It says that the decision holds.", verified),
        ];
    }
    let first = if is_first { "Answer what the plan needs, then" } else { "Then" };
    let again = format!("{first} ask for the advice again: as it stands there is none to sign.");
    vec![Step::of(Who::Somebody, "There is advice to sign.", again)]
}

/// One plan for each journey, and the advice on each.
fn part(nouns: &Nouns, journeys_apart: &[Apart]) -> Option<Step> {
    let apart: Vec<String> = journeys_apart.iter().map(Apart::brief).collect();
    let text = format!("{} {}", journeys_apart::task(nouns), apart.join(" "));
    (!apart.is_empty()).then(|| Step::of(Who::Somebody, "Each of them has a plan of its own.", text))
}

fn settle(contradictions: &[Clash]) -> Option<Step> {
    let answers: Vec<String> = contradictions.iter().map(|clash| enumerate(&clash.answers, "against")).collect();
    let text = format!("Settle what contradicts itself: {}.", answers.join("; "));
    (!answers.is_empty()).then(|| Step::of(Who::Decider, "No answer contradicts another.", text))
}

/// Where nothing can carry the plan, somebody decides which must gives way.
fn give_way(relaxations: &[String]) -> Option<Step> {
    let text = format!("Decide which must gives way. {}", relaxations.join(" "));
    (!relaxations.is_empty()).then(|| Step::of(Who::Decider, "The answers say which is no must.", text))
}

/// What takes longest to get comes first.
fn order(to_order: &[ToOrder]) -> Option<Step> {
    let mut named: Vec<String> = to_order.iter().take(MOST).map(|item| format!("\"{}\"", item.title)).collect();
    if to_order.len() > MOST {
        named.push(format!("{} more", to_order.len() - MOST));
    }
    let text = format!("Order, license or switch on what must be there first: {}.", enumerate(&named, "and"));
    let step = Step::of(Who::Somebody, "All of it is there.", text);
    (!named.is_empty()).then(|| step.about(to_order.iter().flat_map(|item| item.numbers.iter().copied())))
}

fn ask(find_out: &[FindOut]) -> Option<Step> {
    let first = find_out.first()?;
    let who = first.who.as_ref().map(|who| format!(", from {who}")).unwrap_or_default();
    let text =
        format!("Find out what is still open ({}), first: {}{who}.", count(find_out.len(), "point"), quoted(first));
    Some(Step::of(knows(first), "Each point has an answer.", text))
}

/// Whoever would know.
fn knows(open: &FindOut) -> Who {
    open.who.clone().map_or(Who::Somebody, Who::Knows)
}

fn quoted(line: &FindOut) -> String {
    match line.state {
        State::Unconfirmed | State::Unsaid => uncapitalized(&line.ask),
        State::NotSure | State::NoAnswer => format!("\"{}\"", line.ask),
    }
}

/// What a trial is made of: the area advised, or both.
fn tried_out(facts: &Facts<'_>, verdict: &Verdict) -> String {
    match verdict.recommendation {
        Recommendation::Both => format!("both {}", facts.base.nouns.alternative.many),
        _ => name(facts.base, verdict.focus()).to_owned(),
    }
}

/// Musts that are met partly or by a workaround, or of which nothing says whether they are.
fn shaky(verdict: &Verdict) -> impl Iterator<Item = &Requirement> {
    verdict.requirements.iter().filter(|one| {
        let level = one.levels[verdict.home(one)];
        one.importance == Importance::Must && !matches!(level, Level::Native | Level::None)
    })
}

/// These are tried out before anybody relies on them.
fn prove(facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    shaky(verdict).next()?;
    let place = tried_out(facts, verdict);
    Some(format!(
        "Prove in a trial of {place} what is a must and not fully built in: {}.",
        wishes(facts.base, shaky(verdict), MOST)
    ))
}

/// The agenda of a workshop on the gaps, grouped by what they ask of the project.
fn agenda(facts: &Facts<'_>, verdict: &Verdict, gaps: &[GapEntry]) -> Option<Step> {
    let of = |proposal: Proposal| {
        let own: Vec<_> = gaps.iter().filter(|gap| gap.way == Some(proposal)).collect();
        let named = wishes(facts.base, own.iter().map(|gap| verdict.requirement(gap.number)), MOST);
        (!own.is_empty()).then(|| format!("{}: {named}", capitalized(proposal.phrase())))
    };
    let parts: Vec<String> = Proposal::ALL.into_iter().filter_map(of).collect();
    let gaps_named = if gaps.len() == 1 { "gap".to_owned() } else { count(gaps.len(), "gap") };
    let text = format!("Hold a workshop on the {gaps_named}. {}.", parts.join(". "));
    let step = Step::of(Who::Somebody, "Each gap has somebody who sees to it, and a day.", text);
    (!parts.is_empty()).then(|| step.about(gaps.iter().map(|gap| gap.number)))
}

/// The conditions, each to be settled before anybody builds on what it limits.
fn mind(report: &Report) -> Option<Step> {
    let conditions = &report.conditions;
    let step = Step::of(Who::Somebody, "Each condition has somebody who sees to it.", minded(report)?);
    Some(step.about(conditions.iter().flat_map(|condition| condition.numbers.iter().copied())))
}

fn minded(report: &Report) -> Option<String> {
    let conditions = &report.conditions;
    let mut named: Vec<String> =
        conditions.iter().take(MOST).map(|condition| format!("\"{}\"", condition.limit.title)).collect();
    if conditions.len() > MOST {
        named.push(format!("{} more", conditions.len() - MOST));
    }
    let so_many = if conditions.len() == 1 { "condition".to_owned() } else { report.counts.shortfalls.conditions() };
    (!conditions.is_empty()).then(|| format!("Settle who sees to the {so_many}: {}.", enumerate(&named, "and")))
}

/// A step in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) struct ShortStep {
    /// What to do, the verb first: several wordings, the longest first.
    pub(in crate::report) wordings: Vec<String>,
    /// Who does it.
    pub(in crate::report) who: Who,
}

/// Who does a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// Whoever decides.
    Decider,
    /// Whoever would know.
    Knows(Text),
    /// Somebody who is to be named.
    Somebody,
}

impl ShortStep {
    fn of(who: Who, wordings: impl IntoIterator<Item = String>) -> Self {
        Self { who, wordings: wordings.into_iter().collect() }
    }
}

/// The same steps in a few words each, in the same order.
pub(in crate::report) fn in_short(facts: &Facts<'_>, verdict: &Verdict, report: &Report) -> Vec<ShortStep> {
    let one = |who: Who, step: &str| ShortStep::of(who, [step.to_owned()]);
    let mut steps = Vec::new();
    let apart = journeys_apart::task(&report.nouns);
    steps.extend((!report.journeys_apart.is_empty()).then(|| one(Who::Somebody, &apart)));
    steps.extend(report.contradictions.iter().map(|clash| {
        let between = format!("Decide between {}.", enumerate(&clash.choices, "and"));
        ShortStep::of(Who::Decider, [between, "Settle what contradicts itself.".to_owned()])
    }));
    steps.extend(report.find_out.first().map(|first| {
        let several = format!("Find out what is still open ({}).", count(report.find_out.len(), "point"));
        ShortStep::of(knows(first), [format!("Find out: {}", quoted(first)), several])
    }));
    let gives_way = !report.what_if.relaxations.is_empty();
    steps.extend(gives_way.then(|| one(Who::Decider, "Decide which must gives way.")));
    steps.extend(short_order(&report.to_order));
    steps.extend(prove(facts, verdict).map(|long| {
        let place = tried_out(facts, verdict);
        ShortStep::of(Who::Somebody, [long, format!("Try out in {place} what is a must and not fully built in.")])
    }));
    steps.extend(short_agenda(verdict, &report.gaps));
    steps.extend(minded(report).map(|long| {
        let conditions = count(report.conditions.len(), "condition");
        ShortStep::of(
            Who::Somebody,
            [long, format!("Settle who sees to the {conditions}.").replace("the 1 c", "the c")],
        )
    }));
    if verdict.recommendation.is_advice() {
        steps.push(one(Who::Decider, "Have the decision signed."));
        steps.push(one(Who::Somebody, "Check the facts again before building."));
    } else {
        steps.push(one(Who::Somebody, "Ask for the advice again."));
    }
    steps
}

fn short_order(to_order: &[ToOrder]) -> Option<ShortStep> {
    let several = format!("Order or switch on what must be there first ({}).", count(to_order.len(), "thing"));
    let first = to_order.first()?;
    let named = match to_order.len() {
        1 => format!("Order or switch on \"{}\".", first.title),
        all => format!("Order or switch on \"{}\" and {} more.", first.title, all - 1),
    };
    Some(ShortStep::of(Who::Somebody, [named, several]))
}

/// A workshop where something is advised and there are gaps to close.
fn short_agenda(verdict: &Verdict, gaps: &[GapEntry]) -> Option<ShortStep> {
    let has_agenda = verdict.recommendation.is_advice() && gaps.iter().any(|gap| gap.way.is_some());
    let gaps = if gaps.len() == 1 { "gap".to_owned() } else { count(gaps.len(), "gap") };
    has_agenda.then(|| ShortStep::of(Who::Somebody, [format!("Hold a workshop on the {gaps}.")]))
}
