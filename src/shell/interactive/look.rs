//! How the interview looks: the theme that was asked for, or the one that fits what the terminal can show.

use crate::app::Look;
use crate::app::preference::PreferenceName;
use crate::diagnostic::clean::visible;
use crate::diagnostic::{Severity, render};
use crate::shell::color::Color;
use crate::shell::console::Console;
use crate::shell::environment::Environment;
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, themes};
use crate::theme::depth::Depth;
use crate::theme::{Catalogue, Theme};

/// Terminals that show 24 bits and are known by name, for where only the name gets through.
const TRUE_COLOR: [&str; 6] = ["direct", "kitty", "alacritty", "ghostty", "foot", "wezterm"];

/// What the interview looks like. A theme that is set and cannot be used is no reason to fail: that is told.
pub(crate) fn choose(world: &World) -> Result<(Look, Option<String>), Failure> {
    let depth = depth(&world.environment, world.global.color);
    let (catalogue, _) = themes::catalogue();
    let preferences = &world.effective.preferences;
    let otherwise = if depth <= Depth::Ansi { "terminal" } else { "default-dark" };
    let on_dark = preferences.get(PreferenceName::DarkTheme).filter(|_| depth > Depth::Ansi);
    let set = preferences.get(PreferenceName::Theme).or(on_dark).unwrap_or(otherwise);
    let (theme, notice) = match &world.global.theme {
        Some(name) => (read(&catalogue, name, world)?, None),
        None => match read(&catalogue, set, world) {
            Ok(theme) => (theme, None),
            Err(failure) => {
                let notice = format!("In your settings {}.", failure.message);
                (read(&catalogue, otherwise, world)?, Some(notice))
            }
        },
    };
    let mouse = preferences.is_on(PreferenceName::Mouse).unwrap_or(true);
    let ascii = !world.environment.is_utf8();
    Ok((Look { catalogue, theme: theme.at_depth(depth), depth, ascii, mouse }, notice))
}

fn read(catalogue: &Catalogue, name: &str, world: &World) -> Result<Theme, Failure> {
    let (theme, diagnostics) = catalogue.theme(name);
    let is_sound = diagnostics.iter().all(|diagnostic| diagnostic.severity() != Severity::Error);
    theme.filter(|_| is_sound).ok_or_else(|| {
        let styled = world.environment.colors_stderr(world.global.color);
        Failure::new(Exit::Invalid, format!("the theme `{}` cannot be used", visible(name))).details(render::render(
            &diagnostics,
            &catalogue.files(),
            styled,
        ))
    })
}

fn depth(environment: &Environment, asked: Color) -> Depth {
    if asked.or(environment.color) == Color::Never {
        return Depth::None;
    }
    let term = environment.term.as_deref().unwrap_or_default();
    let colorterm = environment.colorterm.as_deref().unwrap_or_default();
    let says_so = ["truecolor", "24bit"].contains(&colorterm) || TRUE_COLOR.iter().any(|name| term.contains(name));
    if says_so || environment.console == Console::Draws {
        Depth::True
    } else if term.contains("256color") {
        Depth::Indexed
    } else {
        Depth::Ansi
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, Console, Depth, Environment, depth};

    #[test]
    fn the_terminal_says_how_many_colours_it_shows() {
        let of = |term: &str, colorterm: Option<&str>| {
            let colorterm = colorterm.map(str::to_owned);
            depth(&Environment { term: Some(term.to_owned()), colorterm, ..Environment::default() }, Color::Auto)
        };
        assert_eq!(of("xterm-256color", None), Depth::Indexed);
        assert_eq!(of("xterm-256color", Some("truecolor")), Depth::True);
        assert_eq!(of("xterm-kitty", None), Depth::True);
        assert_eq!(of("linux", None), Depth::Ansi);
        assert_eq!(of("xterm", Some("yes")), Depth::Ansi);
    }

    #[test]
    fn a_console_of_windows_shows_every_colour() {
        let of = |console| depth(&Environment { console, ..Environment::default() }, Color::Auto);
        assert_eq!(of(Console::Draws), Depth::True);
        assert_eq!(of(Console::Bare), Depth::Ansi);
    }

    #[test]
    fn no_color_wins_unless_the_command_line_says_otherwise() {
        let environment =
            Environment { term: Some("xterm-256color".to_owned()), color: Color::Never, ..Environment::default() };
        assert_eq!(depth(&environment, Color::Auto), Depth::None);
        assert_eq!(depth(&environment, Color::Never), Depth::None);
        assert_ne!(depth(&environment, Color::Always), Depth::None);
    }
}
