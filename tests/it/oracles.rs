//! What must hold whatever bytes come in: an oracle for each place where the program takes in what it did not write.
//!
//! An oracle is a function of bytes that fails loudly. Fuzzing calls it with bytes that it makes up (`fuzz/`); the tests call it
//! with all that fuzzing has kept of them (`fuzz/corpus/`).

mod answers;
mod bytes;
#[cfg(test)]
mod corpus;
mod diagnostics;
pub(crate) mod documents;
mod knowledge;
mod search;
mod settings;
mod sound;
#[cfg(unix)]
mod terminal;
mod theme;
mod verify;

/// What must hold of some bytes.
pub(crate) type Oracle = fn(&[u8]);

/// All oracles by the names of their targets.
pub(crate) const ORACLES: &[(&str, Oracle)] = &[
    ("answers", answers::answers),
    ("diagnostics", diagnostics::diagnostics),
    ("documents", documents::documents),
    ("knowledge", knowledge::knowledge),
    ("search", search::search),
    ("settings", settings::settings),
    #[cfg(unix)]
    ("terminal", terminal::terminal),
    ("theme", theme::theme),
    ("verify", verify::verify),
];
