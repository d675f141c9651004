//! The parts of the package beside the text: what it is called and by whom, styles, lists, the foot of pages, the chart, the record.

use std::fmt::Write as _;

use crate::export::Document;
use crate::export::brand::{Accent, Logo};
use crate::export::palette::{ACCENT, hex};
use crate::export::record::Record;

use super::body::Body;
use super::chart;
use super::package::{OFFICE, PACKAGE, Package, R, Relationship};
use super::paragraph::{BULLETS, Paragraph, Style, TAB};
use super::picture;
use super::properties::Properties;
use super::sheet::Sheet;
use super::xml::DECLARATION;

const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONTS: &str = include_str!("parts/fonts.xml");
const LISTS: &str = include_str!("parts/lists.xml");

/// The name space of a text.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts that are the same for every text, and what other programs show of it without opening it.
pub(super) fn add_fixed(package: &mut Package, properties: &Properties, accent: Accent) {
    package.add_relationships(
        "_rels/.rels",
        &[
            Relationship::to("rId1", format!("{OFFICE}officeDocument"), "word/document.xml"),
            Relationship::to("rId2", format!("{PACKAGE}metadata/core-properties"), "docProps/core.xml"),
            Relationship::to("rId3", format!("{OFFICE}extended-properties"), "docProps/app.xml"),
        ],
    );
    package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", properties.core());
    package.add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        properties.app(),
    );
    package.add(
        "word/styles.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        STYLES.replace(&hex(ACCENT), &hex(accent.ink())),
    );
    package.add(
        "word/settings.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
        SETTINGS,
    );
    package.add(
        "word/fontTable.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
        FONTS,
    );
    package.add(
        "word/footer1.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
        foot(Style::Foot, &properties.foot),
    );
}

/// The foot of pages on their side.
pub(super) fn add_broad_foot(package: &mut Package, properties: &Properties) {
    package.add(
        "word/footer2.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
        foot(Style::BroadFoot, &properties.foot),
    );
}

/// A part that not every document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extra {
    Chart,
    Logo,
    Record,
    BroadFoot,
}

/// The text, its lists, and what it refers to.
pub(super) fn add_document(package: &mut Package, body: &Body, has: &[Extra]) {
    let lists = numbering(body.lists());
    package.add(
        "word/numbering.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
        lists,
    );
    let mut relationships: Vec<Relationship> = [
        (None, "rId1", "styles", "styles.xml"),
        (None, "rId2", "settings", "settings.xml"),
        (None, "rId3", "fontTable", "fontTable.xml"),
        (None, Sheet::Upright.foot(), "footer", "footer1.xml"),
        (None, "rId5", "numbering", "numbering.xml"),
        (Some(Extra::BroadFoot), Sheet::OnItsSide.foot(), "footer", "footer2.xml"),
        (Some(Extra::Record), "rId6", "customXml", "../customXml/item1.xml"),
        (Some(Extra::Chart), chart::ID, "chart", "charts/chart1.xml"),
        (Some(Extra::Logo), picture::ID, "image", "media/logo.png"),
    ]
    .into_iter()
    .filter(|(extra, ..)| extra.is_none_or(|extra| has.contains(&extra)))
    .map(|(_, id, kind, part)| Relationship::to(id, format!("{OFFICE}{kind}"), part))
    .collect();
    relationships.extend(body.relationships());
    package.add_relationships("word/_rels/document.xml.rels", &relationships);
    let document = format!(
        "{DECLARATION}<w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:body>{}{}</w:body></w:document>",
        body.xml(),
        body.sheet().described()
    );
    package.add(
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        document,
    );
}

/// The chart with the numbers behind it.
pub(super) fn add_chart(package: &mut Package, document: &Document<'_>) {
    let workbook = "../embeddings/chart1.xlsx";
    package.add_relationships(
        "word/charts/_rels/chart1.xml.rels",
        &[Relationship::to("rId1", format!("{OFFICE}package"), workbook)],
    );
    package.add(
        "word/charts/chart1.xml",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        chart::part(&document.paper.chart),
    );
    package.add_plain("word/embeddings/chart1.xlsx", chart::numbers(&document.paper));
}

/// The logo.
pub(super) fn add_logo(package: &mut Package, logo: &Logo) {
    package.add_plain(picture::PART, logo.png());
}

/// What `verify` reads.
pub(super) fn add_record(package: &mut Package, record: &Record) {
    package.add_relationships(
        "customXml/_rels/item1.xml.rels",
        &[Relationship::to("rId1", format!("{OFFICE}customXmlProps"), "itemProps1.xml")],
    );
    package.add_plain(
        "customXml/item1.xml",
        format!("{DECLARATION}<record xmlns=\"{RECORD}\">{}</record>", record.encoded()),
    );
    package.add(
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        format!(
            "{DECLARATION}<ds:datastoreItem ds:itemID=\"{{6F1C5A7E-2B0D-4C36-9C57-0D6B6F3A9E41}}\" \
             xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>\
             <ds:schemaRef ds:uri=\"{RECORD}\"/></ds:schemaRefs></ds:datastoreItem>"
        ),
    );
}

/// The name space of the record.
pub(crate) const RECORD: &str = "urn:journey-advisor:record";

/// The foot of every page: whose paper it is, and which page of how many.
fn foot(style: Style, text: &str) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let line = Paragraph::of(style, text).raw(TAB).raw(&field("PAGE")).text(" / ");
    format!("{DECLARATION}<w:ftr xmlns:w=\"{W}\">{}</w:ftr>", line.raw(&field("NUMPAGES")).xml())
}

/// The lists: one of points, and one for each list of steps, so that each begins with 1.
fn numbering(lists: usize) -> String {
    let mut xml = format!("{DECLARATION}<w:numbering xmlns:w=\"{W}\">{}", LISTS.trim_end());
    let _ = write!(xml, "<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for number in 1..=lists {
        let _ = write!(
            xml,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            BULLETS + number
        );
    }
    xml + "</w:numbering>"
}
