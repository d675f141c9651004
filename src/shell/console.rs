//! What a terminal takes. Elsewhere its name tells; a console of Windows has none, and is asked.

/// What is known of a terminal besides its name in `TERM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Console {
    #[default]
    Named,
    Windows {
        /// Whether it takes the sequences that draw and colour.
        takes_sequences: bool,
    },
}

impl Console {
    pub(crate) const DRAWS: Self = Self::Windows { takes_sequences: true };

    /// A console of Windows that shows text and nothing else: one before Windows 10, or set to behave like it.
    pub(crate) const BARE: Self = Self::Windows { takes_sequences: false };

    /// The console of the process, which is told to take sequences if it can.
    #[cfg(windows)]
    pub(crate) fn of_process() -> Self {
        Self::Windows { takes_sequences: ratatui::crossterm::ansi_support::supports_ansi() }
    }

    #[cfg(not(windows))]
    pub(crate) fn of_process() -> Self {
        Self::Named
    }

    /// Whether a terminal of that name takes the sequences that draw and colour.
    pub(crate) fn takes_sequences(self, term: Option<&str>) -> bool {
        match (self, term) {
            (_, Some("dumb")) | (Self::Named, None) => false,
            (Self::Named, Some(_)) => true,
            (Self::Windows { takes_sequences }, _) => takes_sequences,
        }
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
            (Console::DRAWS, None, true),
            (Console::DRAWS, Some("xterm-256color"), true),
            (Console::DRAWS, Some("dumb"), false),
            (Console::BARE, None, false),
            (Console::BARE, Some("dumb"), false),
        ] {
            assert_eq!(console.takes_sequences(term), expected, "{console:?} {term:?}");
        }
    }
}
