//! What each part of the screen means, and the style that a theme gives to that meaning.
//!
//! Views name a [`Role`], never a colour. A theme is one TOML file: a palette, and roles that use it; `inherits` takes
//! over whatever the file does not say. Start with [`Catalogue::theme`].

pub(crate) mod builtin;
pub mod colour;
pub mod depth;
pub mod import;
pub(crate) mod raw;
mod resolve;
pub(crate) mod role;
pub(crate) mod variant;

use ratatui::style::Style;

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, File, Place, Severity};

pub use role::Role;
pub(crate) use variant::Variant;

use builtin::Builtin;
use raw::{Raw, name_of};

/// A style for every role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The name, as in `--theme`.
    pub(crate) name: String,
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
    own: Vec<File>,
    builtin: Vec<&'static Builtin>,
}

impl Catalogue {
    /// The built-in themes, and `own` before them: a theme of the same name replaces the built-in one.
    pub fn new(own: Vec<File>) -> Self {
        let is_replaced = |theme: &Builtin| own.iter().any(|file| name_of(&file.path) == theme.name());
        let builtin = builtin::all().filter(|theme| !is_replaced(theme)).collect();
        Self { own, builtin }
    }

    /// The texts, for rendering what is wrong with them.
    pub fn files(&self) -> Vec<File> {
        self.own.iter().cloned().chain(self.builtin.iter().map(|theme| theme.file())).collect()
    }

    /// The names of all themes.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        let own = self.own.iter().map(|file| name_of(&file.path));
        own.chain(self.builtin.iter().map(|theme| theme.name()))
    }

    /// Whether a theme is the user's own.
    pub fn is_own(&self, name: &str) -> bool {
        self.own.iter().any(|file| name_of(&file.path) == name)
    }

    /// Reads a theme; what is wrong with it and with those it inherits from is said beside it.
    pub fn theme(&self, name: &str) -> (Option<Theme>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let Some(chain) = self.chain(name, &mut diagnostics) else { return (None, diagnostics) };
        let theme = resolve::resolve(&chain, &mut diagnostics);
        (theme, diagnostics)
    }

    /// A theme that nothing is wrong with.
    pub(crate) fn sound(&self, name: &str) -> Option<Theme> {
        let (theme, problems) = self.theme(name);
        theme.filter(|_| problems.iter().all(|problem| problem.severity() != Severity::Error))
    }

    /// The theme and those it inherits from, the nearest first.
    fn chain(&self, name: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Raw>> {
        let mut chain: Vec<Raw> = Vec::new();
        let mut wanted = Some((name.to_owned(), None));
        while let Some((name, place)) = wanted.take() {
            let position = self.names().position(|known| known == name);
            let is_circle = chain.iter().any(|known| Some(known.file) == position);
            let (Some(position), false) = (position, is_circle) else {
                diagnostics.push(self.unknown(&name, place, is_circle));
                return None;
            };
            let raw = self.raw(position, diagnostics)?;
            wanted = raw.inherits.as_ref().map(|parent| (String::from(&parent.value), Some(parent.place.clone())));
            chain.push(raw);
        }
        Some(chain)
    }

    /// The theme at a position among all files.
    fn raw(&self, position: usize, diagnostics: &mut Vec<Diagnostic>) -> Option<Raw> {
        match self.own.get(position) {
            Some(file) => Some(raw::read(file, position, diagnostics)),
            None => Some(self.builtin.get(position - self.own.len())?.raw()?.at(position)),
        }
    }

    /// That a theme cannot be had; `place` is where another one inherits from it.
    fn unknown(&self, name: &str, place: Option<Place>, is_circle: bool) -> Diagnostic {
        let shown = crate::diagnostic::clean::visible(name);
        let said = |message: String| match place {
            Some(place) => Diagnostic::new(Code::T004, message, place),
            None => Diagnostic::without_place(Code::T004, message),
        };
        if is_circle {
            return said(format!("the theme `{shown}` inherits from itself"));
        }
        let mut diagnostic = said(format!("there is no theme `{shown}`"));
        diagnostic.help =
            did_you_mean(name, self.names()).or_else(|| Some("`journey-advisor themes` lists them".to_owned()));
        diagnostic
    }
}
