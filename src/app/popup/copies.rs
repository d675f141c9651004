//! How to copy a plan that holds several journeys: a plan of each, or the plan as it is.

use crate::app::cursor::Cursor;
use crate::app::plans::Which;
use crate::diagnostic::suggest::enumerate;
use crate::model::answers::Answers;
use crate::model::nouns::Noun;
use crate::report::parts::journeys_apart;

use super::confirm::{copy_of, leave_for};
use super::{Action, Cx, Flow, Popup};

/// The ways to copy a plan.
#[derive(Debug)]
pub struct CopyList {
    pub(crate) ways: Vec<Way>,
    pub(crate) cursor: Cursor,
}

/// One way to copy it.
#[derive(Debug)]
pub(crate) struct Way {
    /// What it makes, in a phrase.
    pub(crate) label: String,
    /// The plans it makes.
    pub(crate) which: Which,
}

impl From<CopyList> for Popup {
    fn from(list: CopyList) -> Self {
        Self::Copies(list)
    }
}

impl Way {
    /// Every way: a plan of each journey for each split, then the plan as it is.
    pub(crate) fn all(cx: &Cx<'_>) -> Vec<Self> {
        let plan = &cx.plan;
        let splits = plan.analysis().splits.iter();
        let each = splits
            .filter_map(|split| Self::of_each(&plan.base.nouns.planned, journeys_apart::plans(&plan.facts, split)));
        each.chain([Self { label: "One copy of the whole plan".to_owned(), which: copy_of(plan.answers()) }]).collect()
    }

    fn of_each(planned: &Noun, plans: Vec<Answers>) -> Option<Self> {
        let titles: Vec<String> = plans.iter().map(|plan| format!("\"{}\"", plan.title)).collect();
        let label = format!("A plan of each {}: {}", planned.one, enumerate(&titles, "and"));
        let mut plans = plans.into_iter();
        let first = Box::new(plans.next()?);
        Some(Self { label, which: Which::Each(first, plans.collect()) })
    }
}

impl CopyList {
    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        if action == Action::Quit {
            return Flow::Close;
        }
        let action = self.cursor.take(action, self.ways.len(), cx.reach);
        let way = self.ways.get(self.cursor.row).filter(|_| action == Some(Action::Confirm));
        let Some(way) = way else { return Flow::Done };
        match leave_for(cx, way.which.clone()) {
            Flow::Done => Flow::Close,
            flow => flow,
        }
    }
}
