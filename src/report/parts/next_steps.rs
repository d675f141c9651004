//! What to do next, in order: settle, find out, prove, plan the gaps, sign, and look again.

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::capability::Level;
use crate::model::nouns::Nouns;
use crate::model::question::Importance;
use crate::model::text::Text;
use crate::model::verdict::{Flag, Recommendation, Requirement, Verdict};
use crate::report::Report;
use crate::report::page::{Block, Section, line};
use crate::report::words::{capitalized, count, name, uncapitalized, wishes};

use super::contradictions::Clash;
use super::find_out::{FindOut, State};
use super::gaps::{GapEntry, Proposal};
use super::journeys_apart::{self, Apart};
use super::work::ToOrder;

/// How many wishes or questions a step names.
const MOST: usize = 3;

/// The steps that follow from the rest of the report.
pub(in crate::report) fn all(facts: &Facts<'_>, verdict: &Verdict, report: &Report) -> Vec<String> {
    let mut steps = Vec::new();
    steps.extend(part(&report.nouns, &report.journeys_apart));
    steps.extend(settle(&report.contradictions));
    steps.extend(ask(&report.find_out));
    steps.extend(give_way(&report.what_if.relaxations));
    steps.extend(order(&report.to_order));
    steps.extend(prove(facts, verdict));
    steps.extend(agenda(facts, verdict, &report.gaps));
    steps.extend(mind(report));
    if verdict.has(Flag::Stale) {
        steps.push("Read the sources past their review date again, and correct the knowledge.".to_owned());
    }
    if verdict.recommendation.is_advice() {
        steps.push(
            "Have the decision, each gap and each condition signed below by those who answer for them.".to_owned(),
        );
        steps.push(
            "Before building, and after every release of the product, run \"journey-advisor verify\" on this document."
                .to_owned(),
        );
    } else {
        let first = if steps.is_empty() { "Answer what the plan needs, then" } else { "Then" };
        steps.push(format!("{first} ask for the advice again: as it stands there is none to sign."));
    }
    steps
}

/// One plan for each journey, and the advice on each.
fn part(nouns: &Nouns, journeys_apart: &[Apart]) -> Option<String> {
    let apart: Vec<String> = journeys_apart.iter().map(Apart::brief).collect();
    (!apart.is_empty()).then(|| format!("{} {}", journeys_apart::task(nouns), apart.join(" ")))
}

fn settle(contradictions: &[Clash]) -> Option<String> {
    let answers: Vec<String> = contradictions.iter().map(|clash| enumerate(&clash.answers, "against")).collect();
    (!answers.is_empty()).then(|| format!("Settle what contradicts itself: {}.", answers.join("; ")))
}

/// Where nothing can carry the plan, somebody decides which must gives way.
fn give_way(relaxations: &[String]) -> Option<String> {
    (!relaxations.is_empty()).then(|| format!("Decide which must gives way. {}", relaxations.join(" ")))
}

/// What takes longest to get comes first.
fn order(to_order: &[ToOrder]) -> Option<String> {
    let mut named: Vec<String> = to_order.iter().take(MOST).map(|item| format!("\"{}\"", item.title)).collect();
    if to_order.len() > MOST {
        named.push(format!("{} more", to_order.len() - MOST));
    }
    (!named.is_empty())
        .then(|| format!("Order, license or switch on what must be there first: {}.", enumerate(&named, "and")))
}

fn ask(find_out: &[FindOut]) -> Option<String> {
    let first = find_out.first()?;
    let who = first.who.as_ref().map(|who| format!(", from {who}")).unwrap_or_default();
    Some(format!("Find out what is still open ({}), first: {}{who}.", count(find_out.len(), "point"), quoted(first)))
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

/// Musts that are met partly or by a workaround, or of which nothing says whether they are, are tried out before
/// anybody relies on them.
fn prove(facts: &Facts<'_>, verdict: &Verdict) -> Option<String> {
    let is_shaky = |one: &&Requirement| {
        let level = one.levels[verdict.home(one)];
        one.importance == Importance::Must && !matches!(level, Level::Native | Level::None)
    };
    let shaky = || verdict.requirements.iter().filter(is_shaky);
    shaky().next()?;
    let place = tried_out(facts, verdict);
    Some(format!(
        "Prove in a trial of {place} what is a must and not fully built in: {}.",
        wishes(facts.base, shaky(), MOST)
    ))
}

/// The agenda of a workshop on the gaps, grouped by what they ask of the project.
fn agenda(facts: &Facts<'_>, verdict: &Verdict, gaps: &[GapEntry]) -> Option<String> {
    let of = |proposal: Proposal| {
        let own: Vec<_> = gaps.iter().filter(|gap| gap.way == Some(proposal)).collect();
        let named = wishes(facts.base, own.iter().map(|gap| verdict.requirement(gap.number)), MOST);
        (!own.is_empty()).then(|| format!("{}: {named}", capitalized(proposal.phrase())))
    };
    let parts: Vec<String> = Proposal::ALL.into_iter().filter_map(of).collect();
    let gaps = if gaps.len() == 1 { "gap".to_owned() } else { count(gaps.len(), "gap") };
    (!parts.is_empty()).then(|| format!("Hold a workshop on the {gaps}. {}.", parts.join(". ")))
}

/// The conditions, each to be settled before anybody builds on what it limits.
fn mind(report: &Report) -> Option<String> {
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
pub(in crate::report) enum Who {
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
        let who = first.who.clone().map_or(Who::Somebody, Who::Knows);
        let several = format!("Find out what is still open ({}).", count(report.find_out.len(), "point"));
        ShortStep::of(who, [format!("Find out: {}", quoted(first)), several])
    }));
    let gives_way = !report.what_if.relaxations.is_empty();
    steps.extend(gives_way.then(|| one(Who::Decider, "Decide which must gives way.")));
    steps.extend(short_order(&report.to_order));
    steps.extend(prove(facts, verdict).map(|long| {
        let place = tried_out(facts, verdict);
        ShortStep::of(Who::Somebody, [long, format!("Try out in {place} what is a must and not fully built in.")])
    }));
    steps.extend(short_agenda(verdict, &report.gaps));
    steps.extend(mind(report).map(|long| {
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

/// What to do next.
pub(crate) fn section(report: &Report) -> Section {
    Section::new("next-steps", "Next steps", vec![Block::Steps(report.next_steps.iter().map(line).collect())])
}
