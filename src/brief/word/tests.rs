//! Whole, damaged and hostile documents.

use super::super::office::archive::archive;
use super::{NoWord, is_archive, text};

fn document(body: &str) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let xml =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>");
    archive::<&[u8]>(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_points_headings_and_rows_are_lines() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Must</w:t></w:r></w:p>\
                <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One </w:t></w:r><w:r><w:t>&amp; two&#33;</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>R1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Text</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
                <w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>left</w:t><w:br/><w:t>below</w:t></w:r></w:p>";
    assert_eq!(text(&document(body)).unwrap(), "# Must\n\n- One & two!\n\n| R1 | Text |\nleft\nbelow\n\n");
}

#[test]
fn a_hyphen_at_which_no_line_is_broken_is_one() {
    let body = "<w:p><w:r><w:t>REQ</w:t><w:noBreakHyphen/><w:t>01</w:t></w:r></w:p>";
    assert_eq!(text(&document(body)).unwrap(), "REQ\u{2011}01\n\n");
}

#[test]
fn what_a_document_holds_besides_its_text_is_not_looked_at() {
    let xml = document(&paragraph("Text"));
    let plain = text(&xml).unwrap();
    let inside = format!("<w:document xmlns:w=\"x\"><w:body>{}</w:body></w:document>", paragraph("Text"));
    let with_macros = archive::<&[u8]>(&[("word/vbaProject.bin", b"\0\xFF"), ("word/document.xml", inside.as_bytes())]);
    assert_eq!(text(&with_macros).unwrap(), plain);
    let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d><w:p><w:t>x&b;y</w:t></w:p></d>";
    assert_eq!(text(&archive::<&[u8]>(&[("word/document.xml", bomb.as_bytes())])).unwrap(), "xy\n\n");
}

#[test]
fn what_cannot_be_read_is_said() {
    let whole = document(&paragraph(&"A long text. ".repeat(2000)));
    assert!(is_archive(&whole));
    let mut broken = whole.clone();
    broken.truncate(whole.len() / 2);
    assert_eq!(text(&broken), Err(NoWord::Damaged));
    let mut flipped = whole;
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xFF;
    assert_eq!(text(&flipped), Err(NoWord::Damaged));
    assert_eq!(text(&archive::<&[u8]>(&[("word/document.xml", b"<a><b>")])), Err(NoWord::Damaged));
    assert_eq!(text(&archive::<&[u8]>(&[("word/document.xml", b"\xFF")])), Err(NoWord::Damaged));
    assert_eq!(text(&archive::<&[u8]>(&[("xl/workbook.xml", b"")])), Err(NoWord::Other("an Excel workbook")));
    assert_eq!(text(&archive::<&[u8]>(&[("notes.txt", b"")])), Err(NoWord::Other("a zip archive")));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bomb = document(&paragraph(&" ".repeat(17_000_000)));
    assert!(bomb.len() < 100_000);
    assert_eq!(text(&bomb), Err(NoWord::TooLarge));
}
