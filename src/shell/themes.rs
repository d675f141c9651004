//! The user's own themes, from their folder. What is wrong with one is said and costs nothing but that theme.

use std::path::Path;

use crate::diagnostic::File;
use crate::theme::Catalogue;

use super::exit::{Exit, Failure};
use super::files::{self, Origin};
use super::paths::Paths;

/// The largest theme or colour scheme that is read, in bytes.
pub(crate) const LARGEST: usize = 100_000;

const MOST: usize = 500;

/// All themes, the user's own before those of the program, and why some could not be read.
pub(crate) fn catalogue() -> (Catalogue, Vec<Failure>) {
    let (own, failures) = Paths::find().map_or_else(|_| (Vec::new(), Vec::new()), |paths| read(&paths.themes));
    (Catalogue::new(own), failures)
}

fn read(folder: &Path) -> (Vec<File>, Vec<Failure>) {
    let mut paths = match files::list(folder, "toml") {
        Ok(paths) => paths,
        Err(failure) => return (Vec::new(), vec![failure]),
    };
    let mut failures = Vec::new();
    if paths.len() > MOST {
        let message = format!("`{}` has more than {MOST} themes; the others are left out", files::shown(folder));
        failures.push(Failure::new(Exit::Invalid, message));
        paths.truncate(MOST);
    }
    let mut themes = Vec::new();
    for path in paths {
        match files::read_text(&path, LARGEST, Origin::Found) {
            Ok(text) => themes.push(File { text, path: files::shown(&path) }),
            Err(failure) => failures.push(failure),
        }
    }
    (themes, failures)
}
