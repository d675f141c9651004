//! The themes, tried on as the mark moves.

use crate::app::cursor::Cursor;
use crate::app::cx::Look;
use crate::app::preference::PreferenceName;
use crate::theme::{Theme, Variant};

use super::{Action, Cx, Flow, Popup};

/// The list of themes.
#[derive(Debug)]
pub struct ThemeList {
    /// The themes, as the terminal can show them.
    pub(crate) themes: Vec<Theme>,
    pub(crate) cursor: Cursor,
    /// The theme to return to.
    before: Theme,
}

impl From<ThemeList> for Popup {
    fn from(list: ThemeList) -> Self {
        Self::Themes(Box::new(list))
    }
}

impl ThemeList {
    pub(in crate::app) fn of(look: &Look) -> Self {
        let read = |name| look.catalogue.theme(name).0.map(|theme| theme.at_depth(look.depth));
        let themes: Vec<Theme> = look.catalogue.names().filter_map(read).collect();
        let row = themes.iter().position(|theme| theme.name == look.theme.name).unwrap_or(0);
        Self { themes, cursor: Cursor { row }, before: look.theme.clone() }
    }

    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        match action {
            Action::Back | Action::Quit => {
                cx.look.theme.clone_from(&self.before);
                return Flow::Close;
            }
            Action::Confirm => {
                keep(cx);
                return Flow::Close;
            }
            _ => {}
        }
        self.cursor.take(action, self.themes.len(), cx.reach);
        if let Some(theme) = self.themes.get(self.cursor.row) {
            cx.look.theme.clone_from(theme);
        }
        Flow::Done
    }
}

/// Sets the colours that are shown: those for a light or dark ground where these are set apart, else for every ground.
fn keep(cx: &mut Cx<'_>) {
    let is_set = |name| cx.preferences.get(name).is_some();
    let are_apart = is_set(PreferenceName::DarkTheme) || is_set(PreferenceName::LightTheme);
    let name = match cx.look.theme.variant {
        Variant::Dark if are_apart && !is_set(PreferenceName::Theme) => PreferenceName::DarkTheme,
        Variant::Light if are_apart && !is_set(PreferenceName::Theme) => PreferenceName::LightTheme,
        _ => PreferenceName::Theme,
    };
    let theme = cx.look.theme.name.clone();
    match cx.prefer(name, &theme) {
        Ok(()) => cx.say("The colours stay."),
        Err(problem) => cx.complain(problem),
    }
}
