//! The plans that are kept between two runs: one file for each, and the one last worked on is gone on with.
//!
//! [`open`] finds it at the start, [`Store`] keeps it from then on, and [`turn_to`] turns to another one.

mod home;
mod shelf;
mod store;

use std::path::Path;

use crate::answers::{self, LARGEST};
use crate::app;
use crate::app::Opened;
use crate::app::bookmark::Bookmark;
use crate::app::plans::{Kept, PlanNumber, Which};
use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, File};
use crate::knowledge::KnowledgeBase;
use crate::report::words::count;

use super::files::{self, Origin};
use super::paths::Paths;

pub use store::{Hold, Store};

/// Finds the plan to go on with, and what keeps it; nothing if it is not to be kept. Whatever is wrong, there is something
/// to begin with. Plans for a knowledge base other than the built-in one are kept apart: their answers mean nothing
/// elsewhere.
pub fn open(base: &KnowledgeBase, is_builtin: bool) -> (Opened, Option<Store>) {
    match Paths::find() {
        Ok(paths) if is_builtin => open_in(&paths.sessions, base),
        Ok(paths) => {
            files::tighten(&paths.sessions, store::is_own);
            open_in(&home::of(&paths.sessions, base), base)
        }
        Err(failure) => {
            (tell(Opened::blank(app::Session::NotKept), format!("Nothing will be saved: {}", failure.message)), None)
        }
    }
}

fn open_in(folder: &Path, base: &KnowledgeBase) -> (Opened, Option<Store>) {
    files::tighten(folder, store::is_own);
    let mut store = Store::new(folder);
    let opened = match shelf::numbers(folder).first() {
        Some(number) => take_up(&mut store, *number, base),
        None => Opened::blank(app::Session::New),
    };
    (opened, Some(store))
}

/// Turns to another plan. A failure is told in a few words.
pub fn turn_to(store: &mut Store, which: Which, base: &KnowledgeBase) -> Result<Opened, String> {
    let opened = match which {
        Which::Kept(number) => return Ok(take_up(store, number, base)),
        Which::New => {
            store.turn_to_new();
            Opened::blank(app::Session::New)
        }
        Which::Copy(answers) => {
            let mut copy = Store::new(store.folder());
            copy.save(&answers::write(&answers, base))?;
            *store = copy;
            Opened { answers: *answers, ..Opened::blank(app::Session::Resumed) }
        }
    };
    Ok(Opened { others: others(store, base), ..opened })
}

/// The plans besides the one that is open.
pub fn others(store: &Store, base: &KnowledgeBase) -> Vec<Kept> {
    shelf::others(store.folder(), store.number(), base)
}

/// Names a plan that is not open. A failure is told in a few words.
pub fn rename(store: &Store, number: PlanNumber, title: &str, base: &KnowledgeBase) -> Result<(), String> {
    shelf::rename(store.folder(), number, title, base)
}

/// Takes a plan out of the list; the name of its file now. A failure is told in a few words.
pub fn put_aside(store: &Store, number: PlanNumber) -> Result<String, String> {
    shelf::put_aside(store.folder(), number)
}

fn tell(opened: Opened, notice: impl Into<String>) -> Opened {
    Opened { notice: Some(notice.into()), ..opened }
}

/// Takes up a plan that is kept; reads it only if another window has it.
fn take_up(store: &mut Store, number: PlanNumber, base: &KnowledgeBase) -> Opened {
    let hold = store.turn_to(number);
    let mut opened = resume(store, &hold, base);
    opened.others = others(store, base);
    match hold {
        Hold::Elsewhere => tell(
            Opened { session: app::Session::ReadOnly, ..opened },
            "This plan is open in another window. Here it can only be read.",
        ),
        Hold::Impossible(reason) if opened.notice.is_none() => tell(opened, format!("Nothing can be saved: {reason}")),
        Hold::Ours | Hold::Impossible(_) => opened,
    }
}

/// Reads the plan. Nothing is changed on the disk if it is not this window's.
fn resume(store: &mut Store, hold: &Hold, base: &KnowledgeBase) -> Opened {
    let Some(path) = store.file() else {
        let blank = Opened::blank(app::Session::New);
        return match store.obstacle() {
            Some(reason) => tell(blank, format!("Nothing can be saved: {reason}")),
            None => blank,
        };
    };
    let bytes = match files::read_bytes(&path, LARGEST, Origin::Found) {
        Ok(bytes) => bytes,
        Err(failure) => {
            store.turn_to_new();
            return tell(Opened::blank(app::Session::New), format!("A new plan is begun: {}", failure.message));
        }
    };
    store.has_read(&bytes);
    let (file, _) = File::decoded(files::shown(&path), bytes.clone());
    match answers::read(&file, base) {
        (Some(answers), problems) => {
            let differences = differences(store, hold, &bytes, &problems);
            let bookmark = bookmark(store, base);
            Opened { answers, bookmark, differences, ..Opened::blank(app::Session::Resumed) }
        }
        (None, problems) if is_newer(&problems) => {
            store.turn_to_new();
            let notice = "The saved plan is from a newer version of this program. A new one is begun.";
            tell(Opened::blank(app::Session::New), notice)
        }
        (None, _) => recover(store, &file.text, &bytes, hold, base),
    }
}

/// Where the person was, if that is known.
fn bookmark(store: &Store, base: &KnowledgeBase) -> Option<Bookmark> {
    let path = store.folder().join(store::place_name(store.number()?));
    Bookmark::read(&files::read_text(&path, LARGEST, Origin::Found).ok()?, base)
}

fn is_newer(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.code == Code::A010)
}

/// What is different since the plan was saved for another edition of the knowledge. What the next save leaves out is kept
/// beside it.
fn differences(store: &mut Store, hold: &Hold, bytes: &[u8], problems: &[Diagnostic]) -> Vec<String> {
    let mut lines: Vec<String> = problems.iter().map(Diagnostic::sentence).collect();
    let loses = problems.iter().any(|problem| matches!(problem.code, Code::A013 | Code::A014));
    if loses && *hold == Hold::Ours {
        lines.push(match store.keep_beside(store::BEFORE, bytes) {
            Ok(name) => format!("The file as it was is kept as {name}."),
            Err(reason) => format!("The file as it was cannot be kept: {reason}"),
        });
    }
    lines
}

/// Goes on with what can be read of a damaged plan. The file as it was is kept beside it first.
fn recover(store: &mut Store, text: &str, bytes: &[u8], hold: &Hold, base: &KnowledgeBase) -> Opened {
    let (answers, lost) = answers::salvage(text, base);
    let lost = count(lost, "line");
    let opened = Opened { answers, bookmark: bookmark(store, base), ..Opened::blank(app::Session::New) };
    if *hold == Hold::Elsewhere {
        return opened;
    }
    match store
        .keep_beside("damaged", bytes)
        .and_then(|kept| Ok((kept, store.save(&answers::write(&opened.answers, base))?)))
    {
        Ok((kept, ())) => tell(
            Opened { session: app::Session::Resumed, ..opened },
            format!("{lost} of the saved plan could not be read. It is kept as {kept}"),
        ),
        Err(reason) => tell(opened, format!("The saved plan cannot be read whole, nor be kept aside: {reason}")),
    }
}

#[cfg(test)]
mod tests;
