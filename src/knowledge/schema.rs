//! The JSON Schema of knowledge files, from the declarations that also read them.

use serde_json::{Value, json};

use super::raw::{Advisor, Sources, TopicFile};
use super::shape::Shape;

/// The schema of any file of a knowledge base. Editors find it by the `#:schema` line at the top of each file.
pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "journey-advisor knowledge",
        "anyOf": [
            { "$ref": "#/$defs/topic" },
            { "$ref": "#/$defs/sources" },
            { "$ref": "#/$defs/advisor" },
        ],
        "$defs": { "topic": TopicFile::schema(), "sources": Sources::schema(), "advisor": Advisor::schema() },
    })
}
