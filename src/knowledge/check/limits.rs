//! What limitations restrict: each of some capabilities, or two that get in each other's way.

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::raw::{Limitation, Raw};
use crate::model::name::Id;

/// Checks every limitation.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    for entry in raw.files().flat_map(|file| &file.limitations) {
        let limitation = &entry.value;
        let place = limitation.id.as_ref().map_or(&entry.place, |id| &id.place);
        match (limitation.limits.as_slice(), limitation.limits_together.as_slice()) {
            ([], []) => findings.push(Diagnostic::new(Code::K024, "the limitation names no capability", place.clone())),
            ([], [first, second]) => same_twice(first, second, findings),
            ([], several) => findings.push(not_two(several, place)),
            ([each, ..], [together, ..]) => findings.push(both_ways(limitation, each, together)),
            (_, []) => {}
        }
    }
}

fn same_twice(first: &At<Id>, second: &At<Id>, findings: &mut Vec<Diagnostic>) {
    if first.value == second.value {
        let message = format!("`{}` cannot get in its own way", second.value);
        findings.push(
            Diagnostic::new(Code::K038, message, second.place.clone())
                .saying("named again here")
                .with(first.place.clone(), "first named here")
                .help("name another capability, or write `limits` if it is restricted by itself"),
        );
    }
}

fn not_two(several: &[At<Id>], place: &Place) -> Diagnostic {
    let place = several.first().map_or(place, |first| &first.place);
    let message = format!("`limits-together` names {} instead of 2", several.len());
    Diagnostic::new(Code::K069, message, place.clone())
        .help("name the two that get in each other's way; write a limitation for each such pair")
}

fn both_ways(limitation: &Limitation, each: &At<Id>, together: &At<Id>) -> Diagnostic {
    let name = limitation.id.as_ref().map_or("the limitation", |id| id.value.as_str());
    Diagnostic::new(Code::K068, format!("`{name}` has both `limits` and `limits-together`"), together.place.clone())
        .saying("two that get in each other's way here")
        .with(each.place.clone(), "each restricted by itself here")
        .help("keep one of the two, or make two limitations of it")
}
