//! A page of facts over a screen.

use crate::app::effect::Effect;
use crate::report::bibliography::Work;
use crate::report::document;
use crate::report::page::{Block, Page, Piece};

use super::confirm::launch;
use super::{Action, Cx, Flow, Popup};

/// A page that can be scrolled.
#[derive(Debug)]
pub struct PageBox {
    pub(crate) page: Page,
    pub(crate) scroll: u16,
    /// The source that is marked, by its position among those of the page.
    pub(crate) source: Option<usize>,
}

impl From<PageBox> for Popup {
    fn from(page: PageBox) -> Self {
        Self::Page(page)
    }
}

impl PageBox {
    pub(crate) fn of(page: Page) -> Self {
        Self { page, scroll: 0, source: None }
    }

    /// What became of answers that were given to another edition of the knowledge.
    pub(in crate::app) fn differences(lines: &[String]) -> Self {
        Self::of(document::differences(lines))
    }

    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        match action {
            Action::NextPart => self.mark(1),
            Action::PreviousPart => self.mark(self.sources().saturating_sub(1)),
            Action::Row(source) => self.source = Some(source).filter(|source| *source < self.sources()),
            Action::OpenSource => return self.open(cx),
            Action::Copy => match self.marked() {
                Some(work) => cx.request(Effect::Copy(work.url.to_string())),
                None => cx.copy(&self.page),
            },
            Action::Back if self.source.is_some() => self.source = None,
            Action::Back | Action::Quit => return Flow::Close,
            action if self.source.is_none() && cx.reach.scroll(&mut self.scroll, action) => {}
            action => return Flow::Act(action),
        }
        Flow::Done
    }

    /// The sources of the page, in order.
    fn works(&self) -> impl Iterator<Item = &Work> {
        let blocks = self.page.sections.iter().flat_map(|section| &section.blocks);
        let items =
            blocks.filter_map(|block| if let Block::List(items) = block { Some(items) } else { None }).flatten();
        items.filter_map(|item| if let [Piece::Work(work)] = item.line.as_slice() { Some(work) } else { None })
    }

    /// How many sources there are.
    pub(crate) fn sources(&self) -> usize {
        self.works().count()
    }

    /// The position of the marked source among those of the page.
    pub fn marked_source(&self) -> Option<usize> {
        self.source
    }

    fn marked(&self) -> Option<&Work> {
        self.works().nth(self.source?)
    }

    /// Marks the source so many places further on, the first again after the last.
    fn mark(&mut self, steps: usize) {
        let count = self.sources();
        let next = self.source.map_or(if steps == 1 { 0 } else { count.saturating_sub(1) }, |source| source + steps);
        self.source = (count > 0).then(|| next % count.max(1));
    }

    fn open(&self, cx: &mut Cx<'_>) -> Flow {
        if let Some(work) = self.marked() {
            return launch(cx, &work.url);
        }
        cx.mention("Tab marks a source to open.");
        Flow::Done
    }
}
