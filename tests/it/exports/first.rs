//! What stands on the first page of the decision paper stands in every form of it that has such a page.

use journey_advisor::embedded;
use journey_advisor::export::{Document, Extent, Format};
use journey_advisor::report::paper::costs::Mind;

use super::packed::saying;
use crate::support::documents::{small, with_document};
use crate::support::generate::{self, Random};
use crate::support::package::Package;
use crate::support::web::Page;

const FORMATS: [Format; 5] = [Format::Text, Format::Markdown, Format::Html, Format::Word, Format::Excel];

/// The letters and digits of a text: how its lines are wrapped and its marks are written differs.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a document says in a format.
fn said(document: &Document<'_>, format: Format) -> String {
    let written = document.write(format, Extent::Brief);
    letters(&match format {
        Format::Word => Package::read(&written.into_bytes()).root("word/document.xml").whole(),
        Format::Excel => Package::read(&written.into_bytes()).root("xl/sharedStrings.xml").whole(),
        Format::Html => Page::read(&written.text().unwrap()).text,
        _ => written.text().unwrap(),
    })
}

/// What every format says.
fn everywhere(document: &Document<'_>) -> Vec<String> {
    let paper = &document.paper;
    let mut wanted = vec![paper.answer.headline.to_string(), paper.answer.lead.to_string(), paper.ask.lead()];
    wanted.extend(paper.why.iter().flat_map(|reason| [reason.claim.to_string(), reason.proof.to_string()]));
    wanted.extend(paper.ask.boxes.iter().map(ToString::to_string));
    wanted.extend(paper.steps.iter().map(|step| step.step.to_string()));
    wanted.extend(paper.rests.assumptions.iter().map(ToString::to_string));
    if let Some(first) = &paper.find_first {
        wanted.extend(first.points.iter().map(|point| point.question.to_string()));
    } else {
        let (pieces, _) = paper.costs.on_the_first_page();
        wanted.extend(pieces.iter().flat_map(|piece| [piece.gap.to_string(), piece.workaround.to_string()]));
    }
    let (row, all_the_way) = (paper.tiles.in_a_row(), paper.tiles.all_the_way());
    wanted.extend(row.tiles.iter().chain(&all_the_way.tiles).map(|tile| tile.label.to_string()));
    wanted
}

/// What to mind, as it stands below its heading.
fn to_mind(document: &Document<'_>) -> Option<String> {
    let Mind { conditions, .. } = &document.paper.costs.mind;
    let conditions: Vec<&str> = conditions.iter().map(|condition| &**condition).collect();
    let stands_there = document.paper.find_first.is_none() && !conditions.is_empty();
    stands_there.then(|| format!("{} {}", Mind::HEADING, conditions.join(" ")))
}

#[test]
fn what_stands_on_the_first_page_stands_in_every_format() {
    let (small, embedded) = (small(), embedded::knowledge());
    let of_small = (0..8).map(|seed| (&small, saying("Somebody & <b>", seed)));
    let of_embedded = (0..3).map(|seed| (&embedded, generate::answers(&mut Random::new(seed), &embedded)));
    let (mut tiles, mut minded) = (0, 0);
    for (base, answers) in of_small.chain(of_embedded) {
        with_document(base, &answers, |document| {
            let (wanted, to_mind) = (everywhere(document), to_mind(document));
            for format in FORMATS {
                let said = said(document, format);
                // A workbook has a sheet of conditions.
                let to_mind = to_mind.iter().filter(|_| format != Format::Excel);
                for sentence in wanted.iter().chain(to_mind) {
                    assert!(said.contains(&letters(sentence)), "{}: {sentence}: {said}", format.word());
                }
            }
            tiles += document.paper.tiles.row.len();
            minded += usize::from(to_mind.is_some());
        });
    }
    assert!(tiles > 0 && minded > 0, "{tiles} {minded}");
}
