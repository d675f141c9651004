//! The passages of a document that another program packs: headings, rows and paragraphs, a line each.

use crate::report::paper::identity::TO_BE_NAMED;

use super::gathering::Gathering;
use super::passage::Passage;

/// The passages. What is still to be named counts as blank, so that people may name it.
pub(super) fn passages(lines: &str) -> Vec<Passage> {
    let mut gathering = Gathering::default();
    for (number, line) in (1..).zip(lines.lines()) {
        if let Some(heading) = line.strip_prefix("# ") {
            gathering.begin_heading(number);
            gathering.add(number, heading);
        } else if let Some(row) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            gathering.begin(number);
            for cell in row.split(" | ") {
                gathering.cell();
                gathering.add(number, if cell.trim() == TO_BE_NAMED { "" } else { cell });
            }
        } else if !line.trim().is_empty() {
            gathering.begin(number);
            gathering.add(number, line.strip_prefix("- ").unwrap_or(line));
        }
    }
    gathering.passages()
}
