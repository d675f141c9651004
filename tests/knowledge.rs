//! Knowledge bases: the embedded one is true to its rules, and broken ones are explained.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads its fixtures")]

#[path = "knowledge/faults.rs"]
mod faults;

#[path = "knowledge/embedded.rs"]
mod embedded;
#[path = "knowledge/periods.rs"]
mod periods;
#[path = "knowledge/workarounds.rs"]
mod workarounds;
