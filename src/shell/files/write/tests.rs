//! Faults at every step of keeping a file: there is always the old one or the new one, and nothing else in the way.

use std::env;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::process::{self, Command};

use tempfile::NamedTempFile;

use super::super::disk::{Disk, Readers, RealDisk};
use super::super::sweep::sweep;
use super::{folder_of, keep, keep_at, may_change, unwritable};
#[cfg(unix)]
use super::{keep_own, keep_through};

const NAME: &str = "plan-0001.toml";
const OLD: &[u8] = b"the plan as it was, with some answers";
const NEW: &[u8] = b"the plan as it is, with one answer more than before";

/// What goes wrong at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The disk says that it cannot.
    Error(ErrorKind),
    /// The program is no more, and clears nothing away.
    Death,
}

/// A disk on which something goes wrong at one step: before it, or in the middle of what is written.
struct FaultyDisk {
    /// How many steps go well.
    left: usize,
    fault: Fault,
}

impl FaultyDisk {
    fn step(&mut self) -> io::Result<()> {
        if self.left > 0 {
            self.left -= 1;
            return Ok(());
        }
        match self.fault {
            Fault::Error(kind) => Err(kind.into()),
            Fault::Death => process::exit(DEAD),
        }
    }
}

impl Disk for FaultyDisk {
    fn create(&mut self, folder: &Path, begin: &str, readers: Readers) -> io::Result<NamedTempFile> {
        self.step()?;
        RealDisk.create(folder, begin, readers)
    }

    fn write(&mut self, file: &mut NamedTempFile, text: &[u8]) -> io::Result<()> {
        let (some, rest) = text.split_at(text.len() / 2);
        for part in [some, rest] {
            self.step()?;
            file.write_all(part)?;
        }
        Ok(())
    }

    fn sync(&mut self, file: &File) -> io::Result<()> {
        self.step()?;
        RealDisk.sync(file)
    }

    fn rename(&mut self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.rename(file, path)
    }

    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.sync_folder(folder)
    }
}

/// The steps of keeping a file: made, half written, written, synced, renamed, its folder synced.
const STEPS: usize = 6;
/// The steps after which the new file is there.
const RENAMED: usize = 5;
/// The exit code of a program that met its end.
const DEAD: i32 = 9;

fn folder_with(before: Option<&[u8]>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    if let Some(text) = before {
        keep(folder.path(), NAME, text).unwrap();
    }
    folder
}

/// The file is the old one up to the renaming, and the new one from then on.
fn assert_whole(folder: &Path, before: Option<&[u8]>, steps: usize) {
    let wanted = if steps >= RENAMED { Some(NEW) } else { before };
    assert_eq!(fs::read(folder.join(NAME)).ok().as_deref(), wanted, "after {steps} steps");
}

fn count(folder: &Path) -> usize {
    folder.read_dir().unwrap().count()
}

#[test]
fn keeping_a_file_takes_the_steps_that_are_tried() {
    for (steps, is_kept) in [(STEPS - 1, false), (STEPS, true)] {
        let folder = folder_with(None);
        let mut disk = FaultyDisk { left: steps, fault: Fault::Error(ErrorKind::StorageFull) };
        assert_eq!(keep_at(&mut disk, &folder.path().join(NAME), NEW, None).is_ok(), is_kept, "{steps}");
    }
}

#[test]
fn a_disk_that_fails_at_any_step_says_so_and_leaves_the_old_file_or_the_new_one_alone() {
    for kind in [ErrorKind::StorageFull, ErrorKind::Other, ErrorKind::ReadOnlyFilesystem] {
        for before in [None, Some(OLD)] {
            for steps in 0..STEPS {
                let folder = folder_with(before);
                let mut disk = FaultyDisk { left: steps, fault: Fault::Error(kind) };
                let error = keep_at(&mut disk, &folder.path().join(NAME), NEW, None).unwrap_err();
                assert_eq!(error.kind(), kind);
                assert_whole(folder.path(), before, steps);
                let files = usize::from(before.is_some() || steps >= RENAMED);
                assert_eq!(count(folder.path()), files, "nothing half-written stays after {steps} steps");
                keep(folder.path(), NAME, NEW).unwrap();
                assert_whole(folder.path(), before, STEPS);
            }
        }
    }
}

/// Where the program is to keep a file that ends while it does so, and after how many steps.
const PLACE: &str = "JOURNEY_ADVISOR_TEST_FOLDER";
const LIFE: &str = "JOURNEY_ADVISOR_TEST_STEPS";

/// The program that ends. By itself it does nothing.
#[test]
fn a_program_that_may_end_while_it_keeps_a_file() {
    let (Ok(folder), Ok(steps)) = (env::var(PLACE), env::var(LIFE)) else { return };
    let mut disk = FaultyDisk { left: steps.parse().unwrap(), fault: Fault::Death };
    keep_at(&mut disk, &Path::new(&folder).join(NAME), NEW, None).unwrap();
}

#[test]
fn a_program_that_ends_at_any_step_leaves_the_old_file_or_the_new_one() {
    let program = env::current_exe().unwrap();
    let (_, module) = module_path!().split_once("::").unwrap();
    let that = format!("{module}::a_program_that_may_end_while_it_keeps_a_file");
    for before in [None, Some(OLD)] {
        for steps in 0..=STEPS {
            let folder = folder_with(before);
            let mut command = Command::new(&program);
            command.args(["--exact", &that]);
            let ended = command.env(PLACE, folder.path()).env(LIFE, steps.to_string()).output().unwrap();
            let wanted = if steps == STEPS { 0 } else { DEAD };
            assert_eq!(ended.status.code(), Some(wanted), "{steps}: {}", String::from_utf8_lossy(&ended.stdout));
            assert_whole(folder.path(), before, steps);
            sweep(folder.path(), |name| [NAME, "plan-0001.place"].contains(&name));
            let files = usize::from(before.is_some() || steps >= RENAMED);
            assert_eq!(count(folder.path()), files, "what stayed half-written is cleared away");
        }
    }
}

#[test]
#[cfg(unix)]
fn what_is_replaced_keeps_its_rights_and_what_is_new_has_those_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.html");
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let ordinary = folder.path().join("ordinary");
    fs::write(&ordinary, "").unwrap();
    for replace in [false, true] {
        let new = folder.path().join(format!("new-{replace}"));
        super::write(&new, b"", replace).unwrap();
        assert_eq!(mode(&new), mode(&ordinary));
    }
    for wanted in [0o600, 0o640, 0o644, 0o660, 0o755] {
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).unwrap();
        super::write(&path, b"new", true).unwrap();
        assert_eq!((mode(&path), fs::read_to_string(&path).unwrap().as_str()), (wanted, "new"), "{wanted:o}");
        fs::remove_file(&path).unwrap();
    }
}

#[test]
#[cfg(unix)]
fn what_is_replaced_stays_with_its_group() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.html");
    fs::write(&path, "old").unwrap();
    let own = fs::metadata(&path).unwrap().gid();
    for group in [own, own + 1] {
        // Only root may give a file to a group that it is not in.
        if chown(&path, None, Some(group)).is_err() {
            continue;
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        super::write(&path, b"new", true).unwrap();
        let there = fs::metadata(&path).unwrap();
        assert_eq!((there.gid(), there.mode() & 0o777), (group, 0o664));
    }
}

#[test]
fn the_folder_of_a_bare_name_is_the_one_in_which_the_program_runs() {
    assert_eq!(folder_of(Path::new("plan.md")), Path::new("."));
    assert_eq!(folder_of(Path::new("a/plan.md")), Path::new("a"));
}

/// A way to write a file by its path.
#[cfg(unix)]
type Keep = fn(&Path, &[u8]) -> io::Result<()>;

#[test]
#[cfg(unix)]
fn a_plan_is_written_where_its_link_leads_to() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mode = |name: &str| path(name).metadata().unwrap().permissions().mode() & 0o777;
    let put = |name: &str| {
        fs::write(path(name), "old").unwrap();
        fs::set_permissions(path(name), fs::Permissions::from_mode(0o640)).unwrap();
    };
    fs::create_dir(path("far")).unwrap();
    put("far/end");
    symlink("far/link", path("first")).unwrap();
    symlink("end", path("far/link")).unwrap();
    let ways: [(Keep, u32); 2] = [(keep_through, 0o600), (keep_own, 0o640)];
    for (keep, plain) in ways {
        put("plain");
        keep(&path("first"), b"new").unwrap();
        assert_eq!((fs::read(path("far/end")).unwrap().as_slice(), mode("far/end")), (&b"new"[..], 0o640));
        assert!(path("first").is_symlink() && path("far/link").is_symlink());
        for name in ["plain", "fresh"] {
            keep(&path(name), name.as_bytes()).unwrap();
            assert_eq!(fs::read(path(name)).unwrap(), name.as_bytes());
        }
        assert_eq!((mode("plain"), mode("fresh")), (plain, 0o600));
        fs::remove_file(path("fresh")).unwrap();
    }
    symlink("nowhere", path("dangling")).unwrap();
    symlink("two", path("one")).unwrap();
    symlink("one", path("two")).unwrap();
    for (name, why) in [("dangling", "nowhere, which is not there"), ("one", "the link leads in circles")] {
        let error = keep_through(&path(name), b"new").unwrap_err().to_string();
        assert!(error.ends_with(why), "{error}");
    }
    assert!(!path("nowhere").exists());
}

#[test]
fn a_file_that_is_read_only_may_not_be_changed() {
    let folder = folder_with(Some(OLD));
    let path = folder.path().join(NAME);
    assert!(may_change(&path).is_ok());
    let mut permissions = path.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(may_change(&path).unwrap_err().kind(), ErrorKind::PermissionDenied);
    assert_eq!(may_change(&folder.path().join("none")).unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn a_file_that_nobody_needs_goes_and_one_that_is_jotted_down_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.place");
    super::jot(folder.path(), "plan.place", "here").unwrap();
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), count(folder.path())), ("here", 1));
    super::discard(&path);
    super::discard(&path);
    assert_eq!(count(folder.path()), 0);
}

#[test]
fn why_a_file_cannot_be_written_is_said_in_words() {
    for (kind, message) in [
        (ErrorKind::AlreadyExists, "`a.md` is there already, so nothing was written"),
        (ErrorKind::NotFound, "there is no folder for `a.md`"),
        (ErrorKind::PermissionDenied, "`a.md` may not be written"),
        (ErrorKind::IsADirectory, "`a.md` is a folder"),
    ] {
        assert_eq!(unwritable(Path::new("a.md"), &kind.into()).message, message);
    }
    let full = unwritable(Path::new("a.md"), &ErrorKind::StorageFull.into()).message;
    assert!(full.starts_with("`a.md` cannot be written: "), "{full}");
}
