//! A Word document: the parts are written by hand and packed. Whatever somebody typed stands in text alone, never in a name, a
//! field or the target of a link.

mod body;
mod cell;
mod chart;
mod first;
mod fit_to;
mod full;
mod heat;
mod package;
mod paragraph;
mod parts;
mod picture;
pub(crate) mod portfolio;
mod properties;
mod second;
mod sheet;
mod xml;

use super::record::Record;
use super::{Document, Extent};
use body::Body;
use package::Package;
use parts::Extra;
use properties::Properties;

pub(crate) use parts::RECORD;

/// The document for Word: two pages, or these with everything that they rest on.
pub(crate) fn write(document: &Document<'_>, extent: Extent, carried: &Record) -> Vec<u8> {
    let mut body = Body::default();
    first::write(&mut body, document);
    second::write(&mut body, document);
    if extent == Extent::Full {
        full::write(&mut body, document);
    }
    let mut package = Package::default();
    let (paper, brand) = (&document.paper, &document.brand);
    let properties = Properties::of(&paper.identity, &paper.answer.headline);
    parts::add_fixed(&mut package, &properties, brand.accent);
    if body.has_broad_pages() {
        parts::add_broad_foot(&mut package, &properties);
    }
    let has_chart = !paper.chart.bars.is_empty();
    let has = [
        (Extra::Chart, has_chart),
        (Extra::Logo, brand.logo.is_some()),
        (Extra::Record, true),
        (Extra::BroadFoot, body.has_broad_pages()),
    ];
    let has: Vec<Extra> = has.into_iter().filter(|(_, is_there)| *is_there).map(|(extra, _)| extra).collect();
    parts::add_document(&mut package, &body, &has);
    if has_chart {
        parts::add_chart(&mut package, document);
    }
    if let Some(logo) = &brand.logo {
        parts::add_logo(&mut package, logo);
    }
    parts::add_record(&mut package, carried);
    package.packed()
}
