//! Where a person was in a plan: kept beside it, so that the next start goes on exactly there.

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::context::{SCREENS, Screen};

/// A screen, and the question that was at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bookmark {
    /// The screen.
    pub(crate) screen: Screen,
    /// The question.
    pub(crate) question: Key<Question>,
}

impl Bookmark {
    /// The bookmark as a line of text.
    pub fn write(self, base: &KnowledgeBase) -> String {
        format!("{} {}\n", self.screen.row().context.word(), base.questions[self.question].id)
    }

    /// The bookmark in a line of text, if its screen and question still exist.
    pub fn read(text: &str, base: &KnowledgeBase) -> Option<Self> {
        let (word, id) = text.trim().split_once(' ')?;
        let row = SCREENS.iter().find(|row| row.is_kept && row.context.word() == word)?;
        Some(Self { screen: row.screen, question: base.question(id)? })
    }
}
