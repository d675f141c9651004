//! Writing a file whole or not at all: into a new one beside it, which then takes its name.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::disk::{Disk, Readers, RealDisk};
use super::shown;
use super::sweep::{sweep_exports, unfinished, unfinished_export};
use crate::shell::exit::{Exit, Failure};

/// Writes a file whole or not at all. One that is there already is replaced only if `replace`; its rights stay.
pub(crate) fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    write_one(path, bytes, replace)?;
    settle(path);
    Ok(())
}

/// The same for one file of many in a folder; after the last of them, [`settle`] does what is done for the folder.
pub(crate) fn write_one(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    let folder = folder_of(path);
    let before = what_it_replaces(path)?.filter(|_| replace);
    let readers = if before.is_some() { Readers::Owner } else { Readers::Everyone };
    let mut disk = RealDisk;
    let written = written(&mut disk, folder, unfinished_export(), bytes, readers)
        .and_then(|file| before.map_or(Ok(()), |before| liken(file.as_file(), &before)).map(|()| file))
        .and_then(|file| disk.sync(file.as_file()).map(|()| file))
        .map_err(|error| unwritable(path, &error))?;
    let kept = if replace { written.persist(path) } else { written.persist_noclobber(path) };
    kept.map(|_| ()).map_err(|error| unwritable(path, &error.error))
}

/// Makes the names in the folder of a file outlive a power cut, and removes what killed programs left there.
pub(crate) fn settle(path: &Path) {
    let folder = folder_of(path);
    // The files are complete either way.
    let _ = RealDisk.sync_folder(folder);
    sweep_exports(folder, path);
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Looks at the file that is to be replaced, if there is one. Refuses folders, links and devices.
fn what_it_replaces(path: &Path) -> Result<Option<fs::Metadata>, Failure> {
    let Ok(there) = fs::symlink_metadata(path) else { return Ok(None) };
    let shown = shown(path);
    let (message, help) = if there.is_dir() {
        return Err(unwritable(path, &ErrorKind::IsADirectory.into()));
    } else if there.is_symlink() {
        (format!("`{shown}` is a link, so nothing was written"), "name the file that it leads to, or another one")
    } else if !there.is_file() {
        (format!("`{shown}` is no ordinary file, so nothing was written"), "leave `-o` out to print to it")
    } else {
        return Ok(Some(there));
    };
    Err(Failure::new(Exit::Failure, message).help(help))
}

/// Gives a file the rights of the one that it replaces; those of a group only if it can belong to that group.
#[cfg(unix)]
fn liken(file: &File, before: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};

    let is_same_group = file.metadata()?.gid() == before.gid() || fchown(file, None, Some(before.gid())).is_ok();
    let mode = before.mode() & if is_same_group { 0o777 } else { 0o707 };
    file.set_permissions(fs::Permissions::from_mode(mode))
}

/// A new file has the rights of its folder on a system without modes.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn liken(_: &File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// Writes a file that is the user's alone, whole or not at all. Once this returns, the text outlives a power cut.
pub(crate) fn keep(folder: &Path, name: &str, text: &[u8]) -> io::Result<()> {
    keep_at(&mut RealDisk, &folder.join(name), text, None)
}

/// Writes the file that a path leads to, whole or not at all. One at the end of a link is the user's own and keeps its rights;
/// any other is the user's alone. Once this returns, the text outlives a power cut.
pub(crate) fn keep_through(path: &Path, text: &[u8]) -> io::Result<()> {
    let end = end_of(path)?;
    let before = if end == path { None } else { Some(fs::metadata(&end)?) };
    keep_at(&mut RealDisk, &end, text, before.as_ref())
}

/// Writes a file of the user's own, whole or not at all. One that is there keeps its rights. Once this returns, the text
/// outlives a power cut.
pub(crate) fn keep_own(path: &Path, text: &[u8]) -> io::Result<()> {
    let end = end_of(path)?;
    let before = fs::metadata(&end).ok();
    keep_at(&mut RealDisk, &end, text, before.as_ref())
}

/// Whether a file may be changed where it is.
pub(crate) fn may_change(path: &Path) -> io::Result<()> {
    let is_locked = fs::metadata(path)?.permissions().readonly();
    if is_locked { Err(ErrorKind::PermissionDenied.into()) } else { Ok(()) }
}

/// Removes a file that nobody needs any more, if it is there.
pub(crate) fn discard(path: &Path) {
    let _ = fs::remove_file(path);
}

/// Follows a path through links to what is at their end; to itself if it is no link.
pub(crate) fn end_of(path: &Path) -> io::Result<PathBuf> {
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&end) {
            Ok(next) => end = end.parent().unwrap_or(Path::new("")).join(next),
            Err(_) if end == path || fs::symlink_metadata(&end).is_ok() => return Ok(end),
            Err(_) => return Err(io::Error::other(format!("the link leads to {}, which is not there", shown(&end)))),
        }
    }
    Err(io::Error::other("the link leads in circles"))
}

/// Writes a file whole or not at all that gets the rights of another one, or is the user's alone.
fn keep_at(disk: &mut impl Disk, path: &Path, text: &[u8], like: Option<&fs::Metadata>) -> io::Result<()> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(ErrorKind::InvalidInput.into());
    };
    let file = written(disk, folder, &unfinished(&name.to_string_lossy()), text, Readers::Owner)?;
    like.map_or(Ok(()), |like| liken(file.as_file(), like))?;
    disk.sync(file.as_file())?;
    disk.rename(file, path)?;
    disk.sync_folder(folder)
}

/// Writes a file that is the user's alone, whole or not at all. It may be lost with a power cut.
pub(crate) fn jot(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let mut disk = RealDisk;
    let file = written(&mut disk, folder, &unfinished(name), text.as_bytes(), Readers::Owner)?;
    disk.rename(file, &folder.join(name))
}

/// Writes a text into a new file, under a name that is nobody's yet.
fn written(
    disk: &mut impl Disk,
    folder: &Path,
    begin: &str,
    text: &[u8],
    readers: Readers,
) -> io::Result<NamedTempFile> {
    let mut file = disk.create(folder, begin, readers)?;
    disk.write(&mut file, text)?;
    Ok(file)
}

/// The most links in a row that are followed, as many as systems do.
const MOST_LINKS: usize = 40;

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let shown = shown(path);
    let (message, help) = match error.kind() {
        ErrorKind::AlreadyExists => (
            format!("`{shown}` is there already, so nothing was written"),
            "choose another name, or add `--force` to replace it",
        ),
        ErrorKind::NotFound => (format!("there is no folder for `{shown}`"), "make the folder first"),
        ErrorKind::PermissionDenied => (format!("`{shown}` may not be written"), "choose another folder"),
        ErrorKind::IsADirectory => (format!("`{shown}` is a folder"), "name a file in it"),
        _ => (format!("`{shown}` cannot be written: {error}"), "what was there before is unchanged"),
    };
    Failure::new(Exit::Failure, message).help(help)
}

#[cfg(test)]
mod tests;
