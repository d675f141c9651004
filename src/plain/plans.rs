//! The plans that are kept, line by line: listed with their numbers, opened, copied, compared.

use crate::app::effect::Reply;
use crate::app::foreign::Difference;
use crate::app::plan::Access;
use crate::app::plans::Which;
use crate::app::popup::confirm::leave_for;
use crate::app::popup::copies::Way;
use crate::app::popup::{Flow, Popup};
use crate::app::portfolio::whole;
use crate::app::progress::Progress;
use crate::app::screen::Screens;
use crate::app::screen::plans::{PlansScreen, bring_back};
use crate::app::{Cx, Saved, Session};
use crate::diagnostic::clean::visible;
use crate::export::plan_file_name;
use crate::export::text;
use crate::report::title;

use super::command::{CopyWhat, PlansCommand};
use super::{Plain, words};

/// What is said before a sample.
const SAMPLE: &str = "This is a sample: nothing of it is saved. Type tour for a tour in seven steps,\n\
                      about a minute, or look around by yourself. Copy keeps it as a plan of yours.\n";

impl Plain<'_> {
    /// What is different in the answers, and which plan this is.
    pub(super) fn opening(&mut self) -> String {
        let mut text = String::new();
        if let Some(Popup::Page(page)) = self.app.popup.take() {
            text.push_str(&text::write(&page.page));
        }
        let place = match self.app.cx.session {
            Session::Resumed => "Your plan goes on where you left it.\n",
            Session::ReadOnly => "Type copy to make a plan of it that you can change.\n",
            Session::NotKept => "Type save FILE to write your answers to a file.\n",
            Session::Sample => SAMPLE,
            Session::New => "",
        };
        let clock = self.app.cx.clock_problem.as_ref().map_or_else(String::new, |problem| {
            let goes_by = words::goes_by(&self.app.cx.plan);
            words::paragraph(&format!("{problem} {goes_by}"))
        });
        text + &clock + place + &words::greeting(&self.app.cx.plan, self.app.cx.others.len())
    }

    pub(super) fn plans(&mut self, command: PlansCommand) -> String {
        let count = self.app.cx.others.len() + 1;
        match command {
            PlansCommand::List => self.list(),
            PlansCommand::Open(number) | PlansCommand::Compare(number) | PlansCommand::PutAside(number)
                if !(1..=count).contains(&number) =>
            {
                format!("Plans run from 1 to {count}. Type plans to see them.\n")
            }
            PlansCommand::Open(number) => self.with_plan(number, PlansScreen::open),
            PlansCommand::New => self.turn(|_, cx| leave_for(cx, Which::New)),
            PlansCommand::Copy(what) => self.copy(what),
            PlansCommand::PutAside(number) => self.with_plan(number, PlansScreen::put_aside),
            PlansCommand::Compare(number) => self.compare(number),
            PlansCommand::Changes => self.changes(),
            PlansCommand::Take(number) => self.take(number),
            PlansCommand::Portfolio => text::write(&whole(&self.app.cx)),
            PlansCommand::BringBack if self.app.cx.aside.is_empty() => "No plan was taken off the list.\n".to_owned(),
            PlansCommand::BringBack => self.turn(|_, cx| bring_back(cx)),
            PlansCommand::Save { path, replace } => {
                let path = path.unwrap_or_else(|| {
                    plan_file_name(&self.app.cx.plan.answers().title, &self.app.cx.plan.base.nouns.planned)
                });
                self.act(|_, cx| {
                    cx.write(path, cx.answers_to_write(), replace);
                    Flow::Done
                });
                String::new()
            }
        }
    }

    /// All plans with their numbers; the open one is the first.
    fn list(&self) -> String {
        let (plan, others) = (&self.app.cx.plan, &self.app.cx.others);
        let state = if self.app.cx.saved == Saved::ReadOnly { "open, read only" } else { "open now" };
        let line = |title: String, day: String, progress: Progress, state: String| {
            format!("{}, for {day}. {}, {state}.", visible(&title), progress.words())
        };
        let first = line(title(plan.answers()), plan.day_words(), plan.progress(), state.to_owned());
        let rest = others.iter().map(|kept| {
            line(
                title(&kept.answers),
                kept.day_words(plan.base, plan.today),
                kept.progress(plan.base),
                kept.changed_words(plan.today),
            )
        });
        words::numbered(std::iter::once(first).chain(rest), "")
    }

    /// Does something with the plan of that number.
    fn with_plan(&mut self, number: usize, work: fn(&PlansScreen, &mut Cx<'_>) -> Flow) -> String {
        self.turn(|screens, cx| {
            screens.plans.cursor.row = number - 1;
            work(&screens.plans, cx)
        })
    }

    /// Turns to another plan, or has one put aside. What comes of it is said when the shell has done it.
    fn turn(&mut self, work: impl FnOnce(&mut Screens, &mut Cx<'_>) -> Flow) -> String {
        self.act(work);
        match self.app.popup.take() {
            Some(_) => "Your answers are not saved. Type save FILE to write them to a file first.\n".to_owned(),
            None => self.told(),
        }
    }

    /// Copies the plan. Where it holds several journeys, whoever does not say what to copy is told what there is.
    fn copy(&mut self, what: CopyWhat) -> String {
        let mut ways = Way::all(&self.app.cx);
        let whole = ways.pop().expect("the whole plan can always be copied");
        let is_kept = self.app.cx.session != Session::NotKept;
        match what {
            CopyWhat::Each(_) if !is_kept => "Plans are not kept here, so there can be only one.\n".to_owned(),
            CopyWhat::Each(number) => match number.checked_sub(1).and_then(|position| ways.get(position)) {
                Some(way) => self.turn(|_, cx| leave_for(cx, way.which.clone())),
                None if ways.is_empty() => {
                    format!("The plan holds one {}. Type copy to copy it.\n", self.app.cx.plan.base.nouns.planned.one)
                }
                None if ways.len() == 1 => "There is 1 way to part it. Type copy to see it.\n".to_owned(),
                None => format!("There are {} ways to part it. Type copy to see them.\n", ways.len()),
            },
            CopyWhat::Unsaid if is_kept && !ways.is_empty() => words::ways(&ways),
            CopyWhat::Unsaid | CopyWhat::Whole => self.turn(|_, cx| leave_for(cx, whole.which)),
        }
    }

    fn compare(&mut self, number: usize) -> String {
        match number.checked_sub(2).and_then(|position| self.app.cx.others.get(position)) {
            Some(kept) => {
                let comparison = self.app.cx.plan.compare(&kept.answers);
                text::write(&comparison.page())
            }
            None => "That is the open plan. Compare it with another one: compare 2\n".to_owned(),
        }
    }

    /// What another program wrote to the plan, part by part.
    fn changes(&mut self) -> String {
        let Some(theirs) = &self.app.cx.foreign else {
            return "No other program has changed this plan while it was open.\n".to_owned();
        };
        let differences = Difference::all(&self.app.cx.plan, theirs);
        let none = "The plan says all that the other program wrote.\n";
        words::numbered(differences.iter().map(Difference::sentence), none)
    }

    /// Takes over a part of it.
    fn take(&mut self, number: usize) -> String {
        let theirs = self.app.cx.foreign.clone();
        let differences = theirs.as_deref().map(|theirs| Difference::all(&self.app.cx.plan, theirs));
        let difference = number.checked_sub(1).and_then(|position| differences.as_ref()?.get(position).cloned());
        let (Some(difference), Some(theirs)) = (difference, theirs) else {
            return "There is no such part. Type changes to see them.\n".to_owned();
        };
        self.act(|_, cx| {
            difference.take_over(&mut cx.plan, &theirs);
            Flow::Done
        });
        words::paragraph(&format!("Taken over: {}.", difference.there)) + &self.changes()
    }

    /// What to say instead of changing an answer that another window has.
    pub(super) fn refusal(&self) -> Option<String> {
        let is_read_only = self.app.cx.plan.access() == Access::ReadOnly;
        is_read_only.then(|| "Read only: another window has this plan. Type copy to make one to change.\n".to_owned())
    }

    /// What became of a wish about plans, in words; `None` if the screens say it as well.
    pub(super) fn became_of(reply: &Reply) -> Option<String> {
        Some(match reply {
            Reply::PutAside { name, .. } => format!("Off the list; kept as {name}. Type bring-back to list it again."),
            Reply::FoundForeign { name, answers } => {
                let compare = if answers.is_some() { " Type changes to see what it wrote." } else { "" };
                format!("Changed by another program; kept as {name}.{compare}")
            }
            Reply::Others(_) => "It is in the list again. Type plans.".to_owned(),
            _ => return None,
        })
    }
}
