//! With which plan the interview begins.

use std::path::{Path, PathBuf};

use crate::app::plans::FIRST_LISTED;
use crate::app::{App, Opened};
use crate::knowledge::KnowledgeBase;

use super::exit::{Exit, Failure};
use super::session::{self, Store};
use super::{World, headless, knowledge};

/// With which plan the interview begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Begin {
    /// The one that was last worked on.
    Last,
    /// The sample of the knowledge, with its tour.
    Sample,
    /// A file of the user's own.
    File(PathBuf),
}

/// Opens the plan to begin with, for the day that the command line says.
pub(super) fn opened(base: &KnowledgeBase, world: &World, begin: Begin) -> Result<(Opened, Option<Store>), Failure> {
    let is_builtin = world.global.knowledge.is_none();
    let (mut opened, store) = match begin {
        Begin::Last => session::open(base, is_builtin),
        Begin::Sample => sample(base, world, is_builtin)?,
        Begin::File(path) => file(&path, base, world, is_builtin)?,
    };
    if let Some(day) = &world.global.as_of {
        knowledge::day(base, world, day)?;
        opened.answers.as_of = Some(day.clone());
    }
    Ok((opened, store))
}

fn sample(base: &KnowledgeBase, world: &World, is_builtin: bool) -> Result<(Opened, Option<Store>), Failure> {
    let Some(sample) = knowledge::sample(world)? else {
        let message = "this knowledge has no sample to show";
        let help =
            "a sample is `sample.toml` and `sample.md` beside `advisor.toml`; `journey-advisor` alone begins a plan";
        return Err(Failure::new(Exit::Failure, message).help(help));
    };
    match sample.read(base).0 {
        Some(answers) => Ok(session::open_sample(answers, base, is_builtin)),
        None => Err(Failure::new(Exit::Invalid, "the sample of this knowledge has errors")
            .help("`journey-advisor check` with the folder of the knowledge says which")),
    }
}

/// Opens a file of the user's own. One with errors is refused with their places, as `advise` does.
fn file(
    path: &Path,
    base: &KnowledgeBase,
    world: &World,
    is_builtin: bool,
) -> Result<(Opened, Option<Store>), Failure> {
    headless::read_plan(path, base, world)?;
    let mut store = session::store(base, is_builtin);
    let opened = session::open_file(&mut store, path, base, FIRST_LISTED);
    let opened = opened.map_err(|error| Failure::new(Exit::Failure, error.to_string()))?;
    Ok((opened, Some(store)))
}

/// The app with the sample that it may show.
pub(super) fn with_sample<'k>(app: App<'k>, world: &World) -> App<'k> {
    // What is wrong with it is for `check` to say, and no reason not to begin.
    app.with_sample(knowledge::sample(world).unwrap_or_default())
}
