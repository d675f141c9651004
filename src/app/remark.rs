//! What an answer has brought about, said once: several journeys in one plan, a contradiction, a decided advice.

use crate::report::parts::{contradictions, journeys_apart};

use super::action::Action;
use super::cx::Cx;
use super::plan::Plan;

/// What there was to remark on before something happened.
#[derive(Debug)]
pub(super) struct Noticed {
    could_stop: bool,
    conflicts: Vec<usize>,
    groups: Vec<usize>,
}

impl Noticed {
    pub(super) fn of(plan: &Plan<'_>) -> Self {
        Self { could_stop: plan.may_stop(), conflicts: plan.contradicting(), groups: plan.splitting() }
    }

    /// Says what is new since then, the weightiest only.
    pub(super) fn remark(&self, cx: &mut Cx<'_>) {
        let plan = &cx.plan;
        let split = plan.analysis().splits.iter().find(|split| !self.groups.contains(&split.group));
        let is_new = |conflict: usize| !self.conflicts.contains(&conflict);
        let clash = plan.analysis().unsettled().find(|found| is_new(found.conflict));
        if let Some(split) = split {
            let brief = journeys_apart::without_sources(&plan.facts, split).brief();
            let key = cx.key_of(Action::Duplicate);
            cx.mention(format!("{brief} {key} makes a plan of each."));
        } else if let Some(found) = clash {
            let clash = contradictions::clash(&plan.facts, found);
            cx.complain(clash.map_or_else(String::new, |clash| clash.brief()));
        } else if !self.could_stop && plan.may_stop() {
            cx.say("Settled. Stop for the advice, or go on for all gaps.");
        }
    }
}
