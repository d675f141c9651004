//! What to find out first, where nothing is advised yet.

use crate::model::verdict::Recommendation;
use crate::report::parts::find_out::FindOut;

use super::fitted::Fitted;
use super::grounds::Grounds;
use super::identity::TO_BE_NAMED;

/// The heading.
pub const HEADING: &str = "Find out first";

/// So many points stand on the first page at most.
pub const MOST: usize = 5;

/// The caption.
pub(crate) const CAPTION: &str = "The most telling first";

/// The columns.
pub(crate) const COLUMNS: [&str; 3] = ["Question", "Who knows", "What it can change"];

/// What to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindFirst {
    /// The points, the most telling first, at most [`MOST`].
    pub points: Vec<Point>,
    /// How many more there are.
    pub more: usize,
}

/// A point to find out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The question.
    pub question: Fitted<140>,
    /// Who would know.
    pub who: Fitted<60>,
    /// What knowing it can change: `can rule out both areas`.
    pub can: Fitted<90>,
}

/// What is to be found out before there is advice; nothing where there is advice already, or nothing is open.
pub(super) fn of(on: Grounds<'_>) -> Option<FindFirst> {
    let all = &on.report.find_out;
    let points = all.iter().take(MOST).map(point).collect();
    let is_wanted = on.verdict.recommendation == Recommendation::Undecided && !all.is_empty();
    is_wanted.then(|| FindFirst { points, more: all.len().saturating_sub(MOST) })
}

fn point(open: &FindOut) -> Point {
    Point {
        question: Fitted::cut(&open.ask),
        who: Fitted::cut(open.who.as_deref().unwrap_or(TO_BE_NAMED)),
        can: Fitted::cut(&open.can),
    }
}
