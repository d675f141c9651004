//! `import`: from a list of journeys to a plan for each.

use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::brief::list::{self, Backlog, Journey};
use crate::brief::{Brief, Index, Tier};
use crate::export::{json, proposals, text};
use crate::knowledge::KnowledgeBase;
use crate::report::import::{Import, Imported, Outcome, page};
use crate::shell::cli::{self, Accept, Form};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::{self, Origin};
use crate::shell::{World, knowledge, output};

use super::many;

/// So many refused rows are said one by one beside the report, which has all of them.
const SAID: usize = 20;

pub(super) fn run(args: &cli::Import, world: &World) -> Result<Exit, Failure> {
    let folder = folder(args)?;
    let base = knowledge::knowledge(world)?;
    let columns = args.columns.clone().unwrap_or_default();
    let bytes = files::read_bytes(&args.list, list::LARGEST, Origin::Named)?;
    let backlog = list::read(&bytes, &columns).map_err(|no_list| {
        let exit = if no_list.is_misuse() { Exit::Usage } else { Exit::Invalid };
        Failure::new(exit, format!("`{}` {}", files::named(&args.list), no_list.message())).help(no_list.help())
    })?;
    let mut progress = Progress { is_shown: world.environment.stderr_is_terminal, of: backlog.journeys.len() };
    let briefs = briefs(&backlog, &base, &mut progress);
    let accepted = args.accept.map(|Accept::Likely| Tier::Likely);
    let outcomes = if briefs.iter().any(Brief::says_something) {
        let plans = Plans { folder: &folder, accepted, base: &base };
        plans.write(&backlog.journeys, &briefs, &mut progress)
    } else {
        Ok(briefs.iter().map(|_| Outcome::NothingUnderstood).collect())
    };
    progress.end();
    let journeys = backlog.journeys.iter().zip(briefs).zip(outcomes?);
    let journeys = journeys.map(|((journey, brief), outcome)| Imported { journey, brief, outcome }).collect();
    let import = Import { backlog: &backlog, journeys, folder: files::shown(&folder), accepted };
    output::data(&match args.format {
        Form::Text => text::write(&page(&import, &base)),
        Form::Json => json::import(&import),
    })?;
    Ok(told(&import, world))
}

/// Where the plans go: the folder that was named, else one beside the list that is called as it is.
fn folder(args: &cli::Import) -> Result<PathBuf, Failure> {
    if let Some(folder) = &args.into {
        return Ok(folder.clone());
    }
    let folder = args.list.with_extension("");
    if args.list == Path::new("-") || folder == args.list {
        let message = format!("`{}` gives no name to a folder for the plans", files::named(&args.list));
        return Err(Failure::new(Exit::Usage, message).help("add `--into DIR`"));
    }
    Ok(folder)
}

/// What each journey asks for.
fn briefs(backlog: &Backlog, base: &KnowledgeBase, progress: &mut Progress) -> Vec<Brief> {
    let index = Index::of(base);
    let mut briefs = Vec::with_capacity(backlog.journeys.len());
    many::work(
        &backlog.journeys,
        || (),
        |(), journeys| journeys.iter().map(|journey| journey.read(&index, base)).collect::<Vec<_>>(),
        |share| {
            briefs.extend(share);
            progress.show("read", briefs.len());
            ControlFlow::Continue(())
        },
    );
    briefs
}

/// Says how far it is, where somebody watches.
struct Progress {
    is_shown: bool,
    of: usize,
}

impl Progress {
    fn show(&mut self, what: &str, done: usize) {
        if self.is_shown {
            output::message(&format!("\r{done} of {} plans {what}   ", self.of));
        }
    }

    /// Leaves the line as it was.
    fn end(&mut self) {
        if self.is_shown {
            output::message(&format!("\r{:50}\r", ""));
        }
    }
}

/// Where the plans go, and what of them is an answer.
struct Plans<'p> {
    folder: &'p Path,
    accepted: Option<Tier>,
    base: &'p KnowledgeBase,
}

impl Plans<'_> {
    /// Writes a plan for each journey. One that would replace a file is refused.
    fn write(&self, journeys: &[Journey], briefs: &[Brief], progress: &mut Progress) -> Result<Vec<Outcome>, Failure> {
        files::make_private(self.folder).map_err(|error| {
            let shown = files::shown(self.folder);
            let (message, help) = match error.kind() {
                ErrorKind::AlreadyExists | ErrorKind::NotADirectory => (
                    format!("`{shown}` cannot be a folder: a file has that name"),
                    "name another one with `--into DIR`",
                ),
                _ => (format!("the folder `{shown}` cannot be made: {error}"), "name another one with `--into DIR`"),
            };
            Failure::new(Exit::Failure, message).help(help)
        })?;
        let mut outcomes = Vec::with_capacity(journeys.len());
        for (journey, brief) in journeys.iter().zip(briefs) {
            outcomes.push(self.written(journey, brief));
            progress.show("written", outcomes.len());
        }
        if let Some(journey) = journeys.last() {
            files::settle(&self.path(journey));
        }
        Ok(outcomes)
    }

    fn path(&self, journey: &Journey) -> PathBuf {
        self.folder.join(format!("{}.toml", journey.file))
    }

    fn written(&self, journey: &Journey, brief: &Brief) -> Outcome {
        let path = self.path(journey);
        let shown = files::shown(&path);
        if files::is_taken(&path) {
            return Outcome::Refused(format!("`{shown}` is there already, and nothing is replaced"));
        }
        match files::write_one(&path, proposals::write(brief, self.accepted, self.base).as_bytes(), false) {
            Ok(()) => Outcome::Written(shown),
            Err(failure) => Outcome::Refused(failure.message),
        }
    }
}

/// Says what could not be used, and how it ended.
fn told(import: &Import<'_>, world: &World) -> Exit {
    let refused = import.refused();
    let styled = world.environment.colors_stderr(world.global.color);
    for message in refused.iter().take(SAID) {
        output::failure(&Failure::new(Exit::Invalid, message), styled);
    }
    if refused.len() > SAID {
        output::message(&format!("{} more are in the report.\n", refused.len() - SAID));
    }
    if !refused.is_empty() {
        return Exit::Invalid;
    }
    if import.plans() > 0 {
        return Exit::Done;
    }
    output::message(if import.journeys.is_empty() {
        "Every row is marked as not wanted, so no plan was written.\n"
    } else {
        "Nothing in the list was understood as something that a plan needs, so no plan was written. Is the text in English, and \
         are the columns the right ones? `--columns` names them.\n"
    });
    Exit::NoRecommendation
}
