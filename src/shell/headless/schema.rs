//! `schema`: the JSON Schema of the advice, of a brief, of an import, of the portfolio, of a file of answers or of knowledge files.

use std::borrow::Cow;

use crate::answers::plan_schema;
use crate::export::json;
use crate::knowledge::schema;
use crate::shell::cli::{Schema, SchemaOf};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, knowledge};

pub(super) fn run(args: &Schema, world: &World) -> Result<Exit, Failure> {
    let text: Cow<'_, str> = match args.of {
        SchemaOf::Advice => json::SCHEMA.into(),
        SchemaOf::Portfolio => json::portfolio::SCHEMA.into(),
        SchemaOf::Brief => json::BRIEF_SCHEMA.into(),
        SchemaOf::Import => json::IMPORT_SCHEMA.into(),
        SchemaOf::Plan => json::text(&plan_schema(&knowledge::knowledge(world)?)).into(),
        SchemaOf::Knowledge => json::text(&schema::schema()).into(),
    };
    super::deliver(&text, &args.target)?;
    Ok(Exit::Done)
}
