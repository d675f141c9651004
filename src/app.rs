//! The program without a terminal: what is on the screen, and what each key does to it.
//!
//! An [`Event`] goes in, [`Effect`]s come out; nothing here reads, writes or draws. A key becomes an [`Action`] by the
//! table in [`keymap`]; the action goes to what lies on top: a popup, or the screen, then what works everywhere. Each of
//! them has a state of its own, may use what is in [`Cx`], and says with a [`Flow`](popup::Flow) where it leads.

pub mod action;
pub(crate) mod bookmark;
pub(crate) mod brief;
pub mod context;
pub(crate) mod cursor;
pub(crate) mod cx;
pub mod effect;
pub mod key;
pub mod keyfile;
pub mod keymap;
pub(crate) mod message;
pub mod plan;
pub mod plans;
pub mod popup;
pub(crate) mod portfolio;
pub mod preference;
pub(crate) mod progress;
pub mod screen;
mod team;
mod tour;
mod way;

pub(crate) mod everywhere;
pub(crate) mod field;
pub(crate) mod foreign;
pub(crate) mod history;
mod remark;
mod reply;
pub(crate) mod requirement;

use crate::answers::sample::Sample;
use crate::diagnostic::clean::visible;
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::date::{Day, DayOrigin};
use crate::report;

use action::Action;
use bookmark::Bookmark;
use context::Context;
use effect::{Effect, Event, Reach};
use field::Typing;
use key::KeyPress;
use keymap::Keymap;
use plan::{Access, Plan};
use popup::field::FieldBox;
use popup::page::PageBox;
use popup::{Flow, Popup};
use preference::Preferences;
use remark::Noticed;
use screen::interview::InterviewScreen;
use screen::search::SharedIndex;
use screen::start::StartScreen;
use screen::{ScreenComponent as _, Screens};

pub use context::Screen;
pub use cx::{Cx, Look};
pub use message::{Message, Tone};
pub use plans::{Opened, Saved, Session};

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
    pub index: SharedIndex,
}

/// Everything that is on the screen or could be.
#[derive(Debug)]
pub struct App<'k> {
    /// What all screens share.
    pub cx: Cx<'k>,
    /// The screens.
    pub screens: Screens,
    /// The box over the screen.
    pub popup: Option<Popup>,
    /// The screens that were gone through from the start screen; the last is shown.
    open: Vec<Screen>,
    /// The bookmark as last kept.
    bookmark: Bookmark,
    /// The revision of the plan that was last to be saved.
    asked_to_save: u64,
}

impl<'k> App<'k> {
    /// The program at its start screen.
    pub fn new(base: &'k KnowledgeBase, setup: Setup) -> Self {
        let Opened { answers, session, bookmark, steps, notice, differences, foreign, others } = setup.opened;
        let access = if session == Session::ReadOnly { Access::ReadOnly } else { Access::Free };
        let plan = Plan::new(base, answers, setup.today, access).with_steps(steps);
        let first = plan.visible.iter().next().unwrap_or(Key::new(0));
        let next = plan.open().next().unwrap_or(first);
        let left_at = bookmark.map(|bookmark| bookmark.question).filter(|question| plan.visible.contains(*question));
        let question = left_at.unwrap_or(next);
        Self {
            screens: Screens {
                start: StartScreen { left_at: bookmark.map(|bookmark| bookmark.screen), ..StartScreen::default() },
                ..Screens::of(InterviewScreen::at(&plan, question), setup.index)
            },
            cx: Cx {
                plan,
                others,
                session,
                saved: Saved::at_first(session),
                keymap: setup.keymap,
                look: setup.look,
                preferences: Preferences::default(),
                message: notice.map(Message::problem),
                clock_problem: None,
                aside: Vec::new(),
                opener: None,
                sample: None,
                foreign,
                compared: None,
                here: Context::Start,
                reach: Reach::default(),
                is_opening: false,
                writing: None,
                saved_elsewhere: None,
                effects: Vec::new(),
            },
            popup: (!differences.is_empty()).then(|| PageBox::differences(&differences).into()),
            open: Vec::new(),
            bookmark: bookmark.unwrap_or(Bookmark { screen: Screen::Interview, question }),
            asked_to_save: 0,
        }
    }

    /// The same on a day that comes from there.
    #[must_use]
    pub fn dated(mut self, origin: DayOrigin) -> Self {
        self.cx.plan.origin = origin;
        self
    }

    /// The same with a program of the system that opens addresses and documents.
    #[must_use]
    pub fn with_opener(mut self, opener: Option<&'static str>) -> Self {
        self.cx.opener = opener;
        self
    }

    /// The same with a sample to show.
    #[must_use]
    pub fn with_sample(mut self, sample: Option<Sample>) -> Self {
        self.cx.sample = sample;
        self
    }

    /// The same with what is set for every plan.
    #[must_use]
    pub(crate) fn preferring(mut self, preferences: Preferences) -> Self {
        self.cx.preferences = preferences;
        self
    }

    /// The same where the clock is wrong: goes by the day that is assumed, says so and asks for the right one.
    #[must_use]
    pub fn without_clock(mut self, problem: &str) -> Self {
        self.cx.plan.origin = DayOrigin::Assumed;
        self.popup = self.popup.or_else(|| Some(FieldBox::today(problem).into()));
        self.cx.clock_problem = Some(problem.to_owned());
        self
    }

    /// Opens another plan at its bookmark. What belongs to the window and not to a plan stays.
    fn turn_to(&mut self, opened: Opened) {
        let screen = opened.bookmark.map_or(Screen::Interview, |bookmark| bookmark.screen);
        let (look, keymap) = (self.cx.look.clone(), self.cx.keymap.clone());
        let setup = Setup { today: self.cx.plan.today, opened, look, keymap, index: self.screens.search.index.clone() };
        let before = std::mem::replace(self, Self::new(self.cx.plan.base, setup)).cx;
        self.cx.plan.origin = before.plan.origin;
        (self.cx.clock_problem, self.cx.aside, self.cx.effects) = (before.clock_problem, before.aside, before.effects);
        (self.cx.opener, self.cx.sample) = (before.opener, before.sample);
        self.cx.preferences = before.preferences;
        self.go(screen);
        if self.cx.message.is_none() {
            let key = self.cx.key_of(Action::Go(Screen::Plans));
            let title = report::title(self.cx.plan.answers());
            self.cx.say(format!("Open now: {}. {key} shows all plans.", visible(&title)));
        }
    }

    /// The screen that is shown.
    pub fn screen(&self) -> Screen {
        self.open.last().copied().unwrap_or(Screen::Start)
    }

    /// What has the focus.
    pub fn context(&self) -> Context {
        self.popup.as_ref().map_or_else(|| self.screen_context(), Popup::context)
    }

    fn screen_context(&self) -> Context {
        match self.screen() {
            Screen::Search => self.screens.search.context(),
            Screen::Brief => self.screens.brief.context(),
            screen => screen.row().context,
        }
    }

    /// Takes in what happened and returns what the shell must do about it.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        self.after(|app| app.take_in(event))
    }

    /// Lets screens do something without a key, and returns what the shell must do about it.
    pub(crate) fn act(&mut self, act: impl FnOnce(&mut Screens, &mut Cx<'k>) -> Flow) -> Vec<Effect> {
        self.after(|app| {
            app.cx.message = None;
            let flow = act(&mut app.screens, &mut app.cx);
            app.follow(flow);
        })
    }

    /// Lets something happen, says what an answer has brought about by that, and brings everything in line with the plan.
    fn after(&mut self, happen: impl FnOnce(&mut Self)) -> Vec<Effect> {
        let is_shown = matches!(self.popup, Some(Popup::Slider(_) | Popup::Tour(_)));
        let is_asking = self.screen() == Screen::Interview && !is_shown;
        let before = is_asking.then(|| Noticed::of(&self.cx.plan));
        happen(self);
        let has_room = self.cx.message.is_none() && !matches!(self.cx.saved, Saved::No(_));
        if let Some(noticed) = before.filter(|_| has_room && self.screen() == Screen::Interview) {
            noticed.remark(&mut self.cx);
        }
        self.settle()
    }

    fn take_in(&mut self, event: Event) {
        match event {
            Event::Drawn(reach) => self.cx.reach = reach,
            Event::Reply(reply) => self.hear(reply),
            Event::Paste(text) => {
                if !self.paste(&text) {
                    self.cx.mention("Nothing here takes pasted text.");
                }
            }
            Event::Do(action) => {
                self.cx.message = None;
                self.update(action);
            }
            Event::Key(key) => {
                self.cx.message = None;
                match self.cx.keymap.action(self.context(), key) {
                    Some(action) => self.update(action),
                    None if self.type_in(&Typing::Key(key)) => {}
                    None => self.mention_idle(key),
                }
            }
        }
    }

    /// Says that a key does nothing here, and where the keys are listed.
    fn mention_idle(&mut self, key: KeyPress) {
        let label = key.label(self.cx.look.ascii);
        let help = self.cx.label_of(self.context(), Action::Go(Screen::Help)).filter(|_| self.context().helps());
        let how = help.map_or_else(String::new, |help| format!(" {help} shows the keys."));
        self.cx.mention(format!("{label} does nothing here.{how}"));
    }

    /// Gives pasted text to what has the focus; says whether it takes any.
    fn paste(&mut self, text: &str) -> bool {
        let screen = self.screen();
        match &mut self.popup {
            Some(popup) => popup.type_in(&Typing::Pasted(text)),
            None => self.screens.get(screen).paste(&mut self.cx, text),
        }
    }

    /// Gives text to the field that has the focus; says whether there is one.
    fn type_in(&mut self, typed: &Typing<'_>) -> bool {
        let screen = self.screen();
        match &mut self.popup {
            Some(popup) => popup.type_in(typed),
            None => self.screens.get(screen).type_in(&self.cx, typed),
        }
    }

    /// Brings in line what depends on the plan. The question at hand and the search do so even while they are not shown.
    fn settle(&mut self) -> Vec<Effect> {
        if !matches!(self.popup, Some(Popup::Slider(_) | Popup::Tour(_))) {
            self.cx.plan.look_at(None);
        }
        self.screens.interview.settle(&self.cx);
        self.screens.search.settle(&self.cx);
        let screen = self.screen();
        self.screens.get(screen).settle(&self.cx);
        self.cx.here = self.screen_context();
        if matches!(self.cx.session, Session::New | Session::Resumed) {
            self.keep();
        }
        std::mem::take(&mut self.cx.effects)
    }

    /// Has the answers kept if they changed, and the bookmark.
    fn keep(&mut self) {
        let revision = self.cx.plan.revision();
        let is_changed = self.asked_to_save != revision;
        if is_changed {
            self.asked_to_save = revision;
            self.cx.saved = Saved::Writing;
            self.cx.request(Effect::Save { revision, answers: self.cx.plan.answers().clone() });
            self.cx.request(Effect::KeepSteps(self.cx.plan.steps()));
        }
        let bookmark = self.place();
        if bookmark != self.bookmark || is_changed {
            self.bookmark = bookmark;
            self.cx.request(Effect::Bookmark(bookmark));
        }
    }

    /// Where the person is in the plan.
    fn place(&self) -> Bookmark {
        let screen = if self.screen().row().is_kept { self.screen() } else { self.bookmark.screen };
        Bookmark { screen, question: self.screens.interview.question }
    }

    /// Does what a person wants: what lies on top knows the action first.
    fn update(&mut self, action: Action) {
        let stops = matches!(action, Action::QuitNow | Action::Suspend | Action::Redraw);
        if self.cx.is_opening && !stops && action != Action::Quit {
            return;
        }
        match self.popup.take() {
            Some(popup) if stops || action == Action::ToggleMouse => {
                self.update_everywhere(action);
                self.popup = Some(popup);
            }
            Some(Popup::Tour(tour)) => self.guide(tour, action),
            Some(mut popup) => match popup.update(&mut self.cx, action) {
                Flow::Done => self.popup = Some(popup),
                flow => self.follow(flow),
            },
            None => {
                let screen = self.screen();
                match self.screens.get(screen).update(&mut self.cx, action) {
                    Flow::Ignored if action == Action::Back && !self.open.is_empty() => drop(self.open.pop()),
                    Flow::Ignored => self.update_everywhere(action),
                    flow => self.follow(flow),
                }
            }
        }
    }

    fn update_everywhere(&mut self, action: Action) {
        let flow = everywhere::update(&mut self.screens, &mut self.cx, action);
        self.follow(flow);
    }
}
