//! Locks on files, and what it means if there are none.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Opens a file that is held only to be locked; makes it if it is not there.
pub(crate) fn lock_file(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    #[cfg(unix)]
    super::read::without_waiting(&mut options, rustix::fs::OFlags::empty());
    options.open(path)
}

/// Whether an open lock is still the file of that name. One that was removed, and perhaps made anew, is in nobody's way.
#[cfg_attr(not(unix), expect(unused_variables, reason = "there a file that is open stays where it is"))]
pub(crate) fn is_at(lock: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;

        let place = |there: io::Result<fs::Metadata>| there.ok().map(|there| (there.dev(), there.ino()));
        let there = place(fs::metadata(path));
        there.is_some() && there == place(lock.metadata())
    }
    #[cfg(not(unix))]
    true
}

/// What it means that a lock was not got though nobody has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Locking {
    Unknown,
    Interrupted,
    Failed,
}

impl Locking {
    pub(crate) fn after(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::Interrupted => Self::Interrupted,
            ErrorKind::Unsupported => Self::Unknown,
            _ if error.raw_os_error().is_some_and(|number| NO_LOCKS.contains(&number)) => Self::Unknown,
            _ => Self::Failed,
        }
    }
}

/// By which numbers systems say so. A network disk without a service for locks says ENOLCK, and what is mounted by a program
/// of a user says any of the others.
#[cfg(unix)]
const NO_LOCKS: [i32; 6] = {
    use rustix::io::Errno;
    [
        Errno::NOLCK.raw_os_error(),
        Errno::BADF.raw_os_error(),
        Errno::INVAL.raw_os_error(),
        Errno::NOTSUP.raw_os_error(),
        Errno::OPNOTSUPP.raw_os_error(),
        Errno::NOSYS.raw_os_error(),
    ]
};

/// By which numbers Windows says so: it has no such function, or the disk does not support it.
#[cfg(not(unix))]
const NO_LOCKS: [i32; 2] = [1, 50];

#[cfg(test)]
mod tests;
