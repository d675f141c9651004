//! A page of facts over a screen.

use crate::report::document;
use crate::report::page::Page;

use super::{Action, Cx, Flow, Popup};

/// A page that can be scrolled.
#[derive(Debug)]
pub struct PageBox {
    pub(crate) page: Page,
    pub(crate) scroll: u16,
}

impl From<PageBox> for Popup {
    fn from(page: PageBox) -> Self {
        Self::Page(page)
    }
}

impl PageBox {
    pub(crate) fn of(page: Page) -> Self {
        Self { page, scroll: 0 }
    }

    /// What became of answers that were given to another edition of the knowledge.
    pub(in crate::app) fn differences(lines: &[String]) -> Self {
        Self::of(document::differences(lines))
    }

    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        match action {
            Action::Copy => cx.copy(&self.page),
            Action::Quit => return Flow::Close,
            action if cx.reach.scroll(&mut self.scroll, action) => {}
            action => return Flow::Act(action),
        }
        Flow::Done
    }
}
