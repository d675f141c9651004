//! Waiting for another window.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::{PLAN, PlanFile, PlanNumber, Store, folder_with, wait_until_free};

#[test]
fn a_plan_is_waited_for_as_long_as_a_window_has_it() {
    let folder = folder_with("plan-0001.toml", PLAN.as_bytes());
    let plan = PlanFile::Numbered(PlanNumber(1));
    let mut store = Store::new(folder.path());
    store.turn_to(plan.clone()).unwrap();
    let is_free = AtomicBool::new(false);
    thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            wait_until_free(folder.path(), &plan).unwrap();
            is_free.load(Ordering::SeqCst)
        });
        // Time enough for one that does not wait.
        thread::sleep(Duration::from_millis(100));
        is_free.store(true, Ordering::SeqCst);
        drop(store);
        assert!(waiting.join().unwrap());
    });
}
