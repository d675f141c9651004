//! Which parts of a document need paper on its side, because a table there has too many columns for upright paper.

use std::ops::Range;

use crate::report::page::{Block, Section};

/// From so many columns on a table is broad.
const BROAD: usize = 8;

/// The parts from the first with a broad table to the last: paper is not turned for a part between two of them.
pub(super) fn broad(sections: &[&Section]) -> Range<usize> {
    let is_broad = |section: &&Section| {
        section.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.columns.len() >= BROAD))
    };
    let first = sections.iter().position(is_broad).unwrap_or(0);
    let end = sections.iter().rposition(is_broad).map_or(0, |last| last + 1);
    first..end
}

#[cfg(test)]
mod tests {
    use super::broad;
    use crate::report::page::{Block, Cell, Section, Table, line};

    #[test]
    fn what_stands_between_broad_tables_is_on_the_same_paper() {
        let part = |columns: usize| {
            let cells = || (0..columns).map(|_| Cell::text("x")).collect();
            let heads = (0..columns).map(|_| ("Head", crate::report::page::ColumnKind::Text));
            let table = Table::of_rows("Caption".to_owned(), heads, std::iter::once(cells()));
            Section::new("part", "Part", vec![Block::Paragraph(line("text")), Block::Table(table)])
        };
        for (columns, wanted) in
            [(vec![2, 8, 3, 10, 2], 1..4), (vec![8], 0..1), (vec![2, 7], 0..0), (vec![3, 9], 1..2), (Vec::new(), 0..0)]
        {
            let parts: Vec<Section> = columns.iter().copied().map(part).collect();
            assert_eq!(broad(&parts.iter().collect::<Vec<_>>()), wanted, "{columns:?}");
        }
    }
}
