//! What can be done on every screen.

use crate::export::markdown;

use super::action::Action;
use super::context::Context;
use super::effect::Effect;
use super::history::About;
use super::overlay::{self, Overlay};
use super::{App, Message, Saved, Screen, Tone, help};

impl App<'_> {
    /// Does what works everywhere; says whether it was that.
    pub(super) fn update_anywhere(&mut self, action: Action) -> bool {
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
            Action::Plans => self.go(Screen::Plans),
            Action::Duplicate => self.duplicate(),
            Action::SaveElsewhere => self.propose_elsewhere(),
            Action::Undo if self.bring_back() => {}
            Action::Question(question) => self.open_question(question),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::SwitchDay => self.switch_day(),
            Action::Themes => self.open_themes(),
            Action::Rename => self.edit_name(),
            Action::Weights => self.open(overlay::FieldBox::weights(self.plan.facts.scoring.weights()).into()),
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
            self.mention(&format!("This is the start. {key} ends the program."));
        }
    }

    /// Goes to a screen; one that was open before is gone back to.
    pub(super) fn go(&mut self, screen: Screen) {
        match screen {
            Screen::Search => self.open_search(),
            Screen::Help => {
                self.help = help::Help { from: self.screen_context(), scroll: 0 };
                self.show(Screen::Help);
            }
            _ => self.show(screen),
        }
    }

    pub(super) fn show(&mut self, screen: Screen) {
        match self.screens.iter().position(|open| *open == screen) {
            Some(position) => self.screens.truncate(position + 1),
            None => self.screens.push(screen),
        }
        if screen != Screen::Start {
            self.left_at = None;
        }
    }

    /// Whether answers would be lost if the plan were left now.
    pub(super) fn would_lose(&self) -> bool {
        let is_lost = matches!(self.saved, Saved::No(_) | Saved::NotKept) && self.plan.revision() > 0;
        is_lost && !self.plan.answers().is_empty() && self.saved_elsewhere != Some(self.plan.revision())
    }

    pub(super) fn quit(&mut self) {
        if self.would_lose() {
            let key = self.key_of(Action::SaveElsewhere);
            self.open(Overlay::Confirm(overlay::Confirm {
                question: format!(
                    "The answers are not saved. Quit and lose them? To keep them, say no; then {key} writes them to a file."
                ),
                deed: overlay::Deed::Act(Action::QuitNow),
            }));
        } else {
            self.effects.push(Effect::Quit);
        }
    }

    fn undo(&mut self) {
        match self.plan.undo() {
            Some(about) => self.after_undo(about, "Taken back."),
            None => self.mention("There is nothing to take back."),
        }
    }

    fn redo(&mut self) {
        match self.plan.redo() {
            Some(about) => self.after_undo(about, "Made again."),
            None => self.mention("There is nothing to make again."),
        }
    }

    fn after_undo(&mut self, about: About, text: &str) {
        let question = match about {
            About::Question(question) if self.plan.asked.contains(question) => question,
            _ => self.interview.question,
        };
        self.ask(Some(question));
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
        let page = match self.screen() {
            Screen::Interview => Some(self.interview.page(&self.plan)),
            Screen::Verdict => self.report.as_ref().and_then(|report| self.verdict.page(report)),
            Screen::Search => self.search.marked().map(|entry| self.plan.entry_page(entry)),
            _ => None,
        };
        match page {
            Some(page) => self.effects.push(Effect::Copy(markdown::copy(&page))),
            None => self.mention("There is nothing to copy here."),
        }
    }

    pub(super) fn open(&mut self, overlay: Overlay) {
        self.overlay = Some(overlay);
    }

    /// Tells what was done.
    pub(super) fn say(&mut self, text: &str) {
        self.message = Some(Message { text: text.to_owned(), tone: Tone::Done });
    }

    /// Tells why nothing was done.
    pub(super) fn mention(&mut self, text: &str) {
        self.message = Some(Message { text: text.to_owned(), tone: Tone::Neutral });
    }

    /// Tells what went wrong.
    pub(super) fn complain(&mut self, text: String) {
        self.message = Some(Message { text, tone: Tone::Problem });
    }
}
