//! `paths`: where a user's files live.

use std::path::PathBuf;

use crate::shell::exit::{Exit, Failure};
use crate::shell::paths::Paths;
use crate::shell::{files, output};

/// Prints those that exist, and says where the others would be.
pub(super) fn run() -> Result<Exit, Failure> {
    let paths = Paths::find()?;
    let (there, missing): (Vec<_>, Vec<_>) = paths.named().into_iter().partition(|(_, path)| files::is_taken(path));
    let line = |(name, path): &(&str, &PathBuf)| format!("{name:<9} {}\n", files::shown(path));
    let lines = |named: &[(&str, &PathBuf)]| named.iter().map(line).collect::<Vec<String>>().concat();
    output::data(&lines(&there))?;
    if !missing.is_empty() {
        output::message(&format!("not there yet:\n{}", lines(&missing)));
    }
    Ok(Exit::Done)
}
