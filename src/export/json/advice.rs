//! The shape of the advice in JSON.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::advise::analysis::{Analysis, Decided};
use crate::advise::conditions::concerning;
use crate::advise::conflicts::Contradiction;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::date::{Day, PartialDate, Today};
use crate::model::question::Question;
use crate::model::verdict::{Flag, Requirement, RequirementNumber, Verdict};
use crate::report::parts::header::TOOL;

use crate::export::Extent;
use crate::export::record::SCHEMA_VERSION;
use crate::export::statements::Statements;

use super::grounds::Grounds;
use super::journeys::Apart;
use super::knowledge::Knowledge;
use super::paper::Paper;
use super::words::{Numbers, Shown, choice_id, id, numbers};
use super::work::{ReadNext, Settings};

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
    settings: Settings,
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
    journeys_apart: Vec<Apart<'k>>,
    open_questions: Vec<&'k str>,
    not_sure: Vec<&'k str>,
    parked: Vec<&'k str>,
    then_and_now: Vec<Then<'k>>,
    #[serde(flatten)]
    pub(super) grounds: Option<Grounds<'k>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) paper: Option<Paper<'k>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) document: Option<Vec<Statements>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) words: Option<String>,
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
    /// The limitations in force of each alternative that can be had.
    limitations: BTreeMap<&'k str, Vec<&'k str>>,
    read_next: Option<ReadNext<'k>>,
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
    pub analysis: &'g Analysis,
    /// The verdicts then and now, the earliest first.
    pub then_and_now: &'g [Verdict],
    /// The day on which it is given.
    pub today: Today,
}

impl<'k> Advice<'k> {
    /// The advice; in brief with those of the requirements alone that decide.
    pub(super) fn of(given: &Given<'k>, extent: Extent) -> Self {
        let Given { facts, answers, verdict, analysis, then_and_now, today } = *given;
        let base = facts.base;
        let ids = |keys: &[Key<Question>]| keys.iter().map(|key| id(*key, base)).collect();
        let is_full = extent == Extent::Full;
        let wanted = verdict.requirements.iter().filter(|required| is_full || decides(required, verdict));
        Self {
            schema_version: SCHEMA_VERSION,
            file: None,
            tool: TOOL,
            made_on: Shown(today.day),
            made_on_from: today.origin.word(),
            title: &answers.title,
            knowledge: Knowledge::of(base),
            as_of: Shown(verdict.as_of.day),
            beyond_facts: base.is_beyond_facts(verdict.as_of.day),
            basis: verdict.as_of.basis.map(|source| base.sources[source].id.as_str()),
            settings: Settings::of(facts.base, &answers.settings),
            recommendation: verdict.recommendation.id(&base.alternatives),
            outcome: verdict.outcome.word(),
            fit: verdict.fit.word(),
            alternatives: Side::BOTH.map(|side| Alternative::of(side, verdict, base, today.day)).into(),
            margin: verdict.margin,
            weight: verdict.weight,
            threshold: verdict.threshold,
            decided: analysis.decided != Decided::No,
            flags: verdict.flags.iter().map(|flag: &Flag| flag.word()).collect(),
            requirements: wanted.map(|required| Required::of(required, facts, verdict)).collect(),
            conflicts: analysis.contradictions.iter().map(|found| Conflict::of(found, base)).collect(),
            journeys_apart: analysis
                .splits
                .iter()
                .map(|split| Apart::of(split, &analysis.contradictions, base))
                .collect(),
            open_questions: ids(&verdict.open),
            not_sure: ids(&verdict.not_sure),
            parked: ids(&verdict.parked),
            then_and_now: then_and_now.iter().map(|verdict| Then::of(verdict, base)).collect(),
            grounds: None,
            paper: None,
            document: None,
            words: None,
        }
    }
}

/// The level of each alternative, by the order of their ids.
struct Support<'k>([(&'k str, &'static str); 2]);

impl Serialize for Support<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0)
    }
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
    fn of(required: &Requirement, facts: &Facts<'k>, verdict: &Verdict) -> Self {
        let base = facts.base;
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
            limitations: limitations(required, facts, verdict),
            read_next: ReadNext::of(required, facts, verdict),
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

/// Whether a requirement is named where it is said how the alternatives stand.
fn decides(requirement: &Requirement, verdict: &Verdict) -> bool {
    verdict.standings.iter().any(|(_, standing)| {
        [&standing.vetoed_by, &standing.accepted_workarounds, &standing.unconfirmed]
            .into_iter()
            .any(|numbers| numbers.contains(&requirement.number))
    })
}

/// The limitations in force that concern a requirement, of each alternative that can be had, the worst first.
fn limitations<'k>(required: &Requirement, facts: &Facts<'k>, verdict: &Verdict) -> BTreeMap<&'k str, Vec<&'k str>> {
    let base = facts.base;
    let ids = |side| {
        let keys = concerning(verdict, facts, required, side).into_iter();
        keys.map(|key| base.limitations[key].id.as_str()).collect()
    };
    let open = Side::BOTH.into_iter().filter(|side| facts.availability[*side].is_open());
    open.map(|side| (base.alternatives[side].id.as_str(), ids(side))).collect()
}
