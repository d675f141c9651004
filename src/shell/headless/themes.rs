//! `themes`: the themes there are, and new ones from colour schemes.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, File, render};
use crate::export::json;
use crate::shell::cli::Form;
use crate::shell::cli::themes::{Import, Themes, ThemesCommand};
use crate::shell::exit::{Exit, Failure};
use crate::shell::paths::Paths;
use crate::shell::{World, files, output, themes};
use crate::theme::import::{Change, import, written};
use crate::theme::{Catalogue, Theme};

pub(super) fn run(args: &Themes, world: &World) -> Result<Exit, Failure> {
    match &args.command {
        Some(ThemesCommand::Import(args)) => make(args, world),
        None => list(args, world),
    }
}

#[derive(Serialize)]
struct Listed {
    schema_version: u32,
    themes: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    name: String,
    title: String,
    variant: &'static str,
    own: bool,
}

fn list(args: &Themes, world: &World) -> Result<Exit, Failure> {
    let styled = world.environment.colors_stderr(world.global.color);
    let (catalogue, failures) = themes::catalogue();
    for failure in &failures {
        output::failure(failure, styled);
    }
    let (themes, problems) = read_all(&catalogue);
    output::message(&render::render(&problems, &catalogue.files(), styled));
    let entry = |theme: &Theme| Entry {
        name: theme.name.clone(),
        title: theme.title.clone(),
        variant: theme.variant.word(),
        own: catalogue.is_own(&theme.name),
    };
    let entries: Vec<Entry> = themes.iter().map(entry).collect();
    output::data(&match args.format {
        Form::Text => text(&entries),
        Form::Json => json::text(&Listed { schema_version: 1, themes: entries }),
    })?;
    Ok(Exit::Done)
}

/// Every theme that can be used, and what is wrong with any; a problem of a theme that others inherit is said once.
fn read_all(catalogue: &Catalogue) -> (Vec<Theme>, Vec<Diagnostic>) {
    let (mut themes, mut problems, mut said) = (Vec::new(), Vec::new(), HashSet::new());
    for name in catalogue.names() {
        let (theme, found) = catalogue.theme(name);
        themes.extend(theme);
        problems.extend(found.into_iter().filter(|problem| said.insert(problem.clone())));
    }
    (themes, problems)
}

fn text(entries: &[Entry]) -> String {
    let width = entries.iter().map(|entry| entry.name.chars().count()).max().unwrap_or(0);
    let line = |entry: &Entry| {
        let own = if entry.own { " (your own)" } else { "" };
        format!("{:width$}  {:5}  {}{own}\n", entry.name, entry.variant, entry.title)
    };
    entries.iter().map(line).collect()
}

fn make(args: &Import, world: &World) -> Result<Exit, Failure> {
    let shown = files::named(&args.scheme);
    let file = File { text: files::read_text(&args.scheme, themes::LARGEST, files::Origin::Named)?, path: shown };
    let (imported, problems) = import(&file);
    let styled = world.environment.colors_stderr(world.global.color);
    let rendered = render::render(&problems, std::slice::from_ref(&file), styled);
    let Some(imported) = imported else {
        let message = format!("`{}` has {}", file.path, render::summary(&problems));
        return Err(Failure::new(Exit::Invalid, message).details(rendered));
    };
    output::message(&rendered);
    let moved = changes(&imported.changes);
    if args.strict && !imported.changes.is_empty() {
        let message = format!("`{}` has colours that cannot be read on their ground", file.path);
        let help = "without `--strict` they are moved in lightness until they can be read";
        return Err(Failure::new(Exit::Invalid, message).help(help).details(moved));
    }
    output::message(&moved);
    super::deliver(&imported.toml, &args.target)?;
    if let Some(path) = args.target.file() {
        output::message(&how_to_use(path));
    }
    Ok(Exit::Done)
}

/// What was moved, a line each.
fn changes(changes: &[Change]) -> String {
    let mut out = String::new();
    for Change { name, number, before, after, contrast, least } in changes {
        let (before, after) = (written(*before), written(*after));
        let _ = writeln!(
            out,
            "`{name}` (base{number:02X}) moves from {before} to {after}: its contrast is {contrast:.2}, it needs {least:.1}"
        );
    }
    out
}

fn how_to_use(path: &Path) -> String {
    let name = path.file_stem().map_or_else(String::new, |name| files::shown(Path::new(name)));
    match Paths::find() {
        Ok(paths) if path.parent() == Some(paths.themes.as_path()) => format!("use it with `--theme {name}`\n"),
        Ok(paths) => format!("move it to `{}` and use it with `--theme {name}`\n", files::shown(&paths.themes)),
        Err(_) => String::new(),
    }
}
