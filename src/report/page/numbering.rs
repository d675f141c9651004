//! Sources get their numbers on the page, in the order in which it first cites them. The parts of a page come with the numbers of
//! the whole report; what is listed and cited nowhere on the page is left out.

use super::{Block, Line, Piece, Section};

/// Numbers the sources of a page anew, and leaves those in its list that are cited.
pub(super) fn renumber(sections: &mut [Section]) {
    let cited = cited(sections);
    let number = |old: usize| cited.iter().position(|known| *known == old).map(|position| position + 1);
    for line in sections.iter_mut().flat_map(|section| &mut section.blocks).flat_map(Block::lines_mut) {
        for piece in line {
            if let Piece::Cited(citation) = piece {
                citation.number = number(citation.number).expect("what is cited was counted");
            }
        }
    }
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::List(items) = block {
            items.retain_mut(|item| {
                item.line.iter_mut().all(|piece| match piece {
                    Piece::Work(work) => number(work.number).map(|new| work.number = new).is_some(),
                    _ => true,
                })
            });
            items.sort_by_key(|item| listed(&item.line));
        }
    }
    for section in sections {
        section.blocks.retain(|block| !block.is_empty());
    }
}

/// The old numbers of what is cited, in the order of the page.
fn cited(sections: &[Section]) -> Vec<usize> {
    let mut cited = Vec::new();
    for piece in sections.iter().flat_map(|section| &section.blocks).flat_map(Block::lines).flatten() {
        match piece {
            Piece::Cited(citation) if !cited.contains(&citation.number) => cited.push(citation.number),
            _ => {}
        }
    }
    cited
}

/// The number of the source that a line lists, if it lists one.
fn listed(line: &Line) -> Option<usize> {
    line.iter().find_map(|piece| match piece {
        Piece::Work(work) => Some(work.number),
        _ => None,
    })
}
