//! Word documents: what describes a paragraph stands in the order that Word asks for, tables repeat their heads, headings have no
//! gaps, and no field makes Word ask anything.

use std::collections::BTreeSet;

use journey_advisor::diagnostic::clean::visible;
use journey_advisor::export::{Extent, Format};

use super::packed::{packed, saying};
use crate::support::documents::{small, with_document};
use crate::support::package::{Element, Package};

/// The children of elements in the order of the schema, as far as they are used.
const ORDERS: [(&str, &[&str]); 9] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:numPr",
            "w:pBdr",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:outlineLvl",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:caps",
            "w:color",
            "w:spacing",
            "w:sz",
            "w:szCs",
            "w:u",
            "w:shd",
            "w:lang",
        ],
    ),
    ("w:tblPr", &["w:tblInd", "w:tblW", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption"]),
    ("w:tcPr", &["w:tcW", "w:tcBorders", "w:shd", "w:tcMar", "w:textDirection"]),
    ("w:sectPr", &["w:footerReference", "w:pgSz", "w:pgMar"]),
    ("w:tabs", &["w:tab"]),
    ("c:chartSpace", &["c:roundedCorners", "c:chart", "c:spPr", "c:externalData"]),
    ("c:ser", &["c:idx", "c:order", "c:tx", "c:spPr", "c:invertIfNegative", "c:dLbls", "c:cat", "c:val"]),
    (
        "w:style",
        &["w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"],
    ),
];

/// Checks what holds for every document.
pub(crate) fn holds(package: &Package) {
    for name in package.xml_parts().filter(|name| name.starts_with("word/")) {
        in_order(name, &package.root(name));
    }
    let document = package.root("word/document.xml");
    let fields: BTreeSet<String> = document.named("w:instrText").iter().map(|field| field.whole()).collect();
    assert!(fields.iter().all(|field| field == " TOC \\o \"1-1\" \\n \\h \\z "), "{fields:?}");
    for part in ["word/document.xml", "word/settings.xml", "word/footer1.xml"] {
        for word in ["updateFields", "w:dirty", "w14:paraId", "w:rsid"] {
            assert!(!package.text(part).contains(word), "{word} in {part}");
        }
    }
    let marks: Vec<&str> =
        document.named("w:bookmarkStart").iter().map(|mark| mark.attribute("w:name").unwrap()).collect();
    let ids: Vec<&str> = document.named("w:bookmarkStart").iter().map(|mark| mark.attribute("w:id").unwrap()).collect();
    for all in [&marks, &ids] {
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    }
    for link in document.named("w:hyperlink") {
        assert!(link.attribute("w:anchor").is_none_or(|anchor| marks.contains(&anchor)), "{link:?}");
    }
    let numbering = package.root("word/numbering.xml");
    let lists: Vec<&str> = numbering.named("w:num").iter().map(|list| list.attribute("w:numId").unwrap()).collect();
    for list in document.named("w:numId") {
        assert!(lists.contains(&list.attribute("w:val").unwrap()), "{list:?}");
    }
    for table in document.named("w:tbl") {
        let has_caption = !table.inside[0].named("w:tblCaption").is_empty();
        let is_data = table.named("w:tblLook")[0].attribute("w:firstRow") == Some("1");
        assert_eq!(is_data, !table.named("w:tblHeader").is_empty());
        assert!(has_caption || !is_data);
        for row in table.inside.iter().filter(|row| row.name == "w:tr") {
            let cells = row.inside.iter().filter(|cell| cell.name == "w:tc");
            assert_eq!(cells.count(), table.named("w:tblGrid")[0].inside.len());
        }
        for cell in table.named("w:tc") {
            assert!(matches!(cell.inside.last(), Some(last) if last.name == "w:p"), "a cell ends with a paragraph");
        }
    }
    fits_its_paper(&document);
    explains_on_the_same_page(&document);
    for picture in document.named("wp:docPr") {
        assert!(picture.attribute("descr").is_some_and(|words| words.len() > 10));
    }
    assert!(package.text("word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
}

/// Checks that what explains a table stays on the page on which it begins.
fn explains_on_the_same_page(document: &Element) {
    let style = |element: &Element| element.named("w:pStyle").first().map(|style| style.attributes["w:val"].clone());
    for pair in document.named("w:body")[0].inside.windows(2) {
        let [before, caption] = pair else { continue };
        if style(before).as_deref() == Some("Normal") && style(caption).as_deref() == Some("Caption") {
            assert!(!before.named("w:keepNext").is_empty(), "{}", before.whole());
        }
    }
}

/// Checks that no table is wider than the paper on which it lies, and that none with many columns lies on upright paper.
fn fits_its_paper(document: &Element) {
    let number = |element: &Element, name: &str| element.attributes[name].parse::<u32>().unwrap();
    let mut tables: Vec<&Element> = Vec::new();
    for child in &document.named("w:body")[0].inside {
        match child.named("w:sectPr").as_slice() {
            [] if child.name == "w:tbl" => tables.push(child),
            [] => {}
            [paper, ..] => {
                let [size, margin] = ["w:pgSz", "w:pgMar"].map(|name| paper.named(name)[0]);
                let room = number(size, "w:w") - number(margin, "w:left") - number(margin, "w:right");
                for grid in tables.drain(..).map(|table| table.named("w:tblGrid")[0]) {
                    let widths: u32 = grid.inside.iter().map(|column| number(column, "w:w")).sum();
                    assert!(widths <= room + 8, "{widths} of {room}");
                }
            }
        }
    }
    assert!(tables.is_empty(), "every table lies on paper");
}

fn in_order(part: &str, root: &Element) {
    for element in root.all() {
        let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) else { continue };
        let places: Vec<usize> = element
            .inside
            .iter()
            .map(|child| {
                let place = order.iter().position(|name| *name == child.name);
                place.unwrap_or_else(|| panic!("{part}: {} in {}", child.name, element.name))
            })
            .collect();
        assert!(
            places.is_sorted(),
            "{part}: {:?} in {}",
            element.inside.iter().map(|one| &one.name).collect::<Vec<_>>(),
            element.name
        );
    }
}

#[test]
fn a_document_has_a_title_an_author_and_headings_without_gaps() {
    let answers = saying("Somebody", 5);
    let package = Package::read(&packed(&small(), &answers, Format::Word));
    holds(&package);
    let core = package.root("docProps/core.xml");
    for name in ["dc:title", "dc:creator", "cp:lastModifiedBy"] {
        assert_eq!(core.named(name)[0].whole(), "Somebody");
    }
    assert_eq!(core.named("dcterms:created")[0].whole(), "2026-11-24T00:00:00Z");
    let styles: Vec<String> = package
        .root("word/document.xml")
        .named("w:pStyle")
        .iter()
        .map(|style| style.attributes["w:val"].clone())
        .filter(|style| style.starts_with("Heading") || style == "Answer")
        .collect();
    assert_eq!(styles.first().map(String::as_str), Some("Answer"), "the first heading is the answer");
    assert!(styles.iter().all(|style| ["Answer", "Heading1", "Heading2"].contains(&style.as_str())));
    for foot in ["word/footer1.xml", "word/footer2.xml"].map(|part| package.root(part)) {
        let fields = foot.named("w:fldSimple");
        let fields: Vec<&str> = fields.iter().map(|field| field.attribute("w:instr").unwrap()).collect();
        assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
    }
}

#[test]
fn every_sentence_of_the_first_pages_and_of_the_page_is_in_the_document() {
    for seed in 0..12 {
        let answers = saying("Somebody & <b>", seed);
        let document = Package::read(&packed(&small(), &answers, Format::Word)).root("word/document.xml");
        let plain = |text: &str| text.replace(['\u{2011}', '\u{a0}'], "-").replace("- ", " ");
        let said = plain(&document.whole());
        let wanted: Vec<String> = with_document(&small(), &answers, |document| {
            let paper = &document.paper;
            let first = [paper.answer.headline.to_string(), paper.answer.lead.to_string(), paper.ask.lead()];
            let why = paper.why.iter().flat_map(|reason| [reason.claim.to_string(), reason.proof.to_string()]);
            let boxes = paper.ask.boxes.iter().map(ToString::to_string);
            let work = paper.costs.work.iter().take(4).map(|piece| piece.workaround.to_string());
            let register = document.report.register.iter().map(|entry| entry.wish.clone());
            first.into_iter().chain(why).chain(boxes).chain(work).chain(register).collect()
        });
        for sentence in wanted {
            assert!(said.contains(&plain(&visible(&sentence))), "{sentence}: {said}");
        }
    }
}

#[test]
fn two_pages_have_no_contents_and_carry_the_record_all_the_same() {
    let answers = saying("Somebody", 5);
    let bytes = with_document(&small(), &answers, |document| document.write(Format::Word, Extent::Brief).into_bytes());
    let package = Package::read(&bytes);
    holds(&package);
    assert!(package.root("word/document.xml").named("w:instrText").is_empty());
    assert!(!package.0.contains_key("word/footer2.xml"), "no page lies on its side");
    assert!(package.text("customXml/item1.xml").contains("urn:journey-advisor:record"));
}
