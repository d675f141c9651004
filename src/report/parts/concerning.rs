//! The limits that concern one requirement, as the details of it list them.

use crate::model::verdict::RequirementNumber;
use crate::report::Report;
use crate::report::limit::Limit;
use crate::report::page::Section;

/// Returns the limits in force where the requirement would be built, then those of the other area by its name.
pub(crate) fn section(report: &Report, number: RequirementNumber) -> Section {
    let entry = report.entry(number);
    let other = &report.standings[entry.side.other()].name;
    let elsewhere = entry.elsewhere.iter().map(|limit| limit.block_in(other));
    Section::new("limits", "Limits to know", entry.limits.iter().map(Limit::block).chain(elsewhere).collect())
}
