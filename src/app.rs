//! The program without a terminal: what is on the screen, and what each key does to it.
//!
//! An [`Event`] goes in, [`Effect`]s come out; nothing here reads, writes or draws. A key becomes an [`Action`] by the
//! table in [`keymap`]; the action goes to what lies on top: a box, then the screen, then what works everywhere.

pub mod action;
pub mod context;
pub mod effect;
pub mod export;
pub mod field;
pub mod help;
pub mod interview;
pub mod key;
pub mod keymap;
pub mod overlay;
pub mod palette;
pub mod plan;
pub mod review;
pub mod search;
pub mod sheet;
pub mod start;
pub mod themes;
pub mod verdict;

mod boxes;
mod entry;
mod reply;
mod requirement;

use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::date::Day;
use crate::report::Report;
use crate::theme::depth::Depth;
use crate::theme::{Catalogue, Theme};

use action::Action;
use context::Context;
use effect::{Effect, Event, Reach};
use interview::Interview;
use keymap::Keymap;
use overlay::Overlay;
use plan::Plan;

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
    /// Nobody asked for them to be kept.
    NotKept,
}

/// A line that tells what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// Whether something went wrong.
    pub is_problem: bool,
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
}

/// What the program starts with.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The day on which it runs.
    pub today: Day,
    /// The answers to go on with.
    pub answers: Answers,
    /// Where they come from and go to.
    pub session: Session,
    /// How it looks.
    pub look: Look,
    /// The keys.
    pub keymap: Keymap,
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
    screens: Vec<Screen>,
    reported: u64,
    asked_to_save: u64,
    reach: Reach,
    writing: Option<String>,
    effects: Vec<Effect>,
}

impl<'k> App<'k> {
    /// The program at its start screen.
    pub fn new(base: &'k KnowledgeBase, setup: Setup) -> Self {
        let plan = Plan::new(base, setup.answers, setup.today);
        let first = plan.asked.iter().next().unwrap_or(Key::new(0));
        let resumed_at = plan.verdict.open.first().copied().unwrap_or(first);
        let saved = match setup.session {
            Session::NotKept => Saved::NotKept,
            Session::Resumed => Saved::Yes,
            Session::New => Saved::Nothing,
        };
        Self {
            interview: Interview::at(&plan, resumed_at),
            plan,
            start: start::Start::default(),
            review: review::Review::default(),
            verdict: verdict::VerdictScreen::default(),
            search: search::Search::default(),
            export: export::Export::default(),
            help: help::Help { from: Context::Start, scroll: 0 },
            report: None,
            overlay: None,
            message: None,
            saved,
            session: setup.session,
            keymap: setup.keymap,
            look: setup.look,
            screens: vec![Screen::Start],
            reported: 0,
            asked_to_save: 0,
            reach: Reach::default(),
            writing: None,
            effects: Vec::new(),
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
        }
    }

    /// Takes in what happened and returns what the shell must do about it.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let was_decided = self.plan.is_decided();
        let contradictions = self.plan.outlook.contradictions.len();
        self.take_in(event);
        let has_room = self.message.is_none() && !matches!(self.saved, Saved::No(_));
        if has_room && self.screen() == Screen::Interview {
            if self.plan.outlook.contradictions.len() > contradictions {
                self.complain("This contradicts another answer. The advice says why.".to_owned());
            } else if !was_decided && self.plan.is_decided() {
                self.say("Decided: open answers can only add to the list of gaps.");
            }
        }
        self.settle()
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
        if !self.plan.asked.contains(self.interview.question) {
            let nearest = self.plan.before(self.interview.question).or_else(|| self.plan.asked.iter().next());
            self.ask(nearest);
        }
        if self.screen() == Screen::Export {
            self.preview();
        }
        self.search.plan_for(self.plan.facts.as_of.day);
        if self.screen() == Screen::Verdict && (self.report.is_none() || self.reported != revision) {
            let Plan { facts, verdict, outlook, today, .. } = &self.plan;
            self.report = Some(Report::of(facts, self.plan.answers(), verdict, outlook, *today));
            self.reported = revision;
        }
        if self.session != Session::NotKept && self.asked_to_save != revision {
            self.asked_to_save = revision;
            self.saved = Saved::Writing;
            self.effects.push(Effect::Save { revision, answers: self.plan.answers().clone() });
        }
        std::mem::take(&mut self.effects)
    }

    /// Does what a person wants.
    fn update(&mut self, action: Action) {
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
            }
        }
    }

    /// Does what works everywhere; says whether it was that.
    fn update_anywhere(&mut self, action: Action) -> bool {
        match action {
            Action::Back => self.back(),
            Action::Quit => self.quit(),
            Action::QuitNow => self.effects.push(Effect::Quit),
            Action::Suspend => self.effects.push(Effect::Suspend),
            Action::Redraw => self.effects.push(Effect::Redraw),
            Action::Help => self.go(Screen::Help),
            Action::Palette => self.open_palette(),
            Action::Search if self.screen() != Screen::Search => self.go(Screen::Search),
            Action::Start => self.go(Screen::Start),
            Action::Verdict => self.go(Screen::Verdict),
            Action::Review => self.go(Screen::Review),
            Action::Interview => self.go(Screen::Interview),
            Action::Export => self.go(Screen::Export),
            Action::Question(question) => self.open_question(question),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::SwitchDay => self.switch_day(),
            Action::Themes => self.open_themes(),
            Action::Rename => self.open(overlay::FieldBox::name(&self.plan.answers().title).into()),
            Action::ToggleMouse => self.toggle_mouse(),
            Action::Copy => self.copy(),
            _ => return false,
        }
        true
    }

    /// One level back, never off the start screen.
    fn back(&mut self) {
        if self.screen() == Screen::Search && self.search.in_results {
            self.search.in_results = false;
        } else if self.screen() == Screen::Interview && self.interview.why {
            self.interview.why = false;
        } else if self.screens.len() > 1 {
            self.screens.pop();
        } else {
            let key = self.keymap.key(Context::Start, Action::Quit).map_or_else(String::new, |key| key.to_string());
            self.say(&format!("This is the start. {key} ends the program."));
        }
    }

    /// Goes to a screen; one that was open before is gone back to.
    fn go(&mut self, screen: Screen) {
        match screen {
            Screen::Search => self.open_search(),
            Screen::Help => {
                self.help = help::Help { from: self.screen_context(), scroll: 0 };
                self.show(Screen::Help);
            }
            _ => self.show(screen),
        }
    }

    fn show(&mut self, screen: Screen) {
        match self.screens.iter().position(|open| *open == screen) {
            Some(position) => self.screens.truncate(position + 1),
            None => self.screens.push(screen),
        }
    }

    fn quit(&mut self) {
        let is_lost = matches!(self.saved, Saved::No(_) | Saved::NotKept) && self.plan.revision() > 0;
        if is_lost && !self.plan.answers().is_empty() {
            self.open(Overlay::Confirm(overlay::Confirm {
                question: "The answers are not saved. Quit and lose them?".to_owned(),
                deed: overlay::Deed::Act(Action::QuitNow),
            }));
        } else {
            self.effects.push(Effect::Quit);
        }
    }

    fn undo(&mut self) {
        match self.plan.undo() {
            Some(question) => self.after_undo(question, "Taken back."),
            None => self.say("There is nothing to take back."),
        }
    }

    fn redo(&mut self) {
        match self.plan.redo() {
            Some(question) => self.after_undo(question, "Made again."),
            None => self.say("There is nothing to make again."),
        }
    }

    fn after_undo(&mut self, question: Option<Key<crate::model::question::Question>>, text: &str) {
        if let Some(question) = question.filter(|question| self.plan.asked.contains(*question)) {
            self.ask(Some(question));
        }
        self.say(text);
    }

    fn switch_day(&mut self) {
        self.plan.switch_day(true);
        self.say(&format!("Planning for {}.", self.plan.day_words()));
    }

    fn toggle_mouse(&mut self) {
        self.look.mouse = !self.look.mouse;
        self.effects.push(Effect::Mouse(self.look.mouse));
        self.say(if self.look.mouse {
            "The mouse works in the program again."
        } else {
            "The mouse now marks text to copy."
        });
    }

    fn copy(&mut self) {
        let sheet = match self.screen() {
            Screen::Interview => Some(self.interview.sheet(&self.plan)),
            Screen::Verdict => self.report.as_ref().and_then(|report| self.verdict.sheet(report)),
            Screen::Search => self.search.marked().map(|entry| self.plan.entry_sheet(entry)),
            _ => None,
        };
        match sheet {
            Some(sheet) => self.effects.push(Effect::Copy(sheet.markdown(self.plan.base))),
            None => self.say("There is nothing to copy here."),
        }
    }

    fn open(&mut self, overlay: Overlay) {
        self.overlay = Some(overlay);
    }

    fn say(&mut self, text: &str) {
        self.message = Some(Message { text: text.to_owned(), is_problem: false });
    }

    fn complain(&mut self, text: String) {
        self.message = Some(Message { text, is_problem: true });
    }
}
