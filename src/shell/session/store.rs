//! The folder of plans: `plan-0001.toml` and so on. Only one window at a time writes there.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::shell::exit::{Exit, Failure};
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
            Err(TryLockError::Error(error)) => {
                Hold::Impossible(format!("`{}` may not be written ({error})", files::shown(&self.folder)))
            }
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

    /// Keeps the plan. Once this returns, it outlives a power cut.
    pub fn save(&mut self, text: &str) -> Result<(), Failure> {
        if self.lock.is_none() {
            files::make_private(&self.folder)?;
            match self.hold() {
                Hold::Elsewhere => return Err(Failure::new(Exit::Failure, "another window saves its plan there")),
                Hold::Impossible(reason) => return Err(Failure::new(Exit::Failure, reason)),
                Hold::Ours | Hold::NotYet => {}
            }
        }
        files::keep(&self.folder, &self.name(), text)
    }

    /// Gives the file of the plan another name, and says which.
    pub fn put_aside(&mut self) -> Result<String, Failure> {
        let name = self.name();
        let first = format!("{name}.damaged");
        let others = (2..).map(|number| format!("{name}.damaged-{number}"));
        let free = std::iter::once(first).chain(others).find(|free| !self.folder.join(free).exists());
        let free = free.unwrap_or_default();
        files::rename(&self.folder, &name, &free)?;
        Ok(free)
    }
}

/// The numbers of the plans in a folder.
fn numbers(folder: &Path) -> impl Iterator<Item = u32> {
    let paths = files::list(folder, "toml").unwrap_or_default();
    paths.into_iter().filter_map(|path| path.file_stem()?.to_str()?.strip_prefix("plan-")?.parse().ok())
}
