//! The program without a terminal: what is on the screen, and what each key does to it.
//!
//! An [`Event`] goes in, [`Effect`]s come out; nothing here reads, writes or draws. A key becomes an [`Action`] by the
//! table in [`keymap`]; the action goes to what lies on top: a box, then the screen, then what works everywhere.

pub mod action;
pub mod compare;
pub mod context;
pub mod effect;
pub mod export;
pub mod field;
pub mod help;
pub mod history;
pub mod interview;
pub mod key;
pub mod keyfile;
pub mod keymap;
pub mod overlay;
pub mod palette;
pub mod place;
pub mod plan;
pub mod review;
pub mod search;
pub mod sheet;
pub mod shelf;
pub mod start;
pub mod themes;
pub mod verdict;

mod anywhere;
mod boxes;
mod entry;
mod reply;
mod requirement;

use crate::advise::conflicts::Contradiction;
use crate::diagnostic::clean::visible;
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::date::{Day, DayOrigin};
use crate::report::{self, Report, contradictions};
use crate::theme::depth::Depth;
use crate::theme::{Catalogue, Theme};

use action::Action;
use context::Context;
use effect::{Effect, Event, Reach};
use interview::Interview;
use keymap::Keymap;
use overlay::{FieldBox, Overlay};
use place::Place;
use plan::{Access, Plan};
use shelf::Shelf;

pub use shelf::{Opened, Session};

/// One full screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What to do, and the day to plan for.
    Start,
    /// The questions.
    Interview,
    /// All answers.
    Review,
    /// The advice.
    Verdict,
    /// The search.
    Search,
    /// The advice as a document.
    Export,
    /// The keys.
    Help,
    /// All plans.
    Plans,
    /// Two plans side by side.
    Compare,
}

/// Whether the answers are on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was answered yet.
    Nothing,
    /// They are being written.
    Writing,
    /// They are on disk.
    Yes,
    /// They could not be written, with the reason.
    No(String),
    /// There is no place to keep them.
    NotKept,
    /// They are, and another window has them.
    ReadOnly,
}

/// A line that tells what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Message {
    /// A line that tells that something went wrong.
    pub fn problem(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Problem }
    }

    /// Whether something went wrong.
    pub fn is_problem(&self) -> bool {
        self.tone == Tone::Problem
    }
}

/// How a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Nothing was done, and that is no problem.
    Neutral,
    /// Something went wrong.
    Problem,
}

/// What the program starts with.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The day on which it runs.
    pub today: Day,
    /// The plan to go on with.
    pub opened: Opened,
    /// How it looks.
    pub look: Look,
    /// The keys.
    pub keymap: Keymap,
    /// The words to search in.
    pub index: search::SharedIndex,
}

/// How the program looks, and what the terminal can do.
#[derive(Debug, Clone)]
pub struct Look {
    /// All themes.
    pub catalogue: Catalogue,
    /// The theme on the screen, as the terminal can show it.
    pub theme: Theme,
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
    /// Whether the mouse is caught.
    pub mouse: bool,
}

/// Everything that is on the screen or could be.
#[derive(Debug)]
pub struct App<'k> {
    /// The plan.
    pub plan: Plan<'k>,
    /// The start screen.
    pub start: start::Start,
    /// The questions.
    pub interview: Interview,
    /// All answers.
    pub review: review::Review,
    /// The advice.
    pub verdict: verdict::VerdictScreen,
    /// The search.
    pub search: search::Search,
    /// The export.
    pub export: export::Export,
    /// The help.
    pub help: help::Help,
    /// The other plans.
    pub shelf: Shelf,
    /// The plan beside another one, while they are compared.
    pub compare: Option<compare::Compare>,
    /// Where the person was when the plan was left; nothing once another screen was gone to.
    pub left_at: Option<Screen>,
    /// The advice in words; only while a screen shows it.
    pub report: Option<Report>,
    /// The box over the screen.
    pub overlay: Option<Overlay>,
    /// What just happened.
    pub message: Option<Message>,
    /// Whether the answers are on disk.
    pub saved: Saved,
    /// Where the answers come from and go to.
    pub session: Session,
    /// The keys.
    pub keymap: Keymap,
    /// How it looks.
    pub look: Look,
    /// What is wrong with the clock, in a sentence; the day may have been typed since.
    pub clock_problem: Option<String>,
    screens: Vec<Screen>,
    reported: u64,
    asked_to_save: u64,
    saved_elsewhere: Option<u64>,
    place: Place,
    reach: Reach,
    writing: Option<export::Writing>,
    effects: Vec<Effect>,
}

impl<'k> App<'k> {
    /// The program at its start screen.
    pub fn new(base: &'k KnowledgeBase, setup: Setup) -> Self {
        let Opened { answers, session, place, notice, differences, others } = setup.opened;
        let (access, saved) = match session {
            Session::NotKept => (Access::Free, Saved::NotKept),
            Session::Resumed => (Access::Free, Saved::Yes),
            Session::New => (Access::Free, Saved::Nothing),
            Session::ReadOnly => (Access::ReadOnly, Saved::ReadOnly),
        };
        let plan = Plan::new(base, answers, setup.today, access);
        let first = plan.asked.iter().next().unwrap_or(Key::new(0));
        let next = plan.open().next().unwrap_or(first);
        let question = place.map(|place| place.question).filter(|question| plan.asked.contains(*question));
        let question = question.unwrap_or(next);
        let overlay = (!differences.is_empty()).then(|| Overlay::differences(&differences));
        Self {
            interview: Interview::at(&plan, question),
            plan,
            start: start::Start::default(),
            review: review::Review::default(),
            verdict: verdict::VerdictScreen::default(),
            search: search::Search { index: setup.index, ..search::Search::default() },
            export: export::Export::default(),
            help: help::Help { from: Context::Start, scroll: 0 },
            shelf: Shelf { others, ..Shelf::default() },
            compare: None,
            left_at: place.map(|place| place.screen),
            report: None,
            overlay,
            message: notice.map(Message::problem),
            saved,
            session,
            keymap: setup.keymap,
            look: setup.look,
            clock_problem: None,
            screens: vec![Screen::Start],
            reported: 0,
            asked_to_save: 0,
            saved_elsewhere: None,
            place: place.unwrap_or(Place { screen: Screen::Interview, question }),
            reach: Reach::default(),
            writing: None,
            effects: Vec::new(),
        }
    }

    /// The same on a day that comes from there.
    #[must_use]
    pub fn dated(mut self, origin: DayOrigin) -> Self {
        self.plan.origin = origin;
        self
    }

    /// The same where the clock is wrong: goes by the day that is assumed, says so and asks for the right one.
    #[must_use]
    pub fn without_clock(mut self, problem: &str) -> Self {
        self.plan.origin = DayOrigin::Assumed;
        self.overlay = self.overlay.or_else(|| Some(FieldBox::today(problem).into()));
        self.clock_problem = Some(problem.to_owned());
        self
    }

    /// Goes on with another plan, where it was left.
    fn turn_to(&mut self, opened: Opened) {
        let screen = opened.place.map_or(Screen::Interview, |place| place.screen);
        let (look, keymap, aside) = (self.look.clone(), self.keymap.clone(), std::mem::take(&mut self.shelf.aside));
        let index = self.search.index.clone();
        let setup = Setup { today: self.plan.today, opened, look, keymap, index };
        let effects = std::mem::take(&mut self.effects);
        let (origin, clock_problem) = (self.plan.origin, self.clock_problem.take());
        *self = Self { clock_problem, effects, ..Self::new(self.plan.base, setup) };
        self.plan.origin = origin;
        self.shelf.aside = aside;
        self.go(screen);
        if self.message.is_none() {
            let key = self.key_of(Action::Plans);
            let title = report::title(self.plan.answers());
            self.say(&format!("Open now: {}. {key} shows all plans.", visible(&title)));
        }
    }

    /// The screen that is shown.
    pub fn screen(&self) -> Screen {
        self.screens.last().copied().unwrap_or(Screen::Start)
    }

    /// What has the focus.
    pub fn context(&self) -> Context {
        self.overlay.as_ref().map_or_else(|| self.screen_context(), Overlay::context)
    }

    fn screen_context(&self) -> Context {
        match self.screen() {
            Screen::Start => Context::Start,
            Screen::Interview => Context::Interview,
            Screen::Review => Context::Review,
            Screen::Verdict => Context::Verdict,
            Screen::Search if self.search.in_results => Context::Results,
            Screen::Search => Context::Search,
            Screen::Export => Context::Export,
            Screen::Help => Context::Help,
            Screen::Plans => Context::Plans,
            Screen::Compare => Context::Compare,
        }
    }

    /// The first key of an action on the screen.
    fn key_of(&self, action: Action) -> String {
        self.keymap.key(self.screen_context(), action).map_or_else(String::new, |key| key.to_string())
    }

    /// Takes in what happened and returns what the shell must do about it.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let before = (self.screen() == Screen::Interview).then(|| (self.plan.may_stop(), self.plan.contradicting()));
        self.take_in(event);
        let has_room = self.message.is_none() && !matches!(self.saved, Saved::No(_));
        if let Some((could_stop, known)) = before.filter(|_| has_room && self.screen() == Screen::Interview) {
            self.remark(could_stop, &known);
        }
        self.settle()
    }

    /// Says what an answer has brought about: a contradiction, or that the advice is decided.
    fn remark(&mut self, could_stop: bool, known: &[usize]) {
        let new = |contradiction: &&Contradiction| !known.contains(&contradiction.conflict);
        if let Some(found) = self.plan.outlook().contradictions.iter().find(new) {
            let clash = contradictions::clash(&self.plan.facts, found);
            self.complain(clash.map_or_else(String::new, |clash| clash.brief()));
        } else if !could_stop && self.plan.may_stop() {
            self.say("Decided. Stop for the advice, or go on for all gaps.");
        }
    }

    fn take_in(&mut self, event: Event) {
        match event {
            Event::Drawn(reach) => {
                self.reach = reach;
            }
            Event::Reply(reply) => self.hear(reply),
            Event::Paste(text) => self.paste(&text),
            Event::Do(action) => {
                self.message = None;
                self.update(action);
            }
            Event::Key(key) => {
                self.message = None;
                match self.keymap.action(self.context(), key) {
                    Some(action) => self.update(action),
                    None => self.type_key(key),
                }
            }
        }
    }

    /// Brings in line what depends on the answers.
    fn settle(&mut self) -> Vec<Effect> {
        let revision = self.plan.revision();
        if self.screen() == Screen::Compare {
            self.compare_again();
        }
        if !self.plan.asked.contains(self.interview.question) {
            let nearest = self.plan.before(self.interview.question).or_else(|| self.plan.asked.iter().next());
            self.ask(nearest);
        }
        if self.screen() == Screen::Export {
            self.preview();
        }
        self.search.plan_for(&self.plan);
        if self.screen() == Screen::Verdict && (self.report.is_none() || self.reported != revision) {
            let plan = &self.plan;
            self.report = Some(Report::of(&plan.facts, plan.answers(), plan.verdict(), plan.outlook(), plan.dated()));
            self.reported = revision;
        }
        if matches!(self.session, Session::New | Session::Resumed) {
            self.keep(revision);
        }
        std::mem::take(&mut self.effects)
    }

    /// Has the answers kept if they changed, and the place.
    fn keep(&mut self, revision: u64) {
        let is_changed = self.asked_to_save != revision;
        if is_changed {
            self.asked_to_save = revision;
            self.saved = Saved::Writing;
            self.effects.push(Effect::Save { revision, answers: self.plan.answers().clone() });
        }
        let screen = Some(self.screen()).filter(|screen| Place::can_be(*screen)).unwrap_or(self.place.screen);
        let place = Place { screen, question: self.interview.question };
        if place != self.place || is_changed {
            self.place = place;
            self.effects.push(Effect::Place(place));
        }
    }

    /// Does what a person wants.
    fn update(&mut self, action: Action) {
        if self.shelf.is_opening && !matches!(action, Action::Quit | Action::QuitNow | Action::Suspend | Action::Redraw)
        {
            return;
        }
        if let Some(overlay) = self.overlay.take() {
            self.update_box(overlay, action);
        } else if !self.update_anywhere(action) {
            match self.screen() {
                Screen::Start => self.update_start(action),
                Screen::Interview => self.update_interview(action),
                Screen::Review => self.update_review(action),
                Screen::Verdict => self.update_verdict(action),
                Screen::Search => self.update_search(action),
                Screen::Export => self.update_export(action),
                Screen::Help => self.update_help(action),
                Screen::Plans => self.update_plans(action),
                Screen::Compare => self.update_compare(action),
            }
        }
    }
}
