//! The second page: the options side by side, the gaps in detail, conditions and risks, what would change the answer, and who signs.

use crate::export::Document;
use crate::report::paper::{CHANGES, GAPS_IN_DETAIL, MOST_IN_DETAIL, NOTHING_TO_SIGN, Paper, options, risks};
use crate::report::parts::sign_off;

use super::body::Body;
use super::cell::{Cell, Table};
use super::paragraph::{Paragraph, Style};

/// Adds the page.
pub(super) fn write(body: &mut Body, document: &Document<'_>) {
    let paper = &document.paper;
    compared(body, paper);
    in_detail(body, paper);
    to_mind(body, paper);
    body.put(&Paragraph::of(Style::Section, CHANGES));
    for change in &paper.changes {
        body.put(&Paragraph::of(Style::Bullet(0), change));
    }
    if let Some(to_order) = &paper.to_order {
        body.put(&Paragraph::of(Style::Small, to_order));
    }
    signed(body, paper);
    body.put(&Paragraph::of(Style::Quiet, &document.last_line()));
}

fn compared(body: &mut Body, paper: &Paper) {
    let [first, second] = &paper.options.areas;
    body.put(&Paragraph::of(Style::Section, options::HEADING).on_a_new_page());
    let rows = paper.options.rows.iter().map(|row| {
        let [one, other] = &row.cells;
        let cell = |cell: &options::OptionCell| match cell.sign {
            Some(level) => Cell::shaded(Style::TableText, level, &cell.words),
            None => Cell::text(&cell.words),
        };
        [Cell::strong(row.name), cell(one), cell(other)]
    });
    body.table(&Table::of(options::HEADING, [2238, 3700, 3700], ["", first, second], rows));
}

fn in_detail(body: &mut Body, paper: &Paper) {
    let pieces = paper.costs.work.get(..MOST_IN_DETAIL).unwrap_or(&paper.costs.work);
    if pieces.is_empty() {
        return;
    }
    body.put(&Paragraph::of(Style::Section, GAPS_IN_DETAIL));
    let rows = pieces.iter().map(|piece| {
        let sources: Vec<String> = piece.cited.iter().map(|cited| format!("[{}]", cited.number)).collect();
        [
            Cell::strong(&piece.gap),
            Cell::level(piece.level),
            Cell::text(&piece.meaning),
            Cell::text(&piece.workaround),
            Cell::text(&sources.join(" ")),
        ]
    });
    let heads = ["Gap", "Level", "What it means", "Workaround", "Sources"];
    body.table(&Table::of(GAPS_IN_DETAIL, [2000, 1400, 2600, 2738, 900], heads, rows));
    let more = paper.costs.work.len().saturating_sub(MOST_IN_DETAIL);
    if more > 0 {
        body.put(&Paragraph::of(Style::Quiet, &format!("and {more} more")));
    }
}

fn to_mind(body: &mut Body, paper: &Paper) {
    let shown = paper.risks.get(..risks::MOST).unwrap_or(&paper.risks);
    if shown.is_empty() {
        return;
    }
    body.put(&Paragraph::of(Style::Section, risks::HEADING));
    let rows = shown.iter().map(|risk| {
        [Cell::text(risk.kind.word()), Cell::text(&risk.what), Cell::text(&risk.to_do), Cell::text(&risk.owner)]
    });
    body.table(&Table::of(risks::HEADING, [1350, 3450, 3438, 1400], risks::COLUMNS, rows));
    let more = paper.risks.len().saturating_sub(risks::MOST);
    if more > 0 {
        body.put(&Paragraph::of(Style::Quiet, &format!("and {more} more")));
    }
}

/// A row that somebody signs is high enough for a hand.
const TO_SIGN: u32 = 480;

fn signed(body: &mut Body, paper: &Paper) {
    body.put(&Paragraph::of(Style::Section, sign_off::HEADING));
    if paper.sign_off.is_empty() {
        body.put(&Paragraph::of(Style::Body, NOTHING_TO_SIGN));
        return;
    }
    let [name, date, signature] = sign_off::COLUMNS;
    let rows = paper.sign_off.iter().map(|part| [Cell::text(part), Cell::text(""), Cell::text(""), Cell::text("")]);
    let heads = [sign_off::SIGNED_FOR, name, date, signature];
    let table = Table::of(sign_off::HEADING, [4138, 2000, 1300, 2200], heads, rows);
    body.table(&Table { row_height: Some(TO_SIGN), ..table });
}
