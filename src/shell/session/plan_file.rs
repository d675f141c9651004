//! Where a plan lies, and what the files beside it are called.

use std::path::{Path, PathBuf};

use crate::app::plans::PlanNumber;

/// The file of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlanFile {
    /// One of the plans that the program lists, in its own folder.
    Numbered(PlanNumber),
    /// A file of the user's own: its folder and its name.
    Own(PathBuf, String),
}

impl PlanFile {
    /// A file of the user's own by its whole path; nothing where that ends in no name.
    pub(super) fn own(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        Some(Self::Own(path.parent()?.to_owned(), name.to_owned()))
    }

    pub(super) fn name(&self) -> String {
        match self {
            Self::Numbered(number) => file_name(*number),
            Self::Own(_, name) => name.clone(),
        }
    }

    /// The folder in which it lies, where the program's own plans lie in `home`.
    pub(super) fn folder<'f>(&'f self, home: &'f Path) -> &'f Path {
        match self {
            Self::Numbered(_) => home,
            Self::Own(folder, _) => folder,
        }
    }

    /// The same with its name.
    pub(crate) fn path(&self, home: &Path) -> PathBuf {
        self.folder(home).join(self.name())
    }

    pub(super) fn number(&self) -> Option<PlanNumber> {
        if let Self::Numbered(number) = self { Some(*number) } else { None }
    }
}

pub(super) fn file_name(number: PlanNumber) -> String {
    format!("plan-{:04}.toml", number.0)
}

/// The name of a plan's bookmark: the file that says where the person was.
pub(super) fn bookmark_name(number: PlanNumber) -> String {
    format!("plan-{:04}.place", number.0)
}

/// The name of the file with the steps of a plan that can be taken back.
pub(super) fn steps_name(number: PlanNumber) -> String {
    format!("plan-{:04}.steps", number.0)
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
