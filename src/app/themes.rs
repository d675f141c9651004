//! The themes, tried on as the mark moves.

use crate::theme::Theme;

use super::App;
use super::action::Action;
use super::overlay::Overlay;

/// The list of themes.
#[derive(Debug, Clone)]
pub struct ThemeList {
    /// The themes, as the terminal can show them.
    pub themes: Vec<Theme>,
    /// The marked row.
    pub row: usize,
    /// The theme to return to.
    before: Theme,
}

impl App<'_> {
    pub(super) fn open_themes(&mut self) {
        let names: Vec<String> = self.look.catalogue.names().map(str::to_owned).collect();
        let themes: Vec<Theme> = names.iter().filter_map(|name| self.read_theme(name)).collect();
        let row = themes.iter().position(|theme| theme.name == self.look.theme.name).unwrap_or(0);
        self.open(Overlay::Themes(Box::new(ThemeList { themes, row, before: self.look.theme.clone() })));
    }

    fn read_theme(&self, name: &str) -> Option<Theme> {
        self.look.catalogue.theme(name).0.map(|theme| theme.at_depth(self.look.depth))
    }

    pub(super) fn update_themes(&mut self, mut themes: Box<ThemeList>, action: Action) {
        let last = themes.themes.len().saturating_sub(1);
        match action {
            Action::Up => themes.row = themes.row.saturating_sub(1),
            Action::Down => themes.row = (themes.row + 1).min(last),
            Action::First | Action::ScrollUp => themes.row = 0,
            Action::Last | Action::ScrollDown => themes.row = last,
            Action::Row(row) => themes.row = row.min(last),
            _ => {}
        }
        match action {
            Action::Back | Action::Quit => self.look.theme = themes.before,
            Action::Confirm => self.say("The colours stay for this session. To keep them: --theme NAME"),
            _ => {
                if let Some(theme) = themes.themes.get(themes.row) {
                    self.look.theme = theme.clone();
                }
                self.overlay = Some(Overlay::Themes(themes));
            }
        }
    }
}
