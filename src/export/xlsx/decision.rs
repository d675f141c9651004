//! The first sheet: who it is for, the answer and why, what is counted, what is asked for and what comes next.

use rust_xlsxwriter::{Format, Worksheet, column_number_to_name};

use crate::export::Document;
use crate::model::question::Importance;
use crate::report::paper::identity::TO_BE_NAMED;
use crate::report::paper::{Paper, ask, chart as fit, find_first, rests, steps, why};
use crate::report::tiles::{self, Shown};

use super::chart::{self, Numbers};
use super::look::Look;
use super::register::{self, Places};
use super::sheet::Sheet;
use super::table::level;

/// The name of the sheet.
const NAME: &str = "Decision";
/// The column of labels, that of texts, and the first one of the counts.
const LABEL: u16 = 0;
const TEXT: u16 = 1;
const COUNTS: u16 = 3;
/// So much larger than ordinary text the answer is.
const LARGER: f64 = 1.6;

/// The sheet.
pub(super) fn sheet(document: &Document<'_>, look: &Look, places: Places) -> Worksheet {
    let mut sheet = Sheet::new(NAME, vec![18.0, 84.0, 3.0, 16.0, 14.0, 14.0, 14.0, 14.0, 14.0]);
    let mut lines = Lines { sheet: &mut sheet, look, row: 0 };
    write_head(&mut lines, document);
    let counts = lines.row;
    write_body(&mut lines, document);
    write_counts(&mut sheet, document, look, places, counts);
    sheet.finished()
}

/// Label and text, line by line.
struct Lines<'l> {
    sheet: &'l mut Sheet,
    look: &'l Look,
    row: u32,
}

impl Lines<'_> {
    fn put(&mut self, label: &str, text: &str, format: &Format) {
        if !label.is_empty() {
            self.sheet.text((self.row, LABEL), label, &self.look.label);
        }
        self.sheet.text((self.row, TEXT), text, format);
        self.row += 1;
    }

    /// Several texts under one label, with a blank line before them.
    fn part<'t>(&mut self, label: &str, texts: impl IntoIterator<Item = std::borrow::Cow<'t, str>>) {
        self.row += 1;
        let look = self.look;
        for (at, text) in texts.into_iter().enumerate() {
            self.put(if at == 0 { label } else { "" }, &text, &look.text);
        }
    }
}

fn write_head(lines: &mut Lines<'_>, document: &Document<'_>) {
    let (paper, look) = (&document.paper, lines.look);
    let (company, strip) = (paper.identity.company.as_deref(), paper.identity.strip());
    let strip = match (&document.brand.logo, company) {
        (Some(logo), _) => {
            lines.sheet.logo(lines.row, logo, company);
            lines.row += 1;
            strip
        }
        (None, Some(company)) => format!("{company} · {strip}"),
        (None, None) => strip,
    };
    lines.sheet.line((lines.row, LABEL), &strip, &look.strip);
    lines.row += 1;
    if let Some(mark) = &paper.identity.confidentiality {
        lines.put("", mark, &look.strong);
    }
    lines.sheet.large((lines.row, TEXT), &paper.answer.headline, &look.title, LARGER);
    lines.row += 1;
    lines.put("", &paper.answer.lead, &look.text);
    for (name, value) in paper.identity.columns() {
        lines.put(name, value, &look.strong);
    }
}

fn write_body(lines: &mut Lines<'_>, document: &Document<'_>) {
    let paper = &document.paper;
    lines.part(why::HEADING, paper.why.iter().map(|reason| format!("{} {}", reason.claim, reason.proof).into()));
    let row = joined(&paper.tiles.in_a_row(), " → ");
    let all_the_way = joined(&paper.tiles.all_the_way(), " · ");
    lines.part(&paper.tiles_heading, row.into_iter().map(Into::into));
    lines.part(tiles::ALL_THE_WAY, all_the_way.into_iter().map(Into::into));
    if let Some(first) = &paper.find_first {
        let points = first.points.iter();
        let said = points.map(|point| format!("{} {}: {}.", point.question, point.who, point.can).into());
        lines.part(find_first::HEADING, said);
    } else {
        write_costs(lines, paper);
    }
    let boxes = paper.ask.boxes.iter().map(|text| format!("☐ {text}").into());
    lines.part(ask::HEADING, [paper.ask.lead().into()].into_iter().chain(boxes));
    let next = (1..).zip(&paper.steps);
    let next = next.map(|(number, step)| format!("{number}. {} ({})", step.step, step.who_and_when()).into());
    lines.part(steps::heading(&paper.steps), next);
    let assumed = paper.rests.assumptions.iter().map(|text| (**text).into());
    lines.part(rests::HEADING, assumed.chain([(*paper.rests.facts).into()]));
}

/// The pieces of work, as many as stand on a first page.
fn write_costs(lines: &mut Lines<'_>, paper: &Paper) {
    let nothing = paper.costs.nothing.map(Into::into);
    let (pieces, more) = paper.costs.on_the_first_page();
    let pieces = pieces.iter().map(|piece| {
        let size = if &*piece.size == TO_BE_NAMED { "" } else { &*piece.size };
        let seen_to = steps::who_and_when(&piece.owner, &piece.by);
        let seen_to = if size.is_empty() { seen_to } else { format!("{size} · {seen_to}") };
        format!("{}: {}. {} ({seen_to})", piece.gap, level(piece.level), piece.workaround).into()
    });
    let more = (more > 0).then(|| format!("and {more} more").into());
    lines.part(&paper.costs.heading, nothing.into_iter().chain(pieces).chain(more));
}

/// Pieces of a journey on one line.
fn joined(shown: &Shown<'_>, between: &str) -> Option<String> {
    let told = shown.told();
    let named: Vec<String> = told.iter().map(|(label, of)| format!("{label} ({})", level(*of))).collect();
    (!named.is_empty()).then(|| named.join(between))
}

/// The counts beside the text, and below them the chart.
fn write_counts(sheet: &mut Sheet, document: &Document<'_>, look: &Look, places: Places, row: u32) {
    let fit = &document.paper.chart;
    if fit.bars.is_empty() {
        return;
    }
    sheet.text((row, COUNTS), fit::HEADING, &look.head);
    for (column, level_of) in (COUNTS + 1..).zip(&fit.levels) {
        sheet.text((row, column), &level(*level_of), &look.head);
    }
    for (at, bar) in (row + 1..).zip(&fit.bars) {
        sheet.text((at, COUNTS), &bar.label, &look.cell);
        for (column, level_of) in (COUNTS + 1..).zip(&fit.levels) {
            let result = bar.met(*level_of);
            let formula = counting(places, bar.importance, &level(*level_of));
            sheet.formula((at, column), &formula, result, &look.number);
        }
    }
    let last = row + u32::try_from(fit.bars.len()).expect("there are three importances");
    let chart = chart::of(fit, Numbers { sheet: NAME, heads: row, names: COUNTS });
    sheet.worksheet().insert_chart(last + 2, COUNTS, &chart).expect("the place is on the sheet");
}

/// How many rows of the register have an importance and a level.
fn counting(places: Places, importance: Importance, level: &str) -> String {
    let range = |column| {
        let name = column_number_to_name(column);
        format!("{}!${name}$2:${name}${}", register::NAME, places.last_row)
    };
    format!("=COUNTIFS({},\"{}\",{},\"{level}\")", range(places.importance), importance.word(), range(places.level))
}
