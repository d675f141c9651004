//! The parts about the decision itself.

use super::piece::{numbers, on, with};
use super::{Block, Cell, ColumnKind, Item, Line, Piece, Section, Table, line, list};
use crate::model::alternative::Side;
use crate::model::verdict::Recommendation;
use crate::report::Report;
use crate::report::conditions::{self, ConditionEntry};
use crate::report::drivers::Driver;
use crate::report::gaps::{GapEntry, Limit};
use crate::report::standings::StandingLine;
use crate::report::words::signed;

/// The advice, what it rests on, and how both stand.
pub(super) fn advice(report: &Report) -> Section {
    let decision = &report.decision;
    let headline = vec![Piece::Strong(decision.headline.clone())];
    let mut blocks = vec![Block::Paragraph(headline), Block::Paragraph(line(&decision.reason))];
    blocks.extend(decision.summary.iter().map(|text| Block::Paragraph(line(text))));
    blocks.push(list(decision.warnings().chain(&report.firmness).map(line)));
    blocks.push(Block::Table(standings(report)));
    Section::new("advice", "Advice", blocks)
}

fn standings(report: &Report) -> Table {
    let row = |standing: &StandingLine| {
        [
            Cell::text(&standing.name),
            Cell::text(standing.value.map_or_else(|| "-".to_owned(), |value| value.to_string())),
            Cell::text(standing.availability.word()),
            numbers(&standing.vetoed_by).into(),
            numbers(&standing.accepted_workarounds).into(),
            numbers(&standing.unconfirmed).into(),
        ]
    };
    let columns = ["Area", "Value of 100", "On the day", "Cannot meet", "Only by a workaround", "Not confirmed"];
    Table::of(
        "How the areas stand, and the musts in their way",
        columns,
        Side::BOTH.map(|side| row(&report.standings[side])),
    )
    .with("Value of 100", ColumnKind::Number)
}

/// Answers that contradict each other.
pub(super) fn contradictions(report: &Report) -> Section {
    let item = |clash: &crate::report::contradictions::Clash| Item {
        line: line(&clash.reason),
        more: clash.answers.iter().chain(&clash.ways_out).map(line).collect(),
    };
    let items = report.contradictions.iter().map(item).collect();
    Section::new("contradictions", "These answers contradict each other", vec![Block::List(items)])
}

/// The verdict at each moment.
pub(super) fn then_and_now(report: &Report) -> Section {
    let moments = report
        .then_and_now
        .iter()
        .map(|moment| line(format!("{} ({}): {}", moment.label, moment.date, moment.sentence)));
    Section::new("then-and-now", "Then and now", vec![list(moments)])
}

/// Musts that rule an alternative out.
pub(super) fn knock_outs(report: &Report) -> Section {
    let lines =
        report.knock_outs.iter().map(|knock_out| with(on(knock_out.number, &knock_out.sentence), &knock_out.cited));
    Section::new("knock-outs", "Knock-outs", vec![list(lines)])
}

/// The strongest arguments, for and against.
pub(super) fn arguments(report: &Report) -> Section {
    let side = report.arguments.side;
    let [name, other] = [side, side.other()].map(|side| report.standings[side].name.to_lowercase());
    let against = match report.decision.recommendation {
        Recommendation::Both => format!("What speaks for {other}:"),
        _ => format!("What speaks against {name}:"),
    };
    let mut blocks = Vec::new();
    for (lead, drivers) in
        [(format!("What speaks for {name}:"), &report.arguments.pro), (against, &report.arguments.con)]
    {
        if !drivers.is_empty() {
            blocks.push(Block::Paragraph(line(lead)));
            blocks.push(list(drivers.iter().map(argument)));
        }
    }
    Section::new("drivers", "What decided it", blocks)
}

fn argument(driver: &Driver) -> Line {
    let sentence = format!("({}) {}", signed(driver.contribution), driver.sentence);
    let mut line = on(driver.number, &sentence);
    line.push(Piece::Text(format!(" Asked: {} {}.", driver.ask, driver.choice.trim_end_matches('.'))));
    with(line, &driver.cited)
}

/// Why not the other alternative.
pub(super) fn why_not(report: &Report) -> Section {
    Section::new("why-not", "Why not the other", vec![list(report.why_not.iter().map(line))])
}

/// What would change the advice.
pub(super) fn what_if(report: &Report) -> Section {
    let sentences = report.what_if.sentences().map(line);
    Section::new("what-if", "What would change it", vec![list(sentences)])
}

/// The gaps one takes on, with what is behind each.
pub(super) fn gaps(report: &Report) -> Section {
    Section::new("gaps", "Gaps you take on", vec![Block::List(report.gaps.iter().map(gap).collect())])
}

fn gap(gap: &GapEntry) -> Item {
    let head = vec![
        Piece::Requirement(gap.number),
        Piece::Text(" ".to_owned()),
        Piece::Strong(gap.wish.clone()),
        Piece::Text(format!(" ({}, {}). {}", gap.importance.word(), gap.level.word(), gap.sentence)),
    ];
    let mut more: Vec<Line> = gap.note.iter().map(line).collect();
    for limit in &gap.limits {
        more.push(limitation(limit));
        more.extend(limit.workaround.iter().map(|workaround| line(format!("Instead: {workaround}"))));
        more.extend(limit.without.map(line));
    }
    more.push(line(format!("Proposed way: {}.", gap.way.phrase())));
    Item { line: with(head, &gap.cited), more }
}

fn limitation(limit: &Limit) -> Line {
    let text = limit.text.as_ref().map(|text| format!(" {text}")).unwrap_or_default();
    with(line(format!("{}: {} ({}).{text}", limit.severity.word(), limit.title, limit.period)), &limit.cited)
}

/// What to mind of that which is built in.
pub(super) fn conditions(report: &Report) -> Section {
    let items: Vec<Item> = report.conditions.iter().map(condition).collect();
    let meaning = (!items.is_empty()).then(|| Block::Paragraph(line(conditions::MEANING)));
    let blocks = meaning.into_iter().chain([Block::List(items)]).collect();
    Section::new("conditions", conditions::HEADING, blocks)
}

fn condition(condition: &ConditionEntry) -> Item {
    let limit = &condition.limit;
    let mut head = numbers(&condition.numbers);
    head.push(Piece::Text(" ".to_owned()));
    head.push(Piece::Strong(limit.title.to_string()));
    head.push(Piece::Text(format!(" ({}, {}). {}", limit.severity.word(), limit.period, condition.sentence)));
    let mut more: Vec<Line> = limit.text.iter().map(line).collect();
    more.extend(limit.workaround.iter().map(|workaround| line(format!("Instead: {workaround}"))));
    more.extend(limit.without.map(line));
    Item { line: with(head, &limit.cited), more }
}

/// What went with a removed alternative.
pub(super) fn gone(report: &Report) -> Section {
    let lines =
        report.gone.iter().map(|gone| on(gone.number, &format!("{} Instead: {}", gone.sentence, gone.replacement)));
    Section::new("gone", "Gone with the removal", vec![list(lines)])
}

/// What goes where.
pub(super) fn division(report: &Report) -> Section {
    Section::new("division", "What goes where", vec![list(report.division.iter().map(line))])
}

/// What running both costs.
pub(super) fn costs(report: &Report) -> Section {
    Section::new("costs", "What running both costs", vec![list(report.costs.iter().map(line))])
}
