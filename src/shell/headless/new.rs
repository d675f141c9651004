//! `new`: a small knowledge base to make one's own of, with the guide for authors beside it.

use std::path::Path;

use crate::export::json;
use crate::knowledge::schema;
use crate::shell::cli::New;
use crate::shell::exit::{Exit, Failure};
use crate::shell::quote::quoted;
use crate::shell::{files, output};

/// The files of the knowledge base, in which every head is explained, and the guide.
const TEMPLATE: [(&str, &str); 4] = [
    ("advisor.toml", include_str!("../../../templates/advisor.toml")),
    ("sources.toml", include_str!("../../../templates/sources.toml")),
    ("topics/ride.toml", include_str!("../../../templates/topics/ride.toml")),
    ("AUTHORS.md", include_str!("../../../knowledge/AUTHORS.md")),
];

pub(super) fn run(args: &New) -> Result<Exit, Failure> {
    let folder = args.folder.as_path();
    files::begin_folder(folder, &["topics"])?;
    for (name, text) in TEMPLATE {
        files::write(&folder.join(name), text.as_bytes(), false)?;
    }
    files::write(&folder.join("schema.json"), json::text(&schema::schema()).as_bytes(), false)?;
    output::data(&told(folder))?;
    Ok(Exit::Done)
}

/// What was written, and what to do with it.
fn told(folder: &Path) -> String {
    let quoted = quoted(folder);
    format!(
        "{} holds a small knowledge base, a bicycle or a bus, in which every head is explained.\n\
         Put your own subject in its place; AUTHORS.md beside it is the guide.\n\
         journey-advisor check {quoted}: every problem at once, with its place\n\
         journey-advisor --knowledge {quoted}: the interview\n",
        files::shown(folder)
    )
}
