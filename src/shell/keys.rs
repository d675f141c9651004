//! The user's own keys, from `keys.toml` in their folder. What is wrong with it is said and costs one command's keys.

use crate::app::keyfile;
use crate::app::keymap::Keymap;
use crate::diagnostic::{Diagnostic, File};

use super::exit::Failure;
use super::files;
use super::paths::Paths;

/// The largest key file that is read, in bytes.
const LARGEST: usize = 100_000;

/// The keys in force, with the file they come from and everything that is wrong with it.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) keymap: Keymap,
    /// The file, if there is one.
    pub(crate) file: Option<File>,
    pub(crate) problems: Vec<Diagnostic>,
    /// Why it could not be read at all.
    pub(crate) failure: Option<Failure>,
}

impl Keys {
    fn built_in(failure: Option<Failure>) -> Self {
        Self { keymap: Keymap::default(), file: None, problems: Vec::new(), failure }
    }

    /// What a person at the screen is told if something is wrong.
    pub(crate) fn notice(&self) -> Option<String> {
        let is_sound = self.problems.is_empty() && self.failure.is_none();
        (!is_sound).then(|| "Some of your own keys cannot be used. `journey-advisor keys` says why.".to_owned())
    }
}

pub(super) fn read() -> Keys {
    let Ok(paths) = Paths::find() else { return Keys::built_in(None) };
    if !paths.keys.exists() {
        return Keys::built_in(None);
    }
    match files::read_text(&paths.keys, LARGEST, files::Origin::Found) {
        Ok(text) => {
            let file = File { path: files::shown(&paths.keys), text };
            let (keymap, problems) = keyfile::read(&file);
            Keys { keymap, file: Some(file), problems, failure: None }
        }
        Err(failure) => Keys::built_in(Some(failure)),
    }
}
