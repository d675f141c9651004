//! What the app makes of the shell's answers.

use crate::theme::Variant;

use super::action::Action;
use super::effect::{Reach, Reply};
use super::overlay::{Confirm, Deed, Overlay};
use super::{App, Saved};

impl App<'_> {
    pub(super) fn hear(&mut self, reply: Reply) {
        match reply {
            Reply::Saved { revision } if revision == self.plan.revision() => self.saved = Saved::Yes,
            Reply::Saved { .. } => {}
            Reply::NotSaved { reason } => self.not_saved(reason),
            Reply::FoundForeign { name } => {
                self.complain(format!("Changed by another program. What it wrote is kept as {name}."));
            }
            Reply::Opened(opened) => self.turn_to(*opened),
            Reply::Others(others) => self.restock(others),
            Reply::PutAside { number, name, others } => {
                self.shelf.aside.push(number);
                self.restock(others);
                let key = self.key_of(Action::Undo);
                self.say(&format!("Put aside as {name}. {key} brings it back."));
            }
            Reply::Refused { reason } => {
                self.shelf.is_opening = false;
                self.complain(format!("Not done: {reason}"));
            }
            Reply::Exported { path } => {
                if let Some(revision) = self.writing.take().and_then(|writing| writing.answers_of) {
                    self.saved_elsewhere = Some(revision);
                }
                self.say(&format!("Written to {path}"));
                self.export.written = Some(path);
            }
            Reply::Exists { path } => self.ask_to_replace(path),
            Reply::NotExported { reason } => {
                self.writing = None;
                self.complain(format!("Not written: {reason}"));
            }
            Reply::Copied => {
                self.say("Sent to the terminal's clipboard. If it is not there, write a file with export.");
            }
            Reply::NotCopied { reason } => self.complain(format!("Not copied: {reason}")),
            Reply::Ground { is_light } => self.follow(is_light),
        }
    }

    /// Says once how the answers can be kept all the same.
    fn not_saved(&mut self, reason: String) {
        if !matches!(self.saved, Saved::No(_)) {
            let key = self.key_of(Action::SaveElsewhere);
            self.complain(format!("Nothing is saved now. {key} writes the answers elsewhere."));
        }
        self.saved = Saved::No(reason);
    }

    fn ask_to_replace(&mut self, path: String) {
        if let Some(writing) = self.writing.take() {
            let question = format!("{path} is there already. Write over it?");
            self.open(Overlay::Confirm(Confirm { question, deed: Deed::Replace { path, writing } }));
        }
    }

    /// Takes the default theme for a light or dark ground, if the theme was not chosen.
    fn follow(&mut self, is_light: bool) {
        let name = match (is_light, self.look.theme.variant) {
            (true, Variant::Dark) => "default-light",
            (false, Variant::Light) => "default-dark",
            _ => return,
        };
        if let (Some(theme), _) = self.look.catalogue.theme(name) {
            self.look.theme = theme.at_depth(self.look.depth);
        }
    }
}

impl Reach {
    /// The first line shown after scrolling a page down.
    pub(super) fn down(self, from: u16) -> u16 {
        (from + self.page.max(2) - 1).min(self.furthest)
    }

    /// The first line shown after scrolling a page up.
    pub(super) fn up(self, from: u16) -> u16 {
        from.saturating_sub(self.page.max(2) - 1)
    }

    /// Scrolls as an action says.
    pub(super) fn scroll(self, from: &mut u16, action: Action) {
        *from = match action {
            Action::Up => from.saturating_sub(1),
            Action::Down => (*from + 1).min(self.furthest),
            Action::First => 0,
            Action::Last => self.furthest,
            Action::ScrollUp => self.up(*from),
            Action::ScrollDown => self.down(*from),
            _ => *from,
        };
    }
}
