//! The first page: the answer and why, the journey, what it costs, what is asked for and what comes next.

use crate::export::Document;
use crate::export::brand::{Accent, Brand};
use crate::export::palette::{QUIET, shade};
use crate::report::paper::costs::{self, Mind, Work};
use crate::report::paper::find_first::{self, FindFirst};
use crate::report::paper::{Paper, ask, chart as fit, rests, steps, why};
use crate::report::tiles::{self, Shown};

use crate::model::capability::Level;
use crate::report::paper::sign::sign;
use crate::report::words::{capitalized, how_well};

use super::body::Body;
use super::cell::{Cell, Table, WIDTH};
use super::chart;
use super::fit_to::widths;
use super::paragraph::{Paragraph, Run, Style, TAB, run};
use super::picture;

/// Half of the page, a little more or less, and what lies between.
const HALVES: [u32; 3] = [4950, 250, WIDTH - 5200];

/// Adds the page.
pub(super) fn write(body: &mut Body, document: &Document<'_>) {
    let (paper, brand) = (&document.paper, &document.brand);
    head(body, paper, brand);
    body.table(&Table::side_by_side(HALVES, [reasons(paper), Cell::default(), fit(paper)]));
    journey(body, paper);
    match &paper.find_first {
        Some(first) => find_out(body, first),
        None => cost(body, paper),
    }
    body.room();
    let next = body.list();
    body.table(&Table::side_by_side(HALVES, [asked(paper, brand.accent), Cell::default(), steps_in(paper, next)]));
    rests_on(body, paper);
}

/// So many letters of a name stand side by side at least.
const LONGEST_NAME: usize = 14;

fn head(body: &mut Body, paper: &Paper, brand: &Brand) {
    let identity = &paper.identity;
    let company = identity.company.as_deref();
    let strip = Paragraph::new(Style::Strip);
    let strip = match &brand.logo {
        Some(logo) => strip.raw(&picture::drawing(logo, company)),
        None => strip.run(company.unwrap_or_default(), Run::BOLD),
    };
    let mark = identity.confidentiality.as_ref().map(|mark| format!(" · {mark}")).unwrap_or_default();
    body.put(&strip.raw(TAB).text(&format!("{}{mark}", identity.strip())));
    body.put(&Paragraph::new(Style::Answer).raw(&answer(paper, brand.accent)));
    body.put(&Paragraph::of(Style::Lead, &paper.answer.lead));
    let columns = identity.columns();
    let quiet = Run { colour: Some(QUIET), ..Run::default() };
    let cell = |(name, value): &(&str, &str)| {
        let name = Paragraph::new(Style::TableText).run(name, quiet);
        Cell::default().with(&name).with(&Paragraph::new(Style::TableText).run(value, Run::BOLD))
    };
    // A long name is broken rather than that it leaves no room for the others.
    let broken = |value: &str| textwrap::wrap(value, LONGEST_NAME).join(" ");
    let texts: Vec<Vec<String>> = columns.iter().map(|(name, value)| vec![(*name).to_owned(), broken(value)]).collect();
    let rows = vec![columns.iter().map(cell).collect()];
    body.table(&Table { widths: widths(&texts, WIDTH), rows, ..Table::default() });
}

/// The answer, with the area set off.
fn answer(paper: &Paper, accent: Accent) -> String {
    let headline = &*paper.answer.headline;
    let area = paper.answer.area.as_deref().and_then(|area| Some((headline.split_once(area)?, area)));
    let accent = Run { colour: Some(accent.ink()), ..Run::default() };
    let plain = |text: &str| run(text, Run::default());
    match area {
        Some(((before, after), area)) => plain(before) + &run(area, accent) + &plain(after),
        None => plain(headline),
    }
}

fn reasons(paper: &Paper) -> Cell {
    let heading = Cell::default().with(&Paragraph::of(Style::Section, why::HEADING));
    (1..).zip(&paper.why).fold(heading, |cell, (number, reason)| {
        let claim = Paragraph::new(Style::Body).run(&format!("{number}. {} ", reason.claim), Run::BOLD);
        cell.with(&claim.text(&reason.proof))
    })
}

fn fit(paper: &Paper) -> Cell {
    let chart = &paper.chart;
    let cell = Cell::default().with(&Paragraph::of(Style::Section, fit::HEADING));
    let cell = cell.with(&Paragraph::new(Style::Body).run(&chart.title, Run::BOLD));
    if chart.bars.is_empty() { cell } else { cell.with(&Paragraph::new(Style::Body).raw(&chart::drawing(chart))) }
}

/// The journey as tiles side by side, with an arrow between two of them.
fn journey(body: &mut Body, paper: &Paper) {
    let (row, all_the_way) = (paper.tiles.in_a_row(), paper.tiles.all_the_way());
    let cells = tiles_in(&row);
    if !cells.is_empty() {
        body.put(&Paragraph::of(Style::Section, &paper.tiles_heading));
        let many = u32::try_from(cells.len()).expect("there are few tiles");
        let width = (WIDTH - ARROW * (many - 1)) / many.max(3);
        let (mut widths, mut whole) = (Vec::new(), Vec::new());
        for cell in cells {
            if !whole.is_empty() {
                widths.push(ARROW);
                whole.push(Cell::text("→"));
            }
            widths.push(width);
            whole.push(cell);
        }
        let caption = Some(paper.tiles_heading.clone());
        body.table(&Table { caption, widths, rows: vec![whole], ..Table::default() });
    }
    let named: Vec<String> = all_the_way.told().iter().map(|(label, level)| told(label, *level)).collect();
    if !named.is_empty() {
        body.put(&Paragraph::of(Style::Quiet, &format!("{}: {}", tiles::ALL_THE_WAY, named.join(" · "))));
    }
}

/// The width of an arrow.
const ARROW: u32 = 330;

fn tiles_in(row: &Shown<'_>) -> Vec<Cell> {
    row.told().iter().map(|(label, level)| tile(&capitalized(label), *level)).collect()
}

fn tile(label: &str, level: Level) -> Cell {
    let shade = shade(level);
    let look = Run { colour: Some(shade.text), ..Run::default() };
    let words = format!("{}\u{a0}{}", sign(level), how_well(level));
    Cell::default()
        .on(shade.tint)
        .with(&Paragraph::new(Style::Tile).run(label, look))
        .with(&Paragraph::new(Style::Tile).run(&words, Run { bold: true, ..look }))
}

/// A piece of a journey with its level, in a line.
fn told(label: &str, level: Level) -> String {
    format!("{label} {} {}", sign(level), how_well(level))
}

/// The widths of what it costs.
const COSTS: [u32; 6] = [2050, 1330, 2958, 900, 1250, 1150];

fn cost(body: &mut Body, paper: &Paper) {
    let costs = &paper.costs;
    body.put(&Paragraph::of(Style::Section, &costs.heading));
    if let Some(nothing) = costs.nothing {
        body.put(&Paragraph::of(Style::Body, nothing));
    }
    let (pieces, more) = costs.on_the_first_page();
    if !pieces.is_empty() {
        body.table(&Table::of(&costs.heading, COSTS, costs::COLUMNS, pieces.iter().map(piece)));
    }
    if more > 0 {
        body.put(&Paragraph::of(Style::Quiet, &format!("and {more} more")));
    }
    let mind = costs.mind.conditions.iter().map(ToString::to_string).chain(costs.mind.and_more());
    let mind = mind.collect::<Vec<_>>().join("; ");
    if !mind.is_empty() {
        let heading = Paragraph::new(Style::Small).run(&format!("{}: ", Mind::HEADING), Run::BOLD);
        body.put(&heading.text(&format!("{mind}.")));
    }
}

fn piece(piece: &Work) -> [Cell; 6] {
    [
        Cell::strong(&piece.gap),
        Cell::level(piece.level),
        Cell::text(&piece.workaround),
        Cell::text(&piece.size),
        Cell::text(&piece.owner),
        Cell::text(&piece.by),
    ]
}

fn find_out(body: &mut Body, first: &FindFirst) {
    body.put(&Paragraph::of(Style::Section, find_first::HEADING));
    let rows = first
        .points
        .iter()
        .map(|point| [Cell::strong(&point.question), Cell::text(&point.who), Cell::text(&point.can)]);
    body.table(&Table::of(find_first::HEADING, [4838, 2200, 2600], find_first::COLUMNS, rows));
    if first.more > 0 {
        body.put(&Paragraph::of(Style::Quiet, &format!("and {} more", first.more)));
    }
}

fn asked(paper: &Paper, accent: Accent) -> Cell {
    let ground = Cell::default().on(accent.tint()).barred(accent.ink());
    let heading = ground.with(&Paragraph::of(Style::Section, ask::HEADING));
    let cell = heading.with(&Paragraph::of(Style::Body, &paper.ask.lead()));
    paper.ask.boxes.iter().fold(cell, |cell, text| cell.with(&Paragraph::of(Style::Body, &format!("☐ {text}"))))
}

fn steps_in(paper: &Paper, list: usize) -> Cell {
    let heading = Cell::default().with(&Paragraph::of(Style::Section, steps::heading(&paper.steps)));
    let quiet = Run { colour: Some(QUIET), ..Run::default() };
    paper.steps.iter().fold(heading, |cell, step| {
        let said = Paragraph::of(Style::Step(list), &step.step).raw("<w:r><w:br/></w:r>");
        cell.with(&said.run(&step.who_and_when(), quiet))
    })
}

fn rests_on(body: &mut Body, paper: &Paper) {
    let said = paper.rests.assumptions.as_ref().map(|text| format!("{text} ")).unwrap_or_default();
    let quiet = Run { bold: true, colour: Some(QUIET), link: false };
    let line = Paragraph::new(Style::Quiet).run(&format!("{}: ", rests::HEADING), quiet);
    body.put(&line.text(&said).text(&paper.rests.facts));
}
