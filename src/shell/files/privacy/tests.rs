//! Who may read what the program makes.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;

use super::{make_private, tighten};

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn folders_that_are_made_are_private_and_those_that_are_there_stay_as_they_are() {
    let home = tempfile::tempdir().unwrap();
    let there = home.path().join("there");
    fs::create_dir(&there).unwrap();
    fs::set_permissions(&there, Permissions::from_mode(0o755)).unwrap();
    let folder = there.join("data/plans");
    for _ in 0..2 {
        make_private(&folder).unwrap();
        assert_eq!([&there, &there.join("data"), &folder].map(|path| mode(path)), [0o755, 0o700, 0o700]);
    }
    let file = there.join("file");
    fs::write(&file, "").unwrap();
    assert!(make_private(&file.join("plans")).is_err());
}

#[test]
fn own_files_are_closed_to_others_and_nothing_else_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let modes = [0o644, 0o664, 0o755, 0o611, 0o700, 0o600, 0o400];
    for mode in modes {
        for name in [format!("own-{mode:o}"), format!("other-{mode:o}")] {
            fs::write(path(&name), "").unwrap();
            fs::set_permissions(path(&name), Permissions::from_mode(mode)).unwrap();
        }
    }
    fs::create_dir(path("own-folder")).unwrap();
    fs::set_permissions(path("own-folder"), Permissions::from_mode(0o755)).unwrap();
    symlink(path("other-644"), path("own-link")).unwrap();
    let changed = |name: &str| fs::metadata(path(name)).map(|there| (there.ctime(), there.ctime_nsec())).unwrap();
    let before = ["own-700", "own-600", "own-400"].map(changed);
    tighten(folder.path(), |name| name.starts_with("own-"));
    for mode_before in modes {
        assert_eq!(mode(&path(&format!("own-{mode_before:o}"))), mode_before & 0o700, "{mode_before:o}");
        assert_eq!(mode(&path(&format!("other-{mode_before:o}"))), mode_before, "{mode_before:o}");
    }
    assert_eq!(mode(&path("own-folder")), 0o755);
    assert_eq!(["own-700", "own-600", "own-400"].map(changed), before, "what is closed already is left alone");
}

#[test]
fn a_folder_behind_a_link_may_be_shared_on_purpose() {
    let home = tempfile::tempdir().unwrap();
    let (folder, link) = (home.path().join("shared"), home.path().join("link"));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("own"), "").unwrap();
    fs::set_permissions(folder.join("own"), Permissions::from_mode(0o644)).unwrap();
    symlink(&folder, &link).unwrap();
    tighten(&link, |_| true);
    assert_eq!(mode(&folder.join("own")), 0o644);
    tighten(&folder, |_| true);
    assert_eq!(mode(&folder.join("own")), 0o600);
}
