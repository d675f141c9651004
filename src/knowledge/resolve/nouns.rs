//! The nouns of the field.

use crate::diagnostic::toml::At;
use crate::knowledge::raw;
use crate::model::nouns::{Noun, Nouns};

use super::text;

/// The nouns, each as the knowledge names it or else as every field may.
pub(super) fn nouns(entry: &raw::Nouns) -> Nouns {
    let usual = Nouns::default();
    Nouns {
        planned: noun(entry.planned.as_ref()).unwrap_or(usual.planned),
        alternative: noun(entry.alternative.as_ref()).unwrap_or(usual.alternative),
        builder: noun(entry.builder.as_ref()).unwrap_or(usual.builder),
    }
}

fn noun(entry: Option<&At<raw::Noun>>) -> Option<Noun> {
    let noun = &entry?.value;
    Some(Noun { one: text(noun.one.as_ref())?, many: text(noun.many.as_ref())? })
}
