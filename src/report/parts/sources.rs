//! The sources cited.

use crate::report::bibliography::Work;
use crate::report::page::{Piece, Section, list};

/// The sources cited.
pub(crate) fn section(works: &[Work]) -> Section {
    let lines = works.iter().map(|work| vec![Piece::Work(work.clone())]);
    Section::new("sources", "Sources", vec![list(lines)])
}
