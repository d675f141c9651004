//! One plan at a time in the folder of plans: `plan-0001.toml` and so on. A plan belongs to one window at a time.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::answers::LARGEST;
use crate::app::plans::PlanNumber;
use crate::shell::files::{self, Locking, Origin};

use super::error::Error;
use super::plan_file::{PlanFile, bookmark_name, file_name, number_of, steps_name};

/// How many numbers are tried when other windows take them at the same moment.
const TRIES: usize = 1_000;

/// How many times a lock is tried again after a signal came in between.
const INTERRUPTIONS: usize = 100;

/// The ending of a plan as it was before something else took its place.
pub(super) const BEFORE: &str = "before";

/// The most that is read of what another program wrote, in bytes.
const LARGEST_FOREIGN: usize = 64_000_000;

/// The plan file that is open.
#[derive(Debug)]
pub(crate) struct Store {
    folder: PathBuf,
    slot: Slot,
    /// The hash of the plan as this window last read or wrote it; `None` if it has done neither.
    known: Option<[u8; 32]>,
    /// The file in which that is kept which another program had written, until it is told.
    found: Option<String>,
}

/// Which plan it is, and whether it may be written.
#[derive(Debug)]
enum Slot {
    /// One that gets its number when it is first saved.
    New,
    /// This window's as long as it is open; without a lock where the file system knows none.
    Ours {
        plan: PlanFile,
        lock: Option<File>,
    },
    /// One that could not be locked so far.
    Unlocked(PlanFile),
    Elsewhere(PlanFile),
}

impl Store {
    /// The folder, with a new plan.
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), slot: Slot::New, known: None, found: None }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Turns to a saved plan and locks it; it can be read whether that works or not. Another one that this window had is
    /// free again.
    pub(crate) fn turn_to(&mut self, plan: PlanFile) -> Result<(), Error> {
        self.let_go();
        self.known = None;
        self.slot = Slot::Unlocked(plan.clone());
        self.take(plan)
    }

    /// Locks the plan that it has turned to.
    fn take(&mut self, plan: PlanFile) -> Result<(), Error> {
        match lock(&self.folder, &plan) {
            Ok(lock) => {
                if let Some(number) = plan.number() {
                    files::sweep(&self.folder, |name| number_of(name) == Some(number));
                }
                self.slot = Slot::Ours { plan, lock };
                Ok(())
            }
            Err(TryLockError::WouldBlock) => {
                self.slot = Slot::Elsewhere(plan);
                Err(Error::Taken)
            }
            Err(TryLockError::Error(error)) => Err(self.error(&error)),
        }
    }

    pub(crate) fn turn_to_new(&mut self) {
        self.let_go();
        self.known = None;
        self.slot = Slot::New;
    }

    /// The number of the plan at a path, if it is one of those that the program lists.
    pub(super) fn listed(&self, path: &Path) -> Option<PlanNumber> {
        let name = path.file_name()?.to_str()?;
        let number = number_of(name).filter(|number| name == file_name(*number))?;
        (path.parent()? == self.folder && path.exists()).then_some(number)
    }

    /// Takes away the lock beside a file of the user's own, which has no other use there. One that somebody made anew stays.
    fn let_go(&self) {
        if let Slot::Ours { plan: plan @ PlanFile::Own(..), lock: Some(lock) } = &self.slot {
            let path = lock_path(&self.folder, plan);
            if files::is_at(lock, &path) {
                files::discard(&path);
            }
        }
    }

    /// The number of the plan; `None` before it is first saved, and of a file of the user's own.
    pub(crate) fn number(&self) -> Option<PlanNumber> {
        self.plan().and_then(PlanFile::number)
    }

    /// The file of the plan in its folder; `None` before it is first saved.
    pub(super) fn plan(&self) -> Option<&PlanFile> {
        match &self.slot {
            Slot::New => None,
            Slot::Ours { plan, .. } | Slot::Unlocked(plan) | Slot::Elsewhere(plan) => Some(plan),
        }
    }

    /// The file of the plan, if it is there.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        self.plan().map(|plan| plan.path(&self.folder)).filter(|path| path.exists())
    }

    /// Remembers what is in the plan file, to notice when another program changes it.
    pub(crate) fn has_read(&mut self, bytes: &[u8]) {
        self.known = Some(Sha256::digest(bytes).into());
    }

    /// Returns why the plan can be neither read nor written, if it is a link that leads nowhere.
    pub(crate) fn obstacle(&self) -> Option<Error> {
        let path = self.plan()?.path(&self.folder);
        files::end_of(&path).err().map(|error| self.error(&error))
    }

    /// Writes the plan; what another program wrote there meanwhile is kept beside it first. Once this returns, it outlives a
    /// power cut.
    ///
    /// ```text
    /// this window read A, another program wrote B, this window saves C:
    ///   plan-0001.toml.before  gets B, whole and synced; a failure ends it here
    ///   plan-0001.toml         gets C: a new file is written, synced, renamed, and its folder synced
    /// ```
    pub(crate) fn save(&mut self, text: &str) -> Result<(), Error> {
        if text.len() > LARGEST {
            return Err(Error::TooLong);
        }
        let path = self.own()?.path(&self.folder);
        files::end_of(&path).map_err(|error| self.error(&error))?;
        self.keep_foreign(&path, text.as_bytes())?;
        let saved = match self.plan() {
            Some(PlanFile::Own(..)) => files::keep_own(&path, text.as_bytes()),
            _ => files::keep_through(&path, text.as_bytes()),
        };
        // A disk may also fail after the file has got its name.
        if saved.is_ok() || there(&path).is_ok_and(|there| there.as_deref() == Some(text.as_bytes())) {
            self.has_read(text.as_bytes());
        }
        saved.map_err(|error| self.error(&error))
    }

    /// Whether the plan, which is locked, could be written where it is.
    pub(super) fn can_save(&self) -> Result<(), Error> {
        let Some(path) = self.file() else { return Ok(()) };
        let end = files::end_of(&path).map_err(|error| self.error(&error))?;
        files::may_change(&end).map_err(|error| self.error(&error))
    }

    /// Keeps a copy of the plan file if another program changed it since this window last read or wrote it.
    fn keep_foreign(&mut self, path: &Path, new: &[u8]) -> Result<(), Error> {
        let lost = |reason: String| Error::Other(format!("another program changed the plan, and {reason}"));
        let Some(bytes) = there(path).map_err(lost)? else { return Ok(()) };
        if bytes != new && self.known != Some(Sha256::digest(&bytes).into()) {
            self.found = Some(self.keep_beside(BEFORE, &bytes)?);
            self.has_read(&bytes);
        }
        Ok(())
    }

    /// Takes the name of the file that keeps what another program had written; `None` if it was taken before.
    pub(crate) fn take_found(&mut self) -> Option<String> {
        self.found.take()
    }

    /// Returns the file of the plan, which is locked first if it is not, or no longer: a folder may be cleaned up.
    fn own(&mut self) -> Result<PlanFile, Error> {
        let plan = match &self.slot {
            Slot::New => return self.claim().map(PlanFile::Numbered),
            Slot::Ours { plan, lock: None } => return Ok(plan.clone()),
            Slot::Ours { plan, lock: Some(lock) } if files::is_at(lock, &lock_path(&self.folder, plan)) => {
                return Ok(plan.clone());
            }
            Slot::Ours { plan, .. } | Slot::Elsewhere(plan) | Slot::Unlocked(plan) => plan.clone(),
        };
        if plan.number().is_some() {
            files::make_private(&self.folder).map_err(|error| self.error(&error))?;
        }
        self.take(plan.clone()).map(|()| plan)
    }

    /// Whether the plan is this window's, and nothing keeps others from it.
    pub(crate) fn is_unguarded(&self) -> bool {
        matches!(self.slot, Slot::Ours { lock: None, .. })
    }

    /// Returns the plan that another window has.
    pub(crate) fn elsewhere(&self) -> Option<&PlanFile> {
        if let Slot::Elsewhere(plan) = &self.slot { Some(plan) } else { None }
    }

    /// Waits no longer for another window to end.
    pub(super) fn stop_waiting(&mut self) {
        if let Slot::Elsewhere(plan) = &self.slot {
            self.slot = Slot::Unlocked(plan.clone());
        }
    }

    /// Locks the next number that nobody has.
    fn claim(&mut self) -> Result<PlanNumber, Error> {
        if self.folder.as_os_str().is_empty() {
            return Err(Error::Other("there is no folder for plans".to_owned()));
        }
        files::make_private(&self.folder).map_err(|error| self.error(&error))?;
        let last = files::names(&self.folder).iter().filter_map(|name| number_of(name)).max();
        let first = last.map_or(1, |last| last.0.saturating_add(1));
        for number in (first..=u32::MAX).take(TRIES).map(PlanNumber) {
            let plan = PlanFile::Numbered(number);
            match lock(&self.folder, &plan) {
                Ok(lock) if !files::is_taken(&self.folder.join(file_name(number))) => {
                    self.slot = Slot::Ours { plan, lock };
                    return Ok(number);
                }
                Ok(_) | Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(self.error(&error)),
            }
        }
        Err(Error::Other("other windows take every number".to_owned()))
    }

    /// Writes the bookmark of a saved plan. Nothing depends on it, so it may fail.
    pub(crate) fn bookmark(&self, text: &str) {
        self.lay_beside(bookmark_name, text);
    }

    /// Writes the steps of a saved plan that can be taken back. Nothing else depends on them, so it may fail.
    pub(crate) fn steps(&self, text: &str) {
        self.lay_beside(steps_name, text);
    }

    /// Writes a file beside a plan of the program's own. Beside a file of the user's own nothing is laid.
    fn lay_beside(&self, name: impl Fn(PlanNumber) -> String, text: &str) {
        let is_ours = matches!(self.slot, Slot::Ours { .. }) && self.file().is_some();
        if let Some(number) = self.number().filter(|_| is_ours) {
            let _ = files::jot(&self.folder, &name(number), text);
        }
    }

    /// Takes the plan out of the list. Returns the new name of its file.
    pub(crate) fn put_aside(&mut self) -> Result<String, Error> {
        let plan = self.own()?;
        let (folder, name) = (plan.folder(&self.folder), plan.name());
        let aside = free_name(folder, &aside(&name));
        files::rename(folder, &name, &aside).map_err(|error| self.error(&error))?;
        Ok(aside)
    }

    /// Keeps a text beside the plan, and returns the name of its file.
    pub(crate) fn keep_beside(&mut self, ending: &str, text: &[u8]) -> Result<String, Error> {
        let plan = self.own()?;
        let folder = plan.folder(&self.folder);
        let free = free_name(folder, &format!("{}.{ending}", plan.name()));
        files::keep(folder, &free, text).map_err(|error| self.error(&error))?;
        Ok(free)
    }

    /// Brings a plan back that was put aside.
    pub(crate) fn bring_back(&self, number: PlanNumber) -> Result<(), Error> {
        let name = file_name(number);
        if files::is_taken(&self.folder.join(&name)) {
            return Err(Error::Other(format!("there is a {name} again")));
        }
        let aside = aside(&name);
        let last = numbered(&aside, last(&self.folder, &aside).map_or(1, u64::from));
        files::rename(&self.folder, &last, &name).map_err(|error| self.error(&error))
    }

    fn error(&self, error: &io::Error) -> Error {
        Error::of(error, self.plan().map_or(&self.folder, |plan| plan.folder(&self.folder)))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.let_go();
    }
}

/// Returns the name with a number that is higher than all others, or without one if there is no such file in the folder.
fn free_name(folder: &Path, name: &str) -> String {
    let mut names = (last(folder, name).map_or(1, u64::from)..).map(|number| numbered(name, number));
    names.find(|free| !files::is_taken(&folder.join(free))).expect("no folder has a file for every number")
}

/// The highest number of the files of a name.
fn last(folder: &Path, name: &str) -> Option<u32> {
    let number = |there: &String| match there.strip_prefix(name)? {
        "" => Some(1),
        more => more.strip_prefix('-')?.parse().ok(),
    };
    files::names(folder).iter().filter_map(number).max()
}

/// The name of a plan's file once it was put aside.
fn aside(name: &str) -> String {
    format!("{name}.aside")
}

/// The first file of a name has no number.
fn numbered(name: &str, number: u64) -> String {
    if number == 1 { name.to_owned() } else { format!("{name}-{number}") }
}

/// Returns what is in a plan file; `None` if there is none.
fn there(path: &Path) -> Result<Option<Vec<u8>>, String> {
    if !files::is_taken(path) {
        return Ok(None);
    }
    files::read_bytes(path, LARGEST_FOREIGN, Origin::Found).map(Some).map_err(|failure| failure.message)
}

fn lock_path(folder: &Path, plan: &PlanFile) -> PathBuf {
    plan.folder(folder).join(format!(".{}.lock", plan.name()))
}

/// Waits until no window has a plan, however long that takes.
pub(crate) fn wait_until_free(folder: &Path, plan: &PlanFile) -> io::Result<()> {
    let file = files::lock_file(&lock_path(folder, plan))?;
    waited(|| file.lock())
}

/// Waits for a lock, anew after each signal that comes in between.
fn waited(mut wait: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    loop {
        match wait() {
            Err(error) if Locking::after(&error) == Locking::Interrupted => {}
            ended => return ended,
        }
    }
}

/// Locks a plan for this process. `None` where the file system knows no locks.
fn lock(folder: &Path, plan: &PlanFile) -> Result<Option<File>, TryLockError> {
    let file = files::lock_file(&lock_path(folder, plan)).map_err(TryLockError::Error)?;
    tried(|| file.try_lock()).map(|is_locked| is_locked.then_some(file))
}

/// Tries to lock, a few times if signals come in between. Returns whether it is locked; it is not where the file system knows no
/// locks.
fn tried(mut try_lock: impl FnMut() -> Result<(), TryLockError>) -> Result<bool, TryLockError> {
    let mut tries = (0..=INTERRUPTIONS).map(|_| try_lock());
    let is_interrupted = |tried: &Result<(), TryLockError>| match tried {
        Err(TryLockError::Error(error)) => Locking::after(error) == Locking::Interrupted,
        Ok(()) | Err(TryLockError::WouldBlock) => false,
    };
    match tries.find(|tried| !is_interrupted(tried)) {
        Some(Ok(())) => Ok(true),
        Some(Err(TryLockError::Error(error))) if Locking::after(&error) == Locking::Unknown => Ok(false),
        Some(Err(error)) => Err(error),
        None => Err(TryLockError::Error(io::ErrorKind::Interrupted.into())),
    }
}

#[cfg(test)]
mod tests;
