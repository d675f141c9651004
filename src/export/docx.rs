//! A Word document: the parts are written by hand and packed. Whatever somebody typed stands in text alone, never in a name, a
//! field or the target of a link.

mod body;
mod cell;
mod chart;
mod first;
mod fit_to;
mod full;
mod package;
mod paragraph;
mod parts;
mod second;
mod xml;

use super::record::Record;
use super::{Document, Extent};
use body::Body;
use package::Package;

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
    parts::add_fixed(&mut package, &document.paper.identity, &document.paper.answer.headline);
    let has_chart = !document.paper.chart.bars.is_empty();
    parts::add_document(&mut package, &body, has_chart);
    if has_chart {
        parts::add_chart(&mut package, document);
    }
    parts::add_record(&mut package, carried);
    package.packed()
}
