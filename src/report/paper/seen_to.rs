//! Gaps and conditions as tables: what each means, what to do instead, and who sees to it by when.

use crate::model::arena::Key;
use crate::model::capability::Limitation;
use crate::model::gap_work::GapDecision;
use crate::model::verdict::RequirementNumber;
use crate::report::Report;
use crate::report::limit::Limit;
use crate::report::page::{Block, Cell, Piece, Section, Table, line, numbers, with};
use crate::report::parts::conditions::{self, ConditionEntry};
use crate::report::parts::gaps::{self, GapEntry};
use crate::report::words::how_well;

use super::Paper;
use super::costs::SeenTo;
use super::identity::TO_BE_NAMED;

/// The heading of the gaps, below which the conditions have one of their own.
const HEADING: &str = "Gaps and conditions";

/// What stands in a row behind what it is about.
const COLUMNS: [&str; 8] =
    ["Importance", "Severity", "What it means", "Workaround", "Size", "Owner", "Due", "Decision"];

/// Said where nobody knows a workaround.
const NONE_KNOWN: &str = "none known";

/// The gaps. A limit behind several of them is told with the first.
pub(crate) fn gaps(report: &Report, paper: &Paper) -> Section {
    let mut told = Told::default();
    let rows = report.gaps.iter().zip(&paper.costs.seen_to).map(|(one, seen_to)| gap(one, seen_to, &mut told));
    Section::new("gaps", HEADING, vec![Block::Table(table(gaps::heading(report), "Gap", rows))])
}

/// What to mind of that which is built in.
pub(crate) fn conditions(report: &Report) -> Section {
    let rows = report.conditions.iter().map(|one| condition(report, one));
    let table = table("What limits it, and what to do about that", "Condition", rows);
    Section::new("conditions", conditions::HEADING, explained(conditions::MEANING, table))
}

/// The limits of the other area, which nobody sees to as long as nothing is built there.
pub(crate) fn elsewhere(report: &Report) -> Section {
    let columns = ["ID", "Limit", "Severity", "What it means", "Workaround"];
    let table = Table::of("What would limit it there", columns, report.elsewhere.iter().map(limited));
    Section::new("elsewhere", conditions::elsewhere_heading(report), explained(conditions::MEANING_ELSEWHERE, table))
}

fn table(caption: &str, about: &str, rows: impl Iterator<Item = [Cell; 10]>) -> Table {
    let [importance, severity, meaning, workaround, size, owner, due, decision] = COLUMNS;
    let columns = ["ID", about, importance, severity, meaning, workaround, size, owner, due, decision];
    Table::of(caption, columns, rows)
}

/// A table below what its heading means; nothing where it has no rows.
fn explained(meaning: &str, table: Table) -> Vec<Block> {
    let meaning = (!table.rows.is_empty()).then(|| Block::Paragraph(line(meaning)));
    meaning.into_iter().chain([Block::Table(table)]).collect()
}

/// The limits that were told, each with the requirement whose gap it stands with.
#[derive(Default)]
struct Told(Vec<(Key<Limitation>, RequirementNumber)>);

impl Told {
    /// With which gap a limit was told already; if with none, it is told with this one.
    fn before(&mut self, limit: &Limit, gap: &GapEntry) -> Option<RequirementNumber> {
        let known = self.0.iter().find(|(key, _)| *key == limit.key).map(|(_, number)| *number);
        if known.is_none() {
            self.0.push((limit.key, gap.number));
        }
        known
    }
}

fn gap(gap: &GapEntry, seen_to: &SeenTo, told: &mut Told) -> [Cell; 10] {
    let severity = gap.limits.iter().map(|limit| limit.severity).max();
    let mut meaning = with(line(&gap.sentence), &gap.cited);
    meaning.extend(gap.note.iter().map(|note| Piece::Text(format!(" {note}"))));
    let mut instead: Vec<String> = Vec::new();
    for limit in &gap.limits {
        meaning.push(Piece::Text(" ".to_owned()));
        if let Some(number) = told.before(limit, gap) {
            meaning.extend([Piece::Strong(limit.title.to_string()), Piece::Text(" (see ".to_owned())]);
            meaning.extend([Piece::Requirement(number), Piece::Text(").".to_owned())]);
        } else {
            meaning.extend(limit.meaning());
            instead.extend(limit.instead().map(str::to_owned));
        }
    }
    let others = gap.limits.iter().any(|limit| limit.instead().is_some()) && instead.is_empty();
    instead.extend(others.then(|| "The same.".to_owned()));
    instead.extend(gap.proposed());
    let instead = if instead.is_empty() { NONE_KNOWN.to_owned() } else { instead.join(" ") };
    let wish = vec![Piece::Strong(gap.wish.clone()), Piece::Text(format!(" ({})", how_well(gap.level)))];
    [
        vec![Piece::Requirement(gap.number)].into(),
        wish.into(),
        Cell::text(gap.importance.word()),
        Cell::text(severity.map_or("-", |severity| severity.word())),
        meaning.into(),
        Cell::text(instead),
        Cell::own(&*seen_to.size),
        Cell::own(&*seen_to.owner),
        Cell::own(&*seen_to.by),
        Cell::text(seen_to.decision.word()),
    ]
}

fn condition(report: &Report, condition: &ConditionEntry) -> [Cell; 10] {
    let importance = condition.numbers.iter().map(|number| report.entry(*number).importance).max();
    let importance = importance.expect("a condition concerns a requirement");
    let [number, limit, severity, meaning, instead] = limited(condition);
    let [size, owner, due] = [TO_BE_NAMED; 3].map(Cell::text);
    let decision = Cell::text(GapDecision::Open.word());
    [number, limit, Cell::text(importance.word()), severity, meaning, instead, size, owner, due, decision]
}

/// What a limit concerns, what it is and how severe, what it means and what to do about it.
fn limited(condition: &ConditionEntry) -> [Cell; 5] {
    let limit = &condition.limit;
    let mut means = line(&condition.sentence);
    let more = limit.text.iter().map(ToString::to_string).chain(limit.held.clone());
    means.extend(more.map(|text| Piece::Text(format!(" {text}"))));
    let title = vec![Piece::Strong(limit.title.to_string()), Piece::Text(format!(" ({})", limit.period))];
    [
        numbers(&condition.numbers).into(),
        title.into(),
        Cell::text(limit.severity.word()),
        with(means, &limit.cited).into(),
        Cell::text(limit.instead().unwrap_or(NONE_KNOWN)),
    ]
}
