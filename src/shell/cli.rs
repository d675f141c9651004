//! The command line: what can be asked for.

mod documents;
pub(crate) mod help;
pub(crate) mod themes;
mod values;

pub(crate) use documents::{
    Accept, Advise, Brief, Compare, Completions, Csv, Import, Man, Portfolio, PortfolioForm, Preset, Schema, SchemaOf,
    Target, Verify,
};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::knowledge::entry::EntryKind;
use crate::model::capability::Severity;

use super::color::Color;
use themes::Themes;

/// Advises whether real-time or outbound marketing carries a planned journey, and shows why
#[derive(Debug, Parser)]
#[command(name = "journey-advisor", version, after_help = help::below_options(), max_term_width = 100)]
pub struct Cli {
    /// Options that every command takes.
    #[command(flatten)]
    pub(crate) global: Global,
    /// The interview line by line: for screen readers and terminals that cannot draw
    #[arg(long)]
    pub(crate) plain: bool,
    /// A plan to go on with, such as plan.toml: it is saved there; without it the plan that was last worked on
    #[arg(value_name = "PLAN")]
    pub(crate) plan: Option<PathBuf>,
    /// What to do; the interview if absent.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

impl Cli {
    /// What is asked for without any argument. Parsing nothing would take as long as drawing the first screen.
    pub(crate) fn bare() -> Self {
        Self { global: Global::default(), plain: false, plan: None, command: None }
    }
}

#[derive(Debug, Default, Args)]
pub(crate) struct Global {
    /// Use the knowledge base in this folder instead of the built-in one
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) knowledge: Option<PathBuf>,
    /// Draw the interview in this theme
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) theme: Option<String>,
    /// When to print in colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// The day to plan for: today, article, or a date such as 2026-05-01
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show a sample plan with a tour of a minute; no plan is left behind
    Demo,
    /// Give the advice on a file of answers
    Advise(Advise),
    /// Propose answers from a client's text
    Brief(Brief),
    /// Make a plan of each journey of a list: CSV, an Excel workbook, an export of work items
    Import(Import),
    /// List all questions, or print a file to fill in
    Questions(Questions),
    /// Find capabilities, limitations, questions and events
    Search(Search),
    /// Show everything about one entry: periods, sources, who needs it
    Show(Show),
    /// Report every problem of a knowledge base
    Check(Check),
    /// Write a small knowledge base of another subject, to make your own of it
    New(New),
    /// List the themes, or make one from a colour scheme
    Themes(Themes),
    /// List the keys of the interview, your own among them
    Keys(Keys),
    /// List what is set for every plan, or set it
    Config(Config),
    /// Say which answers make the difference between two plans
    Compare(Compare),
    /// Show many plans as one: what to build once, in which order, and where the work lies
    Portfolio(Portfolio),
    /// Say whether an exported decision still holds, and whether its document was altered
    Verify(Verify),
    /// Print where your files live
    Paths,
    /// Print the JSON Schema of the advice, of a brief, of an import, of the portfolio, of a plan or of knowledge files
    Schema(Schema),
    /// Print completions for a shell
    Completions(Completions),
    /// Print a manual page
    Man(Man),
}

#[derive(Debug, Args)]
pub(crate) struct Questions {
    /// The form of the list, toml is a file to fill in; without it what the ending of FILE names, else text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<ListFormat>,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) target: Target,
}

/// A form of the questions, or of the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For a terminal
    Text,
    /// For programs
    Json,
    /// A file to start from
    Toml,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// Words to look for, in any order; all of them must match
    #[arg(value_name = "QUERY", required = true, num_args = 1..)]
    pub(crate) query: Vec<String>,
    /// Leave out what concerns only the other alternative
    #[arg(long, value_name = "ID")]
    pub(crate) alternative: Option<String>,
    /// Only entries of this kind
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<EntryKind>,
    /// Only entries of this topic
    #[arg(long, value_name = "ID")]
    pub(crate) topic: Option<String>,
    /// Only limitations this severe
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) severity: Option<Severity>,
    /// Only what no longer holds on the day planned for
    #[arg(long)]
    pub(crate) lifted: bool,
    /// Show at most so many
    #[arg(long, value_name = "NUMBER")]
    pub(crate) limit: Option<usize>,
    /// The form of the results
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// For a terminal
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The id of a question, capability, limitation or event
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Print a text to send if it is wrong: what to fill in, what the entry says, and its sources
    #[arg(long, conflicts_with = "format")]
    pub(crate) report: bool,
    /// The form
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Form,
}

#[derive(Debug, Args)]
pub(crate) struct Keys {
    /// The form of the list, toml is a file to start your own keys from; without it what the ending of FILE names, else text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<ListFormat>,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, Args)]
pub(crate) struct Config {
    /// What to show or to set, such as author; without it all settings are listed
    #[arg(value_name = "KEY")]
    pub(crate) key: Option<String>,
    /// What to set it to
    #[arg(value_name = "VALUE")]
    pub(crate) value: Option<String>,
    /// Take the setting out of your settings file
    #[arg(long, requires = "key", conflicts_with = "value")]
    pub(crate) unset: bool,
    /// Say for each setting where it comes from
    #[arg(long, conflicts_with = "key")]
    pub(crate) show_origin: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The folder of the knowledge base; the one in use if absent
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Say what a code means instead, such as K012
    #[arg(long, value_name = "CODE", conflicts_with = "folder")]
    pub(crate) explain: Option<String>,
    /// Also count all answer combinations behind each advice, and how far each question can move the margin
    #[arg(long, conflicts_with = "explain")]
    pub(crate) audit: bool,
    /// Also list what has changed since in a local clone of the documentation's repository; exit 6 if anything has
    #[arg(long, value_name = "CLONE", conflicts_with = "explain")]
    pub(crate) docs: Option<PathBuf>,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Form,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The folder to write it to: empty, or not there yet
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::Parser as _;

    #[test]
    fn nothing_asked_for_is_what_parsing_nothing_gives() {
        let parsed = Cli::try_parse_from(["journey-advisor"]).map_err(|error| error.to_string());
        assert_eq!(Ok(format!("{:?}", Cli::bare())), parsed.map(|cli| format!("{cli:?}")));
    }
}
