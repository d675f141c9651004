//! Plans that other windows have. A thread of its own waits for each, for that may take days.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::app::plans::PlanNumber;
use crate::shell::session;

use super::incoming::{Incoming, spawn_worker};

/// The plans that are waited for.
#[derive(Debug, Clone, Default)]
pub(super) struct AwaitedPlans(Arc<Mutex<BTreeSet<PlanNumber>>>);

impl AwaitedPlans {
    /// Waits until no window has a plan, if that is not done yet. The interview hears of it.
    pub(super) fn wait_for(&self, plan: Option<(&Path, PlanNumber)>, sender: &Sender<Incoming>) {
        let Some((folder, number)) = plan.filter(|(_, number)| self.numbers().insert(*number)) else { return };
        let (folder, awaited) = (folder.to_owned(), self.clone());
        // Where there is no room for a thread, the plan is free when it is opened again.
        let _ = spawn_worker("lock", sender.clone(), move |sender| {
            let is_free = session::wait_until_free(&folder, number).is_ok();
            awaited.numbers().remove(&number);
            if is_free {
                // If nobody hears of it, the interview has ended.
                let _ = sender.send(Incoming::Freed);
            }
        });
    }

    fn numbers(&self) -> MutexGuard<'_, BTreeSet<PlanNumber>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
