//! Many plans, worked on by several threads: which files are meant, and what came of them in their order. Only a few shares of them
//! are in memory.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::shell::exit::{Exit, Failure};
use crate::shell::files;
use crate::shell::files::Origin;

/// How many plans a thread works on before it hands over what came of them. It is never more than two shares ahead.
pub(super) const SHARE: usize = 64;

/// A plan that is meant.
pub(super) struct Meant {
    pub(super) path: PathBuf,
    pub(super) origin: Origin,
}

/// The files themselves, and for folders the plans in them and in folders below, by name. What cannot be listed is a failure
/// among them.
pub(super) fn plans(given: &[PathBuf]) -> Vec<Result<Meant, Failure>> {
    given.iter().flat_map(|given| within(given)).collect()
}

fn within(given: &Path) -> Vec<Result<Meant, Failure>> {
    if !given.is_dir() {
        return vec![Ok(Meant { path: given.to_owned(), origin: Origin::Named })];
    }
    let found = files::walk(given, "toml");
    if found.is_empty() {
        let message = format!("there is no plan in `{}`", files::shown(given));
        let help = "plans are files whose names end in `.toml`, in the folder or in a folder in it";
        return vec![Err(Failure::new(Exit::Invalid, message).help(help))];
    }
    found.into_iter().map(|path| Ok(Meant { path: path?, origin: Origin::Found })).collect()
}

/// Works on plans share by share. Each thread begins with a worker of its own; `take` gets what came of the shares in the order
/// of the plans, until it has enough.
pub(super) fn work<P: Sync, W, S: Send>(
    plans: &[P],
    worker: impl Fn() -> W + Sync,
    share: impl Fn(&mut W, &[P]) -> S + Sync,
    mut take: impl FnMut(S) -> ControlFlow<()>,
) {
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        let run = |first: usize, done: &SyncSender<S>| {
            let mut worker = worker();
            let mut shares = plans.chunks(SHARE).skip(first).step_by(threads);
            // Where nobody listens any more, there is enough.
            let _ = shares.try_for_each(|plans| done.send(share(&mut worker, plans)));
        };
        let begin = |first| {
            let (done, shares) = sync_channel(1);
            scope.spawn(move || run(first, &done));
            shares
        };
        let threads: Vec<Receiver<S>> = (0..threads).map(begin).collect();
        let turns = threads.iter().cycle().take(plans.chunks(SHARE).len());
        let _ = turns.map_while(|thread| thread.recv().ok()).try_for_each(&mut take);
    });
}
