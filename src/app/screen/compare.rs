//! Two plans side by side.

use crate::report::comparison::Comparison;

use super::{Action, Cx, Flow, ScreenComponent};

/// The comparison of the open plan with another one.
#[derive(Debug, Default)]
pub(crate) struct CompareScreen {
    /// What makes the difference.
    pub(crate) comparison: Option<Comparison>,
    pub(crate) scroll: u16,
    /// The revision of the open plan that was compared.
    revision: u64,
}

impl ScreenComponent for CompareScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        Flow::done_if(cx.reach.scroll(&mut self.scroll, action))
    }

    fn enter(&mut self, _cx: &mut Cx<'_>) {
        *self = Self::default();
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let revision = cx.plan.revision();
        if self.comparison.is_none() || self.revision != revision {
            self.comparison = cx.compared.as_ref().map(|other| cx.plan.compare(&other.answers));
            self.revision = revision;
        }
    }
}
