//! What writing a file asks of a disk, step by step. Tests put one in its place that fails, or that the program does not
//! outlive.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Readers {
    /// Whoever the user lets read new files.
    Everyone,
    Owner,
}

pub(super) trait Disk {
    /// Makes a file whose name begins so.
    fn create(&mut self, folder: &Path, begin: &str, readers: Readers) -> io::Result<NamedTempFile>;
    fn write(&mut self, file: &mut NamedTempFile, text: &[u8]) -> io::Result<()>;
    /// Makes what was written outlive a power cut.
    fn sync(&mut self, file: &File) -> io::Result<()>;
    /// Gives it a name, in place of what has that name.
    fn rename(&mut self, file: NamedTempFile, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder outlive a power cut, where the system can do that.
    fn sync_folder(&mut self, folder: &Path) -> io::Result<()>;
}

pub(super) struct RealDisk;

impl Disk for RealDisk {
    #[cfg_attr(not(unix), expect(unused_variables, reason = "there the folder says who may read its files"))]
    fn create(&mut self, folder: &Path, begin: &str, readers: Readers) -> io::Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(begin);
        #[cfg(unix)]
        let mode = |mode| <std::fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(mode);
        #[cfg(unix)]
        builder.permissions(mode(if readers == Readers::Everyone { 0o666 } else { 0o600 }));
        builder.tempfile_in(folder)
    }

    fn write(&mut self, file: &mut NamedTempFile, text: &[u8]) -> io::Result<()> {
        file.write_all(text)
    }

    fn sync(&mut self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&mut self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        file.persist(path).map(drop).map_err(|error| error.error)
    }

    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }
}

/// Has the names in a folder outlast a loss of power, where folders can be synced.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    where_possible(File::open(folder)?.sync_all())
}

/// A disk that knows nothing of syncing a folder has done what it can.
fn where_possible(synced: io::Result<()>) -> io::Result<()> {
    match synced {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::where_possible;

    #[test]
    fn what_cannot_be_synced_is_said_but_for_a_folder_on_a_disk_that_never_can() {
        for (kind, is_said) in [
            (ErrorKind::InvalidInput, false),
            (ErrorKind::Unsupported, false),
            (ErrorKind::StorageFull, true),
            (ErrorKind::Other, true),
        ] {
            assert_eq!(where_possible(Err(kind.into())).is_err(), is_said, "{kind:?}");
        }
        assert!(where_possible(Ok(())).is_ok());
    }

    #[test]
    #[cfg(unix)]
    fn syncing_asks_the_system() {
        use super::{Disk as _, RealDisk};
        use std::fs::File;
        use std::path::Path;
        assert!(RealDisk.sync_folder(Path::new("/no/such/folder")).is_err());
        assert!(RealDisk.sync_folder(Path::new("/")).is_ok());
        assert!(RealDisk.sync(&File::open("/dev/null").unwrap()).is_err(), "there is nothing to sync");
    }
}
