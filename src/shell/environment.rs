//! The environment, read once.
#![expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]

use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdin, stdout};

use crate::app::preference::PreferenceName;

use super::color::Color;
use super::console::Console;

/// What the environment says.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Environment {
    pub(crate) color: Color,
    pub(crate) stdin_is_terminal: bool,
    pub(crate) stdout_is_terminal: bool,
    pub(crate) stderr_is_terminal: bool,
    pub(crate) console: Console,
    pub(crate) term: Option<String>,
    pub(crate) colorterm: Option<String>,
    /// Whether a person asked for programs that can be read aloud.
    pub(crate) is_accessible: bool,
    pub(crate) locale: Option<String>,
    /// Whether the terminal is known to make links of letters.
    pub(crate) shows_links: bool,
    /// Whether there is a desktop on which another program could show something.
    pub(crate) has_desktop: bool,
    /// Whether this is a Linux within Windows.
    pub(crate) is_wsl: bool,
    /// The folders in which programs are looked for.
    pub(crate) search_path: Option<OsString>,
    /// A fixed time for reproducible output, in seconds since 1970, as written.
    pub(crate) source_date_epoch: Option<String>,
    /// What is set for every plan, as written.
    pub(crate) preferences: Vec<(PreferenceName, String)>,
    /// Where the interview is to panic, so that a test can see how it ends then.
    #[cfg(debug_assertions)]
    pub(crate) fail_point: Option<String>,
}

/// The variable that sets something for every plan.
pub(crate) fn variable(name: PreferenceName) -> String {
    format!("JOURNEY_ADVISOR_{}", name.word().replace('-', "_").to_ascii_uppercase())
}

/// Whether anything stands on the command line besides the program.
pub(crate) fn has_arguments() -> bool {
    std::env::args_os().nth(1).is_some()
}

/// The command line, beginning with the program. Wildcards stand for the files that are there on every system.
pub(crate) fn arguments() -> impl Iterator<Item = OsString> {
    wild::args_os()
}

pub(super) fn time_zone() -> Option<String> {
    std::env::var("TZ").ok()
}

impl Environment {
    pub(crate) fn read() -> Self {
        let variable = |name: &str| std::env::var(name).ok();
        let console = Console::of_process();
        Self {
            color: Color::of_variables(console, variable),
            stdin_is_terminal: stdin().is_terminal(),
            stdout_is_terminal: stdout().is_terminal(),
            stderr_is_terminal: stderr().is_terminal(),
            console,
            term: variable("TERM").filter(|term| !term.is_empty()),
            colorterm: variable("COLORTERM"),
            is_accessible: variable("ACCESSIBLE").is_some_and(|value| !value.is_empty() && value != "0"),
            locale: locale(variable),
            shows_links: shows_links(variable),
            has_desktop: ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().filter_map(variable).any(|value| !value.is_empty()),
            is_wsl: variable("WSL_DISTRO_NAME").is_some(),
            search_path: std::env::var_os("PATH"),
            source_date_epoch: std::env::var_os("SOURCE_DATE_EPOCH")
                .map(|value| value.to_string_lossy().into_owned())
                .filter(|value| !value.is_empty()),
            preferences: PreferenceName::ALL
                .into_iter()
                .filter_map(|name| Some((name, variable(&self::variable(name)).filter(|text| !text.is_empty())?)))
                .collect(),
            #[cfg(debug_assertions)]
            fail_point: variable("JOURNEY_ADVISOR_FAIL_POINT"),
        }
    }

    /// Whether there is a terminal to draw on and to read keys from.
    pub(crate) fn has_terminal(&self) -> bool {
        self.stdin_is_terminal && self.stdout_is_terminal && self.console.takes_sequences(self.term.as_deref())
    }

    /// Whether the interview is to go line by line: somebody asked for that, or the terminal cannot draw.
    pub(crate) fn wants_lines(&self) -> bool {
        self.cannot_draw() || self.is_accessible && self.stdin_is_terminal && self.stdout_is_terminal
    }

    /// Whether there is a terminal that cannot draw.
    pub(crate) fn cannot_draw(&self) -> bool {
        let is_dumb = self.term.as_deref() == Some("dumb") || self.console == Console::Bare;
        self.stdin_is_terminal && self.stdout_is_terminal && is_dumb
    }

    /// Whether letters beyond ASCII can be shown.
    pub(crate) fn is_utf8(&self) -> bool {
        let says_so = |locale: &str| locale.to_ascii_lowercase().replace('-', "").contains("utf8");
        cfg!(windows) || self.locale.as_deref().is_some_and(says_so)
    }

    /// Whether a program of that name is there.
    pub(crate) fn finds(&self, program: &str) -> bool {
        let folders = self.search_path.iter().flat_map(std::env::split_paths);
        folders.map(|folder| folder.join(program)).any(|path| path.is_file())
    }

    pub(crate) fn colors_stdout(&self, asked: Color) -> bool {
        asked.or(self.color).decide(self.stdout_is_terminal)
    }

    pub(crate) fn colors_stderr(&self, asked: Color) -> bool {
        asked.or(self.color).decide(self.stderr_is_terminal)
    }
}

/// The first variable that says something about letters.
fn locale(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty())
}

/// Whether a terminal that sets these variables is known for links. Any other might print what it does not understand.
fn shows_links(variable: impl Fn(&str) -> Option<String>) -> bool {
    const PROGRAMS: [&str; 9] =
        ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal", "contour"];
    const TERMS: [&str; 6] = ["kitty", "alacritty", "foot", "wezterm", "ghostty", "contour"];
    /// The first version of the library behind GNOME Terminal and others that knows links.
    const VTE: u32 = 5_000;
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    if let Some(forced) = variable("FORCE_HYPERLINK").filter(|value| !value.is_empty()) {
        return forced != "0";
    }
    let term = variable("TERM").unwrap_or_default();
    let program = variable("TERM_PROGRAM").unwrap_or_default();
    let vte = variable("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    let is_tmux =
        program == "tmux" && variable("TERM_PROGRAM_VERSION").is_some_and(|version| numbers(&version) >= Some((3, 4)));
    TERMS.iter().any(|known| term.contains(known))
        || PROGRAMS.contains(&program.as_str())
        || vte.is_some_and(|version| version >= VTE)
        || ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID"].into_iter().any(is_set)
        || is_tmux
}

/// The first two numbers of a version such as `3.4a`.
fn numbers(version: &str) -> Option<(u32, u32)> {
    let (major, rest) = version.split_once('.')?;
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    Some((major.parse().ok()?, rest.get(..end)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Console, Environment, numbers, shows_links};

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(numbers("3.10") > numbers("3.4") && numbers("10.0") > numbers("3.4a"));
        assert_eq!((numbers("3.3a"), numbers("next-3.6"), numbers("3")), (Some((3, 3)), None, None));
    }

    #[test]
    fn links_are_shown_where_the_terminal_is_known_for_them() {
        let of = |set: &[(&str, &str)]| {
            shows_links(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert!(of(&[("TERM", "xterm-kitty")]) && of(&[("TERM", "alacritty")]) && of(&[("TERM_PROGRAM", "WezTerm")]));
        assert!(of(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7400")]) && of(&[("WT_SESSION", "1")]));
        assert!(of(&[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.4")]) && of(&[("FORCE_HYPERLINK", "1")]));
        assert!(!of(&[]) && !of(&[("TERM", "linux")]) && !of(&[("TERM", "xterm")]) && !of(&[("VTE_VERSION", "4800")]));
        assert!(!of(&[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a")]));
        assert!(!of(&[("TERM", "xterm-kitty"), ("FORCE_HYPERLINK", "0")]));
    }

    #[test]
    #[cfg(not(windows))]
    fn the_first_variable_about_letters_decides() {
        let of = |set: &[(&str, &str)]| {
            let variable =
                |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            Environment { locale: super::locale(variable), ..Environment::default() }.is_utf8()
        };
        assert!(of(&[("LANG", "C.UTF-8")]) && of(&[("LC_CTYPE", "de_DE.utf8"), ("LANG", "C")]));
        assert!(of(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")]));
        assert!(!of(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]) && !of(&[]));
    }

    #[test]
    fn a_dumb_terminal_is_none_to_draw_on() {
        let terminal = Environment { stdin_is_terminal: true, stdout_is_terminal: true, ..Environment::default() };
        let of = |console, term: Option<&str>| {
            let environment = Environment { console, term: term.map(str::to_owned), ..terminal.clone() };
            (environment.has_terminal(), environment.wants_lines())
        };
        let (draws, lines, neither) = ((true, false), (false, true), (false, false));
        assert_eq!(of(Console::Named, Some("xterm")), draws);
        assert_eq!(of(Console::Named, Some("dumb")), lines);
        assert_eq!(of(Console::Named, None), neither);
        assert_eq!(of(Console::Draws, None), draws);
        assert_eq!(of(Console::Draws, Some("dumb")), lines);
        assert_eq!(of(Console::Bare, None), lines);
    }
}
