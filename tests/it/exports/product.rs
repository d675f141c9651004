//! Every document says which product it is about.

use journey_advisor::embedded;
use journey_advisor::export::Extent;
use journey_advisor::model::answers::Answers;

use super::in_every_whole_format;
use crate::support::documents::{small, with_document};

/// A text without what formats add to it: escapes and the ends of lines.
fn plain(text: &str) -> String {
    text.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_format_names_the_product() {
    let base = embedded::knowledge();
    let product = base.product.clone().unwrap();
    assert!(product.contains("Dynamics 365 Customer Insights - Journeys"), "{product}");
    for (format, text) in in_every_whole_format(&base, &Answers::default()) {
        if format == super::Format::Csv {
            continue; // The register is one table, and of no requirement it has no row.
        }
        assert!(plain(&text).contains(&format!("Product: {product}.")), "{format:?}:\n{text}");
    }
}

/// Knowledge that names none, as folders of before do, has no such line.
#[test]
fn without_a_product_there_is_no_line_of_it() {
    let base = small();
    assert_eq!(base.product, None);
    let text = with_document(&base, &Answers::default(), |document| {
        document.write(super::Format::Text, Extent::Full).text().unwrap()
    });
    assert!(!text.contains("Product"), "{text}");
}
