//! One plan at a time in the folder of plans: `plan-0001.toml` and so on. A plan belongs to one window at a time.

use std::fmt;
use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::answers::LARGEST;
use crate::app::plans::PlanNumber;
use crate::shell::files::{self, Locking, Origin};

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
        number: PlanNumber,
        lock: Option<File>,
    },
    /// One that could not be locked so far.
    Unlocked(PlanNumber),
    Elsewhere(PlanNumber),
}

/// Why a plan file cannot be had or written. Shown, the cause comes first: there may be little room to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Error {
    /// Another window has it open.
    Taken,
    /// The disk, or the user's share of it, is full. Here and below with the folder.
    Full(String),
    /// Files may not get that large.
    TooLarge(String),
    ReadOnly(String),
    /// The user may not write there.
    Forbidden(String),
    /// A file is where the folder should be.
    NoFolder(String),
    /// It could not be opened again.
    TooLong,
    /// Anything else, in a few words.
    Other(String),
}

impl Error {
    fn of(error: &io::Error, folder: &Path) -> Self {
        let folder = files::shown(folder);
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(folder),
            ErrorKind::FileTooLarge => Self::TooLarge(folder),
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(folder),
            ErrorKind::PermissionDenied => Self::Forbidden(folder),
            ErrorKind::NotADirectory => Self::NoFolder(folder),
            _ => Self::Other(format!("{error}: {folder}")),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken => write!(out, "another window has this plan"),
            Self::Full(folder) => write!(out, "the disk is full: {folder}"),
            Self::TooLarge(folder) => write!(out, "files may not get that large here: {folder}"),
            Self::ReadOnly(folder) => write!(out, "the disk is read-only: {folder}"),
            Self::Forbidden(folder) => write!(out, "you may not write there: {folder}"),
            Self::NoFolder(folder) => write!(out, "a file is where a folder should be: {folder}"),
            Self::TooLong => write!(out, "the plan is too large to be opened again; shorten its notes"),
            Self::Other(words) => write!(out, "{words}"),
        }
    }
}

pub(super) fn file_name(number: PlanNumber) -> String {
    format!("plan-{:04}.toml", number.0)
}

/// The name of a plan's bookmark: the file that says where the person was.
pub(super) fn bookmark_name(number: PlanNumber) -> String {
    format!("plan-{:04}.place", number.0)
}

/// Returns the number that a file name begins with, whatever follows it.
pub(super) fn number_of(name: &str) -> Option<PlanNumber> {
    let (number, _) = name.strip_prefix("plan-")?.split_once('.')?;
    number.parse().ok().map(PlanNumber)
}

/// Whether a file of that name in the folder is one of the program's own: a plan, or what lies beside it.
pub(super) fn is_own(name: &str) -> bool {
    number_of(name.strip_prefix('.').unwrap_or(name)).is_some()
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
    pub(crate) fn turn_to(&mut self, number: PlanNumber) -> Result<(), Error> {
        self.known = None;
        self.slot = Slot::Unlocked(number);
        self.take(number)
    }

    /// Locks the plan that it has turned to.
    fn take(&mut self, number: PlanNumber) -> Result<(), Error> {
        match lock(&self.folder, number) {
            Ok(lock) => {
                files::sweep(&self.folder, |name| number_of(name) == Some(number));
                self.slot = Slot::Ours { number, lock };
                Ok(())
            }
            Err(TryLockError::WouldBlock) => {
                self.slot = Slot::Elsewhere(number);
                Err(Error::Taken)
            }
            Err(TryLockError::Error(error)) => Err(self.error(&error)),
        }
    }

    pub(crate) fn turn_to_new(&mut self) {
        self.known = None;
        self.slot = Slot::New;
    }

    /// The number of the plan; `None` before it is first saved.
    pub(crate) fn number(&self) -> Option<PlanNumber> {
        match self.slot {
            Slot::New => None,
            Slot::Ours { number, .. } | Slot::Unlocked(number) | Slot::Elsewhere(number) => Some(number),
        }
    }

    /// The file of the plan, if it is there.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        self.number().map(|number| self.folder.join(file_name(number))).filter(|path| path.exists())
    }

    /// Remembers what is in the plan file, to notice when another program changes it.
    pub(crate) fn has_read(&mut self, bytes: &[u8]) {
        self.known = Some(Sha256::digest(bytes).into());
    }

    /// Returns why the plan can be neither read nor written, if it is a link that leads nowhere.
    pub(crate) fn obstacle(&self) -> Option<Error> {
        let path = self.folder.join(file_name(self.number()?));
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
        let number = self.own()?;
        let path = self.folder.join(file_name(number));
        files::end_of(&path).map_err(|error| self.error(&error))?;
        self.keep_foreign(&path, text.as_bytes())?;
        let saved = files::keep_through(&path, text.as_bytes());
        // A disk may also fail after the file has got its name.
        if saved.is_ok() || there(&path).is_ok_and(|there| there.as_deref() == Some(text.as_bytes())) {
            self.has_read(text.as_bytes());
        }
        saved.map_err(|error| self.error(&error))
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

    /// Returns the number of the plan, which is locked first if it is not, or no longer: a folder may be cleaned up.
    fn own(&mut self) -> Result<PlanNumber, Error> {
        let number = match &self.slot {
            Slot::New => return self.claim(),
            Slot::Ours { number, lock: None } => return Ok(*number),
            Slot::Ours { number, lock: Some(lock) } if files::is_at(lock, &lock_path(&self.folder, *number)) => {
                return Ok(*number);
            }
            Slot::Ours { number, .. } | Slot::Elsewhere(number) | Slot::Unlocked(number) => *number,
        };
        files::make_private(&self.folder).map_err(|error| self.error(&error))?;
        self.take(number).map(|()| number)
    }

    /// Whether the plan is this window's, and nothing keeps others from it.
    pub(crate) fn is_unguarded(&self) -> bool {
        matches!(self.slot, Slot::Ours { lock: None, .. })
    }

    /// Returns the number of a plan that another window has.
    pub(crate) fn elsewhere(&self) -> Option<PlanNumber> {
        if let Slot::Elsewhere(number) = self.slot { Some(number) } else { None }
    }

    /// Locks the next number that nobody has.
    fn claim(&mut self) -> Result<PlanNumber, Error> {
        files::make_private(&self.folder).map_err(|error| self.error(&error))?;
        let last = files::names(&self.folder).iter().filter_map(|name| number_of(name)).max();
        let first = last.map_or(1, |last| last.0.saturating_add(1));
        for number in (first..=u32::MAX).take(TRIES).map(PlanNumber) {
            match lock(&self.folder, number) {
                Ok(lock) if !files::is_taken(&self.folder.join(file_name(number))) => {
                    self.slot = Slot::Ours { number, lock };
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
        if let (Slot::Ours { number, .. }, Some(_)) = (&self.slot, self.file()) {
            let _ = files::jot(&self.folder, &bookmark_name(*number), text);
        }
    }

    /// Takes the plan out of the list. Returns the new name of its file.
    pub(crate) fn put_aside(&mut self) -> Result<String, Error> {
        let name = file_name(self.own()?);
        let aside = self.free_name(&aside(&name));
        files::rename(&self.folder, &name, &aside).map_err(|error| self.error(&error))?;
        Ok(aside)
    }

    /// Keeps a text beside the plan, and returns the name of its file.
    pub(crate) fn keep_beside(&mut self, ending: &str, text: &[u8]) -> Result<String, Error> {
        let name = file_name(self.own()?);
        let free = self.free_name(&format!("{name}.{ending}"));
        files::keep(&self.folder, &free, text).map_err(|error| self.error(&error))?;
        Ok(free)
    }

    /// Returns the name with the next number, or without one if there is no such file.
    fn free_name(&self, name: &str) -> String {
        let mut names = (self.last(name).map_or(1, |last| u64::from(last) + 1)..).map(|number| numbered(name, number));
        names.find(|free| !files::is_taken(&self.folder.join(free))).expect("no folder has a file for every number")
    }

    /// The highest number of the files of a name.
    fn last(&self, name: &str) -> Option<u32> {
        let number = |there: &String| match there.strip_prefix(name)? {
            "" => Some(1),
            more => more.strip_prefix('-')?.parse().ok(),
        };
        files::names(&self.folder).iter().filter_map(number).max()
    }

    /// Brings a plan back that was put aside.
    pub(crate) fn bring_back(&self, number: PlanNumber) -> Result<(), Error> {
        let name = file_name(number);
        if files::is_taken(&self.folder.join(&name)) {
            return Err(Error::Other(format!("there is a {name} again")));
        }
        let aside = aside(&name);
        let last = numbered(&aside, self.last(&aside).map_or(1, u64::from));
        files::rename(&self.folder, &last, &name).map_err(|error| self.error(&error))
    }

    fn error(&self, error: &io::Error) -> Error {
        Error::of(error, &self.folder)
    }
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

fn lock_path(folder: &Path, number: PlanNumber) -> PathBuf {
    folder.join(format!(".{}.lock", file_name(number)))
}

/// Waits until no window has a plan, however long that takes.
pub(crate) fn wait_until_free(folder: &Path, number: PlanNumber) -> io::Result<()> {
    let file = files::lock_file(&lock_path(folder, number))?;
    loop {
        match file.lock() {
            Err(error) if Locking::after(&error) == Locking::Interrupted => {}
            ended => return ended,
        }
    }
}

/// Locks a plan for this process. `None` where the file system knows no locks.
fn lock(folder: &Path, number: PlanNumber) -> Result<Option<File>, TryLockError> {
    let file = files::lock_file(&lock_path(folder, number)).map_err(TryLockError::Error)?;
    let mut tried = file.try_lock();
    for _ in 0..INTERRUPTIONS {
        match &tried {
            Err(TryLockError::Error(error)) if Locking::after(error) == Locking::Interrupted => tried = file.try_lock(),
            _ => break,
        }
    }
    match tried {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::Error(error)) if Locking::after(&error) == Locking::Unknown => Ok(None),
        Err(error) => Err(error),
    }
}
