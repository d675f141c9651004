//! Where the knowledge comes from: the program itself, or a folder.

use std::path::Path;

use crate::answers::as_of_problem;
use crate::answers::sample::{self, Sample};
use crate::app::{App, Setup};
use crate::diagnostic::code::Code;
use crate::diagnostic::decode::NoText;
use crate::diagnostic::{self, Diagnostic, File, render};
use crate::embedded;
use crate::knowledge::{KnowledgeBase, Loaded, load};
use crate::model::date::{Day, DayOrigin};
use crate::model::verdict::AsOf;
use crate::report::words::{capitalized, early_day};

use super::World;
use super::exit::{Exit, Failure};
use super::files::{self, Origin};

const LARGEST_FILE: usize = 2_000_000;
const MOST_TOPICS: usize = 500;

/// The knowledge to use, without its warnings. Where it has errors they are the failure.
pub(crate) fn knowledge(world: &World) -> Result<KnowledgeBase, Failure> {
    let folder = world.global.knowledge.as_deref();
    if folder.is_none() {
        return Ok(embedded::knowledge());
    }
    let loaded = loaded(folder)?;
    loaded.base.ok_or_else(|| {
        let styled = world.environment.colors_stderr(world.global.color);
        let message = format!("the knowledge base has {}", render::summary(&loaded.diagnostics));
        Failure::new(Exit::Invalid, message)
            .details(render::render(&loaded.diagnostics, &loaded.files, styled))
            .help("`journey-advisor check --explain CODE` says what a code means")
    })
}

/// The knowledge to use by a command that speaks of today: a day before the facts begin is refused, wherever it comes from.
pub(crate) fn knowledge_today(world: &World) -> Result<KnowledgeBase, Failure> {
    let base = knowledge(world)?;
    check_today(&base, world)?;
    Ok(base)
}

/// The app on today. Where that lies before the facts begin, it goes by the last day of which something is known and asks.
pub(crate) fn app_today<'k>(base: &'k KnowledgeBase, world: &World, setup: impl FnOnce(Day) -> Setup) -> App<'k> {
    match early_day(base, world.dated()) {
        Some(problem) => {
            let problem = format!("{}.", capitalized(&problem));
            App::new(base, setup(base.last_known_day())).without_clock(&problem)
        }
        None => App::new(base, setup(world.today)).dated(world.origin),
    }
}

/// Refuses a day before the facts begin.
pub(crate) fn check_today(base: &KnowledgeBase, world: &World) -> Result<(), Failure> {
    let Some(problem) = early_day(base, world.dated()) else { return Ok(()) };
    let help = match world.origin {
        DayOrigin::Environment => "unset SOURCE_DATE_EPOCH, or set it to a later day in seconds since 1970",
        _ => "set the clock, or set SOURCE_DATE_EPOCH to today in seconds since 1970",
    };
    Err(Failure::new(Exit::Usage, problem).help(help))
}

/// The day to plan for behind a text; another text is wrong usage.
pub(crate) fn day(base: &KnowledgeBase, world: &World, text: &str) -> Result<AsOf, Failure> {
    base.as_of(text, world.today).map_err(|error| {
        let (message, help) = as_of_problem(text, error, base);
        Failure::new(Exit::Usage, message).help(help)
    })
}

/// The sample of the knowledge in use; none where it has none, or only half of one, of which `check` tells.
pub(crate) fn sample(world: &World) -> Result<Option<Sample>, Failure> {
    let found = match world.global.knowledge.as_deref() {
        Some(folder) => sample_of(folder)?,
        None => embedded::sample().map(Some),
    };
    let [plan, text] = found;
    Ok(plan.zip(text).map(|(plan, text)| Sample { plan, text }))
}

/// The files of the sample of a folder, as far as they are there.
fn sample_of(folder: &Path) -> Result<[Option<File>; 2], Failure> {
    let read = |name: &str| {
        let path = folder.join(name);
        let is_there = path.exists();
        is_there.then(|| files::read_file(&path, LARGEST_FILE, Origin::Found).map(|(file, _)| file)).transpose()
    };
    let [plan, text] = sample::FILES.map(read);
    Ok([plan?, text?])
}

/// Checks the sample of a knowledge base as well.
pub(crate) fn check_sample(loaded: &mut Loaded, folder: Option<&Path>) -> Result<(), Failure> {
    let found = match folder {
        Some(folder) => sample_of(folder)?,
        None => embedded::sample().map(Some),
    };
    let [there, other] = sample::FILES;
    match found {
        [None, None] => {}
        [Some(plan), Some(text)] => {
            let Some(base) = &loaded.base else { return Ok(()) };
            let sample = Sample { plan, text };
            let (_, problems) = sample.read(base);
            loaded.add(sample.plan, problems);
        }
        [plan, _] => {
            let (there, missing) = if plan.is_some() { (there, other) } else { (other, there) };
            let message = format!("there is a `{there}`, but no `{missing}`");
            loaded.add_all(vec![Diagnostic::without_place(Code::K079, message)]);
        }
    }
    Ok(())
}

/// Loads the knowledge of a folder, or that of the program.
pub(crate) fn loaded(folder: Option<&Path>) -> Result<Loaded, Failure> {
    match folder {
        Some(folder) => from_folder(folder),
        None => Ok(load(embedded::files())),
    }
}

fn from_folder(folder: &Path) -> Result<Loaded, Failure> {
    let (files, wrong): (Vec<File>, Vec<Option<NoText>>) = folder_files(folder)?.into_iter().unzip();
    let mut loaded = load(files);
    let wrong = wrong.into_iter().enumerate().filter_map(|(file, wrong)| Some((file, wrong?)));
    for (file, wrong) in wrong {
        // Whatever else is found in what is no text comes from that.
        loaded.diagnostics.retain(|problem| problem.labels.first().is_none_or(|label| label.place.file != file));
        loaded.diagnostics.push(Diagnostic::no_text(Code::K001, file, wrong));
        loaded.base = None;
    }
    diagnostic::sort(&mut loaded.diagnostics);
    Ok(loaded)
}

/// The files of a folder, each with why it is no text.
fn folder_files(folder: &Path) -> Result<Vec<(File, Option<NoText>)>, Failure> {
    if !folder.is_dir() {
        let message = format!("there is no folder `{}`", files::shown(folder));
        let help = "a knowledge base is a folder with `advisor.toml`, `sources.toml` and the folder `topics`";
        return Err(Failure::new(Exit::Failure, message).help(help));
    }
    let mut paths = Vec::new();
    for name in ["advisor.toml", "sources.toml"] {
        let path = folder.join(name);
        if path.exists() {
            paths.push(path);
        }
    }
    let topics = files::list(&folder.join("topics"), "toml")?;
    if topics.len() > MOST_TOPICS {
        let message = format!("`{}` has more than {MOST_TOPICS} topics", files::shown(folder));
        return Err(Failure::new(Exit::Invalid, message).help("check that it is the right folder"));
    }
    paths.extend(topics);
    paths.iter().map(|path| files::read_file(path, LARGEST_FILE, Origin::Found)).collect()
}
