//! What a terminal takes. Elsewhere its name tells; a console of Windows has none, and is asked.

/// What is known of a terminal besides its name in `TERM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Console {
    /// Nothing.
    #[default]
    Named,
    /// It is a console of Windows that draws and colours.
    Draws,
    /// It is one that shows text and nothing else: from before Windows 10, or set to behave like it.
    Bare,
}

impl Console {
    /// The console of the process, which is told to take sequences if it can.
    #[cfg(windows)]
    pub(crate) fn of_process() -> Self {
        if ratatui::crossterm::ansi_support::supports_ansi() { Self::Draws } else { Self::Bare }
    }

    #[cfg(not(windows))]
    pub(crate) fn of_process() -> Self {
        Self::Named
    }

    /// Whether a terminal of that name takes the sequences that draw and colour.
    pub(crate) fn takes_sequences(self, term: Option<&str>) -> bool {
        !matches!((self, term), (_, Some("dumb")) | (Self::Named, None) | (Self::Bare, _))
    }
}

#[cfg(test)]
mod tests {
    use super::Console;

    #[test]
    fn a_console_of_windows_needs_no_name() {
        for (console, term, expected) in [
            (Console::Named, Some("xterm"), true),
            (Console::Named, Some("dumb"), false),
            (Console::Named, None, false),
            (Console::Draws, None, true),
            (Console::Draws, Some("xterm-256color"), true),
            (Console::Draws, Some("dumb"), false),
            (Console::Bare, None, false),
            (Console::Bare, Some("dumb"), false),
        ] {
            assert_eq!(console.takes_sequences(term), expected, "{console:?} {term:?}");
        }
    }
}
