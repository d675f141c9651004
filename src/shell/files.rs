//! Reading files whole but never without bound, and writing them so that there is always the old or the new one.
#![expect(clippy::disallowed_methods, reason = "files are read and written here and nowhere else")]

mod begin;
mod disk;
mod lock;
mod privacy;
mod read;
mod sweep;
mod write;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::diagnostic::clean::visible;

use super::exit::Failure;

use disk::{Disk as _, RealDisk};
use read::unreadable;

pub(crate) use begin::begin_folder;
pub(crate) use lock::{Locking, is_at, lock_file};
pub(crate) use privacy::{make_private, tighten};
pub(crate) use read::{Origin, decoded, read_bytes, read_file, read_text};
pub(crate) use sweep::sweep;
pub(crate) use write::{discard, end_of, jot, keep, keep_own, keep_through, may_change, settle, write, write_one};

/// A path as one shows it.
pub(crate) fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// Whether an input is the standard input.
fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name of an input: a path as one shows it, or the standard input if the path is `-`.
pub(crate) fn named(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { shown(path) }
}

/// The name of an input in a sentence.
pub(crate) fn quoted(path: &Path) -> String {
    if is_standard_input(path) { "the standard input".to_owned() } else { format!("`{}`", shown(path)) }
}

/// Lists the files of a folder with that ending, by name; none if there is no such folder.
pub(crate) fn list(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(folder, &error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Lists the files with that ending in a folder and in the folders below it, by name. Hidden folders, and links to folders, are
/// passed by. What cannot be listed is a failure among them.
pub(crate) fn walk(folder: &Path, ending: &str) -> Vec<Result<PathBuf, Failure>> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<fs::DirEntry>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return vec![Err(unreadable(folder, &error))],
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    let found = entries.iter().flat_map(|entry| {
        let path = entry.path();
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if is_hidden { Vec::new() } else { walk(&path, ending) }
        } else if path.extension().is_some_and(|extension| extension == ending) {
            vec![Ok(path)]
        } else {
            Vec::new()
        }
    });
    found.collect()
}

/// Gives a file another name in its folder.
pub(crate) fn rename(folder: &Path, from: &str, to: &str) -> io::Result<()> {
    fs::rename(folder.join(from), folder.join(to))?;
    RealDisk.sync_folder(folder)
}

/// Lists the names of all files in a folder; none if it cannot be read.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// Whether a name is taken, if only by a link that leads nowhere.
pub(crate) fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether something is there that is neither a file nor a folder, such as a device or a pipe: it may have no end.
pub(crate) fn may_never_end(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// Returns when a file was last changed; `None` if it is not there.
pub(crate) fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|there| there.modified()).ok()
}

#[cfg(test)]
mod tests;
