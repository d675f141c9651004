//! Writes files beside the interview, so that a slow disk never holds up a key.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use crate::answers;
use crate::app::effect::{Effect, Reply};
use crate::app::plans::{PlanNumber, Which};
use crate::app::{Opened, Session};
use crate::knowledge::KnowledgeBase;
use crate::shell::files;
use crate::shell::session::{self, Store};

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
    /// Remember where the person is in the plan.
    Place(String),
    /// Leave the plan as it is and turn to another one.
    Open(Which),
    /// Name a plan that is not open.
    Rename(PlanNumber, String),
    /// Take a plan out of the list.
    PutAside(PlanNumber),
    /// Bring it back.
    BringBack(PlanNumber),
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

impl Job {
    /// The work behind an effect; nothing if it is none for a disk.
    pub(in crate::shell) fn of(effect: &Effect, base: &KnowledgeBase) -> Option<Self> {
        Some(match effect {
            Effect::Save { revision, answers } => {
                Self::Save { revision: *revision, text: answers::write(answers, base) }
            }
            Effect::Bookmark(place) => Self::Place(place.write(base)),
            Effect::Open(which) => Self::Open(which.clone()),
            Effect::Rename(number, title) => Self::Rename(*number, title.clone()),
            Effect::PutAside(number) => Self::PutAside(*number),
            Effect::BringBack(number) => Self::BringBack(*number),
            Effect::Export { path, text, replace } => {
                Self::Export { path: path.clone(), text: text.clone(), replace: *replace }
            }
            Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend | Effect::Redraw | Effect::Quit => return None,
        })
    }
}

/// Where the plan is at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::shell) enum Kept {
    /// Nothing was to be kept.
    Nothing,
    /// All of it is in a file.
    In {
        /// Which.
        path: PathBuf,
        /// What other programs wrote is kept under these names.
        foreign: Vec<String>,
    },
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
    pub(super) fn start(mut desk: Desk, drill: Drill, sender: Sender<Incoming>) -> io::Result<Self> {
        let (jobs, taken) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        beside("files", sender, move |sender| {
            let mut waiting = VecDeque::new();
            while let Some(job) = next(&taken, &mut waiting) {
                drill.at("files");
                for reply in desk.work(job) {
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
    while waiting.front().is_some_and(|job| is_overtaken(job, waiting.iter().skip(1))) {
        waiting.pop_front();
    }
    waiting.pop_front()
}

/// Whether a job need not be done, because the same is done anew before anything but saving and remembering.
fn is_overtaken<'j>(job: &Job, later: impl Iterator<Item = &'j Job>) -> bool {
    let mut soon = later.take_while(|later| matches!(later, Job::Save { .. } | Job::Place(_)));
    match job {
        Job::Save { .. } => soon.any(|later| matches!(later, Job::Save { .. })),
        Job::Place(_) => soon.any(|later| matches!(later, Job::Place(_))),
        _ => false,
    }
}

/// Writes what is to be kept, one thing after the other.
pub(in crate::shell) struct Desk {
    store: Option<Store>,
    base: Arc<KnowledgeBase>,
    unsaved: Option<String>,
    /// The names under which that is kept which other programs wrote to plans.
    foreign: Vec<String>,
}

impl Desk {
    /// A desk that keeps the plan in a store, if there is one.
    pub(in crate::shell) fn new(store: Option<Store>, base: Arc<KnowledgeBase>) -> Self {
        Self { store, base, unsaved: None, foreign: Vec::new() }
    }

    /// Writes one thing, and says what was found and what became of it.
    pub(in crate::shell) fn work(&mut self, job: Job) -> Vec<Reply> {
        let known = self.foreign.len();
        let reply = self.done(job);
        let found = self.foreign.iter().skip(known).map(|name| Reply::FoundForeign { name: name.clone() });
        found.chain(reply).collect()
    }

    fn done(&mut self, job: Job) -> Option<Reply> {
        match job {
            Job::Save { revision, text } => Some(match self.save(text) {
                Ok(()) => Reply::Saved { revision },
                Err(reason) => Reply::NotSaved { reason },
            }),
            Job::Place(place) => {
                if let Some(store) = &self.store {
                    store.note(&place);
                }
                None
            }
            Job::Open(which) => Some(self.open(which)),
            Job::Rename(number, title) => Some(self.others(|store, base| session::rename(store, number, &title, base))),
            Job::BringBack(number) => Some(self.others(|store, _| store.bring_back(number))),
            Job::PutAside(number) => Some(self.put_aside(number)),
            Job::Export { path, text, replace } => Some(export(path, &text, replace)),
        }
    }

    /// Turns to another plan, the last changes of this one first.
    fn open(&mut self, which: Which) -> Reply {
        if let Some(text) = self.unsaved.take() {
            // The person was asked whether they may be lost.
            let _ = self.save(text);
            self.unsaved = None;
        }
        let opened = match (&mut self.store, which) {
            (Some(store), which) => session::turn_to(store, which, &self.base),
            (None, Which::Copy(answers)) => Ok(Opened { answers: *answers, ..Opened::blank(Session::NotKept) }),
            (None, _) => Ok(Opened::blank(Session::NotKept)),
        };
        opened.map_or_else(|reason| Reply::Refused { reason }, |opened| Reply::Opened(Box::new(opened)))
    }

    /// Does something with the plans that are not open, and says which there are then.
    fn others(&self, act: impl FnOnce(&Store, &KnowledgeBase) -> Result<(), String>) -> Reply {
        let Some(store) = &self.store else { return Reply::Others(Vec::new()) };
        match act(store, &self.base) {
            Ok(()) => Reply::Others(session::others(store, &self.base)),
            Err(reason) => Reply::Refused { reason },
        }
    }

    fn put_aside(&self, number: PlanNumber) -> Reply {
        let Some(store) = &self.store else { return Reply::Others(Vec::new()) };
        match session::put_aside(store, number) {
            Ok(name) => Reply::PutAside { number, name, others: session::others(store, &self.base) },
            Err(reason) => Reply::Refused { reason },
        }
    }

    fn save(&mut self, text: String) -> Result<(), String> {
        let Some(store) = &mut self.store else { return Err("nothing is kept here".to_owned()) };
        let saved = store.save(&text);
        self.foreign.extend(store.take_found());
        self.unsaved = saved.is_err().then_some(text);
        saved
    }

    /// Tries once more what failed, and says what became of the plan.
    pub(in crate::shell) fn end(mut self) -> Kept {
        if let Some(Err(reason)) = self.unsaved.take().map(|text| self.save(text)) {
            return Kept::Not(reason);
        }
        let path = self.store.as_ref().and_then(Store::file);
        path.map_or(Kept::Nothing, |path| Kept::In { path, foreign: self.foreign })
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
