//! Plans that other windows have. A thread of its own waits for each, for that may take days.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::shell::session::{self, PlanFile};

use super::incoming::{Incoming, spawn_worker};

/// The plans that are waited for.
#[derive(Debug, Clone, Default)]
pub(super) struct AwaitedPlans(Arc<Mutex<BTreeSet<PathBuf>>>);

impl AwaitedPlans {
    /// Waits until no window has a plan, if that is not done yet. The interview hears of it.
    pub(super) fn wait_for(&self, plan: Option<(&Path, &PlanFile)>, sender: &Sender<Incoming>) {
        let Some((folder, plan)) = plan else { return };
        let path = plan.path(folder);
        if !self.files().insert(path.clone()) {
            return;
        }
        let (folder, plan, awaited) = (folder.to_owned(), plan.clone(), self.clone());
        // Where there is no room for a thread, the plan is free when it is opened again.
        let _ = spawn_worker("lock", sender.clone(), move |sender| {
            let is_free = session::wait_until_free(&folder, &plan).is_ok();
            awaited.files().remove(&path);
            if is_free {
                // If nobody hears of it, the interview has ended.
                let _ = sender.send(Incoming::Freed);
            }
        });
    }

    fn files(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
