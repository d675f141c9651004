//! What holds of every list and every citation of a document: no line stands twice in a list, and sources are numbered in the order
//! in which the page first cites them.

use std::collections::BTreeSet;

use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format, text};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::report::document;
use journey_advisor::report::page::{Block, Piece};

use crate::support::documents::with_document;
use crate::support::generate::{self, Random};

/// Calls `check` with random plans on several days.
fn each(check: impl Fn(&KnowledgeBase, &Answers, &str)) {
    let base = embedded::knowledge();
    for seed in 0..120 {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        for day in ["article", "2024-09-01", "today"] {
            answers.as_of = Some(day.to_owned());
            check(&base, &answers, &format!("seed {seed} {day}"));
        }
    }
}

#[test]
fn no_line_stands_twice_in_a_list() {
    each(|base, answers, context| {
        with_document(base, answers, |document| {
            for section in document::full(&document.report, &document.paper).sections {
                for block in &section.blocks {
                    let Block::List(items) = block else { continue };
                    let mut seen = BTreeSet::new();
                    for item in items {
                        let said = text::line(&item.line);
                        assert!(seen.insert(said.clone()), "{context} {}: {said}", section.id);
                    }
                }
            }
        });
    });
}

/// The numbers of the sources that a text cites, each where it first does: `[3, S20]` cites 3.
fn first_cited(text: &str) -> Vec<usize> {
    let mut numbers = Vec::new();
    for (at, _) in text.match_indices('[') {
        let digits: String = text[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        let ends = text[at + 1 + digits.len()..].starts_with([']', ',']);
        if let (Ok(number), true) = (digits.parse(), ends)
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    numbers
}

#[test]
fn sources_are_numbered_in_the_order_in_which_a_page_first_cites_them() {
    each(|base, answers, context| {
        with_document(base, answers, |document| {
            for extent in [Extent::Brief, Extent::Full] {
                let cited = first_cited(&document.write(Format::Text, extent).text().unwrap());
                let expected: Vec<usize> = (1..=cited.len()).collect();
                assert_eq!(cited, expected, "{context}");
            }
            let page = document::full(&document.report, &document.paper);
            let pieces = page.sections.iter().flat_map(|section| &section.blocks).flat_map(Block::lines).flatten();
            let listed: Vec<usize> = pieces
                .filter_map(|piece| match piece {
                    Piece::Work(work) => Some(work.number),
                    _ => None,
                })
                .collect();
            assert_eq!(listed, (1..=listed.len()).collect::<Vec<_>>(), "{context}");
        });
    });
}
