//! A question before something is lost.

use crate::app::effect::Effect;
use crate::app::plans::Which;
use crate::model::answers::Answers;
use crate::report::title;

use super::{Action, Cx, Flow, Popup};

/// A question that wants a yes or no.
#[derive(Debug)]
pub struct Confirm {
    pub(crate) question: String,
    /// What is asked of the shell on yes.
    pub yes: Effect,
}

impl From<Confirm> for Popup {
    fn from(confirm: Confirm) -> Self {
        Self::Confirm(confirm)
    }
}

impl Confirm {
    pub(super) fn update(&self, cx: &mut Cx<'_>, action: Action) -> Flow {
        if action != Action::Confirm {
            return Flow::Done;
        }
        cx.request(self.yes.clone());
        Flow::Close
    }
}

/// Ends the program; asks first if answers would be lost by that.
pub(in crate::app) fn quit(cx: &mut Cx<'_>) -> Flow {
    let key = cx.key_of(Action::SaveElsewhere);
    let question = format!(
        "The answers are not saved. Quit and lose them? To keep them, say no; then {key} writes them to a file."
    );
    unless_lost(cx, question, Effect::Quit)
}

/// Asks whether the system's opener may show an address, or a file by its whole path.
pub(in crate::app) fn launch(cx: &mut Cx<'_>, target: &str) -> Flow {
    let Some(opener) = cx.opener else {
        cx.mention("No program was found here that opens it.");
        return Flow::Done;
    };
    let question = format!("Open {target} with {opener}?");
    Confirm { question, yes: Effect::Launch { opener, target: target.to_owned() } }.into()
}

/// Opens another plan; asks first if answers would be lost by that.
pub(crate) fn leave_for(cx: &mut Cx<'_>, which: Which) -> Flow {
    let question = "The answers are not saved. Leave this plan and lose them?".to_owned();
    unless_lost(cx, question, Effect::Open(which))
}

fn unless_lost(cx: &mut Cx<'_>, question: String, yes: Effect) -> Flow {
    if cx.would_lose() {
        return Confirm { question, yes }.into();
    }
    cx.request(yes);
    Flow::Done
}

/// A plan that begins with these answers.
pub(crate) fn copy_of(answers: &Answers) -> Which {
    let mut copy = answers.clone();
    copy.title = format!("{} (scenario)", title(answers));
    Which::Copy(Box::new(copy))
}
