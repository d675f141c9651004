//! What stands in JSON as a word or a number of this program.

use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Question};
use crate::model::verdict::RequirementNumber;

/// What is shown as text, and made to text only when it is written.
pub(super) struct Shown<T>(pub(super) T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

pub(super) type Numbers = Vec<Shown<RequirementNumber>>;

pub(super) fn id(question: Key<Question>, base: &KnowledgeBase) -> &str {
    base.questions[question].id.as_str()
}

pub(super) fn choice_id(question: Key<Question>, choice: ChoiceIndex, base: &KnowledgeBase) -> &str {
    base.questions[question][choice].id.as_str()
}

pub(super) fn numbers(numbers: &[RequirementNumber]) -> Numbers {
    numbers.iter().copied().map(Shown).collect()
}
