//! `schema`: the JSON Schema of the advice, of a brief, of the portfolio or of knowledge files.

use crate::export::json;
use crate::knowledge::schema;
use crate::shell::cli::{Schema, SchemaOf};
use crate::shell::exit::{Exit, Failure};
use crate::shell::output;

pub(super) fn run(args: &Schema) -> Result<Exit, Failure> {
    match args.of {
        SchemaOf::Advice => output::data(json::SCHEMA)?,
        SchemaOf::Portfolio => output::data(json::portfolio::SCHEMA)?,
        SchemaOf::Brief => output::data(json::BRIEF_SCHEMA)?,
        SchemaOf::Knowledge => output::data(&json::text(&schema::schema()))?,
    }
    Ok(Exit::Done)
}
