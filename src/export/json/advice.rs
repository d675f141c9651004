//! The shape of the advice in JSON.

use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::advise::conflicts::Contradiction;
use crate::advise::counterfactual::{Change, ChangeKind};
use crate::advise::outlook::{Decided, Outlook};
use crate::answers;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::{Limitation, Way};
use crate::model::date::{Day, PartialDate, Today};
use crate::model::question::{ChoiceIndex, Importance, Question};
use crate::model::verdict::{Condition, Flag, Gap, Requirement, RequirementNumber, Verdict};
use crate::report::parts::firmness;
use crate::report::parts::header::TOOL;

use crate::export::record::{SCHEMA_VERSION, hash};
use crate::export::statements::Part;

/// Everything that a program may want to know.
#[derive(Serialize)]
pub(super) struct Advice<'k> {
    schema_version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<&'k str>,
    tool: &'static str,
    made_on: Shown<Day>,
    made_on_from: &'static str,
    title: &'k str,
    knowledge: Knowledge<'k>,
    as_of: Shown<Day>,
    beyond_facts: bool,
    basis: Option<&'k str>,
    recommendation: Option<&'k str>,
    outcome: &'static str,
    fit: &'static str,
    alternatives: Vec<Alternative<'k>>,
    margin: i32,
    weight: i32,
    threshold: i32,
    decided: bool,
    flags: Vec<&'static str>,
    requirements: Vec<Required<'k>>,
    conflicts: Vec<Conflict<'k>>,
    open_questions: Vec<&'k str>,
    not_sure: Vec<&'k str>,
    parked: Vec<&'k str>,
    then_and_now: Vec<Then<'k>>,
    #[serde(flatten)]
    pub(super) grounds: Option<Grounds<'k>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) document: Option<Vec<Part>>,
}

/// What the advice stands on, and what would change it.
#[derive(Serialize)]
pub(super) struct Grounds<'k> {
    regret: i32,
    dominating: Option<&'k str>,
    firmness: Vec<String>,
    gaps: Vec<Short<'k>>,
    conditions: Vec<Mind<'k>>,
    flips: Vec<Vec<Flip<'k>>>,
    importance_flips: Vec<Vec<Flip<'k>>>,
    relaxations: Vec<Relaxed<'k>>,
    find_out: Vec<&'k str>,
    answers: String,
}

#[derive(Serialize)]
struct Knowledge<'k> {
    title: &'k str,
    edition: &'k str,
    facts_until: Option<Shown<Day>>,
    hash: &'k str,
}

#[derive(Serialize)]
struct Alternative<'k> {
    id: &'k str,
    value: Option<u8>,
    availability: &'static str,
    available_today: bool,
    announced_end: Option<Announced<'k>>,
    vetoed_by: Numbers,
    #[serde(rename = "conditions")]
    accepted_workarounds: Numbers,
    unconfirmed: Numbers,
}

/// What had been said about its end by the day planned for.
#[derive(Serialize)]
struct Announced<'k> {
    date: Shown<PartialDate>,
    ends: Option<Shown<PartialDate>>,
    says: &'k str,
}

#[derive(Serialize)]
struct Required<'k> {
    id: Shown<RequirementNumber>,
    question: &'k str,
    choice: &'k str,
    capability: &'k str,
    importance: &'static str,
    support: Support<'k>,
    contribution: i32,
}

#[derive(Serialize)]
struct Short<'k> {
    requirement: Shown<RequirementNumber>,
    alternative: &'k str,
    level: &'static str,
    limitations: Vec<Limit<'k>>,
}

#[derive(Serialize)]
struct Limit<'k> {
    id: &'k str,
    severity: &'static str,
    workaround: Option<&'k str>,
    way: Option<&'static str>,
}

/// A limit of what is built in.
#[derive(Serialize)]
struct Mind<'k> {
    requirements: Numbers,
    alternative: &'k str,
    limitation: Limit<'k>,
}

#[derive(Serialize)]
struct Flip<'k> {
    question: &'k str,
    change: &'static str,
    to: &'k str,
    #[serde(skip_serializing_if = "Option::is_none")]
    importance: Option<&'static str>,
}

#[derive(Serialize)]
struct Relaxed<'k> {
    musts: Numbers,
    then: Option<&'k str>,
}

#[derive(Serialize)]
struct Conflict<'k> {
    between: Vec<Either<'k>>,
    reason: &'k str,
}

#[derive(Serialize)]
struct Either<'k> {
    question: &'k str,
    choice: &'k str,
    without_it: Option<&'k str>,
}

#[derive(Serialize)]
struct Then<'k> {
    as_of: Shown<Day>,
    basis: Option<&'k str>,
    recommendation: Option<&'k str>,
    outcome: &'static str,
}

/// A plan that was advised on.
#[derive(Debug, Clone, Copy)]
pub struct Given<'g> {
    /// The facts of the day planned for.
    pub facts: &'g Facts<'g>,
    /// The answers.
    pub answers: &'g Answers,
    /// The verdict on them.
    pub verdict: &'g Verdict,
    /// What looks beyond them.
    pub outlook: &'g Outlook,
    /// The verdicts then and now, the earliest first.
    pub then_and_now: &'g [Verdict],
    /// The day on which it is given.
    pub today: Today,
}

impl<'k> Advice<'k> {
    /// The advice with those of the requirements that are wanted.
    pub(super) fn of(given: &Given<'k>, is_wanted: impl Fn(&Requirement) -> bool) -> Self {
        let Given { facts, answers, verdict, outlook, then_and_now, today } = *given;
        let base = facts.base;
        let ids = |keys: &[Key<Question>]| keys.iter().map(|key| id(*key, base)).collect();
        let wanted = verdict.requirements.iter().filter(|required| is_wanted(required));
        Self {
            schema_version: SCHEMA_VERSION,
            file: None,
            tool: TOOL,
            made_on: Shown(today.day),
            made_on_from: today.origin.word(),
            title: &answers.title,
            knowledge: Knowledge {
                title: &base.title,
                edition: &base.edition,
                facts_until: base.facts_until.map(Shown),
                hash: hash(base),
            },
            as_of: Shown(verdict.as_of.day),
            beyond_facts: base.is_beyond_facts(verdict.as_of.day),
            basis: verdict.as_of.basis.map(|source| base.sources[source].id.as_str()),
            recommendation: verdict.recommendation.id(&base.alternatives),
            outcome: verdict.outcome.word(),
            fit: verdict.fit.word(),
            alternatives: Side::BOTH.map(|side| Alternative::of(side, verdict, base, today.day)).into(),
            margin: verdict.margin,
            weight: verdict.weight,
            threshold: verdict.threshold,
            decided: outlook.decided != Decided::No,
            flags: verdict.flags.iter().map(|flag: &Flag| flag.word()).collect(),
            requirements: wanted.map(|required| Required::of(required, base)).collect(),
            conflicts: outlook.contradictions.iter().map(|found| Conflict::of(found, base)).collect(),
            open_questions: ids(&verdict.open),
            not_sure: ids(&verdict.not_sure),
            parked: ids(&verdict.parked),
            then_and_now: then_and_now.iter().map(|verdict| Then::of(verdict, base)).collect(),
            grounds: None,
            document: None,
        }
    }
}

impl<'k> Grounds<'k> {
    pub(super) fn of(given: &Given<'k>) -> Self {
        let Given { facts, answers, verdict, outlook, .. } = *given;
        let base = facts.base;
        let flips = |sets: &[Vec<Change>]| -> Vec<Vec<Flip<'k>>> {
            sets.iter().map(|set| set.iter().map(|change| Flip::of(change, base)).collect()).collect()
        };
        Self {
            regret: outlook.regret,
            dominating: outlook.dominating.map(|side| base.alternatives[side].id.as_str()),
            firmness: firmness::sentences(facts, verdict, outlook),
            gaps: verdict.gaps.iter().map(|gap| Short::of(gap, facts)).collect(),
            conditions: verdict.conditions.iter().map(|condition| Mind::of(condition, facts)).collect(),
            flips: flips(&outlook.flips),
            importance_flips: flips(&outlook.importance_flips),
            relaxations: outlook
                .relaxations
                .iter()
                .map(|way| Relaxed { musts: numbers(&way.musts), then: way.then.id(&base.alternatives) })
                .collect(),
            find_out: outlook.useful().map(|question| id(question, base)).collect(),
            answers: answers::write(answers, base),
        }
    }
}

/// What is shown as text, and made to text only when it is written.
struct Shown<T>(T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

type Numbers = Vec<Shown<RequirementNumber>>;

/// The level of each alternative, by the order of their ids.
struct Support<'k>([(&'k str, &'static str); 2]);

impl Serialize for Support<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0)
    }
}

fn id(question: Key<Question>, base: &KnowledgeBase) -> &str {
    base.questions[question].id.as_str()
}

fn choice_id(question: Key<Question>, choice: ChoiceIndex, base: &KnowledgeBase) -> &str {
    base.questions[question][choice].id.as_str()
}

fn numbers(numbers: &[RequirementNumber]) -> Numbers {
    numbers.iter().copied().map(Shown).collect()
}

impl<'k> Conflict<'k> {
    fn of(found: &Contradiction, base: &'k KnowledgeBase) -> Self {
        let conflict = base.conflicts.get(found.conflict).expect("contradictions are found among these conflicts");
        let between = found.resolutions.iter().map(|resolution| Either {
            question: id(resolution.question, base),
            choice: choice_id(resolution.question, resolution.without, base),
            without_it: resolution.then.id(&base.alternatives),
        });
        Self { between: between.collect(), reason: &conflict.reason }
    }
}

impl<'k> Alternative<'k> {
    fn of(side: Side, verdict: &Verdict, base: &'k KnowledgeBase, today: Day) -> Self {
        let standing = &verdict.standings[side];
        Self {
            id: base.alternatives[side].id.as_str(),
            value: standing.value,
            availability: standing.availability.word(),
            available_today: base.alternatives[side].availability(today).is_open(),
            announced_end: base.alternatives[side].announced(verdict.as_of.day).map(|said| Announced {
                date: Shown(said.date),
                ends: said.ends.map(Shown),
                says: &said.says,
            }),
            vetoed_by: numbers(&standing.vetoed_by),
            accepted_workarounds: numbers(&standing.accepted_workarounds),
            unconfirmed: numbers(&standing.unconfirmed),
        }
    }
}

impl<'k> Required<'k> {
    fn of(required: &Requirement, base: &'k KnowledgeBase) -> Self {
        let mut support = Side::BOTH.map(|side| (base.alternatives[side].id.as_str(), required.levels[side].word()));
        support.sort_unstable();
        Self {
            id: Shown(required.number),
            question: id(required.question, base),
            choice: choice_id(required.question, required.choice, base),
            capability: base.capabilities[required.capability].id.as_str(),
            importance: required.importance.word(),
            support: Support(support),
            contribution: required.contribution,
        }
    }
}

impl<'k> Limit<'k> {
    fn of(key: Key<Limitation>, facts: &Facts<'k>) -> Self {
        let limitation = &facts.base.limitations[key];
        let workaround = facts.workaround(limitation);
        Self {
            id: limitation.id.as_str(),
            severity: limitation.severity.word(),
            workaround: workaround.map(|workaround| workaround.text.as_str()),
            way: workaround.and_then(|workaround| workaround.way).map(Way::word),
        }
    }
}

impl<'k> Mind<'k> {
    fn of(condition: &Condition, facts: &Facts<'k>) -> Self {
        Self {
            requirements: numbers(&condition.requirements),
            alternative: facts.base.alternatives[condition.side].id.as_str(),
            limitation: Limit::of(condition.limitation, facts),
        }
    }
}

impl<'k> Short<'k> {
    fn of(gap: &Gap, facts: &Facts<'k>) -> Self {
        let base = facts.base;
        Self {
            requirement: Shown(gap.requirement),
            alternative: base.alternatives[gap.side].id.as_str(),
            level: gap.level.word(),
            limitations: gap.limitations.iter().map(|key| Limit::of(*key, facts)).collect(),
        }
    }
}

impl<'k> Flip<'k> {
    fn of(change: &Change, base: &'k KnowledgeBase) -> Self {
        let (word, choice, importance) = match change.kind {
            ChangeKind::Choose(choice) => ("choose", choice, None),
            ChangeKind::Add(choice) => ("add", choice, None),
            ChangeKind::Drop(choice) => ("drop", choice, None),
            ChangeKind::Weigh(choice, importance) => ("weigh", choice, Some(Importance::word(importance))),
        };
        Self {
            question: id(change.question, base),
            change: word,
            to: choice_id(change.question, choice, base),
            importance,
        }
    }
}

impl<'k> Then<'k> {
    fn of(verdict: &Verdict, base: &'k KnowledgeBase) -> Self {
        Self {
            as_of: Shown(verdict.as_of.day),
            basis: verdict.as_of.basis.map(|source| base.sources[source].id.as_str()),
            recommendation: verdict.recommendation.id(&base.alternatives),
            outcome: verdict.outcome.word(),
        }
    }
}
