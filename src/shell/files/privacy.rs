//! Folders and files that are the user's alone.

use std::fs;
use std::io;
use std::path::Path;

use super::disk::sync_folder;

#[cfg(unix)]
use rustix::fs::OFlags;

/// Makes a folder, and those above it, that only the user may look into; one that is there stays as it is. What was made
/// outlasts a loss of power.
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    let is_missing = |above: &&Path| !above.as_os_str().is_empty() && !above.exists();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)?;
    for above in missing.into_iter().filter_map(Path::parent) {
        // A folder that may be written to but not read cannot be synced; what is in it is as safe as it can be.
        let _ = sync_folder(above);
    }
    Ok(())
}

/// Takes from everybody else what they may do with those files in a folder that are the program's own: they may have been made
/// with wider rights, by an earlier version or by hand. The folder may be shared on purpose, and keeps its rights. Links are not
/// followed, neither in it nor to it, and what belongs to somebody else stays as it is.
#[cfg_attr(not(unix), expect(unused_variables, reason = "there the folders of a user are the user's alone"))]
pub(crate) fn tighten(folder: &Path, is_own: impl Fn(&str) -> bool) {
    #[cfg(unix)]
    {
        if fs::symlink_metadata(folder).is_ok_and(|there| there.is_symlink()) {
            return;
        }
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_own = entry.file_name().to_str().is_some_and(&is_own);
            if is_own && entry.metadata().is_ok_and(|there| there.is_file() && is_open(&there)) {
                close(&entry.path());
            }
        }
    }
}

/// Whether anybody but its owner may do anything with it.
#[cfg(unix)]
fn is_open(there: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&there.permissions()) & 0o077 != 0
}

#[cfg(unix)]
fn close(path: &Path) {
    let mut options = fs::OpenOptions::new();
    super::read::without_waiting(options.read(true), OFlags::NOFOLLOW);
    let Ok(there) = options.open(path) else { return };
    let Ok(now) = there.metadata() else { return };
    let mut permissions = now.permissions();
    let mode = std::os::unix::fs::PermissionsExt::mode(&permissions);
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, mode & !0o077);
    // Whoever may not do this has nothing to hide there.
    let _ = there.set_permissions(permissions);
}

#[cfg(test)]
mod tests;
