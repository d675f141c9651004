//! The plans that are kept, line by line: listed with their numbers, opened, copied, compared.

use crate::app::action::Action;
use crate::app::effect::Reply;
use crate::app::overlay::Overlay;
use crate::app::plan::Access;
use crate::app::shelf::progress_words;
use crate::app::{Saved, Session};
use crate::diagnostic::clean::visible;
use crate::export::plan_file_name;
use crate::export::text;
use crate::report::title;

use super::command::{number, target};
use super::{Plain, words};

/// What can be typed about plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfCommand {
    /// List them.
    List,
    /// Go on with the plan of that number.
    Open(usize),
    /// Begin another one.
    New,
    /// Copy the open one.
    Copy,
    /// Compare the open one with that of that number.
    Compare(usize),
    /// Take the plan of that number out of the list.
    PutAside(usize),
    /// Bring back what was put aside last.
    BringBack,
    /// Write the answers to a file.
    Save {
        /// Where; a name made from the title if absent.
        path: Option<String>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
}

impl ShelfCommand {
    pub(super) fn parse(word: &str, rest: &str) -> Result<Self, String> {
        Ok(match word {
            "plan" => Self::Open(number(rest)?),
            "new" => Self::New,
            "copy" => Self::Copy,
            "compare" => Self::Compare(number(rest)?),
            "aside" => Self::PutAside(number(rest)?),
            "bring-back" => Self::BringBack,
            "save" => {
                let (path, replace) = target(rest);
                Self::Save { path: (!path.is_empty()).then(|| path.to_owned()), replace }
            }
            _ => Self::List,
        })
    }
}

impl Plain<'_> {
    /// What is different in the answers, and which plan this is.
    pub(super) fn opening(&mut self) -> String {
        let mut text = String::new();
        if let Some(Overlay::Page(page)) = self.app.overlay.take() {
            text.push_str(&text::write(&page.page));
        }
        let place = match self.app.session {
            Session::Resumed => "Your plan goes on where you left it.\n",
            Session::ReadOnly => "Type copy to make a plan of it that you can change.\n",
            Session::NotKept => "Type save FILE to write your answers to a file.\n",
            Session::New => "",
        };
        let clock = self.app.clock_problem.as_ref().map_or_else(String::new, |problem| {
            let goes_by = words::goes_by(&self.app.plan);
            words::paragraph(&format!("{problem} {goes_by}"))
        });
        text + &clock + place + &words::greeting(&self.app.plan, self.app.shelf.others.len())
    }

    pub(super) fn shelf(&mut self, command: ShelfCommand) -> String {
        let count = self.app.shelf.others.len() + 1;
        match command {
            ShelfCommand::List => self.plans(),
            ShelfCommand::Open(number) | ShelfCommand::Compare(number) | ShelfCommand::PutAside(number)
                if !(1..=count).contains(&number) =>
            {
                format!("Plans run from 1 to {count}. Type plans to see them.\n")
            }
            ShelfCommand::Open(number) => self.at_plan(number, Action::Confirm),
            ShelfCommand::New => self.at_plan(1, Action::NewPlan),
            ShelfCommand::Copy => self.at_plan(1, Action::Duplicate),
            ShelfCommand::PutAside(number) => self.at_plan(number, Action::PutAside),
            ShelfCommand::Compare(number) => self.compare(number),
            ShelfCommand::BringBack if self.app.shelf.aside.is_empty() => "Nothing was put aside.\n".to_owned(),
            ShelfCommand::BringBack => self.at_plan(1, Action::Undo),
            ShelfCommand::Save { path, replace } => {
                let path = path.unwrap_or_else(|| plan_file_name(&self.app.plan.answers().title));
                let effects = self.app.save_elsewhere(path, replace);
                self.effects.extend(effects);
                String::new()
            }
        }
    }

    /// All plans with their numbers; the open one is the first.
    fn plans(&self) -> String {
        let (plan, others) = (&self.app.plan, &self.app.shelf.others);
        let state = if self.app.saved == Saved::ReadOnly { "open, read only" } else { "open now" };
        let line = |title: String, day: String, progress: String, state: String| {
            format!("{}, for {day}. {progress}, {state}.", visible(&title))
        };
        let first = line(title(plan.answers()), plan.day_words(), progress_words(plan.progress()), state.to_owned());
        let rest = others.iter().map(|kept| {
            line(
                title(&kept.answers),
                kept.day_words(plan.base, plan.today),
                progress_words(kept.progress(plan.base)),
                kept.changed_words(plan.today),
            )
        });
        words::numbered(std::iter::once(first).chain(rest), "")
    }

    /// Does something with a plan in the list. What comes of it is said when the shell has done it.
    fn at_plan(&mut self, number: usize, action: Action) -> String {
        self.act(Action::Plans);
        self.app.shelf.row = number.saturating_sub(1);
        self.act(action);
        let text = match self.app.overlay.take() {
            Some(_) => "Your answers are not saved. Type save FILE to write them to a file first.\n".to_owned(),
            None => self.app.message.take().map_or_else(String::new, |message| words::paragraph(&message.text)),
        };
        self.act(Action::Interview);
        text
    }

    fn compare(&mut self, number: usize) -> String {
        match number.checked_sub(2).and_then(|position| self.app.shelf.others.get(position)) {
            Some(kept) => {
                let comparison = self.app.plan.compare(&kept.answers);
                text::write(&comparison.page())
            }
            None => "That is the open plan. Compare it with another one: compare 2\n".to_owned(),
        }
    }

    /// What to say instead of changing an answer that another window has.
    pub(super) fn refusal(&self) -> Option<String> {
        let is_read_only = self.app.plan.access() == Access::ReadOnly;
        is_read_only.then(|| "Read only: another window has this plan. Type copy to make one to change.\n".to_owned())
    }

    /// What became of a wish about plans, in words; `None` if the screens say it as well.
    pub(super) fn told(reply: &Reply) -> Option<String> {
        Some(match reply {
            Reply::PutAside { name, .. } => format!("Put aside as {name}. Type bring-back to list it again."),
            Reply::Others(_) => "It is in the list again. Type plans.".to_owned(),
            _ => return None,
        })
    }
}
