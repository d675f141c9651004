//! Whether to print in colours. The command line decides before the environment, and that before the terminal.

use clap::ValueEnum;

use super::console::Console;

/// What the command line says about colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Color {
    /// In a terminal, unless the environment says otherwise
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What the environment says about colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Wish {
    #[default]
    Open,
    Always,
    Never,
}

impl Wish {
    /// What variables say, the first that has a say: `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, `CLICOLOR`, `TERM`
    /// with what is known of the console. `variable` looks one up; an empty one counts as not set.
    pub(crate) fn of(console: Console, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let forces = |name: &str| set(name).is_some_and(|value| value != "0");
        if set("NO_COLOR").is_some() {
            Self::Never
        } else if forces("CLICOLOR_FORCE") || forces("FORCE_COLOR") {
            Self::Always
        } else if set("CLICOLOR").is_some_and(|value| value == "0") || !console.takes_sequences(set("TERM").as_deref())
        {
            Self::Never
        } else {
            Self::Open
        }
    }
}

/// Whether to print in colours where `is_terminal`.
pub(crate) fn decide(asked: Color, wish: Wish, is_terminal: bool) -> bool {
    match (asked, wish) {
        (Color::Always, _) | (Color::Auto, Wish::Always) => true,
        (Color::Never, _) | (Color::Auto, Wish::Never) => false,
        (Color::Auto, Wish::Open) => is_terminal,
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, Console, Wish, decide};

    fn wish(console: Console, set: &[(&str, &str)]) -> Wish {
        Wish::of(console, |name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_first_variable_that_has_a_say_decides() {
        let term = ("TERM", "xterm-256color");
        for (set, expected) in [
            (&[term][..], Wish::Open),
            (&[term, ("NO_COLOR", "1"), ("FORCE_COLOR", "1")], Wish::Never),
            (&[term, ("NO_COLOR", "")], Wish::Open),
            (&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], Wish::Always),
            (&[term, ("FORCE_COLOR", "0")], Wish::Open),
            (&[term, ("CLICOLOR", "0")], Wish::Never),
            (&[("TERM", "dumb")], Wish::Never),
            (&[], Wish::Never),
        ] {
            assert_eq!(wish(Console::Named, set), expected, "{set:?}");
        }
    }

    #[test]
    fn on_windows_colours_need_no_term() {
        for (console, set, expected) in [
            (Console::DRAWS, &[][..], Wish::Open),
            (Console::DRAWS, &[("TERM", "")], Wish::Open),
            (Console::DRAWS, &[("TERM", "xterm-256color")], Wish::Open),
            (Console::DRAWS, &[("TERM", "dumb")], Wish::Never),
            (Console::DRAWS, &[("NO_COLOR", "1")], Wish::Never),
            (Console::DRAWS, &[("CLICOLOR", "0")], Wish::Never),
            (Console::BARE, &[], Wish::Never),
            (Console::BARE, &[("FORCE_COLOR", "1")], Wish::Always),
        ] {
            assert_eq!(wish(console, set), expected, "{console:?} {set:?}");
        }
    }

    #[test]
    fn the_command_line_decides_before_the_environment_and_that_before_the_terminal() {
        assert!(decide(Color::Always, Wish::Never, false));
        assert!(!decide(Color::Never, Wish::Always, true));
        assert!(decide(Color::Auto, Wish::Always, false));
        assert!(!decide(Color::Auto, Wish::Never, true));
        assert!(decide(Color::Auto, Wish::Open, true) && !decide(Color::Auto, Wish::Open, false));
    }
}
