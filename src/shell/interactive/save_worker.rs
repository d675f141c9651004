//! The save worker: writes files in a thread of its own, so that a slow disk never holds up a key.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use crate::answers;
use crate::app::effect::{Effect, Reply};
use crate::app::plans::{FIRST_LISTED, Kept, Which};
use crate::app::preference::PreferenceName;
use crate::app::{Opened, Session};
use crate::knowledge::KnowledgeBase;
use crate::report::words::capitalized;
use crate::shell::client_text;
use crate::shell::exit::Failure;
use crate::shell::files::{self, Origin};
use crate::shell::session::{self, Error, PlanFile, Store};
use crate::shell::{logo, opener, paths, preferences};

use super::awaited::AwaitedPlans;
use super::fail_point::FailPoint;
use super::incoming::{Incoming, spawn_worker};

/// How long the end of the program waits for a disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// What became of the plan at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LastSave {
    Nothing,
    /// All of it is in a file; what other programs wrote is in `foreign` ones.
    Saved {
        path: PathBuf,
        foreign: Vec<String>,
    },
    /// The last changes are not on the disk, for that reason.
    Failed {
        reason: String,
        /// The plan as it was saved before, if it was.
        before: Option<PathBuf>,
    },
}

/// The thread of the save worker, seen from the interview. Dropping it waits until everything is written, after a bug too.
pub(super) struct Saves {
    effects: Option<Sender<Effect>>,
    ended: Receiver<LastSave>,
}

impl Saves {
    /// Starts the thread; so many plans besides the open one are listed so far.
    pub(super) fn start(
        mut worker: SaveWorker,
        listed: usize,
        fail_point: FailPoint,
        sender: Sender<Incoming>,
    ) -> io::Result<Self> {
        let (effects, asked) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        spawn_worker("files", sender, move |sender| {
            let (mut waiting, awaited) = (VecDeque::new(), AwaitedPlans::default());
            awaited.wait_for(worker.elsewhere(), sender);
            if let Some(others) = worker.all_others(listed) {
                let _ = sender.send(Incoming::Reply(Reply::Others(others)));
            }
            while let Some(effect) = next(&asked, &mut waiting) {
                fail_point.at("save worker");
                for reply in worker.work(effect) {
                    // At the end there is nobody to tell any more.
                    let _ = sender.send(Incoming::Reply(reply));
                }
                awaited.wait_for(worker.elsewhere(), sender);
            }
            let _ = end.send(worker.end());
        })?;
        Ok(Self { effects: Some(effects), ended })
    }

    /// Has an effect performed. The answer comes as a reply.
    pub(super) fn put(&self, effect: Effect) {
        let effects = self.effects.as_ref().expect("nothing is put after the end");
        // A thread that is gone has reported why.
        let _ = effects.send(effect);
    }

    pub(super) fn finish(mut self) -> LastSave {
        self.wait()
    }

    fn wait(&mut self) -> LastSave {
        drop(self.effects.take());
        self.ended.recv_timeout(PATIENCE).unwrap_or_else(|error| {
            let reason = match error {
                RecvTimeoutError::Timeout => "the disk does not answer".to_owned(),
                RecvTimeoutError::Disconnected => "what writes them has failed".to_owned(),
            };
            LastSave::Failed { reason, before: None }
        })
    }
}

impl Drop for Saves {
    fn drop(&mut self) {
        if self.effects.is_some() {
            self.wait();
        }
    }
}

/// The next thing to do. A plan that is overtaken by a newer one need not be written.
fn next(asked: &Receiver<Effect>, waiting: &mut VecDeque<Effect>) -> Option<Effect> {
    if waiting.is_empty() {
        waiting.push_back(asked.recv().ok()?);
    }
    waiting.extend(asked.try_iter());
    while waiting.front().is_some_and(|effect| is_overtaken(effect, waiting.iter().skip(1))) {
        waiting.pop_front();
    }
    waiting.pop_front()
}

/// Whether an effect need not be performed, because the same comes anew before anything but saves, bookmarks and steps.
fn is_overtaken<'e>(effect: &Effect, later: impl Iterator<Item = &'e Effect>) -> bool {
    let is_kept = |later: &&Effect| matches!(later, Effect::Save { .. } | Effect::Bookmark(_) | Effect::KeepSteps(_));
    let mut soon = later.take_while(is_kept);
    match effect {
        Effect::KeepSteps(_) => soon.any(|later| matches!(later, Effect::KeepSteps(_))),
        Effect::Save { .. } => soon.any(|later| matches!(later, Effect::Save { .. })),
        Effect::Bookmark(_) => soon.any(|later| matches!(later, Effect::Bookmark(_))),
        _ => false,
    }
}

/// Performs one effect after the other that is about files, with the one store that is open.
pub(crate) struct SaveWorker {
    store: Option<Store>,
    base: Arc<KnowledgeBase>,
    /// What could not be saved, with its revision.
    unsaved: Option<(u64, String)>,
    /// The names under which that is kept which other programs wrote to plans.
    foreign: Vec<String>,
    has_told_of_locks: bool,
}

impl SaveWorker {
    pub(crate) fn new(store: Option<Store>, base: Arc<KnowledgeBase>) -> Self {
        Self { store, base, unsaved: None, foreign: Vec::new(), has_told_of_locks: false }
    }

    /// Performs an effect, and says what was found and what became of it; nothing if it is not about files.
    pub(crate) fn work(&mut self, effect: Effect) -> Vec<Reply> {
        let known = self.foreign.len();
        let reply = self.done(effect);
        let answers = |name: &str| session::kept(self.store.as_ref()?, name, &self.base).map(Box::new);
        let found = self.foreign.iter().skip(known);
        let found = found.map(|name| Reply::FoundForeign { name: name.clone(), answers: answers(name) });
        let found: Vec<Reply> = found.chain(reply).collect();
        found.into_iter().chain(self.without_locks()).collect()
    }

    /// Says once that there are no locks.
    fn without_locks(&mut self) -> Option<Reply> {
        let is_news = !self.has_told_of_locks && self.store.as_ref().is_some_and(Store::is_unguarded);
        self.has_told_of_locks |= is_news;
        is_news.then_some(Reply::NoLocks)
    }

    fn done(&mut self, effect: Effect) -> Option<Reply> {
        let listed = |(), others| Reply::Others(others);
        Some(match effect {
            Effect::Save { revision, answers } => match self.save(revision, answers::write(&answers, &self.base)) {
                Ok(()) => Reply::Saved { revision },
                Err(error) => Reply::NotSaved { reason: error.to_string() },
            },
            Effect::KeepSteps(steps) => {
                self.store.as_ref()?.steps(&steps.write(&self.base));
                return None;
            }
            Effect::Bookmark(place) => {
                self.store.as_ref()?.bookmark(&place.write(&self.base));
                return None;
            }
            Effect::Open(which) => self.open(which),
            Effect::TakeOver => return self.take_over(),
            Effect::Rename(number, title) => {
                self.others(|store, base| session::rename(store.folder(), number, &title, base), listed)
            }
            Effect::BringBack(number) => self.others(|store, _| store.bring_back(number), listed),
            Effect::PutAside(number) => self.others(
                |store, _| session::put_aside(store.folder(), number),
                |name, others| Reply::PutAside { number, name, others },
            ),
            Effect::Prefer(name, value) => prefer(name, value.as_deref()),
            Effect::ReadText(path) => read_text(&path),
            Effect::ReadLogo(path) => self.read_logo(&path),
            Effect::Export { path, bytes, replace } => export(path, &bytes, replace),
            Effect::Launch { opener, target } => match opener::open(opener, &target) {
                Ok(()) => Reply::Launched { opener },
                Err(reason) => Reply::NotLaunched { reason },
            },
            Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend | Effect::Redraw | Effect::Quit => return None,
        })
    }

    /// Turns to another plan, the last changes of this one first.
    fn open(&mut self, which: Which) -> Reply {
        if let Some((revision, text)) = self.unsaved.take() {
            // The person was asked whether they may be lost.
            let _ = self.save(revision, text);
            self.unsaved = None;
        }
        let opened = match (&mut self.store, which) {
            (Some(store), which) => session::turn_to(store, which, &self.base),
            (None, Which::Copy(answers)) => Ok(Opened { answers: *answers, ..Opened::blank(Session::NotKept) }),
            (None, Which::File(path)) => {
                // Plans have no folder here, but a file has its own.
                let mut store = Store::new(Path::new(""));
                let opened = session::open_file(&mut store, Path::new(&path), &self.base, usize::MAX);
                self.store = opened.is_ok().then_some(store);
                opened
            }
            (None, Which::Sample(answers)) => Ok(Opened { answers: *answers, ..Opened::blank(Session::Sample) }),
            (None, Which::Each(..)) => {
                Err(Error::Other("plans are not kept here, so there can be only one".to_owned()))
            }
            (None, _) => Ok(Opened::blank(Session::NotKept)),
        };
        opened.map_or_else(|error| refused(&error), |opened| Reply::Opened(Box::new(opened)))
    }

    fn take_over(&mut self) -> Option<Reply> {
        if let Some((revision, text)) = self.unsaved.take() {
            // What was changed here is not given up for what the other window has left.
            return self.save(revision, text).ok().map(|()| Reply::Saved { revision });
        }
        session::take_over(self.store.as_mut()?, &self.base).map(|opened| Reply::TakenOver(Box::new(opened)))
    }

    /// Returns all plans besides the open one if only the first were listed.
    pub(crate) fn all_others(&self, listed: usize) -> Option<Vec<Kept>> {
        let store = self.store.as_ref().filter(|_| listed == FIRST_LISTED)?;
        Some(session::others(store, &self.base))
    }

    /// Returns the plan that is open if another window has it, with its folder.
    fn elsewhere(&self) -> Option<(&Path, &PlanFile)> {
        let store = self.store.as_ref()?;
        store.elsewhere().map(|plan| (store.folder(), plan))
    }

    /// Does something with the plans that are not open, and replies with those that there are then.
    fn others<T>(
        &self,
        act: impl FnOnce(&Store, &KnowledgeBase) -> Result<T, Error>,
        reply: impl FnOnce(T, Vec<Kept>) -> Reply,
    ) -> Reply {
        let Some(store) = &self.store else { return Reply::Others(Vec::new()) };
        act(store, &self.base)
            .map_or_else(|error| refused(&error), |done| reply(done, session::others(store, &self.base)))
    }

    /// A path that is not whole begins at the folder of a file of the user's own, else where the program was started.
    fn read_logo(&self, path: &str) -> Reply {
        let own = self.store.as_ref().filter(|store| store.number().is_none()).and_then(Store::file);
        let folder = own.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        match logo::read(path, folder) {
            Ok(logo) => Reply::LogoRead(logo),
            Err(failure) => Reply::LogoNotRead { reason: sentences(failure) },
        }
    }

    fn save(&mut self, revision: u64, text: String) -> Result<(), Error> {
        let Some(store) = &mut self.store else { return Err(Error::Other("nothing is kept here".to_owned())) };
        let saved = store.save(&text);
        self.foreign.extend(store.take_found());
        self.unsaved = saved.is_err().then_some((revision, text));
        saved
    }

    /// Tries once more what failed, and says what became of the plan.
    pub(crate) fn end(mut self) -> LastSave {
        let failed = self.unsaved.take().and_then(|(revision, text)| self.save(revision, text).err());
        let path = self.store.as_ref().and_then(Store::file);
        if let Some(error) = failed {
            return LastSave::Failed { reason: error.to_string(), before: path };
        }
        path.map_or(LastSave::Nothing, |path| LastSave::Saved { path, foreign: self.foreign })
    }
}

fn refused(error: &Error) -> Reply {
    Reply::Refused { reason: error.to_string() }
}

fn prefer(name: PreferenceName, value: Option<&str>) -> Reply {
    match preferences::keep(name, value) {
        Ok(path) => Reply::Preferred { path: files::shown(&path) },
        Err(failure) => Reply::NotPreferred { reason: failure.message.replace('`', "\"") },
    }
}

fn read_text(path: &str) -> Reply {
    match client_text::read(Path::new(path), Origin::Found) {
        Ok(text) => Reply::TextRead(text),
        Err(failure) => Reply::TextNotRead { reason: sentences(failure) },
    }
}

/// What went wrong and what to do about it.
fn sentences(Failure { message, help, .. }: Failure) -> String {
    let said = std::iter::once(message).chain(help).map(|said| format!("{}.", capitalized(&said)));
    said.collect::<Vec<_>>().join(" ")
}

fn export(path: String, bytes: &[u8], replace: bool) -> Reply {
    let target = paths::expanded(&path);
    if !replace && target.is_file() {
        return Reply::Exists { path };
    }
    match files::write(&target, bytes, replace) {
        Ok(()) => {
            // From the root, for whoever looks for the file later.
            let whole = std::path::absolute(&target).unwrap_or(target);
            let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            Reply::Exported { path: files::shown(&whole), size }
        }
        Err(failure) => Reply::NotExported { reason: failure.message },
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod monkey;
