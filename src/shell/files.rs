//! Reading files whole but never without bound, and writing them so that there is always the old or the new one.
#![expect(clippy::disallowed_methods, reason = "files are read and written here and nowhere else")]

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::diagnostic::clean::visible;
use crate::diagnostic::{self, line_and_column};

use super::exit::{Exit, Failure};

/// A path as one shows it.
pub fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// The name of an input: a path as one shows it, or the standard input if the path is `-`.
pub fn named(path: &Path) -> String {
    if path == Path::new("-") { "standard input".to_owned() } else { shown(path) }
}

/// Reads a text of at most `limit` bytes from a file, or from the standard input if the path is `-`.
pub fn read_text(path: &Path, limit: usize) -> Result<String, Failure> {
    let (file, broken) = read_file(path, limit)?;
    let Some(at) = broken else { return Ok(file.text) };
    let (line, column) = line_and_column(&file.text, at);
    let message = format!("`{}` is not UTF-8 text (line {line}, column {column})", file.path);
    Err(Failure::new(Exit::Invalid, message).help("save it as UTF-8, or check that it is the right file"))
}

/// The same with its name, whatever its bytes are, and the first that is no UTF-8.
pub fn read_file(path: &Path, limit: usize) -> Result<(diagnostic::File, Option<usize>), Failure> {
    Ok(diagnostic::File::decoded(named(path), read_bytes(path, limit)?))
}

/// Reads at most `limit` bytes from a file, or from the standard input if the path is `-`.
pub fn read_bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let bytes = if path.as_os_str() == "-" {
        read_bounded(io::stdin().lock(), 0, limit)
    } else {
        File::open(path).and_then(|file| {
            let size = file.metadata()?.len();
            read_bounded(file, size, limit)
        })
    };
    let bytes = bytes.map_err(|error| unreadable(path, &error))?;
    if bytes.len() > limit {
        let message = format!("`{}` is too large", shown(path));
        return Err(Failure::new(Exit::Invalid, message).help(format!("a file of this kind has at most {limit} bytes")));
    }
    Ok(bytes)
}

/// Reads as much as shows whether there is more than `limit`. `size` is how much there seems to be: enough room for it
/// makes one read of many small ones.
fn read_bounded(source: impl Read, size: u64, limit: usize) -> io::Result<Vec<u8>> {
    let room = usize::try_from(size).unwrap_or(usize::MAX).min(limit).saturating_add(1);
    let mut bytes = Vec::with_capacity(room);
    source.take(u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let shown = shown(path);
    let (message, help) = match error.kind() {
        ErrorKind::NotFound => (format!("there is no `{shown}`"), "check the name and the folder"),
        ErrorKind::PermissionDenied => (format!("`{shown}` may not be read"), "check its permissions"),
        ErrorKind::IsADirectory => (format!("`{shown}` is a folder"), "name a file"),
        _ => (format!("`{shown}` cannot be read: {error}"), "try again, or use a copy elsewhere"),
    };
    Failure::new(Exit::Failure, message).help(help)
}

/// The files of a folder with that ending, by name; none if there is no such folder.
pub fn list(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
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

/// Writes a file whole or not at all. One that is there already is replaced only if `replace`.
pub fn write(path: &Path, text: &str, replace: bool) -> Result<(), Failure> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    refuse_special(path)?;
    let written =
        new_file(folder, UNFINISHED, text.as_bytes(), Readers::Everyone).map_err(|error| unwritable(path, &error))?;
    written.as_file().sync_all().map_err(|error| unwritable(path, &error))?;
    let kept = if replace { written.persist(path) } else { written.persist_noclobber(path) };
    kept.map_err(|error| unwritable(path, &error.error))?;
    // The file is complete either way; this only makes its name outlive a power cut.
    let _ = sync(folder);
    Ok(())
}

/// Refuses what a file must not take the place of: folders, links, devices.
fn refuse_special(path: &Path) -> Result<(), Failure> {
    let Ok(there) = fs::symlink_metadata(path) else { return Ok(()) };
    let shown = shown(path);
    let (message, help) = if there.is_dir() {
        return Err(unwritable(path, &ErrorKind::IsADirectory.into()));
    } else if there.is_symlink() {
        (format!("`{shown}` is a link, so nothing was written"), "name the file that it leads to, or another one")
    } else if !there.is_file() {
        (format!("`{shown}` is no ordinary file, so nothing was written"), "leave `-o` out to print to it")
    } else {
        return Ok(());
    };
    Err(Failure::new(Exit::Failure, message).help(help))
}

/// Writes a file that is the user's alone, whole or not at all. Once this returns, the text outlives a power cut.
pub fn keep(folder: &Path, name: &str, text: &[u8]) -> io::Result<()> {
    let written = new_file(folder, &unfinished(name), text, Readers::Owner)?;
    written.as_file().sync_all()?;
    written.persist(folder.join(name)).map_err(|error| error.error)?;
    sync(folder)
}

/// Writes a file that is the user's alone, whole or not at all. It may be lost with a power cut.
pub fn jot(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let written = new_file(folder, &unfinished(name), text.as_bytes(), Readers::Owner)?;
    written.persist(folder.join(name)).map(drop).map_err(|error| error.error)
}

/// Makes a folder, and those above it, that only the user may look into; one that is there stays as it is.
pub fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Makes the names in a folder outlive a power cut, where the system can do that.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

/// Gives a file another name in its folder.
pub fn rename(folder: &Path, from: &str, to: &str) -> io::Result<()> {
    fs::rename(folder.join(from), folder.join(to))?;
    sync(folder)
}

/// Opens a file that is held only to be locked; makes it if it is not there.
pub fn lock_file(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Removes what a crash left half-written of the files that one window alone writes.
pub fn sweep(folder: &Path, names: [&str; 2]) {
    let begins = names.map(unfinished);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if begins.iter().any(|begin| name.to_string_lossy().starts_with(begin)) {
            // What cannot be removed does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// How the names of half-written exports begin.
const UNFINISHED: &str = ".journey-advisor-";

/// How the names of a half-written file begin that is kept under a name.
fn unfinished(name: &str) -> String {
    format!(".{name}-")
}

/// The names of all files in a folder; none if it cannot be read.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// When a file was last changed; nothing if it is not there.
pub fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|there| there.modified()).ok()
}

/// Who may read a new file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Whoever the user lets read new files.
    Everyone,
    /// The user.
    Owner,
}

fn new_file(folder: &Path, begin: &str, text: &[u8], readers: Readers) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(begin);
    #[cfg(unix)]
    let mode = |mode| <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(mode);
    #[cfg(unix)]
    builder.permissions(mode(if readers == Readers::Everyone { 0o666 } else { 0o600 }));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text)?;
    Ok(file)
}

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
