//! The folder of plans: `plan-0001.toml` and so on. Only one window at a time writes there.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::shell::files;

const LOCK: &str = ".lock";

/// Keeps a plan on disk.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    number: u32,
    lock: Option<File>,
}

/// Who has the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// This window, until it ends.
    Ours,
    /// Nobody: the folder is made with the first answer.
    NotYet,
    /// Another window.
    Elsewhere,
    /// Nobody can have it, for that reason.
    Impossible(String),
}

impl Store {
    /// The folder with its newest plan, and who has it.
    pub fn open(folder: &Path) -> (Self, Hold) {
        let mut store = Self { folder: folder.to_owned(), number: 1, lock: None };
        let hold = if folder.is_dir() { store.hold() } else { Hold::NotYet };
        if hold == Hold::Ours {
            files::sweep(folder);
        }
        store.number = numbers(folder).max().unwrap_or(1);
        (store, hold)
    }

    /// Takes the folder for this window. Where the file system knows no locks, it is taken unlocked.
    fn hold(&mut self) -> Hold {
        let locked = files::lock_file(&self.folder.join(LOCK)).map_err(TryLockError::Error);
        match locked.and_then(|file| file.try_lock().map(|()| file)) {
            Ok(file) => {
                self.lock = Some(file);
                Hold::Ours
            }
            Err(TryLockError::WouldBlock) => Hold::Elsewhere,
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Hold::Ours,
            Err(TryLockError::Error(error)) => Hold::Impossible(self.words(&error)),
        }
    }

    /// The file of the newest plan, if there is one.
    pub fn newest(&self) -> Option<PathBuf> {
        Some(self.path()).filter(|path| path.exists())
    }

    /// Where the plan is, or will be.
    pub fn path(&self) -> PathBuf {
        self.folder.join(self.name())
    }

    fn name(&self) -> String {
        format!("plan-{:04}.toml", self.number)
    }

    /// Turns to a new plan.
    pub fn begin(&mut self) {
        self.number = self.number.saturating_add(1);
    }

    /// Keeps the plan. Once this returns, it outlives a power cut. A failure is told in a few words.
    pub fn save(&mut self, text: &str) -> Result<(), String> {
        if self.lock.is_none() {
            files::make_private(&self.folder).map_err(|error| self.words(&error))?;
            match self.hold() {
                Hold::Elsewhere => return Err("another window saves its plan there".to_owned()),
                Hold::Impossible(reason) => return Err(reason),
                Hold::Ours | Hold::NotYet => {}
            }
        }
        files::keep(&self.folder, &self.name(), text).map_err(|error| self.words(&error))
    }

    /// Gives the file of the plan another name, and says which. A failure is told in a few words.
    pub fn put_aside(&mut self) -> Result<String, String> {
        let name = self.name();
        let first = format!("{name}.damaged");
        let others = (2..).map(|number| format!("{name}.damaged-{number}"));
        let free = std::iter::once(first).chain(others).find(|free| !self.folder.join(free).exists());
        let free = free.unwrap_or_default();
        files::rename(&self.folder, &name, &free).map_err(|error| self.words(&error))?;
        Ok(free)
    }

    /// What went wrong, the cause first: there may be little room to say it.
    fn words(&self, error: &io::Error) -> String {
        let folder = files::shown(&self.folder);
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => format!("the disk is full: {folder}"),
            ErrorKind::FileTooLarge => format!("files may not get that large here: {folder}"),
            ErrorKind::ReadOnlyFilesystem => format!("the disk is read-only: {folder}"),
            ErrorKind::PermissionDenied => format!("you may not write there: {folder}"),
            ErrorKind::NotADirectory => format!("a file is where a folder should be: {folder}"),
            _ => format!("{error}: {folder}"),
        }
    }
}

/// The numbers of the plans in a folder.
fn numbers(folder: &Path) -> impl Iterator<Item = u32> {
    let paths = files::list(folder, "toml").unwrap_or_default();
    paths.into_iter().filter_map(|path| path.file_stem()?.to_str()?.strip_prefix("plan-")?.parse().ok())
}
