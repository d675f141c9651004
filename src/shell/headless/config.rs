//! `config`: what is set for every plan, where it comes from, and setting it.

use std::fmt::Write as _;

use crate::app::preference::{PreferenceName, Preferences};
use crate::diagnostic::clean::visible;
use crate::diagnostic::render;
use crate::diagnostic::suggest::did_you_mean;
use crate::shell::cli::Config;
use crate::shell::environment::variable;
use crate::shell::exit::{Exit, Failure};
use crate::shell::preferences::{self, SetBy};
use crate::shell::{World, files, output, themes};

pub(super) fn run(args: &Config, world: &World) -> Result<Exit, Failure> {
    let Some(key) = &args.key else { return list(args.show_origin, world) };
    let name = name(key)?;
    match &args.value {
        Some(value) => set(name, value, world),
        None if args.unset => unset(name),
        None => show(name, world),
    }
}

fn name(key: &str) -> Result<PreferenceName, Failure> {
    PreferenceName::parse(key).ok_or_else(|| {
        let names = PreferenceName::ALL.map(PreferenceName::word);
        let failure = Failure::new(Exit::Usage, format!("there is no setting `{}`", visible(key)));
        failure.help(did_you_mean(key, names).expect("the settings are few"))
    })
}

fn list(with_origin: bool, world: &World) -> Result<Exit, Failure> {
    let effective = &world.effective;
    let styled = world.environment.colors_stderr(world.global.color);
    for failure in &effective.failures {
        output::failure(failure, styled);
    }
    output::message(&render::render(&effective.problems, effective.file.as_slice(), styled));
    let widest = |words: &[String]| words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let values = PreferenceName::ALL.map(|name| value(name, world));
    let width = if with_origin { widest(&values) } else { 0 };
    let keys = widest(&PreferenceName::ALL.map(|name| name.word().to_owned()));
    let mut text = String::new();
    for (name, value) in PreferenceName::ALL.into_iter().zip(&values) {
        let origin = if with_origin { format!("  {}", origin(name, world)) } else { String::new() };
        let _ = writeln!(text, "{:keys$}  {value:width$}{origin}", name.word());
    }
    output::data(&text)?;
    Ok(if effective.is_sound() { Exit::Done } else { Exit::Invalid })
}

/// What counts, as one reads it.
fn value(name: PreferenceName, world: &World) -> String {
    let option = match name {
        PreferenceName::Theme => world.global.theme.clone(),
        PreferenceName::KnowledgeFolder => world.global.knowledge.as_deref().map(files::shown),
        _ => None,
    };
    let set = world.effective.preferences.get(name).map(str::to_owned);
    let value = option.or(set).unwrap_or_else(|| built_in(name).to_owned());
    visible(&value).into_owned()
}

/// How it is where nobody sets it.
fn built_in(name: PreferenceName) -> &'static str {
    match name {
        PreferenceName::DarkTheme => "default-dark",
        PreferenceName::LightTheme => "default-light",
        PreferenceName::Mouse => "true",
        PreferenceName::Plain => "false",
        _ => "-",
    }
}

fn origin(name: PreferenceName, world: &World) -> String {
    match world.effective.origin(name) {
        Some(SetBy::Option(option)) => format!("command line: {option}"),
        Some(SetBy::Variable(variable)) => format!("environment: {variable}"),
        Some(SetBy::File) => {
            let path = world.effective.file.as_ref().map_or("", |file| file.path.as_str());
            format!("file: {path}")
        }
        None => "built in".to_owned(),
    }
}

fn show(name: PreferenceName, world: &World) -> Result<Exit, Failure> {
    let key = name.word();
    if world.effective.origin(name).is_none() {
        let failure = Failure::new(Exit::Failure, format!("`{key}` is not set"));
        return Err(failure.help(format!("{}: `journey-advisor config {key} VALUE`", name.purpose())));
    }
    output::data(&format!("{}\n", value(name, world)))?;
    Ok(Exit::Done)
}

fn set(name: PreferenceName, value: &str, world: &World) -> Result<Exit, Failure> {
    let refused = |message: String, help: String| Err(Failure::new(Exit::Usage, message).help(help));
    let mut accepted = Preferences::default();
    if let Err(problem) = accepted.set(name, value) {
        return refused(problem.message, problem.help);
    }
    let value = accepted.get(name).expect("it has just been set");
    if let Some(help) = no_theme(name, value) {
        return refused(format!("there is no theme `{}` that can be used", visible(value)), help);
    }
    let path = preferences::keep(name, Some(value))?;
    output::message(&format!("`{}` is set in {}\n", name.word(), files::shown(&path)));
    if matches!(world.effective.origin(name), Some(SetBy::Variable(_))) {
        output::message(&format!("the variable `{}` comes before it\n", variable(name)));
    }
    Ok(Exit::Done)
}

/// What to write instead of a theme that cannot be used.
fn no_theme(name: PreferenceName, value: &str) -> Option<String> {
    if !matches!(name, PreferenceName::Theme | PreferenceName::DarkTheme | PreferenceName::LightTheme) {
        return None;
    }
    let (catalogue, _) = themes::catalogue();
    let near = || did_you_mean(value, catalogue.names());
    let is_sound = catalogue.sound(value).is_some();
    (!is_sound).then(|| near().unwrap_or_else(|| "`journey-advisor themes` lists them".to_owned()))
}

fn unset(name: PreferenceName) -> Result<Exit, Failure> {
    let path = preferences::keep(name, None)?;
    output::message(&format!("`{}` is no longer set in {}\n", name.word(), files::shown(&path)));
    Ok(Exit::Done)
}
