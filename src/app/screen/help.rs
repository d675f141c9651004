//! The keys, from the one table.

use super::{Action, Cx, Flow, ScreenComponent};
use crate::app::context::Context;

/// The help.
#[derive(Debug)]
pub(crate) struct HelpScreen {
    /// Where it was opened from: its keys come first.
    pub(crate) from: Context,
    pub(crate) scroll: u16,
}

impl Default for HelpScreen {
    fn default() -> Self {
        Self { from: Context::Start, scroll: 0 }
    }
}

impl ScreenComponent for HelpScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        Flow::done_if(cx.reach.scroll(&mut self.scroll, action))
    }

    fn enter(&mut self, cx: &mut Cx<'_>) {
        *self = Self { from: cx.here, scroll: 0 };
    }
}
