//! The parts of the package beside the text: what it is called and by whom, styles, lists, the foot of pages, the chart, the record.

use std::fmt::Write as _;

use crate::export::Document;
use crate::export::record::Record;
use crate::report::paper::identity::Identity;

use super::body::Body;
use super::chart;
use super::package::{OFFICE, PACKAGE, Package, R, Relationship};
use super::paragraph::{BULLETS, Paragraph, Style, TAB};
use super::xml::DECLARATION;
use crate::export::escape::xml as escape;

const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONTS: &str = include_str!("parts/fonts.xml");
const LISTS: &str = include_str!("parts/lists.xml");

/// The name space of a text.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts that are the same for every text, and what other programs show of it without opening it.
pub(super) fn add_fixed(package: &mut Package, identity: &Identity, headline: &str) {
    package.add_relationships(
        "_rels/.rels",
        &[
            Relationship::to("rId1", format!("{OFFICE}officeDocument"), "word/document.xml"),
            Relationship::to("rId2", format!("{PACKAGE}metadata/core-properties"), "docProps/core.xml"),
            Relationship::to("rId3", format!("{OFFICE}extended-properties"), "docProps/app.xml"),
        ],
    );
    package.add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        core(identity, headline),
    );
    package.add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        app(identity),
    );
    package.add("word/styles.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml", STYLES);
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
        foot(identity),
    );
}

/// The text, its lists, and what it refers to; to a chart where there is something to show.
pub(super) fn add_document(package: &mut Package, body: &Body, has_chart: bool) {
    let lists = numbering(body.lists());
    package.add(
        "word/numbering.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
        lists,
    );
    let mut relationships: Vec<Relationship> = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"),
        ("rId4", "footer", "footer1.xml"),
        ("rId5", "numbering", "numbering.xml"),
        ("rId6", "customXml", "../customXml/item1.xml"),
        (chart::ID, "chart", "charts/chart1.xml"),
    ]
    .into_iter()
    .filter(|(id, ..)| has_chart || *id != chart::ID)
    .map(|(id, kind, part)| Relationship::to(id, format!("{OFFICE}{kind}"), part))
    .collect();
    relationships.extend(body.relationships());
    package.add_relationships("word/_rels/document.xml.rels", &relationships);
    let document = format!(
        "{DECLARATION}<w:document xmlns:w=\"{W}\" xmlns:r=\"{R}\"><w:body>{}<w:sectPr>\
         <w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"851\" w:right=\"1134\" w:bottom=\"851\" w:left=\"1134\" w:header=\"425\" w:footer=\"425\" \
         w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        body.xml()
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

fn core(identity: &Identity, headline: &str) -> String {
    let made_on = format!("{}T00:00:00Z", identity.made_on);
    let author = identity.author.as_deref().unwrap_or_default();
    let element = |name: &str, text: &str| {
        if text.is_empty() { String::new() } else { format!("<{name}>{}</{name}>", escape(text)) }
    };
    let date = |name: &str| format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{made_on}</dcterms:{name}>");
    [
        DECLARATION,
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
        &element("dc:title", &identity.project),
        &element("dc:subject", headline),
        &element("dc:creator", author),
        &element("cp:lastModifiedBy", author),
        &date("created"),
        &date("modified"),
        &element("cp:contentStatus", identity.status.word()),
        "<dc:language>en-GB</dc:language>",
        &element("cp:version", &identity.version),
        "</cp:coreProperties>",
    ]
    .concat()
}

fn app(identity: &Identity) -> String {
    let company = identity.client.as_deref().map(|client| format!("<Company>{}</Company>", escape(client)));
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>journey-advisor</Application>{}</Properties>",
        company.unwrap_or_default()
    )
}

/// The foot of every page: whose paper it is, and which page of how many.
fn foot(identity: &Identity) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let line = Paragraph::of(Style::Foot, &identity.foot()).raw(TAB).raw(&field("PAGE")).text(" / ");
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
