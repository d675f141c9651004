//! Where a person was in a plan: kept beside it, so that the next start goes on exactly there.

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::Screen;

/// A screen, and the question that was at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The screen.
    pub screen: Screen,
    /// The question.
    pub question: Key<Question>,
}

/// The screens to go back to, with their names in files.
const SCREENS: [(Screen, &str); 5] = [
    (Screen::Interview, "questions"),
    (Screen::Review, "answers"),
    (Screen::Verdict, "advice"),
    (Screen::Search, "search"),
    (Screen::Export, "export"),
];

impl Place {
    /// Whether a screen is one to go back to.
    pub fn can_be(screen: Screen) -> bool {
        SCREENS.iter().any(|(known, _)| *known == screen)
    }

    /// The place as a line of text.
    pub fn write(self, base: &KnowledgeBase) -> String {
        let screen = SCREENS.iter().find(|(screen, _)| *screen == self.screen).map_or("questions", |(_, word)| word);
        format!("{screen} {}\n", base.questions[self.question].id)
    }

    /// The place in a line of text, if it still exists.
    pub fn read(text: &str, base: &KnowledgeBase) -> Option<Self> {
        let (word, id) = text.trim().split_once(' ')?;
        let (screen, _) = SCREENS.into_iter().find(|(_, known)| *known == word)?;
        Some(Self { screen, question: base.question(id)? })
    }
}
