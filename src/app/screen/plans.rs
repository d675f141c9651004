//! The list of plans: the open one first.

use super::{Action, Cursor, Cx, Flow, Screen, ScreenComponent};
use crate::app::effect::Effect;
use crate::app::plans::{Kept, Which};
use crate::app::popup::confirm::{copy_of, leave_for};
use crate::app::popup::field::FieldBox;

/// The list of plans.
#[derive(Debug, Default)]
pub(crate) struct PlansScreen {
    pub(crate) cursor: Cursor,
}

impl ScreenComponent for PlansScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let Some(action) = self.cursor.take(action, cx.others.len() + 1, cx.reach) else { return Flow::Done };
        match (action, self.marked(cx)) {
            (Action::Confirm, _) => self.open(cx),
            (Action::OpenPath, _) => FieldBox::open().into(),
            (Action::NewPlan, _) => leave_for(cx, Which::New),
            (Action::Compare, _) => self.compare(cx),
            (Action::PutAside, _) => self.put_aside(cx),
            (Action::Undo, _) if !cx.aside.is_empty() => bring_back(cx),
            (Action::Duplicate, Some(kept)) => {
                let which = copy_of(&kept.answers);
                leave_for(cx, which)
            }
            (Action::Rename, Some(kept)) => FieldBox::name_of(cx.plan.base, kept.number, &kept.answers.title).into(),
            _ => Flow::Ignored,
        }
    }

    /// The list may have become shorter.
    fn settle(&mut self, cx: &Cx<'_>) {
        self.cursor.row = self.cursor.row.min(cx.others.len());
    }
}

impl PlansScreen {
    /// The plan that is marked; `None` if it is the one that is open.
    fn marked<'c>(&self, cx: &'c Cx<'_>) -> Option<&'c Kept> {
        cx.others.get(self.cursor.row.checked_sub(1)?)
    }

    pub(crate) fn open(&self, cx: &mut Cx<'_>) -> Flow {
        match self.marked(cx).map(|kept| kept.number) {
            Some(number) => leave_for(cx, Which::Kept(number)),
            None => Flow::Go(Screen::Interview),
        }
    }

    fn compare(&self, cx: &mut Cx<'_>) -> Flow {
        let other = self.marked(cx).cloned();
        match other {
            Some(_) => {
                cx.compared = other;
                return Flow::Go(Screen::Compare);
            }
            None if cx.others.is_empty() => {
                let key = cx.key_of(Action::Duplicate);
                cx.mention(format!("There is no other plan yet. {key} makes a copy of this one to compare."));
            }
            None => cx.mention("This is the open plan. Mark another one to compare it with."),
        }
        Flow::Done
    }

    pub(crate) fn put_aside(&self, cx: &mut Cx<'_>) -> Flow {
        match self.marked(cx).map(|kept| kept.number) {
            Some(number) => cx.request(Effect::PutAside(number)),
            None => cx.mention("This plan is open. Open another one first."),
        }
        Flow::Done
    }
}

/// Brings back what was put aside last.
pub(crate) fn bring_back(cx: &mut Cx<'_>) -> Flow {
    if let Some(number) = cx.aside.pop() {
        cx.request(Effect::BringBack(number));
    }
    Flow::Done
}
