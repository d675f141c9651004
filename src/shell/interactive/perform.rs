//! Does what the app asks for. What it needs to know of the outcome it hears as a reply.

use std::io;

use crate::app::effect::{Effect, Event, Reply};
use crate::shell::exit::Exit;

use super::Interview;

/// The longest text that terminals take for their clipboard, in bytes: 74 kB once it is encoded.
const LONGEST_COPY: usize = 55_000;

impl Interview<'_> {
    /// Performs an effect. Returns how the program ends, if it does.
    pub(super) fn perform(&mut self, effect: Effect) -> io::Result<Option<Exit>> {
        match effect {
            Effect::Copy(text) => return self.copy(&text),
            Effect::Mouse(catch) => self.screen.catch_mouse(catch)?,
            Effect::Suspend => self.suspend()?,
            Effect::Redraw => self.screen.redraw(),
            Effect::Quit => return Ok(Some(Exit::Done)),
            Effect::Save { .. } => {
                self.saves.put(effect);
                self.fail_point.at("saving");
            }
            _ => self.saves.put(effect),
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str) -> io::Result<Option<Exit>> {
        if text.len() > LONGEST_COPY {
            let reason = "it is too long for a terminal's clipboard. Export it to a file.".to_owned();
            return self.handle(Event::Reply(Reply::NotCopied { reason }));
        }
        self.screen.copy(text)?;
        self.handle(Event::Reply(Reply::Copied))
    }

    /// Gives the terminal back and stops until somebody continues the program, which is then told.
    #[cfg(unix)]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        if !super::signal::can_be_continued() {
            self.app.cx.message = Some(crate::app::Message::problem("There is no shell to go back to."));
            return Ok(());
        }
        self.screen.give_back();
        super::signal::stop()
    }

    /// There is nothing to go back to on a system without job control.
    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "elsewhere it can fail")]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}
