//! What a plan's document says about itself, in its file.

use std::fmt::Write as _;

use crate::diagnostic::toml::{Reader, Value};
use crate::knowledge::KnowledgeBase;
use crate::model::paper::{Paper, PaperField};

use super::quote::quoted;
use super::refusal::refused;

/// The table of the file that holds it.
pub(super) const TABLE: &str = "[paper]";

/// Whether a line of that key says a part of it.
pub(super) fn is_part(key: &str) -> bool {
    PaperField::ALL.iter().any(|field| field.word() == key)
}

/// Reads `[paper]`. What is wrong is reported and left out.
pub(super) fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Paper> {
    let mut table = reader.table(value)?;
    let mut paper = Paper::default();
    for field in PaperField::ALL {
        let Some(value) = table.take(field.word()) else { continue };
        let Some(text) = reader.text(value) else { continue };
        if let Err(refusal) = paper.say(field, text) {
            refused(refusal, field.word(), text, value, reader);
        }
    }
    table.finish(reader);
    Some(paper)
}

/// What two lines say together; of what is said twice the second counts.
pub(super) fn joined(mut first: Paper, second: &Paper) -> Paper {
    for field in PaperField::ALL {
        if let Some(text) = second.said(field) {
            first.say(field, &text).expect("what was said once can be said again");
        }
    }
    first
}

/// Writes `[paper]`, with an empty line before it; nothing where nothing is said.
pub(super) fn write(paper: &Paper, out: &mut String) {
    if paper.is_silent() {
        return;
    }
    let _ = writeln!(out, "\n{TABLE}");
    for field in PaperField::ALL {
        if let Some(text) = paper.said(field) {
            let _ = writeln!(out, "{} = {}", field.word(), quoted(&text));
        }
    }
}

/// The table as a form to fill in: everything is a comment.
pub(super) fn blank(base: &KnowledgeBase) -> String {
    let mut out = format!(
        "# What the document says about itself; remove the `#` before {TABLE} and what you fill in:\n# {TABLE}\n"
    );
    for field in PaperField::ALL {
        let example = match field {
            PaperField::Client => "client = \"\"                 # for whom the {planned} is built",
            PaperField::Author => "author = \"\"",
            PaperField::Company => "company = \"\"                # the author's",
            PaperField::Version => "version = \"0.1\"",
            PaperField::Status => "status = \"draft\"            # draft, for-decision, decided, superseded",
            PaperField::Confidentiality => "confidentiality = \"\"        # such as \"internal\"",
            PaperField::DecisionMaker => "decision-maker = \"\"",
            PaperField::DecideBy => "decide-by = \"2026-12-14\"    # a day",
            PaperField::Logo => "logo = \"\"                   # the path of a picture, as PNG",
        };
        let _ = writeln!(out, "# {}", base.nouns.fill(example));
    }
    out
}
