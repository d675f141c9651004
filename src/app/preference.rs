//! What a person sets once for every plan, in `config.toml` of their folder.
//!
//! What is wrong with a line is said, and costs that line alone.

mod file;

use std::collections::BTreeMap;
use std::path::{Path, is_separator};

use crate::diagnostic::clean::visible;
use crate::export::brand::{Accent, Brand, Logo};
use crate::model::answers::Answers;
use crate::model::contrast::{WORDS, contrast};
use crate::model::line::{LineProblem, one_line};
use crate::model::paper::{Paper, PaperField};
use crate::report::words::capitalized;
use crate::theme::colour;

pub use file::{changed, read, without};

/// Something that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PreferenceName {
    /// The theme, whatever the terminal's ground is.
    Theme,
    /// The theme on a dark ground.
    DarkTheme,
    /// The theme on a light ground.
    LightTheme,
    /// Whether the mouse is caught.
    Mouse,
    /// Whether the interview goes line by line.
    Plain,
    /// Who writes documents.
    Author,
    /// For which company.
    Company,
    /// How confidential they are.
    Confidentiality,
    /// The company's logo.
    Logo,
    /// The colour of documents.
    Accent,
    /// Where documents go.
    ExportFolder,
    /// The knowledge base instead of the built-in one.
    KnowledgeFolder,
}

impl PreferenceName {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 12] = [
        Self::Theme,
        Self::DarkTheme,
        Self::LightTheme,
        Self::Mouse,
        Self::Plain,
        Self::Author,
        Self::Company,
        Self::Confidentiality,
        Self::Logo,
        Self::Accent,
        Self::ExportFolder,
        Self::KnowledgeFolder,
    ];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::DarkTheme => "dark-theme",
            Self::LightTheme => "light-theme",
            Self::Mouse => "mouse",
            Self::Plain => "plain",
            Self::Author => "author",
            Self::Company => "company",
            Self::Confidentiality => "confidentiality",
            Self::Logo => "logo",
            Self::Accent => "accent",
            Self::ExportFolder => "export-folder",
            Self::KnowledgeFolder => "knowledge-folder",
        }
    }

    /// What it is for, in a phrase.
    pub(crate) fn purpose(self) -> &'static str {
        match self {
            Self::Theme => "The colours, whatever the ground of the terminal is",
            Self::DarkTheme => "The colours on a dark ground",
            Self::LightTheme => "The colours on a light ground",
            Self::Mouse => "Whether the mouse works in the program",
            Self::Plain => "Whether the interview goes line by line",
            Self::Author => "Who writes the documents",
            Self::Company => "The author's company",
            Self::Confidentiality => "How confidential documents are",
            Self::Logo => "The company's logo, the path of a PNG file",
            Self::Accent => "The colour of documents",
            Self::ExportFolder => "Where documents go",
            Self::KnowledgeFolder => "The knowledge base to use instead of the built-in one",
        }
    }

    /// The name of that word.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == word)
    }

    /// What a plan's document says by it where the plan says nothing.
    fn field(self) -> Option<PaperField> {
        match self {
            Self::Author => Some(PaperField::Author),
            Self::Company => Some(PaperField::Company),
            Self::Confidentiality => Some(PaperField::Confidentiality),
            Self::Logo => Some(PaperField::Logo),
            _ => None,
        }
    }

    fn form(self) -> Form {
        match self {
            Self::Mouse | Self::Plain => Form::Switch,
            Self::Accent => Form::Colour,
            Self::ExportFolder | Self::KnowledgeFolder | Self::Logo => Form::WholePath,
            Self::Theme | Self::DarkTheme | Self::LightTheme => Form::Line { fit: 64 },
            Self::Author | Self::Company => Form::Line { fit: 60 },
            Self::Confidentiality => Form::Line { fit: 40 },
        }
    }
}

/// What a value is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `true` or `false`.
    Switch,
    /// One line of so many characters.
    Line { fit: usize },
    /// A path from the root, or from the home folder.
    WholePath,
    /// A colour that can be read on white.
    Colour,
}

/// The most characters of a path.
const LONGEST_PATH: usize = 1000;

/// Why something cannot be set so, in a phrase, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotSet {
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl NotSet {
    /// It where there are no places to show.
    pub(crate) fn sentences(&self) -> String {
        [&self.message, &self.help].map(|said| format!("{}.", capitalized(said))).join(" ").replace('`', "\"")
    }
}

/// What is set. What is not set is as it is built in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preferences {
    values: BTreeMap<PreferenceName, String>,
}

impl Preferences {
    /// What is set, as one types it.
    pub fn get(&self, name: PreferenceName) -> Option<&str> {
        self.values.get(&name).map(String::as_str)
    }

    /// Whether a switch is on; `None` if it is not set.
    pub(crate) fn is_on(&self, name: PreferenceName) -> Option<bool> {
        self.get(name).map(|value| value == ON)
    }

    /// Sets something to what was typed.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn set(&mut self, name: PreferenceName, text: &str) -> Result<(), NotSet> {
        let value = accepted(name, text)?;
        self.values.insert(name, value);
        Ok(())
    }

    /// Sets nothing there.
    pub(crate) fn forget(&mut self, name: PreferenceName) {
        self.values.remove(&name);
    }

    /// What is set for that part of every document.
    pub(crate) fn for_field(&self, field: PaperField) -> Option<&str> {
        let name = PreferenceName::ALL.into_iter().find(|name| name.field() == Some(field))?;
        self.get(name)
    }

    /// The look of documents, with this logo.
    pub fn brand(&self, logo: Option<Logo>) -> Brand {
        let channels = self.get(PreferenceName::Accent).and_then(channels);
        let accent = channels.map(|channels| Accent::of(channels).expect("what cannot be read was refused"));
        Brand { logo, accent: accent.unwrap_or_default() }
    }

    /// The same answers; where their document says nothing about its author, what is set for every plan.
    pub(crate) fn completed(&self, mut answers: Answers) -> Answers {
        self.complete(&mut answers.paper);
        answers
    }

    /// Says about a document what is set for all of them, where it says nothing itself.
    pub(crate) fn complete(&self, paper: &mut Paper) {
        for (name, value) in &self.values {
            if let Some(field) = name.field().filter(|field| paper.said(*field).is_none()) {
                paper.say(field, value).expect("what can be set for all documents can be said in one");
            }
        }
    }
}

/// A switch as it is written.
const ON: &str = "true";
const OFF: &str = "false";

/// A text as it is kept.
fn accepted(name: PreferenceName, text: &str) -> Result<String, NotSet> {
    let word = name.word();
    let fit = match name.form() {
        Form::Line { fit } => fit,
        Form::Switch | Form::WholePath | Form::Colour => LONGEST_PATH,
    };
    let line = one_line(text, fit).map_err(|problem| not_a_line(word, problem))?;
    match name.form() {
        Form::Line { .. } => {}
        Form::Switch if [ON, OFF].contains(&line) => {}
        Form::Switch => {
            let message = format!("`{}` is neither `{ON}` nor `{OFF}`", visible(line));
            return Err(NotSet { message, help: format!("`{word}` is on or off: write `{ON}` or `{OFF}`") });
        }
        Form::WholePath if is_in_home(line) || Path::new(line).is_absolute() => {}
        Form::WholePath => {
            let message = format!("`{}` is another place wherever the program is started", visible(line));
            return Err(NotSet { message, help: "write the whole path, or begin it with `~/`".to_owned() });
        }
        Form::Colour => readable(line)?,
    }
    Ok(line.to_owned())
}

/// Whether a path begins with `~/`, as the system writes that.
fn is_in_home(path: &str) -> bool {
    path.strip_prefix('~').is_some_and(|rest| rest.starts_with(is_separator))
}

fn not_a_line(word: &str, problem: LineProblem) -> NotSet {
    let (message, help) = match problem {
        LineProblem::Empty => (format!("`{word}` is empty"), "leave the line out to set nothing"),
        LineProblem::SeveralLines => (format!("`{word}` has several lines"), "write it on one line"),
        LineProblem::TooLong { letters, fit } => {
            (format!("`{word}` has {letters} characters; {fit} fit"), "shorten it")
        }
    };
    NotSet { message, help: help.to_owned() }
}

/// Refuses what is no colour, and one that cannot be read on white paper.
fn readable(text: &str) -> Result<(), NotSet> {
    let Some(channels) = channels(text) else {
        let message = format!("`{}` is no colour", visible(text));
        return Err(NotSet { message, help: "write it as `#rrggbb`, such as `#0b6663`".to_owned() });
    };
    let found = contrast(channels, [255; 3]);
    if found < WORDS {
        let message = format!("`{text}` cannot be read on white: its contrast is {found:.1}, it needs {WORDS}");
        return Err(NotSet { message, help: "choose a darker one".to_owned() });
    }
    Ok(())
}

/// Red, green and blue of `#rrggbb`.
fn channels(text: &str) -> Option<[u8; 3]> {
    colour::parse(text).filter(|_| text.starts_with('#')).and_then(colour::channels)
}

#[cfg(test)]
mod tests;
