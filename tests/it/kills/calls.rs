//! SIGKILL and failures at every system call of a save, by `strace`. Where that cannot be used, the tests say so.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::{LINES, can_trace, program};

/// What a save asks of the system: what it is for, and the names that it may have. A name that the system does not know is
/// passed by; of each at least one must be hit, or the test would claim what it does not try.
const CALLS: [(&str, &[&str]); 8] = [
    ("writes", &["write", "pwrite64"]),
    ("syncs", &["fsync", "fdatasync"]),
    ("renames", &["rename", "renameat", "renameat2", "linkat"]),
    ("opens", &["openat"]),
    ("closes", &["close"]),
    ("locks", &["flock"]),
    ("looks", &["statx", "newfstatat"]),
    ("makes a folder", &["mkdir", "mkdirat"]),
];

/// More calls of one name than a run makes.
const MOST: usize = 400;

/// A run of the program line by line, under `strace` with a fault, or without.
struct Ran {
    home: TempDir,
    /// The exit code; nothing if a signal ended it.
    code: Option<i32>,
    said: String,
}

impl Ran {
    /// Runs on a plan, or without one.
    fn new(before: Option<&str>, fault: Option<&str>) -> Self {
        let home = tempfile::tempdir().unwrap();
        if let Some(text) = before {
            fs::create_dir_all(plan(&home).parent().unwrap()).unwrap();
            fs::write(plan(&home), text).unwrap();
        }
        let inject = fault.map(|fault| format!("inject=?{fault}"));
        let traced = inject.as_ref().map(|inject| ["-f", "-qq", "-o", "/dev/null", "-e", inject]);
        let mut command = program(home.path(), home.path(), traced.as_ref().map(|arguments| &arguments[..]), LINES);
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        // Lines are wrapped, and where depends on the name of the folder.
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { home, code: output.status.code(), said }
    }

    /// The plan afterwards; nothing if there is none.
    fn plan(&self) -> Option<String> {
        fs::read_to_string(plan(&self.home)).ok()
    }
}

fn plan(home: &TempDir) -> PathBuf {
    home.path().join("journey-advisor/plan-0001.toml")
}

/// The plan as an uninterrupted run leaves it.
fn after(before: Option<&str>) -> String {
    let ran = Ran::new(before, None);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    ran.plan().unwrap()
}

/// No plan and one with one answer, each with what an uninterrupted run makes of it; nothing where processes cannot be traced.
pub(super) fn cases() -> Vec<(Option<String>, String)> {
    if !can_trace() {
        return Vec::new();
    }
    let new = after(None);
    let before = new.replace("the second", "the first");
    let next = after(Some(&before));
    vec![(None, new), (Some(before), next)]
}

/// Whether the plan afterwards is the one from before or the new one.
fn assert_whole(ran: &Ran, before: Option<&str>, new: &str, fault: &str) {
    let now = ran.plan();
    assert!(now.as_deref() == before || now.as_deref() == Some(new), "{fault}: {now:?}\n{}", ran.said);
}

/// Ends the program at the first, second, third call until there is none left; how often that was.
fn kill_at_every(call: &str, before: Option<&str>, new: &str) -> usize {
    for number in 1..MOST {
        let fault = format!("{call}:signal=KILL:when={number}");
        let ran = Ran::new(before, Some(&fault));
        if ran.code == Some(0) {
            assert_eq!(ran.plan().as_deref(), Some(new), "{fault}");
            return number - 1;
        }
        assert_whole(&ran, before, new, &fault);
        // Whoever starts it again finds a plan that can be gone on with.
        let again = fs::read_dir(ran.home.path().join("journey-advisor")).into_iter().flatten().flatten();
        assert!(again.count() <= 4, "{fault}");
    }
    panic!("{call} never ends");
}

#[test]
fn a_kill_at_any_call_of_a_save_leaves_the_old_plan_or_the_new_one() {
    let cases = cases();
    if cases.is_empty() {
        return;
    }
    for (what, names) in CALLS {
        let kills_of = |(before, new): &(Option<String>, String)| {
            names.iter().map(|call| kill_at_every(call, before.as_deref(), new)).sum()
        };
        let kills: Vec<usize> = cases.iter().map(kills_of).collect();
        println!("{what}: killed at {kills:?}, without a plan and with one");
        // A folder is made for the first plan only.
        let least = if what == "syncs" { 2 } else { 1 };
        assert!(kills.iter().take(1).all(|kills| *kills >= least), "{what}: {kills:?}");
        assert!(what == "makes a folder" || kills.iter().all(|kills| *kills >= least), "{what}: {kills:?}");
    }
}

#[test]
fn a_disk_that_fails_at_any_call_leaves_the_old_plan_or_the_new_one_and_is_said() {
    for (before, new) in cases() {
        for (calls, error) in [
            (&["fsync", "fdatasync"][..], "EIO"),
            (&["rename", "renameat", "renameat2"], "EROFS"),
            (&["rename", "renameat", "renameat2"], "ENOSPC"),
        ] {
            let mut hits = 0;
            for call in calls {
                let fault = format!("{call}:error={error}");
                let ran = Ran::new(before.as_deref(), Some(&fault));
                assert_whole(&ran, before.as_deref(), &new, &fault);
                let is_hit = ran.said.contains("Not saved: ");
                assert_eq!(ran.code, Some(i32::from(is_hit)), "{fault}\n{}", ran.said);
                assert_eq!(is_hit, ran.said.contains("The last changes are not saved: "), "{fault}\n{}", ran.said);
                assert_eq!(is_hit, ran.said.contains("Type save FILE to write your answers elsewhere."), "{fault}");
                hits += usize::from(is_hit);
            }
            assert!(hits > 0, "{error} of {calls:?} was never hit");
        }
        for (call, error, most) in [
            ("write", "ENOSPC", 12),
            ("write", "EIO", 12),
            ("openat", "ENOSPC", 24),
            ("openat", "EMFILE", 24),
            ("close", "EIO", 16),
        ] {
            for number in 1..most {
                let fault = format!("{call}:error={error}:when={number}");
                assert_whole(&Ran::new(before.as_deref(), Some(&fault)), before.as_deref(), &new, &fault);
            }
        }
    }
}

/// Some network disks, and disks that programs mount, answer so when they are asked for a lock.
#[test]
fn where_there_are_no_locks_a_plan_is_saved_without_one() {
    for (before, new) in cases() {
        for answer in ["ENOLCK", "EBADF", "EINVAL", "EOPNOTSUPP", "ENOSYS", "EINTR:when=1"] {
            let ran = Ran::new(before.as_deref(), Some(&format!("flock:error={answer}")));
            assert_eq!((ran.code, ran.plan().as_deref()), (Some(0), Some(new.as_str())), "{answer}\n{}", ran.said);
            assert!(!ran.said.contains("saved: "), "{answer}\n{}", ran.said);
            let times = ran.said.matches("This disk knows no locks").count();
            assert_eq!(times, usize::from(!answer.starts_with("EINTR")), "{answer}\n{}", ran.said);
        }
        let ran = Ran::new(before.as_deref(), Some("flock:error=EIO"));
        assert_eq!((ran.code, ran.plan()), (Some(1), before), "{}", ran.said);
        assert!(ran.said.contains("The last changes are not saved: "), "{}", ran.said);
    }
}
