//! What the pages are made from, and what several of their parts ask of it.

use crate::advise::analysis::Analysis;
use crate::advise::reach::Reach;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::capability::Level;
use crate::model::date::Today;
use crate::model::question::Importance;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::parts::find_out::{FindOut, State};
use crate::report::words::{name, wishes};

use super::said::Said;

/// What the pages are made from.
#[derive(Clone, Copy)]
pub(super) struct Grounds<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) answers: &'a Answers,
    pub(super) verdict: &'a Verdict,
    pub(super) analysis: &'a Analysis,
    pub(super) report: &'a Report,
    pub(super) today: Today,
}

impl<'a> Grounds<'a> {
    pub(super) fn base(&self) -> &'a KnowledgeBase {
        self.facts.base
    }

    /// The name of an alternative in a sentence.
    pub(super) fn name(&self, side: Side) -> &'a str {
        name(self.facts.base, side)
    }

    /// How well a requirement is met where it would be built.
    pub(super) fn level(&self, requirement: &Requirement) -> Level {
        requirement.levels[self.verdict.home(requirement)]
    }

    /// What was said about the work on the gaps of these requirements.
    pub(super) fn said(&self, of: impl Iterator<Item = RequirementNumber>) -> Said<'a> {
        Said::of(of.map(|number| self.answers.gap_work(self.verdict.requirement(number).capability)))
    }

    /// The musts.
    pub(super) fn musts(&self) -> impl Iterator<Item = &'a Requirement> + Clone + use<'a> {
        self.verdict.requirements.iter().filter(|one| one.importance == Importance::Must)
    }

    /// How many of these are met so well where they would be built.
    pub(super) fn at<'r>(&self, level: Level, of: impl Iterator<Item = &'r Requirement>) -> usize {
        of.filter(|one| self.level(one) == level).count()
    }

    /// A sentence that names wishes: all wordings of it, from three by name to one.
    pub(super) fn naming(
        &self,
        of: &[&Requirement],
        sentence: impl Fn(&str) -> String,
    ) -> impl Iterator<Item = String> {
        let most = of.len().min(3);
        let wordings: Vec<String> =
            (1..=most).rev().map(|most| sentence(&wishes(self.facts.base, of.iter().copied(), most))).collect();
        wordings.into_iter()
    }

    /// What somebody has still to answer, the most telling first.
    pub(super) fn unanswered(&self) -> impl Iterator<Item = &'a FindOut> {
        self.report.find_out.iter().filter(|open| matches!(open.state, State::NotSure | State::NoAnswer))
    }

    /// How many questions have no answer that says anything.
    pub(super) fn open(&self) -> usize {
        self.verdict.open.len() + self.verdict.not_sure.len()
    }

    /// How many of these can turn the advice by themselves.
    pub(super) fn turning(&self) -> usize {
        self.analysis.next.iter().filter(|next| next.reach == Reach::Advice).count()
    }
}
