//! A process from outside: its state, its processor time, its end.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take before a test gives up: other tests may need all processors meanwhile.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// Waits until something holds.
pub(crate) fn wait(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "waited in vain for {what}");
        sleep(Duration::from_millis(5));
    }
}

/// A process by its number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Process(pub(crate) u32);

impl Process {
    /// What the system says of it after its name; nothing once it has ended.
    fn stat(self) -> Option<Vec<String>> {
        let text = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        let (_, after) = text.rsplit_once(')')?;
        Some(after.split_whitespace().map(str::to_owned).collect())
    }

    /// `S` while it waits, `T` while it is stopped; nothing once it has ended.
    pub(crate) fn state(self) -> Option<char> {
        self.stat()?.first()?.chars().next().filter(|state| *state != 'Z')
    }

    /// Whether all of its threads wait, and those of the processes that it started.
    pub(crate) fn is_waiting(self) -> bool {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.0)).into_iter().flatten().flatten();
        let mut tasks = tasks.map(|task| task.path());
        tasks.all(|task| {
            let stat = fs::read_to_string(task.join("stat")).unwrap_or_default();
            let children = fs::read_to_string(task.join("children")).unwrap_or_default();
            let is_running = stat.rsplit_once(") ").is_some_and(|(_, state)| state.starts_with(['R', 'D']));
            !is_running && children.split_whitespace().all(|id| Self(id.parse().unwrap()).is_waiting())
        })
    }

    /// The processor time it has used, in hundredths of a second.
    pub(crate) fn used(self) -> u64 {
        self.stat().unwrap().iter().skip(11).take(2).map(|time| time.parse::<u64>().unwrap()).sum()
    }

    /// The process that it started.
    pub(crate) fn child(self) -> Self {
        let path = format!("/proc/{0}/task/{0}/children", self.0);
        let mut found = None;
        wait("a child process", || {
            found = fs::read_to_string(&path).unwrap().split_whitespace().next().map(|id| id.parse().unwrap());
            found.is_some()
        });
        Self(found.unwrap())
    }

    /// Sends it a signal.
    pub(crate) fn signal(self, signal: Signal) {
        kill_process(Pid::from_raw(self.0.try_into().unwrap()).unwrap(), signal).unwrap();
    }
}
