//! What is known of plans that are kept: which one is open, how it is saved, and which others there are.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::visible::Visible;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::report::words;

use super::bookmark::Bookmark;
use super::history::Steps;
use super::plan::as_of;
use super::progress::Progress;

/// The number of a plan in its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanNumber(pub u32);

/// So many plans besides the one that is open are read before the first frame; if there are more, all follow soon.
pub(crate) const FIRST_LISTED: usize = 500;

/// A plan that is kept and not the one that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub number: PlanNumber,
    /// Its answers.
    pub answers: Answers,
    /// The day on which it was last changed.
    pub changed: Day,
}

/// What is open now, and what else there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The answers.
    pub answers: Answers,
    /// Whether they are kept.
    pub session: Session,
    /// Where the person was in them.
    pub bookmark: Option<Bookmark>,
    /// What can be taken back and made again.
    pub steps: Steps,
    /// What a person must know about them.
    pub notice: Option<String>,
    /// What became of answers that were given to another edition of the knowledge.
    pub differences: Vec<String>,
    /// What another copy of the plan says that lies beside it.
    pub foreign: Option<Box<Answers>>,
    /// The other plans, the last changed first.
    pub others: Vec<Kept>,
}

/// Where the answers come from and go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Session {
    /// They are not to be saved.
    NotKept,
    /// They are saved, and none was there before.
    New,
    /// They are saved, and this plan was there before.
    Resumed,
    /// Another window has them: they can be read.
    ReadOnly,
    /// They are a sample: they are not saved, and are nobody's to lose.
    Sample,
}

impl Opened {
    /// A plan without an answer.
    pub fn blank(session: Session) -> Self {
        let (answers, differences, others) = (Answers::default(), Vec::new(), Vec::new());
        let steps = Steps::default();
        Self { answers, session, bookmark: None, steps, notice: None, differences, foreign: None, others }
    }
}

/// Which plan to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// One that is kept.
    Kept(PlanNumber),
    /// One without an answer.
    New,
    /// One that begins with these answers.
    Copy(Box<Answers>),
    /// A file of the user's own, by its path.
    File(String),
    /// A sample with these answers, which is not saved.
    Sample(Box<Answers>),
    /// Several that begin with these answers: the first, which is opened, and those beside it.
    Each(Box<Answers>, Vec<Answers>),
}

/// Whether the answers are on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was answered yet.
    Nothing,
    /// They are being written.
    Writing,
    /// They are on disk.
    Yes,
    /// They could not be written, with the reason.
    No(String),
    /// There is no place to keep them.
    NotKept,
    /// They are, and another window has them.
    ReadOnly,
}

impl Saved {
    /// How answers are saved that come from there, before anything is changed.
    pub(super) fn at_first(session: Session) -> Self {
        match session {
            Session::NotKept => Self::NotKept,
            Session::Resumed => Self::Yes,
            Session::New | Session::Sample => Self::Nothing,
            Session::ReadOnly => Self::ReadOnly,
        }
    }
}

impl Kept {
    /// How many of the questions that are asked have an answer.
    pub(crate) fn progress(&self, base: &KnowledgeBase) -> Progress {
        Progress::of(&self.answers, Visible::of(base, &self.answers).iter())
    }

    /// The day it plans for, in words.
    pub(crate) fn day_words(&self, base: &KnowledgeBase, today: Day) -> String {
        words::planning_for(base, as_of(base, &self.answers, today), today)
    }

    /// When it was last changed, in words.
    pub(crate) fn changed_words(&self, today: Day) -> String {
        match today.days_since(self.changed) {
            _ if self.changed > today => format!("changed on {}", self.changed.words()),
            0 => "changed today".to_owned(),
            1 => "changed yesterday".to_owned(),
            days @ 2..=13 => format!("changed {days} days ago"),
            _ => format!("changed on {}", self.changed.words()),
        }
    }
}

/// How many plans there are with the one that is open, in words.
pub(crate) fn listed_words(others: usize) -> String {
    if others == FIRST_LISTED { format!("more than {others}") } else { format!("{} in all", others + 1) }
}

#[cfg(test)]
mod tests {
    use super::{FIRST_LISTED, listed_words};

    #[test]
    fn a_list_that_may_be_cut_is_no_count() {
        assert_eq!(listed_words(FIRST_LISTED - 1), "500 in all");
        assert_eq!(listed_words(FIRST_LISTED), "more than 500");
        assert_eq!(listed_words(9_999), "10000 in all");
    }
}
