//! All plans of the folder, and what is done with those that are not open.

use std::cmp::Reverse;
use std::path::Path;
use std::time::SystemTime;

use crate::answers::{self, LARGEST};
use crate::app::plans::{Kept, PlanNumber};
use crate::diagnostic::File;
use crate::diagnostic::code::Code;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::shell::files::Origin;
use crate::shell::{clock, files};

use super::error::Error;
use super::plan_file::{PlanFile, bookmark_name, file_name, number_of};
use super::store::Store;

/// Lists the numbers of all plans, the one last worked on first.
pub(super) fn numbers(folder: &Path) -> Vec<PlanNumber> {
    let names = files::names(folder);
    let known = names.iter().filter_map(|name| number_of(name).filter(|number| *name == file_name(*number)));
    let mut found: Vec<(Option<SystemTime>, PlanNumber)> = known.map(|number| (used(folder, number), number)).collect();
    found.sort_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, number)| number).collect()
}

/// Lists the names of other copies of a plan, the last changed first: what a synchronised folder keeps where two machines
/// wrote the same plan.
pub(super) fn copies(folder: &Path, plan: &PlanFile) -> Vec<String> {
    let name = plan.name();
    let stem = name.trim_end_matches(".toml");
    // Beside a file of the user's own there are others of theirs, so only what says that it is a copy counts.
    let is_marked = |rest: &str| {
        let rest = rest.to_lowercase();
        matches!(plan, PlanFile::Numbered(_))
            || ["conflict", "sync-", "kopie", "copy"].iter().any(|mark| rest.contains(mark))
    };
    let is_copy = |copy: &str| {
        let rest = copy.strip_prefix(stem).and_then(|rest| rest.strip_suffix(".toml"));
        rest.is_some_and(|rest| rest.starts_with([' ', '.', '-', '_', '(', '~']) && is_marked(rest))
    };
    let folder = plan.folder(folder);
    let mut copies: Vec<String> = files::names(folder).into_iter().filter(|copy| is_copy(copy)).collect();
    copies.sort_by_cached_key(|copy| Reverse((files::modified(&folder.join(copy)), copy.clone())));
    copies
}

/// When a plan was last changed or looked at.
fn used(folder: &Path, number: PlanNumber) -> Option<SystemTime> {
    let time = |name: String| files::modified(&folder.join(name));
    time(file_name(number)).max(time(bookmark_name(number)))
}

/// Reads the plans besides one, the last changed first, and no more than `most`.
pub(super) fn others(folder: &Path, open: Option<PlanNumber>, base: &KnowledgeBase, most: usize) -> Vec<Kept> {
    let numbers = numbers(folder).into_iter().filter(|number| Some(*number) != open).take(most);
    numbers.filter_map(|number| kept(folder, number, base)).collect()
}

fn kept(folder: &Path, number: PlanNumber, base: &KnowledgeBase) -> Option<Kept> {
    let path = folder.join(file_name(number));
    let answers = peek(&path, base)?;
    // For a file whose day the system does not say.
    let unknown = || base.facts_from.first_day();
    let changed = files::modified(&path).and_then(clock::day_of).unwrap_or_else(unknown);
    Some(Kept { number, answers, changed })
}

/// Reads the answers of a plan, or what can be read of them; `None` if the file is from a newer version.
pub(super) fn peek(path: &Path, base: &KnowledgeBase) -> Option<Answers> {
    let bytes = files::read_bytes(path, LARGEST, Origin::Found).ok()?;
    let (file, _) = File::decoded(files::shown(path), bytes);
    match answers::read(&file, base) {
        (Some(answers), _) => Some(answers),
        (None, problems) if super::is_newer(&problems) => None,
        (None, _) => Some(answers::salvage(&file.text, base).0),
    }
}

/// Whether the plans of a folder were made with this knowledge: they answer what it asks, and nothing else.
pub(super) fn is_for(folder: &Path, base: &KnowledgeBase) -> bool {
    let read = numbers(folder).into_iter().filter_map(|number| {
        let path = folder.join(file_name(number));
        let text = files::read_text(&path, LARGEST, Origin::Found).ok()?;
        Some(answers::read(&File { path: String::new(), text }, base))
    });
    let mut answers_something = false;
    for (answers, problems) in read {
        if problems.iter().any(|problem| matches!(problem.code, Code::A003 | Code::A004 | Code::A013 | Code::A014)) {
            return false;
        }
        answers_something |= answers.is_some_and(|answers| !answers.is_empty());
    }
    answers_something
}

/// Names a plan that is not open.
pub(crate) fn rename(folder: &Path, number: PlanNumber, title: &str, base: &KnowledgeBase) -> Result<(), Error> {
    let mut store = locked(folder, number)?;
    let text = files::read_text(&folder.join(file_name(number)), LARGEST, Origin::Found);
    let text = text.map_err(|failure| Error::Other(failure.message))?;
    store.has_read(text.as_bytes());
    let (answers, problems) = answers::read(&File { path: String::new(), text }, base);
    let unsound = || Error::Other("open that plan first, it is not as it should be".to_owned());
    let mut answers = answers.filter(|_| problems.is_empty()).ok_or_else(unsound)?;
    title.clone_into(&mut answers.title);
    store.save(&answers::write(&answers, base))
}

/// Takes a plan out of the list. Returns the new name of its file.
pub(crate) fn put_aside(folder: &Path, number: PlanNumber) -> Result<String, Error> {
    locked(folder, number)?.put_aside()
}

fn locked(folder: &Path, number: PlanNumber) -> Result<Store, Error> {
    let mut store = Store::new(folder);
    match store.turn_to(PlanFile::Numbered(number)) {
        Ok(()) => Ok(store),
        Err(Error::Taken) => Err(Error::Other("that plan is open in another window".to_owned())),
        Err(error) => Err(error),
    }
}
