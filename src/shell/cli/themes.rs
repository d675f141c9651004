//! `themes`: what can be asked about colours.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Form, Target};

#[derive(Debug, Args)]
pub(crate) struct Themes {
    /// What to do; the list if absent.
    #[command(subcommand)]
    pub(crate) command: Option<ThemesCommand>,
    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Form,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ThemesCommand {
    /// Make a theme from a base16 or base24 colour scheme
    Import(Import),
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The colour scheme; `-` reads the standard input
    #[arg(value_name = "SCHEME.yaml")]
    pub(crate) scheme: PathBuf,
    /// Where it goes.
    #[command(flatten)]
    pub(crate) target: Target,
    /// Refuse colours that cannot be read instead of moving them
    #[arg(long)]
    pub(crate) strict: bool,
}
