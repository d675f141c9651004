//! Locks that signals interrupt, and disks that know none.

use std::fs::TryLockError;
use std::io::{self, ErrorKind};

use super::{INTERRUPTIONS, PlanFile, PlanNumber, Slot, Store, tried, waited};

/// What comes of locking where signals come in between so many times, and what it came to after how many tries.
fn after_signals(signals: usize, end: fn() -> Result<(), TryLockError>) -> (Result<bool, Option<ErrorKind>>, usize) {
    let mut tries = 0;
    let locked = tried(|| {
        tries += 1;
        if tries > signals { end() } else { Err(TryLockError::Error(ErrorKind::Interrupted.into())) }
    });
    let kind = |error| if let TryLockError::Error(error) = error { Some(error.kind()) } else { None };
    (locked.map_err(kind), tries)
}

#[test]
fn a_signal_keeps_no_window_from_its_plan() {
    let failed = || Err(TryLockError::Error(ErrorKind::TimedOut.into()));
    let without = || Err(TryLockError::Error(ErrorKind::Unsupported.into()));
    for signals in [0, 1, INTERRUPTIONS] {
        assert_eq!(after_signals(signals, || Ok(())), (Ok(true), signals + 1));
        assert_eq!(after_signals(signals, || Err(TryLockError::WouldBlock)), (Err(None), signals + 1));
        assert_eq!(after_signals(signals, failed), (Err(Some(ErrorKind::TimedOut)), signals + 1));
        assert_eq!(after_signals(signals, without), (Ok(false), signals + 1), "the disk knows no locks");
    }
    let endless = after_signals(usize::MAX, || Ok(()));
    assert_eq!(endless, (Err(Some(ErrorKind::Interrupted)), INTERRUPTIONS + 1));
}

#[test]
fn whoever_waits_for_a_plan_waits_on_after_a_signal() {
    let mut left = vec![Ok(()), Err(ErrorKind::Interrupted), Err(ErrorKind::Interrupted)];
    waited(|| left.pop().unwrap().map_err(io::Error::from)).unwrap();
    assert!(left.is_empty());
    let mut left = vec![Err(ErrorKind::TimedOut)];
    assert_eq!(waited(|| left.pop().unwrap().map_err(io::Error::from)).unwrap_err().kind(), ErrorKind::TimedOut);
}

#[test]
fn a_plan_without_a_lock_is_saved_and_known_to_have_none() {
    let folder = tempfile::tempdir().unwrap();
    let plan = PlanFile::Numbered(PlanNumber(1));
    let mut store = Store::new(folder.path());
    store.slot = Slot::Ours { plan, lock: None };
    assert!(store.is_unguarded());
    store.save("title = \"Spring\"").unwrap();
    assert!(store.is_unguarded() && folder.path().join("plan-0001.toml").exists());
    assert!(!Store::new(folder.path()).is_unguarded());
    store.turn_to(PlanFile::Numbered(PlanNumber(1))).unwrap();
    assert!(!store.is_unguarded());
}
