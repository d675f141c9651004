//! What every screen and popup may use of the rest of the program: the plan, the other plans, how it looks, a line to say
//! something, and a way to ask something of the shell.

use crate::theme::depth::Depth;
use crate::theme::{Catalogue, Theme};

use super::action::Action;
use super::context::Context;
use super::effect::{Effect, Reach};
use super::keymap::Keymap;
use super::message::{Message, Tone};
use super::plan::Plan;
use super::plans::{Kept, PlanNumber, Saved, Session};
use super::preference::{PreferenceName, Preferences};
use super::team;
use crate::answers::sample::Sample;
use crate::export::{markdown, plan_file_name};
use crate::model::answers::Answers;
use crate::model::setting::Settings;
use crate::report::leaning::leaning;
use crate::report::page::Page;

/// What is shared by all screens.
#[derive(Debug)]
pub struct Cx<'k> {
    /// The open plan.
    pub plan: Plan<'k>,
    /// The saved plans that are not open, the last changed first.
    pub others: Vec<Kept>,
    /// Where the answers come from and go to.
    pub(crate) session: Session,
    /// Whether the answers are on disk.
    pub saved: Saved,
    /// The keys.
    pub keymap: Keymap,
    /// How the program looks.
    pub look: Look,
    /// What is set for every plan.
    pub preferences: Preferences,
    /// What just happened.
    pub message: Option<Message>,
    /// What is wrong with the clock, in a sentence; the day may have been typed since.
    pub(crate) clock_problem: Option<String>,
    /// The plans that were put aside since the start, the last at the end.
    pub(crate) aside: Vec<PlanNumber>,
    /// The system's program that opens addresses and documents, if there is one.
    pub opener: Option<&'static str>,
    /// A plan to try the program on, if the knowledge has one.
    pub(crate) sample: Option<Sample>,
    /// What another program wrote to the open plan, as far as it can be read.
    pub(crate) foreign: Option<Box<Answers>>,
    /// The plan to compare the open one with.
    pub(super) compared: Option<Kept>,
    /// Where keys are pressed on the screen that is shown, whatever popup lies over it.
    pub(super) here: Context,
    /// How far lists and pages reach, as last drawn.
    pub(super) reach: Reach,
    /// Whether another plan is being opened. Until it is there, nothing is changed.
    pub(super) is_opening: bool,
    /// What was last to be written to a file.
    pub(super) writing: Option<Writing>,
    /// Where the answers were last written to a file, and of which revision they were.
    pub(super) saved_elsewhere: Option<(u64, String)>,
    pub(super) effects: Vec<Effect>,
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

/// The text of a file, and of which revision of the plan it is the answers, if it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    pub(crate) bytes: Vec<u8>,
    pub(crate) answers_of: Option<u64>,
}

impl Cx<'_> {
    /// Tells what was done.
    pub(crate) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::Done });
    }

    /// Tells why nothing was done.
    pub(crate) fn mention(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::Neutral });
    }

    /// Tells what went wrong.
    pub(crate) fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message::problem(text));
    }

    pub(crate) fn say_day(&mut self) {
        self.say(format!("Planning for {}.", self.plan.day_words()));
    }

    /// Says something else about the plan itself, and tells what that makes of the advice.
    pub(crate) fn settle(&mut self, settings: Settings) {
        let before = self.leaning();
        self.plan.settle(settings);
        let (said, now) = (self.plan.settings_words(), self.leaning());
        let before = if now == before { String::new() } else { format!(", before: {before}") };
        self.say(format!("{said} Now: {now}{before}."));
    }

    /// Names the next of the usual teams, and tells what that makes of the advice.
    pub(crate) fn switch_team(&mut self, forward: bool) {
        let settings = self.plan.answers().settings;
        self.settle(Settings { builders: team::next(settings.builders, forward), ..settings });
    }

    fn leaning(&self) -> String {
        leaning(self.plan.base, self.plan.verdict(), self.plan.analysis())
    }

    pub(crate) fn say_read_only(&mut self) {
        let key = self.key_of(Action::Duplicate);
        self.complain(format!("This plan can only be read here. {key} makes a copy."));
    }

    /// Returns the name of an action's first key on this screen; nothing if it has none.
    pub(crate) fn key_of(&self, action: Action) -> String {
        self.keymap.key(self.here, action).map_or_else(String::new, |key| key.to_string())
    }

    /// Returns the name of an action's first key in a context, as screens show it.
    pub(crate) fn label_of(&self, context: Context, action: Action) -> Option<String> {
        self.keymap.key(context, action).map(|key| key.label(self.look.ascii))
    }

    /// Asks something of the shell.
    pub(crate) fn request(&mut self, effect: Effect) {
        self.is_opening |= matches!(effect, Effect::Open(_));
        self.effects.push(effect);
    }

    /// Sets something for every plan, here and in the person's settings.
    ///
    /// # Errors
    /// Why it cannot be set so, in sentences.
    pub(crate) fn prefer(&mut self, name: PreferenceName, text: &str) -> Result<(), String> {
        self.preferences.set(name, text).map_err(|refused| refused.sentences())?;
        let value = self.preferences.get(name).expect("it has just been set").to_owned();
        self.request(Effect::Prefer(name, Some(value)));
        Ok(())
    }

    /// Sets nothing there any more, for any plan.
    pub(crate) fn prefer_none(&mut self, name: PreferenceName) {
        self.preferences.forget(name);
        self.request(Effect::Prefer(name, None));
    }

    /// Copies a page as Markdown.
    pub(crate) fn copy(&mut self, page: &Page) {
        self.request(Effect::Copy(markdown::copy(page)));
    }

    /// Asks for a file to be written.
    pub fn write(&mut self, path: String, writing: Writing, replace: bool) {
        let bytes = writing.bytes.clone();
        self.writing = Some(writing);
        self.request(Effect::Export { path, bytes, replace });
    }

    /// Returns the answers as the text of a file.
    pub(crate) fn answers_to_write(&self) -> Writing {
        let bytes = crate::answers::write(self.plan.answers(), self.plan.base).into_bytes();
        Writing { bytes, answers_of: Some(self.plan.revision()) }
    }

    /// Whether answers would be lost if the plan were left now.
    pub(crate) fn would_lose(&self) -> bool {
        let is_lost = matches!(self.saved, Saved::No(_) | Saved::NotKept) && self.plan.revision() > 0;
        is_lost && !self.plan.answers().is_empty() && self.elsewhere().is_none()
    }

    /// Where the answers are proposed to be written to: where they last were, else a name made from the title.
    pub(crate) fn proposed_elsewhere(&self) -> String {
        let last = self.saved_elsewhere.as_ref().map(|(_, path)| path.clone());
        last.unwrap_or_else(|| plan_file_name(&self.plan.answers().title, &self.plan.base.nouns.planned))
    }

    /// Returns the file that the answers were written to as they are now.
    pub(crate) fn elsewhere(&self) -> Option<&str> {
        let (revision, path) = self.saved_elsewhere.as_ref()?;
        (*revision == self.plan.revision()).then_some(path)
    }
}
