//! The plans that are kept: which one is open, and what can be done with the others.

use crate::advise::outlook;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::asked::Asked;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::report::comparison::Comparison;
use crate::report::{title, words};

use super::action::Action;
use super::effect::Effect;
use super::overlay::{Confirm, Deed, FieldBox, Overlay};
use super::place::Place;
use super::plan::{Access, Plan, Progress};
use super::{App, Screen};

/// The number of a plan in its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanNumber(pub u32);

/// So many plans are listed besides the one that is open.
pub const MOST_LISTED: usize = 500;

/// A plan that is kept and not the one that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub number: PlanNumber,
    /// Its answers.
    pub answers: Answers,
    /// The day on which it was last changed.
    pub changed: Day,
}

/// What is open now, and what else there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The answers.
    pub answers: Answers,
    /// Whether they are kept.
    pub session: Session,
    /// Where the person was in them.
    pub place: Option<Place>,
    /// What a person must know about them.
    pub notice: Option<String>,
    /// What became of answers that were given to another edition of the knowledge.
    pub differences: Vec<String>,
    /// The other plans, the last changed first.
    pub others: Vec<Kept>,
}

/// Where the answers come from and go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Session {
    /// They are not to be saved.
    NotKept,
    /// They are saved, and none was there before.
    New,
    /// They are saved, and this plan was there before.
    Resumed,
    /// Another window has them: they can be read.
    ReadOnly,
}

impl Opened {
    /// A plan without an answer.
    pub fn blank(session: Session) -> Self {
        let (answers, differences, others) = (Answers::default(), Vec::new(), Vec::new());
        Self { answers, session, place: None, notice: None, differences, others }
    }
}

/// Which plan to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// One that is kept.
    Kept(PlanNumber),
    /// One without an answer.
    New,
    /// One that begins with these answers.
    Copy(Box<Answers>),
}

/// The list of plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shelf {
    /// The plans that are not open.
    pub others: Vec<Kept>,
    /// The marked row; the first is the plan that is open.
    pub row: usize,
    /// What was put aside since the start, the last at the end.
    pub aside: Vec<PlanNumber>,
    /// Whether another plan is being opened. Until it is there, nothing is changed.
    pub is_opening: bool,
}

impl Kept {
    /// How many of the questions that are asked have an answer.
    pub fn progress(&self, base: &KnowledgeBase) -> Progress {
        let asked = Asked::of(base, &self.answers);
        let mut progress = Progress::default();
        for question in asked.iter() {
            progress.asked += 1;
            progress.answered += usize::from(self.answers.answer(question).is_some());
        }
        progress
    }

    /// The day it plans for, in words.
    pub fn day_words(&self, base: &KnowledgeBase, today: Day) -> String {
        words::planning_for(base, super::plan::as_of(base, &self.answers, today), today)
    }

    /// When it was last changed, in words.
    pub fn changed_words(&self, today: Day) -> String {
        match today.days_since(self.changed) {
            _ if self.changed > today => format!("changed on {}", self.changed.words()),
            0 => "changed today".to_owned(),
            1 => "changed yesterday".to_owned(),
            days @ 2..=13 => format!("changed {days} days ago"),
            _ => format!("changed on {}", self.changed.words()),
        }
    }
}

/// How many of the questions have an answer, in words.
pub fn progress_words(progress: Progress) -> String {
    format!("{} of {} answered", progress.answered, progress.asked)
}

/// How many plans there are with the one that is open, in words; how many are listed if there may be more.
pub fn listed_words(others: usize) -> String {
    if others < MOST_LISTED { format!("{} in all", others + 1) } else { format!("the last {} are listed", others + 1) }
}

impl Plan<'_> {
    /// This plan and another one side by side, each for its own day.
    pub fn compare(&self, other: &Answers) -> Comparison {
        let facts = self.base.at(super::plan::as_of(self.base, other, self.today)).weighed_for(other);
        let (verdict, _) = outlook::advise(&facts, other);
        Comparison::of(self.base, (self.answers(), self.verdict()), (other, &verdict))
    }
}

impl App<'_> {
    pub(super) fn update_plans(&mut self, action: Action) {
        let last = self.shelf.others.len();
        match action {
            Action::Up => self.shelf.row = self.shelf.row.saturating_sub(1),
            Action::Down => self.shelf.row = (self.shelf.row + 1).min(last),
            Action::First => self.shelf.row = 0,
            Action::Last => self.shelf.row = last,
            Action::ScrollUp => self.shelf.row = self.shelf.row.saturating_sub(8),
            Action::ScrollDown => self.shelf.row = (self.shelf.row + 8).min(last),
            Action::Row(row) if row <= last => {
                self.shelf.row = row;
                self.open_marked();
            }
            Action::Confirm => self.open_marked(),
            Action::NewPlan => self.ask_for(Which::New),
            Action::Compare => self.compare_marked(),
            Action::PutAside => self.put_aside(),
            _ => {}
        }
    }

    /// The plan that is marked in the list; `None` if it is the one that is open.
    pub fn marked_plan(&self) -> Option<&Kept> {
        self.shelf.others.get(self.shelf.row.checked_sub(1)?)
    }

    fn open_marked(&mut self) {
        match self.marked_plan().map(|kept| kept.number) {
            Some(number) => self.ask_for(Which::Kept(number)),
            None => self.go(Screen::Interview),
        }
    }

    /// Opens another plan; asks first if answers would be lost by that.
    pub(super) fn ask_for(&mut self, which: Which) {
        if self.would_lose() {
            let question = "The answers are not saved. Leave this plan and lose them?".to_owned();
            self.open(Overlay::Confirm(Confirm { question, deed: Deed::Open(which) }));
        } else {
            self.open_plan(which);
        }
    }

    pub(super) fn open_plan(&mut self, which: Which) {
        self.shelf.is_opening = true;
        self.effects.push(Effect::Open(which));
    }

    /// Begins a plan with the same answers, of the marked plan in the list and of the open one elsewhere.
    pub(super) fn duplicate(&mut self) {
        let marked = if self.screen() == Screen::Plans { self.marked_plan() } else { None };
        let mut answers = marked.map_or(self.plan.answers(), |kept| &kept.answers).clone();
        answers.title = format!("{} (scenario)", title(&answers));
        self.ask_for(Which::Copy(Box::new(answers)));
    }

    /// Names the marked plan in the list, and the open one elsewhere.
    pub(super) fn edit_name(&mut self) {
        let marked = if self.screen() == Screen::Plans { self.marked_plan() } else { None };
        match marked {
            Some(kept) => self.open(FieldBox::name_of(kept.number, &kept.answers.title).into()),
            None if self.plan.access() == Access::ReadOnly => self.say_read_only(),
            None => self.open(FieldBox::name(&self.plan.answers().title).into()),
        }
    }

    fn compare_marked(&mut self) {
        match self.marked_plan().cloned() {
            Some(other) => {
                let comparison = self.plan.compare(&other.answers);
                let revision = self.plan.revision();
                let titles = [title(self.plan.answers()), title(&other.answers)];
                self.compare = Some(super::compare::Compare { other, titles, comparison, revision, scroll: 0 });
                self.go(Screen::Compare);
            }
            None if self.shelf.others.is_empty() => {
                let key = self.key_of(Action::Duplicate);
                self.mention(&format!("There is no other plan yet. {key} makes a copy of this one to compare."));
            }
            None => self.mention("This is the open plan. Mark another one to compare it with."),
        }
    }

    fn put_aside(&mut self) {
        match self.marked_plan().map(|kept| kept.number) {
            Some(number) => self.effects.push(Effect::PutAside(number)),
            None => self.mention("This plan is open. Open another one first."),
        }
    }

    /// Brings back what was put aside last; says whether there was anything.
    pub(super) fn bring_back(&mut self) -> bool {
        let last = if self.screen() == Screen::Plans { self.shelf.aside.pop() } else { None };
        self.effects.extend(last.map(Effect::BringBack));
        last.is_some()
    }

    /// Takes in what became of the other plans.
    pub(super) fn restock(&mut self, others: Vec<Kept>) {
        self.shelf.others = others;
        self.shelf.row = self.shelf.row.min(self.shelf.others.len());
    }

    pub(super) fn say_read_only(&mut self) {
        let key = self.key_of(Action::Duplicate);
        self.complain(format!("Read only: open in another window. {key} makes a copy."));
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_LISTED, listed_words};

    #[test]
    fn a_list_that_may_be_cut_is_no_count() {
        assert_eq!(listed_words(MOST_LISTED - 1), "500 in all");
        assert_eq!(listed_words(MOST_LISTED), "the last 501 are listed");
    }
}
