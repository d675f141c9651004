//! The second page as sections.

use crate::report::Report;
use crate::report::page::{Block, Cell, Piece, Section, Table, citations, line, list};
use crate::report::parts::sign_off;
use crate::report::words::how_well;

use super::costs::Work;
use super::first_page::and_more;
use super::options::{self, OptionCell};
use super::risks::{self, Risk};
use super::sign::sign;
use super::{CHANGES, GAPS_IN_DETAIL, MOST_IN_DETAIL, NOTHING_TO_SIGN, Paper};

/// The names of its sections, in the order of the page.
pub(super) const IDS: [&str; 5] = ["options", "gaps-in-detail", "risks", "changes-first", "sign-off"];

/// Whether the page cites sources: only where their list stands in the same document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sources {
    /// Each gap has a column of them.
    Cited,
    /// They stand elsewhere.
    LeftOut,
}

/// Sections in the order of the page.
pub(crate) fn sections(report: &Report, paper: &Paper, sources: Sources) -> Vec<Section> {
    vec![
        compared(paper, &report.nouns.alternative.many),
        gaps(paper, sources),
        conditions(paper),
        changes(paper),
        signed(report),
    ]
}

fn compared(paper: &Paper, areas: &str) -> Section {
    let cell = |cell: &OptionCell| match cell.sign {
        Some(level) => Cell::text(format!("{} {}", sign(level), cell.words)),
        None => Cell::text(&*cell.words),
    };
    let row = |row: &options::OptionRow| {
        let [first, second] = &row.cells;
        [Cell::text(row.name), cell(first), cell(second)]
    };
    let [first, second] = &paper.options.areas;
    let caption = format!("Both {areas} side by side");
    let table = Table::of(caption, ["", &**first, &**second], paper.options.rows.iter().map(row));
    Section::new("options", options::HEADING, vec![Block::Table(table)])
}

fn gaps(paper: &Paper, sources: Sources) -> Section {
    let work = &paper.costs.work;
    let shown = work.iter().take(MOST_IN_DETAIL);
    let cells = |work: &Work| {
        [
            Cell::text(&*work.gap),
            Cell::text(how_well(work.level)),
            Cell::text(&*work.meaning),
            Cell::text(&*work.workaround),
            Cell::text(work.decision.word()),
        ]
    };
    let columns = ["Gap", "Level", "What it means", "Workaround", "Decision"];
    let table = if sources == Sources::Cited {
        let row = |work: &Work| {
            let [gap, level, meaning, workaround, decision] = cells(work);
            [gap, level, meaning, workaround, decision, citations(&work.cited).into()]
        };
        let [gap, level, meaning, workaround, decision] = columns;
        Table::of(CAPTION, [gap, level, meaning, workaround, decision, "Sources"], shown.map(row))
    } else {
        Table::of(CAPTION, columns, shown.map(cells))
    };
    let more = and_more(work.len().saturating_sub(MOST_IN_DETAIL));
    let to_order = Block::Paragraph(paper.to_order.iter().flat_map(|said| line(&**said)).collect());
    Section::new("gaps-in-detail", GAPS_IN_DETAIL, vec![Block::Table(table), more, to_order])
}

const CAPTION: &str = "What each gap means, and what to do instead";

fn conditions(paper: &Paper) -> Section {
    let row = |risk: &Risk| {
        [
            Cell::text(risk.kind.word()),
            Cell::text(&*risk.what),
            Cell::text(&*risk.to_do),
            vec![Piece::Own(risk.owner.to_string())].into(),
        ]
    };
    let shown = paper.risks.iter().take(risks::MOST).map(row);
    let table = Table::of("What to see to, the weightiest first", risks::COLUMNS, shown);
    let more = and_more(paper.risks.len().saturating_sub(risks::MOST));
    Section::new("risks", risks::HEADING, vec![Block::Table(table), more])
}

fn changes(paper: &Paper) -> Section {
    Section::new("changes-first", CHANGES, vec![list(paper.changes.iter().map(|said| line(&**said)))])
}

/// The part that ends the page.
pub(crate) const LAST: &str = "sign-off";

/// The last line of the page: by which digits of its hash the knowledge can be told apart, and how it is checked later.
pub(crate) fn last_line(edition: &str, hash: &str) -> String {
    let digits: String = hash.chars().take(8).collect();
    format!("Edition {edition}, {digits}. \"journey-advisor verify\" says whether this document still holds.")
}

/// Who signs, or that there is nothing to sign.
fn signed(report: &Report) -> Section {
    let section = sign_off::section(report);
    if section.blocks.is_empty() {
        return Section::new(section.id, sign_off::HEADING, vec![Block::Paragraph(line(NOTHING_TO_SIGN))]);
    }
    section
}
