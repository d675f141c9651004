//! Writes files beside the interview, so that a slow disk never holds up a key.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use crate::app::effect::Reply;
use crate::shell::files;
use crate::shell::session::Store;

use super::drill::Drill;
use super::incoming::{Incoming, beside};

/// How long the end of the program waits for a disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// Something to write.
#[derive(Debug)]
pub(in crate::shell) enum Job {
    /// The plan.
    Save {
        /// The change after which it looks like this.
        revision: u64,
        /// The plan as a file.
        text: String,
    },
    /// Leave the plan as it is and turn to a new one.
    Begin,
    /// An export.
    Export {
        /// Where.
        path: String,
        /// What.
        text: String,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
}

/// Where the plan is at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::shell) enum Kept {
    /// Nothing was to be kept.
    Nothing,
    /// All of it is in this file.
    In(PathBuf),
    /// The last changes are not on the disk, for that reason.
    Not(String),
}

/// The thread that writes, seen from the interview. Dropping it waits until everything is written, after a bug too.
pub(super) struct Keeper {
    jobs: Option<Sender<Job>>,
    ended: Receiver<Kept>,
}

impl Keeper {
    /// Starts it.
    pub(super) fn start(store: Option<Store>, drill: Drill, sender: Sender<Incoming>) -> io::Result<Self> {
        let (jobs, taken) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        beside("files", sender, move |sender| {
            let mut desk = Desk::new(store);
            let mut waiting = VecDeque::new();
            while let Some(job) = next(&taken, &mut waiting) {
                drill.at("files");
                if let Some(reply) = desk.work(job) {
                    // At the end there is nobody to tell any more.
                    let _ = sender.send(Incoming::Reply(reply));
                }
            }
            let _ = end.send(desk.end());
        })?;
        Ok(Self { jobs: Some(jobs), ended })
    }

    /// Has something written. The answer comes as a reply.
    pub(super) fn put(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // A thread that is gone has reported why.
            let _ = jobs.send(job);
        }
    }

    /// Waits until everything is written.
    pub(super) fn finish(mut self) -> Kept {
        self.wait()
    }

    fn wait(&mut self) -> Kept {
        drop(self.jobs.take());
        self.ended.recv_timeout(PATIENCE).unwrap_or_else(|error| {
            Kept::Not(match error {
                RecvTimeoutError::Timeout => "the disk does not answer".to_owned(),
                RecvTimeoutError::Disconnected => "what writes them has failed".to_owned(),
            })
        })
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        if self.jobs.is_some() {
            self.wait();
        }
    }
}

/// The next thing to do. A plan that is overtaken by a newer one need not be written.
fn next(taken: &Receiver<Job>, waiting: &mut VecDeque<Job>) -> Option<Job> {
    if waiting.is_empty() {
        waiting.push_back(taken.recv().ok()?);
    }
    waiting.extend(taken.try_iter());
    while let (Some(Job::Save { .. }), Some(Job::Save { .. })) = (waiting.front(), waiting.get(1)) {
        waiting.pop_front();
    }
    waiting.pop_front()
}

/// Writes what is to be kept, one thing after the other.
pub(in crate::shell) struct Desk {
    store: Option<Store>,
    unsaved: Option<String>,
}

impl Desk {
    /// A desk that keeps the plan in a store, if there is one.
    pub(in crate::shell) fn new(store: Option<Store>) -> Self {
        Self { store, unsaved: None }
    }

    /// Writes one thing, and says what became of it.
    pub(in crate::shell) fn work(&mut self, job: Job) -> Option<Reply> {
        match job {
            Job::Save { revision, text } => Some(match self.save(text) {
                Ok(()) => Reply::Saved { revision },
                Err(reason) => Reply::NotSaved { reason },
            }),
            Job::Begin => {
                if let Some(store) = &mut self.store {
                    store.begin();
                }
                None
            }
            Job::Export { path, text, replace } => Some(export(path, &text, replace)),
        }
    }

    fn save(&mut self, text: String) -> Result<(), String> {
        let Some(store) = &mut self.store else { return Err("nothing is kept here".to_owned()) };
        let saved = store.save(&text);
        self.unsaved = saved.is_err().then_some(text);
        saved
    }

    /// Tries once more what failed, and says what became of the plan.
    pub(in crate::shell) fn end(mut self) -> Kept {
        if let Some(Err(reason)) = self.unsaved.take().map(|text| self.save(text)) {
            return Kept::Not(reason);
        }
        self.store.as_ref().and_then(Store::newest).map_or(Kept::Nothing, Kept::In)
    }
}

fn export(path: String, text: &str, replace: bool) -> Reply {
    let target = Path::new(&path);
    if !replace && target.is_file() {
        return Reply::Exists { path };
    }
    match files::write(target, text, replace) {
        Ok(()) => Reply::Exported { path: files::shown(&whole(target)) },
        Err(failure) => Reply::NotExported { reason: failure.message },
    }
}

/// The path from the root, for whoever looks for the file later.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
