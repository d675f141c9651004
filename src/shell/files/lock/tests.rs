//! What systems say of locks, by the numbers of the system that runs the test.
#![cfg(unix)]

use std::io;

use rustix::io::Errno;

use super::Locking;

#[test]
fn a_disk_without_locks_is_told_from_one_that_fails() {
    let after = |errno: Errno| Locking::after(&io::Error::from(errno));
    for errno in [Errno::NOLCK, Errno::BADF, Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS] {
        assert_eq!(after(errno), Locking::Unknown, "{errno:?}");
    }
    assert_eq!(after(Errno::INTR), Locking::Interrupted);
    for errno in [Errno::IO, Errno::STALE, Errno::NOSPC, Errno::ROFS, Errno::ACCESS] {
        assert_eq!(after(errno), Locking::Failed, "{errno:?}");
    }
}
