//! The first page as sections, for formats that lay out sections.

use crate::model::capability::Level;
use crate::report::page::{Block, Cell, ColumnKind, Item, Line, Piece, Section, Table, line, list};
use crate::report::tiles::{self, Shown, Tile};
use crate::report::words::{capitalized, how_well};

use super::costs::{self, Work};
use super::find_first::{self, FindFirst};
use super::{Paper, ask, chart, rests, steps, why};

/// The box to tick.
pub(crate) const BOX: &str = "☐";

/// The names of its sections, in the order of the page.
pub(super) const IDS: [&str; 9] =
    ["paper", "reasons", "fit", "pieces", "find-first", "costs-first", "ask", "next", "rests"];

/// Sections in the order of the page.
pub(crate) fn sections(paper: &Paper) -> Vec<Section> {
    let costs = match &paper.find_first {
        Some(first) => find_out(first),
        None => costs_section(paper),
    };
    vec![about(paper), reasons(paper), fit(paper), journey(paper), costs, asked(paper), next(paper), grounds(paper)]
}

/// Whose paper it is, and what the answer means. The answer itself is the title of the page.
fn about(paper: &Paper) -> Section {
    let identity = &paper.identity;
    let company = identity.company.as_deref().map(|company| vec![own(company)]);
    let marked = identity.confidentiality.as_deref().map(|mark| vec![own(mark)]);
    let columns = identity.columns().into_iter().map(|(head, value)| {
        let value = if head == "Product" { Piece::Text(value.to_owned()) } else { own(value) };
        vec![Piece::Text(format!("{head}: ")), value]
    });
    let mut strip = company.into_iter().collect::<Vec<Line>>();
    strip.push(vec![own(&identity.strip())]);
    strip.extend(marked);
    let mut first = Line::new();
    for part in strip {
        if !first.is_empty() {
            first.push(Piece::Text(" · ".to_owned()));
        }
        first.extend(part);
    }
    let lead = Block::Paragraph(vec![Piece::Strong(paper.answer.lead.to_string())]);
    Section::new("paper", "", vec![Block::Paragraph(first), lead, list(columns)])
}

fn own(text: &str) -> Piece {
    Piece::Own(text.to_owned())
}

fn reasons(paper: &Paper) -> Section {
    let reason =
        |reason: &why::Reason| vec![Piece::Strong(reason.claim.to_string()), Piece::Text(format!(" {}", reason.proof))];
    Section::new("reasons", why::HEADING, vec![Block::Steps(paper.why.iter().map(reason).collect())])
}

/// The chart as a table: its numbers are all that it shows.
fn fit(paper: &Paper) -> Section {
    let chart = &paper.chart;
    let heads = chart.levels.iter().map(|level| (how_well(*level), ColumnKind::Number));
    let rows = chart.bars.iter().map(|bar| {
        let counts = chart.levels.iter().map(|level| Cell::text(bar.met(*level).to_string()));
        std::iter::once(Cell::text(bar.label.clone())).chain(counts).collect()
    });
    let heads = std::iter::once(("Wishes", ColumnKind::Text)).chain(heads);
    let table = Table::of_rows(chart.title.to_string(), heads, rows);
    let nothing = chart.bars.is_empty().then(|| Block::Paragraph(line(chart.description.clone())));
    Section::new("fit", chart::HEADING, nothing.into_iter().chain([Block::Table(table)]).collect())
}

/// The journey as a line: `Basket left (built in) → Wait (built in) → and 3 more (partly at worst)`.
fn journey(paper: &Paper) -> Section {
    let along = |shown: &Shown<'_>, between: &str| {
        let tile = |tile: &&Tile| format!("{} ({})", tile.label, how_well(tile.level));
        let more = shown.rest().map(|(more, worst)| match worst {
            Level::Native => format!("{more} ({})", how_well(worst)),
            _ => format!("{more} ({} at worst)", how_well(worst)),
        });
        shown.tiles.iter().map(tile).chain(more).collect::<Vec<_>>().join(between)
    };
    let throughout = paper.tiles.all_the_way();
    let all_the_way = (!throughout.tiles.is_empty())
        .then(|| Block::Paragraph(line(format!("{}: {}.", tiles::ALL_THE_WAY, along(&throughout, " · ")))));
    let row = along(&paper.tiles.in_a_row(), " → ");
    let blocks = [Block::Paragraph(line(row))].into_iter().chain(all_the_way).collect();
    Section::new("pieces", &*paper.tiles_heading, blocks)
}

fn find_out(first: &FindFirst) -> Section {
    let rows = first
        .points
        .iter()
        .map(|point| [Cell::text(&*point.question), Cell::text(&*point.who), Cell::text(&*point.can)]);
    let table = Table::of(find_first::CAPTION, find_first::COLUMNS, rows);
    Section::new("find-first", find_first::HEADING, vec![Block::Table(table), and_more(first.more)])
}

fn costs_section(paper: &Paper) -> Section {
    let costs = &paper.costs;
    let (work, more) = costs.on_the_first_page();
    let row = |work: &Work| {
        [
            Cell::text(&*work.gap),
            Cell::text(how_well(work.level)),
            Cell::text(&*work.workaround),
            vec![own(&work.size)].into(),
            vec![own(&work.owner)].into(),
            Cell::text(&*work.by),
        ]
    };
    let table = Table::of(costs::CAPTION, costs::COLUMNS, work.iter().map(row));
    let nothing = Block::Paragraph(costs.nothing.iter().flat_map(|nothing| line(*nothing)).collect());
    let mut mind: Vec<String> = costs.mind.conditions.iter().map(ToString::to_string).collect();
    mind.extend(costs.mind.and_more());
    let mind = (!mind.is_empty()).then(|| {
        Block::Paragraph(vec![
            Piece::Strong(format!("{}:", costs::Mind::HEADING)),
            Piece::Text(format!(" {}.", mind.join(" · "))),
        ])
    });
    let blocks = [nothing, Block::Table(table), and_more(more)].into_iter().chain(mind).collect();
    Section::new("costs-first", &*costs.heading, blocks)
}

/// How many more there are; nothing where all are shown.
pub(super) fn and_more(more: usize) -> Block {
    let words = (more > 0).then(|| capitalized(&format!("and {more} more.")));
    Block::Remark(words.into_iter().flat_map(line).collect())
}

fn asked(paper: &Paper) -> Section {
    let ask = &paper.ask;
    let lead = match &ask.from {
        Some(from) => {
            vec![Piece::Text(format!("By {}, from ", ask.by.words())), own(from), Piece::Text(":".to_owned())]
        }
        None => line(ask.lead()),
    };
    let lead = Block::Paragraph(lead);
    let boxes = ask.boxes.iter().map(|text| Item::of(line(format!("{BOX} {text}")))).collect();
    Section::new("ask", ask::HEADING, vec![lead, Block::List(boxes)])
}

fn next(paper: &Paper) -> Section {
    let step = |step: &steps::NextStep| {
        vec![Piece::Text(format!("{} (", step.step)), own(&step.who_and_when()), Piece::Text(")".to_owned())]
    };
    Section::new("next", steps::heading(&paper.steps), vec![Block::Steps(paper.steps.iter().map(step).collect())])
}

fn grounds(paper: &Paper) -> Section {
    let assumptions = paper.rests.assumptions.as_deref().map(|said| Block::Paragraph(vec![own(said)]));
    let facts = Block::Paragraph(line(&*paper.rests.facts));
    Section::new("rests", rests::HEADING, assumptions.into_iter().chain([facts]).collect())
}
