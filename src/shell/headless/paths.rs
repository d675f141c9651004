//! `paths`: the folders where a user's files live.

use crate::shell::exit::{Exit, Failure};
use crate::shell::paths::Paths;
use crate::shell::{files, output};

pub(super) fn run() -> Result<Exit, Failure> {
    let named = Paths::find()?.named().map(|(name, path)| format!("{name:<9} {}\n", files::shown(path)));
    output::data(&named.concat())?;
    Ok(Exit::Done)
}
