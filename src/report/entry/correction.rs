//! What somebody sends who holds an entry to be wrong: what to fill in, then what the program says, with its sources.

use super::super::page::{Block, Page, Section, line, list};

/// What is asked, for whoever reads it can mend nothing without it.
const ASKED: [&str; 5] = [
    "What is wrong: ",
    "What is right instead: ",
    "Since when, and until when if it has ended: ",
    "Where that is written, as an address that everybody can open, and of which day the text is: ",
    "If it is written nowhere, how you know, such as what you tried, on which day and in which version: ",
];

/// The page to send about the page of an entry. `made_with` are sentences about the program and its knowledge.
pub(crate) fn correction(id: &str, page: Page, made_with: [String; 2]) -> Page {
    let Page { title, sections } = page;
    let mut all = vec![
        Section::new("to-fill-in", "", vec![list(ASKED.map(line))]),
        Section::new("made-with", "Made with", made_with.map(|sentence| Block::Paragraph(line(sentence))).into()),
        Section::new("said", "What the program says", vec![Block::Paragraph(line(title))]),
    ];
    all.extend(sections);
    Page::of(format!("A fact is wrong: {id}"), all)
}
