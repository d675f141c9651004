//! How a text gets to the plan: pasted, typed, or read from a file.

use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::history::{About, PlanChange};
use crate::app::plan::Access;
use crate::brief::taken;
use crate::model::kept_brief::KeptBrief;
use crate::report::proposals::nothing;
use crate::report::words::{capitalized, count};

use super::{Action, BriefScreen, Cx, Flow};

/// Of so many letters is the longest ending of a file's name.
const LONGEST_ENDING: usize = 5;

impl BriefScreen {
    /// Takes a text, and has it kept with the plan, if anything is understood.
    pub(crate) fn take(&mut self, cx: &mut Cx<'_>, text: &str) {
        if cx.plan.access() == Access::ReadOnly {
            return cx.say_read_only();
        }
        let text = match taken::kept(text) {
            Ok(text) => text,
            Err(problem) => {
                self.problem = Some(format!("The text {}. {}.", problem.message(), capitalized(&problem.help())));
                return;
            }
        };
        if !text.contains(char::is_alphanumeric) {
            self.problem = Some(nothing(cx.plan.base));
            return;
        }
        let reading = self.read(text.into(), &cx.plan);
        self.problem = reading.problem(cx.plan.base);
        if self.problem.is_some() {
            return;
        }
        let mut changes = vec![PlanChange::Brief(Some(KeptBrief::of(&reading.text)))];
        if cx.plan.answers().title.is_empty() && !reading.brief.title.is_empty() {
            changes.push(PlanChange::Title(reading.brief.title.clone()));
        }
        cx.plan.change_together(changes, About::Plan);
        let proposals = count(reading.brief.proposals.len(), "proposal");
        cx.say(format!("{proposals}. Nothing is an answer before you accept it."));
        self.show(reading, &cx.plan);
        (self.is_asked_for, self.field) = (false, Field::default());
    }

    /// Takes what the shell read from a file, unless it is no longer waited for.
    pub(crate) fn receive(&mut self, cx: &mut Cx<'_>, read: Result<String, String>) {
        if self.waits_for.take().is_none() || cx.is_opening {
            return;
        }
        match read {
            Ok(text) => self.take(cx, &text),
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Asks the shell for the text of a file.
    pub(crate) fn fetch(&mut self, cx: &mut Cx<'_>, path: &str) {
        self.waits_for = Some(path.to_owned());
        cx.request(Effect::ReadText(path.to_owned()));
    }

    pub(super) fn ask(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        match action {
            Action::Back if self.reading.is_some() => self.is_asked_for = false,
            Action::Confirm if cx.plan.access() == Access::ReadOnly => cx.say_read_only(),
            Action::Confirm => {
                let typed = self.field.text().trim().to_owned();
                match typed.as_str() {
                    "" => self.problem = Some("Paste the text, or type the path of a file.".to_owned()),
                    path if is_path(path) => self.fetch(cx, unquoted(path)),
                    text => self.take(cx, text),
                }
            }
            _ => return Flow::Ignored,
        }
        Flow::Done
    }
}

/// Whether a line is the path of a file rather than what a client writes.
pub(super) fn is_path(text: &str) -> bool {
    let text = unquoted(text.trim());
    if text.is_empty() || text.contains('\n') {
        return false;
    }
    let ending = text.rsplit_once('.').map(|(_, ending)| ending);
    let has_ending = ending.is_some_and(|ending| {
        !ending.is_empty() && ending.len() <= LONGEST_ENDING && ending.chars().all(char::is_alphanumeric)
    });
    has_ending || !text.contains(char::is_whitespace) || text.starts_with(['/', '~', '.', '\\'])
}

/// A path without the quotes that a file manager puts around it.
fn unquoted(path: &str) -> &str {
    let quoted = ['"', '\''].into_iter().find_map(|quote| path.strip_prefix(quote)?.strip_suffix(quote));
    quoted.unwrap_or(path)
}
