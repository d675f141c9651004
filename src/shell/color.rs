//! Whether to print in colours. The command line decides before the environment, and that before the terminal.

use clap::ValueEnum;

use super::console::Console;

/// What the command line says about colours, or the environment.
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

impl Color {
    /// What variables say, the first that has a say: `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, `CLICOLOR`, `TERM`
    /// with what is known of the console. `variable` looks one up; an empty one counts as not set.
    pub(crate) fn of_variables(console: Console, variable: impl Fn(&str) -> Option<String>) -> Self {
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
            Self::Auto
        }
    }

    /// What is said here, or else there.
    pub(crate) fn or(self, other: Self) -> Self {
        if self == Self::Auto { other } else { self }
    }

    /// Whether to print in colours where `is_terminal`.
    pub(crate) fn decide(self, is_terminal: bool) -> bool {
        self == Self::Always || self == Self::Auto && is_terminal
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, Console};

    fn said(console: Console, set: &[(&str, &str)]) -> Color {
        Color::of_variables(console, |name| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_first_variable_that_has_a_say_decides() {
        let term = ("TERM", "xterm-256color");
        for (set, expected) in [
            (&[term][..], Color::Auto),
            (&[term, ("NO_COLOR", "1"), ("FORCE_COLOR", "1")], Color::Never),
            (&[term, ("NO_COLOR", "")], Color::Auto),
            (&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], Color::Always),
            (&[term, ("FORCE_COLOR", "0")], Color::Auto),
            (&[term, ("CLICOLOR", "0")], Color::Never),
            (&[("TERM", "dumb")], Color::Never),
            (&[], Color::Never),
        ] {
            assert_eq!(said(Console::Named, set), expected, "{set:?}");
        }
    }

    #[test]
    fn on_windows_colours_need_no_term() {
        for (console, set, expected) in [
            (Console::Draws, &[][..], Color::Auto),
            (Console::Draws, &[("TERM", "")], Color::Auto),
            (Console::Draws, &[("TERM", "xterm-256color")], Color::Auto),
            (Console::Draws, &[("TERM", "dumb")], Color::Never),
            (Console::Draws, &[("NO_COLOR", "1")], Color::Never),
            (Console::Draws, &[("CLICOLOR", "0")], Color::Never),
            (Console::Bare, &[], Color::Never),
            (Console::Bare, &[("FORCE_COLOR", "1")], Color::Always),
        ] {
            assert_eq!(said(console, set), expected, "{console:?} {set:?}");
        }
    }

    #[test]
    fn the_command_line_decides_before_the_environment_and_that_before_the_terminal() {
        assert!(Color::Always.or(Color::Never).decide(false));
        assert!(!Color::Never.or(Color::Always).decide(true));
        assert!(Color::Auto.or(Color::Always).decide(false));
        assert!(!Color::Auto.or(Color::Never).decide(true));
        assert!(Color::Auto.or(Color::Auto).decide(true) && !Color::Auto.or(Color::Auto).decide(false));
    }
}
