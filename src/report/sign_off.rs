//! The block to sign: who stands for which part of the decision.

use crate::knowledge::KnowledgeBase;

use super::words::documentation;

/// The parts that somebody signs for.
pub fn parts(base: &KnowledgeBase) -> [String; 4] {
    [
        "The answers are what the business wants".to_owned(),
        format!("The facts were checked with {}", documentation(base)),
        "The gaps and the conditions are known and accepted".to_owned(),
        "The decision".to_owned(),
    ]
}

/// What a signature consists of.
pub const COLUMNS: [&str; 3] = ["Name", "Date", "Signature"];
