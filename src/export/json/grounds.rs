//! What the advice stands on, in JSON.

use serde::Serialize;

use crate::advise::analysis::Analysis;
use crate::advise::conditions;
use crate::advise::counterfactual::{Change, ChangeKind};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation};
use crate::model::question::Importance;
use crate::model::verdict::{Condition, Gap, RequirementNumber, Verdict};
use crate::report::parts::firmness;

use super::assumptions::{self, Assumed};
use super::words::{Numbers, Shown, choice_id, id, numbers};
use super::work::{self, Asks, ToOrder};
use crate::export::record::carried;

/// What the advice stands on, and what would change it.
#[derive(Serialize)]
pub(super) struct Grounds<'k> {
    regret: i32,
    dominating: Option<&'k str>,
    firmness: Vec<String>,
    gaps: Vec<Short<'k>>,
    conditions: Vec<Mind<'k>>,
    limits_elsewhere: Vec<Mind<'k>>,
    #[serde(rename = "flips")]
    counterfactuals: Vec<Vec<ChangeOf<'k>>>,
    #[serde(rename = "importance_flips")]
    importance_counterfactuals: Vec<Vec<ChangeOf<'k>>>,
    relaxations: Vec<Relaxed<'k>>,
    to_order: Vec<ToOrder<'k>>,
    find_out: Vec<&'k str>,
    assumptions: Vec<Assumed<'k>>,
    answers: String,
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
    title: &'k str,
    severity: &'static str,
    workaround: Option<&'k str>,
    #[serde(flatten)]
    asks: Asks<'k>,
}

/// A limit that no gap holds.
#[derive(Serialize)]
struct Mind<'k> {
    requirements: Numbers,
    alternative: &'k str,
    limitation: Limit<'k>,
}

#[derive(Serialize)]
struct ChangeOf<'k> {
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

impl<'k> Grounds<'k> {
    pub(super) fn of(facts: &Facts<'k>, answers: &Answers, verdict: &Verdict, analysis: &Analysis) -> Self {
        let base = facts.base;
        let sets_of = |sets: &[Vec<Change>]| -> Vec<Vec<ChangeOf<'k>>> {
            sets.iter().map(|set| set.iter().map(|change| ChangeOf::of(change, base)).collect()).collect()
        };
        let found = conditions::of(facts, verdict);
        let limits = |conditions: &[Condition]| conditions.iter().map(|one| Mind::of(one, verdict, facts)).collect();
        Self {
            regret: analysis.regret,
            dominating: analysis.dominating.map(|side| base.alternatives[side].id.as_str()),
            firmness: firmness::all(facts, verdict, analysis).into_iter().map(|firmness| firmness.sentence).collect(),
            gaps: verdict.gaps.iter().map(|gap| Short::of(gap, verdict, facts)).collect(),
            conditions: limits(&found.own),
            limits_elsewhere: limits(&found.elsewhere),
            counterfactuals: sets_of(&analysis.counterfactuals),
            importance_counterfactuals: sets_of(&analysis.importance_counterfactuals),
            relaxations: analysis
                .relaxations
                .iter()
                .map(|way| Relaxed { musts: numbers(&way.musts), then: way.then.id(&base.alternatives) })
                .collect(),
            to_order: work::to_order(facts, answers, verdict),
            find_out: analysis.useful().map(|next| id(next.question, base)).collect(),
            assumptions: assumptions::all(facts, answers, verdict),
            answers: carried(answers, base),
        }
    }
}

impl<'k> Limit<'k> {
    fn of(key: Key<Limitation>, wanted: &[Key<Capability>], facts: &Facts<'k>) -> Self {
        let limitation = &facts.base.limitations[key];
        let workaround = facts.workaround_for(limitation, wanted);
        Self {
            id: limitation.id.as_str(),
            title: &limitation.title,
            severity: limitation.severity.word(),
            workaround: workaround.map(|workaround| workaround.text.as_str()),
            asks: Asks::of(workaround, facts.base),
        }
    }
}

impl<'k> Mind<'k> {
    fn of(condition: &Condition, verdict: &Verdict, facts: &Facts<'k>) -> Self {
        Self {
            requirements: numbers(&condition.requirements),
            alternative: facts.base.alternatives[condition.side].id.as_str(),
            limitation: Limit::of(condition.limitation, &verdict.wanted(condition), facts),
        }
    }
}

impl<'k> Short<'k> {
    fn of(gap: &Gap, verdict: &Verdict, facts: &Facts<'k>) -> Self {
        let base = facts.base;
        let capability = verdict.requirement(gap.requirement).capability;
        let limit = |key: &Key<Limitation>| Limit::of(*key, &[capability], facts);
        Self {
            requirement: Shown(gap.requirement),
            alternative: base.alternatives[gap.side].id.as_str(),
            level: gap.level.word(),
            limitations: gap.limitations.iter().map(limit).collect(),
        }
    }
}

impl<'k> ChangeOf<'k> {
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
