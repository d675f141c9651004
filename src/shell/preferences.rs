//! What is set for every plan: by the command line, else by the environment, else by `config.toml` in the user's folder.
//! What is wrong there is said and costs nothing but that setting.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use crate::app::preference::{self, PreferenceName, Preferences};
use crate::diagnostic::{Diagnostic, File, render};

use super::cli::Global;
use super::environment::{Environment, variable};
use super::exit::{Exit, Failure};
use super::files;
use super::paths::Paths;

/// The largest settings file that is read, in bytes.
const LARGEST: usize = 100_000;

/// Who set something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SetBy {
    /// An option of the command line.
    Option(&'static str),
    /// A variable.
    Variable(String),
    /// The settings file.
    File,
}

/// What is set, who set it, and what is wrong with it.
#[derive(Debug, Default)]
pub(crate) struct Effective {
    pub(crate) preferences: Preferences,
    origins: BTreeMap<PreferenceName, SetBy>,
    /// The settings file, if there is one.
    pub(crate) file: Option<File>,
    /// What is wrong with it.
    pub(crate) problems: Vec<Diagnostic>,
    /// Why it could not be read at all, and what is wrong with variables.
    pub(crate) failures: Vec<Failure>,
}

impl Effective {
    /// Reads them.
    pub(crate) fn read(global: &Global, is_plain: bool, environment: &Environment) -> Self {
        let mut effective = Self::default();
        effective.read_file();
        for (name, text) in &environment.preferences {
            effective.put(*name, text, SetBy::Variable(variable(*name)));
        }
        let folder = global.knowledge.as_ref().map(|folder| folder.to_string_lossy());
        let options = [
            (PreferenceName::Theme, "--theme", global.theme.as_deref()),
            (PreferenceName::KnowledgeFolder, "--knowledge", folder.as_deref()),
            (PreferenceName::Plain, "--plain", is_plain.then_some("true")),
        ];
        for (name, option, text) in options {
            if let Some(text) = text {
                effective.take_option(name, option, text);
            }
        }
        effective
    }

    fn read_file(&mut self) {
        let Ok(paths) = Paths::find() else { return };
        if !files::is_taken(&paths.settings) {
            return;
        }
        match files::read_text(&paths.settings, LARGEST, files::Origin::Found) {
            Ok(text) => {
                let file = File { path: files::shown(&paths.settings), text };
                (self.preferences, self.problems) = preference::read(&file);
                let set = PreferenceName::ALL.into_iter().filter(|name| self.preferences.get(*name).is_some());
                self.origins = set.map(|name| (name, SetBy::File)).collect();
                self.file = Some(file);
            }
            Err(failure) => self.failures.push(failure),
        }
    }

    fn put(&mut self, name: PreferenceName, text: &str, by: SetBy) {
        match self.preferences.set(name, text) {
            Ok(()) => drop(self.origins.insert(name, by)),
            Err(refused) => {
                let message = format!("the variable `{}`: {}", variable(name), refused.message);
                self.failures.push(Failure::new(Exit::Usage, message).help(refused.help));
            }
        }
    }

    /// What an option says is judged where it is used; a folder that it names may be any.
    fn take_option(&mut self, name: PreferenceName, option: &'static str, text: &str) {
        if self.preferences.set(name, text).is_err() {
            self.preferences.forget(name);
        }
        self.origins.insert(name, SetBy::Option(option));
    }

    /// Who set something; nobody where it is as it is built in.
    pub(crate) fn origin(&self, name: PreferenceName) -> Option<&SetBy> {
        self.origins.get(&name)
    }

    /// The text of a setting that no option replaces.
    pub(crate) fn own(&self, name: PreferenceName) -> Option<&str> {
        let is_option = matches!(self.origin(name), Some(SetBy::Option(_)));
        self.preferences.get(name).filter(|_| !is_option)
    }

    /// Whether all of it can be used.
    pub(crate) fn is_sound(&self) -> bool {
        self.problems.is_empty() && self.failures.is_empty()
    }

    /// What a person is told if something is wrong.
    pub(crate) fn notice(&self) -> Option<String> {
        (!self.is_sound())
            .then(|| "Some of your settings cannot be used. `journey-advisor config` says why.".to_owned())
    }
}

/// Writes a setting to the file, or takes it out. Returns where that is.
///
/// # Errors
/// That the file has errors, or cannot be written.
pub(crate) fn keep(name: PreferenceName, value: Option<&str>) -> Result<PathBuf, Failure> {
    let path = Paths::find()?.settings;
    let text =
        if files::is_taken(&path) { files::read_text(&path, LARGEST, files::Origin::Found)? } else { String::new() };
    let file = File { path: files::shown(&path), text };
    let (_, problems) = preference::read(&file);
    if !problems.is_empty() {
        let message = format!("`{}` has {}, so nothing was written", file.path, render::summary(&problems));
        return Err(Failure::new(Exit::Invalid, message).help("`journey-advisor config` says what is wrong"));
    }
    let text = match value {
        Some(value) => preference::changed(&file, name, value),
        None => preference::without(&file, name),
    };
    write(&path, &text).map_err(|error| {
        let message = format!("`{}` cannot be written: {error}", file.path);
        Failure::new(Exit::Failure, message).help("what was there before is unchanged")
    })?;
    Ok(path)
}

fn write(path: &std::path::Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        files::make_private(folder)?;
    }
    files::keep_through(path, text.as_bytes())
}
