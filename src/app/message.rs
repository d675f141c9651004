//! A line that tells what just happened.

/// The line, and how it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// How a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Nothing was done, and that is no problem.
    Neutral,
    /// Something went wrong.
    Problem,
}

impl Message {
    /// A line that tells that something went wrong.
    pub fn problem(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Problem }
    }

    /// Whether something went wrong.
    pub(crate) fn is_problem(&self) -> bool {
        self.tone == Tone::Problem
    }
}
