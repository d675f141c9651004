//! From themes as written to the styles of one. What is wrong is said and left out.

use ratatui::style::{Color, Modifier, Style};

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, clean};
use crate::model::text::Text;

use super::raw::{Emphasis, Raw};
use super::{Role, Theme, Variant, colour};

/// The styles of a theme, from itself and those it inherits from, the nearest first. A role that an ancestor sets uses
/// the palette of the descendant, so a theme can inherit all roles and change only the colours.
pub(super) fn resolve(chain: &[Raw], diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
    let own = chain.first()?;
    let mut styles = [Style::default(); Role::COUNT];
    for (role, style) in Role::ALL.iter().zip(styles.iter_mut()) {
        let Some(raw) = chain.iter().find_map(|raw| raw.roles.get(role)) else { continue };
        let mut colour = |name: Option<&At<Text>>| name.and_then(|name| find(name, chain, diagnostics));
        let (fg, bg) = (colour(raw.fg.as_ref()), colour(raw.bg.as_ref()));
        *style =
            Style { fg, bg, ..Style::default() }.add_modifier(raw.emphasis.iter().copied().map(modifier).collect());
    }
    Some(Theme {
        name: own.name.to_string(),
        title: chain.iter().find_map(|raw| raw.title.as_ref()).unwrap_or(&own.name).to_string(),
        variant: chain.iter().find_map(|raw| raw.variant).unwrap_or(Variant::Any),
        styles,
    })
}

fn modifier(emphasis: Emphasis) -> Modifier {
    match emphasis {
        Emphasis::Bold => Modifier::BOLD,
        Emphasis::Dim => Modifier::DIM,
        Emphasis::Italic => Modifier::ITALIC,
        Emphasis::Underlined => Modifier::UNDERLINED,
        Emphasis::Reversed => Modifier::REVERSED,
    }
}

fn find(name: &At<Text>, chain: &[Raw], diagnostics: &mut Vec<Diagnostic>) -> Option<Color> {
    let written = chain.iter().find_map(|raw| raw.palette.get(&name.value)).unwrap_or(name);
    let found = colour::parse(&written.value);
    if found.is_none() {
        let message = format!("`{}` is not a colour", clean::visible(&written.value));
        let mut diagnostic = Diagnostic::new(Code::T003, message, written.place.clone());
        let mut names: Vec<&str> = chain.iter().flat_map(|raw| raw.palette.keys().map(Text::as_str)).collect();
        names.extend(colour::names().map(|name| -> &str { name }));
        diagnostic.help = did_you_mean(&written.value, names.iter().copied())
            .or_else(|| Some("write `#rrggbb`, a name from the palette, or `default`".to_owned()));
        if !diagnostics.contains(&diagnostic) {
            diagnostics.push(diagnostic);
        }
    }
    found
}
