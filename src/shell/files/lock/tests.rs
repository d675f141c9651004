//! What systems say of locks, by the numbers of the system that runs the test.
#![cfg(unix)]

use std::fs;
use std::io::{self, ErrorKind};

use rustix::io::Errno;

use super::{Locking, is_at, lock_file};

#[test]
fn a_disk_without_locks_is_told_from_one_that_fails() {
    let after = |errno: Errno| Locking::after(&io::Error::from(errno));
    for errno in [Errno::NOLCK, Errno::BADF, Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS] {
        assert_eq!(after(errno), Locking::Unknown, "{errno:?}");
    }
    assert_eq!(Locking::after(&ErrorKind::Unsupported.into()), Locking::Unknown);
    assert_eq!(after(Errno::INTR), Locking::Interrupted);
    for errno in [Errno::IO, Errno::STALE, Errno::NOSPC, Errno::ROFS, Errno::ACCESS] {
        assert_eq!(after(errno), Locking::Failed, "{errno:?}");
    }
}

#[test]
fn a_lock_that_was_removed_is_not_at_its_place_even_if_another_one_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(".plan.lock");
    let lock = lock_file(&path).unwrap();
    assert!(is_at(&lock, &path) && is_at(&lock_file(&path).unwrap(), &path));
    fs::remove_file(&path).unwrap();
    assert!(!is_at(&lock, &path));
    let other = lock_file(&path).unwrap();
    assert!(!is_at(&lock, &path) && is_at(&other, &path));
}
