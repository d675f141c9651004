//! Tiles: a piece of a journey has a name to draw and a place to stand.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;

use crate::knowledge::raw::{Capability, Raw};

/// Reports the tiles without a place, and the places without a tile.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let capabilities = raw.files().flat_map(|file| &file.capabilities);
    findings.extend(capabilities.filter_map(|capability| half(&capability.value)));
}

fn half(capability: &Capability) -> Option<Diagnostic> {
    let (place, message) = match (&capability.tile, &capability.place) {
        (Some(tile), None) => (&tile.place, "the tile has no `place`"),
        (None, Some(place)) => (&place.place, "nothing is drawn in this place: there is no `tile`"),
        _ => return None,
    };
    Some(Diagnostic::new(Code::K083, message, place.clone()))
}
