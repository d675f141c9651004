//! Ideas of the program as values of options: by their words, with what `--help` says of them.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::export::{Extent, Format};
use crate::knowledge::entry::EntryKind;
use crate::model::capability::Severity;

impl ValueEnum for EntryKind {
    fn value_variants<'v>() -> &'v [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(match self {
            Self::Question => "A question of the interview",
            Self::Capability => "Something an alternative can do",
            Self::Limitation => "A restriction",
            Self::Workaround => "What to do instead where a restriction holds",
            Self::Event => "A dated event",
        }))
    }
}

impl ValueEnum for Severity {
    fn value_variants<'v>() -> &'v [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(match self {
            Self::Blocker => "The capability cannot be had",
            Self::Major => "It changes the design",
            Self::Minor => "A nuisance",
        }))
    }
}

impl ValueEnum for Extent {
    fn value_variants<'v>() -> &'v [Self] {
        &[Self::Brief, Self::Full]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(match self {
            Self::Brief => "The two pages of the decision paper",
            Self::Full => "These pages, and all that they rest on",
        }))
    }
}

impl ValueEnum for Format {
    fn value_variants<'v>() -> &'v [Self] {
        &[Self::Text, Self::Markdown, Self::Html, Self::Word, Self::Excel, Self::Json, Self::Csv, Self::Adr]
    }

    /// The register for Azure DevOps is the csv form with a preset.
    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Text => "For a terminal",
            Self::Markdown => "For a page or a ticket",
            Self::Html => "A page for a browser, and for paper",
            Self::Word => "A document for a word processor",
            Self::Excel => "A workbook with the register to work with",
            Self::Json => "For programs",
            Self::Csv => "The fit-gap register for a spreadsheet",
            Self::Adr => "A decision record after MADR 4",
            Self::DevOps => return None,
        };
        Some(PossibleValue::new(self.word()).help(help))
    }
}
