//! The company's look: the logo in the place of its name, and its colour, in every format that has such.

use std::collections::BTreeSet;

use journey_advisor::advise::components::Forest;
use journey_advisor::export::brand::{Accent, Brand, Logo};
use journey_advisor::export::record::Record;
use journey_advisor::export::wording;
use journey_advisor::export::{Extent, Format};
use journey_advisor::model::answers::Answers;
use journey_advisor::model::paper::PaperField;
use journey_advisor::report::alteration::Words;

use super::packed::{saying, sound};
use crate::support::documents::{small, today};
use crate::support::package::Package;
use crate::support::picture::png;
use crate::support::web::Page;
use journey_advisor::advise::analysis;
use journey_advisor::export::Document;

/// Where on somebody's disk the logo lies.
const PATH: &str = "/home/somebody/secret-folder/logo.png";

fn answers() -> Answers {
    let mut answers = saying("Aardvark & Sons", 5);
    answers.paper.say(PaperField::Logo, PATH).unwrap();
    answers
}

fn brand(wide: u32, high: u32) -> Brand {
    Brand { logo: Some(Logo::of(png(wide, high)).unwrap()), accent: Accent::of([0x8a, 0x1c, 0x5b]).unwrap() }
}

fn written(answers: &Answers, brand: Brand, format: Format) -> Vec<u8> {
    let base = small();
    let facts = base.at(base.as_of("today", today()).unwrap());
    let forest = Forest::of(&facts);
    let (verdict, analysis) = analysis::advise_in(&forest, answers);
    let document = Document::of(&forest, answers, &verdict, &analysis, today()).branded(brand);
    document.write(format, Extent::Full).into_bytes()
}

fn text(answers: &Answers, brand: Brand, format: Format) -> String {
    String::from_utf8(written(answers, brand, format)).unwrap()
}

#[test]
fn a_page_holds_the_logo_and_its_policy_lets_that_alone_in() {
    let html = text(&answers(), brand(300, 100), Format::Html);
    let page = Page::read(&html);
    assert_eq!(page.errors, 0);
    let images: Vec<_> = page.elements.iter().filter(|(element, _)| element == "img").collect();
    let [(_, attributes)] = images.as_slice() else { panic!("{images:?}") };
    let said = |name: &str| attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert_eq!([said("alt"), said("width"), said("height")], [Some("Aardvark & Sons"), Some("90"), Some("30")]);
    assert!(said("src").unwrap().starts_with("data:image/png;base64,iVBORw0KGgo"));
    let policy = |html: &str| html.split("Content-Security-Policy\" content=\"").nth(1).unwrap()[..200].to_owned();
    assert!(policy(&html).contains("'; img-src data:; base-uri 'none'"), "{}", policy(&html));
    let without = text(&answers(), Brand::default(), Format::Html);
    assert!(!without.contains("<img") && !policy(&without).contains("img-src"), "{}", policy(&without));
    assert!(without.contains("<strong><bdi>Aardvark &amp; Sons</bdi></strong>"), "the name stands there instead");
}

#[test]
fn a_word_document_holds_the_logo_as_a_part_with_words() {
    for (wide, high) in [(300, 100), (4000, 10), (10, 400)] {
        let brand = brand(wide, high);
        let package = Package::read(&written(&answers(), brand, Format::Word));
        sound(&small(), &package);
        super::word::holds(&package);
        assert_eq!(package.0["word/media/logo.png"], png(wide, high));
        let document = package.root("word/document.xml");
        let pictures = document.named("wp:docPr");
        let described: Vec<_> = pictures.iter().filter_map(|picture| picture.attribute("descr")).collect();
        assert_eq!(described[0], "Aardvark & Sons");
        let ids: BTreeSet<_> = pictures.iter().map(|picture| picture.attribute("id")).collect();
        assert_eq!(ids.len(), pictures.len(), "each has a number of its own");
        let size = document.named("wp:extent")[0];
        let size = ["cx", "cy"].map(|side| size.attribute(side).unwrap().parse::<u32>().unwrap());
        assert!((1..=2_160_000).contains(&size[0]) && (1..=288_000).contains(&size[1]), "{size:?}");
    }
}

#[test]
fn a_workbook_holds_the_logo_above_the_decision() {
    let package = Package::read(&written(&answers(), brand(300, 100), Format::Excel));
    sound(&small(), &package);
    super::excel::holds(&package);
    assert_eq!(package.0["xl/media/image1.png"], png(300, 100));
    let drawing = package.root("xl/drawings/drawing1.xml");
    let described: Vec<_> = drawing.named("xdr:cNvPr").iter().filter_map(|one| one.attribute("descr")).collect();
    assert!(described.contains(&"Aardvark & Sons"), "{described:?}");
    let without = Package::read(&written(&answers(), Brand::default(), Format::Excel));
    assert!(!without.0.contains_key("xl/media/image1.png"));
    assert!(without.text("xl/sharedStrings.xml").contains("Aardvark &amp; Sons · Decision paper"));
}

#[test]
fn the_colour_stands_wherever_the_usual_one_does() {
    let plain = |format| written(&answers(), Brand::default(), format);
    let own = |format| written(&answers(), Brand { logo: None, ..brand(1, 1) }, format);
    for (format, parts) in
        [(Format::Word, &["word/styles.xml", "word/document.xml"][..]), (Format::Excel, &["xl/styles.xml"])]
    {
        let (plain, own) = (Package::read(&plain(format)), Package::read(&own(format)));
        for part in parts {
            assert!(plain.text(part).contains("0B6663"), "{part}");
            assert!(own.text(part).contains("8A1C5B") && !own.text(part).contains("0B6663"), "{part}");
        }
    }
    let html = String::from_utf8(own(Format::Html)).unwrap();
    let style = Page::read(&html).style;
    let usual = style.rfind("--accent: #0b6663").unwrap();
    for said in [":root { --link: #8A1C5B; --accent: #8A1C5B;", "@media print { :root { --link: #8A1C5B;"] {
        assert!(style.rfind(said).unwrap() > usual, "what is set comes last: {style}");
    }
}

/// A logo is no word: a document with one is verified like any other.
#[test]
fn the_look_alters_no_words() {
    for format in [Format::Html, Format::Markdown] {
        let html = text(&answers(), brand(30, 10), format);
        let (form, record) = Record::carried(&html).unwrap();
        match wording::compare(form, &html, record.words.as_deref(), Vec::new) {
            Words::Checked { alterations, added } => assert!(alterations.is_empty() && added.is_empty()),
            Words::NotChecked(why) => panic!("{why:?}"),
        }
    }
}

#[test]
fn no_document_says_where_the_logo_lies() {
    for format in Format::ALL {
        let bytes = written(&answers(), brand(30, 10), format);
        let said = match format {
            Format::Word | Format::Excel => Package::read(&bytes).everything(),
            _ => String::from_utf8(bytes).unwrap(),
        };
        assert!(!said.contains("secret-folder"), "{format:?}");
        let record = Record::find(&said).map(|record| record.answers).unwrap_or_default();
        assert!(!record.contains("secret-folder"), "{format:?}: {record}");
    }
}
