//! What the help and the manual page tell beside the options: examples, exit codes, and where the program looks.

use std::fmt::Write as _;

/// What one types, and what that is for.
pub(crate) const EXAMPLES: [(&str, &str); 17] = [
    ("journey-advisor", "the interview, in a terminal"),
    ("journey-advisor plan.toml", "the interview on a plan of your own, which is saved there"),
    ("journey-advisor demo", "a sample plan, shown in a minute"),
    ("journey-advisor --plain", "the interview line by line, for screen readers"),
    ("journey-advisor questions -o plan.toml", "a file to fill in"),
    ("journey-advisor brief mail.txt", "what a client's text asks for"),
    ("journey-advisor import backlog.csv", "a plan for each journey of a list"),
    ("journey-advisor advise plan.toml", "the advice on it"),
    ("journey-advisor advise plan.toml --as-of article", "by what the article said"),
    ("journey-advisor advise plan.toml -o plan.html", "a page to hand over"),
    ("journey-advisor portfolio plans/ -o portfolio.html", "many plans as one: what to build once, and in which order"),
    ("journey-advisor verify plan.html", "whether that decision still holds"),
    ("journey-advisor search text message", "what is known about it"),
    ("journey-advisor show ID", "everything about one entry"),
    ("journey-advisor new mine", "a small knowledge base of another subject, to make your own of it"),
    ("journey-advisor config theme nord", "a setting for every plan"),
    ("journey-advisor help advise", "what a command takes"),
];

/// How a command can end.
pub(crate) const EXITS: [(u8, &str); 11] = [
    (0, "advice given"),
    (1, "failure"),
    (2, "wrong usage or no terminal"),
    (3, "knowledge, theme or answers have errors"),
    (4, "nothing to recommend or understood"),
    (6, "an exported decision no longer holds"),
    (70, "a bug"),
    (129, "the terminal is gone"),
    (130, "ctrl-c"),
    (131, "asked to quit"),
    (143, "asked to end"),
];

/// The variables that are read, and what they say.
pub(crate) const VARIABLES: [(&str, &str); 15] = [
    ("NO_COLOR", "If it is not empty, nothing is coloured."),
    ("CLICOLOR_FORCE, FORCE_COLOR", "If not empty and not 0, output is coloured outside of a terminal too."),
    ("CLICOLOR", "If it is 0, nothing is coloured."),
    ("TERM, COLORTERM", "Which colours the terminal shows. With `dumb` the interview goes line by line."),
    ("ACCESSIBLE", "If it is not empty and not 0, the interview goes line by line."),
    ("LC_ALL, LC_CTYPE, LANG", "The first that is set says whether the terminal shows letters beyond ASCII."),
    ("TZ", "The time zone, which says what day today is."),
    ("SOURCE_DATE_EPOCH", "Seconds since 1970 that fix today, for documents that can be made again."),
    ("FORCE_HYPERLINK", "Whether the terminal gets links, 0 for no. If it is empty, those known for links get them."),
    (
        "TERM_PROGRAM, TERM_PROGRAM_VERSION, VTE_VERSION, WT_SESSION, KONSOLE_VERSION, DOMTERM, KITTY_WINDOW_ID",
        "Which terminal it is, and so whether it is known for links.",
    ),
    (
        "DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME, PATH",
        "Whether there is a desktop and a program to open sources and documents with.",
    ),
    (
        "JOURNEY_ADVISOR_THEME, JOURNEY_ADVISOR_AUTHOR and so on",
        "A setting for this run: its name in capitals, with _ for -. `journey-advisor config` lists them.",
    ),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "The folders for settings and plans."),
    ("HOME", "The home folder, in which these folders lie if they are not set."),
    ("APPDATA, LOCALAPPDATA, USERPROFILE", "On Windows: the folders for settings and for plans, and the home folder."),
];

/// The files of a user, and what they are for.
pub(crate) const FILES: [(&str, &str); 4] = [
    (
        "~/.config/journey-advisor/config.toml",
        "Settings for every plan; `journey-advisor config` lists and sets them. The command line comes before the environment, and that before this file.",
    ),
    (
        "~/.config/journey-advisor/keys.toml",
        "Keys of your own; `journey-advisor keys --format toml` prints one to start from.",
    ),
    ("~/.config/journey-advisor/themes/NAME.toml", "Themes of your own; `journey-advisor themes import` makes one."),
    (
        "~/.local/share/journey-advisor/",
        "Your plans, each a file of answers. `journey-advisor paths` prints the folders, which on Windows lie elsewhere.",
    ),
];

/// Where the completions for a shell go.
pub(crate) const SHELLS: [(&str, &str); 5] = [
    ("bash", "the file ~/.local/share/bash-completion/completions/journey-advisor"),
    ("elvish", "any file; in rc.elv write: eval (slurp < FILE)"),
    ("fish", "the file ~/.config/fish/completions/journey-advisor.fish"),
    ("powershell", "any file that ends in .ps1; in the file that $PROFILE names write: . FILE"),
    ("zsh", "the file _journey-advisor in a folder of $fpath"),
];

/// Where completions go, below the options.
pub(crate) fn below_completions() -> String {
    let lines = SHELLS.map(|(shell, place)| format!("  {shell:<10}  {place}"));
    format!("Where they go, with `-o FILE`:\n{}", lines.join("\n"))
}

/// Examples and exit codes below the options.
pub(crate) fn below_options() -> String {
    let width = EXAMPLES.iter().map(|(command, _)| command.len()).max().unwrap_or_default();
    let mut text = "Examples:\n".to_owned();
    for (command, what) in EXAMPLES {
        let _ = writeln!(text, "  {command:width$}   {what}");
    }
    let codes = EXITS.map(|(code, what)| format!("{code} {what}"));
    let _ = write!(text, "\nExit codes: {}", codes.join(", "));
    text
}
