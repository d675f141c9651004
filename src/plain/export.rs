//! Writing a document. One with a logo is written as soon as that is read.

use crate::app::effect::{Effect, Reply};
use crate::app::screen::export::{bytes, wanted_logo};
use crate::export::brand::Logo;
use crate::export::{Extent, Format, file_name};

use super::Plain;

/// A document to be written.
#[derive(Debug)]
pub(super) struct Export {
    pub(super) format: Format,
    /// Where; by the title of the plan if nobody has said.
    pub(super) path: Option<String>,
    /// Whether a file that is there may be replaced.
    pub(super) replace: bool,
}

impl Plain<'_> {
    /// Writes a document, or asks for its logo first.
    pub(super) fn export(&mut self, export: Export) -> String {
        match wanted_logo(&self.app.cx, export.format) {
            Some(path) => {
                self.waiting = Some(export);
                self.effects.push(Effect::ReadLogo(path));
            }
            None => self.write(export, None),
        }
        String::new()
    }

    /// Writes the document that has waited for its logo, if that has come.
    pub(super) fn has_written(&mut self, reply: &Reply) -> bool {
        match (reply, &self.waiting) {
            (Reply::LogoRead(logo), Some(_)) => {
                let export = self.waiting.take().expect("one waits");
                self.write(export, Some(logo.clone()));
                true
            }
            (Reply::LogoNotRead { .. }, _) => {
                self.waiting = None;
                false
            }
            _ => false,
        }
    }

    fn write(&mut self, Export { format, path, replace }: Export, logo: Option<Logo>) {
        let bytes = bytes(&self.app.cx, format, Extent::Full, logo);
        let path = path.unwrap_or_else(|| {
            file_name(&self.app.cx.plan.answers().title, &self.app.cx.plan.base.nouns.planned, format)
        });
        self.effects.push(Effect::Export { path, bytes, replace });
    }
}
