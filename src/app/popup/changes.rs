//! What another program wrote to the open plan, part by part: each can be taken over.

use crate::app::cursor::Cursor;
use crate::app::foreign::Difference;

use super::{Action, Cx, Flow, Popup};

/// The parts that differ.
#[derive(Debug)]
pub struct ChangeList {
    pub(crate) differences: Vec<Difference>,
    pub(crate) cursor: Cursor,
}

impl From<ChangeList> for Popup {
    fn from(list: ChangeList) -> Self {
        Self::Changes(list)
    }
}

/// Lists what differs; says so if nothing does.
pub(in crate::app) fn list(cx: &mut Cx<'_>) -> Flow {
    let Some(theirs) = &cx.foreign else {
        cx.mention("No other program has changed this plan while it was open.");
        return Flow::Close;
    };
    let differences = Difference::all(&cx.plan, theirs);
    if differences.is_empty() {
        cx.mention("The plan says all that the other program wrote.");
        return Flow::Close;
    }
    ChangeList { differences, cursor: Cursor::default() }.into()
}

impl ChangeList {
    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        if action == Action::Quit {
            return Flow::Close;
        }
        let action = self.cursor.take(action, self.differences.len(), cx.reach);
        let marked = self.differences.get(self.cursor.row).filter(|_| action == Some(Action::Confirm));
        let Some(difference) = marked else { return Flow::Done };
        let Some(theirs) = cx.foreign.take() else { return Flow::Close };
        difference.take_over(&mut cx.plan, &theirs);
        self.differences = Difference::all(&cx.plan, &theirs);
        self.cursor.row = self.cursor.row.min(self.differences.len().saturating_sub(1));
        cx.foreign = Some(theirs);
        if self.differences.is_empty() { list(cx) } else { Flow::Done }
    }
}
