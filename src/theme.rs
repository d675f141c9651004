//! What each part of the screen means, and the style that a theme gives to that meaning.
//!
//! Views name a [`Role`], never a colour. A theme is one TOML file: a palette, and roles that use it; `inherits` takes
//! over whatever the file does not say. Start with [`Catalogue::theme`].

pub mod builtin;
pub mod colour;
pub mod contrast;
pub mod depth;
pub mod import;
mod read;
pub mod role;

use ratatui::style::Style;

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, File};

pub use role::Role;

/// Whether a theme is made for a dark or a light background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Variant {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// Whatever the terminal has.
    Any,
}

impl Variant {
    /// All variants.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Any];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Any => "any",
        }
    }
}

/// A style for every role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The name, as in `--theme`.
    pub name: String,
    /// The name for people.
    pub title: String,
    /// The background it is made for.
    pub variant: Variant,
    styles: [Style; Role::COUNT],
}

impl Theme {
    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role.position()).copied().unwrap_or_default()
    }

    /// The theme with every style changed.
    #[must_use]
    fn map(mut self, change: impl Fn(Role, Style) -> Style) -> Self {
        for (role, style) in Role::ALL.iter().zip(self.styles.iter_mut()) {
            *style = change(*role, *style);
        }
        self
    }
}

/// The themes there are, read one by one as they are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    files: Vec<File>,
    own: usize,
}

impl Catalogue {
    /// The built-in themes, and `own` before them: a theme of the same name replaces the built-in one.
    pub fn new(own: Vec<File>) -> Self {
        let count = own.len();
        let mut files = own;
        for file in builtin::files() {
            if !files.iter().any(|known| name_of(known) == name_of(&file)) {
                files.push(file);
            }
        }
        Self { files, own: count }
    }

    /// The texts, for rendering what is wrong with them.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The names of all themes.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.files.iter().map(name_of)
    }

    /// Whether a theme is the user's own.
    pub fn is_own(&self, name: &str) -> bool {
        self.files.iter().take(self.own).any(|file| name_of(file) == name)
    }

    /// Reads a theme; what is wrong with it and with those it inherits from is said beside it.
    pub fn theme(&self, name: &str) -> (Option<Theme>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let Some(chain) = self.chain(name, &mut diagnostics) else { return (None, diagnostics) };
        let theme = read::resolve(&chain, &mut diagnostics);
        (theme, diagnostics)
    }

    /// The theme and those it inherits from, the nearest first.
    fn chain(&self, name: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<read::Raw>> {
        let mut chain: Vec<read::Raw> = Vec::new();
        let mut wanted = Some(name.to_owned());
        while let Some(name) = wanted.take() {
            let position = self.names().position(|known| known == name);
            let is_circle = chain.iter().any(|known| Some(known.file) == position);
            let (Some(position), false) = (position, is_circle) else {
                diagnostics.push(self.unknown(&name, is_circle));
                return None;
            };
            let raw = read::read(self.files.get(position)?, position, diagnostics);
            wanted.clone_from(&raw.inherits);
            chain.push(raw);
        }
        Some(chain)
    }

    fn unknown(&self, name: &str, is_circle: bool) -> Diagnostic {
        let shown = crate::diagnostic::clean::visible(name);
        if is_circle {
            return Diagnostic::without_place(Code::T004, format!("the theme `{shown}` inherits from itself"));
        }
        let mut diagnostic = Diagnostic::without_place(Code::T004, format!("there is no theme `{shown}`"));
        diagnostic.help =
            did_you_mean(name, self.names()).or_else(|| Some("`journey-advisor themes` lists them".to_owned()));
        diagnostic
    }
}

/// The name of the theme in a file: the file's own name without its ending.
fn name_of(file: &File) -> &str {
    let name = file.path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.strip_suffix(".toml").unwrap_or(name)
}
