//! What the document of a plan says about itself, and who sees to its gaps.

use crate::app::history::{About, PlanChange};
use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::model::gap_work::GapWork;
use crate::model::paper::Paper;

use super::{Access, Plan};

impl Plan<'_> {
    /// Says something else about the document, if that is allowed.
    pub(crate) fn identify(&mut self, paper: Paper) {
        if self.access() == Access::Free && self.answers.paper != paper {
            self.change(PlanChange::Paper(paper));
        }
    }

    /// Says something else about the work on gaps, if that is allowed; it can be taken back at once.
    pub(crate) fn see_to(&mut self, gaps: impl IntoIterator<Item = (Key<Capability>, GapWork)>) {
        let known = |capability| self.answers.gap_work(capability).cloned().unwrap_or_default();
        let new = gaps.into_iter().filter(|(capability, work)| known(*capability) != *work);
        let changes = new.map(|(capability, work)| PlanChange::Gap(capability, work)).collect();
        self.change_together(changes, About::Plan);
    }
}
