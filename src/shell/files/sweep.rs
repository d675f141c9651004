//! What a crash leaves half-written, and removing it.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// How the names of half-written exports begin.
const EXPORT: &str = ".journey-advisor-";

/// How many letters and digits make the name of a half-written file nobody's.
const RANDOM: usize = 6;

/// No export takes so long: one that is older is not being written any more.
const LONGEST: Duration = Duration::from_hours(1);

/// Returns how the name of a file begins while it is half-written.
pub(super) fn unfinished(name: &str) -> String {
    format!(".{name}-")
}

/// Returns how the name of an export begins while it is half-written.
pub(super) fn unfinished_export() -> &'static str {
    EXPORT
}

/// Removes what a crash left half-written of the files that one window alone writes, and of what it keeps beside them.
pub(crate) fn sweep(folder: &Path, is_written_here: impl Fn(&str) -> bool) {
    let is_left = |name: &str| written(name).is_some_and(|name| is_written_here(name.trim_start_matches('.')));
    remove(folder, |name, _| is_left(name));
}

/// Removes what killed programs left of exports to a folder. The file that was just written there says what time it is.
pub(super) fn sweep_exports(folder: &Path, just_written: &Path) {
    let Some(now) = changed(just_written) else { return };
    let is_old =
        |path: &Path| changed(path).and_then(|then| now.duration_since(then).ok()).is_some_and(|age| age > LONGEST);
    remove(folder, |name, path| written(name) == Some(EXPORT.trim_end_matches('-')) && is_old(path));
}

/// Returns what the name of a half-written file begins with; `None` if it is not the name of one.
fn written(name: &str) -> Option<&str> {
    let (begin, random) = name.rsplit_once('-').filter(|(begin, _)| begin.starts_with('.'))?;
    let is_random = random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_random.then_some(begin)
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?.modified().ok()
}

fn remove(folder: &Path, is_left: impl Fn(&str, &Path) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        if name.to_str().is_some_and(|name| is_left(name, &path)) {
            // What cannot be removed does no harm.
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    use super::super::disk::{Disk as _, Readers, RealDisk};
    use super::{sweep_exports, unfinished_export};
    use crate::shell::files::write;

    /// An hour counts from when the file that was just written was changed: no clock is asked.
    #[test]
    fn an_export_counts_as_left_when_it_is_more_than_an_hour_older() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::UNIX_EPOCH + Duration::from_hours(500_000);
        let made = |age: u64| {
            let file = RealDisk.create(folder.path(), unfinished_export(), Readers::Everyone).unwrap();
            file.as_file().set_modified(now - Duration::from_secs(age)).unwrap();
            file.keep().unwrap().1
        };
        let written = folder.path().join("plan.md");
        File::create(&written).unwrap().set_modified(now).unwrap();
        let (young, old) = (made(3600), made(3601));
        sweep_exports(folder.path(), &written);
        assert!(young.exists() && !old.exists());
    }

    #[test]
    fn what_a_killed_export_left_is_removed_by_a_later_one_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let put = |name: &str, hours: u64| {
            let file = File::create(path(name)).unwrap();
            let age = Duration::from_secs(hours * 3600 + 60);
            file.set_modified(file.metadata().unwrap().modified().unwrap() - age).unwrap();
        };
        let kept = [".journey-advisor-notes", ".journey-advisor-a1B2", "journey-advisor-aB3xY9", ".other-aB3xY9"];
        for name in kept.into_iter().chain([".journey-advisor-aB3xY9"]) {
            put(name, 1);
        }
        put(".journey-advisor-Zz0000", 0);
        fs::create_dir(path(".journey-advisor-folder")).unwrap();
        write(&path("plan.md"), b"# Plan", false).unwrap();
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        left.sort();
        let mut expected = [&kept[..], &[".journey-advisor-Zz0000", ".journey-advisor-folder", "plan.md"]].concat();
        expected.sort_unstable();
        assert_eq!(left, expected);
    }
}
