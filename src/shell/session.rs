//! The plan files: one for each plan, and the one last worked on is gone on with.
//!
//! [`open`] finds it at the start, [`Store`] writes it from then on, and [`turn_to`] turns to another one.

mod error;
mod home;
mod plan_file;
mod plan_list;
mod store;

use std::path::{Path, PathBuf};

use crate::answers::{self, LARGEST};
use crate::app;
use crate::app::Opened;
use crate::app::bookmark::Bookmark;
use crate::app::history::Steps;
use crate::app::plans::{FIRST_LISTED, Kept, PlanNumber, Which};
use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, File};
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::report::words::count;

use super::exit::Failure;
use super::files::{self, Origin};
use super::paths::Paths;

pub(crate) use error::Error;
pub(crate) use plan_file::PlanFile;
pub(crate) use plan_list::{put_aside, rename};
pub(crate) use store::{Store, wait_until_free};

/// The largest file of steps that is read, in bytes.
const LARGEST_STEPS: usize = 16_000_000;

/// Finds the plan to go on with, and its store; none if it is not to be saved. Whatever is wrong, there is something
/// to begin with. Plans for a knowledge base other than the built-in one are kept apart: their answers mean nothing
/// elsewhere.
pub(crate) fn open(base: &KnowledgeBase, is_builtin: bool) -> (Opened, Option<Store>) {
    match folder(base, is_builtin) {
        Ok(folder) => open_in(&folder, base),
        Err(failure) => {
            (tell(Opened::blank(app::Session::NotKept), format!("Nothing will be saved: {}", failure.message)), None)
        }
    }
}

/// The store of the plans for a knowledge base, with a new plan; without a folder where there is none.
pub(crate) fn store(base: &KnowledgeBase, is_builtin: bool) -> Store {
    Store::new(&folder(base, is_builtin).unwrap_or_default())
}

/// Opens a sample. No plan is made of it, unless it is copied.
pub(crate) fn open_sample(answers: Answers, base: &KnowledgeBase, is_builtin: bool) -> (Opened, Option<Store>) {
    sample_in(folder(base, is_builtin).ok().as_deref(), answers, base)
}

/// The sample, with the plans in a folder as the others.
fn sample_in(folder: Option<&Path>, answers: Answers, base: &KnowledgeBase) -> (Opened, Option<Store>) {
    let opened = Opened { answers, ..Opened::blank(app::Session::Sample) };
    let Some(folder) = folder else { return (opened, None) };
    let others = plan_list::others(folder, None, base, FIRST_LISTED);
    (Opened { others, ..opened }, Some(Store::new(folder)))
}

/// The folder of the plans for a knowledge base.
fn folder(base: &KnowledgeBase, is_builtin: bool) -> Result<PathBuf, Failure> {
    let paths = Paths::find()?;
    if is_builtin {
        return Ok(paths.sessions);
    }
    files::tighten(&paths.sessions, plan_file::is_own);
    Ok(home::of(&paths.sessions, base))
}

pub(super) fn open_in(folder: &Path, base: &KnowledgeBase) -> (Opened, Option<Store>) {
    files::tighten(folder, plan_file::is_own);
    let mut store = Store::new(folder);
    let opened = match plan_list::numbers(folder).first() {
        Some(number) => take_up(&mut store, *number, base, FIRST_LISTED),
        None => Opened::blank(app::Session::New),
    };
    (opened, Some(store))
}

pub(crate) fn turn_to(store: &mut Store, which: Which, base: &KnowledgeBase) -> Result<Opened, Error> {
    let opened = match which {
        Which::Kept(number) => return Ok(take_up(store, number, base, usize::MAX)),
        Which::File(path) => return open_file(store, Path::new(&path), base, usize::MAX),
        Which::New => {
            store.turn_to_new();
            Opened::blank(app::Session::New)
        }
        Which::Sample(answers) => {
            store.turn_to_new();
            Opened { answers: *answers, ..Opened::blank(app::Session::Sample) }
        }
        Which::Copy(answers) => copy(store, *answers, &[], base)?,
        Which::Each(answers, beside) => copy(store, *answers, &beside, base)?,
    };
    Ok(Opened { others: others(store, base), ..opened })
}

/// Saves new plans with these answers and turns to the first. If one of them cannot be saved, none is listed.
fn copy(store: &mut Store, answers: Answers, beside: &[Answers], base: &KnowledgeBase) -> Result<Opened, Error> {
    let mut made = Vec::with_capacity(1 + beside.len());
    for answers in std::iter::once(&answers).chain(beside) {
        let mut copy = Store::new(store.folder());
        if let Err(error) = copy.save(&answers::write(answers, base)) {
            // What is on the disk stays there, under a name that says so.
            for store in &mut made {
                let _ = Store::put_aside(store);
            }
            return Err(error);
        }
        made.push(copy);
    }
    *store = made.swap_remove(0);
    Ok(Opened { answers, ..Opened::blank(app::Session::Resumed) })
}

/// Returns what can be read of a file that is kept beside the plan.
pub(crate) fn kept(store: &Store, name: &str, base: &KnowledgeBase) -> Option<Answers> {
    let folder = store.plan().map_or(store.folder(), |plan| plan.folder(store.folder()));
    plan_list::peek(&folder.join(name), base)
}

/// The plans besides the one that is open.
pub(crate) fn others(store: &Store, base: &KnowledgeBase) -> Vec<Kept> {
    plan_list::others(store.folder(), store.number(), base, usize::MAX)
}

fn tell(opened: Opened, notice: impl Into<String>) -> Opened {
    Opened { notice: Some(notice.into()), ..opened }
}

/// Opens a saved plan; only to be read if another window has it.
fn take_up(store: &mut Store, number: PlanNumber, base: &KnowledgeBase, most_listed: usize) -> Opened {
    let lock = store.turn_to(PlanFile::Numbered(number));
    let mut opened = resume(store, &lock, base);
    opened.others = plan_list::others(store.folder(), store.number(), base, most_listed);
    match lock {
        Err(Error::Taken) => tell(
            Opened { session: app::Session::ReadOnly, ..opened },
            "This plan is open in another window. Here it can only be read.",
        ),
        Ok(()) if opened.notice.is_none() => beside(store, opened, base),
        Err(error) if opened.notice.is_none() => tell(opened, format!("Nothing can be saved: {error}")),
        Ok(()) | Err(_) => opened,
    }
}

/// Opens a file of the user's own: it is saved there from then on. What is no plan for this knowledge is refused before anything
/// is changed; what cannot be saved where it is can only be read.
pub(crate) fn open_file(
    store: &mut Store,
    path: &Path,
    base: &KnowledgeBase,
    most_listed: usize,
) -> Result<Opened, Error> {
    let whole = std::path::absolute(path).map_err(|error| Error::Other(error.to_string()))?;
    if let Some(number) = store.listed(&whole) {
        return Ok(take_up(store, number, base, most_listed));
    }
    let bytes = files::read_bytes(&whole, LARGEST, Origin::Found).map_err(|failure| Error::Other(failure.message))?;
    let (file, wrong) = File::decoded(files::shown(path), bytes.clone());
    let (answers, problems) = answers::read(&file, base);
    let Some(answers) = answers.filter(|_| wrong.is_none()) else {
        return Err(Error::Other(format!("{} is no plan that can be read: advise says why", files::shown(path))));
    };
    if answers.is_empty() && problems.iter().any(|problem| problem.code == Code::A013) {
        return Err(Error::Other(format!("{} answers the questions of another knowledge", files::shown(path))));
    }
    let plan =
        PlanFile::own(&whole).ok_or_else(|| Error::Other(format!("{} is no name of a file", files::shown(path))))?;
    let lock = store.turn_to(plan);
    store.has_read(&bytes);
    let differences = differences(store, lock.is_ok(), &bytes, &problems);
    let opened = Opened { answers, differences, ..Opened::blank(app::Session::Resumed) };
    let opened = Opened { others: plan_list::others(store.folder(), None, base, most_listed), ..opened };
    Ok(match lock.and_then(|()| store.can_save()) {
        Ok(()) => beside(store, opened, base),
        Err(error) => {
            let why = if error == Error::Taken { "it is open in another window".to_owned() } else { error.to_string() };
            let notice = format!("This plan can only be read: {why}. Copy it to change it.");
            tell(Opened { session: app::Session::ReadOnly, ..opened }, notice)
        }
    })
}

/// Tells of another copy of the plan, if it says something else.
fn beside(store: &Store, opened: Opened, base: &KnowledgeBase) -> Opened {
    let copies = store.plan().map(|plan| plan_list::copies(store.folder(), plan)).unwrap_or_default();
    let different = |name: &String| kept(store, name, base).filter(|answers| *answers != opened.answers);
    let Some((name, answers)) = copies.iter().find_map(|name| Some((name, different(name)?))) else { return opened };
    let name = visible(name);
    let notice = format!("There is another copy of this plan: {name}. The command \"changes\" compares.");
    tell(Opened { foreign: Some(Box::new(answers)), ..opened }, notice)
}

/// Takes over a plan that another window had, as that left it; `None` as long as it is there.
pub(crate) fn take_over(store: &mut Store, base: &KnowledgeBase) -> Option<Opened> {
    let opened = match store.elsewhere()?.clone() {
        PlanFile::Numbered(number) => take_up(store, number, base, usize::MAX),
        own @ PlanFile::Own(..) => {
            let Ok(opened) = open_file(store, &own.path(Path::new("")), base, usize::MAX) else {
                // It is gone, or no plan any more: nobody has it who could be waited for.
                store.stop_waiting();
                return None;
            };
            opened
        }
    };
    (opened.session != app::Session::ReadOnly).then_some(opened)
}

/// Reads the plan. Nothing is changed on the disk if it is not this window's.
fn resume(store: &mut Store, lock: &Result<(), Error>, base: &KnowledgeBase) -> Opened {
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
            let differences = differences(store, lock.is_ok(), &bytes, &problems);
            let steps = steps(store, base, &answers);
            let bookmark = bookmark(store, base);
            Opened { answers, bookmark, steps, differences, ..Opened::blank(app::Session::Resumed) }
        }
        (None, problems) if is_newer(&problems) => {
            store.turn_to_new();
            let notice = "The saved plan is from a newer version of this program. A new one is begun.";
            tell(Opened::blank(app::Session::New), notice)
        }
        (None, _) => recover(store, &file.text, &bytes, lock, base),
    }
}

/// Where the person was, if that is known.
fn bookmark(store: &Store, base: &KnowledgeBase) -> Option<Bookmark> {
    let path = store.folder().join(plan_file::bookmark_name(store.number()?));
    Bookmark::read(&files::read_text(&path, LARGEST, Origin::Found).ok()?, base)
}

/// The steps that can be taken back from these answers; none where they lead to others.
fn steps(store: &Store, base: &KnowledgeBase, answers: &Answers) -> Steps {
    let read = || {
        let path = store.folder().join(plan_file::steps_name(store.number()?));
        let text = files::read_text(&path, LARGEST_STEPS, Origin::Found).ok()?;
        Steps::read(&text, base, answers)
    };
    read().unwrap_or_default()
}

fn is_newer(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.code == Code::A010)
}

/// What is different since the plan was saved for another edition of the knowledge. What the next save leaves out is kept
/// beside it.
fn differences(store: &mut Store, is_ours: bool, bytes: &[u8], problems: &[Diagnostic]) -> Vec<String> {
    let mut lines: Vec<String> = problems.iter().map(Diagnostic::sentence).collect();
    let loses = problems.iter().any(|problem| matches!(problem.code, Code::A013 | Code::A014));
    if loses && is_ours {
        lines.push(match store.keep_beside(store::BEFORE, bytes) {
            Ok(name) => format!("The file as it was is kept as {name}."),
            Err(reason) => format!("The file as it was cannot be kept: {reason}"),
        });
    }
    lines
}

/// Recovers what can be read of a damaged plan, once the file as it was is kept beside it.
fn recover(store: &mut Store, text: &str, bytes: &[u8], lock: &Result<(), Error>, base: &KnowledgeBase) -> Opened {
    let (answers, lost) = answers::salvage(text, base);
    let lost = count(lost, "line");
    let opened = Opened { answers, bookmark: bookmark(store, base), ..Opened::blank(app::Session::New) };
    if *lock == Err(Error::Taken) {
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
