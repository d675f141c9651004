//! The plan that is kept between two runs: one file for each plan, the newest is gone on with.
//!
//! [`open`] finds it at the start, [`Store`] keeps it from then on.

mod store;

use std::path::Path;

use crate::answers::{self, LARGEST};
use crate::app;
use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, File};
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::report::words::count;

use super::exit::Failure;
use super::files;
use super::paths::Paths;

pub use store::{Hold, Store};

/// What a run begins with.
#[derive(Debug)]
pub struct Opened {
    /// The answers so far.
    pub answers: Answers,
    /// Where they come from and go to.
    pub session: app::Session,
    /// Keeps them; absent if they are not to be kept.
    pub store: Option<Store>,
    /// What a person must know about it.
    pub notice: Option<String>,
}

impl Opened {
    fn new(store: Option<Store>) -> Self {
        let session = if store.is_some() { app::Session::New } else { app::Session::NotKept };
        Self { answers: Answers::default(), session, store, notice: None }
    }

    fn tell(mut self, notice: impl Into<String>) -> Self {
        self.notice = Some(notice.into());
        self
    }
}

/// Finds the plan to go on with. Whatever is wrong, there is something to begin with. Plans for a knowledge base other
/// than the built-in one are kept apart: their answers mean nothing elsewhere.
pub fn open(base: &KnowledgeBase, is_builtin: bool) -> Opened {
    match Paths::find() {
        Ok(paths) if is_builtin => open_in(&paths.sessions, base),
        Ok(paths) => open_in(&paths.sessions.join(slug(&base.title)), base),
        Err(failure) => Opened::new(None).tell(format!("Nothing will be saved: {}", failure.message)),
    }
}

/// A title as the name of a folder.
fn slug(title: &str) -> String {
    let letters =
        title.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    let slug: String = letters.take(64).collect();
    format!("for-{slug}")
}

fn open_in(folder: &Path, base: &KnowledgeBase) -> Opened {
    let (store, hold) = Store::open(folder);
    let mut opened = resume(store, hold == Hold::Elsewhere, base);
    match hold {
        Hold::Elsewhere => {
            opened.store = None;
            opened.session = app::Session::NotKept;
            opened.tell("This plan is open in another window. Changes made here are not saved.")
        }
        Hold::Impossible(reason) if opened.notice.is_none() => opened.tell(format!("Nothing can be saved: {reason}")),
        Hold::Ours | Hold::NotYet | Hold::Impossible(_) => opened,
    }
}

/// Reads the newest plan. Only `look`ing changes nothing on the disk.
fn resume(mut store: Store, look: bool, base: &KnowledgeBase) -> Opened {
    let Some(path) = store.newest() else { return Opened::new(Some(store)) };
    let text = match files::read_bytes(&path, LARGEST) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(failure) => return pass_by(store, &failure),
    };
    let file = File { path: files::shown(&path), text };
    match answers::read(&file, base) {
        (Some(answers), _) => Opened { answers, session: app::Session::Resumed, ..Opened::new(Some(store)) },
        (None, problems) if is_newer(&problems) => {
            store.begin();
            Opened::new(Some(store)).tell("The saved plan is from a newer version of this program. A new one is begun.")
        }
        (None, _) => recover(store, &file, look, base),
    }
}

fn is_newer(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.code == Code::A010)
}

/// Begins a new plan because the newest cannot be read. It stays as it is.
fn pass_by(mut store: Store, failure: &Failure) -> Opened {
    store.begin();
    Opened::new(Some(store)).tell(format!("A new plan is begun: {}", failure.message))
}

/// Puts a damaged plan aside and goes on with what can be read of it.
fn recover(mut store: Store, file: &File, look: bool, base: &KnowledgeBase) -> Opened {
    let (answers, lost) = answers::salvage(&file.text, base);
    let lost = count(lost, "line");
    if look {
        return Opened { answers, ..Opened::new(Some(store)) };
    }
    match store.put_aside().and_then(|kept| Ok((kept, store.save(&answers::write(&answers, base))?))) {
        Ok((kept, ())) => Opened { answers, session: app::Session::Resumed, ..Opened::new(Some(store)) }
            .tell(format!("{lost} of the saved plan could not be read. It is kept as {kept}")),
        Err(reason) => Opened { answers, ..Opened::new(Some(store)) }
            .tell(format!("The saved plan cannot be read whole, nor put aside: {reason}")),
    }
}

#[cfg(test)]
mod tests;
