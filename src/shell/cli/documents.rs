//! The commands around the advice as a document.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::brief::list::Columns;
use crate::export::csv::{self, Dialect};
use crate::export::devops::{Suffix, Template};
use crate::export::{Extent, Format};

use super::{Form, ListFormat};

#[derive(Debug, Args)]
pub(crate) struct Target {
    /// Write to this file instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file if it is there already
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

impl Target {
    /// The file; `-` is the standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }
}

/// How the rows of the csv form are written.
#[derive(Debug, Args)]
pub(crate) struct Csv {
    /// What stands between the cells of the csv form: `;` is what spreadsheets expect where the comma stands in numbers
    #[arg(long, value_name = "DELIMITER")]
    pub(crate) delimiter: Option<Delimiter>,
    /// Begin the csv form with a line such as `sep=;`, by which Excel knows the delimiter in any language; some versions then misread
    /// letters beyond ASCII
    #[arg(long)]
    pub(crate) sep: bool,
}

impl Csv {
    /// How rows are to be written; nothing if nothing is said about it.
    pub(crate) fn dialect(&self) -> Option<Dialect> {
        let delimiter = match self.delimiter {
            None if !self.sep => return None,
            None | Some(Delimiter::Comma) => csv::Delimiter::Comma,
            Some(Delimiter::Semicolon) => csv::Delimiter::Semicolon,
            Some(Delimiter::Tab) => csv::Delimiter::Tab,
        };
        Some(Dialect { delimiter, has_sep_line: self.sep })
    }
}

/// What stands between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Delimiter {
    /// As everywhere else
    #[value(alias = ",")]
    Comma,
    /// The same as `;`
    #[value(alias = ";")]
    Semicolon,
    /// What is in no text
    Tab,
}

#[derive(Debug, Args)]
pub(crate) struct Advise {
    /// The file of answers; `-` reads the standard input. With `--jsonl` any number of files and folders
    #[arg(value_name = "ANSWERS.toml", required = true, num_args = 1..)]
    pub(crate) answers: Vec<PathBuf>,
    /// The form of the advice; without it what the ending of FILE names, such as `.html`, else text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) target: Target,
    /// How much the text, markdown and html forms hold
    #[arg(long, value_name = "EXTENT", default_value = "full")]
    pub(crate) extent: Extent,
    /// With `--jsonl` also say what the advice stands on and what would change it; other forms say it with `--extent full`
    #[arg(long)]
    pub(crate) why: bool,
    /// Leave out the title, all notes and all amounts
    #[arg(long)]
    pub(crate) redact: bool,
    /// Write the csv form as work items for this tracker
    #[arg(long, value_name = "NAME")]
    pub(crate) preset: Option<Preset>,
    /// What stands behind the names of the template's own fields, with the preset ado-d365; empty for an older edition of it
    #[arg(long, value_name = "TEXT", value_parser = Suffix::parse, requires = "preset")]
    pub(crate) ado_suffix: Option<Suffix>,
    /// How its rows are written.
    #[command(flatten)]
    pub(crate) csv: Csv,
    /// Advise on many plans: one JSON object a line, in the order given; files that cannot be used are reported and skipped
    #[arg(long, conflicts_with_all = ["format", "output", "extent", "preset", "delimiter", "sep", "ado_suffix"])]
    pub(crate) jsonl: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Brief {
    /// The text: plain, Markdown or a Word document; `-` reads the standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The form of the proposals, toml is a file of answers; without it what the ending of the output names, else text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<ListFormat>,
    /// Where they go.
    #[command(flatten)]
    pub(crate) target: Target,
    /// Make these proposals answers of the file; all others stay comments
    #[arg(long, value_name = "TIER")]
    pub(crate) accept: Option<Accept>,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The list: CSV with commas, semicolons or tabs, an Excel workbook (.xlsx), or an export of work items; `-` reads the
    /// standard input
    #[arg(value_name = "LIST")]
    pub(crate) list: PathBuf,
    /// The folder of the plans; one beside the list with its name if absent. No file in it is ever replaced
    #[arg(long, value_name = "DIR")]
    pub(crate) into: Option<PathBuf>,
    /// What the columns are, by their heads: title=HEAD,text=HEAD,journey=HEAD,importance=HEAD,number=HEAD; usual heads are
    /// known. Rows of one journey become one plan
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) columns: Option<Columns>,
    /// Make these proposals answers of the plans; all others stay comments
    #[arg(long, value_name = "TIER")]
    pub(crate) accept: Option<Accept>,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Form,
}

/// The proposals that become answers without a look at each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Accept {
    /// Those that are likely
    Likely,
}

/// A tracker that the csv form can be made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Preset {
    /// Azure DevOps, process template Agile; `ado` is the same
    #[value(alias = "ado")]
    AdoAgile,
    /// Azure DevOps, process template Scrum
    AdoScrum,
    /// Azure DevOps, process template CMMI
    AdoCmmi,
    /// Azure DevOps, process template Basic
    AdoBasic,
    /// Azure DevOps, template of the business process catalog
    AdoD365,
}

impl Preset {
    /// The process template; the suffix belongs to the last of them.
    pub(crate) fn template(self, suffix: Suffix) -> Template {
        match self {
            Self::AdoAgile => Template::Agile,
            Self::AdoScrum => Template::Scrum,
            Self::AdoCmmi => Template::Cmmi,
            Self::AdoBasic => Template::Basic,
            Self::AdoD365 => Template::Catalog(suffix),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Portfolio {
    /// Plans, and folders that stand for all plans in them and below
    #[arg(value_name = "PLAN", required = true, num_args = 1..)]
    pub(crate) plans: Vec<PathBuf>,
    /// The form of the portfolio; without it what the ending of FILE names, such as `.html`, else text
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<PortfolioForm>,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) target: Target,
    /// How its rows are written.
    #[command(flatten)]
    pub(crate) csv: Csv,
    /// Leave out the titles of the plans
    #[arg(long)]
    pub(crate) redact: bool,
}

/// A form of the portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PortfolioForm {
    /// For a terminal
    Text,
    /// For a page or a ticket
    Markdown,
    /// A page for a browser, and for paper, with a heat map
    Html,
    /// A document for a word processor
    Docx,
    /// A workbook for a spreadsheet, with a heat map
    Xlsx,
    /// For a spreadsheet
    Csv,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// The first file of answers
    #[arg(value_name = "A.toml")]
    pub(crate) first: PathBuf,
    /// The second file of answers
    #[arg(value_name = "B.toml")]
    pub(crate) second: PathBuf,
    /// The form of the comparison
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Form,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// A decision exported as docx, xlsx, markdown, html, json or adr; `-` reads the standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The form of the finding
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Form,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// What to describe
    #[arg(value_name = "WHAT")]
    pub(crate) of: SchemaOf,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// What `advise --format json` prints
    Advice,
    /// What `portfolio --format json` prints
    Portfolio,
    /// What `brief --format json` prints
    Brief,
    /// A file of answers, for editors
    Plan,
    /// What `import --format json` prints
    Import,
    /// The files of a knowledge base
    Knowledge,
}

#[derive(Debug, Args)]
#[command(after_help = super::help::below_completions())]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
    /// Where they go.
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The command that the page is about; the program as a whole if absent
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) target: Target,
}
