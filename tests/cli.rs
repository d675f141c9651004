//! The commands as a script uses them: exit codes, clean streams, whole messages.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test may fail loudly and makes the files it needs"
)]

#[path = "cli/advise.rs"]
mod advise;
#[path = "support/generate.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod generate;
#[path = "cli/keys.rs"]
mod keys;
#[path = "cli/lines.rs"]
mod lines;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/targets.rs"]
mod targets;
#[path = "cli/texts.rs"]
mod texts;
#[path = "cli/tools.rs"]
mod tools;
#[path = "cli/verify.rs"]
mod verify;
#[path = "cli/zone.rs"]
mod zone;
